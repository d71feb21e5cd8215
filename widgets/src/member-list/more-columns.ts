import { renderTags } from './cells.ts';
import { type Column, kept, placeOf, usual } from './columns.ts';
import type { Filter } from './list-state.ts';

/** Those that somebody may choose beside the usual ones, each after one of these. */
const others: readonly (Column & { readonly after: Column['id'] })[] = [
  {
    id: 'profiles',
    after: 'role',
    min: 136,
    share: 1.2,
    filter: 'roleProfileId',
    cell: (words, { roleProfiles }) =>
      renderTags(
        words,
        roleProfiles.map(({ name }) => name),
      ),
  },
  {
    id: 'ambition',
    after: 'role',
    min: 120,
    share: 1,
    cell: (_words, { roleProfiles }) => roleProfiles.find(({ ambition }) => ambition)?.name,
  },
  {
    id: 'coaches',
    after: 'groups',
    min: 136,
    share: 1.2,
    cell: (words, member) =>
      renderTags(
        words,
        member.groups.filter(({ relations }) => relations.includes('coach')).map(({ name }) => name),
      ),
  },
  { id: 'externalId', after: 'seen', min: 104, share: 0.8, cell: (_words, { externalId }) => externalId },
  { id: 'lmsUserId', after: 'seen', min: 104, share: 0.8, cell: (_words, { lmsUserId }) => lmsUserId },
  { id: 'created', after: 'seen', min: 104, share: 0.8, cell: (words, { createdAt }) => words.date(createdAt) },
];

/** Every column there may be between the name and the menu, in their order. */
export const columns: readonly Column[] = usual.flatMap((column) => [column, ...others.filter(({ after }) => after === column.id)]);

/** The column by which each filter is known. */
export function columnOf(filter: Filter): Column['id'] {
  return columns.find((column) => column.filter === filter)!.id;
}

/** The columns that were chosen here for this organization. */
export function keptColumns(organizationId: string): readonly Column[] {
  try {
    const ids: unknown = JSON.parse(kept(organizationId) ?? 'null');
    if (Array.isArray(ids)) return columns.filter(({ id }) => ids.includes(id));
  } catch {
    // Something else wrote there: nobody's choice is known.
  }
  return usual;
}

/** Keeps them for the next visit. */
export function keepColumns(organizationId: string, shown: readonly Column[]): void {
  try {
    localStorage.setItem(placeOf(organizationId), JSON.stringify(shown.map(({ id }) => id)));
  } catch {
    // Where nothing may be stored, the choice lasts as long as the page.
  }
}
