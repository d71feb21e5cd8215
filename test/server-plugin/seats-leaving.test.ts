import type { Group, Pool, ReleasePolicy, SeatOutcome } from '@seatkit/sdk';
import { expect } from 'chai';
import { eventually, type Joined } from '../support/customer.ts';
import { refusalOf } from '../support/refusal.ts';
import { useFirm } from './use-firm.ts';

describe('seats', () => {
  const { firm, suite, address, joined, figures, give, outcomes, seatOf, invite, enrolled, sweep } = useFirm();
  let org: string;
  beforeEach(() => {
    org = firm.organization.id;
  });

  /** The ways in which somebody stops to hold a seat, and the way back from each. */
  const ways = {
    deactivated: {
      async leave({ memberId }: Joined) {
        await firm.admin.members.deactivate(org, memberId);
        return null;
      },
      back: ({ memberId }: Joined) => firm.admin.members.reactivate(org, memberId),
    },
    'removed from the organization': {
      leave: async ({ memberId }: Joined) => (await firm.admin.members.remove(org, memberId)).seats,
      back: (_: Joined, group: Group) => firm.join([{ email: address('ada'), groups: [{ groupId: group.id, relations: ['member'] }] }]),
    },
    'taken out of the group': {
      leave: async ({ memberId }: Joined, group: Group) => (await firm.admin.groups.removePerson(org, group.id, memberId)).seats,
      back: ({ memberId }: Joined, group: Group) => firm.admin.groups.putPerson(org, group.id, memberId, { relations: ['member'] }),
    },
    'relieved of the seat by hand': {
      leave: async ({ memberId }: Joined, _: Group, pool: Pool) => [
        await firm.admin.seats.release(org, (await seatOf(pool, { memberId }))!.id),
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
    const group = await firm.group('Team');
    const pool = await firm.pool({ product: 'course', groupId: group.id, quantity: 1, release });
    const groups = [{ groupId: group.id, relations: ['member' as const] }];
    const people = await firm.join([
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
            const preview = await firm.admin.members.previewDeparture(org, ada.memberId, query);
            expect(preview.seats).to.deep.equal([{ seatId, poolId: pool.id, product: 'course', status, rule }]);
            expect(await figures(pool)).to.include({ assigned: 1 });

            const answer = await ways[name].leave(ada, group, pool);
            if (answer) expect(answer).to.deep.equal(preview.seats);
            const consumed = status === 'consumed' ? 1 : 0;
            expect(await figures(pool)).to.deep.equal({ quantity: 1, reserved: 0, assigned: 0, consumed, free: 1 - consumed });
            expect(await enrolled(ada.userId)).to.deep.equal([]);
            const { items, holders } = await firm.admin.pools.ledger(org, pool.id);
            expect(items[0]).to.include({ type: status, seatId, memberId: ada.memberId, assigned: -1, consumed });
            expect(holders).to.deep.equal(consumed === 1 ? [{ memberId: ada.memberId, seatId, status: 'consumed' }] : []);
            expect(await outcomes(pool, bob.memberId)).to.deep.equal([consumed === 1 ? 'no_free_seat' : 'assigned']);
          });
        }
      }
    }

    it('is never touched by leaving another group', async () => {
      const { pool, ada } = await adaHoldsTheOnlySeat('always', { used: false });
      const other = await firm.group('Other');
      await firm.admin.groups.putPerson(org, other.id, ada.memberId, { relations: ['member'] });
      expect((await firm.admin.groups.removePerson(org, other.id, ada.memberId)).seats).to.deep.equal([]);
      expect(await seatOf(pool, ada)).to.include({ status: 'assigned' });
      expect(await enrolled(ada.userId)).to.deep.equal(['course']);
    });

    it('cannot be taken away twice', async () => {
      const { ada, seatId } = await adaHoldsTheOnlySeat('always', { used: false });
      await firm.admin.seats.release(org, seatId);
      expect(await refusalOf(firm.admin.seats.release(org, seatId))).to.equal('seat_not_live');
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
        const { items } = await firm.admin.pools.ledger(org, pool.id);
        expect(items[0]).to.include({ type: 'returned', seatId, assigned: 1, consumed: -1, quantity: 0 });
        const [again] = await give(pool, ada.memberId);
        expect(again).to.include({ outcome: 'already_held' });
        expect(again!.seat!.endedAt).to.equal(null);
        expect(await outcomes(pool, bob.memberId)).to.deep.equal(['no_free_seat']);
      });
    }

    it('are promised to somebody invited anew, and stay consumed when that invitation is revoked', async () => {
      const { group, pool, ada, seatId } = await adaHoldsTheOnlySeat('never', { used: true });
      await firm.admin.members.remove(org, ada.memberId);
      for (const round of [1, 2]) {
        const { member, invitation, outcome } = await invite('ada', { groups: [{ groupId: group.id, relations: ['member'] }] });
        expect({ outcome, id: member!.id }, `round ${round}`).to.deep.equal({ outcome: 'invited', id: ada.memberId });
        expect(await figures(pool)).to.deep.equal({ quantity: 1, reserved: 1, assigned: 0, consumed: 0, free: 0 });
        await firm.admin.invitations.revoke(org, invitation!.id);
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
      await firm.admin.members.remove(org, ada.memberId);
      const { invitation } = await invite('ada', { groups: [{ groupId: group.id, relations: ['member'] }] });
      await suite.host.db('seatkit_invitations').where({ id: invitation!.id }).update({ expiresAt: '2020-01-01T00:00:00.000Z' });
      await sweep();
      await eventually(async () => (await figures(pool)).consumed === 1);
      expect(await figures(pool)).to.deep.equal({ quantity: 1, reserved: 0, assigned: 0, consumed: 1, free: 0 });
      await firm.admin.invitations.send(org, invitation!.id);
      expect(await figures(pool)).to.deep.equal({ quantity: 1, reserved: 1, assigned: 0, consumed: 0, free: 0 });
    });

    it('of a group come back only with the group', async () => {
      const { group, pool, ada } = await adaHoldsTheOnlySeat('never', { used: true });
      await firm.admin.groups.removePerson(org, group.id, ada.memberId);
      await firm.admin.members.deactivate(org, ada.memberId);
      await firm.admin.members.reactivate(org, ada.memberId);
      expect(await seatOf(pool, ada)).to.include({ status: 'consumed' });
      await firm.admin.members.remove(org, ada.memberId);
      await firm.join([{ email: address('ada') }]);
      expect(await seatOf(pool, ada)).to.include({ status: 'consumed' });
      expect(await enrolled(ada.userId)).to.deep.equal([]);
    });

    it('that were taken away by hand are not given back by inviting the person once more', async () => {
      const pool = await firm.pool({ product: 'course', quantity: 1, release: 'never' });
      const ada = await joined('ada');
      await give(pool, ada.memberId);
      await firm.admin.seats.release(org, (await seatOf(pool, ada))!.id);
      expect(await invite('ada')).to.include({ outcome: 'already_member' });
      expect(await seatOf(pool, ada)).to.include({ status: 'consumed' });
      expect(await invite('ada', { poolIds: [pool.id] })).to.include({ outcome: 'updated' });
      expect(await seatOf(pool, ada)).to.include({ status: 'assigned' });
    });

    it('are refunded by the operator alone, with a reason: one consumed less, one free more, the quantity as it was', async () => {
      const { group, pool, ada, bob, seatId } = await adaHoldsTheOnlySeat('never', { used: true });
      expect(await refusalOf(firm.operator.seats.refund(org, seatId, { reason: 'too early' }))).to.equal('seat_not_consumed');
      await firm.admin.members.remove(org, ada.memberId);
      expect(await refusalOf(firm.admin.seats.refund(org, seatId, { reason: 'please' }))).to.equal('not_allowed');
      expect(await refusalOf(firm.operator.seats.refund(org, seatId, { reason: ' ' }))).to.equal('invalid');
      expect(await refusalOf(firm.admin.seats.release(org, seatId))).to.equal('seat_not_live');
      expect(await firm.operator.seats.refund(org, seatId, { reason: 'Goodwill, case 4711' })).to.deep.equal({
        seatId,
        poolId: pool.id,
        product: 'course',
        status: 'refunded',
        rule: 'refund',
      });
      expect(await figures(pool)).to.deep.equal({ quantity: 1, reserved: 0, assigned: 0, consumed: 0, free: 1 });
      expect((await firm.admin.pools.ledger(org, pool.id)).items[0]).to.include({
        type: 'refunded',
        reason: 'Goodwill, case 4711',
        consumed: -1,
      });
      expect(await refusalOf(firm.operator.seats.refund(org, seatId, { reason: 'again' }))).to.equal('seat_not_consumed');
      expect(await outcomes(pool, bob.memberId)).to.deep.equal(['assigned']);
      const { outcome } = await invite('ada', { groups: [{ groupId: group.id, relations: ['member'] }] });
      expect(outcome).to.equal('invited');
      expect(await figures(pool)).to.include({ reserved: 0, assigned: 1 });
    });
  });
});
