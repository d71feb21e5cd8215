import type { Context, OrgContext } from '../context.ts';
import type { MemberRow } from './members.table.ts';

/**
 * Nobody takes a person over: an organization may change an account's address or block its sign-in only if the account was made through it
 * and the person is in no other organization.
 */
export async function ownsAccount(ctx: OrgContext, member: Pick<MemberRow, 'userId' | 'createdAccount'>): Promise<boolean> {
  if (member.userId === null || member.createdAccount !== 1) return false;
  const other = await ctx
    .db(ctx.tables.members)
    .where({ userId: member.userId })
    .whereNot({ organizationId: ctx.organization.id })
    .whereNot('status', 'anonymized')
    .first();
  return other === undefined;
}

/** Whether somebody with this host account is let in: not, when the only organization that answers for the account has deactivated them. */
export async function maySignIn(ctx: Context, userId: string): Promise<boolean> {
  const rows = (await ctx.db(ctx.tables.members).select('status', 'createdAccount').where({ userId })) as Pick<
    MemberRow,
    'status' | 'createdAccount'
  >[];
  const blocked = rows.some((row) => row.status === 'deactivated' && row.createdAccount === 1);
  return !(blocked && rows.every((row) => row.status === 'deactivated' || row.status === 'anonymized'));
}
