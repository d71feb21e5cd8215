import { SeatkitError } from '@seatkit/sdk';
import { expect } from 'chai';
import { linkIn, useCustomer } from '../support/customer.ts';
import { withDatabases } from '../support/database.ts';

const outcomeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error: unknown) => (error instanceof SeatkitError ? error.code : String(error)),
  );

withDatabases('main', (setup) => {
  describe('people changed at the same moment', () => {
    const customer = useCustomer({ on: setup });
    const id = () => customer.organization.id;

    it('two admins who demote, deactivate or remove each other leave one, twenty times over', async function () {
      this.timeout(60_000);
      const { admin, adminId, operator, join } = customer;
      const { eve } = await join([{ email: 'eve@acme.test', role: 'admin' }]);
      const attacks = [
        (client: typeof admin, memberId: string) => client.members.update(id(), memberId, { role: 'member' }),
        (client: typeof admin, memberId: string) => client.members.deactivate(id(), memberId),
      ];
      for (let round = 0; round < 20; round += 1) {
        const attack = attacks[round % 2]!;
        const outcomes = await Promise.all([outcomeOf(attack(admin, eve!.memberId)), outcomeOf(attack(eve!.client, adminId))]);
        expect(
          outcomes.filter((outcome) => outcome === 'done'),
          `round ${round}: ${outcomes.join()}`,
        ).to.have.length(1);
        expect(outcomes.find((outcome) => outcome !== 'done')).to.be.oneOf(['last_admin', 'not_allowed', 'not_found']);
        const admins = await operator.members.list(id(), { role: 'admin', status: 'active' });
        expect(admins.items, `round ${round}`).to.have.length(1);
        for (const memberId of [adminId, eve!.memberId]) {
          const member = await operator.members.get(id(), memberId);
          if (member.status === 'deactivated') await operator.members.reactivate(id(), memberId);
          if (member.role === 'member') await operator.members.update(id(), memberId, { role: 'admin' });
        }
      }
      const removals = [outcomeOf(admin.members.remove(id(), eve!.memberId)), outcomeOf(eve!.client.members.remove(id(), adminId))];
      expect((await Promise.all(removals)).filter((outcome) => outcome === 'done')).to.have.length(1);
      const left = (await operator.members.list(id(), { role: 'admin', status: 'active' })).items;
      expect(left).to.have.length(1);
      expect(await customer.host.seatkit.verify()).to.deep.equal([]);
    });

    it('somebody who signs up, is announced twice and presses the link all at once joins once', async function () {
      this.timeout(30_000);
      const { operator, host, smtp } = customer;
      const pool = await customer.pool({ product: 'course-1', quantity: 20 });
      for (let round = 0; round < 5; round += 1) {
        const email = `once${round}@acme.test`;
        const { results } = await operator.invitations.create(id(), { people: [{ email, poolIds: [pool.id] }] });
        const link = linkIn(await smtp.waitFor((mail) => mail.to.includes(email)));
        const userId = await host.addUser({ email });
        const press = () => fetch(link, { method: 'POST', redirect: 'manual', headers: { origin: host.origin, 'x-user': userId } });
        const [, , first, second] = await Promise.all([
          host.seatkit.userChanged(userId),
          host.seatkit.userChanged(userId),
          press(),
          press(),
        ]);
        for (const answer of [first, second]) expect(answer.status).to.be.oneOf([303, 404]);
        expect(await operator.members.get(id(), results[0]!.member!.id)).to.include({ status: 'active', userId });
        const enrolled = (await host.enrolments()).filter((row) => row.userId === userId);
        expect(enrolled).to.deep.equal([{ userId, product: 'course-1' }]);
      }
      expect(await operator.pools.get(id(), pool.id)).to.include({ reserved: 0, assigned: 5, free: 15 });
      expect(host.errors).to.deep.equal([]);
      expect(await host.seatkit.verify()).to.deep.equal([]);
    });

    it('one address invited twenty times at once is one person with one live link', async () => {
      const invite = () => customer.operator.invitations.create(id(), { people: [{ email: 'sought@acme.test' }] });
      const answers = await Promise.all(Array.from({ length: 20 }, invite));
      expect(new Set(answers.map(({ results }) => results[0]!.member?.id)).size).to.equal(1);
      expect(answers.map(({ results }) => results[0]!.outcome)).to.deep.equal(Array(20).fill('invited'));
      expect((await customer.operator.members.find(id(), 'sought@acme.test')).length).to.equal(1);
      const pending = await customer.operator.invitations.list(id(), { status: 'pending' });
      expect(pending.items.filter((invitation) => invitation.email === 'sought@acme.test')).to.have.length(1);
    });
  });
});
