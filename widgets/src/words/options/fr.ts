import type { Formats } from '../formats.ts';
import type { en } from './en.ts';

/** French, which says *vous*. What is said of a named person is turned so that no word has to agree with them. */
export const fr = (_f: Formats): ReturnType<typeof en> => ({
  sortBy: 'Trier par',
  removeFilter: (filter) => `Retirer le filtre ${filter}`,
  findIn: (column) => `Rechercher dans ${column}`,
  nothingFound: 'Aucun résultat',
  shownColumns: 'Colonnes affichées',
  usualColumns: 'Afficher les colonnes habituelles',
});
