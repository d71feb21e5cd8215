import { isInformal, type MailLanguage } from './words.ts';

/** A language we have words for, and the tag by which dates are written. */
export interface ChosenLanguage {
  readonly language: MailLanguage;
  readonly tag: string;
}

/**
 * The first known of several locales, best first. What we have no words for is written in English. Whether people are addressed formally is the
 * sender's style: it is taken from a later locale when the first one only names the language.
 */
export function chooseLanguage(locales: readonly (string | null | undefined)[]): ChosenLanguage {
  const known = locales.filter((locale): locale is string => typeof locale === 'string' && locale !== '');
  const first = known[0] ?? 'en';
  const base = first.toLowerCase().split(/[-_]/)[0]!;
  if (base !== 'de') return { language: 'en', tag: base === 'en' ? dateTag(first, 'en') : 'en' };
  const informal = known.some(isInformal);
  return { language: informal ? 'de-informal' : 'de', tag: dateTag(first.replace(/[-_]informal$/i, ''), 'de') };
}

/** An instant as people write it in that language. UTC, because we do not know where the reader is. */
export function formatTime(iso: string, tag: string): string {
  return new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(iso)).concat(' UTC');
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
