import { dictionary, type WordsOf } from './dictionary.ts';
import { en } from './group/en.ts';
import { groups } from './groups.ts';

/** One chosen group: whom to add, its people, its name. */
export const group = dictionary(
  en,
  {
    de: async () => (await import('./group/de.ts')).de,
    'de-informal': async () => (await import('./group/de-informal.ts')).deInformal,
    fr: async () => (await import('./group/fr.ts')).fr,
    nl: async () => (await import('./group/nl.ts')).nl,
  },
  groups,
);
export interface GroupWords extends WordsOf<typeof group> {}
