import { expect } from 'chai';
import { problemOf, refusalOf } from '../support/refusal.ts';
import { useFirm } from './use-firm.ts';

describe('seats', () => {
  const { firm, address, joined, figures, give, outcomes, seatOf, invite, enrolled, change } = useFirm();
  let org: string;
  beforeEach(() => {
    org = firm.organization.id;
  });

  describe('of a pool that everybody needs (required)', () => {
    it('let nobody be invited when none is free, and spoil no other row', async () => {
      const pool = await firm.pool({ product: 'course', quantity: 2, assignment: 'required' });
      const { results } = await firm.admin.invitations.create(org, { people: [{ email: address('ada') }, { email: address('bob') }] });
      expect(results.map(({ outcome }) => outcome)).to.deep.equal(['invited', 'refused']);
      expect(results[1]!.problem).to.include({ code: 'no_free_seat', poolId: pool.id, quantity: 2, taken: 2 });
      expect(await firm.admin.members.find(org, address('bob'))).to.deep.equal([]);
      expect(await figures(pool)).to.deep.equal({ quantity: 2, reserved: 1, assigned: 1, consumed: 0, free: 0 });
    });

    it('keep a deactivated person out while none is free, and let them in again when one is', async () => {
      const pool = await firm.pool({ product: 'course', quantity: 2, assignment: 'required' });
      const ada = await joined('ada');
      await firm.admin.members.deactivate(org, ada.memberId);
      await invite('bob');
      expect(await refusalOf(firm.admin.members.reactivate(org, ada.memberId))).to.equal('no_free_seat');
      expect(await firm.admin.members.get(org, ada.memberId)).to.include({ status: 'deactivated' });
      expect(await enrolled(ada.userId)).to.deep.equal([]);
      await change(pool, { quantity: 3 });
      expect(await firm.admin.members.reactivate(org, ada.memberId)).to.include({ status: 'active' });
      expect(await figures(pool)).to.deep.equal({ quantity: 3, reserved: 1, assigned: 2, consumed: 0, free: 0 });
    });

    it('are given to all present people at once when the pool becomes required, or to none, with the number missing', async () => {
      const pool = await firm.pool({ product: 'course', quantity: 3 });
      const [ada, gone] = [await joined('ada'), await joined('gone')];
      const pending = await invite('pending');
      await firm.admin.members.deactivate(org, gone.memberId);
      await give(pool, ada.memberId);
      await change(pool, { quantity: 1 });
      const refused = await problemOf(change(pool, { assignment: 'required', name: 'Renamed' }));
      expect(refused).to.include({ status: 409, code: 'no_free_seat', quantity: 1, taken: 1, missing: 2 });
      expect(await firm.admin.pools.get(org, pool.id)).to.include({ assignment: 'manual', name: 'course', assigned: 1, free: 0 });

      await change(pool, { assignment: 'required', quantity: 3 });
      expect(await figures(pool)).to.deep.equal({ quantity: 3, reserved: 1, assigned: 2, consumed: 0, free: 0 });
      expect(await seatOf(pool, { memberId: pending.member!.id })).to.include({ status: 'reserved' });
      expect(await seatOf(pool, { memberId: firm.adminId })).to.include({ status: 'assigned' });
      expect(await seatOf(pool, gone)).to.equal(undefined);
    });

    it('are refused to be sold in too small a number', async () => {
      await joined('ada');
      const refused = await problemOf(firm.pool({ product: 'course', quantity: 1, assignment: 'required' }));
      expect(refused).to.include({ code: 'no_free_seat', missing: 1 });
      expect((await firm.admin.pools.list(org)).items).to.deep.equal([]);
    });

    it('come back to a present person whose seat was consumed by hand, taking none, when the pool becomes required', async () => {
      const pool = await firm.pool({ product: 'course', quantity: 2, release: 'never' });
      const ada = await joined('ada');
      await give(pool, ada.memberId);
      await firm.admin.seats.release(org, (await seatOf(pool, ada))!.id);
      await change(pool, { assignment: 'required' });
      expect(await figures(pool)).to.deep.equal({ quantity: 2, reserved: 0, assigned: 2, consumed: 0, free: 0 });
    });

    it('that are consumed let their holder come back although none is free', async () => {
      const pool = await firm.pool({ product: 'course', quantity: 2, assignment: 'required', release: 'never' });
      const ada = await joined('ada');
      await firm.admin.members.deactivate(org, ada.memberId);
      expect(await figures(pool)).to.include({ assigned: 1, consumed: 1, free: 0 });
      expect((await invite('bob')).problem?.code).to.equal('no_free_seat');
      await firm.admin.members.reactivate(org, ada.memberId);
      expect(await figures(pool)).to.include({ assigned: 2, consumed: 0, free: 0 });
      await firm.admin.members.remove(org, ada.memberId);
      expect(await invite('ada')).to.include({ outcome: 'invited' });
      expect(await figures(pool)).to.include({ reserved: 1, assigned: 1, consumed: 0, free: 0 });
    });

    it('of a group concern the members of that group only', async () => {
      const group = await firm.group('Team');
      const pool = await firm.pool({ product: 'course', groupId: group.id, quantity: 1, assignment: 'required' });
      const [ada, bob] = [await joined('ada'), await joined('bob')];
      await firm.admin.groups.putPerson(org, group.id, ada.memberId, { relations: ['member'] });
      await firm.admin.groups.putPerson(org, group.id, bob.memberId, { relations: ['coach'] });
      expect(await seatOf(pool, bob)).to.equal(undefined);
      expect(await refusalOf(firm.admin.groups.putPerson(org, group.id, bob.memberId, { relations: ['member'] }))).to.equal('no_free_seat');
      await firm.admin.groups.putPerson(org, group.id, ada.memberId, { relations: ['coach'] });
      expect(await seatOf(pool, ada)).to.equal(undefined);
      await firm.admin.groups.putPerson(org, group.id, bob.memberId, { relations: ['member', 'manager'] });
      expect(await seatOf(pool, bob)).to.include({ status: 'assigned' });
    });
  });

  describe('of a pool that gives while they last (automatic)', () => {
    it('go to whoever comes, and whoever comes too late is let in without', async () => {
      const pool = await firm.pool({ product: 'course', quantity: 2, assignment: 'automatic' });
      const early = await invite('early');
      const late = await joined('late');
      expect(await seatOf(pool, { memberId: early.member!.id })).to.include({ status: 'reserved' });
      expect(await seatOf(pool, late)).to.equal(undefined);
      expect(await figures(pool)).to.deep.equal({ quantity: 2, reserved: 1, assigned: 1, consumed: 0, free: 0 });
      expect(await outcomes(pool, late.memberId)).to.deep.equal(['no_free_seat']);
    });

    it('go to those who wait, as many as there are, when the pool grows', async () => {
      const pool = await firm.pool({ product: 'course', quantity: 1, assignment: 'automatic' });
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
      const pool = await firm.pool({ product: 'course', quantity: 2, assignment: 'automatic' });
      const ada = await joined('ada');
      await firm.admin.members.deactivate(org, ada.memberId);
      await firm.admin.members.reactivate(org, ada.memberId);
      expect(await seatOf(pool, ada)).to.include({ status: 'assigned' });
      await firm.admin.members.deactivate(org, ada.memberId);
      await joined('bob');
      expect(await firm.admin.members.reactivate(org, ada.memberId)).to.deep.include({ status: 'active', seats: [] });
    });
  });

  describe('given by hand (manual)', () => {
    it('come to nobody by themselves, and to each person of a list for themself', async () => {
      const pool = await firm.pool({ product: 'course', quantity: 2 });
      const ada = await joined('ada');
      const pending = await invite('pending');
      const gone = await joined('gone');
      await firm.admin.members.deactivate(org, gone.memberId);
      expect(await figures(pool)).to.include({ reserved: 0, assigned: 0 });
      const ids = [gone.memberId, ada.memberId, 'nobody', pending.member!.id, ada.memberId, firm.adminId];
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
      const pool = await firm.pool({ product: 'course', quantity: 2 });
      const ada = await joined('ada');
      await give(pool, ada.memberId);
      await firm.admin.members.deactivate(org, ada.memberId);
      expect((await firm.admin.members.reactivate(org, ada.memberId)).seats).to.deep.equal([]);
      expect(await enrolled(ada.userId)).to.deep.equal([]);
    });

    it('of a group go to members of that group only', async () => {
      const group = await firm.group('Team');
      const pool = await firm.pool({ product: 'course', groupId: group.id, quantity: 2 });
      const ada = await joined('ada');
      expect(await outcomes(pool, ada.memberId)).to.deep.equal(['pool_wrong_group']);
      await firm.admin.groups.putPerson(org, group.id, ada.memberId, { relations: ['member'] });
      expect(await outcomes(pool, ada.memberId)).to.deep.equal(['assigned']);
    });

    it('never go out more often than they were bought, however many ask at once', async () => {
      const pool = await firm.pool({ product: 'course', quantity: 3 });
      const people = await firm.join(Array.from({ length: 8 }, (_, n) => ({ email: address(`person${n}`) })));
      const answers = await Promise.all(Object.values(people).map(({ memberId }) => outcomes(pool, memberId)));
      expect(answers.flat().filter((outcome) => outcome === 'assigned')).to.have.length(3);
      expect(answers.flat().filter((outcome) => outcome === 'no_free_seat')).to.have.length(5);
      expect(await figures(pool)).to.include({ assigned: 3, free: 0 });
    });
  });
});
