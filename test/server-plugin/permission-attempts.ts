import type { WireRequest } from '../support/wire.ts';
import type { CallerName } from './permission-table.ts';
import type { World } from './permission-world.ts';

/** Prepares what a line of the permission table needs and answers a request that succeeds for whoever is permitted. */
export type Attempt = (world: World, caller: CallerName) => Promise<WireRequest>;

const inOrganization = (world: World, params: Record<string, string> = {}, body?: unknown): WireRequest => ({
  params: { organizationId: world.organizationId, ...params },
  ...(body === undefined ? {} : { body }),
});
const plain: Attempt = async (world) => inOrganization(world);
const both = ({ groupId, otherGroupId }: World) => [groupId, otherGroupId];

const ownChange =
  (body: (world: World) => object): Attempt =>
  async (world, caller) =>
    inOrganization(world, { memberId: world.memberIds[caller] }, body(world));

const onPerson =
  (groups: (world: World) => readonly string[], body?: (world: World) => unknown, more: object = {}): Attempt =>
  async (world) =>
    inOrganization(world, { memberId: (await world.person(groups(world), more)).id }, body?.(world));

const reactivating =
  (groups: (world: World) => readonly string[]): Attempt =>
  async (world) => {
    const { id } = await world.person(groups(world));
    await world.customer.operator.members.deactivate(world.organizationId, id);
    return inOrganization(world, { memberId: id }, {});
  };

const inviting =
  (row: (world: World) => object): Attempt =>
  async (world) =>
    inOrganization(world, {}, { people: [{ email: `${world.unique()}@new.test`, ...row(world) }] });

const previewing =
  (person: (world: World) => object): Attempt =>
  async (world) =>
    inOrganization(world, {}, { person: person(world) });

const onInvitation =
  (groups: (world: World) => readonly string[], body: unknown = {}): Attempt =>
  async (world) =>
    inOrganization(world, { invitationId: (await world.invitation(groups(world))).id }, body);

const onGroup =
  (groupId: (world: World) => string, body: unknown): Attempt =>
  async (world) =>
    inOrganization(world, { groupId: groupId(world), memberId: (await world.person()).id }, body);

const leavingGroup =
  (groupId: (world: World) => string): Attempt =>
  async (world) =>
    inOrganization(world, { groupId: groupId(world), memberId: (await world.person([groupId(world)])).id });

const moving =
  (from: (world: World) => string, to: (world: World) => string): Attempt =>
  async (world) => {
    const { id } = await world.person([from(world)]);
    return inOrganization(world, { groupId: to(world), memberId: id }, { ...member, movedFrom: from(world) });
  };

const onPool =
  (pool: keyof World['pools'], body?: unknown): Attempt =>
  async (world) =>
    inOrganization(world, { poolId: world.pools[pool] }, body);

const groupOf = (world: World, pool: keyof World['pools']) =>
  pool === 'group' ? [world.groupId] : pool === 'otherGroup' ? [world.otherGroupId] : both(world);

const givingSeat =
  (pool: keyof World['pools']): Attempt =>
  async (world) =>
    inOrganization(world, { poolId: world.pools[pool] }, { memberIds: [(await world.person(groupOf(world, pool))).id] });

const takingSeat =
  (pool: keyof World['pools'], body?: unknown): Attempt =>
  async (world) =>
    inOrganization(world, { seatId: await world.seat(pool, await world.person(groupOf(world, pool))) }, body);

const member = { relations: ['member'] };
const ownGroup = (world: World) => world.groupId;
const otherGroup = (world: World) => world.otherGroupId;
const inOwn = (world: World) => [world.groupId];
const inOther = (world: World) => [world.otherGroupId];
const nowhere = () => [];

