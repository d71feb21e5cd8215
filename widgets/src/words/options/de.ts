import type { Formats } from '../formats.ts';
import type { en } from './en.ts';

/** German, formal. Soft hyphens stand in long words, so that narrow columns break them well. */
export const de = (_f: Formats): ReturnType<typeof en> => ({
  sortBy: 'Sortieren nach',
  removeFilter: (filter) => `Filter ${filter} aufheben`,
  findIn: (column) => `In ${column} suchen`,
  nothingFound: 'Nichts gefunden',
  shownColumns: 'Angezeigte Spalten',
  usualColumns: 'Übliche Spalten anzeigen',
});
