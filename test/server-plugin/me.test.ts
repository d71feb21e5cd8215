import { expect } from 'chai';
import { type Customer, startCustomer, useCustomer } from '../support/customer.ts';
import { statementsOf } from './scans.ts';

describe('who is calling', () => {
  const acme = useCustomer({ dispatch: false });
  const quiet = useCustomer({
    dispatch: false,
    options: { users: { table: 'users', id: 'id', email: 'email', verified: 'verified', name: { first: 'firstName', last: 'lastName' } } },
  });

  /** Puts somebody into a group of the customer's. */
  const standing = async (customer: Customer, email: string, relations: ('manager' | 'coach')[], groupName: string) => {
    const group = await customer.group(groupName);
    const { client } = Object.values(await customer.join([{ email, groups: [{ groupId: group.id, relations }] }]))[0]!;
    return { client, group };
  };

  it('is told their own id, staff of the host too, and whether the host says when people were last there', async () => {
    const staff = await acme.host.addUser({ email: 'vendor@lms.test', staff: true });
    const tellsOf = async (customer: Customer, userId: string) => {
      const { userId: own, organizations } = await customer.host.as(userId).me({ organizationId: customer.organization.id });
      return [own, organizations.map(({ lastSeenKnown }) => lastSeenKnown)];
    };
    expect(await tellsOf(acme, staff)).to.deep.equal([staff, [true]]);
    expect((await acme.operator.me()).userId).to.equal(null);
    const { userId } = Object.values(await quiet.join([{ email: 'mo@lms.test' }]))[0]!;
    expect(await tellsOf(quiet, userId)).to.deep.equal([userId, [false]]);
  });

  it('is told what they manage in each organization, by no more questions for several than for one', async () => {
    const { host, smtp } = acme;
    const email = 'lea@lms.test';
    const { client, group } = await standing(acme, email, ['manager'], 'Sales');
    const one = await statementsOf(host.db, () => client.me());

    const globex = await startCustomer(host, smtp, 'globex');
    const coached = await standing(globex, email, ['coach'], 'Coached');
    const initech = await startCustomer(host, smtp, 'initech');
    const managed = await standing(initech, email, ['manager'], 'Managed');
    const flat = await startCustomer(host, smtp, 'umbrella');
    await standing(flat, email, ['manager'], 'Without groups');
    await flat.operator.organizations.update(flat.organization.id, { features: { groups: false } });

    const several = await statementsOf(host.db, () => client.me());
    expect(several).to.have.length(one.length);
    const { organizations } = await client.me();
    expect(
      organizations.map(({ name, managedGroups, may }) => [name, managedGroups.map(({ id }) => id), may.includes('seeMembers')]),
    ).to.deep.equal([
      ['Acme', [group.id], true],
      ['Globex', [], true],
      ['Initech', [managed.group.id], true],
      ['Umbrella', [], false],
    ]);
    expect((await coached.client.groups.get(globex.organization.id, coached.group.id)).name).to.equal('Coached');
  });
});
