import type { NewInvitation, Organization, SeatkitClient } from '@seatkit/sdk';
import type { Total, MemberQuery as WholeMemberQuery } from '@seatkit/sdk/contract';
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

/** Rows on a page that is measured, and rows between the first and the deep one. */
const SHOWN = 20;
const SKIPPED = 160;

interface ListPage {
  readonly items: readonly unknown[];
  readonly next: string | null;
  readonly total: Total;
}

type Paging = { readonly limit: number; readonly cursor?: string };

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
    /** Who is asking and where is looked up by the same statements every time. */
    const judged = new Set<string>();
    const check = async (what: string, read: (paging: Paging) => Promise<ListPage>) => {
      const measure = async (depth: string, paging: Paging) => {
        let page: ListPage = { items: [], next: null, total: 0 };
        const statements = await statementsOf(customer.host.db, async () => {
          page = await read(paging);
        });
        expect(statements.length, 'a list reads something').to.be.above(0);
        for (const statement of statements) {
          const key = JSON.stringify(statement);
          if (judged.has(key)) continue;
          judged.add(key);
          const reading = await readingOf(customer.host.db, setup.dialect, statement);
          const problem = judge(reading, page.items.length);
          if (problem) guilty.push(`${what}, ${depth}: ${problem}`);
        }
        return page;
      };
      const { next, total } = await measure('first page', { limit: SHOWN });
      if (next === null) return;
      const skipped = Math.min(SKIPPED, Number(total) - 2 * SHOWN);
      const cursor = skipped > 0 ? (await read({ limit: skipped, cursor: next })).next! : next;
      expect((await measure('deep page', { limit: SHOWN, cursor })).items, what).to.not.be.empty;
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

    const listed = (client: SeatkitClient, query: MemberQuery) => (paging: Paging) =>
      client.members.list(customer.organization.id, { ...query, ...paging });

    for (const [name, filter] of Object.entries(filters)) {
      it(`of members with ${name} scan little more than they show, in every order and depth`, async () => {
        for (const sort of sorts) await check(`sorted by ${sort}`, listed(customer.admin, { ...filter(), sort }));
        innocent();
      });
    }

    it('of members scan no more in a small organization beside a large one', async () => {
      for (const sort of sorts) await check(`sorted by ${sort}`, (paging) => customer.operator.members.list(smallId, { sort, ...paging }));
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
      await check('invitations', (paging) => admin.invitations.list(id, paging));
      for (const status of ['held', 'pending', 'accepted', 'expired', 'revoked'] as const)
        await check(`invitations that are ${status}`, (paging) => admin.invitations.list(id, { status, ...paging }));
      await check('groups', (paging) => admin.groups.list(id, paging));
      await check('archived groups', (paging) => admin.groups.list(id, { archived: true, ...paging }));
      await check('groups by beginning', (paging) => admin.groups.list(id, { q: 'group 3', ...paging }));
      await check('role profiles', (paging) => admin.roleProfiles.list(id, paging));
      await check('pools', (paging) => admin.pools.list(id, paging));
      await check('pools of a group', (paging) => admin.pools.list(id, { groupId: groups[0]!, ...paging }));
      await check('organizations', (paging) => operator.organizations.list(paging));
      await check('organizations by key', (paging) => operator.organizations.list({ key: 'globex', ...paging }));
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
