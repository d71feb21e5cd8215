import { de } from './de.ts';
import { deInformal } from './de-informal.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import type { JoinWords } from './join.words.ts';
import type { MailWords } from './mail.words.ts';
import { nl } from './nl.ts';

/** The languages of mail and of the join pages. */
export type Language = 'en' | 'de' | 'de-informal' | 'nl' | 'fr';

/** Every word that Seatkit writes to people in one language, widgets apart. `docs/terms.md` says which words it uses. */
export interface Words {
  readonly mail: MailWords;
  readonly join: JoinWords;
}

/** Some of the words, in the shape of all of them. */
export type Changes<T> = T extends (...given: never) => unknown
  ? T
  : T extends object
    ? { readonly [Key in keyof T]?: Changes<T[Key]> | undefined }
    : T;

/** Words of the host's own in place of ours, by language. What is left out stays as it is. */
export type WordsOption = { readonly [Key in Language]?: Changes<Words> | undefined };

const ours: Readonly<Record<Language, Words>> = { en, de, 'de-informal': deInformal, nl, fr };

/** The words as the host wants them. Throws when it names one that there is not, so that a slip does not go unseen. */
export function wordsWith(option: WordsOption | undefined): Readonly<Record<Language, Words>> {
  return merge(ours, option, 'words') as Readonly<Record<Language, Words>>;
}

function merge(whole: object, changes: object | undefined, path: string): object {
  if (changes !== undefined && !isGroup(changes)) throw new Error(`${path}: give an object`);
  const merged: Record<string, unknown> = { ...whole };
  for (const [key, change] of Object.entries(changes ?? {})) {
    const here = `${path}.${key}`;
    if (!Object.hasOwn(merged, key)) throw new Error(`${here}: there is no such word; there are ${Object.keys(whole).join(', ')}`);
    const own = merged[key];
    if (change !== undefined) merged[key] = isGroup(own) ? merge(own, change as object, here) : requireKind(own, change, here);
  }
  return merged;
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function requireKind(own: unknown, change: unknown, path: string): unknown {
  const wanted = typeof own === 'function' ? 'function' : 'string';
  // Whether a mail has a button is the host's to say; a page's button is its way on.
  const mayBeNull = /\.mail\.\w+\.button$/.test(path);
  if (typeof change !== wanted && !(change === null && mayBeNull)) throw new Error(`${path}: give a ${wanted}`);
  return change;
}
