import { setTimeout as sleep } from 'node:timers/promises';
import { SeatkitError } from '@seatkit/sdk';
import type { SeatkitOptions } from '@seatkit/server-plugin';
import { expect } from 'chai';
import { eventually, linkIn, useCustomer } from '../support/customer.ts';
import { withDatabases } from '../support/database.ts';
import { dumpTables } from '../support/dump.ts';
import { type SmtpSink, startSmtp } from '../support/smtp.ts';
import { rounds } from '../support/soak.ts';
import { startProxy, type TcpProxy, through } from '../support/tcp-proxy.ts';
import { OPERATOR_KEY } from '../support/test-host.ts';
import { type DispatcherProcess, dispatcherProcess } from './dispatcher-process.ts';

const past = '2026-01-01T00:00:00.000Z';

withDatabases(['mariadb', 'postgres'], (setup) => {
  describe('a database that goes away', () => {
    let proxy: TcpProxy;
    let inHook: (() => Promise<void>) | null = null;
    const create = async () => {
      const url = await setup.createUrl();
      proxy = await startProxy(Number(new URL(url).port));
      const db = setup.connect(through(proxy, url));
      // Knex prints every connection that fails; here they fail on purpose.
      Object.assign(db.client.logger, { warn() {}, error() {} });
      return db;
    };
    const grant = async () => {
      await inHook?.();
    };
    const customer = useCustomer({ on: { ...setup, create }, options: { access: { grant } } });
    after(() => proxy?.stop());
    beforeEach(() => {
      inHook = null;
    });
    const isUnavailable = (error: unknown) => {
      expect(error).to.be.instanceOf(SeatkitError);
      const { status, code, problem, retryAfterMs } = error as SeatkitError;
      expect({ status, code, retry: problem.retry, retryAfterMs }).to.deep.equal({
        status: 503,
        code: 'unavailable',
        retry: true,
        retryAfterMs: 2000,
      });
      expect(JSON.stringify(problem)).to.not.match(/ECONN|127\.0\.0\.1|PROTOCOL|terminated|Knex/);
    };
    const failure = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error);
    const health = async () => {
      const answer = await fetch(`${customer.host.origin}/seatkit/health`);
      return { status: answer.status, database: ((await answer.json()) as { database: string }).database };
    };

    it('is said so by every door while it is away, and mail leaves by itself when it is back', async function () {
      this.timeout(40_000);
      const { admin, organization, host, smtp } = customer;
      const { results } = await admin.invitations.create(organization.id, { people: [{ email: 'before@acme.test' }] });
      const page = linkIn(await smtp.waitFor((mail) => mail.to.includes('before@acme.test')));
      await admin.invitations.create(organization.id, { people: [{ email: 'waiting@acme.test' }], delaySeconds: 1 });
      await proxy.cut();
      const operator = host.withToken(OPERATOR_KEY);
      isUnavailable(await failure(admin.groups.create(organization.id, { name: 'Lost' })));
      isUnavailable(await failure(operator.groups.create(organization.id, { name: 'Lost' })));
      isUnavailable(await failure(operator.members.list(organization.id)));
      expect(await health()).to.deep.equal({ status: 503, database: 'unreachable' });
      for (const method of ['GET', 'POST']) {
        const shown = await fetch(page, { method, redirect: 'manual', headers: { origin: host.origin } });
        expect([shown.status, shown.headers.get('content-type')]).to.deep.equal([503, 'text/html; charset=utf-8']);
        expect(await shown.text())
          .to.match(/<h1/)
          .and.not.match(/ECONN|PROTOCOL|terminated/);
      }
      await sleep(1500);
      expect(smtp.mails.filter((mail) => mail.to.includes('waiting@acme.test'))).to.deep.equal([]);

      await proxy.restore();
      await smtp.waitFor((mail) => mail.to.includes('waiting@acme.test'), 20_000);
      expect(await health()).to.deep.equal({ status: 200, database: 'ok' });
      expect((await admin.groups.list(organization.id)).items).to.deep.equal([]);
      expect((await admin.members.get(organization.id, results[0]!.member!.id)).status).to.equal('invited');
      expect((await customer.pressJoin(smtp.mails.find((mail) => mail.to.includes('before@acme.test'))!)).status).to.equal(303);
      expect(await host.seatkit.verify()).to.deep.equal([]);
    });

    it('leaves nothing half-written when it goes in the middle of a change', async function () {
      this.timeout(40_000);
      const { admin, organization, adminId, host } = customer;
      const pool = await customer.pool({ product: 'course-1', quantity: 5 });
      await eventually(async () => (await host.db('seatkit_outbox').where({ status: 'waiting' })).length === 0);
      const before = await dumpTables(host.db);
      inHook = () => proxy.cut();
      isUnavailable(await failure(admin.seats.create(organization.id, pool.id, { memberIds: [adminId] })));
      inHook = null;
      await proxy.restore();
      await eventually(async () => (await health()).status === 200);
      expect(await dumpTables(host.db)).to.deep.equal(before);
      const { results } = await admin.seats.create(organization.id, pool.id, { memberIds: [adminId] });
      expect(results[0]!.outcome).to.equal('assigned');
      expect(await host.seatkit.verify()).to.deep.equal([]);
    });
  });
});

