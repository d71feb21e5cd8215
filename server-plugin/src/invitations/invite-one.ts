import { type NewInvitation, type NewInvitations, nameText } from '@seatkit/sdk/contract';
import { isAtLeast, requireFeature } from '../access.ts';
import { actorName, type OrgContext } from '../context.ts';
import { addAudit } from '../effects.ts';
import { fail } from '../errors.ts';
import { findGroupPeopleOf } from '../groups/group-people.table.ts';
import { setStanding, standingFrom } from '../groups/groups.service.ts';
import type { GroupRow } from '../groups/groups.table.ts';
import { addStanding, excludes, NOWHERE, type Standing, sameStanding, standingOf } from '../groups/relations.rules.ts';
import { newId } from '../ids.ts';
import { findFormerId, forgetFormerId } from '../members/former-members.table.ts';
import {
  copyOf,
  derivedColumns,
  findMemberRow,
  lockMember,
  type MemberRow,
  rewriteDerived,
  seenSortOf,
  tryInsertMember,
  updateMemberRow,
} from '../members/members.table.ts';
import { addProfiles } from '../members/profiles.ts';
import { managesAllOf } from '../members/require-member.ts';
import type { HostUser } from '../options.ts';
import { addAdmin } from '../organizations/organizations.table.ts';
import { queueMail } from '../outbox/queue-mail.ts';
import type { PoolRow } from '../pools/pools.table.ts';
import type { RoleProfileRow } from '../role-profiles/role-profiles.table.ts';
import { concernsMembersOf, takeArrivalSeats, takeSeat } from '../seats/seat-changes.ts';
import { findLiveSeats } from '../seats/seats.table.ts';
import { type Address, parseAddress } from '../text.ts';
import { findLiveInvitation, type InvitationRow } from './invitations.table.ts';
import { issueInvitation } from './issue-invitation.ts';

/** What all rows of a request share, read once. */
export interface InvitePlan {
  readonly request: NewInvitations;
  readonly groups: ReadonlyMap<string, GroupRow>;
  readonly pools: ReadonlyMap<string, PoolRow>;
  readonly policyPools: readonly PoolRow[];
  readonly profiles: ReadonlyMap<string, RoleProfileRow>;
  /** The host's accounts by address key, and the reasons of `vetInvite` by row, read before the transaction. */
  readonly accounts: ReadonlyMap<string, readonly HostUser[]>;
  readonly refusals: ReadonlyMap<number, string>;
}

export interface Invited {
  readonly outcome: 'invited' | 'joined' | 'staged' | 'updated' | 'already_member';
  readonly memberId: string;
  readonly invitation: InvitationRow | null;
  /** The person was pending before. */
  readonly again: boolean;
}

