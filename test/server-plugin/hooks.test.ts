import { setTimeout as sleep } from 'node:timers/promises';
import { SeatkitError } from '@seatkit/sdk';
import { expect } from 'chai';
import { eventually, type Joined, useCustomer } from '../support/customer.ts';
import { type DatabaseSetup, withDatabases } from '../support/database.ts';
import { dumpTables } from '../support/dump.ts';
import type { TestHost } from '../support/test-host.ts';

type Hook = TestHost['failing'] extends Set<infer Name> ? Name : never;

const undone = (setup: DatabaseSetup) => {
  describe('hooks of the host', () => {
    const customer = useCustomer({ on: setup });
    let groupId: string;
    let groupPoolId: string;
    let manualPoolId: string;
    let people = 0;

    before(async () => {
      await customer.pool({ product: 'course-1', quantity: 100, assignment: 'automatic' });
      manualPoolId = (await customer.pool({ product: 'course-2', quantity: 100 })).id;
      groupId = (await customer.group('Night shift')).id;
      groupPoolId = (await customer.pool({ product: 'course-3', quantity: 100, groupId })).id;
    });

    const address = () => {
      people += 1;
      return `person${people}@acme.test`;
    };
    /** Somebody who is here with an account that the host had before. */
    const present = async (): Promise<Joined> => {
      const email = address();
      return (await customer.join([{ email, firstName: 'Pia' }]))[email.split('@')[0]!]!;
    };
    const invited = async () => {
      const email = address();
      const { results } = await customer.admin.invitations.create(customer.organization.id, {
        people: [{ email, poolIds: [manualPoolId] }],
      });
      const mail = await customer.smtp.waitFor((received) => received.to.includes(email));
      return { email, mail, memberId: results[0]!.member!.id };
    };
    /** Somebody whose account was made through this organization. */
    const made = async () => {
      const person = await invited();
      expect((await customer.pressJoin(person.mail)).status).to.equal(303);
      return person;
    };
    const nothingWaits = () => eventually(async () => (await customer.host.db('seatkit_outbox').where({ status: 'waiting' })).length === 0);

    /** Lets `act` run into the failing hook, compares every row of every table, and lets it succeed when the hook works again. */
    const check = async (hook: Hook, act: () => Promise<unknown>, refused: (answer: unknown) => void | Promise<void>) => {
      const { host, smtp } = customer;
      await nothingWaits();
      const before = await dumpTables(host.db);
      const [mails, committed, signedIn] = [smtp.mails.length, host.committed.length, host.signedIn.length];
      const reported = host.errors.length;
      host.failing.add(hook);
      const answer = await act()
        .catch((error: unknown) => error)
        .finally(() => host.failing.delete(hook));
      await refused(answer);
      expect(await dumpTables(host.db)).to.deep.equal(before);
      // Whoever called over HTTP is told nothing of it; the host is, or it gets the error itself when it called.
      const told = [...host.errors.slice(reported), (answer as Error).cause].map(String).join();
      expect(told).to.include(`the host's ${hook} fails, as the test asked`);
      await sleep(50);
      expect([smtp.mails.length, host.committed.length, host.signedIn.length]).to.deep.equal([mails, committed, signedIn]);
      const second = await act();
      expect(await dumpTables(host.db)).to.not.deep.equal(before);
      expect(await host.seatkit.verify()).to.deep.equal([]);
      return second;
    };
    const isProblem = (answer: unknown) => {
      expect(answer).to.be.instanceOf(SeatkitError);
      const { status, code, message, problem } = answer as SeatkitError;
      expect([status, code]).to.deep.equal([502, 'host_failed']);
      expect(message).to.include('Nothing was changed');
      expect(JSON.stringify(problem)).to.not.include('as the test asked');
    };
    const isPage = async (answer: unknown) => {
      const { status, headers } = answer as Response;
      expect([status, headers.get('content-type')]).to.deep.equal([502, 'text/html; charset=utf-8']);
      const text = await (answer as Response).text();
      expect(text).to.match(/<h1/).and.not.include('as the test asked');
      expect(text).to.match(/try again|later/i);
    };

    it('undo joining when the host cannot make the account', async () => {
      const { mail, email } = await invited();
      const joined = await check('createUser', () => customer.pressJoin(mail), isPage);
      expect((joined as Response).status).to.equal(303);
      expect(await customer.host.userByEmail(email)).to.have.property('email', email);
    });

    it('undo joining, and the account it made, when the host cannot enrol', async () => {
      const { mail, email } = await invited();
      const joined = await check('grant', () => customer.pressJoin(mail), isPage);
      expect((joined as Response).status).to.equal(303);
      const user = await customer.host.userByEmail(email);
      const products = (await customer.host.enrolments()).filter(({ userId }) => userId === user!.id).map(({ product }) => product);
      expect(products).to.deep.equal(['course-1', 'course-2']);
    });

    it('undo the joining of somebody who has signed up, until `userChanged` is called again', async () => {
      const { email, memberId } = await invited();
      const userId = await customer.host.addUser({ email });
      await check(
        'grant',
        () => customer.host.seatkit.userChanged(userId),
        (error) => expect(error).to.include({ code: 'host_failed' }) as never,
      );
      expect(await customer.admin.members.get(customer.organization.id, memberId)).to.include({ status: 'active', userId });
    });

    it('undo an invitation that would join somebody at once', async () => {
      const email = address();
      await customer.host.addUser({ email });
      await customer.operator.organizations.update(customer.organization.id, { settings: { attachKnown: true } });
      const people = [{ email: address() }, { email }];
      const invite = () => customer.admin.invitations.create(customer.organization.id, { people });
      const second = (await check('grant', invite, isProblem)) as Awaited<ReturnType<typeof invite>>;
      expect(second.results.map(({ outcome }) => outcome)).to.deep.equal(['invited', 'joined']);
      await customer.operator.organizations.update(customer.organization.id, { settings: { attachKnown: false } });
    });

    it('undo a seat given by hand', async () => {
      const memberIds = [(await present()).memberId, (await present()).memberId];
      await check('grant', () => customer.admin.seats.create(customer.organization.id, manualPoolId, { memberIds }), isProblem);
    });

    it('undo the sale of seats that everybody is to get', async () => {
      await present();
      await check('grant', () => customer.pool({ product: 'course-9', quantity: 100, assignment: 'required' }), isProblem);
    });

    it('undo a deactivation, and after it a reactivation', async () => {
      const { memberId } = await made();
      const { admin, organization } = customer;
      await check('revoke', () => admin.members.deactivate(organization.id, memberId), isProblem);
      await check('grant', () => admin.members.reactivate(organization.id, memberId), isProblem);
      expect((await admin.members.get(organization.id, memberId)).status).to.equal('active');
    });

    it('undo a removal', async () => {
      const { memberId } = await made();
      await check('revoke', () => customer.admin.members.remove(customer.organization.id, memberId), isProblem);
    });

    it('undo the release of a seat', async () => {
      const { memberId } = await present();
      const { admin, organization } = customer;
      const { results } = await admin.seats.create(organization.id, manualPoolId, { memberIds: [memberId] });
      await check('revoke', () => admin.seats.release(organization.id, results[0]!.seat!.id), isProblem);
    });

    it('undo leaving a group that gave a seat', async () => {
      const { memberId } = await present();
      const { admin, organization } = customer;
      await admin.groups.putPerson(organization.id, groupId, memberId, { relations: ['member'] });
      await admin.seats.create(organization.id, groupPoolId, { memberIds: [memberId] });
      await check('revoke', () => admin.groups.removePerson(organization.id, groupId, memberId), isProblem);
      expect(await admin.groups.get(organization.id, groupId)).to.include({ memberCount: 0 });
    });

    it('undo a move to another group, whichever of the two hooks fails', async () => {
      const { admin, organization, group, pool, host } = customer;
      const other = await group('Early shift');
      await pool({ product: 'course-3', quantity: 100, groupId: other.id });
      for (const hook of ['revoke', 'grant'] as const) {
        const { memberId, userId } = await present();
        await admin.groups.putPerson(organization.id, groupId, memberId, { relations: ['member'] });
        await admin.seats.create(organization.id, groupPoolId, { memberIds: [memberId] });
        const move = () => admin.groups.putPerson(organization.id, other.id, memberId, { relations: ['member'], movedFrom: groupId });
        await check(hook, move, isProblem);
        const rows = (await host.enrolments()).filter((row) => row.userId === userId && row.product === 'course-3');
        expect(rows).to.have.length(1);
      }
    });

    it('undo a change of the address, of which nobody is told', async () => {
      const { memberId, email } = await made();
      const changed = address();
      await check('updateUser', () => customer.admin.members.update(customer.organization.id, memberId, { email: changed }), isProblem);
      for (const to of [email, changed]) await customer.smtp.waitFor((mail) => mail.to.includes(to) && mail.text.includes(changed));
      expect(await customer.host.userByEmail(changed)).to.have.property('email', changed);
    });

    it('undo a change of the name', async () => {
      const { memberId } = await made();
      await check(
        'updateUser',
        () => customer.admin.members.update(customer.organization.id, memberId, { firstName: 'Renamed' }),
        isProblem,
      );
    });
  });
};

