import type { Words } from './core.ts';
import type { DepartureWords } from './departure.ts';
import type { Language, SomeWords } from './dictionary.ts';
import type { DrawerWords } from './drawer.ts';
import type { Formats } from './formats.ts';
import type { GroupWords } from './group.ts';
import type { GroupsWords } from './groups.ts';
import type { InviteWords } from './invite.ts';
import type { MemberWords } from './member.ts';
import type { OptionWords } from './options.ts';
import type { PersonWords } from './person.ts';
import type { PoolWords } from './pools.ts';

/** Every word of every part of the widgets, by its key. */
export type AllWords = Omit<
  Words & DepartureWords & DrawerWords & GroupWords & GroupsWords & InviteWords & MemberWords & OptionWords & PersonWords & PoolWords,
  keyof Formats | 'language'
>;

/** Words to put in the place of ours: any key, and of a group of words (`status`, `problems`) any key in it. */
export type OwnWords = SomeWords<AllWords>;

const replaced: { readonly tag: string; readonly words: Language<object> }[] = [];
const listeners = new Set<() => void>();

/**
 * Puts the host's words in the place of ours in all widgets of the page, those already shown included.
 *
 * @param locale A language (`de`), which counts for all its variants too, or one variant (`de-AT`, `de-informal`), which wins over it.
 * @param words Only what is to change. Sentences that hold a name or a number are functions, as in our own language files
 * (`widgets/src/words`). A function gets the `Intl` formats of the language, for plurals, numbers and dates, and answers the words.
 */
export function setWords(locale: string, words: OwnWords | Language<OwnWords>): void {
  replaced.push({ tag: locale.toLowerCase(), words: typeof words === 'function' ? words : () => words });
  for (const listener of listeners) listener();
}

/** What was put in place for these tags, in the order in which it counts: the last wins. */
export function replacedWords(tags: readonly string[]): Language<object>[] {
  return tags.flatMap((tag) => replaced.filter((entry) => entry.tag === tag).map(({ words }) => words));
}

/** Calls back whenever words are replaced, until what it answers is called. */
export function onReplaced(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