/** Invites one person, or adds what is named to somebody who is already here. Throws to refuse the row. */
export async function inviteOne(ctx: OrgContext, plan: InvitePlan, person: NewInvitation, row: number): Promise<Invited> {
  const address = parseAddress(person.email) ?? fail('invalid_email', `“${person.email.slice(0, 100)}” is not an e-mail address.`);
  const names = { firstName: nameOf(person.firstName, 'first name'), lastName: nameOf(person.lastName, 'last name') };
  const wanted = wantedOf(ctx, plan, person);
  requireMayInvite(ctx, person, wanted);
  const refusal = plan.refusals.get(row);
  if (refusal !== undefined) fail('person_refused', refusal);
  const account = accountOf(plan, address);
  const found = await findOrInsert(ctx, plan, person, address, names, account);
  const { member } = found;
  if (member.status === 'deactivated') fail('deactivated', `${address.email} is deactivated here. Reactivate the person instead.`);
  if (person.externalId !== undefined && member.externalId !== null && member.externalId !== person.externalId)
    fail('external_id_taken', 'This person has another external id.');
  // Asked before anything is added: whoever may not send this invitation may not send it by inviting again either.
  const maySend = found.isNew || member.status === 'active' || (await managesAllOf(ctx, member));
  if (!maySend && (await findLiveInvitation(ctx, member.id)) === null)
    fail('not_allowed', 'Others have invited this person, and the invitation has expired. Ask an admin to send it again.');
  const added = found.isNew ? false : await addToPresent(ctx, member, person, names);
  const changed = await addWanted(ctx, plan, found, wanted);
  if (!maySend) return { outcome: added || changed ? 'updated' : 'already_member', memberId: member.id, invitation: null, again: false };
  if (member.status === 'active') return arrive(ctx, plan, found, added || changed);
  const again = !found.isNew;
  const held = plan.request.delivery === 'hold';
  // Holding keeps mail back; it takes nobody's working link away.
  const live = held && member.status === 'invited' ? await findLiveInvitation(ctx, member.id) : null;
  if (live) return { outcome: 'invited', memberId: member.id, invitation: live, again };
  const invitation = await issueInvitation(ctx, member, {
    held,
    known: account !== null,
    message: plan.request.message ?? null,
    locale: plan.request.locale ?? null,
    delaySeconds: plan.request.delaySeconds,
  });
  return { outcome: held ? 'staged' : 'invited', memberId: member.id, invitation, again };
}

async function arrive(ctx: OrgContext, plan: InvitePlan, found: Found, changed: boolean): Promise<Invited> {
  const { member, isNew } = found;
  if (isNew) {
    const data = { invitedBy: actorName(ctx), ...(plan.request.message === undefined ? {} : { message: plan.request.message }) };
    queueMail(ctx, { template: 'joined', memberId: member.id, email: member.email, data });
  }
  if (isNew && member.role === 'admin') queueMail(ctx, { template: 'admin_granted', memberId: member.id, email: member.email });
  return { outcome: isNew ? 'joined' : changed ? 'updated' : 'already_member', memberId: member.id, invitation: null, again: false };
}

interface Wanted {
  readonly groups: readonly { readonly group: GroupRow; readonly standing: Standing }[];
  readonly pools: readonly PoolRow[];
  readonly profileIds: readonly string[];
}

function nameOf(text: string | undefined, what: string): string {
  if (text === undefined || text.trim() === '') return '';
  const parsed = nameText(100).safeParse(text);
  return parsed.success ? parsed.data : fail('invalid_name', `The ${what} ${parsed.error.issues[0]!.message}.`);
}

/** Ids of other organizations are as unknown as ids that do not exist. */
function wantedOf(ctx: OrgContext, plan: InvitePlan, person: NewInvitation): Wanted {
  if (person.groups?.length) requireFeature(ctx, 'groups');
  const groups = (person.groups ?? []).map(({ groupId, relations, mayManagePeople }) => {
    const group = plan.groups.get(groupId) ?? fail('unknown_group', 'There is no such group in this organization.');
    const standing = standingOf(relations, mayManagePeople);
    if (excludes(standing)) fail('member_and_coach', `A person is either member or coach of ${group.name}.`);
    if (standing.isManager) requireFeature(ctx, 'groupAdmins');
    return { group, standing };
  });
  const pools = (person.poolIds ?? []).map(
    (id) => plan.pools.get(id) ?? fail('unknown_pool', 'There are no such seats in this organization.'),
  );
  for (const pool of pools) {
    if (pool.needs !== null) requireFeature(ctx, 'tiers');
    if (pool.groupId !== null && !groups.some(({ group, standing }) => group.id === pool.groupId && standing.isMember)) {
      fail('pool_wrong_group', `${pool.name} belongs to a group; put the person into that group as a member.`, {
        poolId: pool.id,
        product: pool.product,
      });
    }
  }
  const profileIds = (person.roleProfileIds ?? []).map(
    (id) => plan.profiles.get(id)?.id ?? fail('unknown_role_profile', 'There is no such role profile in this organization.'),
  );
  return { groups, pools, profileIds };
}

