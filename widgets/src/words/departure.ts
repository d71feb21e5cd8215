import { core } from './core.ts';
import { en } from './departure/en.ts';
import { dictionary, type WordsOf } from './dictionary.ts';

/** What is said before somebody leaves, or gains or loses rights. */
export const departure = dictionary(
  en,
  {
    de: async () => (await import('./departure/de.ts')).de,
    'de-informal': async () => (await import('./departure/de-informal.ts')).deInformal,
    fr: async () => (await import('./departure/fr.ts')).fr,
    nl: async () => (await import('./departure/nl.ts')).nl,
  },
  core,
);
export interface DepartureWords extends WordsOf<typeof departure> {}
