import { core } from './core.ts';
import { en } from './departure/en.ts';
import { dictionary, type WordsOf } from './dictionary.ts';

/** What is said before somebody leaves, or gains or loses rights. */
export const departure = dictionary(en, { de: async () => (await import('./departure/de.ts')).de }, core);
export interface DepartureWords extends WordsOf<typeof departure> {}