/** A group admin's invitation: at least one managed group, as member or coach, that group's seats, names and language. Nothing else. */
function requireMayInvite(ctx: OrgContext, person: NewInvitation, wanted: Wanted): void {
  if (isAtLeast(ctx.caller, 'admin')) return;
  const managed = (groupId: string | null) => groupId !== null && ctx.caller.managed.get(groupId)?.mayManagePeople === true;
  if (wanted.groups.length === 0) fail('not_allowed', 'Name a group that you manage; the person is invited into it.');
  if (!wanted.groups.every(({ group, standing }) => managed(group.id) && !standing.isManager))
    fail('not_allowed', 'You invite members and coaches into the groups you manage.');
  if (!wanted.pools.every((pool) => managed(pool.groupId))) fail('not_allowed', 'You give seats of the groups you manage.');
  if (person.role === 'admin' || wanted.profileIds.length > 0 || person.externalId !== undefined)
    fail('not_allowed', 'Roles, role profiles and external ids are set by admins.');
}

function accountOf(plan: InvitePlan, address: Address): HostUser | null {
  const accounts = plan.accounts.get(address.key) ?? [];
  if (accounts.length > 1)
    fail('several_accounts', 'Several accounts of the platform use this address. Ask its support to put that right first.');
  return accounts[0] ?? null;
}

interface Found {
  readonly member: MemberRow;
  readonly isNew: boolean;
}

/** The member of this address or host account, or a new one. The row is written either way, so everything else about this person waits. */
async function findOrInsert(
  ctx: OrgContext,
  plan: InvitePlan,
  person: NewInvitation,
  address: Address,
  names: { firstName: string; lastName: string },
  account: HostUser | null,
): Promise<Found> {
  const organizationId = ctx.organization.id;
  const known = account === null ? null : await findMemberRow(ctx, { organizationId, userId: account.id });
  if (!known) {
    if (person.externalId !== undefined) await requireFreeExternalId(ctx, person.externalId, address);
    const joinsAtOnce = account?.verified === true && account.active && ctx.organization.settings.attachKnown;
    const row = newMemberRow(
      ctx,
      person,
      address,
      names,
      (await findFormerId(ctx, organizationId, address.key, account?.id ?? null)) ?? newId(),
      plan.request.delivery,
    );
    const member = joinsAtOnce ? { ...row, ...copyOf(account, row), status: 'active' as const, userId: account.id } : row;
    if (await tryInsertMember(ctx, member)) {
      await forgetFormerId(ctx, member.id);
      if (joinsAtOnce && member.role === 'admin') await addAdmin(ctx, organizationId);
      addAudit(ctx, joinsAtOnce ? 'member.joined' : 'member.invited', member.id, { role: member.role });
      return { member, isNew: true };
    }
  }
  const present = known ?? (await findMemberRow(ctx, { organizationId, emailKey: address.key }));
  if (!present) return fail('conflict', 'The person was added or removed at this moment. Send it again.', { retry: true });
  const member = await lockMember(ctx, present.id);
  const same = member !== null && (member.emailKey === address.key || (account !== null && member.userId === account.id));
  if (!same) fail('conflict', 'The person was changed or removed at this moment. Send it again.', { retry: true });
  return { member, isNew: false };
}

async function requireFreeExternalId(ctx: OrgContext, externalId: string, address: Address): Promise<void> {
  const holder = await findMemberRow(ctx, { organizationId: ctx.organization.id, externalId });
  if (holder && holder.emailKey !== address.key) fail('external_id_taken', 'Another member already has this external id.');
}

