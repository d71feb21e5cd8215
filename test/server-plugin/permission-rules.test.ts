import { endpoints, type OperationName, operations } from '@seatkit/sdk/contract';
import { expect } from 'chai';
import { watchCommits } from '../support/commits.ts';
import { startCustomer, useCustomer } from '../support/customer.ts';
import { dumpTables } from '../support/dump.ts';
import { bearer, send, sessionOf, type WireRequest } from '../support/wire.ts';
import { attempts } from './permission-attempts.ts';
import type { CallerName } from './permission-table.ts';
import { buildWorld, type World } from './permission-world.ts';

/** The first attempt at an operation, whichever line of the table that is. */
const attemptAt = (operation: string) => Object.entries(attempts).find(([title]) => title.split(':')[0] === operation)![1];

describe('permissions in detail', () => {
  const customer = useCustomer({ on: 'sqlite', dispatch: false });
  let world: World;
  let commits: Awaited<ReturnType<typeof watchCommits>>;
  before(async () => {
    world = await buildWorld(customer);
    commits = await watchCommits(customer.host.db);
  });
  after(() => commits?.close());
  const call = (caller: CallerName, operation: OperationName, request: WireRequest) =>
    send(customer.host, world.headers[caller], operation, request);

  describe('a group admin who may manage people', () => {
    const invite = async (row: object) => {
      const people = [{ email: `${world.unique()}@new.test`, ...row }];
      const { body } = await call('peopleAdmin', 'createInvitations', {
        params: { organizationId: world.organizationId },
        body: { people },
      });
      return body.results[0];
    };
    const own = () => ({ groupId: world.groupId, relations: ['member'] });

    const refused: Record<string, () => object> = {
      'no group': () => ({ groups: [] }),
      'a managed group and another one': () => ({ groups: [own(), { groupId: world.otherGroupId, relations: ['member'] }] }),
      'a managed group as manager, too': () => ({ groups: [{ ...own(), relations: ['member', 'manager'] }] }),
      'a managed group as manager who may manage people': () => ({ groups: [{ ...own(), relations: ['manager'], mayManagePeople: true }] }),
      "the organization's own seats": () => ({ groups: [own()], poolIds: [world.pools.organization] }),
      'the role admin': () => ({ groups: [own()], role: 'admin' }),
      'a role profile': () => ({ groups: [own()], roleProfileIds: [world.profileId] }),
      'an external id': () => ({ groups: [own()], externalId: 'x-1' }),
    };
    for (const [what, row] of Object.entries(refused)) {
      it(`cannot invite with ${what}`, async () => {
        const before = await dumpTables(customer.host.db);
        const result = await invite(row());
        expect([result.outcome, result.problem?.code]).to.deep.equal(['refused', 'not_allowed']);
        expect(await dumpTables(customer.host.db)).to.deep.equal(before);
      });
    }

    it('invites members and coaches with names, a language and a seat of the group', async () => {
      const more = { firstName: 'Ada', lastName: 'Lovelace', locale: 'de', role: 'member' };
      const member = await invite({ ...more, groups: [own()], poolIds: [world.pools.group] });
      expect([member.outcome, member.member.seats[0].status]).to.deep.equal(['invited', 'reserved']);
      expect((await invite({ groups: [{ ...own(), relations: ['coach'] }] })).outcome).to.equal('invited');
    });

    it('gains nobody the right to manage people by the way', async () => {
      const result = await invite({ groups: [{ ...own(), mayManagePeople: true }] });
      expect(result.outcome).to.equal('invited');
      expect(result.member.groups.map((group: { mayManagePeople: boolean }) => group.mayManagePeople)).to.deep.equal([false]);
    });

    it('has that right only in the groups it was given for', async () => {
      const { id } = await world.person([], {
        groups: [
          { groupId: world.groupId, relations: ['manager'] },
          { groupId: world.otherGroupId, relations: ['manager'], mayManagePeople: true },
        ],
      });
      const { token } = await customer.host.seatkit.issueToken({ organizationId: world.organizationId, memberId: id });
      const inviteInto = async (groupId: string) => {
        const people = [{ email: `${world.unique()}@new.test`, groups: [{ groupId, relations: ['member'] }] }];
        const { body } = await send(customer.host, bearer(token), 'createInvitations', {
          params: { organizationId: world.organizationId },
          body: { people },
        });
        return body.results[0].problem?.code ?? body.results[0].outcome;
      };
      expect([await inviteInto(world.otherGroupId), await inviteInto(world.groupId)]).to.deep.equal(['invited', 'not_allowed']);
      const colleague = await world.person([world.groupId]);
      const deactivate = { params: { organizationId: world.organizationId, memberId: colleague.id }, body: {} };
      expect((await send(customer.host, bearer(token), 'deactivateMember', deactivate)).status).to.equal(403);
    });

    it('sees in lists only the own groups, and of somebody else found by exact address only the name', async () => {
      const stranger = await world.person([world.otherGroupId], { firstName: 'Grace' });
      const mate = await world.person([world.groupId]);
      const params = { organizationId: world.organizationId };
      const list = await call('peopleAdmin', 'listMembers', { params, query: { limit: '200' } });
      const ids = list.body.items.map((item: { id: string }) => item.id);
      expect(ids).to.include(mate.id).and.not.include(stranger.id);
      const found = await call('peopleAdmin', 'listMembers', { params, query: { email: stranger.email } });
      expect(found.body.items).to.have.length(1);
      expect(found.body.items[0]).to.have.all.keys('id', 'organizationId', 'firstName', 'lastName', 'outsideYourGroups');
      expect((await call('coach', 'listMembers', { params, query: { email: stranger.email } })).body.items).to.deep.equal([]);
    });
  });

  describe('a field that nobody may set', () => {
    const fields = ['id', 'organizationId', 'userId', 'status', 'role', 'createdAt', 'version', '__proto__', 'constructor'];
    /** Where a field of that name is a proper part of the request. */
    const proper: Record<string, readonly string[]> = {
      createToken: ['organizationId', 'userId'],
      reportMailStatus: ['status'],
      updateMember: ['role'],
      'createInvitations people.0': ['role'],
      'previewInvitation person': ['role'],
    };
    const withBody = (Object.keys(endpoints) as OperationName[]).filter((name) => 'body' in operations[name]);

    for (const operation of withBody) {
      it(`is refused by ${operation}, by name, and changes nothing`, async () => {
        const request = await attemptAt(operation)(world, 'operatorKey');
        const before = await commits.read();
        for (const { body, path, place } of smuggled(request.body, fields)) {
          if (proper[place === '' ? operation : `${operation} ${place}`]?.includes(path.split('.').at(-1)!)) continue;
          const answer = await call('operatorKey', operation, { ...request, raw: body, headers: { 'Content-Type': 'application/json' } });
          expect([answer.status, answer.body.code], path).to.deep.equal([400, 'invalid']);
          expect(answer.body.fields.map((field: { path: string }) => field.path)).to.include(path);
        }
        expect(await commits.read()).to.deep.equal(before);
      });
    }
  });

  describe('another organization', () => {
    const unknown = '01932c07-0000-7000-8000-000000000000';
    let foreign: Record<string, string>;
    before(async () => {
      const { operator, organization, adminId } = world.other;
      const group = await world.other.group('Theirs');
      const pool = await world.other.pool({ product: 'theirs', quantity: 5 });
      const profile = await operator.roleProfiles.create(organization.id, { name: 'Theirs' });
      const { results } = await operator.seats.create(organization.id, pool.id, { memberIds: [adminId] });
      const invited = await operator.invitations.create(organization.id, { people: [{ email: 'pending@globex.test' }] });
      foreign = {
        organizationId: organization.id,
        memberId: adminId,
        groupId: group.id,
        poolId: pool.id,
        roleProfileId: profile.id,
        seatId: results[0]!.seat!.id,
        invitationId: invited.results[0]!.invitation!.id,
      };
    });
    const insiders = ['member', 'coach', 'groupAdmin', 'peopleAdmin', 'admin'] as const;
    /** The same question with a foreign id and with one that does not exist: the answers must not differ, but for the id itself. */
    const same = async (caller: CallerName, operation: OperationName, ask: (id: (name: string) => string) => WireRequest) => {
      const [theirs, nobodys] = [
        await call(
          caller,
          operation,
          ask((name) => foreign[name]!),
        ),
        await call(
          caller,
          operation,
          ask(() => unknown),
        ),
      ];
      const ids = new RegExp([...Object.values(foreign), unknown].join('|'), 'g');
      expect([theirs.status, theirs.text.replace(ids, '…')], `${operation} by ${caller}`).to.deep.equal([
        nobodys.status,
        nobodys.text.replace(ids, '…'),
      ]);
      expect(theirs.text).to.not.match(/Theirs|globex/i);
      return theirs;
    };

    for (const operation of Object.keys(endpoints) as OperationName[]) {
      const names = [...endpoints[operation].matchAll(/:(\w+)/g)].map((match) => match[1]!);
      if (names.length === 0) continue;
      it(`is nowhere in the path of ${operation}`, async () => {
        const request = await attemptAt(operation)(world, 'admin');
        const before = await commits.read();
        for (const caller of insiders) {
          const answer = await same(caller, operation, (id) => ({
            ...request,
            params: Object.fromEntries(names.map((name) => [name, id(name)])),
          }));
          expect([answer.status, answer.body.code]).to.deep.equal([404, 'not_found']);
        }
        for (const caller of [...insiders, 'operatorKey'] as const) {
          for (const name of names.slice(1)) {
            const answer = await same(caller, operation, (id) => ({ ...request, params: { ...request.params!, [name]: id(name) } }));
            expect(answer.status).to.be.oneOf([403, 404]);
          }
        }
        expect(await commits.read()).to.deep.equal(before);
      });
    }

    it('is nowhere in a query', async () => {
      const params = { organizationId: world.organizationId };
      for (const caller of [...insiders, 'operatorKey'] as const) {
        for (const name of ['groupId', 'poolId', 'roleProfileId'])
          await same(caller, 'listMembers', (id) => ({ params, query: { [name]: id(name) } }));
        await same(caller, 'listPools', (id) => ({ params, query: { groupId: id('groupId') } }));
        const leaving = { params: { ...params, memberId: world.memberIds.member } };
        await same(caller, 'previewDeparture', (id) => ({ ...leaving, query: { groupId: id('groupId') } }));
        const moving = (toGroupId: string) => ({ ...leaving, query: { groupId: world.groupId, toGroupId } });
        await same(caller, 'previewDeparture', (id) => moving(id('groupId')));
        if (caller !== 'operatorKey') await same(caller, 'getMe', (id) => ({ query: { organizationId: id('organizationId') } }));
        expect((await call(caller, 'listMembers', { params, query: { email: 'admin@globex.test' } })).text).to.not.include(
          foreign.memberId!,
        );
      }
    });

    it('is nowhere in a body', async () => {
      const params = { organizationId: world.organizationId };
      const before = await dumpTables(customer.host.db);
      for (const caller of ['peopleAdmin', 'admin', 'operatorKey'] as const) {
        const row = (more: object) => ({ params, body: { people: [{ email: 'row@new.test', ...more }] } });
        const own = { groupId: world.groupId, relations: ['member'] };
        const asks: [OperationName, string, (id: (name: string) => string) => WireRequest][] = [
          ['createInvitations', 'unknown_group', (id) => row({ groups: [{ groupId: id('groupId'), relations: ['member'] }] })],
          ['createInvitations', 'unknown_pool', (id) => row({ groups: [own], poolIds: [id('poolId')] })],
          ['createInvitations', 'unknown_role_profile', (id) => row({ groups: [own], roleProfileIds: [id('roleProfileId')] })],
          [
            'createSeats',
            'not_found',
            (id) => ({ params: { ...params, poolId: world.pools.group }, body: { memberIds: [id('memberId')] } }),
          ],
        ];
        for (const [operation, code, ask] of asks) expect((await same(caller, operation, ask)).body.results[0].problem.code).to.equal(code);
      }
      const put = { params: { ...params, groupId: world.groupId, memberId: world.memberIds.member } };
      const moved = (movedFrom: string) => ({ ...put, body: { relations: ['member'], movedFrom } });
      expect((await same('peopleAdmin', 'putGroupPerson', (id) => moved(id('groupId')))).status).to.equal(404);
      const profiles = { params: { ...params, memberId: world.memberIds.member } };
      expect(
        (await same('admin', 'updateMember', (id) => ({ ...profiles, body: { roleProfiles: [{ id: id('roleProfileId') }] } }))).status,
      ).to.equal(409);
      const pool = { product: 'x', quantity: 1 };
      expect((await same('operatorKey', 'createPool', (id) => ({ params, body: { ...pool, groupId: id('groupId') } }))).status).to.equal(
        404,
      );
      expect((await same('operatorKey', 'createPool', (id) => ({ params, body: { ...pool, needs: id('poolId') } }))).status).to.equal(404);
      const tier = { params: { ...params, poolId: world.pools.organization } };
      expect((await same('operatorKey', 'updatePool', (id) => ({ ...tier, body: { needs: id('poolId') } }))).status).to.equal(404);
      const token = (id: (name: string) => string) => ({ body: { ...params, memberId: id('memberId') } });
      expect((await same('operatorKey', 'createToken', token)).status).to.equal(404);
      expect(await dumpTables(customer.host.db)).to.deep.equal(before);
    });

    it('does not learn whether an address is known elsewhere', async () => {
      const params = { organizationId: world.organizationId };
      const invite = async (email: string) => {
        const { body } = await call('admin', 'createInvitations', { params, body: { people: [{ email }] } });
        const { member, ...rest } = body.results[0];
        return {
          ...rest,
          invitation: rest.invitation.status,
          member: { userId: member.userId, firstName: member.firstName, lastSeenAt: member.lastSeenAt },
        };
      };
      await customer.operator.organizations.update(world.organizationId, { settings: { attachKnown: false } });
      const known = await invite('admin@globex.test');
      const stranger = await invite('nobody@globex.test');
      await customer.operator.organizations.update(world.organizationId, { settings: { attachKnown: true } });
      expect({ ...known, email: '' }).to.deep.equal({ ...stranger, email: '' });
    });
  });
});

