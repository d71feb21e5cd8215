import type { NewInvitation } from '@seatkit/sdk/contract';
import type { Knex } from 'knex';
import { seatkit } from '../seatkit.ts';
import type { SeedCustomer } from './customers.ts';
import { type MadeUpPerson, personAt } from './names.ts';

/** Who makes the demo data, as the audit trail names it. */
export const operator = { operator: 'demo seed' };

/** Makes one customer through Seatkit's own operations, so that every figure is true. Returns the organization's id. */
export async function seedOrganization(trx: Knex.Transaction, customer: SeedCustomer, people: readonly MadeUpPerson[]): Promise<string> {
  const { key, name } = customer;
  const settings = { attachKnown: true };
  const organization = await seatkit.run(trx, operator, 'createOrganization', { params: {}, body: { key, name, settings } });
  const params = { organizationId: organization.id };

  const groupIds: string[] = [];
  for (const body of customer.groups) groupIds.push((await seatkit.run(trx, operator, 'createGroup', { params, body })).id);
  const profileIds: string[] = [];
  for (const body of customer.roleProfiles) profileIds.push((await seatkit.run(trx, operator, 'createRoleProfile', { params, body })).id);

  const endsAt = `${new Date().getFullYear() + 1}-08-31T21:59:59.000Z`;
  const academy = await seatkit.run(trx, operator, 'createPool', {
    params,
    body: { product: 'course-1', name: 'Academy', assignment: 'automatic', release: 'unused', quantity: customer.academySeats, endsAt },
  });
  const ninetyDays = await seatkit.run(trx, operator, 'createPool', {
    params,
    body: { product: 'course-2', name: 'First ninety days', groupId: groupIds[0] ?? null, quantity: customer.groupSeats },
  });
  const lab = await seatkit.run(trx, operator, 'createPool', {
    params,
    body: { product: 'course-3', name: 'Negotiation lab', needs: academy.id, release: 'never', quantity: customer.labSeats },
  });

  const groupOf = (index: number): string => groupIds[index % 3 === 0 ? 0 : 1 + (index % (groupIds.length - 1))] ?? '';
  const invite = async (invited: readonly NewInvitation[], delivery: 'now' | 'hold') => {
    const { results } = await seatkit.run(trx, operator, 'createInvitations', { params, body: { people: [...invited], delivery } });
    for (const { email, problem } of results) if (problem) throw new Error(`${email}: ${problem.detail}`);
    return results;
  };

  const joined = await invite(
    people.map((person, index): NewInvitation => {
      const { email, firstName, lastName } = person;
      if (index === 0) return { email, firstName, lastName, role: 'admin' };
      const groupId = groupIds[0] ?? '';
      if (index === 1) return { email, firstName, lastName, groups: [{ groupId, relations: ['manager'], mayManagePeople: true }] };
      const coach = index % 29 === 28;
      return {
        email,
        firstName,
        lastName,
        // Every ninth belongs to no group.
        ...(index % 9 !== 8 && { groups: [{ groupId: groupOf(index), relations: [coach ? 'coach' : 'member'] }] }),
        ...(index % 5 === 0 && { roleProfileIds: [profileIds[index % profileIds.length] ?? ''] }),
        ...(index % 3 === 0 && index < 90 && !coach && { poolIds: [ninetyDays.id] }),
      };
    }),
    'now',
  );

  const members = joined.flatMap((result) => result.member ?? []);
  await seatkit.run(trx, operator, 'createSeats', {
    params: { ...params, poolId: lab.id },
    body: { memberIds: members.slice(5, 5 + Math.ceil(customer.labSeats / 2)).map((member) => member.id) },
  });
  // Some have opened their courses, most of the leavers among them.
  const leavers = members.slice(-customer.deactivated);
  for (const [index, member] of members.entries()) {
    if (leavers.includes(member) ? index % 4 === 3 : index % 3 !== 0) continue;
    for (const { id } of member.seats) await seatkit.run(trx, operator, 'useSeat', { params: { ...params, seatId: id } });
  }
  for (const member of leavers) {
    await seatkit.run(trx, operator, 'deactivateMember', { params: { ...params, memberId: member.id } });
  }

  const strangers = Array.from({ length: customer.pending + customer.held }, (_, index) =>
    personAt(customer.firstPerson + 500 + index, `${key}.test`),
  );
  const inGroup = strangers.map(
    (person, index): NewInvitation => ({ ...person, groups: [{ groupId: groupOf(index), relations: ['member'] }] }),
  );
  await invite(inGroup.slice(0, customer.pending), 'now');
  await invite(inGroup.slice(customer.pending), 'hold');

  await seatkit.run(trx, operator, 'updateOrganization', { params, body: { settings: { attachKnown: false } } });
  return organization.id;
}
