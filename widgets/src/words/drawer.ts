import { dictionary, type WordsOf } from './dictionary.ts';
import { en } from './drawer/en.ts';
import { member } from './member.ts';

/** Everything about one member. */
export const drawer = dictionary(
  en,
  {
    de: async () => (await import('./drawer/de.ts')).de,
    'de-informal': async () => (await import('./drawer/de-informal.ts')).deInformal,
    fr: async () => (await import('./drawer/fr.ts')).fr,
    nl: async () => (await import('./drawer/nl.ts')).nl,
  },
  member,
);
export interface DrawerWords extends WordsOf<typeof drawer> {}
