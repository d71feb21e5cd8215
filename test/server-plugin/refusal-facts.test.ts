import type { Problem } from '@seatkit/sdk';
import { expect } from 'chai';
import { type Joined, useCustomer } from '../support/customer.ts';
import { problemOf } from '../support/refusal.ts';

describe('a refusal', () => {
  const customer = useCustomer({ dispatch: false });
  const id = () => customer.organization.id;
  let people: Record<string, Joined>;
  before(async () => {
    people = await customer.join(['ann', 'ben'].map((name) => ({ email: `${name}@facts.test` })));
  });
  const pool = (name: string, more: object = {}) =>
    customer.pool({ product: `product of ${name}`, name, quantity: 5, assignment: 'manual', ...more });
  const give = async (poolId: string, name = 'ann') =>
    (await customer.admin.seats.create(id(), poolId, { memberIds: [people[name]!.memberId] })).results[0]!;
  const invite = async (person: object) =>
    (await customer.admin.invitations.create(id(), { people: [{ email: 'ann@facts.test', ...person }] })).results[0]!.problem as Problem;

  it('names as facts what its sentence names, so that others can word it: the pool, what is needed first, the term, the group', async () => {
    const group = await customer.group('Night shift');
    const small = await pool('Small', { quantity: 1 });
    const base = await pool('Base');
    const tier = await pool('Tier', { needs: base.id });
    const begins = new Date(Date.now() + 86_400_000).toISOString();
    const later = await pool('Later', { startsAt: begins });
    const ofGroup = await pool('Shift', { groupId: group.id });
    await give(small.id, 'ben');
    const { admin, operator } = customer;

    const full = (await give(small.id)).problem as Problem;
    expect(full).to.include({
      code: 'no_free_seat',
      poolId: small.id,
      product: 'product of Small',
      poolName: 'Small',
      quantity: 1,
      taken: 1,
    });
    const needy = (await give(tier.id)).problem as Problem;
    expect(needy).to.include({ code: 'seat_needs_another', poolName: 'Tier', neededPoolName: 'Base' });
    expect((await give(later.id)).problem)
      .to.include({ code: 'pool_not_open', poolName: 'Later', startsAt: begins })
      .and.not.have.property('endsAt');
    const baseSeat = (await give(base.id)).seat!;
    await give(tier.id);
    const inTheWay = (await problemOf(admin.seats.release(id(), baseSeat.id))) as Problem;
    expect(inTheWay).to.include({ code: 'seat_needed_by_another', poolName: 'Tier' });
    const kept = (await problemOf(admin.groups.delete(id(), group.id))) as Problem;
    expect(kept).to.include({ code: 'pools_in_the_way', poolId: ofGroup.id, poolName: 'Shift' });
    const stranger = await invite({ poolIds: [ofGroup.id] });
    expect(stranger).to.include({ code: 'pool_wrong_group', poolName: 'Shift' });
    const low = await problemOf(operator.pools.update(id(), small.id, { quantity: 0 }));
    expect(low).to.include({ code: 'quantity_below_taken', poolName: 'Small', missing: 1 });
    await admin.groups.putPerson(id(), group.id, people.ben!.memberId, { relations: ['coach'] });
    const both = await invite({ email: 'ben@facts.test', groups: [{ groupId: group.id, relations: ['member'] }] });
    expect(both).to.include({ code: 'member_and_coach', groupId: group.id, groupName: 'Night shift' });
    await admin.groups.update(id(), group.id, { archived: true });
    const archived = (await problemOf(admin.groups.putPerson(id(), group.id, people.ann!.memberId, { relations: ['coach'] }))) as Problem;
    expect(archived).to.include({ code: 'group_archived', groupId: group.id, groupName: 'Night shift' });

    for (const problem of [full, needy, inTheWay, kept, stranger]) expect(problem.detail).to.include(problem.poolName!);
    expect(needy.detail).to.include(needy.neededPoolName!);
    for (const problem of [both, archived]) expect(problem.detail).to.include(problem.groupName!);
  });
});
