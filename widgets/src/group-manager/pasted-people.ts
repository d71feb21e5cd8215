import type { Group, Member, MemberName, SeatkitClient } from '@seatkit/sdk';
import { parsePeople } from '../invite-dialog/addresses.ts';
import { nameOf } from '../parts/person.ts';
import { isIn } from './person-changes.ts';

/**
 * What becomes of somebody who was pasted. `new`: known here and not in the group; `inside`: in it already; `unknown`: nobody here has the address
 * or name; `unreadable`: meant as an address and none; `several`: the name is that of more than one; `shut`: deactivated.
 */
export type Lookup =
  | { readonly is: 'new' | 'inside' | 'shut'; readonly person: Member | MemberName }
  | { readonly is: 'unknown' | 'unreadable' | 'several' };

/** Somebody pasted: the address or name by which they are looked up, and all that was written of them. */
export interface Pasted {
  readonly text: string;
  readonly whole: string;
}

/** The people in a pasted text, each once, by address or name; fewer than two are not several. */
export function severalIn(text: string): Pasted[] {
  const people = text.split(/[\r\n]+/).flatMap((line): Pasted[] => {
    const read = parsePeople(line).map(({ email, firstName, lastName }) => {
      const name = `${firstName} ${lastName}`.trim();
      return { text: email, whole: name ? `${name} <${email}>` : email };
    });
    // Without an address a comma stands within a name ("Lindgren, Ada"). The head of a sheet is read as nobody.
    return line.includes('@') || read.length === 0 ? read : line.split(';').map((name) => ({ text: name.trim(), whole: name.trim() }));
  });
  const seen = new Map(people.map((person) => [person.text.toLowerCase(), person]));
  seen.delete('');
  return [...seen.values()];
}

/** Looks addresses up, all of them at once: exactly, whoever has them. */
export async function lookUpAddresses(api: SeatkitClient, group: Group, emails: readonly string[]): Promise<Map<string, Lookup>> {
  const found = emails.length > 0 ? await api.members.findMany(group.organizationId, emails) : [];
  const people = new Map(found.map(({ email, member }) => [email, member]));
  return new Map(emails.map((email) => [email, standingOf(group, people.get(email))]));
}

/** Looks a name up among the people that the caller sees. */
export async function lookUpName(api: SeatkitClient, group: Group, name: string): Promise<Lookup> {
  if (name.includes('@')) return { is: 'unreadable' };
  const wanted = wordsOf(name);
  const { items } = await api.members.list(group.organizationId, { q: name.replace(',', ' '), limit: 20 });
  const found = items.filter((member) => wordsOf(nameOf(member)) === wanted);
  return found.length > 1 ? { is: 'several' } : standingOf(group, found[0]);
}

function standingOf(group: Group, person: Member | MemberName | undefined): Lookup {
  if (!person) return { is: 'unknown' };
  if (isIn(group, person)) return { is: 'inside', person };
  return { is: 'status' in person && person.status === 'deactivated' ? 'shut' : 'new', person };
}

/** The words of a name in one order, whichever they were written in. */
function wordsOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
    .sort()
    .join(' ');
}
