import type { NewPool, Pool } from '@seatkit/sdk';
import { expect } from 'chai';
import { eventually } from '../support/customer.ts';
import { problemOf, refusalOf } from '../support/refusal.ts';
import { useFirm } from './use-firm.ts';

describe('seats', () => {
  const { firm, suite, joined, figures, give, outcomes, seatOf, invite, enrolled, change, sweep } = useFirm();
  let org: string;
  beforeEach(() => {
    org = firm.organization.id;
  });

  describe('of a tier that needs another seat', () => {
    const tiers = async (basic: Partial<NewPool> = {}, pro: Partial<NewPool> = {}) => {
      const base = await firm.pool({ product: 'basic', name: 'Basic', quantity: 3, ...basic });
      return { base, tier: await firm.pool({ product: 'pro', name: 'Pro', quantity: 3, needs: base.id, ...pro }) };
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
      expect(await problemOf(firm.admin.seats.release(org, baseSeat))).to.include({ code: 'seat_needed_by_another', product: 'pro' });
      await firm.admin.seats.release(org, (await seatOf(tier, ada))!.id);
      expect(await firm.admin.seats.release(org, baseSeat)).to.include({ status: 'released' });
    });

    it('go together with the needed one when somebody leaves, and by hand only when the person is back', async () => {
      const { base, tier } = await tiers({ assignment: 'required' });
      const ada = await joined('ada');
      await give(tier, ada.memberId);
      await firm.admin.members.deactivate(org, ada.memberId);
      expect([(await figures(base)).assigned, (await figures(tier)).assigned]).to.deep.equal([1, 0]);
      const { seats } = await firm.admin.members.reactivate(org, ada.memberId);
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
      const base = await firm.pool({ product: 'basic', quantity: 3 });
      const [without, holder] = [await joined('without'), await joined('holder')];
      await give(base, holder.memberId);
      const tier = await firm.pool({ product: 'pro', quantity: 1, needs: base.id, assignment: 'automatic' });
      expect(await seatOf(tier, without)).to.equal(undefined);
      expect(await seatOf(tier, holder)).to.include({ status: 'assigned' });
    });

    it('stay consumed while the needed one is missing, and come back on top of it, taking none', async () => {
      const { base, tier } = await tiers({ release: 'always' }, { release: 'never', quantity: 1 });
      const ada = await joined('ada');
      await give(base, ada.memberId);
      await give(tier, ada.memberId);
      await firm.admin.members.deactivate(org, ada.memberId);
      const { seats } = await firm.admin.members.reactivate(org, ada.memberId);
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
      await firm.admin.members.deactivate(org, ada.memberId);
      const { seats } = await firm.admin.members.reactivate(org, ada.memberId);
      expect(seats.map(({ product, status }) => `${product} ${status}`)).to.deep.equal(['basic assigned', 'pro assigned']);
    });

    it('end with the needed one when its term is over, as if taken away by hand: only their own term makes them expire', async () => {
      const over = { endsAt: new Date(Date.now() - 1000).toISOString() };
      const { base, tier } = await tiers({}, { release: 'never' });
      const free = await firm.pool({ product: 'plus', quantity: 3, needs: base.id });
      const both = await firm.pool({ product: 'max', quantity: 3, needs: base.id, release: 'never' });
      const other = await firm.pool({ product: 'other', quantity: 3 });
      const [ada, bob] = [await joined('ada'), await joined('bob')];
      for (const pool of [base, tier, free, both, other]) await give(pool, ada.memberId);
      await give(base, bob.memberId);
      for (const pool of [base, both]) await change(pool, over);
      await sweep();
      await eventually(async () => (await figures(base)).assigned === 0);
      expect((await firm.admin.members.get(org, ada.memberId)).seats.map(({ poolId, status }) => [poolId, status])).to.have.deep.members([
        [tier.id, 'consumed'],
        [other.id, 'assigned'],
      ]);
      expect(await enrolled(ada.userId)).to.deep.equal(['other']);
      const last = async (pool: Pool) => (await firm.admin.pools.ledger(org, pool.id)).items[0]!.type;
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
      await give(base, firm.adminId);
      await joined('ada');
      expect(await refusalOf(change(tier, { assignment: 'required' }))).to.equal('seat_needs_another');
      expect(await figures(tier)).to.include({ assigned: 0 });
    });

    it('need no tier in turn, nor themselves, and are no part of a plan without tiers', async () => {
      const { base, tier } = await tiers();
      expect(await refusalOf(firm.pool({ product: 'top', quantity: 1, needs: tier.id }))).to.equal('invalid');
      expect(await refusalOf(change(base, { needs: base.id }))).to.equal('invalid');
      expect(await refusalOf(change(base, { needs: tier.id }))).to.equal('invalid');
      const elsewhere = await suite.pool({ product: 'basic', quantity: 1 });
      expect(await refusalOf(firm.pool({ product: 'top', quantity: 1, needs: elsewhere.id }))).to.equal('not_found');
      await firm.operator.organizations.update(org, { features: { tiers: false } });
      expect(await refusalOf(give(tier, firm.adminId))).to.equal('not_in_plan');
    });
  });
});
