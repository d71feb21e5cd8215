import type { Context, OrgContext } from '../context.ts';
import { isBlocked, type Membership, ownsAccountBy } from './account.rules.ts';
import type { MemberRow } from './members.table.ts';

/** Whether this organization may change the account's address and name at the host. */
export async function ownsAccount(ctx: OrgContext, member: Pick<MemberRow, 'userId' | 'createdAccount'>): Promise<boolean> {
  if (member.userId === null || member.createdAccount !== 1) return false;
  return ownsAccountBy(await findMemberships(ctx, member.userId), ctx.organization.id);
}

/** Whether deactivating this person would keep them out of the host altogether. */
export async function blocksSignIn(ctx: OrgContext, userId: string): Promise<boolean> {
  const memberships = await findMemberships(ctx, userId);
  const after = memberships.map((row) => (row.organizationId === ctx.organization.id ? { ...row, status: 'deactivated' as const } : row));
  return isBlocked(after);
}

/** Whether somebody with this host account is let in. */
export async function maySignIn(ctx: Context, userId: string): Promise<boolean> {
  return !isBlocked(await findMemberships(ctx, userId));
}

async function findMemberships(ctx: Context, userId: string): Promise<Membership[]> {
  return (await ctx.db(ctx.tables.members).select('organizationId', 'status', 'createdAccount').where({ userId })) as Membership[];
}
