import type { Member, MemberName } from '@seatkit/sdk';
import { looksLikeAddress } from './addresses.ts';
import type { Person } from './person.ts';

/** The parts of the list: to be mended, ready, here already, of an address that stands further up, too. */
export type Part = 'mend' | 'fresh' | 'known' | 'twice';

/** A person on the list. */
export interface Row extends Person {
  /** Below 0 while it still stands in the field. */
  readonly key: number;
  /** Why it was refused. */
  readonly problem?: string | undefined;
  /** Where it stays until the person has left its fields, whatever it reads by then: nothing jumps away from under the fingers. */
  readonly stays?: Part | undefined;
}

/** Somebody of the organization, as much as the caller may know. */
export type Known = Member | MemberName;

/** A row to be sent, and who is behind it already. */
export interface Invitee {
  readonly row: Row;
  readonly known?: Known | undefined;
}

/** The list by what is to be said of each. */
export interface Sorted extends Readonly<Record<Part, readonly Invitee[]>> {
  /** Whom the request names, in its order: people who are here already come last, because most of them need no seat. */
  readonly sent: readonly Invitee[];
}

/** Addresses are one and the same whoever wrote them how. The server knows still more spellings; what it joins comes back as invited again. */
export function addressKey(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}

/** Sorts the list, each part in the order of typing. */
export function sortRows(rows: readonly Row[], find: (email: string) => Known | undefined): Sorted {
  const parts: Record<Part, Invitee[]> = { mend: [], fresh: [], known: [], twice: [] };
  const sent: Record<Part, Invitee[]> = { mend: [], fresh: [], known: [], twice: [] };
  const met = new Set<string>();
  for (const row of rows) {
    const key = addressKey(row.email);
    const invitee = { row, known: find(row.email) };
    const part = !looksLikeAddress(row.email) ? 'mend' : met.has(key) ? 'twice' : invitee.known ? 'known' : 'fresh';
    const shown = row.stays ?? part;
    parts[shown].push(invitee);
    if (part === 'mend' || part === 'twice') continue;
    met.add(key);
    sent[shown].push(invitee);
  }
  return { ...parts, sent: [...sent.fresh, ...sent.mend, ...sent.twice, ...sent.known] };
}

/** The same without people who still stand in the field: they count, and are shown where they stand. */
export function onList(sorted: Sorted): Sorted {
  const listed = (invitees: readonly Invitee[]) => invitees.filter(({ row }) => row.key > 0);
  const { mend, fresh, known, twice } = sorted;
  return { ...sorted, mend: listed(mend), fresh: listed(fresh), known: listed(known), twice: listed(twice) };
}

/** Where a row stands now. */
export function partOf(sorted: Sorted, key: number): Part | undefined {
  return (['mend', 'fresh', 'known', 'twice'] as const).find((part) => sorted[part].some(({ row }) => row.key === key));
}

/** Whether somebody is a member who gets no mail, only what is added. */
export function isActive(known: Known | undefined): boolean {
  return known !== undefined && 'status' in known && known.status === 'active';
}

/** Whether an invitation will be refused until somebody lets the person in again. */
export function isShutOut(known: Known | undefined): boolean {
  return known !== undefined && 'status' in known && known.status === 'deactivated';
}
