import { renderTags } from './cells.ts';
import { type Column, kept, placeOf, usual } from './columns.ts';

const [role, groups, seat, status, seen] = usual as [Column, Column, Column, Column, Column];

/** Every column there may be between the name and the menu, in their order. */
export const columns: readonly Column[] = [
  role,
  {
    id: 'profiles',
    min: 136,
    share: 1.2,
    filter: 'roleProfileId',
    cell: (words, { roleProfiles }) =>
      renderTags(
        words,
        roleProfiles.map(({ name }) => name),
      ),
  },
  { id: 'ambition', min: 120, share: 1, cell: (_words, { roleProfiles }) => roleProfiles.find(({ ambition }) => ambition)?.name },
  groups,
  {
    id: 'coaches',
    min: 136,
    share: 1.2,
    cell: (words, member) =>
      renderTags(
        words,
        member.groups.filter(({ relations }) => relations.includes('coach')).map(({ name }) => name),
      ),
  },
  seat,
  status,
  seen,
  { id: 'externalId', min: 104, share: 0.8, cell: (_words, { externalId }) => externalId },
  { id: 'lmsUserId', min: 104, share: 0.8, cell: (_words, { lmsUserId }) => lmsUserId },
  { id: 'created', min: 104, share: 0.8, sort: 'createdAt', cell: (words, { createdAt }) => words.date(createdAt) },
];

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
