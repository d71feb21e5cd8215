import type { Capability, Feature, Who } from '@seatkit/sdk/contract';
import type { Actor, Caller, CallerMember, Context, Grant, OrganizationRow, OrgContext } from './context.ts';
import { fail, failNotFound } from './errors.ts';
import { findOrganization, type StoredOrganization, toOrganizationRow } from './organizations/organizations.table.ts';

const ranks = ['signedIn', 'member', 'coach', 'groupAdmin', 'mayManagePeople', 'admin', 'operator'] as const satisfies readonly Who[];

/** Seatkit itself acts with an operator's rights; what it may do is decided by the code that calls it. */
const system: Caller = { level: 'operator', member: null, managed: new Map(), coached: new Set() };

/** Refuses whoever is not at least `who` in the organization. To everybody without a place in it, it does not exist. */
export async function enterOrganization(ctx: Context, organizationId: string, who: Who): Promise<OrgContext> {
  const entered = await findEntry(ctx, organizationId);
  if (!entered) return failNotFound('organization');
  if (!isAtLeast(entered.caller, who)) fail('not_allowed', `This is for ${whoSentence[who]}.`);
  return entered;
}

/** The context of an organization for what Seatkit does by itself. */
export function asSystem(ctx: Context, organization: OrganizationRow): OrgContext {
  return { ...ctx, organization, caller: system };
}

export function isAtLeast(caller: Caller, who: Who): boolean {
  return ranks.indexOf(caller.level) >= ranks.indexOf(who);
}

const whoSentence: Record<Who, string> = {
  signedIn: 'people who are signed in',
  member: 'members of the organization',
  coach: 'coaches, group admins and admins',
  groupAdmin: 'group admins and admins',
  mayManagePeople: 'group admins who may manage people, and admins',
  admin: 'admins',
  operator: 'the operator of the platform',
};

async function findEntry(ctx: Context, organizationId: string): Promise<OrgContext | null> {
  const { actor } = ctx;
  if (actor.kind !== 'person') {
    const organization = await findOrganization(ctx, { id: organizationId });
    return organization && { ...ctx, organization, caller: system };
  }
  if (actor.organizationId !== undefined && actor.organizationId !== organizationId) return null;
  const [entry] = await toEntries(ctx, await memberships(ctx, actor).where('o.id', organizationId).limit(1));
  return entry ?? null;
}

/** The organizations in which the actor is an active member: 200 at most, or the given one. */
export async function findEntries(ctx: Context, actor: Actor & { kind: 'person' }, organizationId?: string): Promise<OrgContext[]> {
  const query = memberships(ctx, actor).orderBy('o.name').orderBy('o.id').limit(200);
  for (const id of [actor.organizationId, organizationId]) if (id !== undefined) query.where('o.id', id);
  return toEntries(ctx, await query);
}

/** What the caller may in each organization; where they stand in groups is one query for all of them. */
async function toEntries(ctx: Context, rows: readonly MembershipRow[]): Promise<OrgContext[]> {
  const memberships = rows.map((row) => ({ organization: toOrganizationRow(row), member: toCallerMember(row) }));
  const withGroups = memberships.filter(({ organization }) => organization.features.groups);
  const grants = await findGrants(
    ctx,
    withGroups.map(({ member }) => member.id),
  );
  return memberships.map(({ organization, member }) => {
    const own = grants.filter(({ memberId }) => memberId === member.id);
    return { ...ctx, organization, caller: callerOf(organization, member, own) };
  });
}

interface MembershipRow extends StoredOrganization {
  readonly memberId: string;
  readonly userId: string | null;
  readonly role: 'admin' | 'member';
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly memberLocale: string | null;
}

function memberships(ctx: Context, actor: Actor & { kind: 'person' }) {
  const query = ctx
    .db({ o: ctx.tables.organizations, m: ctx.tables.members })
    .select('o.*', {
      memberId: 'm.id',
      userId: 'm.userId',
      role: 'm.role',
      email: 'm.email',
      firstName: 'm.firstName',
      lastName: 'm.lastName',
      memberLocale: 'm.locale',
    })
    .where('m.organizationId', ctx.db.ref('o.id'))
    .where('m.status', 'active');
  if (actor.memberId !== undefined) query.where('m.id', actor.memberId);
  else query.where('m.userId', actor.userId ?? '');
  if (actor.organizationKey !== undefined) query.where('o.key', actor.organizationKey);
  return query;
}

