import type { Context, OrgContext } from '../context.ts';
import type { MemberRow } from './members.table.ts';

/** Remembers a leaver while a consumed seat stays bound to them. */
export async function keepConsumedSeats(ctx: OrgContext, member: MemberRow): Promise<void> {
  const consumed = await ctx.db(ctx.tables.seats).where({ memberId: member.id, live: 1, status: 'consumed' }).first();
  if (!consumed) return;
  const { id, organizationId, emailKey, userId } = member;
  const table = ctx.tables.formerMembers;
  await ctx.db(table).where({ organizationId, emailKey }).delete();
  await ctx.db(table).insert({ memberId: id, organizationId, emailKey, userId, leftAt: ctx.now });
}

/** The id under which somebody was a member before, if a consumed seat waits for them. It is theirs again. */
export async function takeFormerId(ctx: Context, organizationId: string, emailKey: string): Promise<string | null> {
  const row = (await ctx.db(ctx.tables.formerMembers).where({ organizationId, emailKey }).first()) as { memberId: string } | undefined;
  if (!row) return null;
  await ctx.db(ctx.tables.formerMembers).where({ memberId: row.memberId }).delete();
  return row.memberId;
}
