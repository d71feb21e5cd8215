import type { Knex } from 'knex';
import { asSystem } from '../access.ts';
import type { Context, OrganizationRow, OrgContext } from '../context.ts';
import { addAudit, callHook } from '../effects.ts';
import { fail } from '../errors.ts';
import { hostId } from '../host/host-id.ts';
import { HOUR, hashOf, later, MINUTE } from '../ids.ts';
import { copyOf, findMemberRow, lockMember, lockNamesakes, type MemberRow, updateMemberRow } from '../members/members.table.ts';
import { requireLockedMember } from '../members/require-member.ts';
import type { HostUser } from '../options.ts';
import { addAdmin, findOrganization } from '../organizations/organizations.table.ts';
import { queueMail } from '../outbox/queue-mail.ts';
import { assignReservedSeats } from '../seats/seat-changes.ts';
import { addressKey } from '../text.ts';
import {
  findInvitationByToken,
  findLiveInvitation,
  findNewestInvitation,
  type InvitationRow,
  isAcceptable,
  tryAcceptInvitation,
} from './invitations.table.ts';
import { rotateInvitation } from './issue-invitation.ts';
import { promiseAgain } from './promise-again.ts';

export interface Joinable {
  readonly invitation: InvitationRow;
  readonly member: MemberRow;
  readonly organization: OrganizationRow;
  /** `open`: the link works. `expired`: it ran out, a new one can be asked for. `closed`: used or revoked. */
  readonly state: 'open' | 'expired' | 'closed';
}

/** What a link stands for. Null: no such link, or its invitation is held or its person gone. Reads only. */
export async function findJoinable(ctx: Context, token: string): Promise<Joinable | null> {
  const invitation = await findInvitationByToken(ctx, token);
  return invitation && joinableOf(ctx, invitation);
}

/** The same for an invitation that is known by id and version, as the claim in a cookie names it. */
export async function findJoinableById(ctx: Context, id: string, version: number): Promise<Joinable | null> {
  const invitation = (await ctx.db(ctx.tables.invitations).where({ id, version }).first()) as InvitationRow | undefined;
  return invitation ? joinableOf(ctx, invitation) : null;
}

async function joinableOf(ctx: Context, invitation: InvitationRow): Promise<Joinable | null> {
  if (invitation.status === 'held') return null;
  const organization = await findOrganization(ctx, { id: invitation.organizationId });
  const member = await findMemberRow(ctx, { organizationId: invitation.organizationId, id: invitation.memberId });
  if (!organization || !member) return null;
  const overdue = invitation.expiresAt <= ctx.now;
  const state = invitation.status === 'pending' ? (overdue ? 'expired' : 'open') : invitation.status === 'expired' ? 'expired' : 'closed';
  return { invitation, member, organization, state };
}

/** Lets an invited person in with a host account: one conditional update decides, then the seats are theirs and the host opens its products. */
export async function acceptInvitation(
  ctx: OrgContext,
  invitation: InvitationRow,
  user: HostUser,
  how: { readonly createdAccount: boolean; readonly visit?: string },
): Promise<MemberRow> {
  const before = await requireLockedMember(ctx, invitation.memberId);
  const taken = await findMemberRow(ctx, { organizationId: ctx.organization.id, userId: user.id });
  if (taken && taken.id !== invitation.memberId) fail('address_taken', 'This account is already a member of the organization.');
  if (before.status !== 'invited' || !(await tryAcceptInvitation(ctx, invitation, how.visit === undefined ? null : hashOf(how.visit))))
    fail('not_pending', 'This invitation is no longer open.');
  const copy = await withoutCollision(ctx, before, user);
  const changes = { ...copy, userId: user.id, status: 'active' as const, createdAccount: Number(how.createdAccount) };
  const member = await updateMemberRow(ctx, before, changes);
  if (member.role === 'admin') {
    await addAdmin(ctx, ctx.organization.id);
    queueMail(ctx, { template: 'admin_granted', memberId: member.id, email: member.email });
  }
  await assignReservedSeats(ctx, member);
  addAudit(ctx, 'member.joined', member.id, { invitationId: invitation.id, createdAccount: how.createdAccount });
  return member;
}

/** When the host's address belongs to another member here, the own copy stays as it was and is marked for `doctor`. */
async function withoutCollision(ctx: OrgContext, member: MemberRow, user: HostUser): Promise<Partial<MemberRow>> {
  const copy = copyOf(user, member);
  const rival =
    copy.emailKey === member.emailKey ? null : await findMemberRow(ctx, { organizationId: ctx.organization.id, emailKey: copy.emailKey });
  if (!rival || rival.id === member.id) return { ...copy, collision: 0 };
  return { ...copyOf({ ...user, email: member.email }, member), collision: 1 };
}

