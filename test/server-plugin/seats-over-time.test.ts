import type { Pool } from '@seatkit/sdk';
import { expect } from 'chai';
import { eventually } from '../support/customer.ts';
import { problemOf, refusalOf } from '../support/refusal.ts';
import { useFirm } from './use-firm.ts';

describe('seats', () => {
  const { firm, suite, address, joined, figures, give, outcomes, seatOf, invite, enrolled, change, sweep } = useFirm({
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

  let org: string;
  beforeEach(() => {
    org = firm.organization.id;
  });

  /** Long enough that what follows bears a later instant. */
  const nextMoment = () => new Promise((resolve) => setTimeout(resolve, 3));
  const open = (path: 'courses' | 'polite', course: string, userId: string | null) =>
    fetch(`${suite.host.origin}/${path}/${course}`, { headers: userId === null ? {} : { 'x-user': userId } });

  describe('whose pool is resized', () => {
    it('are never fewer than those taken: the answer names how many must go first', async () => {
      const pool = await firm.pool({ product: 'course', quantity: 5, release: 'never' });
      const [ada, bob] = [await joined('ada'), await joined('bob')];
      const pending = await invite('pending');
      await give(pool, ada.memberId, bob.memberId, pending.member!.id);
      await firm.admin.seats.release(org, (await seatOf(pool, ada))!.id);
      const refused = await problemOf(change(pool, { quantity: 1, name: 'Smaller' }));
      expect(refused).to.include({ status: 409, code: 'quantity_below_taken', quantity: 1, taken: 3, missing: 2 });
      expect(refused.detail).to.include('2');
      expect(await firm.admin.pools.get(org, pool.id)).to.include({ quantity: 5, name: 'course', free: 2 });
      await change(pool, { quantity: 3 });
      expect(await figures(pool)).to.deep.equal({ quantity: 3, reserved: 1, assigned: 1, consumed: 1, free: 0 });
      const { items } = await firm.admin.pools.ledger(org, pool.id);
      expect(items[0]).to.include({ type: 'resized', quantity: -2, seatId: null });
    });

    it('stand in the record once, and not at all when nothing changes', async () => {
      const pool = await firm.pool({ product: 'course', quantity: 5 });
      await change(pool, { quantity: 5 });
      await change(pool, { quantity: 8 });
      const { items } = await firm.admin.pools.ledger(org, pool.id);
      expect(items.map(({ type, quantity }) => ({ type, quantity }))).to.deep.equal([
        { type: 'resized', quantity: 3 },
        { type: 'bought', quantity: 5 },
      ]);
      expect(await refusalOf(firm.admin.pools.update(org, pool.id, { quantity: 50 }))).to.equal('not_allowed');
    });
  });

  describe('in the ledger', () => {
    it('have at any instant the figures and holders that were read then', async () => {
      const pool = await firm.pool({ product: 'course', quantity: 3, release: 'never' });
      const [ada, bob] = [await joined('ada'), await joined('bob')];
      const pending = await invite('pending');
      const read: { at: string; figures: Awaited<ReturnType<typeof figures>>; holders: string[] }[] = [];
      const holdersNow = async () => {
        const held: string[] = [];
        for await (const member of firm.admin.members.list(org, { poolId: pool.id }))
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
      await firm.admin.members.deactivate(org, ada.memberId);
      await note();
      await give(pool, bob.memberId);
      await firm.admin.invitations.revoke(org, pending.invitation!.id);
      await note();
      await firm.admin.members.reactivate(org, ada.memberId);
      await note();
      await firm.admin.seats.release(org, (await seatOf(pool, bob))!.id);
      await firm.operator.seats.refund(org, (await seatOf(pool, bob))!.id, { reason: 'never came' });
      await change(pool, { quantity: 7 });
      await note();

      expect(new Set(read.map((moment) => JSON.stringify([moment.figures, moment.holders]))).size).to.equal(read.length);
      for (const moment of read) {
        const { at, holders, quantity, reserved, assigned, consumed, free } = await firm.admin.pools.ledger(org, pool.id, {
          at: moment.at,
        });
        expect({ quantity, reserved, assigned, consumed, free }).to.deep.equal(moment.figures);
        expect(holders.map(({ memberId, seatId, status }) => `${memberId} ${seatId} ${status}`).sort()).to.deep.equal(moment.holders);
        expect(at).to.equal(moment.at);
      }
      const before = await firm.admin.pools.ledger(org, pool.id, { at: '2020-01-01T00:00:00Z' });
      expect(before).to.deep.include({ quantity: 0, free: 0, holders: [], items: [], total: 0 });
    });

    it('are listed newest first, page after page, each change once', async () => {
      const pool = await firm.pool({ product: 'course', quantity: 4 });
      const people = Object.values(await firm.join(Array.from({ length: 4 }, (_, n) => ({ email: address(`person${n}`) }))));
      for (const { memberId } of people) await give(pool, memberId);
      const entries = [];
      for await (const entry of firm.admin.pools.ledger(org, pool.id, { limit: 2 })) entries.push(entry);
      expect(entries.map(({ type }) => type)).to.deep.equal(['assigned', 'assigned', 'assigned', 'assigned', 'bought']);
      expect(entries.slice(0, 4).map(({ memberId }) => memberId)).to.deep.equal(people.map(({ memberId }) => memberId).reverse());
      expect((await firm.admin.pools.ledger(org, pool.id, { limit: 2 })).total).to.equal(5);
      expect(await refusalOf(people[0]!.client.pools.ledger(org, pool.id))).to.equal('not_allowed');
    });
  });

  describe('with a term', () => {
    const day = 86_400_000;
    const inDays = (days: number) => new Date(Date.now() + days * day).toISOString();

    it('are not given before it begins nor after it ends', async () => {
      const early = await firm.pool({ product: 'next-year', quantity: 2, startsAt: inDays(1) });
      const late = await firm.pool({ product: 'last-year', quantity: 2, startsAt: inDays(-2), endsAt: inDays(-1) });
      const now = await firm.pool({ product: 'this-year', quantity: 2, startsAt: inDays(-1), endsAt: inDays(1) });
      const ada = await joined('ada');
      expect(await outcomes(early, ada.memberId)).to.deep.equal(['pool_not_open']);
      expect(await outcomes(late, ada.memberId)).to.deep.equal(['pool_not_open']);
      expect(await outcomes(now, ada.memberId)).to.deep.equal(['assigned']);
      expect((await invite('bob', { poolIds: [early.id] })).problem?.code).to.equal('pool_not_open');
      expect(await refusalOf(change(now, { endsAt: inDays(-3) }))).to.equal('invalid');
      expect(await enrolled(ada.userId)).to.deep.equal(['this-year']);
    });

    it('go by themselves to everybody present when the term is brought forward', async () => {
      const pool = await firm.pool({ product: 'course', quantity: 2, assignment: 'required', startsAt: inDays(1) });
      const ada = await joined('ada');
      expect(await figures(pool)).to.include({ assigned: 0 });
      await change(pool, { startsAt: inDays(-1) });
      expect(await figures(pool)).to.include({ assigned: 2, free: 0 });
      expect(await enrolled(ada.userId)).to.deep.equal(['course']);
    });

    it('go by themselves to everybody present when the term begins, as many as there are', async () => {
      const [ada, bob] = [await joined('ada'), await joined('bob')];
      const startsAt = new Date(Date.now() + 400).toISOString();
      const required = await firm.pool({ product: 'required', quantity: 2, assignment: 'required', startsAt });
      const automatic = await firm.pool({ product: 'automatic', quantity: 9, assignment: 'automatic', startsAt });
      const manual = await firm.pool({ product: 'manual', quantity: 9, startsAt });
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
        pools.push(await firm.pool({ product: `course-${release}`, quantity: 2, release, startsAt: inDays(-2), endsAt: inDays(1) }));
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
        expect((await firm.admin.pools.ledger(org, pool.id)).items[0]).to.include({ type: 'expired' });
      }
      expect((await firm.admin.members.get(org, ada.memberId)).seats).to.deep.equal([]);
      expect((await firm.admin.members.get(org, pending.member!.id)).seats).to.deep.equal([]);

      await change(pools[0]!, { endsAt: inDays(1), assignment: 'automatic' });
      expect(await seatOf(pools[0]!, ada)).to.include({ status: 'assigned' });
    });
  });

  describe('as a door to the product', () => {
    it('let nobody in who is not signed in, nobody without a seat, and everybody with one', async () => {
      const pool = await firm.pool({ product: 'door', quantity: 1 });
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
      await firm.admin.members.deactivate(org, ada.memberId);
      expect(await answer(ada.userId)).to.deep.equal([403, 'not_allowed']);
    });

    it('may be kept by an answer of the host', async () => {
      const ada = await joined('ada');
      const response = await open('polite', 'door', ada.userId);
      expect([response.status, await response.text()]).to.deep.equal([402, 'buy a seat']);
    });

    it('stamp the first use once, and later uses change nothing', async () => {
      const pool = await firm.pool({ product: 'stamp', quantity: 2, release: 'unused' });
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
      const [pool, other] = [await firm.pool({ product: 'mine', quantity: 1 }), await firm.pool({ product: 'other', quantity: 1 })];
      const ada = await joined('ada');
      await give(pool, ada.memberId);
      await give(other, ada.memberId);
      await suite.host.seatkit.used(ada.userId, 'mine');
      expect((await seatOf(pool, ada))!.firstUsedAt).to.not.equal(null);
      expect((await seatOf(other, ada))!.firstUsedAt).to.equal(null);
      await suite.host.seatkit.used('4711000', 'mine');
    });

    it('are stamped by the holder or an admin, and by nobody else', async () => {
      const pool = await firm.pool({ product: 'course', quantity: 1 });
      const [ada, bob] = [await joined('ada'), await joined('bob')];
      await give(pool, ada.memberId);
      const { id } = (await seatOf(pool, ada))!;
      expect(await refusalOf(bob.client.seats.use(org, id))).to.equal('not_allowed');
      expect(await refusalOf(suite.admin.seats.use(org, id))).to.equal('not_found');
      expect((await ada.client.seats.use(org, id)).firstUsedAt).to.not.equal(null);
    });
  });
});
