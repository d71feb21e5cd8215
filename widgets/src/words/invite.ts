import { core } from './core.ts';
import { dictionary, type WordsOf } from './dictionary.ts';
import { en } from './invite/en.ts';

/** The form that invites people, and what became of each. */
export const invite = dictionary(en, { de: async () => (await import('./invite/de.ts')).de }, core);
export interface InviteWords extends WordsOf<typeof invite> {}
