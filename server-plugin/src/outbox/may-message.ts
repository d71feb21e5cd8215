import type { Context } from '../context.ts';
import type { MemberRow } from '../members/members.table.ts';
import { addressKey } from '../text.ts';

/**
 * Whether the host may write to this person. Not while all that is known of them is that somebody has entered their address and the mail which tells
 * them has not left. People nobody has entered are the host's own business.
 */
export async function mayMessage(ctx: Context, userId: string): Promise<boolean> {
  const joined = (await ctx.db(ctx.tables.members).select('id').where({ userId }).first()) as Pick<MemberRow, 'id'> | undefined;
  if (joined) return true;
  const user = (await ctx.host.findUsers(ctx.db, [userId])).get(userId);
  if (!user || user.email === '') return true;
  const rows = (await ctx
    .db(ctx.tables.members)
    .select('status', 'messagedAt')
    .where({ emailKey: addressKey(user.email) })) as Pick<MemberRow, 'status' | 'messagedAt'>[];
  const waiting = rows.filter((row) => row.status === 'staged' || row.status === 'invited');
  return waiting.length === 0 || waiting.some((row) => row.messagedAt !== null);
}
