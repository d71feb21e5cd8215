import type {
  Invitation,
  InvitationLink,
  InvitationPage,
  InvitationQuery,
  InvitationResults,
  NewInvitations,
  SendInvitation,
} from '@seatkit/sdk/contract';
import { breathe } from '../breathe.ts';
import type { OrgContext } from '../context.ts';
import { addAudit, inSavepoint } from '../effects.ts';
import { DomainError, fail, failNotFound, problemOf } from '../errors.ts';
import { leaveOrganization } from '../members/leave-organization.ts';
import { findMemberRows, lockMember, type MemberRow, toMembers } from '../members/members.table.ts';
import { requireManagesAllOf } from '../members/require-member.ts';
import { findPolicyPools } from '../pools/pools.table.ts';
import type { HostReadings } from './host-readings.ts';
import {
  findInvitation,
  findNewestInvitation,
  type InvitationRow,
  isSendable,
  listInvitationRows,
  toInvitation,
} from './invitations.table.ts';
import { type Invited, type InvitePlan, inviteOne } from './invite-one.ts';
import { rotateInvitation, senderOf } from './issue-invitation.ts';
import { promiseAgain } from './promise-again.ts';
import { invitationToken } from './tokens.ts';
import { findNamed } from './wanted.ts';

export async function listInvitations(ctx: OrgContext, query: InvitationQuery): Promise<InvitationPage> {
  const page = await listInvitationRows(ctx, query);
  return { ...page, items: page.items.map(toInvitation) };
}

/** Invites people in the order of the rows, each in a savepoint: a refused row leaves nothing and spoils no other. */
export async function createInvitations(ctx: OrgContext, request: NewInvitations, readings: HostReadings): Promise<InvitationResults> {
  const plan: InvitePlan = { request, ...readings, ...(await findNamed(ctx, request.people)), policyPools: await findPolicyPools(ctx) };
  const outcomes: (Invited | DomainError)[] = [];
  for (const [row, person] of request.people.entries()) {
    await breathe(row);
    try {
      outcomes.push(await inSavepoint(ctx, (inner) => inviteOne(inner, plan, person, row)));
    } catch (error) {
      if (!(error instanceof DomainError) || error.facts.retry || error.code === 'host_failed') throw error;
      outcomes.push(error);
    }
  }
  const members = await membersOf(ctx, outcomes);
  return {
    results: request.people.map(({ email }, row) => {
      const outcome = outcomes[row]!;
      if (outcome instanceof DomainError) return { row, email, outcome: 'refused' as const, problem: problemOf(outcome) };
      const member = members.get(outcome.memberId);
      return {
        row,
        email,
        outcome: outcome.outcome,
        ...(outcome.again ? { again: true } : {}),
        ...(member ? { member } : {}),
        ...(outcome.invitation ? { invitation: toInvitation(outcome.invitation) } : {}),
      };
    }),
  };
}

async function membersOf(ctx: OrgContext, outcomes: readonly (Invited | DomainError)[]) {
  const ids = outcomes.flatMap((outcome) => (outcome instanceof DomainError ? [] : [outcome.memberId]));
  const rows = await findMemberRows(ctx, ids);
  const members = await toMembers(ctx, [...rows.values()]);
  return new Map(members.map((member) => [member.id, member]));
}

/** Sends a held invitation, or an open or expired one again. The link is new; seats that an expiry freed are taken anew. */
export async function sendInvitation(ctx: OrgContext, invitationId: string, body: SendInvitation): Promise<Invitation> {
  const { invitation, member } = await requireOpenInvitation(ctx, invitationId);
  await requireManagesAllOf(ctx, member);
  if (invitation.status === 'expired') await promiseAgain(ctx, member);
  const row = await rotateInvitation(
    ctx,
    member,
    invitation,
    {
      status: 'pending',
      copied: 0,
      delivery: 'queued',
      email: member.email,
      // Whoever writes a message signs it.
      ...(body.message === undefined ? {} : { message: body.message, ...senderOf(ctx) }),
    },
    { delaySeconds: body.delaySeconds },
  );
  addAudit(ctx, 'invitation.sent', row.id, { memberId: member.id });
  return toInvitation(row);
}

/** Takes an invitation back: its link is dead, mail that still waits is dropped, and somebody who never joined is gone. */
export async function revokeInvitation(ctx: OrgContext, invitationId: string): Promise<Invitation> {
  const { invitation, member } = await requireOpenInvitation(ctx, invitationId);
  await requireManagesAllOf(ctx, member);
  await leaveOrganization(ctx, member);
  addAudit(ctx, 'invitation.revoked', invitation.id, { memberId: member.id });
  return toInvitation({ ...invitation, status: 'revoked' });
}

/** A link for an admin to hand over. The mailed one is dead from now on; this one proves no address. */
export async function copyInvitationLink(ctx: OrgContext, invitationId: string): Promise<InvitationLink> {
  const { invitation, member } = await requireOpenInvitation(ctx, invitationId);
  if (invitation.status === 'held') fail('not_pending', 'The invitation is still held. Send it first.');
  if (invitation.status === 'expired') await promiseAgain(ctx, member);
  const row = await rotateInvitation(ctx, member, invitation, { status: 'pending', copied: 1, delivery: null, email: member.email }, null);
  addAudit(ctx, 'invitation.link_copied', row.id, { memberId: member.id });
  return { url: `${ctx.host.baseUrl}/join/${invitationToken(ctx.host, row)}`, invitation: toInvitation(row) };
}

/**
 * A pending person's new address gets a new link, also when the old one had run out; what was mailed to the old address is dead, and asking there
 * for another link brings none.
 */
export async function rotateToNewAddress(ctx: OrgContext, member: MemberRow): Promise<void> {
  const newest = await findNewestInvitation(ctx, member.id);
  if (!newest || !isSendable(newest)) return;
  if (newest.status === 'expired') await promiseAgain(ctx, member);
  const held = member.status === 'staged';
  await rotateInvitation(
    ctx,
    member,
    newest,
    { status: held ? 'held' : 'pending', email: member.email, copied: 0, delivery: held ? null : 'queued' },
    held ? null : { delaySeconds: 0 },
  );
}

/** The newest invitation of somebody who has not joined: held, pending or expired. The member's row is written first. */
async function requireOpenInvitation(ctx: OrgContext, invitationId: string): Promise<{ invitation: InvitationRow; member: MemberRow }> {
  const found = await findInvitation(ctx, invitationId);
  if (!found) return failNotFound('invitation');
  const member = await lockMember(ctx, found.memberId);
  const newest = await findNewestInvitation(ctx, found.memberId);
  // Somebody who left and came back has their old id again, and may be active beside an invitation that ran out.
  const isPending = member?.status === 'invited' || member?.status === 'staged';
  if (!isPending || !newest || newest.id !== invitationId || !isSendable(newest))
    return fail('not_pending', 'This invitation is no longer open.');
  return { invitation: newest, member };
}
