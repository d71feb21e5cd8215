import type { Organization, SeatkitClient } from '@seatkit/sdk';
import { expect } from 'chai';
import { useCustomer } from '../support/customer.ts';
import { withDatabases } from '../support/database.ts';
import { seedPeople } from './scan-seed.ts';
import { type Reading, readingOf, statementsOf } from './scans.ts';

const PEOPLE = 2_800;
const ELSEWHERE = 200;

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
    let groupAdmin: SeatkitClient;
    let manager: SeatkitClient;

    before('3,000 people in two organizations', async () => {
      const { operator, host, join } = customer;
      const make = async (organization: Organization, count: number, into: { groups: string[]; pools: string[]; profiles: string[] }) => {
        for (let n = 0; n < 60; n += 1) into.groups.push((await operator.groups.create(organization.id, { name: `Group ${n}` })).id);
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
      await make(await operator.organizations.create({ name: 'Globex', key: 'globex' }), ELSEWHERE, {
        groups: [],
        pools: [],
        profiles: [],
      });
      const { lead, boss } = await join([
        { email: 'lead@acme.test', groups: [{ groupId: groups[1]!, relations: ['manager'] }] },
        {
          email: 'boss@acme.test',
          groups: [groups[0]!, groups[5]!]
            .map((groupId) => ({ groupId, relations: ['manager'] as const, mayManagePeople: true }))
            .map((group) => ({ ...group, relations: [...group.relations] })),
        },
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
    const innocent = () => { if (process.env.GUILTY) (globalThis as any).process.getBuiltinModule('node:fs').appendFileSync(process.env.GUILTY, guilty.join('\n') + '\n'); return expect(guilty.splice(0)).to.deep.equal([]); };

    const sorts = ['name', '-lastSeenAt', 'email', 'createdAt'] as const;
    const filters = () =>
      ({
        'no filter': {},
        'status active': { status: 'active' },
        'status invited': { status: 'invited' },
        'status staged': { status: 'staged' },
        'status deactivated': { status: 'deactivated' },
        'role admin': { role: 'admin' },
        'role member': { role: 'member' },
        'a large group': { groupId: groups[0]! },
        'a small group': { groupId: groups[1]! },
        'a group': { groupId: groups[7]! },
        'a large pool': { poolId: pools[0]! },
        'a small pool': { poolId: pools[1]! },
        'a role profile': { roleProfileId: profiles[0]! },
        'a rare role profile': { roleProfileId: profiles[1]! },
        'an address': { email: people[1234]!.email },
        'nobody’s address': { email: 'nobody@nowhere.test' },
        'a common beginning': { q: 'an' },
        'a letter': { q: 'a' },
        'a rare beginning': { q: 'p1234@' },
        'a beginning of nobody': { q: 'zzz' },
      }) as const;
    const names = Object.keys({
      'no filter': 0,
      'status active': 0,
      'status invited': 0,
      'status staged': 0,
      'status deactivated': 0,
      'role admin': 0,
      'role member': 0,
      'a large group': 0,
      'a small group': 0,
      'a group': 0,
      'a large pool': 0,
      'a small pool': 0,
      'a role profile': 0,
      'a rare role profile': 0,
      'an address': 0,
      'nobody’s address': 0,
      'a common beginning': 0,
      'a letter': 0,
      'a rare beginning': 0,
      'a beginning of nobody': 0,
    }) as (keyof ReturnType<typeof filters>)[];

    for (const name of names) {
      it(`of members with ${name} scan little more than they show, in every order and depth`, async () => {
        for (const sort of sorts)
          await check(`sorted by ${sort}`, (cursor) =>
            customer.admin.members.list(customer.organization.id, { ...filters()[name], sort, limit: 20, ...(cursor ? { cursor } : {}) }),
          );
        innocent();
      });
    }

    it('of group admins do so too', async () => {
      for (const [who, client] of Object.entries({ 'of one group': groupAdmin, 'of two groups': manager }))
        for (const name of names)
          for (const sort of sorts) {
            const filter = filters()[name];
            if ('poolId' in filter || 'roleProfileId' in filter) continue;
            await check(`group admin ${who}, ${name}, sorted by ${sort}`, (cursor) =>
              client.members.list(customer.organization.id, { ...filter, sort, limit: 20, ...(cursor ? { cursor } : {}) }),
            );
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
      await check('groups by beginning', (cursor) => admin.groups.list(id, { q: 'group 3', ...page(cursor) }));
      await check('role profiles', (cursor) => admin.roleProfiles.list(id, page(cursor)));
      await check('pools', (cursor) => admin.pools.list(id, page(cursor)));
      await check('pools of a group', (cursor) => admin.pools.list(id, { groupId: groups[0]!, ...page(cursor) }));
      await check('organizations', (cursor) => operator.organizations.list(page(cursor)));
      await check('organizations by key', (cursor) => operator.organizations.list({ key: 'globex', ...page(cursor) }));
      await check('invitations, for a group admin', (cursor) => manager.invitations.list(id, page(cursor)));
      await check('groups, for a group admin', (cursor) => manager.groups.list(id, page(cursor)));
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
