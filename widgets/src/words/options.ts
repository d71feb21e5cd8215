import { core } from './core.ts';
import { dictionary, type WordsOf } from './dictionary.ts';
import { en } from './options/en.ts';

/** What the list can be sorted by and narrowed to, and its columns. */
export const options = dictionary(
  en,
  {
    de: async () => (await import('./options/de.ts')).de,
    fr: async () => (await import('./options/fr.ts')).fr,
    nl: async () => (await import('./options/nl.ts')).nl,
  },
  core,
);
export interface OptionWords extends WordsOf<typeof options> {}
