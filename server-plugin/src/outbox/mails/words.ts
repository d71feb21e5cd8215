import type { MailTemplate } from '../queue-mail.ts';
import { de, deInformal } from './words.de.ts';
import { en } from './words.en.ts';

/** The languages mail is written in. */
export type MailLanguage = 'en' | 'de' | 'de-informal';

/** What a mail speaks of. Names are those of people and organizations, as they were entered. */
export interface MailFacts {
  /** What the platform is called: the name of `mailFrom`, else its host name, `lms.example`. */
  readonly site: string;
  readonly organization: string;
  /** Who invited; null when it was the operator or a program. */
  readonly inviter: string | null;
  /** The recipient's first and last name, each maybe empty. */
  readonly firstName: string;
  readonly lastName: string;
  /** When the link expires, written in the recipient's language. */
  readonly expires: string;
  readonly oldEmail: string;
  readonly newEmail: string;
}

/** The words of one kind of mail. */
export interface TemplateWords {
  subject(facts: MailFacts): string;
  title(facts: MailFacts): string;
  lines(facts: MailFacts): readonly string[];
  /** Null: the mail has no button. */
  readonly button: string | null;
  /** Below the button. */
  after(facts: MailFacts): readonly string[];
  /** Who sent this and why. */
  footer(facts: MailFacts): readonly string[];
}

/** Everything that mail says in one language. */
export interface MailWords extends Readonly<Record<MailTemplate, TemplateWords>> {
  /** The invitation of somebody who already has an account at the host. */
  readonly invitation_known: TemplateWords;
  greeting(facts: MailFacts): string;
  /** Above the names of the products. */
  readonly products: string;
  /** Above the personal message. */
  message(facts: MailFacts): string;
  /** Above the address behind the button. */
  readonly copyLink: string;
}

/** Changes the words of a language, e.g. to call things as the host calls them. */
export type MailWordsOption = (language: MailLanguage, words: MailWords) => MailWords;

const words: Readonly<Record<MailLanguage, MailWords>> = { en, de, 'de-informal': deInformal };

/** The words of a language, as the host wants them. */
export function mailWords(language: MailLanguage, change: MailWordsOption | undefined): MailWords {
  return change ? change(language, words[language]) : words[language];
}

/** Whether a locale asks for the familiar form, as `de-informal` does. */
export function isInformal(locale: string): boolean {
  return /^de[-_](.*[-_])?informal$/i.test(locale);
}