/**
 * Makes the host account in this transaction and lets its new owner in. `visit`: the browser that asked, remembered for `findJoinedBy`.
 * Null: somebody has made one of this address at this moment.
 */
export async function createAndAccept(ctx: OrgContext, invitation: InvitationRow, visit: string | undefined): Promise<HostUser | null> {
  const { createUser } = ctx.host.options;
  if (!createUser || invitation.copied === 1) return fail('not_allowed', 'This link makes no account. Sign up first.');
  // Of two clicks at once the second waits here, and finds the invitation used, or the account that another organization's link has made.
  const key = addressKey(invitation.email);
  await lockNamesakes(ctx, key);
  const member = await requireLockedMember(ctx, invitation.memberId);
  if (!(await isAcceptable(ctx, invitation))) fail('not_pending', 'This invitation is no longer open.');
  if ((await ctx.host.findUsersByAddress(ctx.db, [key])).has(key)) return null;
  const locale = member.locale ?? invitation.locale ?? ctx.organization.locale;
  const person = {
    email: invitation.email,
    firstName: member.firstName,
    lastName: member.lastName,
    locale,
    organizationId: ctx.organization.id,
    organizationKey: ctx.organization.key,
  };
  const userId = await callHook('createUser', async () =>
    hostId(await createUser(person, { trx: ctx.db as Knex.Transaction }), 'createUser'),
  );
  const user: HostUser = {
    id: userId,
    email: invitation.email,
    firstName: member.firstName,
    lastName: member.lastName,
    verified: true,
    active: true,
    locale,
    lastSeenAt: null,
  };
  await acceptInvitation(ctx, invitation, user, { createdAccount: true, ...(visit !== undefined && { visit }) });
  return user;
}

/**
 * The account that the same browser has made with this link within the last minute. A press that is repeated, by a double click or a reload, loses
 * the answer to the first one and its session with it; whoever else has the used link, has it in another browser.
 */
export async function findJoinedBy(ctx: Context, { invitation, organization }: Joinable, visit: string): Promise<HostUser | null> {
  const used = await ctx
    .db(ctx.tables.invitations)
    .where({ id: invitation.id, tokenHash: invitation.tokenHash, status: 'accepted', visitHash: hashOf(visit) })
    .where('acceptedAt', '>', later(ctx.now, -MINUTE))
    .first();
  if (!used) return null;
  const member = await findMemberRow(ctx, { organizationId: organization.id, id: invitation.memberId });
  if (member?.status !== 'active' || member.userId === null) return null;
  const user = (await ctx.host.findUsers(ctx.db, [member.userId])).get(member.userId);
  return user?.active ? user : null;
}

/**
 * Mails a new link to the invited address, at most one an hour, as long as the person is still invited there and the promised seats are to be had.
 * Links of older invitations, and of addresses that were corrected since, bring nothing back.
 */
export async function requestNewLink(ctx: OrgContext, asked: InvitationRow): Promise<void> {
  const member = await lockMember(ctx, asked.memberId);
  const invitation = await findNewestInvitation(ctx, asked.memberId);
  if (member?.status !== 'invited' || invitation?.id !== asked.id || addressKey(invitation.email) !== member.emailKey) return;
  const recently = invitation.newLinkAt !== null && invitation.newLinkAt > later(ctx.now, -HOUR);
  if ((invitation.status !== 'pending' && invitation.status !== 'expired') || recently) return;
  if (invitation.status === 'expired') await promiseAgain(ctx, member);
  await rotateInvitation(
    ctx,
    member,
    invitation,
    { status: 'pending', copied: 0, delivery: 'queued', newLinkAt: ctx.now },
    { delaySeconds: 0 },
  );
  addAudit(ctx, 'invitation.link_requested', invitation.id, { memberId: member.id });
}

/** Lets everybody in whose verified account matches an open invitation; what `userChanged` does for somebody who has just signed up. */
export async function acceptByAddress(ctx: Context, user: HostUser): Promise<void> {
  const emailKey = addressKey(user.email);
  const members = (await ctx.db(ctx.tables.members).where({ emailKey, status: 'invited' }).whereNull('userId')) as MemberRow[];
  for (const member of members) {
    const organization = await findOrganization(ctx, { id: member.organizationId });
    if (!organization) continue;
    const inside = asSystem(ctx, organization);
    // The person's row first: of two calls at once the second finds the invitation used, or sent to another address by now.
    if ((await lockMember(inside, member.id)) === null) continue;
    const invitation = await findLiveInvitation(inside, member.id);
    if (invitation?.status !== 'pending' || invitation.expiresAt <= ctx.now || addressKey(invitation.email) !== emailKey) continue;
    const taken = await findMemberRow(ctx, { organizationId: organization.id, userId: user.id });
    if (taken) continue;
    await acceptInvitation(inside, invitation, user, { createdAccount: false });
  }
}
