import { expect } from 'chai';
import type { Knex } from 'knex';
import { type Customer, startCustomer } from '../support/customer.ts';
import { withDatabases } from '../support/database.ts';
import { type SmtpSink, startSmtp } from '../support/smtp.ts';
import { startTestHost, type TestHost } from '../support/test-host.ts';

const operator = { operator: 'the shop' };

withDatabases('main', (setup) => {
  describe("operations inside the host's own transaction", () => {
    let smtp: SmtpSink;
    let host: TestHost;
    let customer: Customer;
    /** Sees what is committed, and nothing else. */
    let outside: Knex;
    before(async () => {
      const url = await setup.createUrl();
      smtp = await startSmtp();
      outside = setup.connect(url);
      host = await startTestHost(setup.connect(url), { options: { mail: smtp.url, mailFrom: 'no-reply@lms.test' } });
      customer = await startCustomer(host, smtp, 'acme');
      await customer.pool({ product: 'course-1', quantity: 20, assignment: 'automatic' });
    });
    after(async () => {
      await host?.stop();
      await smtp?.stop();
    });
    const params = () => ({ organizationId: customer.organization.id });
    const inviting = (trx: Knex.Transaction | null, email: string) =>
      host.seatkit.run(trx, operator, 'createInvitations', { params: params(), body: { people: [{ email }] } });
    const isThere = async (db: Knex, table: string, where: object) => (await db(table).where(where).first()) !== undefined;
    const order = (trx: Knex.Transaction, product: string) => trx('enrolments').insert({ userId: '0', product });

    it('commit together with the host’s row, and the mail leaves only then', async () => {
      const email = 'together@new.test';
      await host.db.transaction(async (trx) => {
        await order(trx, 'together');
        const { results } = await inviting(trx, email);
        expect(results[0]!.outcome).to.equal('invited');
        expect(await isThere(trx, 'seatkit_outbox', { kind: 'mail', invitationId: results[0]!.invitation!.id })).to.equal(true);
        for (const [table, where] of [
          ['seatkit_members', { email }],
          ['seatkit_outbox', { invitationId: results[0]!.invitation!.id }],
          ['enrolments', { product: 'together' }],
        ] as const)
          expect(await isThere(outside, table, where), table).to.equal(false);
        expect(smtp.mails.some((mail) => mail.to.includes(email))).to.equal(false);
      });
      expect(await isThere(outside, 'enrolments', { product: 'together' })).to.equal(true);
      expect(await isThere(outside, 'seatkit_members', { email })).to.equal(true);
      await smtp.waitFor((mail) => mail.to.includes(email));
    });

    it('roll back together with the host’s row', async () => {
      const email = 'never@new.test';
      const pools = async () => (await customer.operator.pools.list(customer.organization.id)).items;
      const before = await pools();
      const rolledBack = host.db.transaction(async (trx) => {
        await order(trx, 'never');
        await inviting(trx, email);
        throw new Error('the payment failed');
      });
      expect(await rolledBack.then(String, String)).to.equal('Error: the payment failed');
      expect(await isThere(outside, 'enrolments', { product: 'never' })).to.equal(false);
      expect(await isThere(outside, 'seatkit_members', { email })).to.equal(false);
      expect(await pools()).to.deep.equal(before);
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(smtp.mails.some((mail) => mail.to.includes(email))).to.equal(false);
      expect(await host.seatkit.verify()).to.deep.equal([]);
    });

    it('leave nothing when they are refused, and the host may go on', async () => {
      await customer.group('Taken');
      await host.db.transaction(async (trx) => {
        await order(trx, 'goes on');
        const refused = host.seatkit.run(trx, operator, 'createGroup', { params: params(), body: { name: 'Taken' } });
        expect(
          await refused.then(
            () => 'done',
            (error) => error.code,
          ),
        ).to.equal('name_taken');
        await host.seatkit.run(trx, operator, 'createGroup', { params: params(), body: { name: 'Free' } });
      });
      expect(await isThere(outside, 'enrolments', { product: 'goes on' })).to.equal(true);
      expect(await isThere(outside, 'seatkit_groups', { name: 'Free' })).to.equal(true);
    });

    it('leave nothing of the host’s hook when it throws, and tell the host so', async () => {
      const { ada } = await customer.join([{ email: 'ada@acme.test' }]);
      await customer.operator.members.deactivate(customer.organization.id, ada!.memberId);
      host.failing.add('grant');
      const reactivate = host.db.transaction((trx) =>
        host.seatkit.run(trx, operator, 'reactivateMember', { params: { ...params(), memberId: ada!.memberId }, body: {} }),
      );
      expect(
        await reactivate.then(
          () => 'done',
          (error) => error.code,
        ),
      ).to.equal('host_failed');
      host.failing.clear();
      host.errors.length = 0;
      expect((await customer.operator.members.get(customer.organization.id, ada!.memberId)).status).to.equal('deactivated');
      expect(await host.seatkit.verify()).to.deep.equal([]);
    });

    // SQLite has one connection, so nothing can change beside the host's transaction.
    if (setup.dialect !== 'sqlite')
      it('give the seats of a pool that came to give them after the host’s transaction had begun', async () => {
        const pool = await customer.pool({ product: 'late', quantity: 20 });
        const transaction = (begun: () => Promise<unknown>) =>
          host.db.transaction(
            async (trx) => {
              // From its first read on the transaction sees, in ordinary reads, what was there then.
              await trx('users').first();
              await begun();
              return inviting(trx, 'after@new.test');
            },
            { isolationLevel: 'repeatable read' },
          );
        const change = () => customer.operator.pools.update(customer.organization.id, pool.id, { assignment: 'automatic' });
        // PostgreSQL refuses to lock what has changed since; then the host runs the whole again, as it is told to.
        const { results } = await transaction(change).catch((error: { retry?: boolean }) => {
          if (!error.retry) throw error;
          return transaction(async () => {});
        });
        expect(results[0]!.member!.seats.map(({ poolId }) => poolId)).to.include(pool.id);
        expect(await host.seatkit.verify()).to.deep.equal([]);
      });

    it('act with the rights of the person they are run for', async () => {
      const { coach } = await customer.join([{ email: 'coach@acme.test' }]);
      const adminId = (await host.userByEmail('admin@acme.test'))!.id;
      const create = (userId: string, name: string, organizationKey?: string) =>
        host.seatkit
          .run(null, { userId, ...(organizationKey === undefined ? {} : { organizationKey }) }, 'createGroup', {
            params: params(),
            body: { name },
          })
          .then(
            (group) => group.name,
            (error) => error.code,
          );
      expect(await create(adminId, 'By the admin')).to.equal('By the admin');
      expect(await create(adminId, 'By the admin, limited', 'acme')).to.equal('By the admin, limited');
      expect(await create(adminId, 'By the admin, elsewhere', 'globex')).to.equal('not_found');
      expect(await create(coach!.userId, 'By a member')).to.equal('not_allowed');
      expect(await create('424242', 'By nobody')).to.equal('not_found');
    });

    it('are checked like requests of the API', async () => {
      const bad = host.seatkit.run(null, operator, 'createGroup', { params: params(), body: { name: 'x\u0000', colour: 'red' } as never });
      const error = await bad.then(
        () => null,
        (caught) => caught,
      );
      expect(error.code).to.equal('invalid');
      expect(error.facts.fields.map((field: { path: string }) => field.path)).to.have.members(['name', 'colour']);
    });
  });
});
