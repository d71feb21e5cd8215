import { dictionary, type WordsOf } from './dictionary.ts';
import { en } from './person/en.ts';
import { pools } from './pools.ts';

/** What a person is asked for, to be invited or changed. */
export const person = dictionary(
  en,
  {
    de: async () => (await import('./person/de.ts')).de,
    fr: async () => (await import('./person/fr.ts')).fr,
    nl: async () => (await import('./person/nl.ts')).nl,
  },
  pools,
);
export interface PersonWords extends WordsOf<typeof person> {}
