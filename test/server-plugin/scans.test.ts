import type { NewInvitation, Organization, SeatkitClient } from '@seatkit/sdk';
import type { MemberQuery as WholeMemberQuery } from '@seatkit/sdk/contract';
import { expect } from 'chai';
import { useCustomer } from '../support/customer.ts';
import { withDatabases } from '../support/database.ts';
import { seedGroups, seedPeople } from './scan-seed.ts';
import { type Reading, readingOf, statementsOf } from './scans.ts';

const PEOPLE = 2_800;
const ELSEWHERE = 200;

const manages = (groupId: string): NonNullable<NewInvitation['groups']>[number] => ({
  groupId,
  relations: ['manager'],
  mayManagePeople: true,
});

type MemberQuery = Partial<WholeMemberQuery>;

interface ListPage {
  readonly items: readonly unknown[];
  readonly next: string | null;
}

withDatabases('main', (setup) => {
  describe('lists', function () {
    this.timeout(60_000);
    const customer = useCustomer({ on: setup, dispatch: false });
    let people: { id: string; email: string }[];
    const groups: string[] = [];
    const pools: string[] = [];
    const profiles: string[] = [];
    let smallId: string;
    let groupAdmin: SeatkitClient;
    let manager: SeatkitClient;

    before('3,000 people in two organizations', async () => {
      const { operator, host, join } = customer;
      const make = async (organization: Organization, count: number, into: { groups: string[]; pools: string[]; profiles: string[] }) => {
        into.groups.push(...(await seedGroups(host.db, organization.id, 80)));
        for (let n = 0; n < 4; n += 1)
          into.pools.push(
            (
              await operator.pools.create(organization.id, {
                product: `course-${n}`,
                quantity: PEOPLE,
                ...(n === 3 ? { groupId: into.groups[0]! } : {}),
              })
            ).id,
          );
        for (let n = 0; n < 4; n += 1)
          into.profiles.push((await operator.roleProfiles.create(organization.id, { name: `Profile ${n}` })).id);
        return seedPeople(host.db, organization.id, count, { groupIds: into.groups, poolIds: into.pools, roleProfileIds: into.profiles });
      };
      people = await make(customer.organization, PEOPLE, { groups, pools, profiles });
      for (let n = 0; n < 40; n += 1) await operator.organizations.create({ name: `Customer ${n}`, key: `customer-${n}` });
      const small = await operator.organizations.create({ name: 'Globex', key: 'globex' });
      smallId = small.id;
      await make(small, ELSEWHERE, {
        groups: [],
        pools: [],
        profiles: [],
      });
      const { lead, boss } = await join([
        { email: 'lead@acme.test', groups: [manages(groups[0]!)] },
        { email: 'boss@acme.test', groups: [manages(groups[1]!), manages(groups[5]!)] },
      ]);
      groupAdmin = lead!.client;
      manager = boss!.client;
      const tables = [
        'members',
        'member_words',
        'group_people',
        'seats',
        'ledger',
        'member_role_profiles',
        'invitations',
        'groups',
        'pools',
        'role_profiles',
        'organizations',
        'outbox',
        'audit',
      ];
      const analyze = { sqlite: 'analyze ??', mysql: 'analyze table ??', postgres: 'analyze ??' }[setup.dialect];
      for (const table of tables) await host.db.raw(analyze, [`seatkit_${table}`]);
      await host.db.raw(analyze, ['users']);
    });

    const guilty: string[] = [];
    const check = async (what: string, read: (cursor: string | undefined) => Promise<ListPage>) => {
      let cursor: string | undefined;
      for (const depth of ['first page', 'deep page']) {
        let page: ListPage = { items: [], next: null };
        const statements = await statementsOf(customer.host.db, async () => {
          page = await read(cursor);
        });
        expect(statements.length, 'a list reads something').to.be.above(0);
        for (const statement of statements) {
          const reading = await readingOf(customer.host.db, setup.dialect, statement);
          const problem = judge(reading, page.items.length);
          if (problem) guilty.push(`${what}, ${depth}: ${problem}`);
        }
        if (page.next === null) return;
        for (let skipped = 0; skipped < 8 && page.next !== null; skipped += 1) {
          cursor = page.next;
          page = await read(cursor);
        }
      }
    };
    const innocent = () => expect(guilty.splice(0)).to.deep.equal([]);

    const sorts = ['name', '-lastSeenAt', 'email', 'createdAt'] as const;
    const filters = {
      'no filter': () => ({}),
      'status active': () => ({ status: 'active' }),
      'status invited': () => ({ status: 'invited' }),
      'status staged': () => ({ status: 'staged' }),
      'status deactivated': () => ({ status: 'deactivated' }),
      'role admin': () => ({ role: 'admin' }),
      'role member': () => ({ role: 'member' }),
      'a large group': () => ({ groupId: groups[0]! }),
      'a small group': () => ({ groupId: groups[1]! }),
      'a large pool': () => ({ poolId: pools[0]! }),
      'a small pool': () => ({ poolId: pools[1]! }),
      'a common role profile': () => ({ roleProfileId: profiles[0]! }),
      'a rare role profile': () => ({ roleProfileId: profiles[1]! }),
      'somebody’s address': () => ({ email: people[1234]!.email }),
      'nobody’s address': () => ({ email: 'nobody@nowhere.test' }),
      'a common beginning': () => ({ q: 'an' }),
      'one letter': () => ({ q: 'a' }),
      'a rare beginning': () => ({ q: 'p1234@' }),
      'nobody’s beginning': () => ({ q: 'zzz' }),
    } as const satisfies Record<string, () => MemberQuery>;

    const listed = (client: SeatkitClient, query: MemberQuery) => (cursor: string | undefined) =>
      client.members.list(customer.organization.id, { ...query, limit: 20, ...(cursor === undefined ? {} : { cursor }) });

    for (const [name, filter] of Object.entries(filters)) {
      it(`of members with ${name} scan little more than they show, in every order and depth`, async () => {
        for (const sort of sorts) await check(`sorted by ${sort}`, listed(customer.admin, { ...filter(), sort }));
        innocent();
      });
    }

    it('of members scan no more in a small organization beside a large one', async () => {
      const list = (sort: (typeof sorts)[number]) => (cursor: string | undefined) =>
        customer.operator.members.list(smallId, { sort, limit: 20, ...(cursor === undefined ? {} : { cursor }) });
      for (const sort of sorts) await check(`sorted by ${sort}`, list(sort));
      innocent();
    });

    it('of the people of a group scan no more for its group admin', async () => {
      for (const sort of sorts) {
        await check(`of one group, sorted by ${sort}`, listed(groupAdmin, { sort }));
        for (const groupId of [groups[1]!, groups[5]!])
          await check(`one of two groups, sorted by ${sort}`, listed(manager, { groupId, sort }));
      }
      innocent();
    });

    it('of those who stand in a group as members, coaches or managers scan no more, however few they are', async () => {
      for (const relation of ['member', 'coach', 'manager'] as const) {
        for (const groupId of [groups[0]!, groups[1]!])
          await check(`${relation} of a group`, listed(customer.admin, { groupId, relation }));
        await check(`${relation}, for its group admin`, listed(groupAdmin, { groupId: groups[0]!, relation }));
      }
      innocent();
    });

    it('of everything else do so, too', async () => {
      const {
        admin,
        operator,
        organization: { id },
      } = customer;
      const page = (cursor: string | undefined) => ({ limit: 20, ...(cursor ? { cursor } : {}) });
      await check('invitations', (cursor) => admin.invitations.list(id, page(cursor)));
      for (const status of ['held', 'pending', 'accepted', 'expired', 'revoked'] as const)
        await check(`invitations that are ${status}`, (cursor) => admin.invitations.list(id, { status, ...page(cursor) }));
      await check('groups', (cursor) => admin.groups.list(id, page(cursor)));
      await check('archived groups', (cursor) => admin.groups.list(id, { archived: true, ...page(cursor) }));
      await check('groups by beginning', (cursor) => admin.groups.list(id, { q: 'group 3', ...page(cursor) }));
      await check('role profiles', (cursor) => admin.roleProfiles.list(id, page(cursor)));
      await check('pools', (cursor) => admin.pools.list(id, page(cursor)));
      await check('pools of a group', (cursor) => admin.pools.list(id, { groupId: groups[0]!, ...page(cursor) }));
      await check('organizations', (cursor) => operator.organizations.list(page(cursor)));
      await check('organizations by key', (cursor) => operator.organizations.list({ key: 'globex', ...page(cursor) }));
      innocent();
    });
  });
});

/** Why a statement is not to be borne, or null. The count is bounded by itself: 10,001 entries and the rows they lead to. */
function judge({ sql, returned, scanned, sins }: Reading, shown: number): string | null {
  const isCount = /count\(\*\)/i.test(sql);
  const most = isCount ? 20_002 : 20 * Math.max(returned, shown, 1);
  if (scanned !== null && scanned > most) return `${scanned} scanned for ${returned}: ${sql}`;
  return sins.length > 0 ? `${sins.join('; ')}: ${sql}` : null;
}
