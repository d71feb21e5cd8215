/** The languages that mail is written in. How formally people are addressed is the organization's style and not chosen here. */
export const mailLanguages: readonly string[] = ['en', 'de', 'fr', 'nl'];

/** The language in which mail of a locale is written. */
export function mailLanguageOf(locale: string): string {
  const [base = ''] = locale.toLowerCase().split(/[-_]/);
  return mailLanguages.includes(base) ? base : 'en';
}
