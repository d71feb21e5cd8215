import type { Departure, DepartureQuery, Member, MemberChanges, MemberPage, MemberQuery } from '@seatkit/sdk/contract';
import type { Knex } from 'knex';
import { isAtLeast, requireVersion } from '../access.ts';
import type { OrgContext } from '../context.ts';
import { defined } from '../defined.ts';
import { addAudit, callHook } from '../effects.ts';
import { fail } from '../errors.ts';
import { findGroupIds } from '../groups/group-people.table.ts';
import { failArchived, requireManagedGroup } from '../groups/groups.table.ts';
import { rotateToNewAddress } from '../invitations/invitations.service.ts';
import { addAdmin, tryRemoveAdmin } from '../organizations/organizations.table.ts';
import { queueMail } from '../outbox/queue-mail.ts';
import { queueSignOut } from '../outbox/queue-sign-out.ts';
import { findPolicyPools } from '../pools/pools.table.ts';
import { previewMove } from '../seats/carry-seats.ts';
import { concernsMembersOf, takeArrivalSeats } from '../seats/seat-changes.ts';
import { endable, endSeats, outcomeOf } from '../seats/seat-endings.ts';
import { findLiveSeats } from '../seats/seats.table.ts';
import { parseAddress } from '../text.ts';
import { blocksSignIn, ownsAccount } from './account.ts';
import { changeAddress } from './address.ts';
import { leaveOrganization } from './leave-organization.ts';
import { listMemberRows } from './member-list.table.ts';
import {
  derivedColumns,
  findMemberRow,
  type MemberRow,
  toMember,
  toMemberName,
  toMembers,
  tryUpdateMember,
  updateMemberRow,
} from './members.table.ts';
import { changeProfiles } from './profiles.ts';
import { maySee, requireLockedMember, requireManagesAllOf, requireMember, requireVisibleMember } from './require-member.ts';

/** A page of the members the caller may see. Somebody outside a group admin's groups is found by exact address only, and only by name. */
export async function listMembers(ctx: OrgContext, query: MemberQuery): Promise<MemberPage> {
  const page = await listMemberRows(ctx, query);
  if (query.email !== undefined && page.items.length === 0 && !isAtLeast(ctx.caller, 'admin') && isAtLeast(ctx.caller, 'groupAdmin')) {
    const key = parseAddress(query.email)?.key;
    const found = key === undefined ? null : await findMemberRow(ctx, { organizationId: ctx.organization.id, emailKey: key });
    if (found && !(await maySee(ctx, found.id))) return { items: [toMemberName(found)], next: null, total: 1 };
  }
  return { ...page, items: await toMembers(ctx, page.items) };
}

export async function getMember(ctx: OrgContext, memberId: string): Promise<Member> {
  return toMember(ctx, await requireVisibleMember(ctx, memberId));
}

/** Changes a member. People may change their own language and ambition; everything else is the admins'. */
export async function updateMember(ctx: OrgContext, memberId: string, changes: MemberChanges): Promise<Member> {
  const before = await requireLockedMember(ctx, memberId);
  if (!(await maySee(ctx, memberId))) fail('not_allowed', 'This person is in none of your groups.');
  requireVersion(ctx, before.version - 1);
  if (!isAtLeast(ctx.caller, 'admin')) requireOwnChanges(ctx, before, changes);
  const { email, role, roleProfiles, firstName, lastName, ...plain } = changes;
  let member = role === undefined || role === before.role ? before : await changeRole(ctx, before, role);
  member = await changePlain(ctx, member, plain);
  if (firstName !== undefined || lastName !== undefined)
    member = await changeNames(ctx, member, { firstName: firstName ?? member.firstName, lastName: lastName ?? member.lastName });
  if (roleProfiles !== undefined) await changeProfiles(ctx, member, roleProfiles);
  // Last, after all that can refuse: whoever tries addresses out pays for each with a real change and two mails.
  if (email !== undefined) member = await changeAddress(ctx, member, email, rotateToNewAddress);
  return toMember(ctx, await requireMember(ctx, memberId));
}

