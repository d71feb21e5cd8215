import { createTransport } from 'nodemailer';
import type { Host } from '../host/host.ts';
import { SECOND } from '../ids.ts';
import type { Mail } from '../options.ts';

/** Hands mail to the host's mail server. Rejects with what the server said. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
  /** Rejects when the mail server cannot be reached or refuses the credentials. A function of the host cannot be asked. */
  verify(): Promise<void>;
  /** Closes what was opened here; a transport of the host's own stays open. */
  close(): void;
}

/** A server that is silent for longer is given up, before the claim on the row runs out. */
const limits = { connectionTimeout: 10 * SECOND, greetingTimeout: 10 * SECOND, socketTimeout: 20 * SECOND };

interface Transporter {
  sendMail(message: object): Promise<unknown>;
  verify?(): Promise<unknown>;
  close?(): void;
}

/** The way mail leaves, by `options.mail`. Null: the host has named none, and mail waits. */
export function mailerOf(host: Host): Mailer | null {
  const { mail } = host.options;
  if (mail === undefined) return null;
  if (typeof mail === 'function') return { send: async (message) => void (await mail(message)), async verify() {}, close() {} };
  if (typeof mail === 'object' && isTransporter(mail)) return throughTransporter(host, mail, () => {});
  const transporter: Transporter = createTransport(
    typeof mail === 'string' ? { ...limits, url: mail } : isTransport(mail) ? mail : { ...limits, ...mail },
  );
  return throughTransporter(host, transporter, () => transporter.close?.());
}

function throughTransporter(host: Host, transporter: Transporter, close: () => void): Mailer {
  const from = host.options.mailFrom ?? `no-reply@${new URL(host.baseUrl).hostname}`;
  return {
    async send({ to, replyTo, ...mail }) {
      // An address as an object is never read as a list of several.
      await transporter.sendMail({
        ...mail,
        from,
        to: { name: '', address: to },
        ...(replyTo === undefined ? {} : { replyTo: { name: '', address: replyTo } }),
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    },
    verify: async () => void (await transporter.verify?.()),
    close,
  };
}

/** Asks the mail server whether it would take mail from us, for `doctor`. */
export async function verifyMail(host: Host): Promise<void> {
  const mailer = mailerOf(host);
  try {
    await mailer?.verify();
  } finally {
    mailer?.close();
  }
}

function isTransporter(mail: object): mail is Transporter {
  return 'sendMail' in mail && typeof mail.sendMail === 'function';
}

function isTransport(mail: object): boolean {
  return 'send' in mail && typeof mail.send === 'function';
}
