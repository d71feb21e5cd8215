import { core } from './core.ts';
import { dictionary, type WordsOf } from './dictionary.ts';
import { en } from './group/en.ts';

/** One chosen group: whom to add, its people, its name. */
export const group = dictionary(en, { de: async () => (await import('./group/de.ts')).de }, core);
export interface GroupWords extends WordsOf<typeof group> {}
