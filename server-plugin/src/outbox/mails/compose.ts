import type { Host } from '../../host/host.ts';
import { type ChosenLanguage, formatTime } from '../../words/language.ts';
import type { MailFacts } from '../../words/mail.words.ts';
import type { MailTemplate } from '../queue-mail.ts';
import { type MailBody, toHtml, toText } from './layout.ts';

/** Everything a mail is made from. */
export interface MailContent extends Omit<MailFacts, 'expires'> {
  readonly template: MailTemplate;
  readonly language: ChosenLanguage;
  readonly knownAccount: boolean;
  /** The names of the pools whose seats the recipient gets. */
  readonly products: readonly string[];
  readonly message: string | null;
  readonly url: string;
  readonly expiresAt: string | null;
}

export interface ComposedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Writes a mail: the same words as text and as HTML, in the host's layout if it has one. */
export function composeMail(host: Host, content: MailContent): Promise<ComposedMail> {
  return layOutMail(host, writeMail(host, content));
}

/** The words of a mail, before it has a layout. */
export function writeMail(host: Host, content: MailContent): MailBody {
  const { language, template, products, message } = content;
  const words = host.words[language.language].mail;
  const facts: MailFacts = { ...content, expires: content.expiresAt === null ? '' : formatTime(content.expiresAt, language.tag) };
  const own = words[template === 'invitation' && content.knownAccount ? 'invitation_known' : template];
  return {
    lang: language.tag,
    subject: oneLine(own.subject(facts)),
    title: own.title(facts),
    greeting: words.greeting(facts),
    lines: own.lines(facts),
    list: products.length > 0 ? { title: words.products, items: products } : null,
    quote: message === null || message.trim() === '' ? null : { title: words.message(facts), text: message },
    button: own.button === null ? null : { label: own.button, url: content.url, copyLink: words.copyLink },
    after: own.after(facts),
    footer: own.footer(facts),
  };
}

/** Text and HTML of a mail whose words are there. */
export async function layOutMail({ options }: Host, body: MailBody): Promise<ComposedMail> {
  const { subject } = body;
  const text = toText(body);
  if (!options.mailLayout) return { subject, text, html: toHtml(body) };
  const html: unknown = await options.mailLayout(body);
  if (typeof html === 'string' && html !== '') return { subject, text, html };
  throw new Error('mailLayout: answer the HTML as text');
}

/** A subject is one line, whatever the names in it hold. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 250);
}