describe('a mail server in trouble', () => {
  let sink: SmtpSink;
  let proxy: TcpProxy;
  before(async () => {
    sink = await startSmtp();
    proxy = await startProxy(Number(new URL(sink.url).port));
  });
  const customer = useCustomer({
    // As a host sets it up that does not wait long for a silent server.
    get options(): Partial<SeatkitOptions> {
      const mail: object = { host: '127.0.0.1', port: proxy.port, ignoreTLS: true, socketTimeout: 600, greetingTimeout: 600 };
      return { mail, mailFrom: 'no-reply@lms.test' };
    },
  });
  after(async () => {
    await proxy?.stop();
    await sink?.stop();
  });
  const invite = async (email: string) => {
    const { results } = await customer.admin.invitations.create(customer.organization.id, { people: [{ email }] });
    return { invitationId: results[0]!.invitation!.id, memberId: results[0]!.member!.id };
  };
  const mailsTo = (email: string) => sink.mails.filter((mail) => mail.to.includes(email));
  const deliveryOf = async (memberId: string) =>
    (await customer.admin.members.get(customer.organization.id, memberId)).invitation?.delivery;
  const hasFailed = (invitationId: string) => async () =>
    (await customer.host.db('seatkit_outbox').where({ invitationId, status: 'waiting' }).where('attempts', '>', 0)).length > 0;
  /** The next try is some seconds away; the test does not wait for it. */
  const makeDue = () => customer.host.db('seatkit_outbox').where({ status: 'waiting' }).update({ availableAt: past });
  const arrivesOnce = async (email: string, memberId: string) => {
    await makeDue();
    await eventually(async () => (await deliveryOf(memberId)) === 'sent');
    await sleep(300);
    expect(mailsTo(email)).to.have.length(1);
    return mailsTo(email)[0]!;
  };

  it('that is down holds mail up until it is back, and only the newest link is sent', async () => {
    await proxy.cut();
    const { invitationId, memberId } = await invite('down@acme.test');
    await eventually(hasFailed(invitationId));
    await customer.admin.invitations.send(customer.organization.id, invitationId);
    expect(await deliveryOf(memberId)).to.equal('queued');
    await proxy.restore();
    const mail = await arrivesOnce('down@acme.test', memberId);
    expect((await fetch(linkIn(mail))).status).to.equal(200);
  });

  it('that is silent is given up, and tried again', async () => {
    sink.hang();
    const { invitationId, memberId } = await invite('silent@acme.test');
    await eventually(hasFailed(invitationId));
    expect(await deliveryOf(memberId)).to.equal('queued');
    sink.clear();
    await arrivesOnce('silent@acme.test', memberId);
  });

  it('that says later is asked later', async () => {
    sink.failNext(1, 451);
    const { invitationId, memberId } = await invite('later@acme.test');
    await eventually(hasFailed(invitationId));
    expect(await deliveryOf(memberId)).to.equal('queued');
    await arrivesOnce('later@acme.test', memberId);
  });

  it('that refuses an address for good is not asked again, and the row says so, until somebody sends it again', async () => {
    sink.failNext(1, 550);
    const { invitationId, memberId } = await invite('never@acme.test');
    await eventually(async () => (await deliveryOf(memberId)) === 'failed');
    await makeDue();
    await sleep(300);
    expect(mailsTo('never@acme.test')).to.deep.equal([]);
    await customer.admin.invitations.send(customer.organization.id, invitationId);
    await arrivesOnce('never@acme.test', memberId);
  });
});

