import type { Delivery, Invitation, InvitationQuery, InvitationStatus } from '@seatkit/sdk/contract';
import { visibleGroups } from '../access.ts';
import type { Context, OrgContext } from '../context.ts';
import { readBy } from '../db/indexes.ts';
import { distinctUpTo, type Page, readMergedPage, readPage } from '../db/paging.ts';
import { hashOf } from '../ids.ts';
import { copyStatus, showToGroups } from './group-invitations.table.ts';

export interface InvitationRow {
  readonly id: string;
  readonly organizationId: string;
  readonly memberId: string;
  readonly email: string;
  readonly status: InvitationStatus;
  /** 1 while it is held or pending, NULL afterwards: one live invitation per member by a unique key. */
  readonly live: 1 | null;
  readonly version: number;
  readonly tokenHash: string;
  /** The link was copied by an admin and proves no address. */
  readonly copied: number;
  /** The host already had an account of this address when the invitation was written. */
  readonly knownAccount: number;
  readonly delivery: Delivery | null;
  readonly message: string | null;
  /** The language chosen for this invitation, for a recipient whose own is unknown. */
  readonly locale: string | null;
  /** `member:<id>` or another actor name. */
  readonly invitedBy: string | null;
  readonly replyTo: string | null;
  readonly expiresAt: string;
  readonly newLinkAt: string | null;
  readonly acceptedAt: string | null;
  /** What is stored of the visit by which the account was made. */
  readonly visitHash: string | null;
  readonly createdAt: string;
}

export function toInvitation({ id, memberId, email, status, expiresAt, delivery }: InvitationRow): Invitation {
  return { id, memberId, email, status, expiresAt, delivery };
}

export async function findInvitation(ctx: OrgContext, id: string): Promise<InvitationRow | null> {
  return (
    ((await ctx.db(ctx.tables.invitations).where({ id, organizationId: ctx.organization.id }).first()) as InvitationRow | undefined) ?? null
  );
}

/** The invitation a link belongs to, whatever became of it. Older links of the same invitation are not found. */
export async function findInvitationByToken(ctx: Context, token: string): Promise<InvitationRow | null> {
  return (
    ((await ctx
      .db(ctx.tables.invitations)
      .where({ tokenHash: hashOf(token) })
      .first()) as InvitationRow | undefined) ?? null
  );
}

export async function findLiveInvitation(ctx: Context, memberId: string): Promise<InvitationRow | null> {
  return ((await ctx.db(ctx.tables.invitations).where({ memberId, live: 1 }).forUpdate().first()) as InvitationRow | undefined) ?? null;
}

/** Whether it can still be sent, again or for the first time. */
export const isSendable = ({ status }: InvitationRow): boolean => ['held', 'pending', 'expired'].includes(status);

/** The newest invitation of a member, live or not. */
export async function findNewestInvitation(ctx: Context, memberId: string): Promise<InvitationRow | null> {
  return (
    ((await ctx.db(ctx.tables.invitations).where({ memberId }).orderBy('id', 'desc').forUpdate().first()) as InvitationRow | undefined) ??
    null
  );
}

export async function hasLiveInvitation(ctx: Context, memberId: string): Promise<boolean> {
  return (await findLiveInvitation(ctx, memberId)) !== null;
}

export async function insertInvitation(ctx: Context, row: InvitationRow): Promise<void> {
  await ctx.db(ctx.tables.invitations).insert(row);
  await showToGroups(ctx, row);
}

/** Changes an invitation that still has the version and status that were read; answers whether it had. */
export async function tryUpdateInvitation(ctx: Context, row: InvitationRow, changes: Partial<InvitationRow>): Promise<boolean> {
  const changed = await ctx.db(ctx.tables.invitations).where({ id: row.id, version: row.version, status: row.status }).update(changes);
  if (changed === 1 && changes.status !== undefined && changes.status !== row.status) await copyStatus(ctx, row, changes.status);
  return changed === 1;
}

/** The one statement by which a link is used: it must be live, of this version, and in time. */
export async function tryAcceptInvitation(ctx: Context, row: InvitationRow, visitHash: string | null): Promise<boolean> {
  const changed = await ctx
    .db(ctx.tables.invitations)
    .where({ id: row.id, tokenHash: row.tokenHash, status: 'pending' })
    .where('expiresAt', '>', ctx.now)
    .update({ status: 'accepted', live: null, acceptedAt: ctx.now, visitHash });
  if (changed === 1) await copyStatus(ctx, row, 'accepted');
  return changed === 1;
}

/** Whether the link is live, of this version, and in time; locks the row for the rest of the transaction. */
export async function isAcceptable(ctx: Context, row: InvitationRow): Promise<boolean> {
  const found = await ctx
    .db(ctx.tables.invitations)
    .where({ id: row.id, tokenHash: row.tokenHash, status: 'pending' })
    .where('expiresAt', '>', ctx.now)
    .forUpdate()
    .first();
  return found !== undefined;
}

/** Open invitations whose time has run out, oldest first. */
export async function findOverdueInvitations(ctx: Context, limit: number): Promise<InvitationRow[]> {
  return (await ctx
    .db(ctx.tables.invitations)
    .whereIn('status', ['held', 'pending'])
    .where('expiresAt', '<=', ctx.now)
    .orderBy('expiresAt')
    .limit(limit)) as InvitationRow[];
}

/** A page of the invitations that the caller may see, newest first: all, or those of the people of the own groups. */
export async function listInvitationRows(ctx: OrgContext, query: InvitationQuery): Promise<Page<InvitationRow>> {
  const { db, tables, organization } = ctx;
  const { status, cursor, limit } = query;
  const filter = status === undefined ? {} : { status };
  const scope = visibleGroups(ctx.caller);
  if (scope === null) {
    const rows = readBy(ctx, 'invitations', ['organizationId', ...Object.keys(filter), 'id']).where({
      organizationId: organization.id,
      ...filter,
    });
    return readPage<InvitationRow>(ctx, rows, { order: { column: 'id', direction: 'desc' }, cursor, limit });
  }
  const ofGroup = (groupId: string) =>
    readBy(ctx, 'groupInvitations', ['groupId', ...Object.keys(filter), 'invitationId'])
      .select('invitationId')
      .where({ groupId, ...filter });
  const all = db(tables.groupInvitations)
    .select('invitationId')
    .whereIn('groupId', [...scope])
    .where(filter);
  const page = await readMergedPage<{ invitationId: string }>(
    ctx,
    scope.map(ofGroup),
    distinctUpTo(ctx, all, 'invitationId', scope.length),
    { order: { column: 'invitationId', direction: 'desc' }, cursor, limit },
  );
  const ids = page.items.map(({ invitationId }) => invitationId);
  const rows = ids.length === 0 ? [] : ((await db(tables.invitations).whereIn('id', ids)) as InvitationRow[]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return { ...page, items: ids.flatMap((id) => byId.get(id) ?? []) };
}