function newMemberRow(
  ctx: OrgContext,
  person: NewInvitation,
  address: Address,
  names: { firstName: string; lastName: string },
  id: string,
  delivery: 'now' | 'hold',
): MemberRow {
  const who = { id, email: address.email, ...names };
  return {
    ...who,
    ...derivedColumns(who),
    organizationId: ctx.organization.id,
    userId: null,
    salutation: null,
    seenSort: seenSortOf(null, id),
    status: delivery === 'hold' ? 'staged' : 'invited',
    role: person.role ?? 'member',
    locale: person.locale ?? null,
    externalId: person.externalId ?? null,
    lmsUserId: null,
    lastSeenAt: null,
    createdAccount: 0,
    collision: 0,
    ownName: 0,
    managedBy: 'manual',
    version: 1,
    createdAt: ctx.now,
    deactivatedAt: null,
    messagedAt: null,
  };
}

/** What an invitation adds to somebody who is already here: more rights and what was missing, never less. */
async function addToPresent(
  ctx: OrgContext,
  member: MemberRow,
  person: NewInvitation,
  names: { firstName: string; lastName: string },
): Promise<boolean> {
  const admin = person.role === 'admin' && member.role !== 'admin';
  const pending = member.userId === null;
  const fill = {
    ...(admin ? { role: 'admin' as const } : {}),
    ...(person.locale !== undefined && member.locale === null ? { locale: person.locale } : {}),
    ...(person.externalId !== undefined && member.externalId === null ? { externalId: person.externalId } : {}),
    ...(pending && member.firstName === '' && names.firstName !== '' ? { firstName: names.firstName } : {}),
    ...(pending && member.lastName === '' && names.lastName !== '' ? { lastName: names.lastName } : {}),
  };
  if (Object.keys(fill).length === 0) return false;
  if (fill.externalId !== undefined) await requireFreeExternalId(ctx, fill.externalId, { email: member.email, key: member.emailKey });
  const next = { ...member, ...fill };
  const renamed = fill.firstName !== undefined || fill.lastName !== undefined;
  await updateMemberRow(ctx, member.id, { ...fill, ...(renamed ? { nameSort: derivedColumns(next).nameSort } : {}) });
  if (renamed) await rewriteDerived(ctx, next);
  addAudit(ctx, 'member.changed', member.id, { fields: Object.keys(fill) });
  if (admin && member.status === 'active') {
    await addAdmin(ctx, ctx.organization.id);
    queueMail(ctx, { template: 'admin_granted', memberId: member.id, email: member.email });
  }
  return true;
}

/** Groups, role profiles and seats. Answers whether anything was new. */
async function addWanted(ctx: OrgContext, plan: InvitePlan, { member, isNew }: Found, wanted: Wanted): Promise<boolean> {
  const status = member.status === 'active' ? 'assigned' : 'reserved';
  const before = (await findLiveSeats(ctx, member.id)).filter(({ seat }) => seat.status !== 'consumed').length;
  const standings = new Map((await findGroupPeopleOf(ctx, member.id)).map((row) => [row.groupId, standingFrom(row)]));
  // The seats of a pending person follow from the invitation that is about to be issued, so they are taken here and not by the group.
  let changed = false;
  for (const { group, standing } of wanted.groups) {
    const old = standings.get(group.id) ?? NOWHERE;
    const next =
      addStanding(old, standing) ?? fail('member_and_coach', `The person is already ${old.isCoach ? 'coach' : 'member'} of ${group.name}.`);
    if (sameStanding(old, next)) continue;
    await setStanding(ctx, member, group.id, next);
    standings.set(group.id, next);
    changed = true;
  }
  if (wanted.profileIds.length > 0) changed = (await addProfiles(ctx, member, wanted.profileIds)) || changed;
  const memberOf = [...standings].filter(([, standing]) => standing.isMember).map(([groupId]) => groupId);
  if (isNew || member.status !== 'active') await takeArrivalSeats(ctx, member, status, plan.policyPools, concernsMembersOf(memberOf));
  for (const pool of wanted.pools) await takeSeat(ctx, member, pool, status);
  const after = (await findLiveSeats(ctx, member.id)).filter(({ seat }) => seat.status !== 'consumed').length;
  return changed || after > before;
}
