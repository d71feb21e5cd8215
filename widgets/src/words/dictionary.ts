import { type Formats, formatsFor } from './formats.ts';

/** The words of one part of the widgets in every language there is, on top of those that every part has. */
export interface Dictionary<Words extends object> {
  /** Loads the words for a BCP 47 tag. Nothing to wait for when they are there already or when there are none. */
  load(locale: string): Promise<unknown> | undefined;
  /** The words for a tag. A language without words, or not loaded, falls back to English, dates and numbers included. */
  for(locale: string): Words;
}

/** The language that the words are in. */
export interface Shown {
  readonly language: string;
}

export type WordsOf<Known> = Known extends Dictionary<infer Words> ? Words : never;

type Language<Words> = (formats: Formats) => Words;

/**
 * English is always there; every other language is a chunk of its own, loaded when somebody reads it. A part of the widgets that
 * is loaded when it is opened brings its own dictionary, so that a page never loads words it does not show.
 */
export function dictionary<Own extends object, Base extends object = object>(
  en: Language<Own>,
  others: Readonly<Record<string, () => Promise<Language<Own>>>>,
  base?: Dictionary<Base>,
): Dictionary<Base & Own & Shown> {
  const loaded = new Map<string, Language<Own>>([['en', en]]);
  const made = new Map<string, Base & Own & Shown>();

  const load = (locale: string) => {
    const language = languageOf(locale, others);
    const chunk = language !== undefined && !loaded.has(language) ? others[language] : undefined;
    return chunk?.().then((words) => {
      loaded.set(language as string, words);
      made.clear();
    });
  };
  return {
    load(locale) {
      const waiting = [base?.load(locale), load(locale)].filter(Boolean);
      return waiting.length > 0 ? Promise.all(waiting).finally(() => made.clear()) : undefined;
    },
    for(locale) {
      const known = made.get(locale);
      if (known) return known;
      const wanted = languageOf(locale, others);
      const language = wanted !== undefined && loaded.has(wanted) ? wanted : 'en';
      const tag = isSupported(locale) && languageOf(locale, others) === language ? locale : language;
      const words = { ...(base?.for(locale) as Base), ...(loaded.get(language) ?? en)(formatsFor(tag)), language };
      made.set(locale, words);
      return words;
    },
  };
}

/** The language of a tag: a variant with words of its own (`de-informal`), else the language before the first hyphen. */
function languageOf(locale: string, others: Readonly<Record<string, unknown>>): string | undefined {
  const tag = locale.toLowerCase();
  const [language = ''] = tag.split('-');
  return [tag, language].find((known) => known === 'en' || Object.hasOwn(others, known));
}

function isSupported(locale: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale).length > 0;
  } catch {
    return false; // a malformed tag is the page's slip, not a reason to show nothing
  }
}
