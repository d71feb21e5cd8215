import type { Invitation, Member, NewInvitation, NewPool } from '@seatkit/sdk';
import { type Customer, startCustomer } from '../support/customer.ts';
import { OPERATOR_KEY } from '../support/test-host.ts';
import { bearer, sessionOf } from '../support/wire.ts';
import { type CallerName, callers } from './permission-table.ts';

/** A customer with every kind of caller, two groups, and functions that make fresh people, invitations and seats to try things on. */
export interface World {
  readonly customer: Customer;
  /** Another customer of the same host, of which nobody here may learn anything. */
  readonly other: Customer;
  readonly organizationId: string;
  /** What each caller sends to say who it is. */
  readonly headers: Readonly<Record<CallerName, Record<string, string>>>;
  /** The caller's own record here, or an ordinary one where it has none. */
  readonly memberIds: Readonly<Record<CallerName, string>>;
  /** The group that the coach coaches and the group admins manage. */
  readonly groupId: string;
  readonly otherGroupId: string;
  readonly profileId: string;
  readonly pools: Readonly<Record<'group' | 'otherGroup' | 'organization' | 'consumed', string>>;
  /** Somebody who has joined, a member of the given groups. */
  person(groupIds?: readonly string[], more?: Partial<NewInvitation>): Promise<Member>;
  /** Somebody who has been invited and not joined. */
  invitation(groupIds?: readonly string[]): Promise<Invitation>;
  /** A seat that somebody holds. */
  seat(pool: keyof World['pools'], holder: Member): Promise<string>;
  /** A text that was not used before. */
  unique(): string;
}

export async function buildWorld(customer: Customer): Promise<World> {
  const { host, operator, organization, smtp } = customer;
  const other = await startCustomer(host, smtp, 'globex');
  const organizationId = organization.id;
  let count = 0;
  const unique = () => `n${++count}`;
  const { id: groupId } = await customer.group('Sales');
  const { id: otherGroupId } = await customer.group('Support');
  const { id: profileId } = await operator.roleProfiles.create(organizationId, { name: 'Adviser' });
  const pool = async (more: Partial<NewPool>) => (await customer.pool({ product: unique(), quantity: 1000, ...more })).id;
  const pools = {
    group: await pool({ groupId }),
    otherGroup: await pool({ groupId: otherGroupId }),
    organization: await pool({}),
    consumed: await pool({ release: 'never' }),
  };

  const invite = async (row: NewInvitation) => {
    const { results } = await operator.invitations.create(organizationId, { people: [row] });
    if (results[0]!.problem) throw new Error(`${row.email} was refused: ${results[0]!.problem.detail}`);
    return results[0]!;
  };
  const asMember = (ids: readonly string[]) => ids.map((id) => ({ groupId: id, relations: ['member' as const] }));
  const seat = async (name: keyof World['pools'], { id }: { readonly id: string }) => {
    const { results } = await operator.seats.create(organizationId, pools[name], { memberIds: [id] });
    return results[0]!.seat!.id;
  };

  const invitedUser = await host.addUser({ email: 'invited@acme.test' });
  const invited = await invite({ email: 'invited@acme.test', groups: asMember([groupId]) });
  await operator.organizations.update(organizationId, { settings: { attachKnown: true } });
  const join = async (name: string, row: Partial<NewInvitation>) => {
    const email = `${name}@acme.test`;
    const userId = await host.addUser({ email, firstName: 'Ada', lastName: name });
    const { member } = await invite({ email, roleProfileIds: [profileId], ...row });
    return { userId, member: member! };
  };
  const as = (relations: 'coach' | 'manager', mayManagePeople?: boolean) => ({
    groups: [{ groupId, relations: [relations], ...(mayManagePeople === undefined ? {} : { mayManagePeople }) }],
  });
  const joined = {
    deactivated: await join('deactivated', { groups: asMember([groupId]) }),
    member: await join('member', { groups: asMember([groupId]) }),
    coach: await join('coach', as('coach')),
    groupAdmin: await join('group-admin', as('manager')),
    peopleAdmin: await join('people-admin', as('manager', true)),
    admin: await join('second-admin', { role: 'admin' }),
  };
  const tokenOf = async ({ member }: { member: Member }) => {
    const { token } = await host.seatkit.issueToken({ organizationId, memberId: member.id, ttlSeconds: 3600 });
    return bearer(token);
  };
  const headers: World['headers'] = {
    anonymous: { 'Seatkit-Request': '1' },
    outsider: sessionOf(await host.addUser({ email: 'outsider@elsewhere.test' })),
    otherAdmin: sessionOf((await host.userByEmail('admin@globex.test'))!.id),
    invited: sessionOf(invitedUser),
    deactivated: sessionOf(joined.deactivated.userId),
    member: sessionOf(joined.member.userId),
    memberToken: await tokenOf(joined.member),
    coach: sessionOf(joined.coach.userId),
    groupAdmin: sessionOf(joined.groupAdmin.userId),
    peopleAdmin: sessionOf(joined.peopleAdmin.userId),
    admin: sessionOf(joined.admin.userId),
    adminToken: await tokenOf(joined.admin),
    operatorKey: bearer(OPERATOR_KEY),
    hostAdmin: sessionOf(await host.addUser({ email: 'vendor@lms.test', staff: true })),
  };
  const memberOf = (caller: CallerName) => {
    if (caller === 'invited') return invited.member!;
    if (caller === 'adminToken' || caller === 'operatorKey' || caller === 'hostAdmin') return joined.admin.member;
    return (caller in joined ? joined[caller as keyof typeof joined] : joined.member).member;
  };
  const memberIds = byCaller((caller) => memberOf(caller).id);
  await operator.members.deactivate(organizationId, joined.deactivated.member.id);

  return {
    customer,
    other,
    organizationId,
    headers,
    memberIds,
    groupId,
    otherGroupId,
    profileId,
    pools,
    async person(groupIds = [], more = {}) {
      const { member } = await join(unique(), { groups: asMember(groupIds), ...more });
      return member;
    },
    async invitation(groupIds = []) {
      const { invitation } = await invite({ email: `${unique()}@stranger.test`, groups: asMember(groupIds) });
      return invitation!;
    },
    seat,
    unique,
  };
}

function byCaller(value: (caller: CallerName) => string): Record<CallerName, string> {
  return Object.fromEntries(callers.map((caller) => [caller, value(caller)])) as Record<CallerName, string>;
}
