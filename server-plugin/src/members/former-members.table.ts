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

/** The id under which somebody was a member before, by host account or address, if a consumed seat waits for them. */
export async function findFormerId(ctx: Context, organizationId: string, emailKey: string, userId: string | null): Promise<string | null> {
  const rows = (await ctx
    .db(ctx.tables.formerMembers)
    .where({ organizationId })
    .where((who) => {
      who.where({ emailKey });
      if (userId !== null) who.orWhere({ userId });
    })) as { memberId: string; userId: string | null }[];
  return (rows.find((row) => userId !== null && row.userId === userId) ?? rows[0])?.memberId ?? null;
}

/** They are back under that id. */
export async function forgetFormerId(ctx: Context, memberId: string): Promise<void> {
  await ctx.db(ctx.tables.formerMembers).where({ memberId }).delete();
}