function toCallerMember(row: MembershipRow): CallerMember {
  const { memberId, userId, role, email, firstName, lastName, memberLocale } = row;
  return { id: memberId, userId, role, email, firstName, lastName, locale: memberLocale };
}

interface GrantRow {
  readonly memberId: string;
  readonly groupId: string;
  readonly name: string;
  readonly archived: number;
  readonly isCoach: number;
  readonly isManager: number;
  readonly mayManagePeople: number;
}

/** The groups that members coach or manage. */
async function findGrants(ctx: Context, memberIds: readonly string[]): Promise<GrantRow[]> {
  if (memberIds.length === 0) return [];
  return (await ctx
    .db({ p: ctx.tables.groupPeople, g: ctx.tables.groups })
    .select('p.memberId', 'p.groupId', 'g.name', 'g.archived', 'p.isCoach', 'p.isManager', 'p.mayManagePeople')
    .where('g.id', ctx.db.ref('p.groupId'))
    .whereIn('p.memberId', [...memberIds])
    .where((relation) => void relation.where('p.isCoach', 1).orWhere('p.isManager', 1))) as GrantRow[];
}

function callerOf(organization: OrganizationRow, member: CallerMember, grants: readonly GrantRow[]): Caller {
  const managed = new Map<string, Grant>();
  const coached = new Set<string>();
  for (const row of grants) {
    if (row.isManager === 1 && organization.features.groupAdmins)
      managed.set(row.groupId, { name: row.name, mayManagePeople: row.mayManagePeople === 1, archived: row.archived === 1 });
    if (row.isCoach === 1) coached.add(row.groupId);
  }
  return { level: levelOf(member, managed, coached), member, managed, coached };
}

function levelOf(member: CallerMember, managed: Caller['managed'], coached: Caller['coached']): Caller['level'] {
  if (member.role === 'admin') return 'admin';
  if ([...managed.values()].some((grant) => grant.mayManagePeople)) return 'mayManagePeople';
  if (managed.size > 0) return 'groupAdmin';
  return coached.size > 0 ? 'coach' : 'member';
}

/** What the caller may do, as words for pages. */
export function capabilitiesOf(caller: Caller, features: OrganizationRow['features']): Capability[] {
  const from = (who: Who, ...list: Capability[]) => (isAtLeast(caller, who) ? list : []);
  // Archived groups take nobody, so whoever manages no other one has nowhere to put people.
  const open = [...caller.managed.values()].filter(({ archived }) => !archived);
  const hasRoom = (grants: readonly Grant[]) => isAtLeast(caller, 'admin') || grants.length > 0;
  return [
    ...from('coach', 'seeMembers'),
    ...(features.groups ? [...from('admin', 'manageGroups'), ...(hasRoom(open) ? from('groupAdmin', 'addToGroups') : [])] : []),
    ...from('groupAdmin', 'manageSeats'),
    ...(hasRoom(open.filter(({ mayManagePeople }) => mayManagePeople)) ? from('mayManagePeople', 'invite') : []),
    ...from('mayManagePeople', 'deactivate'),
    ...from('admin', 'manageMembers'),
    ...from('operator', 'managePools', 'operate'),
  ] as Capability[];
}

/** Null: the caller sees everybody. Otherwise the groups whose people the caller sees, beside themself. */
export function visibleGroups(caller: Caller): readonly string[] | null {
  if (isAtLeast(caller, 'admin')) return null;
  return [...new Set([...caller.managed.keys(), ...caller.coached])];
}

/** Refuses whoever does not manage the group; `people` also asks for the grant to manage people. */
export function requireManages(ctx: OrgContext, groupId: string, people: boolean): void {
  if (isAtLeast(ctx.caller, 'admin')) return;
  const grant = ctx.caller.managed.get(groupId);
  if (!grant) fail('not_allowed', 'You do not manage this group.');
  if (people && !grant.mayManagePeople) fail('not_allowed', 'You may not invite or deactivate people of this group.');
}

/** Refuses what the organization's plan does not hold. */
export function requireFeature(ctx: OrgContext, feature: Feature): void {
  if (!ctx.organization.features[feature]) fail('not_in_plan', 'The plan of this organization does not include this.', { feature });
}

/** Refuses when the stored version is not the one the caller last saw (`If-Match`). */
export function requireVersion(ctx: Context, version: number): void {
  if (ctx.ifMatch !== null && ctx.ifMatch !== version)
    fail('changed_meanwhile', 'Somebody has changed this in the meantime. Load it again and repeat the change.');
}