withDatabases('main', (setup) => {
  describe('several dispatchers', () => {
    let url: string;
    const create = async () => {
      url = await setup.createUrl();
      return setup.connect(url);
    };
    const customer = useCustomer({ on: { ...setup, create }, dispatch: false });
    const invite = (count: number, name: string) => {
      const people = Array.from({ length: count }, (_, at) => ({ email: `${name}${at}@acme.test` }));
      return customer.admin.invitations.create(customer.organization.id, { people });
    };
    const waiting = async () => (await customer.host.db('seatkit_outbox').where({ status: 'waiting' })).length;

    const MAILS = rounds(40, 400);
    it(`in three processes send each of ${MAILS} mails once`, async function () {
      this.timeout(60_000);
      const { smtp } = customer;
      const processes = await Promise.all([1, 2, 3].map(() => dispatcherProcess(setup.name, url, smtp.url)));
      await invite(MAILS, 'crowd');
      await Promise.all(processes.map((dispatcher) => dispatcher.start()));
      await eventually(async () => (await waiting()) === 0, 30_000);
      await Promise.all(processes.map((dispatcher) => dispatcher.stop()));
      const crowd = smtp.mails.filter((mail) => mail.to[0]!.startsWith('crowd'));
      expect(new Set(crowd.map((mail) => mail.to[0])).size).to.equal(MAILS);
      expect(crowd).to.have.length(MAILS);
    });

    it('take over what a killed one had begun, as the same mail', async function () {
      this.timeout(60_000);
      const { smtp, host } = customer;
      const proxy = await startProxy(Number(new URL(smtp.url).port));
      const first = await dispatcherProcess(setup.name, url, through(proxy, smtp.url));
      let second: DispatcherProcess | undefined;
      try {
        // The server has the mail, and the dispatcher dies before it hears so.
        proxy.swallowAfter('\r\n.\r\n');
        await invite(1, 'orphan');
        await first.start();
        const mine = () => smtp.mails.filter((mail) => mail.to.includes('orphan0@acme.test'));
        await eventually(() => mine().length === 1);
        await first.kill();
        second = await dispatcherProcess(setup.name, url, smtp.url);
        await second.start();
        await sleep(1500);
        expect(mine(), 'the claim of the dead one still holds').to.have.length(1);
        expect(await host.db('seatkit_outbox').where({ status: 'waiting' }).update({ leaseUntil: past })).to.equal(1);
        await eventually(() => mine().length === 2);
        await eventually(async () => (await waiting()) === 0);
        const [once, again] = mine();
        expect(again!.messageId).to.be.a('string').and.to.equal(once!.messageId);
        expect(linkIn(again!).split('/').at(-1)).to.equal(linkIn(once!).split('/').at(-1));
      } finally {
        await first.kill();
        await second?.stop();
        await proxy.stop();
      }
    });
  });
});
