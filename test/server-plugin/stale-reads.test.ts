import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import type { Knex } from 'knex';
import { useCustomer } from '../support/customer.ts';
import { withDatabases } from '../support/database.ts';

withDatabases(['mariadb', 'postgres'], (setup) => {
  describe('what is decided about a person, a group or a pool that is just being changed', () => {
    const customer = useCustomer({ on: setup });
    const id = () => customer.organization.id;
    const params = (more: object) => ({ organizationId: id(), ...more });
    const agree = async () => expect(await customer.host.seatkit.verify()).to.deep.equal([]);

    /** Holds a change of the host's open for a moment while something else is asked for. */
    const during = async <T>(change: (trx: Knex.Transaction) => Promise<unknown>, ask: () => Promise<T>): Promise<T> => {
      const trx = await customer.host.db.transaction();
      await change(trx);
      const asked = ask();
      await sleep(300);
      await trx.commit();
      return asked;
    };
    const as = { operator: 'a test' };

    it('invitations that make one member admin at once count one admin more', async () => {
      const { boss } = await customer.join([{ email: 'boss@acme.test' }]);
      for (let round = 0; round < 5; round += 1) {
        const invite = () => customer.admin.invitations.create(id(), { people: [{ email: 'boss@acme.test', role: 'admin' }] });
        await Promise.all([invite(), invite(), invite(), invite()]);
        await agree();
        await customer.admin.members.update(id(), boss!.memberId, { role: 'member' });
      }
    });

    it('somebody who is being removed or deactivated is given no seat and no course', async () => {
      const pool = await customer.pool({ product: 'ghost', quantity: 9 });
      const changes = { removeMember: 'not_found', deactivateMember: 'deactivated' } as const;
      for (const [change, code] of Object.entries(changes) as [keyof typeof changes, string][]) {
        const name = change.toLowerCase();
        const gone = (await customer.join([{ email: `${name}@acme.test` }]))[name]!;
        const { results } = await during(
          (trx) => customer.host.seatkit.run(trx, as, change, { params: params({ memberId: gone.memberId }) as never, body: {} as never }),
          () => customer.operator.seats.create(id(), pool.id, { memberIds: [gone.memberId] }),
        );
        expect(results[0]!.problem?.code).to.equal(code);
        expect((await customer.host.enrolments()).filter(({ userId }) => userId === gone.userId)).to.deep.equal([]);
      }
      expect((await customer.operator.pools.get(id(), pool.id)).assigned).to.equal(0);
      await agree();
    });

    it('somebody who is being deactivated is put into no group', async () => {
      const group = await customer.group('Latecomers');
      await customer.pool({ product: 'late', quantity: 9, groupId: group.id, assignment: 'automatic' });
      const { late } = await customer.join([{ email: 'late@acme.test' }]);
      const refused = await during(
        (trx) =>
          customer.host.seatkit.run(trx, as, 'deactivateMember', { params: params({ memberId: late!.memberId }) as never, body: {} }),
        () =>
          customer.operator.groups
            .putPerson(id(), group.id, late!.memberId, { relations: ['member'] })
            .then(String, (error: { code: string }) => error.code),
      );
      expect(refused).to.equal('deactivated');
      await agree();
    });

    it('a pending admin who is demoted while joining is no admin, and is not counted as one', async () => {
      const { results } = await customer.admin.invitations.create(id(), { people: [{ email: 'demoted@acme.test', role: 'admin' }] });
      const memberId = results[0]!.member!.id;
      const mail = await customer.smtp.waitFor((received) => received.to.includes('demoted@acme.test'));
      const joined = await during(
        (trx) => customer.host.seatkit.run(trx, as, 'updateMember', { params: params({ memberId }) as never, body: { role: 'member' } }),
        () => customer.pressJoin(mail),
      );
      expect(joined.status).to.equal(303);
      expect((await customer.admin.members.get(id(), memberId)).role).to.equal('member');
      await agree();
    });

    it('a seat that is used and taken away at once is either freed unused or consumed', async () => {
      const pool = await customer.pool({ product: 'opened', quantity: 50, release: 'unused' });
      for (let round = 0; round < 6; round += 1) {
        const name = `opens${round}`;
        const reader = (await customer.join([{ email: `${name}@acme.test` }]))[name]!;
        const { results } = await customer.operator.seats.create(id(), pool.id, { memberIds: [reader.memberId] });
        const seatId = results[0]!.seat!.id;
        await Promise.all([customer.host.seatkit.used(reader.userId, 'opened'), customer.operator.seats.release(id(), seatId)]);
        const seat = (await customer.host.db('seatkit_seats').where({ id: seatId }).first()) as {
          status: string;
          firstUsedAt: string | null;
        };
        expect(seat.status).to.equal(seat.firstUsedAt === null ? 'released' : 'consumed');
      }
      await agree();
    });

    it('a group that is being removed takes nobody in and is sold no seats', async () => {
      const { joiner } = await customer.join([{ email: 'joiner@acme.test' }]);
      for (let round = 0; round < 6; round += 1) {
        const group = await customer.group(`Short-lived ${round}`);
        await Promise.allSettled([
          customer.operator.groups.delete(id(), group.id),
          customer.operator.groups.putPerson(id(), group.id, joiner!.memberId, { relations: ['member'] }),
          customer.operator.pools.create(id(), { product: 'short', quantity: 1, groupId: group.id }),
        ]);
        const { db } = customer.host;
        const there = (await db('seatkit_groups').where({ id: group.id })).length === 1;
        if (there) continue;
        expect(await db('seatkit_group_people').where({ groupId: group.id })).to.deep.equal([]);
        expect(await db('seatkit_pools').where({ groupId: group.id })).to.deep.equal([]);
      }
      await agree();
    });

    it('a role profile that is being removed from the organization is given to nobody', async () => {
      const { operator, host } = customer;
      const { pia } = await customer.join([{ email: 'pia@acme.test' }]);
      const { id: kept } = await operator.roleProfiles.create(id(), { name: 'Kept' });
      const rows = () => host.db('seatkit_member_role_profiles').where({ memberId: pia!.memberId }).pluck('roleProfileId');
      const code = (error: { code: string }) => error.code;
      const ways = {
        'a change of the person': (roleProfileId: string) =>
          operator.members.update(id(), pia!.memberId, { roleProfiles: [{ id: kept }, { id: roleProfileId }] }).then(String, code),
        'an invitation': async (roleProfileId: string) => {
          const people = [{ email: 'pia@acme.test', roleProfileIds: [roleProfileId] }];
          return (await operator.invitations.create(id(), { people })).results[0]!.problem?.code;
        },
      };
      for (const [way, give] of Object.entries(ways)) {
        const { id: roleProfileId } = await operator.roleProfiles.create(id(), { name: `Short-lived: ${way}` });
        const remove = (trx: Knex.Transaction) =>
          host.seatkit.run(trx, as, 'deleteRoleProfile', { params: params({ roleProfileId }) as never });
        expect(await during(remove, () => give(roleProfileId)), way).to.equal('unknown_role_profile');
        expect(await rows(), way).to.deep.equal([]);
      }
    });

    it('a role profile that is just being given to somebody is taken from them, too, when it is removed', async () => {
      const { operator, host } = customer;
      const { pia } = await customer.join([{ email: 'pia@acme.test' }]);
      for (const had of [false, true]) {
        const { id: roleProfileId } = await operator.roleProfiles.create(id(), { name: `Given and removed ${had}` });
        if (had) await operator.members.update(id(), pia!.memberId, { roleProfiles: [{ id: roleProfileId }] });
        const body = { roleProfiles: [{ id: roleProfileId, ambition: true }] };
        await during(
          (trx) => host.seatkit.run(trx, as, 'updateMember', { params: params({ memberId: pia!.memberId }) as never, body }),
          () => operator.roleProfiles.delete(id(), roleProfileId),
        );
        expect(await host.db('seatkit_member_role_profiles').where({ roleProfileId })).to.deep.equal([]);
        expect((await operator.members.get(id(), pia!.memberId)).roleProfiles).to.deep.equal([]);
      }
    });

    it('whoever arrives while a pool becomes required has a seat of it, or is refused', async () => {
      const organization = await customer.operator.organizations.create({ name: 'Arrivals', key: 'arrivals' });
      const pool = await customer.operator.pools.create(organization.id, { product: 'all', quantity: 100 });
      const invite = (at: number) =>
        customer.operator.invitations.create(organization.id, { people: [{ email: `arrives${at}@acme.test` }] });
      await Promise.all([
        ...Array.from({ length: 12 }, (_, at) => invite(at)),
        customer.operator.pools.update(organization.id, pool.id, { assignment: 'required' }),
        ...Array.from({ length: 12 }, (_, at) => invite(at + 12)),
      ]);
      const people = await customer.operator.members.list(organization.id, { limit: 50 });
      expect(people.items).to.have.length(24);
      expect(people.items.filter((member) => member.seats.length !== 1)).to.deep.equal([]);
      await agree();
    });
  });
});