function requireOwnChanges(ctx: OrgContext, member: MemberRow, changes: MemberChanges): void {
  const own = ctx.caller.member?.id === member.id;
  const fields = Object.keys(changes).filter((field) => changes[field as keyof MemberChanges] !== undefined);
  if (!own || fields.some((field) => field !== 'locale' && field !== 'roleProfiles'))
    fail('not_allowed', own ? 'You can change your language and your ambition; admins change the rest.' : 'Only admins change members.');
}

/** Role of somebody who has joined or is still invited. The last admin stays. Nobody grants more than they hold: only admins come here. */
async function changeRole(ctx: OrgContext, member: MemberRow, role: 'admin' | 'member'): Promise<MemberRow> {
  if (member.status === 'active') {
    if (role === 'admin') await addAdmin(ctx, ctx.organization.id);
    else await requireAnotherAdmin(ctx);
  }
  const next = (await tryUpdateMember(ctx, member, { role })) ?? failChanged();
  addAudit(ctx, 'member.role_changed', member.id, { before: member.role, after: role });
  if (role === 'admin' && member.status === 'active')
    queueMail(ctx, { template: 'admin_granted', memberId: member.id, email: member.email });
  return next;
}

async function requireAnotherAdmin(ctx: OrgContext): Promise<void> {
  if (!(await tryRemoveAdmin(ctx, ctx.organization.id))) fail('last_admin', 'This is the last admin. Make somebody else admin first.');
}

type PlainChanges = Pick<MemberChanges, 'salutation' | 'locale' | 'externalId' | 'lmsUserId'>;

async function changePlain(ctx: OrgContext, member: MemberRow, changes: PlainChanges): Promise<MemberRow> {
  const values = defined(changes);
  if (Object.keys(values).length === 0) return member;
  for (const field of ['externalId', 'lmsUserId'] as const) {
    const value = values[field];
    if (typeof value !== 'string') continue;
    if (field === 'lmsUserId' && member.userId === null) fail('not_active', 'The platform has no id for somebody who has not joined.');
    const holder = await findMemberRow(ctx, {
      organizationId: ctx.organization.id,
      ...(field === 'externalId' ? { externalId: value } : { lmsUserId: value }),
    });
    if (holder && holder.id !== member.id)
      fail('external_id_taken', 'Another member already has this identifier.', { fields: [{ path: field, message: 'is already used' }] });
  }
  const next = await updateMemberRow(ctx, member, values);
  addAudit(ctx, 'member.changed', member.id, { fields: Object.keys(values) });
  return next;
}

/** The name of an account that is this organization's changes at the host, in the same transaction; of another one only here, and stays. */
async function changeNames(ctx: OrgContext, member: MemberRow, names: { firstName: string; lastName: string }): Promise<MemberRow> {
  if (names.firstName === member.firstName && names.lastName === member.lastName) return member;
  const { updateUser } = ctx.host.options;
  const atHost = member.userId !== null && updateUser !== undefined && (await ownsAccount(ctx, member));
  const next = await updateMemberRow(ctx, member, {
    ...names,
    nameSort: derivedColumns({ ...member, ...names }).nameSort,
    ownName: Number(member.userId !== null && !atHost),
  });
  if (atHost) {
    await callHook('updateUser', () => updateUser(member.userId!, names, { trx: ctx.db as Knex.Transaction }));
  }
  addAudit(ctx, 'member.changed', member.id, { fields: ['firstName', 'lastName'] });
  return next;
}

