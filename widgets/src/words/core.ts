import { en } from './core/en.ts';
import { dictionary, type WordsOf } from './dictionary.ts';

/** What the widgets say before anything is opened. */
export const core = dictionary(en, { de: async () => (await import('./core/de.ts')).de });
export interface Words extends WordsOf<typeof core> {}
