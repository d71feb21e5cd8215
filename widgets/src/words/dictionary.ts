import { type Formats, formatsFor } from './formats.ts';
import { onReplaced, replacedWords } from './set-words.ts';

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

/** The words of a language, put together with the formats of the tag that is shown. */
export type Language<Words> = (formats: Formats) => Words;

/** The languages beside English. Each has a file of its own in every part of the widgets. */
type OtherLanguage = 'de' | 'fr' | 'nl';

type Files<Words> = Readonly<
  Record<OtherLanguage, () => Promise<Language<Words>>> &
    Partial<Record<`${OtherLanguage}-${string}`, () => Promise<Language<SomeWords<Words>>>>>
>;

/** Some of the words: any key, and of a group of words any key in it. */
export type SomeWords<Words> = {
  readonly [Key in keyof Words]?: Words[Key] extends string
    ? string
    : Words[Key] extends (...args: never[]) => unknown
      ? Words[Key]
      : SomeWords<Words[Key]>;
};

/**
 * English is always there; every other language is a chunk of its own, loaded when somebody reads it. A variant (`de-informal`)
 * holds only what differs from its language. A part of the widgets that is loaded when it is opened brings its own dictionary, so
 * that a page never loads words it does not show.
 */
export function dictionary<Own extends object, Base extends object = object>(
  en: Language<Own>,
  others: Files<Own>,
  base?: Dictionary<Base>,
): Dictionary<Base & Own & Shown> {
  const loaded = new Map<string, Language<object>>([['en', en]]);
  const made = new Map<string, Base & Own & Shown>();
  const forget = () => made.clear();
  onReplaced(forget);

  const load = async (tag: string) => {
    loaded.set(tag, (await others[tag as OtherLanguage]()) as Language<object>);
  };
  return {
    load(locale) {
      const missing = tagsOf(locale).filter((tag) => Object.hasOwn(others, tag) && !loaded.has(tag));
      const waiting = [base?.load(locale), ...missing.map(load)].filter(Boolean);
      return waiting.length > 0 ? Promise.all(waiting).finally(forget) : undefined;
    },
    for(locale) {
      const known = made.get(locale);
      if (known) return known;
      const tags = tagsOf(locale);
      const [wanted = ''] = tags;
      const language = loaded.has(wanted) ? wanted : 'en';
      const own = replacedWords(tags);
      const formats = formatsFor((language === wanted || own.length > 0) && isSupported(locale) ? locale : language);
      const layers = [...(language === wanted ? tags : [language]).flatMap((tag) => loaded.get(tag) ?? []), ...own];
      const words = layers.reduce<object>((below, layer) => lay(below, layer(formats)), { ...base?.for(locale), language }) as Base &
        Own &
        Shown;
      made.set(locale, words);
      return words;
    },
  };
}

/** The tags that words may be found by, the most general first: `de-AT-informal` is `de`, `de-informal` and itself. */
function tagsOf(locale: string): string[] {
  const tag = locale.toLowerCase();
  const [language = '', ...rest] = tag.split(/[-_]/);
  return [...new Set([language, `${language}-${rest.at(-1)}`, tag])];
}

/** Words with others over them, group by group. What a page has left empty is as if it were not there. */
function lay(below: object, over: object): object {
  const words: Record<string, unknown> = { ...below };
  for (const [key, value] of Object.entries(over)) {
    if (value !== null && value !== undefined) words[key] = typeof value === 'object' ? lay(words[key] as object, value) : value;
  }
  return words;
}

function isSupported(locale: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale).length > 0;
  } catch {
    return false; // a malformed tag is the page's slip, not a reason to show nothing
  }
}
