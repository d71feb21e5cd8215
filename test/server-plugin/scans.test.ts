import type { NewInvitation, SeatkitClient } from '@seatkit/sdk';
import { InvitationStatus, memberSorts, type MemberQuery as WholeMemberQuery } from '@seatkit/sdk/contract';
import { expect } from 'chai';
import { tablesOf } from '../../server-plugin/src/db/tables.ts';
import { useCustomer } from '../support/customer.ts';
import { withDatabases } from '../support/database.ts';
import { seedGroups, seedPeople } from './scan-seed.ts';
import { findScans, type ReadPage } from './scans.ts';

const PEOPLE = 2_800;
const ELSEWHERE = 200;

type MemberQuery = Partial<WholeMemberQuery>;
type Sort = WholeMemberQuery['sort'];
type Filters = Readonly<Record<string, () => MemberQuery>>;

withDatabases('main', (setup) => {
  describe('lists', function () {
    this.timeout(120_000);
    const customer = useCustomer({ on: setup, dispatch: false });
    let people: { id: string; email: string }[];
    const groups: string[] = [];
    const pools: string[] = [];
    const profiles: string[] = [];
    let smallId: string;
    /** Group admins by how many groups they manage. */
    const admins = {} as Record<'one' | 'two' | 'twelve', SeatkitClient>;

    before('3,000 people in two organizations', async () => {
      const { operator, host, join } = customer;
      const make = async (organizationId: string, count: number, into: { groups: string[]; pools: string[]; profiles: string[] }) => {
        into.groups.push(...(await seedGroups(host.db, organizationId, 80, 30)));
        for (let n = 0; n < 4; n += 1) {
          into.pools.push((await operator.pools.create(organizationId, { product: `course-${n}`, quantity: PEOPLE })).id);
          into.profiles.push((await operator.roleProfiles.create(organizationId, { name: `Profile ${n}` })).id);
        }
        for (let n = 0; n < 60; n += 1)
          await operator.pools.create(organizationId, { product: `own-${n}`, groupId: into.groups[n % 30]!, quantity: 1 });
        return seedPeople(host.db, organizationId, count, { groupIds: into.groups, poolIds: into.pools, roleProfileIds: into.profiles });
      };
      people = await make(customer.organization.id, PEOPLE, { groups, pools, profiles });
      for (let n = 0; n < 40; n += 1) await operator.organizations.create({ name: `Customer ${n}`, key: `customer-${n}` });
      smallId = (await operator.organizations.create({ name: 'Globex', key: 'globex' })).id;
      await make(smallId, ELSEWHERE, { groups: [], pools: [], profiles: [] });
      const managing = (ids: readonly string[]): NonNullable<NewInvitation['groups']> =>
        ids.map((groupId) => ({ groupId, relations: ['manager'], mayManagePeople: true }));
      const joined = await join([
        { email: 'one@acme.test', groups: managing(groups.slice(0, 1)) },
        { email: 'two@acme.test', groups: managing([groups[1]!, groups[0]!]) },
        { email: 'twelve@acme.test', groups: managing(groups.slice(0, 12)) },
      ]);
      for (const name of ['one', 'two', 'twelve'] as const) admins[name] = joined[name]!.client;
      const analyze = { sqlite: 'analyze ??', mysql: 'analyze table ??', postgres: 'vacuum analyze ??' }[setup.dialect];
      for (const table of Object.values(tablesOf('seatkit_'))) await host.db.raw(analyze, [table]);
      await host.db.raw(analyze, ['users']);
    });

    const guilty: string[] = [];
    const statements = new Set<string>();
    /** `allowed`: so many more may be looked at, because no index can answer. */
    const check = async (what: string, read: ReadPage, allowed = 0) => {
      const found = await findScans({ db: customer.host.db, dialect: setup.dialect, statements }, read, allowed);
      guilty.push(...found.map((scan) => `${what}: ${scan}`));
    };
    const innocent = () => expect(guilty.splice(0).join('\n')).to.equal('');

    const standings: Filters = {
      'status active': () => ({ status: 'active' }),
      'status staged': () => ({ status: 'staged' }),
      'role admin': () => ({ role: 'admin' }),
      'staged admins': () => ({ status: 'staged', role: 'admin' }),
    };
    const moreStandings: Filters = {
      'status invited': () => ({ status: 'invited' }),
      'status deactivated': () => ({ status: 'deactivated' }),
      'status anonymized': () => ({ status: 'anonymized' }),
      'role member': () => ({ role: 'member' }),
      'active admins': () => ({ status: 'active', role: 'admin' }),
    };
    const groupsOnly: Filters = { 'a large group': () => ({ groupId: groups[0]! }), 'a small group': () => ({ groupId: groups[1]! }) };
    const poolsOnly: Filters = { 'a large pool': () => ({ poolId: pools[0]! }), 'a small pool': () => ({ poolId: pools[1]! }) };
    const profilesOnly: Filters = {
      'a common role profile': () => ({ roleProfileId: profiles[0]! }),
      'a rare role profile': () => ({ roleProfileId: profiles[1]! }),
    };
    const places: Filters = { ...groupsOnly, ...poolsOnly, ...profilesOnly };
    const searches: Filters = {
      'a common beginning': () => ({ q: 'an' }),
      'one letter': () => ({ q: 'a' }),
      'a rare beginning': () => ({ q: 'p1234@' }),
      'nobody’s beginning': () => ({ q: 'zzz' }),
    };
    const addresses: Filters = {
      'somebody’s address': () => ({ email: people[1234]!.email }),
      'nobody’s address': () => ({ email: 'nobody@nowhere.test' }),
    };
    const nothing: Filters = { 'no filter': () => ({}) };

    const each = function* (first: Filters, second: Filters = nothing): Generator<[string, MemberQuery]> {
      for (const [a, one] of Object.entries(first))
        for (const [b, other] of Object.entries(second)) yield [second === nothing ? a : `${a} and ${b}`, { ...one(), ...other() }];
    };

    const inOrders = async (what: string, client: SeatkitClient, query: MemberQuery, orders: readonly Sort[], allowed = 0) => {
      // A search has its own order.
      for (const sort of query.q === undefined ? orders : (['name'] as const))
        await check(`${what}, by ${sort}`, (page) => client.members.list(customer.organization.id, { ...query, sort, ...page }), allowed);
    };
    /** One by a key of its own, and the one by id. */
    const two = ['name', 'createdAt'] as const;

    it('of members scan little more than they show, by every filter, in every order and depth', async () => {
      for (const [what, query] of each({ ...nothing, ...standings, ...moreStandings, ...places, ...searches, ...addresses }))
        await inOrders(what, customer.admin, query, memberSorts);
      innocent();
    });

    it('of members scan little more than they show, by status and role within a place or a search', async () => {
      for (const [what, query] of each({ ...places, ...searches, ...addresses }, standings))
        await inOrders(what, customer.admin, query, two);
      innocent();
    });

    it('of members scan little more than they show, by a search within a group', async () => {
      for (const [what, query] of each(groupsOnly, searches)) await inOrders(what, customer.admin, query, two);
      innocent();
    });

    it('of members scan no more in a small organization beside a large one', async () => {
      for (const sort of memberSorts) await check(`by ${sort}`, (page) => customer.operator.members.list(smallId, { sort, ...page }));
      innocent();
    });

    for (const name of ['one', 'two', 'twelve'] as const) {
      it(`of members scan little more than they show to a group admin of ${name}`, async () => {
        for (const [what, query] of each({ ...nothing, ...searches, ...addresses })) await inOrders(what, admins[name], query, memberSorts);
        for (const [what, query] of each(standings)) await inOrders(what, admins[name], query, two);
        for (const [what, query] of each(searches, standings)) await inOrders(what, admins[name], query, two);
        innocent();
      });
    }

    it('of those who stand in a group as members, coaches or managers scan no more, however few they are', async () => {
      for (const relation of ['member', 'coach', 'manager'] as const) {
        for (const [what, query] of each(groupsOnly))
          await inOrders(`${relation}s of ${what}`, customer.admin, { ...query, relation }, ['name']);
        for (const [name, client] of Object.entries(admins))
          await inOrders(`${relation}s for a group admin of ${name}`, client, { groupId: groups[0]!, relation }, ['name']);
      }
      innocent();
    });

    const totalOf = async (client: SeatkitClient, query: MemberQuery) =>
      Number((await client.members.list(customer.organization.id, { ...query, limit: 1 })).total);

    it('of members of two places scan no more than the people of the smaller one', async () => {
      for (const [[a, one], [b, other]] of [...pairs(groupsOnly, { ...poolsOnly, ...profilesOnly }), ...pairs(poolsOnly, profilesOnly)]) {
        const allowed = EACH * Math.min(await totalOf(customer.admin, one()), await totalOf(customer.admin, other()));
        const query = { ...one(), ...other() };
        await inOrders(`${a} and ${b}`, customer.admin, query, two, allowed);
        await inOrders(`${a} and ${b}, invited`, customer.admin, { ...query, status: 'invited' }, two, allowed);
      }
      innocent();
    });

    it('of members found in a pool or of a role profile scan no more than the people found', async () => {
      for (const [[a, search], [b, place]] of pairs(searches, { ...poolsOnly, ...profilesOnly })) {
        const allowed = EACH * (await totalOf(customer.admin, search()));
        await inOrders(`${a} and ${b}`, customer.admin, { ...search(), ...place() }, two, allowed);
      }
      innocent();
    });

    it('of members of a pool or another group scan no more than the fewest of both for a group admin', async () => {
      for (const [what, place] of Object.entries({ ...places, 'another group': () => ({ groupId: groups[40]! }) })) {
        const allowed = EACH * Math.min(await totalOf(customer.admin, place()), await totalOf(admins.two, {}));
        await inOrders(what, admins.two, place(), two, allowed);
      }
      innocent();
    });

    it('of invitations scan little more than they show', async () => {
      for (const [name, client] of Object.entries({ admin: customer.admin, ...admins }))
        for (const status of [undefined, ...InvitationStatus.options])
          await check(`${status ?? 'any'} for ${name}`, (page) =>
            client.invitations.list(customer.organization.id, { ...(status ? { status } : {}), ...page }),
          );
      innocent();
    });

    it('of groups, pools, role profiles and organizations do so, too', async () => {
      const { operator, organization } = customer;
      const { id } = organization;
      for (const [name, client] of Object.entries({ admin: customer.admin, ...admins })) {
        // The groups that somebody manages are read and sorted; everybody's are read in their order.
        const managed = { admin: 0, one: 1, two: 2, twelve: 12 }[name];
        await check(`groups for ${name}`, (page) => client.groups.list(id, page), managed);
        await check(`archived groups for ${name}`, (page) => client.groups.list(id, { archived: true, ...page }), managed);
        await check(`groups by beginning for ${name}`, (page) => client.groups.list(id, { q: 'group 3', ...page }), managed);
        await check(`pools for ${name}`, (page) => client.pools.list(id, page));
        await check(`pools of a group for ${name}`, (page) => client.pools.list(id, { groupId: groups[0]!, ...page }));
      }
      await check('role profiles', (page) => operator.roleProfiles.list(id, page));
      await check('role profiles by beginning', (page) => operator.roleProfiles.list(id, { q: 'profile 3', ...page }));
      await check('organizations', (page) => operator.organizations.list(page));
      await check('organizations by key', (page) => operator.organizations.list({ key: 'globex', ...page }));
      innocent();
    });
  });
});

/** So often an entry is looked at, in its place and in the other one. */
const EACH = 6;

function* pairs(first: Filters, second: Filters): Generator<[[string, () => MemberQuery], [string, () => MemberQuery]]> {
  for (const one of Object.entries(first)) for (const other of Object.entries(second)) yield [one, other];
}