/** Says what leaving the organization or one group, or being moved from it to another, would do. Nothing is written. */
export async function previewDeparture(ctx: OrgContext, memberId: string, query: DepartureQuery): Promise<Departure> {
  const { by, groupId, toGroupId } = query;
  const member = await requireVisibleMember(ctx, memberId);
  if (groupId !== undefined) await requireManagedGroup(ctx, groupId);
  const to = toGroupId === undefined ? null : await requireManagedGroup(ctx, toGroupId);
  if (to?.archived === 1) failArchived(to);
  const seats =
    groupId !== undefined && toGroupId !== undefined
      ? await previewMove(ctx, memberId, groupId, toGroupId)
      : endable(await findLiveSeats(ctx, memberId), groupId ?? null).map((held) => outcomeOf(held, 'left'));
  return { seats, signIn: groupId !== undefined ? 'none' : await signInAfter(ctx, member, by) };
}

/** Removing ends the membership and leaves the account; deactivating blocks the sign-in of an account that is this organization's. */
async function signInAfter(ctx: OrgContext, member: MemberRow, by: 'deactivate' | 'remove'): Promise<Departure['signIn']> {
  if (member.userId === null) return 'none';
  if (by === 'remove') return 'kept';
  return (await blocksSignIn(ctx, member.userId)) ? 'blocked' : 'kept';
}

/** Shuts somebody out and keeps the data. Seats go by policy; sessions end where the account is this organization's. */
export async function deactivateMember(ctx: OrgContext, memberId: string): Promise<Member> {
  const before = await requireLockedMember(ctx, memberId);
  await requireManagesAllOf(ctx, before);
  if (before.status === 'deactivated') fail('deactivated', 'This person is deactivated already.');
  if (before.status !== 'active') fail('not_active', 'This person has not joined yet. Revoke the invitation instead.');
  if (before.role === 'admin') await requireAnotherAdmin(ctx);
  const member = (await tryUpdateMember(ctx, before, { status: 'deactivated', deactivatedAt: ctx.now })) ?? failChanged();
  const seats = await endSeats(ctx, member, 'left');
  const signIn = await signInAfter(ctx, member, 'deactivate');
  if (signIn === 'blocked' && member.userId !== null) queueSignOut(ctx, member.id, member.userId);
  addAudit(ctx, 'member.deactivated', memberId, { seats, signIn });
  return toMember(ctx, await requireMember(ctx, memberId));
}

/** Lets somebody in again with the former role, groups and rights. Consumed seats come back; `required` and `automatic` ones are taken anew. */
export async function reactivateMember(ctx: OrgContext, memberId: string): Promise<Member> {
  const before = await requireLockedMember(ctx, memberId);
  await requireManagesAllOf(ctx, before);
  if (before.status !== 'deactivated') fail('not_deactivated', 'Only deactivated people can be reactivated.');
  const member = (await tryUpdateMember(ctx, before, { status: 'active', deactivatedAt: null })) ?? failChanged();
  if (member.role === 'admin') await addAdmin(ctx, ctx.organization.id);
  const groupIds = await findGroupIds(ctx, memberId, 'isMember');
  await takeArrivalSeats(ctx, member, 'assigned', await findPolicyPools(ctx), concernsMembersOf(groupIds));
  addAudit(ctx, 'member.reactivated', memberId);
  return toMember(ctx, await requireMember(ctx, memberId));
}

/** Takes somebody out of the organization. The host account stays; a consumed seat stays bound to the person in case they come back. */
export async function removeMember(ctx: OrgContext, memberId: string): Promise<Departure> {
  const member = await requireLockedMember(ctx, memberId);
  requireVersion(ctx, member.version - 1);
  if (member.status === 'active' && member.role === 'admin') await requireAnotherAdmin(ctx);
  const signIn = await signInAfter(ctx, member, 'remove');
  const seats = await leaveOrganization(ctx, member);
  addAudit(ctx, 'member.removed', memberId, { seats });
  return { seats, signIn };
}

function failChanged(): never {
  return fail('conflict', 'The person changed at the same moment. Send it again.', { retry: true });
}
