import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { eventually, linkIn, useCustomer } from '../support/customer.ts';
import { withDatabases } from '../support/database.ts';
import { rounds } from '../support/soak.ts';
import { type DispatcherProcess, dispatcherProcess } from './dispatcher-process.ts';

/** In the long run, on each of seven set-ups: over 500 kills and 5,000 invitations altogether. */
const KILLS = rounds(2, 75);
const MAILS_PER_KILL = 10;
/** So many rows one process works on at the same time. */
const SLOTS = 8;

withDatabases(['sqlite', 'mariadb', 'postgres'], (setup) => {
  describe('an outbox whose dispatcher is killed again and again', () => {
    let url: string;
    const create = async () => {
      url = await setup.createUrl();
      return setup.connect(url);
    };
    const customer = useCustomer({ on: { ...setup, create }, dispatch: false });

    it('loses nothing, sends nothing that was revoked, and repeats at most what was just leaving, as the same mail', async function () {
      this.timeout(KILLS * 8_000 + 60_000);
      const { admin, organization, host, smtp } = customer;
      const invitations: { id: string; email: string }[] = [];
      const revoked = new Set<string>();
      const began = smtp.mails.length;
      let standby = dispatcherProcess(setup.name, url, smtp.url);
      for (let kill = 0; kill < KILLS; kill += 1) {
        const emails = Array.from({ length: MAILS_PER_KILL }, (_, n) => `crash${kill}-${n}@acme.test`);
        const { results } = await admin.invitations.create(organization.id, { people: emails.map((email) => ({ email })) });
        const sent = results.map(({ invitation, email }) => ({ id: invitation!.id, email }));
        await admin.invitations.revoke(organization.id, sent[0]!.id);
        revoked.add(sent[0]!.email);
        invitations.push(...sent.slice(1));
        const dispatcher: DispatcherProcess = await standby;
        if (kill + 1 < KILLS) standby = dispatcherProcess(setup.name, url, smtp.url);
        await dispatcher.start();
        await sleep(Math.random() * 150);
        await dispatcher.kill();
        // The claims of the dead would hold for a minute.
        await host
          .db('seatkit_outbox')
          .where({ status: 'waiting' })
          .whereNotNull('leaseUntil')
          .update({ leaseUntil: '2026-01-01T00:00:00.000Z' });
      }
      const last = await dispatcherProcess(setup.name, url, smtp.url);
      await last.start();
      await eventually(async () => (await host.db('seatkit_outbox').where({ status: 'waiting' })).length === 0, 60_000);
      await last.stop();

      const mails = smtp.mails.slice(began);
      const byAddress = new Map(invitations.map(({ email }) => [email, mails.filter((mail) => mail.to.includes(email))]));
      const missing = [...byAddress].filter(([, received]) => received.length === 0).map(([email]) => email);
      expect(missing, 'lost').to.deep.equal([]);
      expect(mails.filter((mail) => revoked.has(mail.to[0]!)).length, 'of revoked invitations').to.equal(0);
      const doubled = [...byAddress.values()].filter((received) => received.length > 1);
      for (const received of doubled) {
        expect(new Set(received.map((mail) => mail.messageId)).size).to.equal(1);
        expect(new Set(received.map((mail) => linkIn(mail).split('/').at(-1))).size).to.equal(1);
      }
      const repeats = mails.length - invitations.length;
      expect(repeats).to.be.at.most(KILLS * SLOTS);
      if (KILLS > 10) console.log(`outbox on ${setup.name}: ${invitations.length} mails, ${KILLS} kills, ${repeats} repeated, 0 lost`);
      for (const { id } of invitations)
        expect(await host.db('seatkit_outbox').where({ invitationId: id, status: 'done' })).to.have.length(1);
      const delivered = (await host.db('seatkit_invitations').where({ delivery: 'sent' })).length;
      expect(delivered).to.equal(invitations.length);
    });
  });
});
