import type { Context, OrganizationRow } from '../../context.ts';
import type { InvitationRow } from '../../invitations/invitations.table.ts';
import { tokenForHash } from '../../invitations/tokens.ts';
import type { MemberRow } from '../../members/members.table.ts';
import type { HostUser } from '../../options.ts';
import { chooseLanguage } from '../../words/language.ts';
import type { Addressee } from '../deliver-mail.ts';
import type { MailPayload } from '../queue-mail.ts';
import type { MailContent } from './compose.ts';

/** Gathers what a mail says, from what the database holds now. Null: its link can no longer be made, because that secret is gone. */
export async function loadContent(
  ctx: Context,
  about: {
    payload: MailPayload;
    organization: OrganizationRow;
    member: Addressee;
    invitation: InvitationRow | null;
    user: HostUser | null;
  },
): Promise<MailContent | null> {
  const { host } = ctx;
  const { payload, organization, member, invitation, user } = about;
  const language = chooseLanguage([member.locale, user?.locale, invitation?.locale, organization.locale, host.defaultLocale]);
  const isInvitation = payload.template === 'invitation';
  const token = isInvitation && invitation ? tokenForHash(host, invitation) : null;
  if (isInvitation && token === null) return null;
  return {
    template: payload.template,
    language,
    site: host.siteName,
    organization: organization.name,
    inviter: await findInviterName(ctx, invitation?.invitedBy ?? payload.data?.invitedBy ?? null, organization.id),
    firstName: member.firstName,
    lastName: member.lastName,
    knownAccount: invitation?.knownAccount === 1,
    products: isInvitation || payload.template === 'joined' ? await findProductNames(ctx, member.id) : [],
    message: isInvitation ? (invitation?.message ?? null) : (payload.data?.message ?? null),
    url: token === null ? new URL(host.options.pages.home, host.baseUrl).href : `${host.baseUrl}/join/${token}`,
    expiresAt: isInvitation ? (invitation?.expiresAt ?? null) : null,
    oldEmail: payload.data?.oldEmail ?? '',
    newEmail: payload.data?.newEmail ?? '',
  };
}

/** The name of the member who invited. Null for operators and programs, and for whoever has left or has no name. */
export async function findInviterName(ctx: Context, invitedBy: string | null, organizationId: string): Promise<string | null> {
  const id = invitedBy?.startsWith('member:') ? invitedBy.slice('member:'.length) : null;
  if (id === null) return null;
  const row = (await ctx.db(ctx.tables.members).select('firstName', 'lastName').where({ id, organizationId }).first()) as
    | Pick<MemberRow, 'firstName' | 'lastName'>
    | undefined;
  return (row && `${row.firstName} ${row.lastName}`.trim()) || null;
}

/** What a member's live seats are for, by the names of their pools. */
export async function findProductNames(ctx: Context, memberId: string): Promise<string[]> {
  const rows = (await ctx
    .db({ s: ctx.tables.seats, p: ctx.tables.pools })
    .select('p.name')
    .where('p.id', ctx.db.ref('s.poolId'))
    .where({ 's.memberId': memberId, 's.live': 1 })
    .orderBy('p.nameSort')) as { name: string }[];
  return [...new Set(rows.map((row) => row.name))];
}