describe('a host', () => {
  const never = useCustomer({ on: 'sqlite', options: { access: { grant: () => new Promise(() => {}) } } });
  let besideTrx: TestHost;
  const beside = useCustomer({
    on: 'sqlite',
    options: {
      access: {
        async grant() {
          await besideTrx.db('enrolments').select();
        },
      },
    },
  });
  const giveUp = async ({ host, admin, organization, adminId, pool }: typeof never) => {
    const { id } = await pool({ product: 'course-1', quantity: 5 });
    await eventually(async () => (await host.db('seatkit_outbox').where({ status: 'waiting' })).length === 0);
    const before = await dumpTables(host.db);
    const began = Date.now();
    const error = await admin.seats.create(organization.id, id, { memberIds: [adminId] }).catch((thrown: unknown) => thrown);
    return { error, took: Date.now() - began, before, id };
  };
  let givenUp: Promise<Awaited<ReturnType<typeof giveUp>>[]>;
  before('two hooks that are never settled begin, and the others do not wait for them', () => {
    besideTrx = beside.host;
    givenUp = Promise.all([giveUp(never), giveUp(beside)]);
    givenUp.catch(() => undefined);
  });

  withDatabases('main', undone);

  describe('whose hooks are never settled', () => {
    it('is given up after ten seconds with the usual cause, and nothing remains', async function () {
      this.timeout(30_000);
      this.slow(15_000);
      const answers = await givenUp;
      for (const [index, { host, admin, organization }] of [never, beside].entries()) {
        const { error, took, before, id } = answers[index]!;
        expect(error).to.include({ code: 'host_failed', status: 502 });
        expect(took).to.be.within(9_500, 14_000);
        expect(host.errors.map(String).join()).to.match(/access\.grant.*10 s.*SQLite.*trx/);
        expect(await dumpTables(host.db)).to.deep.equal(before);
        expect(await admin.pools.get(organization.id, id)).to.include({ assigned: 0, free: 5 });
      }
    });
  });
});
