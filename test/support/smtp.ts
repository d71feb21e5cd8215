import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import PostalMime, { type Address, type Header } from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';

/** A mail as it arrived. */
export interface ReceivedMail {
  /** The envelope's recipients: who really gets it. */
  readonly to: readonly string[];
  readonly from: string;
  readonly replyTo: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string | undefined;
  readonly headers: readonly Header[];
}

/** A mail server that keeps what it gets. */
export interface SmtpSink {
  /** For `mail` of the plugin, e.g. `smtp://127.0.0.1:40251`. */
  readonly url: string;
  readonly mails: readonly ReceivedMail[];
  /** Refuses the next `count` recipients with an SMTP code, e.g. 550 (for good) or 451 (try later). */
  failNext(count: number, code: number): void;
  /** From now on takes recipients without ever answering, until `clear`. */
  hang(): void;
  /** Forgets the mails and every trouble. */
  clear(): void;
  /** The first mail for which `matches` is true, waiting for it at most `ms`. */
  waitFor(matches: (mail: ReceivedMail) => boolean, ms?: number): Promise<ReceivedMail>;
  stop(): Promise<void>;
}

/** Starts a mail server on a free loopback port. */
export async function startSmtp(): Promise<SmtpSink> {
  const mails: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  let trouble = { count: 0, code: 0, hangs: false };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo(_address, _session, done) {
      if (trouble.hangs) return;
      if (trouble.count === 0) return done();
      trouble.count -= 1;
      done(Object.assign(new Error('refused by the test'), { responseCode: trouble.code }));
    },
    onData(stream, session, done) {
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      read(stream, recipients).then((mail) => {
        mails.push(mail);
        done();
      }, done);
    },
  });
  // A client that hangs up in the middle (one that timed out, say) is no concern of the sink.
  server.on('error', (error) => console.warn(`mail server: ${error.message}`));
  server.server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;

  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    failNext(count, code) {
      trouble = { count, code, hangs: false };
    },
    hang() {
      trouble = { count: 0, code: 0, hangs: true };
    },
    clear() {
      mails.length = 0;
      trouble = { count: 0, code: 0, hangs: false };
    },
    async waitFor(matches, ms = 5000) {
      for (const deadline = Date.now() + ms; Date.now() < deadline; await sleep(20)) {
        const mail = mails.find(matches);
        if (mail) return mail;
      }
      throw new Error(`no such mail within ${ms} ms; arrived: ${JSON.stringify(mails.map(({ to, subject }) => ({ to, subject })))}`);
    },
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

async function read(stream: SMTPServerDataStream, to: readonly string[]): Promise<ReceivedMail> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  const { from, replyTo, subject = '', text = '', html = '', messageId, headers } = await PostalMime.parse(Buffer.concat(chunks));
  return { to, from: from?.address ?? '', replyTo: addresses(replyTo), subject, text, html, messageId, headers };
}

function addresses(list: readonly Address[] = []): string[] {
  return list.flatMap(({ address }) => address ?? []);
}
