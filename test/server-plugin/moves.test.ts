import type { Group, NewPool, Pool, Relation } from '@seatkit/sdk';
import { expect } from 'chai';
import { eventually, type Joined, useCustomer } from '../support/customer.ts';
import { withDatabases } from '../support/database.ts';
import { dumpTables } from '../support/dump.ts';
import { problemOf, refusalOf } from '../support/refusal.ts';

withDatabases('main', (setup) => {
  describe('moving somebody from one group to another', () => {
    const customer = useCustomer({ on: setup });
    const id = () => customer.organization.id;
    let count = 0;
    let [from, to] = [] as unknown as [Group, Group];

    beforeEach(async () => {
      count += 1;
      [from, to] = [await customer.group(`From ${count}`), await customer.group(`To ${count}`)];
    });
    afterEach(async () => {
      expect(await customer.host.seatkit.verify()).to.deep.equal([]);
      expect(customer.host.errors).to.deep.equal([]);
    });

    const pool = (group: Group, more: Partial<NewPool> = {}) =>
      customer.pool({ product: `course-${count}`, groupId: group.id, quantity: 2, ...more });
    const asMember = (...groups: Group[]) => groups.map(({ id: groupId }) => ({ groupId, relations: ['member' as const] }));
    const joined = async (name: string, groups: Group[], ...pools: Pool[]) => {
      const email = `${name}${count}@acme.test`;
      const people = await customer.join([{ email, groups: asMember(...groups), poolIds: pools.map((one) => one.id) }]);
      return people[`${name}${count}`]!;
    };
    const preview = ({ memberId }: { memberId: string }) =>
      customer.admin.members.previewDeparture(id(), memberId, { groupId: from.id, toGroupId: to.id });
    const move = ({ memberId }: { memberId: string }, relations: Relation[] = ['member'], client = customer.admin) =>
      client.groups.putPerson(id(), to.id, memberId, { relations, movedFrom: from.id });
    const figures = async (one: Pool) => {
      const { reserved, assigned, consumed, free } = await customer.admin.pools.get(id(), one.id);
      return { reserved, assigned, consumed, free };
    };
    const seatsOf = async ({ memberId }: { memberId: string }) => (await customer.admin.members.get(id(), memberId)).seats;
    const seatOf = async (person: { memberId: string }, one: Pool) => (await seatsOf(person)).find(({ poolId }) => poolId === one.id);
    const newest = async (one: Pool) => (await customer.admin.pools.ledger(id(), one.id)).items[0]!;
    const courses = async ({ userId }: Joined) =>
      (await customer.host.enrolments()).filter((row) => row.userId === userId).map(({ product }) => product);
    /** The move is refused, before and when it is tried, and leaves every row as it was. */
    const refuses = async (person: { memberId: string }, code: string) => {
      await eventually(async () => (await customer.host.db('seatkit_outbox').where({ status: 'waiting' })).length === 0);
      const before = await dumpTables(customer.host.db);
      const problem = await problemOf(preview(person));
      expect(problem.code).to.equal(code);
      expect(await problemOf(move(person))).to.deep.equal(problem);
      expect(await dumpTables(customer.host.db)).to.deep.equal(before);
      return problem;
    };

    for (const release of ['always', 'unused', 'never'] as const) {
      it(`carries a used seat along with its first use, and frees the old one although its pool releases ${release}`, async () => {
        const [old, next] = [await pool(from, { release }), await pool(to, { release })];
        const ada = await joined('ada', [from], old);
        const before = (await seatOf(ada, old))!;
        await ada.client.seats.use(id(), before.id);
        const { firstUsedAt } = (await seatOf(ada, old))!;

        const outcome = {
          seatId: before.id,
          poolId: old.id,
          product: old.product,
          status: 'released',
          rule: 'carried',
          carriedTo: next.id,
        };
        expect(await preview(ada)).to.deep.equal({ seats: [outcome], signIn: 'none' });
        expect(await figures(next)).to.include({ assigned: 0 });
        const moved = await move(ada);
        expect(moved.departure).to.deep.equal({ seats: [outcome], signIn: 'none' });
        expect(moved.groups.map((group) => [group.id, group.relations])).to.deep.equal([[to.id, ['member']]]);

        expect(await figures(old)).to.deep.equal({ reserved: 0, assigned: 0, consumed: 0, free: 2 });
        expect(await figures(next)).to.deep.equal({ reserved: 0, assigned: 1, consumed: 0, free: 1 });
        const seat = (await seatOf(ada, next))!;
        expect(await seatsOf(ada)).to.deep.equal([seat]);
        expect(seat).to.include({ status: 'assigned', firstUsedAt });
        expect(await newest(old)).to.include({ type: 'carried', seatId: before.id, memberId: ada.memberId, assigned: -1, consumed: 0 });
        expect(await newest(next)).to.include({ type: 'carried', seatId: seat.id, memberId: ada.memberId, assigned: 1 });

        const { seats } = await customer.admin.groups.removePerson(id(), to.id, ada.memberId);
        expect(seats.map(({ status }) => status)).to.deep.equal([release === 'always' ? 'released' : 'consumed']);
      });
    }

    it('leaves the person with the product: the old seat is revoked before the new one is granted, in the transaction and after it', async () => {
      const [old, next] = [await pool(from), await pool(to)];
      const ada = await joined('ada', [from], old);
      const [first] = await seatsOf(ada);
      const known = customer.host.committed.length;
      await move(ada);
      const [second] = await seatsOf(ada);
      expect(await courses(ada)).to.deep.equal([old.product]);
      await eventually(() => customer.host.committed.length >= known + 2);
      const events = customer.host.committed.filter(({ memberId }) => memberId === ada.memberId).slice(-2);
      expect(events.map(({ type, seatId, poolId, groupId }) => ({ type, seatId, poolId, groupId }))).to.deep.equal([
        { type: 'revoked', seatId: first!.id, poolId: old.id, groupId: from.id },
        { type: 'granted', seatId: second!.id, poolId: next.id, groupId: to.id },
      ]);
    });

    it('is refused when no seat is free there, and changes nothing', async () => {
      const [old, next] = [await pool(from), await pool(to, { quantity: 1 })];
      await joined('bob', [to], next);
      const ada = await joined('ada', [from], old);
      expect(await refuses(ada, 'no_free_seat')).to.include({ poolId: next.id, product: next.product, quantity: 1, taken: 1 });
    });

    it('goes to another pool of the product when one is full', async () => {
      const old = await pool(from);
      const [full, open] = [await pool(to, { quantity: 0 }), await pool(to)];
      const ada = await joined('ada', [from], old);
      expect((await move(ada)).departure!.seats[0]).to.include({ carriedTo: open.id });
      expect(await seatOf(ada, full)).to.equal(undefined);
    });

    it('ends a seat by the policy of its pool where the other group has nothing of the product', async () => {
      const old = await pool(from, { release: 'unused' });
      const other = await pool(from, { product: 'other', release: 'never' });
      const past = await pool(to, { startsAt: '2020-01-01T00:00:00Z', endsAt: '2021-01-01T00:00:00Z' });
      const early = await pool(to, { startsAt: new Date(Date.now() + 86_400_000).toISOString() });
      await pool(to, { product: 'another' });
      const ada = await joined('ada', [from], old, other);
      await customer.host.seatkit.used(ada.userId, old.product);
      const { seats } = await preview(ada);
      expect(seats.map(({ poolId, status, rule }) => [poolId, status, rule])).to.have.deep.members([
        [old.id, 'consumed', 'opened'],
        [other.id, 'consumed', 'release_never'],
      ]);
      expect((await move(ada)).departure!.seats).to.deep.equal(seats);
      for (const one of [past, early]) expect(await figures(one)).to.include({ assigned: 0 });
      expect(await courses(ada)).to.deep.equal([]);
    });

    it('carries what goes along and ends the rest, each by its own rule', async () => {
      const [old, next] = [await pool(from), await pool(to)];
      const left = await pool(from, { product: 'left' });
      const ada = await joined('ada', [from], old, left);
      const { seats } = await preview(ada);
      expect(seats.map(({ poolId, rule }) => [poolId, rule])).to.deep.equal([
        [old.id, 'carried'],
        [left.id, 'release_always'],
      ]);
      expect((await move(ada)).departure!.seats).to.deep.equal(seats);
      expect((await seatsOf(ada)).map(({ poolId }) => poolId)).to.deep.equal([next.id]);
    });

    it('carries the seats promised to somebody who has not joined, and the promise is kept on joining', async () => {
      const [old, next] = [await pool(from), await pool(to)];
      const email = `pia${count}@acme.test`;
      const person = { email, groups: asMember(from), poolIds: [old.id] };
      const { results } = await customer.admin.invitations.create(id(), { people: [person] });
      const pia = { memberId: results[0]!.member!.id };
      expect((await move(pia)).departure!.seats[0]).to.include({ rule: 'carried', carriedTo: next.id });
      expect([await figures(old), await figures(next)]).to.deep.equal([
        { reserved: 0, assigned: 0, consumed: 0, free: 2 },
        { reserved: 1, assigned: 0, consumed: 0, free: 1 },
      ]);
      const mail = await customer.smtp.waitFor((received) => received.to.includes(email));
      expect((await customer.pressJoin(mail)).status).to.equal(303);
      expect((await seatsOf(pia)).map(({ poolId, status }) => [poolId, status])).to.deep.equal([[next.id, 'assigned']]);
    });

    it('keeps a seat that was consumed once from being freed by moving its holder and taking the invitation back', async () => {
      const [old, next] = [await pool(from, { release: 'never' }), await pool(to, { release: 'never' })];
      const ada = await joined('ada', [from], old);
      await customer.admin.members.remove(id(), ada.memberId);
      const person = { email: `ada${count}@acme.test`, groups: asMember(from) };
      const { results } = await customer.admin.invitations.create(id(), { people: [person] });
      expect(await figures(old)).to.include({ reserved: 1, consumed: 0 });
      await move(ada);
      await customer.admin.invitations.revoke(id(), results[0]!.invitation!.id);
      expect([await figures(old), await figures(next)].map(({ consumed, free }) => [consumed, free])).to.deep.equal([
        [0, 2],
        [1, 1],
      ]);
    });

    it('ends what an expired invitation had promised of the old group: it is not promised again', async () => {
      const [old, everybodys] = [await pool(from), await customer.pool({ product: `all-${count}`, quantity: 2 })];
      const person = { email: `pia${count}@acme.test`, groups: asMember(from), poolIds: [old.id, everybodys.id] };
      const { results } = await customer.admin.invitations.create(id(), { people: [person] });
      const { member, invitation } = results[0]!;
      const rows = () => customer.host.db('seatkit_invitations').where({ id: invitation!.id });
      await rows().update({ expiresAt: '2020-01-01T00:00:00.000Z' });
      // The sweeper comes by soon after a start.
      await customer.host.seatkit.stop();
      await customer.host.seatkit.start();
      await eventually(async () => (await rows().first()).status === 'expired');
      await move({ memberId: member!.id });
      await customer.admin.invitations.send(id(), invitation!.id);
      expect((await seatsOf({ memberId: member!.id })).map(({ poolId, status }) => [poolId, status])).to.deep.equal([
        [everybodys.id, 'reserved'],
      ]);
    });

    it('leaves a consumed seat where it was used up', async () => {
      const [old, next] = [await pool(from, { release: 'never' }), await pool(to)];
      const ada = await joined('ada', [from], old);
      await customer.admin.seats.release(id(), (await seatOf(ada, old))!.id);
      expect((await move(ada)).departure!.seats).to.deep.equal([]);
      expect([await figures(old), await figures(next)].map(({ assigned, consumed }) => [assigned, consumed])).to.deep.equal([
        [0, 1],
        [0, 0],
      ]);
    });

    it('brings back a consumed seat that is bound to the person there, and takes none', async () => {
      const [old, next] = [await pool(from), await pool(to, { release: 'never', quantity: 1 })];
      const ada = await joined('ada', [to], next);
      const bound = (await seatOf(ada, next))!.id;
      await customer.admin.groups.removePerson(id(), to.id, ada.memberId);
      await customer.admin.groups.putPerson(id(), from.id, ada.memberId, { relations: ['member'] });
      await customer.admin.seats.create(id(), old.id, { memberIds: [ada.memberId] });
      await customer.host.seatkit.used(ada.userId, old.product);
      await move(ada);
      expect((await seatsOf(ada)).map((seat) => [seat.id, seat.status, seat.firstUsedAt !== null])).to.deep.equal([
        [bound, 'assigned', true],
      ]);
      expect(await figures(next)).to.deep.equal({ reserved: 0, assigned: 1, consumed: 0, free: 0 });
      expect(await newest(next)).to.include({ type: 'returned', seatId: bound });
    });

    it('carries nothing to somebody who holds a seat there already, so the old one goes by its policy', async () => {
      const [old, next] = [await pool(from, { release: 'never' }), await pool(to)];
      const ada = await joined('ada', [from, to], old, next);
      const { departure } = await move(ada);
      expect(departure!.seats.map(({ poolId, rule }) => [poolId, rule])).to.deep.equal([[old.id, 'release_never']]);
      expect(await figures(next)).to.include({ assigned: 1 });
    });

    it('takes one seat, not two, of a pool that gives seats by itself', async () => {
      const old = await pool(from, { assignment: 'required' });
      const ada = await joined('ada', [from]);
      await pool(to);
      const required = await pool(to, { assignment: 'required' });
      expect((await move(ada)).departure!.seats[0]).to.include({ poolId: old.id, carriedTo: required.id });
      expect((await seatsOf(ada)).map(({ poolId }) => poolId)).to.deep.equal([required.id]);
      expect(await courses(ada)).to.deep.equal([old.product]);
    });

    describe('with a tier', () => {
      const tiersOf = async (group: Group, more: Partial<NewPool> = {}) => {
        const base = await pool(group);
        return { base, tier: await pool(group, { product: `pro-${count}`, needs: base.id, ...more }) };
      };
      const holder = async (...pools: Pool[]) => {
        const ada = await joined('ada', [from]);
        for (const { id: poolId } of pools) await customer.admin.seats.create(id(), poolId, { memberIds: [ada.memberId] });
        return ada;
      };

      it('carries the tier and the seat it needs, and nobody ends without either', async () => {
        const [old, next] = [await tiersOf(from), await tiersOf(to)];
        const ada = await holder(old.base, old.tier);
        const { departure } = await move(ada);
        expect(departure!.seats.map(({ poolId, carriedTo }) => [poolId, carriedTo])).to.deep.equal([
          [old.tier.id, next.tier.id],
          [old.base.id, next.base.id],
        ]);
        expect((await seatsOf(ada)).map(({ poolId, status }) => [poolId, status])).to.have.deep.members([
          [next.base.id, 'assigned'],
          [next.tier.id, 'assigned'],
        ]);
        expect((await courses(ada)).sort()).to.deep.equal([old.base.product, old.tier.product].sort());
      });

      it('carries both when they are only promised, also where tiers are given by hand', async () => {
        const base = await pool(from, { assignment: 'required' });
        await pool(from, { product: `pro-${count}`, needs: base.id, assignment: 'required' });
        const next = await tiersOf(to);
        const person = { email: `pia${count}@acme.test`, groups: asMember(from) };
        const { results } = await customer.admin.invitations.create(id(), { people: [person] });
        const pia = { memberId: results[0]!.member!.id };
        await move(pia);
        expect((await seatsOf(pia)).map(({ poolId, status }) => [poolId, status])).to.have.deep.members([
          [next.base.id, 'reserved'],
          [next.tier.id, 'reserved'],
        ]);
      });

      it('carries a tier on top of a seat of the whole organization, which is not touched', async () => {
        const base = await customer.pool({ product: `all-${count}`, quantity: 2 });
        const [old, next] = [await pool(from, { needs: base.id }), await pool(to, { needs: base.id })];
        const ada = await holder(base, old);
        const baseSeat = await seatOf(ada, base);
        await move(ada);
        expect(await seatOf(ada, base)).to.deep.equal(baseSeat);
        expect(await seatOf(ada, next)).to.include({ status: 'assigned' });
      });

      it('ends a tier that the other group does not have, and carries the seat it needed', async () => {
        const old = await tiersOf(from, { release: 'never' });
        const next = await pool(to);
        const ada = await holder(old.base, old.tier);
        const { departure } = await move(ada);
        expect(departure!.seats.map(({ poolId, rule }) => [poolId, rule])).to.deep.equal([
          [old.base.id, 'carried'],
          [old.tier.id, 'release_never'],
        ]);
        expect(await seatOf(ada, next)).to.include({ status: 'assigned' });
      });

      it('is refused when the tier there needs a seat that the person lacks', async () => {
        const base = await customer.pool({ product: `all-${count}`, quantity: 2 });
        const old = await tiersOf(from);
        await pool(to, { product: old.tier.product, needs: base.id });
        const ada = await holder(old.base, old.tier);
        expect(await refuses(ada, 'seat_needs_another')).to.include({ product: old.tier.product });
      });
    });

    it('carries nothing to a coach, who holds no seat of a group', async () => {
      const [old, next] = [await pool(from), await pool(to)];
      const ada = await joined('ada', [from], old);
      const moved = await move(ada, ['coach']);
      expect(moved.departure!.seats.map(({ rule }) => rule)).to.deep.equal(['release_always']);
      expect(moved.groups.map(({ id: groupId, relations }) => [groupId, relations])).to.deep.equal([[to.id, ['coach']]]);
      expect(await figures(next)).to.include({ assigned: 0 });
    });

    it('can be sent twice: the second time there is nothing left to carry', async () => {
      const [old, next] = [await pool(from), await pool(to)];
      const ada = await joined('ada', [from], old);
      await move(ada);
      const again = await move(ada);
      expect(again.departure).to.deep.equal({ seats: [], signIn: 'none' });
      expect(again.seats.map(({ poolId }) => poolId)).to.deep.equal([next.id]);
    });

    it('names another group of the organization', async () => {
      const ada = await joined('ada', [from]);
      const put = (movedFrom: string) => customer.admin.groups.putPerson(id(), to.id, ada.memberId, { relations: ['member'], movedFrom });
      expect((await problemOf(put(to.id))).fields).to.deep.equal([{ path: 'movedFrom', message: 'must name another group' }]);
      expect(await refusalOf(put('nowhere'))).to.equal('not_found');
      const ask = (query: { groupId?: string; toGroupId: string }) => customer.admin.members.previewDeparture(id(), ada.memberId, query);
      for (const query of [{ toGroupId: to.id }, { groupId: to.id, toGroupId: to.id }])
        expect((await problemOf(ask(query))).fields?.map(({ path }) => path)).to.deep.equal(['toGroupId']);
      expect(await refusalOf(ask({ groupId: from.id, toGroupId: 'nowhere' }))).to.equal('not_found');
    });

    it('is done by whoever manages both groups, and takes no manager away', async () => {
      const [old, next] = [await pool(from), await pool(to)];
      const ada = await joined('ada', [from], old);
      const lead = await joined('lead', []);
      const manage = (group: Group, who: Joined) =>
        customer.admin.groups.putPerson(id(), group.id, who.memberId, { relations: ['manager'] });
      await manage(to, lead);
      expect(await refusalOf(move(ada, ['member'], lead.client))).to.equal('not_allowed');
      await manage(from, lead);
      const query = { groupId: from.id, toGroupId: to.id };
      expect((await lead.client.members.previewDeparture(id(), ada.memberId, query)).seats[0]).to.include({ carriedTo: next.id });
      expect((await move(ada, ['member'], lead.client)).departure!.seats[0]).to.include({ carriedTo: next.id });
      const second = await joined('second', []);
      await manage(from, second);
      expect(await refusalOf(move(second, ['member'], lead.client))).to.equal('not_allowed');
      expect((await move(second)).groups.map((group) => group.id)).to.deep.equal([to.id]);
    });

    it('gives the last free seat to one of several who are moved at once, and the others stay where they are', async () => {
      const [old, next] = [await pool(from, { quantity: 4 }), await pool(to, { quantity: 1 })];
      const people: Joined[] = [];
      for (const name of ['a', 'b', 'c', 'd']) people.push(await joined(name, [from], old));
      const answers = await Promise.all(
        people.map((person) =>
          move(person).then(
            () => 'moved',
            (error: { code: string }) => error.code,
          ),
        ),
      );
      expect(answers.sort()).to.deep.equal(['moved', 'no_free_seat', 'no_free_seat', 'no_free_seat']);
      expect([await figures(old), await figures(next)].map(({ assigned, free }) => [assigned, free])).to.deep.equal([
        [3, 1],
        [1, 0],
      ]);
      expect((await customer.admin.groups.get(id(), from.id)).memberCount).to.equal(3);
    });

    it('in both directions at once swaps people, and each has one seat', async () => {
      const [here, there] = [await pool(from, { quantity: 9 }), await pool(to, { quantity: 9 })];
      const people = [await joined('a', [from], here), await joined('b', [to], there), await joined('c', [from], here)];
      const swap = (person: Joined, [left, right]: readonly [Group, Group]) =>
        customer.admin.groups.putPerson(id(), right.id, person.memberId, { relations: ['member'], movedFrom: left.id });
      for (let round = 0; round < 4; round += 1)
        await Promise.all(people.map((person, at) => swap(person, (at + round) % 2 === 0 ? [from, to] : [to, from])));
      expect([await figures(here), await figures(there)].map(({ assigned }) => assigned)).to.deep.equal([2, 1]);
      for (const person of people) expect(await courses(person)).to.deep.equal([here.product]);
    });
  });
});
