import type { OperationName, Pool } from '@seatkit/sdk/contract';
import { expect } from 'chai';
import { useCustomer } from '../support/customer.ts';
import { OPERATOR_KEY } from '../support/test-host.ts';
import { bearer, send, type WireRequest } from '../support/wire.ts';

describe('an operation that gives seats by itself, also of a tier that needs another seat', () => {
  const customer = useCustomer();
  const operator = bearer(OPERATOR_KEY);
  let organizationId: string;
  let base: Pool;
  let groupId: string;
  let ada: string;

  before(async () => {
    organizationId = customer.organization.id;
    base = await customer.pool({ product: 'base', quantity: 5 });
    groupId = (await customer.group('Team')).id;
    await customer.pool({ product: 'pro', quantity: 5, groupId, needs: base.id, assignment: 'required' });
    ada = (await customer.join([{ email: 'ada@acme.test' }])).ada!.memberId;
  });

  /** `send` itself fails on a code that the operation does not declare. */
  const refuses = async (operation: OperationName, request: WireRequest): Promise<void> => {
    const answer = await send(customer.host, operator, operation, { ...request, params: { organizationId, ...request.params } });
    expect(answer.body.code, answer.text).to.equal('seat_needs_another');
  };

  it('declares that the other seat may be missing when somebody comes into the group', () =>
    refuses('putGroupPerson', { params: { groupId, memberId: ada }, body: { relations: ['member'] } }));

  it('declares it when a pool is sold or changed', async () => {
    await refuses('createPool', { body: { product: 'plus', quantity: 9, needs: base.id, assignment: 'required' } });
    const later = await customer.pool({ product: 'later', quantity: 9, needs: base.id });
    await refuses('updatePool', { params: { poolId: later.id }, body: { assignment: 'required' } });
  });

  it('declares it when somebody comes back, or an expired invitation is opened again', async () => {
    const { operator: client, host } = customer;
    const { results } = await client.invitations.create(organizationId, { people: [{ email: 'ivo@acme.test' }] });
    const { member, invitation } = results[0]!;
    await client.seats.create(organizationId, base.id, { memberIds: [ada] });
    await client.groups.putPerson(organizationId, groupId, ada, { relations: ['member'] });
    await client.members.deactivate(organizationId, ada);
    await refuses('reactivateMember', { params: { memberId: ada }, body: {} });

    await host.db('seatkit_invitations').where({ id: invitation!.id }).update({ status: 'expired', live: null });
    await client.groups.putPerson(organizationId, groupId, member!.id, { relations: ['member'] });
    const params = { invitationId: invitation!.id };
    await refuses('sendInvitation', { params, body: {} });
    await refuses('copyInvitationLink', { params, body: {} });
    await refuses('updateMember', { params: { memberId: member!.id }, body: { email: 'ivo.new@acme.test' } });
    expect((await client.members.get(organizationId, member!.id)).email).to.equal('ivo@acme.test');
  });
});
