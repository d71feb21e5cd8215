import { dictionary, type WordsOf } from './dictionary.ts';
import { en } from './groups/en.ts';
import { pools } from './pools.ts';

/** The list of groups, before one of them is chosen. */
export const groups = dictionary(
  en,
  {
    de: async () => (await import('./groups/de.ts')).de,
    'de-informal': async () => (await import('./groups/de-informal.ts')).deInformal,
    fr: async () => (await import('./groups/fr.ts')).fr,
    nl: async () => (await import('./groups/nl.ts')).nl,
  },
  pools,
);
export interface GroupsWords extends WordsOf<typeof groups> {}
