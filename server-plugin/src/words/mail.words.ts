import type { MailTemplate } from '../outbox/queue-mail.ts';

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

/** Who is behind a mail: `Ada Lovelace (Acme)`, or the organization alone. */
export const senderOf = ({ inviter, organization }: MailFacts): string =>
  inviter === null ? organization : `${inviter} (${organization})`;

/** `Bob Miller`, `Bob`, or nothing. */
export const fullNameOf = ({ firstName, lastName }: MailFacts): string => `${firstName} ${lastName}`.trim();
