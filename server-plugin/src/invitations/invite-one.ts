import type { NewInvitation, NewInvitations } from '@seatkit/sdk/contract';
import { actorName, type OrgContext } from '../context.ts';
import { addAudit } from '../effects.ts';
import { fail } from '../errors.ts';
import { findGroupPeopleOf } from '../groups/group-people.table.ts';
import { setStanding, standingFrom } from '../groups/groups.service.ts';
import { addStanding, NOWHERE, sameStanding } from '../groups/relations.rules.ts';
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
import { concernsMembersOf, takeArrivalSeats, takeSeat } from '../seats/seat-changes.ts';
import { findLiveSeats } from '../seats/seats.table.ts';
import { type Address, parseAddress } from '../text.ts';
import type { HostReadings } from './host-readings.ts';
import { findLiveInvitation, type InvitationRow } from './invitations.table.ts';
import { issueInvitation } from './issue-invitation.ts';
import { type Named, requireName, requireWanted, type Wanted } from './wanted.ts';

/** What all rows of a request share, read once. */
export interface InvitePlan extends Named, HostReadings {
  readonly request: NewInvitations;
  readonly policyPools: readonly PoolRow[];
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
  const names = { firstName: requireName(person.firstName, 'first name'), lastName: requireName(person.lastName, 'last name') };
  const wanted = requireWanted(ctx, plan, person);
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
      addStanding(old, standing) ??
      fail('member_and_coach', `The person is already ${old.isCoach ? 'coach' : 'member'} of ${group.name}.`, {
        groupId: group.id,
        groupName: group.name,
      });
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