/** One for each line of the permission table. */
export const attempts: Readonly<Record<string, Attempt>> = {
  getMe: async () => ({}),
  createToken: async (world) => ({ body: { organizationId: world.organizationId, memberId: world.memberIds.member } }),
  async reportMailStatus(world) {
    await world.invitation();
    const { host } = world.customer;
    const { id } = (await host.db('seatkit_outbox').where({ kind: 'mail' }).whereNotNull('invitationId').orderBy('id', 'desc').first()) as {
      id: string;
    };
    return { body: { messageId: `<${id}@${new URL(host.origin).hostname}>`, status: 'bounced' } };
  },
  listOrganizations: async () => ({}),
  createOrganization: async (world) => ({ body: { name: 'New', key: world.unique() } }),
  getOrganization: plain,
  updateOrganization: async (world) => inOrganization(world, {}, { name: world.unique() }),

  listMembers: plain,
  findMembers: async (world) => inOrganization(world, {}, { emails: ['nobody@new.test'] }),
  'getMember: oneself': async (world, caller) => inOrganization(world, { memberId: world.memberIds[caller] }),
  "getMember: somebody of one's group": onPerson(inOwn),
  'getMember: somebody of another group': onPerson(inOther),
  "updateMember: one's own language": ownChange(() => ({ locale: 'de' })),
  "updateMember: one's own ambition": ownChange(({ profileId }) => ({ roleProfiles: [{ id: profileId, ambition: true }] })),
  "updateMember: one's own role profiles": ownChange(() => ({ roleProfiles: [] })),
  "updateMember: one's own name": ownChange((world) => ({ firstName: world.unique() })),
  "updateMember: one's own role": ownChange(() => ({ role: 'admin' })),
  "updateMember: the name of somebody of one's group": onPerson(inOwn, () => ({ firstName: 'Someone' })),
  "updateMember: the language of somebody of one's group": onPerson(inOwn, () => ({ locale: 'de' })),
  'updateMember: the external id of somebody': onPerson(inOwn, (world) => ({ externalId: world.unique() })),
  removeMember: onPerson(inOwn),
  "previewDeparture: from one's group": async (world) => ({
    ...inOrganization(world, { memberId: (await world.person(inOwn(world))).id }),
    query: { groupId: world.groupId },
  }),
  'previewDeparture: from another group': async (world) => ({
    ...inOrganization(world, { memberId: (await world.person(both(world))).id }),
    query: { groupId: world.otherGroupId },
  }),
  "previewDeparture: from one's group into another": async (world) => ({
    ...inOrganization(world, { memberId: (await world.person(inOwn(world))).id }),
    query: { groupId: world.groupId, toGroupId: world.otherGroupId },
  }),
  'deactivateMember: all of whose groups one manages': onPerson(inOwn, () => ({})),
  'deactivateMember: who is in another group, too': onPerson(both, () => ({})),
  'deactivateMember: who is in no group': onPerson(nowhere, () => ({})),
  "deactivateMember: an admin in one's group": onPerson(inOwn, () => ({}), { role: 'admin' }),
  'reactivateMember: all of whose groups one manages': reactivating(inOwn),
  'reactivateMember: who is in another group, too': reactivating(both),

  listInvitations: plain,
  "createInvitations: into one's group": inviting(({ groupId }) => ({ groups: [{ groupId, ...member }] })),
  'createInvitations: into another group': inviting(({ otherGroupId }) => ({ groups: [{ groupId: otherGroupId, ...member }] })),
  'createInvitations: into no group': inviting(() => ({})),
  "createInvitations: as manager of one's group": inviting(({ groupId }) => ({ groups: [{ groupId, relations: ['manager'] }] })),
  'createInvitations: as admin': inviting(({ groupId }) => ({ role: 'admin', groups: [{ groupId, ...member }] })),
  "previewInvitation: into one's group": previewing(({ groupId }) => ({ groups: [{ groupId, ...member }] })),
  'previewInvitation: into another group': previewing(({ otherGroupId }) => ({ groups: [{ groupId: otherGroupId, ...member }] })),
  'previewInvitation: into no group': previewing(() => ({})),
  "sendInvitation: into one's group": onInvitation(inOwn),
  'sendInvitation: into another group': onInvitation(inOther),
  "revokeInvitation: into one's group": onInvitation(inOwn),
  'revokeInvitation: into another group': onInvitation(inOther),
  copyInvitationLink: onInvitation(inOwn),

  listGroups: plain,
  createGroup: async (world) => inOrganization(world, {}, { name: world.unique() }),
  "getGroup: one's group": async (world) => inOrganization(world, { groupId: world.groupId }),
  'getGroup: another group': async (world) => inOrganization(world, { groupId: world.otherGroupId }),
  updateGroup: async (world) => inOrganization(world, { groupId: world.groupId }, { description: world.unique() }),
  async deleteGroup(world) {
    const { groups } = world.customer.operator;
    const { id } = await groups.create(world.organizationId, { name: world.unique() });
    await groups.putPerson(world.organizationId, id, world.memberIds.coach, { relations: ['coach'] });
    for (const caller of ['groupAdmin', 'peopleAdmin'] as const)
      await groups.putPerson(world.organizationId, id, world.memberIds[caller], { relations: ['manager'], mayManagePeople: true });
    return inOrganization(world, { groupId: id });
  },
  "putGroupPerson: into one's group": onGroup(ownGroup, member),
  'putGroupPerson: into another group': onGroup(otherGroup, member),
  "putGroupPerson: as manager of one's group": onGroup(ownGroup, { relations: ['manager'] }),
  "putGroupPerson: from another group into one's": moving(otherGroup, ownGroup),
  "putGroupPerson: from one's group into another": moving(ownGroup, otherGroup),
  "removeGroupPerson: from one's group": leavingGroup(ownGroup),
  'removeGroupPerson: from another group': leavingGroup(otherGroup),
  "removeGroupPerson: a manager of one's group": async (world) => {
    const { id } = await world.person([], { groups: [{ groupId: world.groupId, relations: ['manager'] }] });
    return inOrganization(world, { groupId: world.groupId, memberId: id });
  },

  listRoleProfiles: plain,
  createRoleProfile: async (world) => inOrganization(world, {}, { name: world.unique() }),
  updateRoleProfile: async (world) => inOrganization(world, { roleProfileId: world.profileId }, { description: world.unique() }),
  async deleteRoleProfile(world) {
    const { id } = await world.customer.operator.roleProfiles.create(world.organizationId, { name: world.unique() });
    return inOrganization(world, { roleProfileId: id });
  },

  listPools: plain,
  createPool: async (world) => inOrganization(world, {}, { product: world.unique(), quantity: 1 }),
  "getPool: of one's group": onPool('group'),
  'getPool: of another group': onPool('otherGroup'),
  'getPool: of the organization': onPool('organization'),
  'updatePool: its quantity': async (world) => {
    const { quantity } = await world.customer.operator.pools.get(world.organizationId, world.pools.group);
    return inOrganization(world, { poolId: world.pools.group }, { quantity: quantity + 1 });
  },
  "updatePool: what becomes of a leaver's seat": onPool('group', { release: 'always' }),
  getLedger: onPool('group'),

  "createSeats: of one's group": givingSeat('group'),
  'createSeats: of another group': givingSeat('otherGroup'),
  'createSeats: of the organization': givingSeat('organization'),
  "releaseSeat: of one's group": takingSeat('group'),
  'releaseSeat: of another group': takingSeat('otherGroup'),
  'releaseSeat: of the organization': takingSeat('organization'),
  async "useSeat: one's own"(world, caller) {
    const { seats } = world.customer.operator;
    const pool = await world.customer.pool({ product: world.unique(), quantity: 1 });
    // Deactivated people hold no seat, so that caller tries a colleague's.
    const holder = caller === 'deactivated' ? world.memberIds.member : world.memberIds[caller];
    const { results } = await seats.create(world.organizationId, pool.id, { memberIds: [holder] });
    return inOrganization(world, { seatId: results[0]!.seat!.id }, {});
  },
  "useSeat: somebody else's": takingSeat('organization', {}),
  async refundSeat(world) {
    const holder = await world.person([]);
    const seatId = await world.seat('consumed', holder);
    await world.customer.operator.seats.release(world.organizationId, seatId);
    return inOrganization(world, { seatId }, { reason: 'asked for' });
  },
};
