import type { Capability, Group, Me, Member, MemberStatus, Pool, Relation, RoleProfile } from '@seatkit/sdk';

/** Everything that a widget may ask for, as a made-up organization has it. */
export interface World {
  readonly me: Me['organizations'][number];
  readonly members: readonly Member[];
  readonly groups: readonly Group[];
  readonly pools: readonly Pool[];
  readonly roleProfiles: readonly RoleProfile[];
}

const organizationId = 'acme';
const day = 86_400_000;
const at = (days: number) => new Date(Date.now() + days * day).toISOString();
const created = at(-200);

const people = [
  'Ada Lindgren',
  'Amara Okafor',
  'Beatriz Ferreira',
  'Chidi Adeyemi',
  'Chloé Moreau',
  'Diego Castillo',
  'Fatima Haddad',
  'Hiro Sato',
  'Jonas Meyer',
  'Leila Rahman',
  'Mei Chen',
  'Noah van den Berg',
  'Olena Bondarenko',
  'Paweł Novák',
  'Rosa Jiménez',
  'Yuki Tanaka',
];

/** What an admin, a coach or a plain member may do. */
export const rights = {
  admin: ['seeMembers', 'manageGroups', 'addToGroups', 'manageSeats', 'invite', 'deactivate', 'manageMembers'],
  groupAdmin: ['seeMembers', 'addToGroups', 'manageSeats', 'invite', 'deactivate'],
  coach: ['seeMembers'],
  member: [],
} as const satisfies Record<string, readonly Capability[]>;

export function poolOf(own: Partial<Pool> & Pick<Pool, 'id' | 'name' | 'quantity'>): Pool {
  const { quantity, reserved = 0, assigned = 0, consumed = 0 } = own;
  return {
    organizationId,
    groupId: null,
    groupName: null,
    product: own.id,
    assignment: 'manual',
    release: 'always',
    needs: null,
    reserved,
    assigned,
    consumed,
    free: quantity - reserved - assigned - consumed,
    startsAt: null,
    endsAt: null,
    createdAt: created,
    ...own,
  };
}

export function groupOf(id: string, name: string, counts: Partial<Group> = {}): Group {
  return {
    id,
    organizationId,
    name,
    description: null,
    memberCount: 0,
    coachCount: 0,
    managerCount: 0,
    seats: null,
    archivedAt: null,
    managedBy: 'manual',
    createdAt: created,
    ...counts,
  };
}

/** Somebody who joined long ago and holds a seat, unless told otherwise. */
export function memberOf(index: number, own: Partial<Member> = {}): Member {
  const [firstName = '', ...rest] = people[index % people.length]!.split(' ');
  const lastName = rest.join(' ') + (index < people.length ? '' : ` ${Math.floor(index / people.length) + 1}`);
  const id = `m${index}`;
  return {
    id,
    organizationId,
    userId: `u${index}`,
    email: `${firstName}.${rest.at(-1)}${index}@acme.test`
      .toLowerCase()
      .normalize('NFD')
      .replace(/[^a-z0-9.@]/g, ''),
    firstName,
    lastName,
    salutation: null,
    status: 'active',
    role: 'member',
    locale: null,
    externalId: null,
    lmsUserId: `u${index}`,
    roleProfiles: [],
    groups: [],
    seats: [{ id: `s${index}`, poolId: 'academy', product: 'academy', name: 'Academy', status: 'assigned', firstUsedAt: at(-90) }],
    invitation: null,
    lastSeenAt: at(-index / 3),
    managedBy: 'manual',
    createdAt: created,
    ...own,
  };
}

/** Somebody who has not joined yet. */
export function invitedOf(index: number, own: Partial<NonNullable<Member['invitation']>> = {}, status: MemberStatus = 'invited'): Member {
  const invitation = { id: `i${index}`, status: 'pending' as const, expiresAt: at(9), delivery: 'sent' as const, ...own };
  const seat = { id: `s${index}`, poolId: 'academy', product: 'academy', name: 'Academy', status: 'reserved' as const, firstUsedAt: null };
  const gone = invitation.status === 'expired';
  return memberOf(index, { status, invitation, seats: gone ? [] : [seat], userId: null, lmsUserId: null, lastSeenAt: null });
}

