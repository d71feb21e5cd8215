import type { Context, OrgContext } from '../context.ts';
import { listKeysOf, UNLISTED } from './list-keys.table.ts';
import type { MemberRow } from './members.table.ts';

/** Remembers a leaver while a consumed seat stays bound to them; it shows in no list until they are back. */
export async function keepConsumedSeats(ctx: OrgContext, member: MemberRow): Promise<void> {
  const kept = await ctx.db(ctx.tables.seats).where({ memberId: member.id, live: 1, status: 'consumed' }).update(UNLISTED);
  if (kept === 0) return;
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
  // An address may have gone to somebody else: whoever has another account is another person.
  const same = rows.find((row) => userId !== null && row.userId === userId) ?? rows.find((row) => userId === null || row.userId === null);
  return same?.memberId ?? null;
}

/** They are back under that id, and so is the seat that waited for them. */
export async function welcomeBack(ctx: Context, member: MemberRow): Promise<void> {
  await ctx.db(ctx.tables.formerMembers).where({ memberId: member.id }).delete();
  await ctx.db(ctx.tables.seats).where({ memberId: member.id, live: 1 }).update(listKeysOf(member));
}
