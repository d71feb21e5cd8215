import { type Member, type MemberQuery, memberSorts, type NewInvitation } from '@seatkit/sdk/contract';
import type { HostUserRow, UserQuery } from '@seatkit/server-plugin';
import { expect } from 'chai';
import { type Customer, type Joined, startCustomer, useCustomer } from '../support/customer.ts';
import { refusalOf } from '../support/refusal.ts';

type Query = Partial<Omit<MemberQuery, 'email'>>;

/** Account 7 was last seen on the seventh day, and so on; accounts whose number ends in 0 were never seen. */
const users: UserQuery = {
  lastSeen: true,
  byId: async (db, ids) => rows(await db('users').whereIn('id', ids.map(Number))),
  byEmail: async (db, keys) => rows(await db('users').whereIn(db.raw('lower(??)', ['email']) as unknown as string, [...keys])),
};
const rows = (found: HostUserRow[]): HostUserRow[] =>
  found.map((row) => ({ ...row, lastSeenAt: Number(row.id) % 10 === 0 ? null : Date.UTC(2026, 0, Number(row.id)) }));

describe('the member list', () => {
  const customer = useCustomer({ options: { users }, dispatch: false });
  let other: Customer;
  before(async () => {
    other = await startCustomer(customer.host, customer.smtp, 'globex');
  });
  const id = () => customer.organization.id;
  const list = (query: Query = {}, client = customer.admin) => client.members.list(id(), query);
  const names = async (query: Query, client = customer.admin) =>
    (await list(query, client)).items.map((member) => `${member.firstName} ${member.lastName}`.trim());

  describe('searching', () => {
    before(async () => {
      await customer.admin.invitations.create(id(), {
        people: [
          { email: 'soren@search.test', firstName: 'Søren', lastName: 'Ångström' },
          { email: 'rene.dupont@search.test', firstName: 'René', lastName: 'Dupont' },
          { email: 'lukasz@search.test', firstName: 'Łukasz', lastName: 'Weiß' },
          { email: 'annaanderson@search.test', firstName: 'Anna', lastName: 'Anderson' },
          { email: 'annette@search.test', firstName: 'Annette', lastName: 'von der Höhe' },
          { email: 'percent@search.test', firstName: '100%', lastName: 'Sure_Thing' },
          { email: 'nameless@search.test' },
        ],
      });
      await other.admin.invitations.create(other.organization.id, {
        people: [{ email: 'rene@globex.test', firstName: 'René', lastName: 'Dupont' }],
      });
    });

    for (const [what, q, expected] of [
      ['the beginning of a first name', 'ren', ['René Dupont']],
      ['the beginning of a last name', 'dup', ['René Dupont']],
      ['the whole name', 'René Dupont', ['René Dupont']],
      ['the whole name, last name first', 'dupont rene', ['René Dupont']],
      ['a first name and the beginning of the last', 'rené d', ['René Dupont']],
      ['the beginning of an address', 'rene.dup', ['René Dupont']],
      ['a whole address, in any case', 'RENE.dupont@SEARCH.test', ['René Dupont']],
      ['a name without its accents', 'angstrom', ['Søren Ångström']],
      ['a name with accents it does not have', 'Rèñe', ['René Dupont']],
      ['letters that only some alphabets have', 'lukasz weiss', ['Łukasz Weiß']],
      ['capitals', 'SØREN', ['Søren Ångström']],
      ['any word of a long name', 'der höhe', ['Annette von der Höhe']],
      ['blanks around it', '  annette  ', ['Annette von der Höhe']],
      ['both names, once', 'an', ['Anna Anderson', 'Søren Ångström', 'Annette von der Höhe']],
      ['no middle of a word', 'upont', []],
      ['signs that databases take for wildcards, as themselves', '100%', ['100% Sure_Thing']],
      ['an underscore as itself', 'sure_t', ['100% Sure_Thing']],
      ['no wildcard', '%', []],
      ['no wildcard of one letter', '_', []],
      ['the address of somebody without a name', 'nameless', ['']],
    ] as const) {
      it(`finds ${what}`, async () => {
        expect(await names({ q })).to.have.members([...expected]);
        expect((await list({ q })).total).to.equal(expected.length);
      });
    }

    it('orders by what it found, and pages', async () => {
      const first = await list({ q: 'an', limit: 2 });
      expect(first.items.map((member) => member.firstName)).to.deep.equal(['Anna', 'Søren']);
      expect(first.total).to.equal(3);
      const second = await list({ q: 'an', limit: 2, cursor: first.next! });
      expect(second.items.map((member) => member.firstName)).to.deep.equal(['Annette']);
      expect([second.next, second.total]).to.deep.equal([null, 3]);
    });

    it('takes blanks for no search, and combines with filters', async () => {
      expect((await list({ q: '   ' })).total).to.equal((await list()).total);
      expect(await names({ q: 'a', status: 'active' })).to.deep.equal(['Amara Okafor']);
      expect(await names({ q: 'ren', role: 'admin' })).to.deep.equal([]);
    });

    it('never finds people of another organization', async () => {
      expect(await names({ q: 'rene@globex' })).to.deep.equal([]);
      expect(await customer.admin.members.find(id(), 'rene@globex.test')).to.deep.equal([]);
      expect(await refusalOf(other.admin.members.find(id(), 'rene.dupont@search.test'))).to.equal('not_found');
      const everybody = (await list({ limit: 200 })).items;
      expect(everybody.every((member) => member.organizationId === id())).to.equal(true);
    });

    it('tells nothing of the groups, pools and role profiles of another organization, not even how many they hold', async () => {
      const elsewhere = other.organization.id;
      const group = await customer.operator.groups.create(elsewhere, { name: 'Theirs' });
      const pool = await customer.operator.pools.create(elsewhere, { product: 'theirs', quantity: 3 });
      const profile = await customer.operator.roleProfiles.create(elsewhere, { name: 'Theirs' });
      await customer.operator.invitations.create(elsewhere, {
        people: [
          {
            email: 'held@globex.test',
            groups: [{ groupId: group.id, relations: ['member'] }],
            poolIds: [pool.id],
            roleProfileIds: [profile.id],
          },
        ],
      });
      for (const filter of [{ groupId: group.id }, { poolId: pool.id }, { roleProfileId: profile.id }]) {
        expect((await customer.operator.members.list(elsewhere, filter)).total, 'theirs').to.equal(1);
        for (const more of [{}, { q: 'held' }, { status: 'invited' as const }])
          expect(await list({ ...filter, ...more })).to.deep.equal({ items: [], next: null, total: 0 });
      }
    });
  });

  describe('for a group admin', () => {
    let lead: Joined;
    let coach: Joined;
    let inside: Joined;
    let outside: Joined;
    before(async () => {
      const group = await customer.group('Managed');
      const second = await customer.group('Managed too');
      const elsewhere = await customer.group('Elsewhere');
      const stand = (groupId: string, ...relations: ('member' | 'coach' | 'manager')[]) => ({ groupId, relations });
      const people = await customer.join([
        { email: 'lead@scope.test', firstName: 'Lea', groups: [stand(group.id, 'manager'), stand(second.id, 'manager')] },
        { email: 'coach@scope.test', firstName: 'Cora', groups: [stand(group.id, 'coach')] },
        { email: 'inside@scope.test', firstName: 'Ines', groups: [stand(group.id, 'member'), stand(second.id, 'member')] },
        { email: 'outside@scope.test', firstName: 'Otto', lastName: 'Outside', groups: [stand(elsewhere.id, 'member')] },
      ]);
      ({ lead, coach, inside, outside } = people as Record<'lead' | 'coach' | 'inside' | 'outside', Joined>);
    });

    it('holds the people of the managed groups, each once, in every order and search', async () => {
      for (const sort of memberSorts) expect(await names({ sort }, lead.client), sort).to.have.members(['Lea', 'Cora', 'Ines']);
      expect((await list({}, lead.client)).total).to.equal(3);
      expect(await names({ q: 'ines' }, lead.client)).to.deep.equal(['Ines']);
      expect(await names({ q: 'otto' }, lead.client)).to.deep.equal([]);
      expect(await names({ q: 'scope' }, coach.client)).to.deep.equal([]);
      expect(await names({}, coach.client)).to.have.members(['Lea', 'Cora', 'Ines']);
    });

    it('tells of somebody outside, found by exact address, only id and name', async () => {
      expect(await lead.client.members.find(id(), 'OUTSIDE@scope.test')).to.deep.equal([
        { id: outside.memberId, organizationId: id(), firstName: 'Otto', lastName: 'Outside', outsideYourGroups: true },
      ]);
      const [member] = (await lead.client.members.find(id(), 'inside@scope.test')) as Member[];
      expect(member).to.include({ id: inside.memberId, email: 'inside@scope.test' });
      expect(await lead.client.members.find(id(), 'outside@scope')).to.deep.equal([]);
      expect(await refusalOf(lead.client.members.get(id(), outside.memberId))).to.equal('not_allowed');
      expect(await coach.client.members.find(id(), 'outside@scope.test'), 'coaches add nobody').to.deep.equal([]);
      expect(await refusalOf(inside.client.members.find(id(), 'outside@scope.test'))).to.equal('not_allowed');
    });
  });

  describe('filtered', () => {
    it('holds exactly the people of a status, role, group, pool or role profile, alone and together', async () => {
      const group = await customer.group('Filtered');
      const profile = await customer.admin.roleProfiles.create(id(), { name: 'Filtered' });
      const pool = await customer.pool({ product: 'filtered', quantity: 10 });
      const full = { groups: [{ groupId: group.id, relations: ['member' as const] }], roleProfileIds: [profile.id], poolIds: [pool.id] };
      const people = await customer.join([
        { email: 'fa@filter.test', firstName: 'Fa', ...full },
        { email: 'fb@filter.test', firstName: 'Fb', ...full, role: 'admin' },
        { email: 'fc@filter.test', firstName: 'Fc', groups: full.groups },
        { email: 'fd@filter.test', firstName: 'Fd', poolIds: [pool.id] },
        { email: 'fe@filter.test', firstName: 'Fe', roleProfileIds: [profile.id] },
      ]);
      const pending: NewInvitation[] = [{ email: 'ff@filter.test', firstName: 'Ff', ...full }];
      await customer.admin.invitations.create(id(), { people: pending });
      await customer.admin.invitations.create(id(), { people: [{ email: 'fg@filter.test', firstName: 'Fg' }], delivery: 'hold' });
      await customer.admin.members.deactivate(id(), people.fb!.memberId);

      const cases: [Query, string[]][] = [
        [{ groupId: group.id }, ['Fa', 'Fb', 'Fc', 'Ff']],
        [{ poolId: pool.id }, ['Fa', 'Fd', 'Ff']],
        [{ roleProfileId: profile.id }, ['Fa', 'Fb', 'Fe', 'Ff']],
        [{ status: 'deactivated' }, ['Fb']],
        [{ status: 'staged' }, ['Fg']],
        [{ role: 'admin', groupId: group.id }, ['Fb']],
        [{ status: 'invited', poolId: pool.id }, ['Ff']],
        [{ groupId: group.id, poolId: pool.id }, ['Fa', 'Ff']],
        [{ groupId: group.id, poolId: pool.id, roleProfileId: profile.id, status: 'active' }, ['Fa']],
        [{ q: 'f', groupId: group.id, status: 'active' }, ['Fa', 'Fc']],
      ];
      for (const [query, expected] of cases) {
        for (const sort of memberSorts) {
          const label = JSON.stringify({ ...query, sort });
          expect((await names({ ...query, sort })).sort(), label).to.deep.equal(expected);
          expect((await list({ ...query, sort, limit: 1 })).total, label).to.equal(expected.length);
        }
      }
    });

    it('holds those who stand in a group as members, coaches or managers, each by name and counted', async () => {
      const group = await customer.group('Relations');
      const standing = (...relations: ('member' | 'coach' | 'manager')[]) => ({ groups: [{ groupId: group.id, relations }] });
      const { rc } = await customer.join([
        { email: 'ra@relation.test', firstName: 'Ra', ...standing('member') },
        { email: 'rb@relation.test', firstName: 'Rb', ...standing('member', 'manager') },
        { email: 'rc@relation.test', firstName: 'Rc', ...standing('coach', 'manager') },
      ]);
      for (const client of [customer.admin, rc!.client]) {
        for (const [relation, expected] of [
          ['member', ['Ra', 'Rb']],
          ['coach', ['Rc']],
          ['manager', ['Rb', 'Rc']],
        ] as const) {
          expect(await names({ groupId: group.id, relation }, client)).to.deep.equal(expected);
          const { items, next, total } = await list({ groupId: group.id, relation, limit: 1 }, client);
          expect([items.length, total]).to.deep.equal([1, expected.length]);
          if (next !== null)
            expect(await names({ groupId: group.id, relation, limit: 1, cursor: next }, client)).to.deep.equal(expected.slice(1));
        }
      }
      const alone: Query[] = [{ relation: 'member' }, { q: 'r' }, { status: 'active' }, { sort: 'email' }, { roleProfileId: group.id }];
      for (const more of alone) {
        const query = more.relation ? more : { ...more, groupId: group.id, relation: 'member' as const };
        expect(await refusalOf(Promise.resolve(list(query))), JSON.stringify(query)).to.equal('invalid');
      }
    });

    it('refuses a filter that does not exist, and a cursor of another order', async () => {
      for (const query of [{ status: 'gone' }, { sort: 'lastSeenAt' }, { limit: 0 }, { limit: 201 }, { page: 2 }, { cursor: 'nonsense' }])
        expect(await refusalOf(Promise.resolve(list(query as Query))), JSON.stringify(query)).to.equal('invalid');
      const { next } = await list({ limit: 1, sort: 'email' });
      expect(await refusalOf(Promise.resolve(list({ limit: 1, sort: 'name', cursor: next! })))).to.equal('invalid');
    });
  });

  describe('read page by page', () => {
    const COUNT = 130;
    const big = {} as Customer;
    /** Number by number: another order for each sort. */
    const people = Array.from({ length: COUNT }, (_, n) => {
      const three = (k: number) => String((n * k) % COUNT).padStart(3, '0');
      return { email: `m${three(37)}@big.test`, firstName: `M${three(7)}`, lastName: `L${three(1)}` };
    });
    let groupId: string;
    let all: Member[];

    before(async function () {
      this.timeout(60_000);
      Object.assign(big, await startCustomer(customer.host, customer.smtp, 'big'));
      groupId = (await big.group('Everybody')).id;
      await big.join(
        people.map((person) => ({
          ...person,
          groups: [{ groupId, relations: ['member'] as const }] as NewInvitation['groups'],
        })) as NewInvitation[],
      );
      all = (await big.admin.members.list(big.organization.id, { limit: 200, sort: 'createdAt' })).items.filter(
        (member) => member.id !== big.adminId,
      );
      expect(
        all.map((member) => member.email),
        'in the order in which they came',
      ).to.deep.equal(people.map((person) => person.email));
    });

    const by = (key: (member: Member) => string) => [...all].sort((a, b) => (key(a) < key(b) ? -1 : 1));
    const orders: Record<(typeof memberSorts)[number], () => Member[]> = {
      name: () => by((member) => member.firstName),
      email: () => by((member) => member.email),
      createdAt: () => all,
      '-lastSeenAt': () => by((member) => `${member.lastSeenAt ?? '0'} ${member.id}`).reverse(),
    };

    for (const sort of memberSorts) {
      for (const filter of ['everybody', 'one status', 'one group'] as const) {
        it(`by ${sort}, shows ${filter} without duplicate or gap while people are added`, async () => {
          const query = {
            ...(filter === 'one status' ? { status: 'active' as const } : {}),
            ...(filter === 'one group' ? { groupId } : {}),
          };
          const seen: string[] = [];
          let cursor: string | undefined;
          let round = 0;
          do {
            const page = await big.admin.members.list(big.organization.id, {
              ...query,
              sort,
              limit: 40,
              ...(cursor === undefined ? {} : { cursor }),
            });
            seen.push(...page.items.map((member) => member.id));
            cursor = page.next ?? undefined;
            round += 1;
            const added = ['aaa', 'm050x', 'zzz'].map((name) => ({
              email: `${name}-${sort}-${filter.replace(' ', '')}-${round}@big.test`,
              firstName: name,
              groups: [{ groupId, relations: ['member' as const] }],
            }));
            if (round < 3) await big.admin.invitations.create(big.organization.id, { people: added });
          } while (cursor !== undefined);
          expect(new Set(seen).size, 'nobody twice').to.equal(seen.length);
          const known = new Set(all.map((member) => member.id));
          expect(seen.filter((memberId) => known.has(memberId))).to.deep.equal(orders[sort]().map((member) => member.id));
        });
      }
    }

    it('is walked to its end by the client, and counted', async () => {
      const walked: string[] = [];
      for await (const member of big.admin.members.list(big.organization.id, { status: 'active', limit: 60 })) walked.push(member.id);
      expect(walked).to.have.length(COUNT + 1);
      expect((await big.admin.members.list(big.organization.id, { status: 'active', limit: 60 })).total).to.equal(COUNT + 1);
    });
  });
});
