import { setTimeout as sleep } from 'node:timers/promises';
import type { NewInvitation } from '@seatkit/sdk/contract';
import type { Mail } from '@seatkit/server-plugin';
import { expect } from 'chai';
import type { Knex } from 'knex';
import { dispatchOnce, startDispatcher } from '../../server-plugin/src/outbox/outbox.dispatcher.ts';
import { outboxHealth } from '../../server-plugin/src/outbox/outbox.health.ts';
import type { OutboxRow } from '../../server-plugin/src/outbox/outbox.table.ts';
import { withDatabases } from '../support/database.ts';
import { type SmtpSink, startSmtp } from '../support/smtp.ts';
import { type JoinHost, startJoinHost } from './join-host.ts';

const operator = { operator: 'test' };
const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();

withDatabases('main', (setup) => {
  describe('outbox', () => {
    let smtp: SmtpSink;
    let db: Knex;
    let url: string;
    let host: JoinHost;
    let organization: { id: string; poolId: string; adminId: string };
    /** When set, mail goes here instead of to the mail server. */
    let sendInstead: ((mail: Mail) => Promise<void>) | null = null;
    let committed: (event: { type: string; product: string }) => void = () => {};

    before(async () => {
      smtp = await startSmtp();
      url = await setup.createUrl();
      db = setup.connect(url);
      host = await startJoinHost(db, {
        mail: smtp.url,
        mailFrom: 'Fernhill <no-reply@lms.example>',
        access: { committed: (event) => committed(event) },
      });
      organization = await host.addOrganization('acme');
      await dispatchOnce(host.base);
    });
    after(async () => {
      await host.close();
      await smtp.stop();
    });
    beforeEach(async () => {
      await db('seatkit_outbox').delete();
      smtp.clear();
      host.errors.length = 0;
      sendInstead = null;
      committed = () => {};
    });

    const baseWith = (mail: (mail: Mail) => Promise<void>) => ({
      ...host.base,
      host: { ...host.base.host, options: { ...host.base.host.options, mail } },
    });
    const dispatch = () => dispatchOnce(sendInstead ? baseWith(sendInstead) : host.base);
    const invite = async (person: NewInvitation, more: object = {}, organizationId = organization.id) => {
      const body = { people: [person], ...more };
      const { results } = await host.seatkit.run(null, { userId: organization.adminId }, 'createInvitations', {
        params: { organizationId },
        body,
      });
      return results[0]!;
    };
    const rows = async (where: object = {}) => (await db('seatkit_outbox').where(where).orderBy('id')) as OutboxRow[];
    const deliveryOf = async (id: string | undefined) =>
      ((await db('seatkit_invitations').where({ id }).first()) as { delivery: string }).delivery;
    const makeDue = () =>
      db('seatkit_outbox')
        .where({ status: 'waiting' })
        .update({ availableAt: ago(1) });

    it('mails an invitation with everything in it, and keeps nothing of it', async () => {
      const { invitation, member } = await invite(
        { email: 'bob@x.example', firstName: 'Bob', poolIds: [organization.poolId] },
        { message: 'Hi <b>there</b>\nAda' },
      );
      await dispatch();
      const mail = await smtp.waitFor(({ to }) => to.includes('bob@x.example'));
      expect(mail).to.deep.include({
        from: 'no-reply@lms.example',
        subject: 'Ada Lovelace invites you to Acme',
        replyTo: ['ada@acme.example'],
      });
      expect(mail.text).to.match(/Hello Bob,[\s\S]*- Pro[\s\S]*\| Hi <b>there<\/b>\n {2}\| Ada[\s\S]*\/seatkit\/join\/[\w-]{43}\n/);
      expect(mail.html).to.include('Hi &lt;b&gt;there&lt;/b&gt;<br>Ada').and.not.include('<b>there');
      const [row] = await rows();
      expect(mail.messageId).to.equal(`<${row!.id}@127.0.0.1>`);
      expect(row).to.include({ status: 'done', payload: '{}' });
      expect(await deliveryOf(invitation?.id)).to.equal('sent');
      expect(await db('seatkit_members').where({ id: member?.id }).first())
        .to.have.property('messagedAt')
        .that.is.a('string');
    });

    it('sends only the newest link, and none of a revoked invitation', async () => {
      const first = await invite({ email: 'carl@x.example' });
      await host.seatkit.run(null, operator, 'sendInvitation', {
        params: { organizationId: organization.id, invitationId: first.invitation!.id },
        body: {},
      });
      const revoked = await invite({ email: 'dora@x.example' });
      await host.seatkit.run(null, operator, 'revokeInvitation', {
        params: { organizationId: organization.id, invitationId: revoked.invitation!.id },
      });
      await dispatch();
      expect(smtp.mails.map(({ to }) => to)).to.deep.equal([['carl@x.example']]);
      expect((await rows()).map((row) => row.status)).to.deep.equal(['dropped', 'done', 'dropped']);
      expect((await fetch(/http\S+\/join\/\S+/.exec(smtp.mails[0]!.text)![0])).status).to.equal(200);
    });

    it('writes in the language of the recipient, else of the batch, else of the organization', async () => {
      await host.addUser({ email: 'fritz@x.example', locale: 'de-AT' });
      await invite({ email: 'fritz@x.example' });
      await invite({ email: 'gerda@x.example' }, { locale: 'de-informal' });
      await invite({ email: 'hans@x.example', locale: 'de' }, { locale: 'en' });
      await dispatch();
      const subjects = Object.fromEntries(smtp.mails.map(({ to, subject }) => [to[0], subject]));
      expect(subjects).to.deep.equal({
        'fritz@x.example': 'Ihr Zugang bei Acme',
        'gerda@x.example': 'Ada Lovelace lädt dich zu Acme ein',
        'hans@x.example': 'Ada Lovelace lädt Sie zu Acme ein',
      });
    });

    it('tries again later, with the same Message-ID, and says so without an address', async () => {
      await invite({ email: 'ida@x.example' });
      smtp.failNext(1, 451);
      await dispatch();
      const [row] = await rows();
      expect(row).to.include({ status: 'waiting', attempts: 1, leasedBy: null });
      expect(Date.parse(row!.availableAt) - Date.now()).to.be.within(2000, 7000);
      expect(row!.error).to.match(/EENVELOPE 451/);
      expect(host.errors.join()).to.include('451').and.not.include('ida@');
      await makeDue();
      await dispatch();
      expect((await smtp.waitFor(({ to }) => to.includes('ida@x.example'))).messageId).to.equal(`<${row!.id}@127.0.0.1>`);
    });

    it('gives up at once when the server refuses the recipient for good, until somebody revives it', async () => {
      const { invitation } = await invite({ email: 'jane@x.example' });
      smtp.failNext(1, 550);
      await dispatch();
      const [row] = await rows();
      expect(row!.status).to.equal('dead');
      expect(await deliveryOf(invitation?.id)).to.equal('failed');
      expect(await outboxHealth(host.base)).to.include({ waiting: 0, dead: 1 });
      const [dead] = await host.seatkit.deadLetters();
      expect(dead).to.include({ id: row!.id, kind: 'mail', attempts: 1 });
      expect(JSON.stringify(dead)).to.match(/550/).and.not.include('jane');
      expect(await host.seatkit.retryDead(['unknown'])).to.equal(0);
      expect(await host.seatkit.retryDead()).to.equal(1);
      await dispatch();
      await smtp.waitFor(({ to }) => to.includes('jane@x.example'));
      expect(await deliveryOf(invitation?.id)).to.equal('sent');
    });

    it('gives up after twelve failures, but not because the server is away', async () => {
      const { invitation } = await invite({ email: 'kim@x.example' });
      const failWith = async (error: object, times: number) => {
        sendInstead = () => Promise.reject(Object.assign(new Error('no'), error));
        for (let time = 0; time < times; time += 1) {
          await makeDue();
          await dispatch();
        }
      };
      await failWith({ code: 'ECONNREFUSED' }, 14);
      expect((await rows())[0]).to.include({ status: 'waiting', attempts: 14 });
      expect(await outboxHealth(host.base)).to.include({ waiting: 1, dead: 0 });
      await db('seatkit_outbox').update({ attempts: 10 });
      await failWith({}, 1);
      expect((await rows())[0]!.status).to.equal('waiting');
      await failWith({}, 1);
      expect((await rows())[0]!.status).to.equal('dead');
      expect(await deliveryOf(invitation?.id)).to.equal('failed');
    });

    it('leaves a row to the process that holds it, until that one is gone for a minute', async () => {
      await invite({ email: 'lea@x.example' });
      await db('seatkit_outbox').update({ leasedBy: 'another', leaseUntil: ago(-30) });
      expect(await dispatch()).to.equal(0);
      await db('seatkit_outbox').update({ leaseUntil: ago(1) });
      expect(await dispatch()).to.equal(1);
      expect(smtp.mails).to.have.length(1);
    });

    it('sends each mail once though two dispatchers look for it, and stops clean', async () => {
      const people = Array.from({ length: 30 }, (_, n) => ({ email: `many${n}@x.example` }));
      await host.seatkit.run(null, operator, 'createInvitations', { params: { organizationId: organization.id }, body: { people } });
      const other = setup.connect(url);
      const dispatchers = [startDispatcher(host.base), startDispatcher({ ...host.base, db: other })];
      for (const end = Date.now() + 15_000; smtp.mails.length < 30 && Date.now() < end; ) await sleep(20);
      await Promise.all(dispatchers.map((dispatcher) => dispatcher.stop()));
      expect(new Set(smtp.mails.map(({ to }) => to[0])).size).to.equal(30);
      expect(smtp.mails).to.have.length(30);
      expect(await rows({ status: 'done' })).to.have.length(30);
    });

    it('sends a stranger three mails a day from all organizations together', async () => {
      for (const key of ['one', 'two', 'three', 'four']) {
        const other = await host.addOrganization(key);
        const request = { params: { organizationId: other.id }, body: { people: [{ email: 'mia@x.example' }] } };
        await host.seatkit.run(null, operator, 'createInvitations', request);
      }
      await dispatch();
      expect(smtp.mails.filter(({ to }) => to.includes('mia@x.example')).length).to.be.at.most(3);
      for (const { id } of await rows({ status: 'waiting' })) {
        await db('seatkit_outbox')
          .where({ id })
          .update({ availableAt: ago(1) });
        await dispatch();
      }
      expect(smtp.mails.filter(({ to }) => to.includes('mia@x.example'))).to.have.length(3);
      const [waiting] = await rows({ status: 'waiting' });
      expect(waiting).to.include({ attempts: 0, error: null });
      expect(await deliveryOf(waiting!.invitationId ?? '')).to.equal('queued');
      await db('seatkit_outbox')
        .where({ status: 'done' })
        .update({ doneAt: ago(86_500) });
      await makeDue();
      await dispatch();
      expect(smtp.mails.filter(({ to }) => to.includes('mia@x.example'))).to.have.length(4);
    });

    it('hands events to the host in order per member, and a failing one holds up only its own', async () => {
      const events = [1, 2, 3].flatMap((n) => ['a', 'b'].map((member) => ({ member, n })));
      const seen: string[] = [];
      let fails = true;
      committed = ({ product }) => {
        if (product === 'a1' && fails) throw new Error('network');
        seen.push(product);
      };
      for (const [at, { member, n }] of events.entries()) {
        const row = {
          id: `e${at}`,
          organizationId: null,
          kind: 'access',
          orderKey: member,
          payload: JSON.stringify({ product: `${member}${n}` }),
          status: 'waiting',
        };
        await db('seatkit_outbox').insert({ ...row, attempts: 0, availableAt: ago(1), createdAt: ago(1) });
      }
      await dispatch();
      expect(seen).to.deep.equal(['b1', 'b2', 'b3']);
      fails = false;
      await makeDue();
      await dispatch();
      expect(seen.slice(3)).to.deep.equal(['a1', 'a2', 'a3']);
    });

    it('does not tell an old event behind a younger one of the same seat, even when it is tried again by hand', async () => {
      const params = { organizationId: organization.id };
      const { id: memberId } = (await db('seatkit_members').where({ userId: organization.adminId }).first()) as { id: string };
      const give = async () => {
        const { results } = await host.seatkit.run(null, operator, 'createSeats', {
          params: { ...params, poolId: organization.poolId },
          body: { memberIds: [memberId] },
        });
        return results[0]!.seat!.id;
      };
      const seatId = await give();
      const release = (id: string) => host.seatkit.run(null, operator, 'releaseSeat', { params: { ...params, seatId: id } });
      const seen: string[] = [];
      committed = ({ type }) => {
        if (type === 'revoked') throw new Error('the network of the host is down');
        seen.push(type);
      };
      await dispatch();
      await release(seatId);
      await db('seatkit_outbox').where({ status: 'waiting' }).update({ attempts: 11 });
      await dispatch();
      expect((await host.seatkit.deadLetters()).map(({ kind }) => kind)).to.deep.equal(['access']);
      expect(host.errors.join()).to.include('the network of the host is down');
      // As a consumed seat comes back to its member: the same seat opens again.
      await db('seatkit_seats').where({ id: seatId }).update({ status: 'assigned', live: 1, endedAt: null });
      expect(await host.seatkit.retryDead()).to.equal(0);
      expect(await host.seatkit.deadLetters()).to.deep.equal([]);
      await db('seatkit_seats').where({ id: seatId }).update({ status: 'released', live: null });
      await db('seatkit_outbox')
        .where({ status: 'dropped' })
        .update({ status: 'dead', payload: JSON.stringify({ seatId, type: 'revoked' }) });
      committed = ({ type }) => void seen.push(type);
      expect(await host.seatkit.retryDead()).to.equal(1);
      await dispatch();
      expect(seen).to.deep.equal(['granted', 'revoked']);
    });

    it('goes on by itself when the database was away, having said so once', async () => {
      await invite({ email: 'nora@x.example' });
      await db.schema.renameTable('seatkit_outbox', 'seatkit_away');
      const dispatcher = startDispatcher(host.base);
      await sleep(300);
      await db.schema.renameTable('seatkit_away', 'seatkit_outbox');
      await smtp.waitFor(({ to }) => to.includes('nora@x.example'), 8000);
      await dispatcher.stop();
      expect(host.errors).to.have.length(1);
    });

    it('shows a bounce on the invitation', async () => {
      const { invitation } = await invite({ email: 'otto@x.example' });
      await dispatch();
      const report = (messageId: string, status: 'bounced' | 'delivered') =>
        host.seatkit.run(null, operator, 'reportMailStatus', { params: {}, body: { messageId, status } });
      await report(smtp.mails[0]!.messageId!, 'delivered');
      expect(await deliveryOf(invitation?.id)).to.equal('sent');
      await report(smtp.mails[0]!.messageId!.slice(1, -1), 'bounced');
      expect(await deliveryOf(invitation?.id)).to.equal('bounced');
      const unknown = await report('<nobody@127.0.0.1>', 'bounced').catch((error: unknown) => error);
      expect(unknown).to.include({ code: 'not_found' });
    });

    it('tells the host not to write to somebody whose invitation has not left', async () => {
      const userId = await host.addUser({ email: 'pia@x.example' });
      expect(await host.seatkit.mayMessage(userId)).to.equal(true);
      const { invitation } = await invite({ email: 'pia@x.example' }, { delivery: 'hold' });
      expect(await host.seatkit.mayMessage(userId)).to.equal(false);
      await host.seatkit.run(null, operator, 'sendInvitation', {
        params: { organizationId: organization.id, invitationId: invitation!.id },
        body: {},
      });
      expect(await host.seatkit.mayMessage(userId)).to.equal(false);
      await dispatch();
      expect(await host.seatkit.mayMessage(userId)).to.equal(true);
      expect(await host.seatkit.mayMessage('nobody')).to.equal(true);
    });
  });
});
