import { core } from './core.ts';
import { dictionary, type WordsOf } from './dictionary.ts';
import { en } from './pools/en.ts';

/** What a pool holds and how long it runs. */
export const pools = dictionary(
  en,
  {
    de: async () => (await import('./pools/de.ts')).de,
    'de-informal': async () => (await import('./pools/de-informal.ts')).deInformal,
    fr: async () => (await import('./pools/fr.ts')).fr,
    nl: async () => (await import('./pools/nl.ts')).nl,
  },
  core,
);
export interface PoolWords extends WordsOf<typeof pools> {}
