import type { Formats } from '../formats.ts';
import type { en } from './en.ts';

/** Dutch, which says *je*. */
export const nl = (_f: Formats): ReturnType<typeof en> => ({
  sortBy: 'Sorteren op',
  removeFilter: (filter) => `Filter ${filter} wissen`,
  findIn: (column) => `Zoeken in ${column}`,
  nothingFound: 'Niets gevonden',
  shownColumns: 'Zichtbare kolommen',
  usualColumns: 'Gebruikelijke kolommen tonen',
});
