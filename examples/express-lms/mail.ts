import { randomUUID } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { addressKey } from './accounts.ts';
import { config } from './config.ts';
import { db } from './db.ts';

/** A mail of the host or of Seatkit. The same `messageId` is delivered once. */
export interface OutgoingMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId?: string;
  readonly replyTo?: string;
}

/** A mail as the demo's inbox shows it. */
export interface ReceivedMail {
  readonly id: number;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly links: readonly string[];
  readonly sentAt: string;
}

const transport = config.smtpUrl ? createTransport(config.smtpUrl) : null;
let quiet = false;

/** Drops all mail while the demo data are made: nobody asked for those. */
export async function withoutMail(work: () => Promise<void>): Promise<void> {
  quiet = true;
  try {
    await work();
  } finally {
    quiet = false;
  }
}

/** Hands a mail to the mail server, or puts it into the demo's own inbox. */
export async function sendMail(mail: OutgoingMail): Promise<void> {
  if (quiet) return;
  if (transport) {
    await transport.sendMail({ from: config.mailFrom, ...mail });
    return;
  }
  const { to, subject, text, html, messageId = randomUUID() } = mail;
  await db('inbox')
    .insert({ message_id: messageId, to_key: addressKey(to), recipient: to, subject, text, html, sent_at: Date.now() })
    .onConflict('message_id')
    .ignore();
}

function received(row: Record<string, string | number>): ReceivedMail {
  const text = String(row.text);
  const links = (text.match(/https?:\/\/[^\s<>"]+/g) ?? []).map((link) => link.replace(/[.,;:!?)]+$/, ''));
  return {
    id: Number(row.id),
    to: String(row.recipient),
    subject: String(row.subject),
    text,
    html: String(row.html),
    links: [...new Set(links)],
    sentAt: new Date(Number(row.sent_at)).toISOString(),
  };
}

/** The newest mails, to everybody or to one address. */
export async function listInbox(limit: number, to?: string): Promise<ReceivedMail[]> {
  const query = db('inbox').orderBy('id', 'desc').limit(limit);
  if (to !== undefined) query.where({ to_key: addressKey(to) });
  return (await query).map(received);
}

/** One mail of the inbox. */
export async function findMail(id: number): Promise<ReceivedMail | undefined> {
  const row = await db('inbox').where({ id }).first();
  return row && received(row);
}
