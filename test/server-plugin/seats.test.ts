import type { Group, NewPool, Pool, ReleasePolicy, SeatOutcome } from '@seatkit/sdk';
import { expect } from 'chai';
import { type Customer, eventually, type Joined, startCustomer, useCustomer } from '../support/customer.ts';
import { problemOf, refusalOf } from '../support/refusal.ts';

describe('seats', () => {
  const suite = useCustomer({
    before: (app) => {
      app.get(
        '/courses/:course',
        (req, res, next) => suite.host.seatkit.requireSeat(() => String(req.params.course))(req, res, next),
        (_req, res) => void res.send('the course'),
      );
      app.get(
        '/polite/:course',
        (req, res, next) =>
          suite.host.seatkit.requireSeat(String(req.params.course), (_req, refused) => void refused.status(402).send('buy a seat'))(
            req,
            res,
            next,
          ),
        (_req, res) => void res.send('the course'),
      );
    },
  });
  let customer: Customer;
  let org: string;
  let count = 0;

  /** Required and automatic pools concern everybody in an organization, so each test has one of its own. */
  beforeEach(async () => {
    count += 1;
    customer = await startCustomer(suite.host, suite.smtp, `firm${count}`);
    org = customer.organization.id;
  });

  afterEach(async () => {
    expect(await suite.host.seatkit.verify()).to.deep.equal([]);
    expect(suite.host.errors).to.deep.equal([]);
  });

  const address = (name: string) => `${name}@firm${count}.test`;
  const joined = async (name: string) => (await customer.join([{ email: address(name), firstName: name }]))[name]!;
  const figures = async ({ id }: Pool) => {
    const { quantity, reserved, assigned, consumed, free } = await customer.admin.pools.get(org, id);
    return { quantity, reserved, assigned, consumed, free };
  };
  const give = async ({ id }: Pool, ...memberIds: string[]) => (await customer.admin.seats.create(org, id, { memberIds })).results;
  const outcomes = async (pool: Pool, ...memberIds: string[]) =>
    (await give(pool, ...memberIds)).map(({ outcome, problem }) => problem?.code ?? outcome);
  const seatOf = async ({ id }: Pool, { memberId }: { memberId: string }) =>
    (await customer.admin.members.get(org, memberId)).seats.find(({ poolId }) => poolId === id);
  const invite = async (name: string, more: object = {}) =>
    (await customer.admin.invitations.create(org, { people: [{ email: address(name), ...more }] })).results[0]!;
  const enrolled = async (userId: string) =>
    (await suite.host.enrolments()).filter((row) => row.userId === userId).map(({ product }) => product);
  const change = (pool: Pool, changes: Partial<NewPool>) => customer.operator.pools.update(org, pool.id, changes);
  /** Long enough that what follows bears a later instant. */
  const nextMoment = () => new Promise((resolve) => setTimeout(resolve, 3));

  /** The ways in which somebody stops to hold a seat, and the way back from each. */
  const ways = {
    deactivated: {
      async leave({ memberId }: Joined) {
        await customer.admin.members.deactivate(org, memberId);
        return null;
      },
      back: ({ memberId }: Joined) => customer.admin.members.reactivate(org, memberId),
    },
    'removed from the organization': {
      leave: async ({ memberId }: Joined) => (await customer.admin.members.remove(org, memberId)).seats,
      back: (_: Joined, group: Group) => customer.join([{ email: address('ada'), groups: [{ groupId: group.id, relations: ['member'] }] }]),
    },
    'taken out of the group': {
      leave: async ({ memberId }: Joined, group: Group) => (await customer.admin.groups.removePerson(org, group.id, memberId)).seats,
      back: ({ memberId }: Joined, group: Group) => customer.admin.groups.putPerson(org, group.id, memberId, { relations: ['member'] }),
    },
    'relieved of the seat by hand': {
      leave: async ({ memberId }: Joined, _: Group, pool: Pool) => [
        await customer.admin.seats.release(org, (await seatOf(pool, { memberId }))!.id),
      ],
      back: ({ memberId }: Joined, _: Group, pool: Pool) => give(pool, memberId),
    },
  } satisfies Record<
    string,
    {
      leave(who: Joined, group: Group, pool: Pool): Promise<SeatOutcome[] | null>;
      back(who: Joined, group: Group, pool: Pool): Promise<unknown>;
    }
  >;
  const wayNames = Object.keys(ways) as (keyof typeof ways)[];

  /** Ada in a group with one seat, and Bob, in the same group, who waits for it. */
  async function adaHoldsTheOnlySeat(release: ReleasePolicy, { used }: { used: boolean }) {
    const group = await customer.group('Team');
    const pool = await customer.pool({ product: 'course', groupId: group.id, quantity: 1, release });
    const groups = [{ groupId: group.id, relations: ['member' as const] }];
    const people = await customer.join([
      { email: address('ada'), groups, poolIds: [pool.id] },
      { email: address('bob'), groups },
    ]);
    const [ada, bob] = [people.ada!, people.bob!];
    const seatId = (await seatOf(pool, ada))!.id;
    if (used) await ada.client.seats.use(org, seatId);
    return { group, pool, ada, bob, seatId };
  }

  describe('whose holder leaves', () => {
    const expected = (release: ReleasePolicy, used: boolean) => {
      if (release === 'always') return { status: 'released', rule: 'release_always' };
      if (release === 'never') return { status: 'consumed', rule: 'release_never' };
      return used ? { status: 'consumed', rule: 'opened' } : { status: 'released', rule: 'never_opened' };
    };
    for (const release of ['always', 'unused', 'never'] as const) {
      for (const used of [false, true]) {
        for (const name of wayNames) {
          const { status, rule } = expected(release, used);
          const title = `is ${status} (${rule}) when the pool releases ${release}, it was ${used ? 'used' : 'never used'} and the holder is ${name}`;
          it(title, async () => {
            const { group, pool, ada, bob, seatId } = await adaHoldsTheOnlySeat(release, { used });
            expect(await enrolled(ada.userId)).to.deep.equal(['course']);
            const query = name === 'taken out of the group' ? { groupId: group.id } : {};
            const preview = await customer.admin.members.previewDeparture(org, ada.memberId, query);
            expect(preview.seats).to.deep.equal([{ seatId, poolId: pool.id, product: 'course', status, rule }]);
            expect(await figures(pool)).to.include({ assigned: 1 });

            const answer = await ways[name].leave(ada, group, pool);
            if (answer) expect(answer).to.deep.equal(preview.seats);
            const consumed = status === 'consumed' ? 1 : 0;
            expect(await figures(pool)).to.deep.equal({ quantity: 1, reserved: 0, assigned: 0, consumed, free: 1 - consumed });
            expect(await enrolled(ada.userId)).to.deep.equal([]);
            const { items, holders } = await customer.admin.pools.ledger(org, pool.id);
            expect(items[0]).to.include({ type: status, seatId, memberId: ada.memberId, assigned: -1, consumed });
            expect(holders).to.deep.equal(consumed === 1 ? [{ memberId: ada.memberId, seatId, status: 'consumed' }] : []);
            expect(await outcomes(pool, bob.memberId)).to.deep.equal([consumed === 1 ? 'no_free_seat' : 'assigned']);
          });
        }
      }
    }

    it('is never touched by leaving another group', async () => {
      const { pool, ada } = await adaHoldsTheOnlySeat('always', { used: false });
      const other = await customer.group('Other');
      await customer.admin.groups.putPerson(org, other.id, ada.memberId, { relations: ['member'] });
      expect((await customer.admin.groups.removePerson(org, other.id, ada.memberId)).seats).to.deep.equal([]);
      expect(await seatOf(pool, ada)).to.include({ status: 'assigned' });
      expect(await enrolled(ada.userId)).to.deep.equal(['course']);
    });

    it('cannot be taken away twice', async () => {
      const { ada, seatId } = await adaHoldsTheOnlySeat('always', { used: false });
      await customer.admin.seats.release(org, seatId);
      expect(await refusalOf(customer.admin.seats.release(org, seatId))).to.equal('seat_not_live');
      expect(await refusalOf(ada.client.seats.use(org, seatId))).to.equal('seat_not_live');
    });
  });

  describe('that are consumed', () => {
    for (const name of wayNames) {
      it(`come back, and take none, after the holder was ${name}`, async () => {
        const { group, pool, ada, bob, seatId } = await adaHoldsTheOnlySeat('never', { used: true });
        const used = (await seatOf(pool, ada))!.firstUsedAt;
        await ways[name].leave(ada, group, pool);
        expect(await figures(pool)).to.include({ consumed: 1, free: 0 });
        await ways[name].back(ada, group, pool);
        expect(await figures(pool)).to.deep.equal({ quantity: 1, reserved: 0, assigned: 1, consumed: 0, free: 0 });
        expect(await seatOf(pool, ada)).to.include({
          id: seatId,
          poolId: pool.id,
          product: 'course',
          status: 'assigned',
          firstUsedAt: used,
        });
        expect(await enrolled(ada.userId)).to.deep.equal(['course']);
        const { items } = await customer.admin.pools.ledger(org, pool.id);
        expect(items[0]).to.include({ type: 'returned', seatId, assigned: 1, consumed: -1, quantity: 0 });
        const [again] = await give(pool, ada.memberId);
        expect(again).to.include({ outcome: 'already_held' });
        expect(again!.seat!.endedAt).to.equal(null);
        expect(await outcomes(pool, bob.memberId)).to.deep.equal(['no_free_seat']);
      });
    }

    it('are promised to somebody invited anew, and stay consumed when that invitation is revoked', async () => {
      const { group, pool, ada, seatId } = await adaHoldsTheOnlySeat('never', { used: true });
      await customer.admin.members.remove(org, ada.memberId);
      for (const round of [1, 2]) {
        const { member, invitation, outcome } = await invite('ada', { groups: [{ groupId: group.id, relations: ['member'] }] });
        expect({ outcome, id: member!.id }, `round ${round}`).to.deep.equal({ outcome: 'invited', id: ada.memberId });
        expect(await figures(pool)).to.deep.equal({ quantity: 1, reserved: 1, assigned: 0, consumed: 0, free: 0 });
        await customer.admin.invitations.revoke(org, invitation!.id);
        expect(await figures(pool)).to.deep.equal({ quantity: 1, reserved: 0, assigned: 0, consumed: 1, free: 0 });
      }
      const { member } = await invite('ada', { groups: [{ groupId: group.id, relations: ['member'] }] });
      await suite.host.seatkit.userChanged(ada.userId);
      expect(await figures(pool)).to.include({ reserved: 0, assigned: 1, consumed: 0, free: 0 });
      expect(await seatOf(pool, { memberId: member!.id })).to.include({ id: seatId, status: 'assigned' });
      expect(await enrolled(ada.userId)).to.deep.equal(['course']);
    });

    it('stay consumed when the invitation that promised them expires, and are promised again when it is sent again', async () => {
      const { group, pool, ada } = await adaHoldsTheOnlySeat('never', { used: true });
      await customer.admin.members.remove(org, ada.memberId);
      const { invitation } = await invite('ada', { groups: [{ groupId: group.id, relations: ['member'] }] });
      await suite.host.db('seatkit_invitations').where({ id: invitation!.id }).update({ expiresAt: '2020-01-01T00:00:00.000Z' });
      await sweep();
      await eventually(async () => (await figures(pool)).consumed === 1);
      expect(await figures(pool)).to.deep.equal({ quantity: 1, reserved: 0, assigned: 0, consumed: 1, free: 0 });
      await customer.admin.invitations.send(org, invitation!.id);
      expect(await figures(pool)).to.deep.equal({ quantity: 1, reserved: 1, assigned: 0, consumed: 0, free: 0 });
    });

    it('of a group come back only with the group', async () => {
      const { group, pool, ada } = await adaHoldsTheOnlySeat('never', { used: true });
      await customer.admin.groups.removePerson(org, group.id, ada.memberId);
      await customer.admin.members.deactivate(org, ada.memberId);
      await customer.admin.members.reactivate(org, ada.memberId);
      expect(await seatOf(pool, ada)).to.include({ status: 'consumed' });
      await customer.admin.members.remove(org, ada.memberId);
      await customer.join([{ email: address('ada') }]);
      expect(await seatOf(pool, ada)).to.include({ status: 'consumed' });
      expect(await enrolled(ada.userId)).to.deep.equal([]);
    });

    it('that were taken away by hand are not given back by inviting the person once more', async () => {
      const pool = await customer.pool({ product: 'course', quantity: 1, release: 'never' });
      const ada = await joined('ada');
      await give(pool, ada.memberId);
      await customer.admin.seats.release(org, (await seatOf(pool, ada))!.id);
      expect(await invite('ada')).to.include({ outcome: 'already_member' });
      expect(await seatOf(pool, ada)).to.include({ status: 'consumed' });
      expect(await invite('ada', { poolIds: [pool.id] })).to.include({ outcome: 'updated' });
      expect(await seatOf(pool, ada)).to.include({ status: 'assigned' });
    });

    it('are refunded by the operator alone, with a reason: one consumed less, one free more, the quantity as it was', async () => {
      const { group, pool, ada, bob, seatId } = await adaHoldsTheOnlySeat('never', { used: true });
      expect(await refusalOf(customer.operator.seats.refund(org, seatId, { reason: 'too early' }))).to.equal('seat_not_consumed');
      await customer.admin.members.remove(org, ada.memberId);
      expect(await refusalOf(customer.admin.seats.refund(org, seatId, { reason: 'please' }))).to.equal('not_allowed');
      expect(await refusalOf(customer.operator.seats.refund(org, seatId, { reason: ' ' }))).to.equal('invalid');
      expect(await refusalOf(customer.admin.seats.release(org, seatId))).to.equal('seat_not_live');
      expect(await customer.operator.seats.refund(org, seatId, { reason: 'Goodwill, case 4711' })).to.deep.equal({
        seatId,
        poolId: pool.id,
        product: 'course',
        status: 'refunded',
        rule: 'refund',
      });
      expect(await figures(pool)).to.deep.equal({ quantity: 1, reserved: 0, assigned: 0, consumed: 0, free: 1 });
      expect((await customer.admin.pools.ledger(org, pool.id)).items[0]).to.include({
        type: 'refunded',
        reason: 'Goodwill, case 4711',
        consumed: -1,
      });
      expect(await refusalOf(customer.operator.seats.refund(org, seatId, { reason: 'again' }))).to.equal('seat_not_consumed');
      expect(await outcomes(pool, bob.memberId)).to.deep.equal(['assigned']);
      const { outcome } = await invite('ada', { groups: [{ groupId: group.id, relations: ['member'] }] });
      expect(outcome).to.equal('invited');
      expect(await figures(pool)).to.include({ reserved: 0, assigned: 1 });
    });
  });

  describe('of a pool that everybody needs (required)', () => {
    it('let nobody be invited when none is free, and spoil no other row', async () => {
      const pool = await customer.pool({ product: 'course', quantity: 2, assignment: 'required' });
      const { results } = await customer.admin.invitations.create(org, { people: [{ email: address('ada') }, { email: address('bob') }] });
      expect(results.map(({ outcome }) => outcome)).to.deep.equal(['invited', 'refused']);
      expect(results[1]!.problem).to.include({ code: 'no_free_seat', poolId: pool.id, quantity: 2, taken: 2 });
      expect(await customer.admin.members.find(org, address('bob'))).to.deep.equal([]);
      expect(await figures(pool)).to.deep.equal({ quantity: 2, reserved: 1, assigned: 1, consumed: 0, free: 0 });
    });

    it('keep a deactivated person out while none is free, and let them in again when one is', async () => {
      const pool = await customer.pool({ product: 'course', quantity: 2, assignment: 'required' });
      const ada = await joined('ada');
      await customer.admin.members.deactivate(org, ada.memberId);
      await invite('bob');
      expect(await refusalOf(customer.admin.members.reactivate(org, ada.memberId))).to.equal('no_free_seat');
      expect(await customer.admin.members.get(org, ada.memberId)).to.include({ status: 'deactivated' });
      expect(await enrolled(ada.userId)).to.deep.equal([]);
      await change(pool, { quantity: 3 });
      expect(await customer.admin.members.reactivate(org, ada.memberId)).to.include({ status: 'active' });
      expect(await figures(pool)).to.deep.equal({ quantity: 3, reserved: 1, assigned: 2, consumed: 0, free: 0 });
    });

    it('are given to all present people at once when the pool becomes required, or to none, with the number missing', async () => {
      const pool = await customer.pool({ product: 'course', quantity: 3 });
      const [ada, gone] = [await joined('ada'), await joined('gone')];
      const pending = await invite('pending');
      await customer.admin.members.deactivate(org, gone.memberId);
      await give(pool, ada.memberId);
      await change(pool, { quantity: 1 });
      const refused = await problemOf(change(pool, { assignment: 'required', name: 'Renamed' }));
      expect(refused).to.include({ status: 409, code: 'no_free_seat', quantity: 1, taken: 1, missing: 2 });
      expect(await customer.admin.pools.get(org, pool.id)).to.include({ assignment: 'manual', name: 'course', assigned: 1, free: 0 });

      await change(pool, { assignment: 'required', quantity: 3 });
      expect(await figures(pool)).to.deep.equal({ quantity: 3, reserved: 1, assigned: 2, consumed: 0, free: 0 });
      expect(await seatOf(pool, { memberId: pending.member!.id })).to.include({ status: 'reserved' });
      expect(await seatOf(pool, { memberId: customer.adminId })).to.include({ status: 'assigned' });
      expect(await seatOf(pool, gone)).to.equal(undefined);
    });

    it('are refused to be sold in too small a number', async () => {
      await joined('ada');
      const refused = await problemOf(customer.pool({ product: 'course', quantity: 1, assignment: 'required' }));
      expect(refused).to.include({ code: 'no_free_seat', missing: 1 });
      expect((await customer.admin.pools.list(org)).items).to.deep.equal([]);
    });

    it('come back to a present person whose seat was consumed by hand, taking none, when the pool becomes required', async () => {
      const pool = await customer.pool({ product: 'course', quantity: 2, release: 'never' });
      const ada = await joined('ada');
      await give(pool, ada.memberId);
      await customer.admin.seats.release(org, (await seatOf(pool, ada))!.id);
      await change(pool, { assignment: 'required' });
      expect(await figures(pool)).to.deep.equal({ quantity: 2, reserved: 0, assigned: 2, consumed: 0, free: 0 });
    });

    it('that are consumed let their holder come back although none is free', async () => {
      const pool = await customer.pool({ product: 'course', quantity: 2, assignment: 'required', release: 'never' });
      const ada = await joined('ada');
      await customer.admin.members.deactivate(org, ada.memberId);
      expect(await figures(pool)).to.include({ assigned: 1, consumed: 1, free: 0 });
      expect((await invite('bob')).problem?.code).to.equal('no_free_seat');
      await customer.admin.members.reactivate(org, ada.memberId);
      expect(await figures(pool)).to.include({ assigned: 2, consumed: 0, free: 0 });
      await customer.admin.members.remove(org, ada.memberId);
      expect(await invite('ada')).to.include({ outcome: 'invited' });
      expect(await figures(pool)).to.include({ reserved: 1, assigned: 1, consumed: 0, free: 0 });
    });

    it('of a group concern the members of that group only', async () => {
      const group = await customer.group('Team');
      const pool = await customer.pool({ product: 'course', groupId: group.id, quantity: 1, assignment: 'required' });
      const [ada, bob] = [await joined('ada'), await joined('bob')];
      await customer.admin.groups.putPerson(org, group.id, ada.memberId, { relations: ['member'] });
      await customer.admin.groups.putPerson(org, group.id, bob.memberId, { relations: ['coach'] });
      expect(await seatOf(pool, bob)).to.equal(undefined);
      expect(await refusalOf(customer.admin.groups.putPerson(org, group.id, bob.memberId, { relations: ['member'] }))).to.equal(
        'no_free_seat',
      );
      await customer.admin.groups.putPerson(org, group.id, ada.memberId, { relations: ['coach'] });
      expect(await seatOf(pool, ada)).to.equal(undefined);
      await customer.admin.groups.putPerson(org, group.id, bob.memberId, { relations: ['member', 'manager'] });
      expect(await seatOf(pool, bob)).to.include({ status: 'assigned' });
    });
  });

  describe('of a pool that gives while they last (automatic)', () => {
    it('go to whoever comes, and whoever comes too late is let in without', async () => {
      const pool = await customer.pool({ product: 'course', quantity: 2, assignment: 'automatic' });
      const early = await invite('early');
      const late = await joined('late');
      expect(await seatOf(pool, { memberId: early.member!.id })).to.include({ status: 'reserved' });
      expect(await seatOf(pool, late)).to.equal(undefined);
      expect(await figures(pool)).to.deep.equal({ quantity: 2, reserved: 1, assigned: 1, consumed: 0, free: 0 });
      expect(await outcomes(pool, late.memberId)).to.deep.equal(['no_free_seat']);
    });

    it('go to those who wait, as many as there are, when the pool grows', async () => {
      const pool = await customer.pool({ product: 'course', quantity: 1, assignment: 'automatic' });
      const [first, second] = [await joined('first'), await joined('second')];
      const pending = await invite('pending');
      await change(pool, { quantity: 2 });
      expect(await figures(pool)).to.deep.equal({ quantity: 2, reserved: 0, assigned: 2, consumed: 0, free: 0 });
      expect(await seatOf(pool, first)).to.include({ status: 'assigned' });
      expect(await enrolled(first.userId)).to.deep.equal(['course']);
      expect(await seatOf(pool, second)).to.equal(undefined);
      await change(pool, { quantity: 10 });
      expect(await figures(pool)).to.deep.equal({ quantity: 10, reserved: 1, assigned: 3, consumed: 0, free: 6 });
      expect(await seatOf(pool, { memberId: pending.member!.id })).to.include({ status: 'reserved' });
    });

    it('are taken again at reactivation if one is left, and the person is let in if none is', async () => {
      const pool = await customer.pool({ product: 'course', quantity: 2, assignment: 'automatic' });
      const ada = await joined('ada');
      await customer.admin.members.deactivate(org, ada.memberId);
      await customer.admin.members.reactivate(org, ada.memberId);
      expect(await seatOf(pool, ada)).to.include({ status: 'assigned' });
      await customer.admin.members.deactivate(org, ada.memberId);
      await joined('bob');
      expect(await customer.admin.members.reactivate(org, ada.memberId)).to.deep.include({ status: 'active', seats: [] });
    });
  });

  describe('given by hand (manual)', () => {
    it('come to nobody by themselves, and to each person of a list for themself', async () => {
      const pool = await customer.pool({ product: 'course', quantity: 2 });
      const ada = await joined('ada');
      const pending = await invite('pending');
      const gone = await joined('gone');
      await customer.admin.members.deactivate(org, gone.memberId);
      expect(await figures(pool)).to.include({ reserved: 0, assigned: 0 });
      const ids = [gone.memberId, ada.memberId, 'nobody', pending.member!.id, ada.memberId, customer.adminId];
      expect(await outcomes(pool, ...ids)).to.deep.equal([
        'deactivated',
        'assigned',
        'not_found',
        'reserved',
        'already_held',
        'no_free_seat',
      ]);
      expect(await figures(pool)).to.deep.equal({ quantity: 2, reserved: 1, assigned: 1, consumed: 0, free: 0 });
    });

    it('do not come back at reactivation once they were freed', async () => {
      const pool = await customer.pool({ product: 'course', quantity: 2 });
      const ada = await joined('ada');
      await give(pool, ada.memberId);
      await customer.admin.members.deactivate(org, ada.memberId);
      expect((await customer.admin.members.reactivate(org, ada.memberId)).seats).to.deep.equal([]);
      expect(await enrolled(ada.userId)).to.deep.equal([]);
    });

    it('of a group go to members of that group only', async () => {
      const group = await customer.group('Team');
      const pool = await customer.pool({ product: 'course', groupId: group.id, quantity: 2 });
      const ada = await joined('ada');
      expect(await outcomes(pool, ada.memberId)).to.deep.equal(['pool_wrong_group']);
      await customer.admin.groups.putPerson(org, group.id, ada.memberId, { relations: ['member'] });
      expect(await outcomes(pool, ada.memberId)).to.deep.equal(['assigned']);
    });

    it('never go out more often than they were bought, however many ask at once', async () => {
      const pool = await customer.pool({ product: 'course', quantity: 3 });
      const people = await customer.join(Array.from({ length: 8 }, (_, n) => ({ email: address(`person${n}`) })));
      const answers = await Promise.all(Object.values(people).map(({ memberId }) => outcomes(pool, memberId)));
      expect(answers.flat().filter((outcome) => outcome === 'assigned')).to.have.length(3);
      expect(answers.flat().filter((outcome) => outcome === 'no_free_seat')).to.have.length(5);
      expect(await figures(pool)).to.include({ assigned: 3, free: 0 });
    });
  });

  describe('of a tier that needs another seat', () => {
    const tiers = async (basic: Partial<NewPool> = {}, pro: Partial<NewPool> = {}) => {
      const base = await customer.pool({ product: 'basic', name: 'Basic', quantity: 3, ...basic });
      return { base, tier: await customer.pool({ product: 'pro', name: 'Pro', quantity: 3, needs: base.id, ...pro }) };
    };

    it('are given only on top of an assigned seat of it', async () => {
      const { base, tier } = await tiers();
      const ada = await joined('ada');
      const pending = await invite('pending', { poolIds: [base.id] });
      expect(await outcomes(tier, ada.memberId, pending.member!.id)).to.deep.equal(['seat_needs_another', 'seat_needs_another']);
      await give(base, ada.memberId);
      expect(await outcomes(tier, ada.memberId)).to.deep.equal(['assigned']);
      expect((await enrolled(ada.userId)).sort()).to.deep.equal(['basic', 'pro']);
    });

    it('hold the needed seat until they are taken away first', async () => {
      const { base, tier } = await tiers();
      const ada = await joined('ada');
      await give(base, ada.memberId);
      await give(tier, ada.memberId);
      const baseSeat = (await seatOf(base, ada))!.id;
      expect(await problemOf(customer.admin.seats.release(org, baseSeat))).to.include({ code: 'seat_needed_by_another', product: 'pro' });
      await customer.admin.seats.release(org, (await seatOf(tier, ada))!.id);
      expect(await customer.admin.seats.release(org, baseSeat)).to.include({ status: 'released' });
    });

    it('go together with the needed one when somebody leaves, and by hand only when the person is back', async () => {
      const { base, tier } = await tiers({ assignment: 'required' });
      const ada = await joined('ada');
      await give(tier, ada.memberId);
      await customer.admin.members.deactivate(org, ada.memberId);
      expect([(await figures(base)).assigned, (await figures(tier)).assigned]).to.deep.equal([1, 0]);
      const { seats } = await customer.admin.members.reactivate(org, ada.memberId);
      expect(seats.map(({ product }) => product)).to.deep.equal(['basic']);
      expect(await outcomes(tier, ada.memberId)).to.deep.equal(['assigned']);
    });

    it('are promised together with the needed one where everybody gets both', async () => {
      const { base, tier } = await tiers({ assignment: 'required' }, { assignment: 'required' });
      const { member } = await invite('ada');
      expect(member!.seats.map(({ product, status }) => `${product} ${status}`)).to.deep.equal(['basic reserved', 'pro reserved']);
      expect([(await figures(base)).reserved, (await figures(tier)).reserved]).to.deep.equal([1, 1]);
    });

    it('pass over whoever lacks the needed one and go to the next who has it', async () => {
      const base = await customer.pool({ product: 'basic', quantity: 3 });
      const [without, holder] = [await joined('without'), await joined('holder')];
      await give(base, holder.memberId);
      const tier = await customer.pool({ product: 'pro', quantity: 1, needs: base.id, assignment: 'automatic' });
      expect(await seatOf(tier, without)).to.equal(undefined);
      expect(await seatOf(tier, holder)).to.include({ status: 'assigned' });
    });

    it('stay consumed while the needed one is missing, and come back on top of it, taking none', async () => {
      const { base, tier } = await tiers({ release: 'always' }, { release: 'never', quantity: 1 });
      const ada = await joined('ada');
      await give(base, ada.memberId);
      await give(tier, ada.memberId);
      await customer.admin.members.deactivate(org, ada.memberId);
      const { seats } = await customer.admin.members.reactivate(org, ada.memberId);
      expect(seats.map(({ product, status }) => `${product} ${status}`)).to.deep.equal(['pro consumed']);
      expect(await enrolled(ada.userId)).to.deep.equal([]);
      await give(base, ada.memberId);
      expect(await outcomes(tier, ada.memberId)).to.deep.equal(['assigned']);
      expect(await figures(tier)).to.deep.equal({ quantity: 1, reserved: 0, assigned: 1, consumed: 0, free: 0 });
    });

    it('come back in one step with a needed one that comes back by itself', async () => {
      const { tier } = await tiers({ assignment: 'required' }, { release: 'never' });
      const ada = await joined('ada');
      await give(tier, ada.memberId);
      await customer.admin.members.deactivate(org, ada.memberId);
      const { seats } = await customer.admin.members.reactivate(org, ada.memberId);
      expect(seats.map(({ product, status }) => `${product} ${status}`)).to.deep.equal(['basic assigned', 'pro assigned']);
    });

    it('end with the needed one when its term is over, as if taken away by hand: only their own term makes them expire', async () => {
      const over = { endsAt: new Date(Date.now() - 1000).toISOString() };
      const { base, tier } = await tiers({}, { release: 'never' });
      const free = await customer.pool({ product: 'plus', quantity: 3, needs: base.id });
      const both = await customer.pool({ product: 'max', quantity: 3, needs: base.id, release: 'never' });
      const other = await customer.pool({ product: 'other', quantity: 3 });
      const [ada, bob] = [await joined('ada'), await joined('bob')];
      for (const pool of [base, tier, free, both, other]) await give(pool, ada.memberId);
      await give(base, bob.memberId);
      for (const pool of [base, both]) await change(pool, over);
      await sweep();
      await eventually(async () => (await figures(base)).assigned === 0);
      expect(
        (await customer.admin.members.get(org, ada.memberId)).seats.map(({ poolId, status }) => [poolId, status]),
      ).to.have.deep.members([
        [tier.id, 'consumed'],
        [other.id, 'assigned'],
      ]);
      expect(await enrolled(ada.userId)).to.deep.equal(['other']);
      const last = async (pool: Pool) => (await customer.admin.pools.ledger(org, pool.id)).items[0]!.type;
      expect([await last(base), await last(tier), await last(free), await last(both)]).to.deep.equal([
        'expired',
        'consumed',
        'released',
        'expired',
      ]);
      await change(base, { endsAt: null });
      await give(base, ada.memberId);
      expect(await outcomes(tier, ada.memberId)).to.deep.equal(['assigned']);
      expect(await figures(tier)).to.deep.equal({ quantity: 3, reserved: 0, assigned: 1, consumed: 0, free: 2 });
    });

    it('cannot be required of people who lack the needed one', async () => {
      const { base, tier } = await tiers();
      await give(base, customer.adminId);
      await joined('ada');
      expect(await refusalOf(change(tier, { assignment: 'required' }))).to.equal('seat_needs_another');
      expect(await figures(tier)).to.include({ assigned: 0 });
    });

    it('need no tier in turn, nor themselves, and are no part of a plan without tiers', async () => {
      const { base, tier } = await tiers();
      expect(await refusalOf(customer.pool({ product: 'top', quantity: 1, needs: tier.id }))).to.equal('invalid');
      expect(await refusalOf(change(base, { needs: base.id }))).to.equal('invalid');
      expect(await refusalOf(change(base, { needs: tier.id }))).to.equal('invalid');
      const elsewhere = await suite.pool({ product: 'basic', quantity: 1 });
      expect(await refusalOf(customer.pool({ product: 'top', quantity: 1, needs: elsewhere.id }))).to.equal('not_found');
      await customer.operator.organizations.update(org, { features: { tiers: false } });
      expect(await refusalOf(give(tier, customer.adminId))).to.equal('not_in_plan');
    });
  });

  describe('whose pool is resized', () => {
    it('are never fewer than those taken: the answer names how many must go first', async () => {
      const pool = await customer.pool({ product: 'course', quantity: 5, release: 'never' });
      const [ada, bob] = [await joined('ada'), await joined('bob')];
      const pending = await invite('pending');
      await give(pool, ada.memberId, bob.memberId, pending.member!.id);
      await customer.admin.seats.release(org, (await seatOf(pool, ada))!.id);
      const refused = await problemOf(change(pool, { quantity: 1, name: 'Smaller' }));
      expect(refused).to.include({ status: 409, code: 'quantity_below_taken', quantity: 1, taken: 3, missing: 2 });
      expect(refused.detail).to.include('2');
      expect(await customer.admin.pools.get(org, pool.id)).to.include({ quantity: 5, name: 'course', free: 2 });
      await change(pool, { quantity: 3 });
      expect(await figures(pool)).to.deep.equal({ quantity: 3, reserved: 1, assigned: 1, consumed: 1, free: 0 });
      const { items } = await customer.admin.pools.ledger(org, pool.id);
      expect(items[0]).to.include({ type: 'resized', quantity: -2, seatId: null });
    });

    it('stand in the record once, and not at all when nothing changes', async () => {
      const pool = await customer.pool({ product: 'course', quantity: 5 });
      await change(pool, { quantity: 5 });
      await change(pool, { quantity: 8 });
      const { items } = await customer.admin.pools.ledger(org, pool.id);
      expect(items.map(({ type, quantity }) => ({ type, quantity }))).to.deep.equal([
        { type: 'resized', quantity: 3 },
        { type: 'bought', quantity: 5 },
      ]);
      expect(await refusalOf(customer.admin.pools.update(org, pool.id, { quantity: 50 }))).to.equal('not_allowed');
    });
  });

  describe('in the ledger', () => {
    it('have at any instant the figures and holders that were read then', async () => {
      const pool = await customer.pool({ product: 'course', quantity: 3, release: 'never' });
      const [ada, bob] = [await joined('ada'), await joined('bob')];
      const pending = await invite('pending');
      const read: { at: string; figures: Awaited<ReturnType<typeof figures>>; holders: string[] }[] = [];
      const holdersNow = async () => {
        const held: string[] = [];
        for await (const member of customer.admin.members.list(org, { poolId: pool.id }))
          held.push(...member.seats.filter(({ poolId }) => poolId === pool.id).map(({ id, status }) => `${member.id} ${id} ${status}`));
        return held.sort();
      };
      const note = async () => {
        await nextMoment();
        read.push({ at: new Date().toISOString(), figures: await figures(pool), holders: await holdersNow() });
        await nextMoment();
      };
      await note();
      await give(pool, ada.memberId, pending.member!.id);
      await note();
      await customer.admin.members.deactivate(org, ada.memberId);
      await note();
      await give(pool, bob.memberId);
      await customer.admin.invitations.revoke(org, pending.invitation!.id);
      await note();
      await customer.admin.members.reactivate(org, ada.memberId);
      await note();
      await customer.admin.seats.release(org, (await seatOf(pool, bob))!.id);
      await customer.operator.seats.refund(org, (await seatOf(pool, bob))!.id, { reason: 'never came' });
      await change(pool, { quantity: 7 });
      await note();

      expect(new Set(read.map((moment) => JSON.stringify([moment.figures, moment.holders]))).size).to.equal(read.length);
      for (const moment of read) {
        const { at, holders, quantity, reserved, assigned, consumed, free } = await customer.admin.pools.ledger(org, pool.id, {
          at: moment.at,
        });
        expect({ quantity, reserved, assigned, consumed, free }).to.deep.equal(moment.figures);
        expect(holders.map(({ memberId, seatId, status }) => `${memberId} ${seatId} ${status}`).sort()).to.deep.equal(moment.holders);
        expect(at).to.equal(moment.at);
      }
      const before = await customer.admin.pools.ledger(org, pool.id, { at: '2020-01-01T00:00:00Z' });
      expect(before).to.deep.include({ quantity: 0, free: 0, holders: [], items: [], total: 0 });
    });

    it('are listed newest first, page after page, each change once', async () => {
      const pool = await customer.pool({ product: 'course', quantity: 4 });
      const people = Object.values(await customer.join(Array.from({ length: 4 }, (_, n) => ({ email: address(`person${n}`) }))));
      for (const { memberId } of people) await give(pool, memberId);
      const entries = [];
      for await (const entry of customer.admin.pools.ledger(org, pool.id, { limit: 2 })) entries.push(entry);
      expect(entries.map(({ type }) => type)).to.deep.equal(['assigned', 'assigned', 'assigned', 'assigned', 'bought']);
      expect(entries.slice(0, 4).map(({ memberId }) => memberId)).to.deep.equal(people.map(({ memberId }) => memberId).reverse());
      expect((await customer.admin.pools.ledger(org, pool.id, { limit: 2 })).total).to.equal(5);
      expect(await refusalOf(people[0]!.client.pools.ledger(org, pool.id))).to.equal('not_allowed');
    });
  });

  describe('with a term', () => {
    const day = 86_400_000;
    const inDays = (days: number) => new Date(Date.now() + days * day).toISOString();

    it('are not given before it begins nor after it ends', async () => {
      const early = await customer.pool({ product: 'next-year', quantity: 2, startsAt: inDays(1) });
      const late = await customer.pool({ product: 'last-year', quantity: 2, startsAt: inDays(-2), endsAt: inDays(-1) });
      const now = await customer.pool({ product: 'this-year', quantity: 2, startsAt: inDays(-1), endsAt: inDays(1) });
      const ada = await joined('ada');
      expect(await outcomes(early, ada.memberId)).to.deep.equal(['pool_not_open']);
      expect(await outcomes(late, ada.memberId)).to.deep.equal(['pool_not_open']);
      expect(await outcomes(now, ada.memberId)).to.deep.equal(['assigned']);
      expect((await invite('bob', { poolIds: [early.id] })).problem?.code).to.equal('pool_not_open');
      expect(await refusalOf(change(now, { endsAt: inDays(-3) }))).to.equal('invalid');
      expect(await enrolled(ada.userId)).to.deep.equal(['this-year']);
    });

    it('go by themselves to everybody present when the term is brought forward', async () => {
      const pool = await customer.pool({ product: 'course', quantity: 2, assignment: 'required', startsAt: inDays(1) });
      const ada = await joined('ada');
      expect(await figures(pool)).to.include({ assigned: 0 });
      await change(pool, { startsAt: inDays(-1) });
      expect(await figures(pool)).to.include({ assigned: 2, free: 0 });
      expect(await enrolled(ada.userId)).to.deep.equal(['course']);
    });

    it('go by themselves to everybody present when the term begins, as many as there are', async () => {
      const [ada, bob] = [await joined('ada'), await joined('bob')];
      const startsAt = new Date(Date.now() + 400).toISOString();
      const required = await customer.pool({ product: 'required', quantity: 2, assignment: 'required', startsAt });
      const automatic = await customer.pool({ product: 'automatic', quantity: 9, assignment: 'automatic', startsAt });
      const manual = await customer.pool({ product: 'manual', quantity: 9, startsAt });
      expect(await enrolled(ada.userId)).to.deep.equal([]);
      await new Promise((resolve) => setTimeout(resolve, 450));
      await sweep();
      await eventually(async () => (await enrolled(bob.userId)).includes('automatic'));
      await eventually(async () => (await figures(required)).free === 0);
      expect(await figures(required)).to.include({ assigned: 2, free: 0 });
      expect(await figures(automatic)).to.include({ assigned: 3, free: 6 });
      expect(await figures(manual)).to.include({ assigned: 0, free: 9 });
      expect((await enrolled(ada.userId)).sort()).to.deep.equal(['automatic', 'required']);
    });

    it('open the product no longer from the end on, and expire when the sweeper comes by, whatever the pool says of leavers', async () => {
      const ada = await joined('ada');
      const pools: Pool[] = [];
      for (const release of ['always', 'unused', 'never'] as const)
        pools.push(await customer.pool({ product: `course-${release}`, quantity: 2, release, startsAt: inDays(-2), endsAt: inDays(1) }));
      const pending = await invite('pending', { poolIds: [pools[0]!.id] });
      for (const pool of pools) {
        await give(pool, ada.memberId);
        expect((await open('courses', pool.product, ada.userId)).status).to.equal(200);
      }
      for (const pool of pools) {
        await change(pool, { endsAt: inDays(-1) });
        expect((await open('courses', pool.product, ada.userId)).status).to.equal(403);
      }
      await sweep();
      await eventually(async () => (await enrolled(ada.userId)).length === 0);
      for (const pool of pools) {
        expect(await figures(pool), pool.product).to.deep.equal({ quantity: 2, reserved: 0, assigned: 0, consumed: 0, free: 2 });
        expect((await customer.admin.pools.ledger(org, pool.id)).items[0]).to.include({ type: 'expired' });
      }
      expect((await customer.admin.members.get(org, ada.memberId)).seats).to.deep.equal([]);
      expect((await customer.admin.members.get(org, pending.member!.id)).seats).to.deep.equal([]);

      await change(pools[0]!, { endsAt: inDays(1), assignment: 'automatic' });
      expect(await seatOf(pools[0]!, ada)).to.include({ status: 'assigned' });
    });
  });

  /** The sweeper comes by soon after a start, and then every half minute. */
  async function sweep(): Promise<void> {
    await suite.host.seatkit.stop();
    await suite.host.seatkit.start();
  }

  const open = (path: 'courses' | 'polite', course: string, userId: string | null) =>
    fetch(`${suite.host.origin}/${path}/${course}`, { headers: userId === null ? {} : { 'x-user': userId } });

  describe('as a door to the product', () => {
    it('let nobody in who is not signed in, nobody without a seat, and everybody with one', async () => {
      const pool = await customer.pool({ product: 'door', quantity: 1 });
      const [ada, bob] = [await joined('ada'), await joined('bob')];
      await give(pool, ada.memberId);
      const answer = async (userId: string | null) => {
        const response = await open('courses', 'door', userId);
        return [response.status, response.ok ? await response.text() : ((await response.json()) as { code: string }).code];
      };
      expect(await answer(null)).to.deep.equal([401, 'not_signed_in']);
      expect(await answer(bob.userId)).to.deep.equal([403, 'not_allowed']);
      expect(await answer(ada.userId)).to.deep.equal([200, 'the course']);
      expect((await open('courses', 'another', ada.userId)).status).to.equal(403);
      await customer.admin.members.deactivate(org, ada.memberId);
      expect(await answer(ada.userId)).to.deep.equal([403, 'not_allowed']);
    });

    it('may be kept by an answer of the host', async () => {
      const ada = await joined('ada');
      const response = await open('polite', 'door', ada.userId);
      expect([response.status, await response.text()]).to.deep.equal([402, 'buy a seat']);
    });

    it('stamp the first use once, and later uses change nothing', async () => {
      const pool = await customer.pool({ product: 'stamp', quantity: 2, release: 'unused' });
      const ada = await joined('ada');
      await give(pool, ada.memberId);
      expect((await seatOf(pool, ada))!.firstUsedAt).to.equal(null);
      await open('courses', 'stamp', ada.userId);
      const first = (await seatOf(pool, ada))!.firstUsedAt;
      expect(Date.now() - Date.parse(first!)).to.be.within(0, 5000);
      await nextMoment();
      await open('courses', 'stamp', ada.userId);
      await suite.host.seatkit.used(ada.userId, 'stamp');
      await ada.client.seats.use(org, (await seatOf(pool, ada))!.id);
      expect((await seatOf(pool, ada))!.firstUsedAt).to.equal(first);
    });

    it('are stamped by used(), for hosts with a door of their own, and only for that product', async () => {
      const [pool, other] = [await customer.pool({ product: 'mine', quantity: 1 }), await customer.pool({ product: 'other', quantity: 1 })];
      const ada = await joined('ada');
      await give(pool, ada.memberId);
      await give(other, ada.memberId);
      await suite.host.seatkit.used(ada.userId, 'mine');
      expect((await seatOf(pool, ada))!.firstUsedAt).to.not.equal(null);
      expect((await seatOf(other, ada))!.firstUsedAt).to.equal(null);
      await suite.host.seatkit.used('4711000', 'mine');
    });

    it('are stamped by the holder or an admin, and by nobody else', async () => {
      const pool = await customer.pool({ product: 'course', quantity: 1 });
      const [ada, bob] = [await joined('ada'), await joined('bob')];
      await give(pool, ada.memberId);
      const { id } = (await seatOf(pool, ada))!;
      expect(await refusalOf(bob.client.seats.use(org, id))).to.equal('not_allowed');
      expect(await refusalOf(suite.admin.seats.use(org, id))).to.equal('not_found');
      expect((await ada.client.seats.use(org, id)).firstUsedAt).to.not.equal(null);
    });
  });
});
