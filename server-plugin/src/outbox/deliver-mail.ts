import type { Context } from '../context.ts';
import { DAY, later, SECOND } from '../ids.ts';
import type { InvitationRow } from '../invitations/invitations.table.ts';
import { findMemberRow, type MemberRow } from '../members/members.table.ts';
import type { HostUser } from '../options.ts';
import { findOrganization } from '../organizations/organizations.table.ts';
import { addressKey } from '../text.ts';
import type { Mailer } from './mailer.ts';
import { composeMail } from './mails/compose.ts';
import { loadContent } from './mails/load-content.ts';
import { type OutboxRow, recentMails } from './outbox.table.ts';
import type { MailPayload } from './queue-mail.ts';

/** The person a mail is about, as far as mails care. */
export type Addressee = Pick<MemberRow, 'id' | 'firstName' | 'lastName' | 'locale' | 'userId' | 'email' | 'emailKey' | 'status' | 'role'>;

/** What became of a mail that did not fail. */
export type MailOutcome =
  | { readonly sent: true; readonly memberId: string; readonly template: MailPayload['template'] }
  | { readonly dropped: true }
  | { readonly notBefore: string };

/** So many mails a day go to somebody who is nobody's active member, over all organizations. */
const STRANGER_LIMIT = 3;

/** Sends one mail, unless what it speaks of is no longer so. Holds no transaction. */
export async function deliverMail(ctx: Context, row: OutboxRow, mailer: Mailer): Promise<MailOutcome> {
  const payload = JSON.parse(row.payload) as MailPayload;
  const about = await findSubject(ctx, row, payload);
  if (!about) return { dropped: true };
  const { organization, member, invitation } = about;
  const to = payload.to ?? invitation?.email ?? member.email;
  const users = await findRecipients(ctx, member, to);
  if (row.recipientHash !== null && !isKnown(member, users)) {
    const notBefore = await strangerWaits(ctx, row);
    if (notBefore !== null) return { notBefore };
  }
  const content = await loadContent(ctx, { payload, organization, member, invitation, user: users.length === 1 ? users[0]! : null });
  if (!content) return { dropped: true };
  const mail = await composeMail(ctx.host, content);
  const replyTo = invitation?.replyTo;
  await mailer.send({ to, ...mail, messageId: messageIdOf(ctx, row.id), ...(replyTo ? { replyTo } : {}) });
  return { sent: true, memberId: member.id, template: payload.template };
}

/** Stays the same however often a mail is tried, so that a mail program shows it once. */
export function messageIdOf(ctx: Pick<Context, 'host'>, outboxId: string): string {
  return `<${outboxId}@${new URL(ctx.host.baseUrl).hostname}>`;
}

/** The people a mail is about, if what it says still holds. */
async function findSubject(ctx: Context, row: OutboxRow, payload: MailPayload) {
  const organization = row.organizationId === null ? null : await findOrganization(ctx, { id: row.organizationId });
  const present = organization && (await findMemberRow(ctx, { organizationId: organization.id, id: payload.memberId }));
  const member = present ?? departed(payload);
  if (!organization || !member) return null;
  const invitation =
    row.invitationId === null
      ? null
      : (((await ctx.db(ctx.tables.invitations).where({ id: row.invitationId }).first()) as InvitationRow | undefined) ?? null);
  return isStillSo(ctx, row, payload, member, invitation) ? { organization, member, invitation } : null;
}

/** Somebody who has been removed, as far as a mail still has to tell them something. */
function departed({ template, memberId, data }: MailPayload): Addressee | null {
  if (template !== 'address_changed') return null;
  const { firstName = '', lastName = '', locale = null } = data ?? {};
  return { id: memberId, firstName, lastName, locale, userId: null, emailKey: '', email: '', status: 'active', role: 'member' };
}

function isStillSo(ctx: Context, row: OutboxRow, payload: MailPayload, member: Addressee, invitation: InvitationRow | null): boolean {
  switch (payload.template) {
    case 'invitation':
      return (
        invitation !== null &&
        invitation.status === 'pending' &&
        Number(invitation.version) === Number(row.version) &&
        invitation.expiresAt > ctx.now
      );
    case 'joined':
      return member.status === 'active';
    case 'admin_granted':
      return member.status === 'active' && member.role === 'admin';
    case 'address_changed':
      return member.status !== 'anonymized';
  }
}

/** The host's accounts behind the recipient: the member's own, or whoever has this address. */
async function findRecipients(ctx: Context, member: Addressee, to: string): Promise<HostUser[]> {
  const key = addressKey(to);
  if (member.userId !== null && member.emailKey === key) return [...(await ctx.host.findUsers(ctx.db, [member.userId])).values()];
  return (await ctx.host.findUsersByAddress(ctx.db, [key])).get(key) ?? [];
}

/** Known to the sending organization: an active member of it, at an address that the host holds as theirs. Everybody else is a stranger. */
function isKnown(member: Addressee, users: readonly HostUser[]): boolean {
  return member.status === 'active' && users.some((user) => user.id === member.userId && user.verified);
}

/** Until when a stranger's mail has to wait. Null: it may go. Mail that is just on its way to the same address counts, too. */
async function strangerWaits(ctx: Context, row: OutboxRow): Promise<string | null> {
  const { sent, underway } = await recentMails(ctx, row, STRANGER_LIMIT);
  if (sent.length === STRANGER_LIMIT) return later(sent.at(-1)!, DAY + SECOND);
  return sent.length + underway >= STRANGER_LIMIT ? later(ctx.now, Math.round((1 + Math.random() * 2) * SECOND)) : null;
}
