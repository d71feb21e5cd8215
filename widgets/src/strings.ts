import type { Total } from '@seatkit/sdk';
import { en } from './strings.en.ts';

/** What the sentences need of `Intl`, bound to one language. */
export interface Formats {
  number(value: number): string;
  /** `#` in the chosen form stands for the number. */
  count(value: number | Total, one: string, other: string): string;
  /** A day, with the year when it is not this one. */
  date(iso: string): string;
  /** Under a week as a distance (`5 minutes ago`), else the day. */
  when(iso: string): string;
}

/** Every word of the widgets in one language. English is the pattern; a language that misses one does not compile. */
export type Words = ReturnType<typeof en> & { readonly language: string };

type Language = (formats: Formats) => ReturnType<typeof en>;

/** English is always there; every other language is a chunk of its own, loaded when somebody reads it. */
const others: Readonly<Record<string, () => Promise<Language>>> = {
  de: async () => (await import('./strings.de.ts')).de,
};
const loaded = new Map<string, Language>([['en', en]]);
const made = new Map<string, Words>();

function languageOf(locale: string): string {
  return locale.toLowerCase().split('-')[0] ?? '';
}

/** Loads the words for a tag. Nothing to wait for when they are there already or when there are none. */
export function loadWords(locale: string): Promise<void> | undefined {
  const language = languageOf(locale);
  const load = Object.hasOwn(others, language) && !loaded.has(language) ? others[language] : undefined;
  return load?.().then((words) => {
    loaded.set(language, words);
    made.clear();
  });
}

/** The words for a BCP 47 tag. A language without words, or not loaded, falls back to English, dates and numbers included. */
export function wordsFor(locale: string): Words {
  const known = made.get(locale);
  if (known) return known;
  const language = loaded.has(languageOf(locale)) ? languageOf(locale) : 'en';
  const tag = supported(locale) && languageOf(locale) === language ? locale : language;
  const words = { ...(loaded.get(language) ?? en)(formatsFor(tag)), language };
  made.set(locale, words);
  return words;
}

function supported(locale: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale).length > 0;
  } catch {
    return false; // a malformed tag is the page's slip, not a reason to show nothing
  }
}

function formatsFor(tag: string): Formats {
  const numbers = new Intl.NumberFormat(tag);
  const plurals = new Intl.PluralRules(tag);
  const thisYear = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short' });
  const otherYear = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: 'numeric' });
  const distance = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const date = (iso: string) => {
    const day = new Date(iso);
    return (day.getFullYear() === new Date().getFullYear() ? thisYear : otherYear).format(day);
  };
  return {
    number: (value) => numbers.format(value),
    count: (value, one, other) => {
      const exact = typeof value === 'number';
      const amount = exact ? value : value.atLeast;
      return (plurals.select(amount) === 'one' ? one : other).replace('#', numbers.format(amount) + (exact ? '' : '+'));
    },
    date,
    when: (iso) => {
      const minutes = Math.round((Date.parse(iso) - Date.now()) / 60_000);
      const size = Math.abs(minutes);
      if (size < 60) return distance.format(minutes, 'minute');
      if (size < 24 * 60) return distance.format(Math.trunc(minutes / 60), 'hour');
      if (size < 7 * 24 * 60) return distance.format(Math.trunc(minutes / 60 / 24), 'day');
      return date(iso);
    },
  };
}
