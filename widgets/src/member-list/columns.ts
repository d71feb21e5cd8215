import type { Filter, ListState } from './list-state.ts';

/** A column beside the name: how wide it is at least, and what share of the rest it gets. */
export interface Column {
  readonly min: number;
  readonly share: number;
  readonly filter?: Filter;
  readonly sort?: NonNullable<ListState['sort']>;
}

/** Every column there may be between the name and the menu, in their order. */
const all = {
  role: { min: 96, share: 0.8, filter: 'role' },
  profiles: { min: 136, share: 1.2, filter: 'roleProfileId' },
  ambition: { min: 120, share: 1 },
  groups: { min: 148, share: 1.3, filter: 'groupId' },
  coaches: { min: 136, share: 1.2 },
  seat: { min: 128, share: 0.95, filter: 'poolId' },
  status: { min: 168, share: 1.35, filter: 'status' },
  seen: { min: 104, share: 0.8, sort: '-lastSeenAt' },
  externalId: { min: 104, share: 0.8 },
  lmsUserId: { min: 104, share: 0.8 },
  created: { min: 104, share: 0.8, sort: 'createdAt' },
} as const satisfies Record<string, Column>;
export type ColumnId = keyof typeof all;
export const columns: Readonly<Record<ColumnId, Column>> = all;

/** Those shown when nobody has chosen others. */
export const usual: readonly ColumnId[] = ['role', 'groups', 'seat', 'status', 'seen'];

const gap = 16;

/** The widths of the name, the columns and the menu, for `grid-template-columns`. */
export function widthsOf(shown: readonly ColumnId[]): string {
  return ['minmax(200px, 2.1fr)', ...shown.map((id) => `minmax(${columns[id].min}px, ${columns[id].share}fr)`), '40px'].join(' ');
}

/** How the list is laid out in the room there is: in columns, in two lines a row, or as cards that name every value. */
export function layoutIn(width: number, shown: readonly ColumnId[]): 'wide' | 'lines' | 'cards' {
  const needed = shown.reduce((sum, id) => sum + columns[id].min + gap, 200 + 40 + gap + 24);
  if (width >= needed) return 'wide';
  return width > 600 && shown.every((id) => usual.includes(id)) ? 'lines' : 'cards';
}
