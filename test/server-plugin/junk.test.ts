import { endpoints, type OperationName } from '@seatkit/sdk/contract';
import { expect } from 'chai';
import { useCustomer } from '../support/customer.ts';
import { junk, random } from '../support/junk.ts';
import { expectProblem } from '../support/problems.ts';
import { OPERATOR_KEY } from '../support/test-host.ts';
import { bearer, send } from '../support/wire.ts';

const queries = ['q=?', 'cursor=?', 'limit=?', 'groupId=?', 'at=?', 'key=?', 'email=?', 'sort=?', 'status=?', 'organizationId=?', '?=1'];

describe('junk, the same in every run', () => {
  const customer = useCustomer({ dispatch: false });
  /** Ids that exist, so that the junk comes as far as it can. */
  const pathIds = async (): Promise<Record<string, string>> => {
    const { operator: client, organization, adminId } = customer;
    const organizationId = organization.id;
    const pool = await customer.pool({ product: 'junk', quantity: 5 });
    const group = await customer.group('Junk');
    const profile = await client.roleProfiles.create(organizationId, { name: 'Junk' });
    const { results } = await client.invitations.create(organizationId, { people: [{ email: 'junk@new.test' }] });
    const seats = await client.seats.create(organizationId, pool.id, { memberIds: [adminId] });
    const ids = {
      memberId: results[0]!.member!.id,
      invitationId: results[0]!.invitation!.id,
      groupId: group.id,
      roleProfileId: profile.id,
    };
    return { organizationId, ...ids, poolId: pool.id, seatId: seats.results[0]!.seat!.id };
  };
  let ids: Record<string, string>;
  before(async () => {
    ids = await pathIds();
  });

  for (const operation of Object.keys(endpoints) as OperationName[]) {
    it(`never breaks ${operation}`, async () => {
      const { pick, next } = random(operation);
      const isRead = endpoints[operation].startsWith('GET ');
      for (let round = 0; round < 25; round += 1) {
        const body = isRead ? {} : { raw: JSON.stringify(junk(operation, next)), headers: { 'Content-Type': 'application/json' } };
        const query = isRead
          ? { query: pick([...queries]).replace('?', encodeURIComponent(JSON.stringify(junk(operation, next)) ?? '')) }
          : {};
        const answer = await send(customer.host, bearer(OPERATOR_KEY), operation, { params: ids, ...body, ...query });
        const shown = `${JSON.stringify({ body, query })}\n${answer.status} ${answer.text}`;
        expect(answer.status, shown).to.be.below(500);
        if (answer.status >= 400) expectProblem(answer);
      }
    });
  }

  it('is nothing to report', () => {
    expect(customer.host.errors).to.deep.equal([]);
  });
});
