import type { OrgContext } from '../context.ts';
import { actorName } from '../context.ts';
import { fail } from '../errors.ts';
import { DAY, later, newId } from '../ids.ts';
import { type MemberRow, updateMemberRow } from '../members/members.table.ts';
import { queueMail } from '../outbox/queue-mail.ts';
import { findLiveInvitation, type InvitationRow, insertInvitation, tryUpdateInvitation } from './invitations.table.ts';
import { invitationTokenHash } from './tokens.ts';

interface Issue {
  /** No mail yet: it waits for a click. */
  readonly held: boolean;
  readonly known: boolean;
  readonly message: string | null;
  readonly locale: string | null;
  readonly delaySeconds: number;
}

/** Issues the link of a pending person: a new invitation, or the live one with a new link, and its mail. The member's row was written before. */
export async function issueInvitation(ctx: OrgContext, member: MemberRow, issue: Issue): Promise<InvitationRow> {
  const live = await findLiveInvitation(ctx, member.id);
  const fresh: InvitationRow = {
    id: live?.id ?? newId(),
    organizationId: ctx.organization.id,
    memberId: member.id,
    email: member.email,
    status: issue.held ? 'held' : 'pending',
    live: 1,
    version: (live?.version ?? 0) + 1,
    tokenHash: '',
    copied: 0,
    knownAccount: Number(issue.known),
    delivery: issue.held ? null : 'queued',
    // Nobody signs what somebody else has written.
    message: issue.message ?? (live?.invitedBy === actorName(ctx) ? live.message : null),
    locale: issue.locale ?? live?.locale ?? null,
    ...senderOf(ctx),
    expiresAt: expiryOf(ctx),
    newLinkAt: null,
    acceptedAt: null,
    visitHash: null,
    createdAt: live?.createdAt ?? ctx.now,
  };
  const row = { ...fresh, tokenHash: invitationTokenHash(ctx.host, fresh) };
  if (live) await replaceInvitation(ctx, live, row);
  else await insertInvitation(ctx, row);
  if (!issue.held) await sendMail(ctx, member, row, issue.delaySeconds);
  else if (member.status === 'invited') await updateMemberRow(ctx, member, { status: 'staged' });
  return row;
}

/** Gives an invitation a new link (the old one is dead from now on) and, unless it is only handed over, mails it. */
export async function rotateInvitation(
  ctx: OrgContext,
  member: MemberRow,
  invitation: InvitationRow,
  changes: Partial<InvitationRow>,
  mail: { readonly delaySeconds: number } | null,
): Promise<InvitationRow> {
  const next: InvitationRow = { ...invitation, expiresAt: expiryOf(ctx), live: 1, ...changes, version: invitation.version + 1 };
  const row = { ...next, tokenHash: invitationTokenHash(ctx.host, next) };
  await replaceInvitation(ctx, invitation, row);
  if (mail) await sendMail(ctx, member, row, mail.delaySeconds);
  return row;
}

async function replaceInvitation(ctx: OrgContext, before: InvitationRow, after: InvitationRow): Promise<void> {
  const { id: _, organizationId: __, memberId: ___, ...changes } = after;
  if (!(await tryUpdateInvitation(ctx, before, changes)))
    fail('conflict', 'The invitation changed at this moment. Send it again.', { retry: true });
}

async function sendMail(ctx: OrgContext, member: MemberRow, invitation: InvitationRow, delaySeconds: number): Promise<void> {
  if (member.status === 'staged') await updateMemberRow(ctx, member, { status: 'invited' });
  queueMail(ctx, { template: 'invitation', memberId: member.id, email: invitation.email, invitation, delaySeconds });
}

/** Under whose name an invitation goes out, and who gets the answers. */
export function senderOf(ctx: OrgContext): Pick<InvitationRow, 'invitedBy' | 'replyTo'> {
  return { invitedBy: actorName(ctx), replyTo: ctx.caller.member?.email ?? null };
}

/** When the link of an invitation that is sent now runs out. */
export function expiryOf(ctx: OrgContext): string {
  return later(ctx.now, ctx.organization.settings.invitationDays * DAY);
}
