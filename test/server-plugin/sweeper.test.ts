import { expect } from 'chai';
import { closeEndedPools, expireInvitations } from '../../server-plugin/src/jobs.ts';
import { databaseSetup } from '../support/database.ts';
import { type JoinHost, startJoinHost } from './join-host.ts';

const operator = { operator: 'test' };
const yearOf = (year: number) => `${year}-01-01T00:00:00.000Z`;

describe('the sweeper', () => {
  const { setup, release } = databaseSetup('sqlite');
  const refused = new Set<string>();
  let host: JoinHost;
  let organizationId = '';
  let memberId = '';

  before(async () => {
    host = await startJoinHost(await setup.create(), {
      access: {
        async revoke(events) {
          for (const { product } of events) if (refused.has(product)) throw new Error(`the host refuses ${product}`);
        },
      },
    });
    const organization = await host.addOrganization('acme');
    organizationId = organization.id;
    ({ id: memberId } = (await host.db('seatkit_members').where({ userId: organization.adminId }).first()) as { id: string });
  });
  after(async () => {
    await host.close();
    await release();
  });

  const seated = async (product: string) => {
    const params = { organizationId };
    const pool = await host.seatkit.run(null, operator, 'createPool', { params, body: { product, quantity: 1 } });
    await host.seatkit.run(null, operator, 'createSeats', { params: { ...params, poolId: pool.id }, body: { memberIds: [memberId] } });
    return pool.id;
  };
  const rowOf = async (table: string, id: string) => (await host.db(table).where({ id }).first()) as Record<string, unknown>;

  it('closes the other pools when the host refuses one, says so in the words of the host, and closes that one later', async () => {
    const pools = [await seated('first'), await seated('second'), await seated('third')];
    for (const [at, id] of pools.entries())
      await host
        .db('seatkit_pools')
        .where({ id })
        .update({ endsAt: yearOf(2020 + at) });
    const closed = async () => Promise.all(pools.map(async (id) => (await rowOf('seatkit_pools', id)).closedAt !== null));
    refused.add('first');
    await closeEndedPools(host.base);
    expect(await closed()).to.deep.equal([false, true, true]);
    expect(host.errors.splice(0)).to.deep.equal([`SeatkitReport: sweeper: pool to close ${pools[0]}: the host refuses first`]);
    refused.clear();
    await closeEndedPools(host.base);
    expect(await closed()).to.deep.equal([true, true, true]);
    const entry = (await host.db('seatkit_ledger').where({ poolId: pools[0], type: 'expired' }).first()) as { actor: string };
    expect(entry.actor).to.equal('system:sweeper');
  });

  it('gets to every invitation, however many before it cannot be dealt with', async () => {
    const people = Array.from({ length: 130 }, (_, at) => ({ email: `p${at}@new.test` }));
    await host.seatkit.run(null, operator, 'createInvitations', { params: { organizationId }, body: { people } });
    const rows = (await host.db('seatkit_invitations').where({ status: 'pending' }).orderBy('id')) as { id: string }[];
    const last = rows.at(-1)!.id;
    await host
      .db('seatkit_invitations')
      .where({ status: 'pending' })
      .update({ expiresAt: yearOf(2020) });
    await host
      .db('seatkit_invitations')
      .where({ id: last })
      .update({ expiresAt: yearOf(2021) });
    // Their organization cannot be read, so each of them fails.
    await host.db('seatkit_invitations').where({ status: 'pending' }).whereNot({ id: last }).update({ organizationId: 'broken' });
    const broken = { ...(await rowOf('seatkit_organizations', organizationId)), id: 'broken', key: 'broken', features: 'no JSON' };
    await host.db('seatkit_organizations').insert(broken);
    expect(await expireInvitations(host.base)).to.equal(1);
    expect((await rowOf('seatkit_invitations', last)).status).to.equal('expired');
    expect(host.errors.splice(0)).to.have.length(129);
  });

  it('is not named for what somebody else has done', async () => {
    await seated('used');
    const { userId } = (await rowOf('seatkit_members', memberId)) as { userId: string };
    await host.seatkit.used(userId, 'used');
    const [used] = (await host.db('seatkit_audit').where({ action: 'seat.used' })) as { actor: string }[];
    expect(used?.actor).to.equal('system:used');
  });
});