const support = (relations: Relation[], mayManagePeople = false) => ({
  id: 'support',
  name: 'Customer support',
  relations,
  mayManagePeople,
});
/** A seat of the pool that was bought for the customer support. */
const desk = (index: number, status: Member['seats'][number]['status'], firstUsedAt: string | null = null): Member['seats'] => [
  ...memberOf(index).seats,
  { id: `d${index}`, poolId: 'desk', product: 'desk', name: 'Service desk certificate', status, firstUsedAt },
];
const sales = (relations: Relation[]) => ({ id: 'sales', name: 'Sales', relations, mayManagePeople: false });

/** An organization on a usual day, as its admin sees it. */
export const usual: World = {
  me: {
    id: organizationId,
    name: 'Acme',
    member: { id: 'm1', role: 'admin', firstName: 'Amara', lastName: 'Okafor', locale: null },
    managedGroups: [],
    signInEnforced: true,
    lastSeenKnown: true,
    may: [...rights.admin],
  },
  members: [
    memberOf(0, { groups: [support(['member']), sales(['coach'])], seats: desk(0, 'assigned', at(-30)) }),
    memberOf(1, { role: 'admin' }),
    memberOf(2, { groups: [support(['manager'], true)] }),
    invitedOf(3),
    memberOf(4, { groups: [sales(['manager'])], managedBy: 'Entra ID' }),
    invitedOf(5, { delivery: 'bounced' }),
    memberOf(6, {
      status: 'deactivated',
      seats: desk(6, 'consumed').map((seat) => ({ ...seat, status: 'consumed' })),
      groups: [support(['member'])],
    }),
    invitedOf(7, { status: 'expired', expiresAt: at(-3) }),
    memberOf(8, { seats: [], groups: [{ id: 'harbour', name: 'Harbour office', relations: ['member'], mayManagePeople: false }] }),
    invitedOf(9, { status: 'held', delivery: null }, 'staged'),
    memberOf(10, { groups: [support(['member']), sales(['member'])], seats: desk(10, 'assigned') }),
    memberOf(11, { groups: [support(['coach'])] }),
  ],
  groups: [
    groupOf('support', 'Customer support', {
      memberCount: 3,
      coachCount: 1,
      managerCount: 1,
      seats: { quantity: 12, reserved: 0, assigned: 2, consumed: 1, free: 9 },
    }),
    groupOf('sales', 'Sales', { memberCount: 1, coachCount: 1, managerCount: 1 }),
    groupOf('starters', 'New starters, spring', { seats: { quantity: 5, reserved: 0, assigned: 0, consumed: 0, free: 5 } }),
    groupOf('harbour', 'Harbour office', { memberCount: 1, archivedAt: at(-40) }),
  ],
  pools: [
    poolOf({
      id: 'academy',
      name: 'Academy',
      quantity: 250,
      assigned: 205,
      reserved: 24,
      consumed: 9,
      assignment: 'automatic',
      endsAt: at(140),
    }),
    poolOf({ id: 'pro', name: 'Pro', quantity: 20, assigned: 20, needs: 'academy' }),
    poolOf({
      id: 'desk',
      name: 'Service desk certificate',
      groupId: 'support',
      groupName: 'Customer support',
      quantity: 12,
      assigned: 2,
      consumed: 1,
      assignment: 'required',
      release: 'unused',
    }),
    poolOf({
      id: 'starters',
      product: 'desk',
      name: 'Service desk trial',
      groupId: 'starters',
      groupName: 'New starters, spring',
      quantity: 5,
      assignment: 'required',
      endsAt: at(20),
    }),
  ],
  roleProfiles: ['Team lead', 'Service agent', 'Trainer'].map((name, i) => ({
    id: `p${i}`,
    organizationId,
    name,
    description: null,
    createdAt: created,
  })),
};
