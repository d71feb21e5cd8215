import type { Language } from './words.ts';

/** A language we have words for, and the tag by which dates are written. */
export interface ChosenLanguage {
  readonly language: Language;
  readonly tag: string;
}

/** Every language is also what its country variants are written in: `de-AT` in German, `fr-CA` in French. */
const known = ['en', 'de', 'nl', 'fr'] as const satisfies readonly Language[];

/**
 * The first of several locales, best first. What we have no words for is written in English. Whether people are addressed formally is the
 * sender's style: it is taken from a later locale when the first one only names the language.
 */
export function chooseLanguage(locales: readonly (string | null | undefined)[]): ChosenLanguage {
  const given = locales.filter((locale): locale is string => typeof locale === 'string' && locale !== '');
  const first = given[0] ?? 'en';
  const language = languageOf(first);
  if (language === null) return { language: 'en', tag: 'en' };
  const informal = language === 'de' && given.some(isInformal);
  return { language: informal ? 'de-informal' : language, tag: dateTag(first.replace(/[-_]informal$/i, ''), language) };
}

/** The language of a locale, however the host spells it (`fr`, `fr-CA`, `fr_CA`). Null: we have no words for it. */
export function languageOf(locale: string): (typeof known)[number] | null {
  const base = locale.toLowerCase().split(/[-_]/)[0];
  return known.find((language) => language === base) ?? null;
}

/** An instant as people write it in that language. UTC, because we do not know where the reader is. */
export function formatTime(iso: string, tag: string): string {
  return new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(iso)).concat(' UTC');
}

/** Whether a locale asks for the familiar form, as `de-informal` does. */
function isInformal(locale: string): boolean {
  return /^de[-_](.*[-_])?informal$/i.test(locale);
}

function dateTag(locale: string, fallback: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale.replaceAll('_', '-'))[0] ?? fallback;
  } catch (error) {
    // A host's own spelling of a locale need not be a language tag.
    if (error instanceof RangeError) return fallback;
    throw error;
  }
}
