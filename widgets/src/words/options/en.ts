import type { Formats } from '../formats.ts';

/** English, and the pattern of every other language. What the list can be sorted by and narrowed to, and its columns. */
export const en = (_f: Formats) => ({
  sortBy: 'Sort by',
  removeFilter: (filter: string) => `Remove the filter ${filter}`,
  findIn: (column: string) => `Find in ${column}`,
  nothingFound: 'Nothing found',
  shownColumns: 'Columns to show',
  usualColumns: 'Show the usual columns',
});