describe("a session that the host limits to one organization's key", () => {
  const customer = useCustomer({
    dispatch: false,
    options: {
      authenticate: (req) => {
        const key = req.headers['x-organization'];
        return { userId: String(req.headers['x-user']), ...(typeof key === 'string' ? { organizationKey: key } : {}) };
      },
    },
  });

  it('sees that organization and no other in which the person is', async () => {
    const { host, organization, smtp } = customer;
    const other = await startCustomer(host, smtp, 'globex');
    const { ada } = await other.join([{ email: 'ada@both.test' }]);
    await customer.join([{ email: 'ada@both.test' }]);
    const session = sessionOf(ada!.userId);
    const limited = { ...session, 'X-Organization': 'acme' };
    const seen = async (headers: Record<string, string>) =>
      (await send(host, headers, 'getMe')).body.organizations.map(({ id }: { id: string }) => id);
    expect(await seen(session)).to.have.members([organization.id, other.organization.id]);
    expect(await seen(limited)).to.deep.equal([organization.id]);
    const status = async (organizationId: string) => (await send(host, limited, 'getOrganization', { params: { organizationId } })).status;
    expect([await status(organization.id), await status(other.organization.id)]).to.deep.equal([200, 404]);
  });
});

/** The body as JSON with one field more, for each field and each place where a body has an object. `JSON.stringify` alone would lose `__proto__`. */
function* smuggled(body: unknown, fields: readonly string[]): Generator<{ body: string; path: string; place: string }> {
  const mark = '"mark!":0';
  for (const place of placesIn(body)) {
    const copy = structuredClone(body) as Record<string, unknown>;
    const object = place === '' ? copy : place.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], copy);
    (object as Record<string, unknown>)['mark!'] = 0;
    for (const field of fields) {
      const path = place === '' ? field : `${place}.${field}`;
      if (Object.hasOwn(object as object, field)) continue;
      yield {
        body: JSON.stringify(copy).replace(mark, `"${field}":${field === '__proto__' ? '{"role":"admin"}' : '"admin"'}`),
        path,
        place,
      };
    }
  }
}

function placesIn(value: unknown, at: readonly string[] = []): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, child]) => placesIn(child, [...at, key]));
  return Array.isArray(value) ? inside : [at.join('.'), ...inside];
}
