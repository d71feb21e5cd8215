import type { Member } from '@seatkit/sdk';
import type { Standing } from '../clients.ts';
import type { Words } from '../words/core.ts';
import { renderSeats, renderStatus, renderTags, roleOf } from './cells.ts';
import type { Filter } from './list-state.ts';

/**
 * A column beside the name: how wide it is at least, what share of the rest it gets, what narrows the list by it, and what stands in it. Its
 * head is the word of its id; `sorts` says by which columns the list can be ordered.
 */
export interface Column {
  readonly id: Exclude<keyof Words['columns'], 'name' | 'email' | 'actions'>;
  readonly min: number;
  readonly share: number;
  readonly filter?: Filter;
  /** An empty text where there is nothing to say. */
  readonly cell: (words: Words, member: Member) => unknown;
}

/** Those shown when nobody has chosen others. */
export const usual: readonly Column[] = [
  { id: 'role', min: 96, share: 0.8, filter: 'role', cell: roleOf },
  {
    id: 'groups',
    min: 148,
    share: 1.3,
    filter: 'groupId',
    cell: (words, { groups }) =>
      renderTags(
        words,
        groups.map(({ name, relations }) => (relations.includes('coach') ? `${name} · ${words.relation.coach}` : name)),
      ),
  },
  { id: 'seat', min: 128, share: 0.95, filter: 'poolId', cell: renderSeats },
  { id: 'status', min: 168, share: 1.35, filter: 'status', cell: renderStatus },
  {
    id: 'seen',
    min: 104,
    share: 0.8,
    // Whoever has not joined cannot have been there.
    cell: (words, { lastSeenAt, userId }) => (lastSeenAt ? words.when(lastSeenAt) : userId && words.never),
  },
];

/** Whether anything is known here of what a column shows. */
export const isKnown = (id: string, standing: Standing | undefined) => id !== 'seen' || standing?.lastSeenKnown;

/** The widths of the name, the columns and the menu, for `grid-template-columns`. */
export function widthsOf(shown: readonly Column[]): string {
  return ['minmax(200px, 2.1fr)', ...shown.map(({ min, share }) => `minmax(${min}px, ${share}fr)`), '40px'].join(' ');
}

/** How the list is laid out in the room there is: in columns, in two lines a row, or with the name of every value beside or above it. */
export function layoutIn(width: number, shown: readonly Column[]): 'wide' | 'lines' | 'named tiles' | 'named cards' {
  // The name, the menu, the gap after each and the padding.
  const needed = shown.reduce((sum, { min }) => sum + min + 16, 280);
  if (width >= needed) return 'wide';
  if (width <= 600) return 'named cards';
  return shown.every((column) => usual.includes(column)) ? 'lines' : 'named tiles';
}

/** Where the columns somebody chose for an organization are kept. */
export const placeOf = (organizationId: string): string => `seatkit-columns-${organizationId}`;

/** What was kept there, if anything was and the page may look. */
export function kept(organizationId: string): string | null {
  try {
    return localStorage.getItem(placeOf(organizationId));
  } catch {
    return null;
  }
}
