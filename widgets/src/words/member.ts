import { dictionary, type WordsOf } from './dictionary.ts';
import { en } from './member/en.ts';
import { person } from './person.ts';

/** What can be done to one member. */
export const member = dictionary(
  en,
  {
    de: async () => (await import('./member/de.ts')).de,
    fr: async () => (await import('./member/fr.ts')).fr,
    nl: async () => (await import('./member/nl.ts')).nl,
  },
  person,
);
export interface MemberWords extends WordsOf<typeof member> {}
