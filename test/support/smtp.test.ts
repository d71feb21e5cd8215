import { expect } from 'chai';
import { createTransport } from 'nodemailer';
import { type SmtpSink, startSmtp } from './smtp.ts';

describe('test mail server', () => {
  let smtp: SmtpSink;
  before(async () => {
    smtp = await startSmtp();
  });
  after(() => smtp.stop());

  it('refuses as told, then receives what was sent', async () => {
    const transport = createTransport(smtp.url);
    const mail = {
      from: 'lms@example.org',
      to: 'ada@example.org',
      replyTo: 'bob@example.org',
      subject: 'Grüße 🪑',
      text: 'Hi',
      html: '<p>Hi</p>',
    };
    smtp.failNext(1, 550);
    const refused = await transport.sendMail(mail).catch((error: unknown) => error);
    expect(refused).to.include({ responseCode: 550 });
    await transport.sendMail(mail);
    const received = await smtp.waitFor(({ to }) => to.includes('ada@example.org'));
    expect(received).to.deep.include({ from: 'lms@example.org', replyTo: ['bob@example.org'], subject: 'Grüße 🪑' });
    expect([received.text.trim(), received.html.trim()]).to.deep.equal(['Hi', '<p>Hi</p>']);
    expect(smtp.mails).to.have.length(1);
  });

  it('hangs as told, and still stops', async () => {
    smtp.hang();
    const transport = createTransport(`${smtp.url}?socketTimeout=200`);
    const failed = await transport.sendMail({ from: 'a@example.org', to: 'b@example.org', text: 'Hi' }).catch((error: unknown) => error);
    expect(failed).to.be.an('error');
    smtp.clear();
    expect(smtp.mails).to.be.empty;
  });
});
