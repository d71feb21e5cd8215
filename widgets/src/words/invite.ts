import { dictionary, type WordsOf } from './dictionary.ts';
import { en } from './invite/en.ts';
import { person } from './person.ts';

/** The form that invites people, and what became of each. */
export const invite = dictionary(
  en,
  {
    de: async () => (await import('./invite/de.ts')).de,
    'de-informal': async () => (await import('./invite/de-informal.ts')).deInformal,
    fr: async () => (await import('./invite/fr.ts')).fr,
    nl: async () => (await import('./invite/nl.ts')).nl,
  },
  person,
);
export interface InviteWords extends WordsOf<typeof invite> {}
