import { en } from './core/en.ts';
import { dictionary, type WordsOf } from './dictionary.ts';

/** What the widgets say before anything is opened. */
export const core = dictionary(en, {
  de: async () => (await import('./core/de.ts')).de,
  'de-informal': async () => (await import('./core/de-informal.ts')).deInformal,
  fr: async () => (await import('./core/fr.ts')).fr,
  nl: async () => (await import('./core/nl.ts')).nl,
});
export interface Words extends WordsOf<typeof core> {}
