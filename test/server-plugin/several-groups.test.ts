import type { Member, NewInvitation, SeatkitClient } from '@seatkit/sdk';
import { type InvitationQuery, InvitationStatus, type MemberQuery, memberSorts } from '@seatkit/sdk/contract';
import { expect } from 'chai';
import { type Joined, useCustomer } from '../support/customer.ts';
import { withDatabases } from '../support/database.ts';
import { seedGroups } from './scan-seed.ts';

type Query = Partial<MemberQuery>;
type NamedGroups = NonNullable<NewInvitation['groups']>;

const PEOPLE = 90;
/** Signs of which the databases put the first before the second, and JavaScript the second before the first. */
const signs = ['\uFFFD', '😀'];
const firstNames = ['Ann', 'Bela', `Z${signs[0]}`, `Z${signs[1]}`, 'Åsa', 'Zoë', 'Anna Maria'];

withDatabases('main', (setup) => {
  describe('a group admin of several groups', function () {
    this.timeout(60_000);
    const customer = useCustomer({ on: setup, dispatch: false });
    const id = () => customer.organization.id;
    const groups = {} as Record<'a' | 'b' | 'coached' | 'elsewhere', string>;
    let poolId: string;
    let roleProfileId: string;
    let boss: Joined;

    const member = (groupId: string): NamedGroups[number] => ({ groupId, relations: ['member'] });

    before('people in every status, in some of the groups, in several of them and in none', async () => {
      const { operator } = customer;
      for (const name of ['a', 'b', 'coached', 'elsewhere'] as const) groups[name] = (await customer.group(`Group ${name}`)).id;
      poolId = (await customer.pool({ product: 'course', quantity: PEOPLE })).id;
      roleProfileId = (await operator.roleProfiles.create(id(), { name: 'Nurse' })).id;
      const people = Array.from({ length: PEOPLE }, (_, n): NewInvitation => {
        const inGroups = [n % 2 === 0 && groups.a, n % 3 === 0 && groups.b, n % 5 === 0 && groups.coached, n % 7 === 0 && groups.elsewhere];
        return {
          email: `p${(n * 37) % PEOPLE}@several.test`,
          firstName: firstNames[n % firstNames.length]!,
          lastName: `L${(n * 53) % PEOPLE}`,
          role: n % 11 === 0 ? 'admin' : 'member',
          groups: inGroups.filter((groupId) => groupId !== false).map(member),
          ...(n % 3 < 2 ? { poolIds: [poolId] } : {}),
          ...(n % 5 < 2 ? { roleProfileIds: [roleProfileId] } : {}),
        };
      });
      const some = (rest: number) => people.filter((_, n) => n % 4 === rest);
      await customer.join([...some(0), ...some(2)]);
      await operator.invitations.create(id(), { people: some(1), delivery: 'hold' });
      await operator.invitations.create(id(), { people: some(3) });
      const joined = await customer.join([
        {
          email: 'boss@several.test',
          firstName: 'Beate',
          groups: [
            { groupId: groups.a, relations: ['manager'], mayManagePeople: true },
            { groupId: groups.b, relations: ['manager'] },
            { groupId: groups.coached, relations: ['coach'] },
          ],
        },
      ]);
      boss = joined.boss!;
    });

    /** All pages of a list, each of which has the same total. */
    const paged = async <T extends { id: string }>(
      read: (page: { limit: number; cursor?: string }) => PromiseLike<{ items: readonly T[]; next: string | null; total: unknown }>,
      limit = 7,
    ): Promise<T[]> => {
      const items: T[] = [];
      const totals = new Set<unknown>();
      for (let cursor: string | undefined; ; ) {
        const page = await read({ limit, ...(cursor === undefined ? {} : { cursor }) });
        items.push(...page.items);
        totals.add(page.total);
        if (page.next === null) break;
        cursor = page.next;
      }
      expect([...totals]).to.deep.equal([items.length]);
      return items;
    };
    const membersOf = (client: SeatkitClient, query: Query, limit?: number) =>
      paged<Member>((page) => client.members.list(id(), { ...query, ...page }) as never, limit);
    const names = (members: readonly Member[]) => members.map(({ email, firstName, lastName }) => `${firstName} ${lastName} ${email}`);
    /** What an admin sees of the same list, without the people of none of the groups. */
    const within = async (groupIds: readonly string[], query: Query) =>
      (await membersOf(customer.admin, query, 200)).filter((person) => person.groups.some((group) => groupIds.includes(group.id)));
    const visible = () => [groups.a, groups.b, groups.coached];

    const filters: Record<string, () => Query> = {
      everybody: () => ({}),
      'a status that many have': () => ({ status: 'active' }),
      'a status that some have': () => ({ status: 'staged' }),
      'a status that nobody has': () => ({ status: 'deactivated' }),
      'admins only': () => ({ role: 'admin' }),
      'no admins': () => ({ role: 'member' }),
      'invited admins': () => ({ status: 'invited', role: 'admin' }),
      'one of the groups': () => ({ groupId: groups.b }),
      'a group of others': () => ({ groupId: groups.elsewhere }),
      'a pool': () => ({ poolId }),
      'a role profile': () => ({ roleProfileId }),
      'a pool, a role profile and a status': () => ({ poolId, roleProfileId, status: 'invited' }),
    };
    for (const [what, filter] of Object.entries(filters))
      it(`sees each of their people once, in order, page by page, and nobody else: ${what}`, async () => {
        for (const sort of memberSorts)
          expect(names(await membersOf(boss.client, { ...filter(), sort })), sort).to.deep.equal(
            names(await within(visible(), { ...filter(), sort })),
          );
      });

    it('finds each of their people once, in order, page by page, and nobody else', async () => {
      for (const q of ['an', 'z', 'l1', 'p', 'maria', 'nobody'])
        for (const query of [{ q }, { q, status: 'active' }, { q, role: 'admin' }, { q, groupId: groups.a }, { q, poolId }] as const)
          expect(names(await membersOf(boss.client, query)), JSON.stringify(query)).to.deep.equal(names(await within(visible(), query)));
      expect(await membersOf(boss.client, { q: 'an' })).to.have.length.above(14);
    });

    it('sees the invitations of their people once, newest first, page by page, and no others', async () => {
      const seen = new Set((await within(visible(), {})).map((person) => person.id));
      const invitationsOf = (client: SeatkitClient, query: Partial<InvitationQuery>) =>
        paged((page) => client.invitations.list(id(), { ...query, ...page }));
      for (const query of [{}, ...InvitationStatus.options.map((status) => ({ status }))])
        expect(await invitationsOf(boss.client, query), JSON.stringify(query)).to.deep.equal(
          (await invitationsOf(customer.admin, query)).filter(({ memberId }) => seen.has(memberId)),
        );
      expect(await invitationsOf(boss.client, { status: 'pending' })).to.have.length.above(7);
    });

    it('sees the pools of the managed groups in the order of their names, page by page', async () => {
      for (const [product, groupId] of Object.entries({
        p4: groups.a,
        p1: groups.b,
        p3: groups.a,
        p2: groups.coached,
        p5: groups.elsewhere,
      }))
        await customer.pool({ product, groupId, quantity: 1 });
      const products = await paged((page) => boss.client.pools.list(id(), page), 2);
      expect(products.map(({ product }) => product)).to.deep.equal(['p1', 'p3', 'p4']);
    });

    it('sees people come, change and go, in every list', async () => {
      const { admin, operator } = customer;
      const { results } = await operator.invitations.create(id(), { people: [{ email: 'n@several.test', firstName: 'Nia' }] });
      const nia = results[0]!.member!.id;
      const where = async (q: string, status: Member['status']) => ({
        listed: (await membersOf(boss.client, {})).filter((person) => person.id === nia).length,
        'by status': (await membersOf(boss.client, { status })).filter((person) => person.id === nia).length,
        found: (await membersOf(boss.client, { q })).length,
        'found by status': (await membersOf(boss.client, { q, status })).length,
        invited: (await paged((page) => boss.client.invitations.list(id(), { status: 'pending', ...page }))).filter(
          ({ memberId }) => memberId === nia,
        ).length,
      });
      const nowhere = { listed: 0, 'by status': 0, found: 0, 'found by status': 0, invited: 0 };
      const everywhere = { listed: 1, 'by status': 1, found: 1, 'found by status': 1, invited: 1 };
      expect(await where('nia', 'invited'), 'before').to.deep.equal(nowhere);
      await admin.groups.putPerson(id(), groups.a, nia, { relations: ['member'] });
      await admin.groups.putPerson(id(), groups.b, nia, { relations: ['coach'] });
      expect(await where('nia', 'invited'), 'in two groups').to.deep.equal(everywhere);
      await admin.members.update(id(), nia, { firstName: 'Tuva', role: 'admin' });
      expect(await where('nia', 'invited'), 'by her old name').to.deep.equal({ ...everywhere, found: 0, 'found by status': 0 });
      expect(await where('tuva', 'invited'), 'by her new name').to.deep.equal(everywhere);
      expect(names(await membersOf(boss.client, { q: 'tuva', role: 'admin' }))).to.deep.equal(['Tuva  n@several.test']);
      await admin.groups.removePerson(id(), groups.a, nia);
      expect(await where('tuva', 'invited'), 'in one group').to.deep.equal(everywhere);
      await admin.groups.removePerson(id(), groups.b, nia);
      expect(await where('tuva', 'invited'), 'in none').to.deep.equal(nowhere);
      await admin.groups.putPerson(id(), groups.a, nia, { relations: ['member'] });
      await admin.invitations.revoke(id(), results[0]!.invitation!.id);
      expect(await where('tuva', 'invited'), 'gone').to.deep.equal(nowhere);
      expect(await customer.host.seatkit.verify()).to.deep.equal([]);
    });

    it('sees the people of a hundred groups and more', async () => {
      const many = await seedGroups(customer.host.db, id(), 130);
      const relations = ['coach' as const];
      let coach: Joined | undefined;
      for (let at = 0; at < many.length; at += 50)
        coach = (
          await customer.join([{ email: 'many@several.test', groups: many.slice(at, at + 50).map((groupId) => ({ groupId, relations })) }])
        ).many;
      const people = Array.from({ length: 60 }, (_, n): NewInvitation => {
        const ids = new Set([many[(n * 7) % 130]!, many[(n * 11) % 130]!, many[n % 3]!]);
        return { email: `m${(n * 17) % 60}@many.test`, groups: [...ids].map(member), role: n % 20 === 3 ? 'admin' : 'member' };
      });
      await customer.operator.invitations.create(id(), { people });
      for (const query of [{}, { sort: 'email' }, { role: 'admin' }, { role: 'member', sort: '-lastSeenAt' }, { q: 'm1' }] as const)
        expect(names(await membersOf(coach!.client, query)), JSON.stringify(query)).to.deep.equal(names(await within(many, query)));
    });
  });
});
