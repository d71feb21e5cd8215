import { asSystem } from '../access.ts';
import type { Context } from '../context.ts';
import { acceptByAddress } from '../invitations/joining.service.ts';
import type { HostUser } from '../options.ts';
import { findOrganization } from '../organizations/organizations.table.ts';
import { copyOf, findMemberRow, lockMember, type MemberRow, updateMemberRow } from './members.table.ts';

/**
 * Refreshes our copies of a host account and lets its owner into the organizations that invited this verified address; not when another account
 * has it too (`isOnly`), because then nobody can tell which of them was meant.
 */
export async function userChanged(ctx: Context, user: HostUser, isOnly: boolean): Promise<void> {
  const rows = (await ctx.db(ctx.tables.members).select('id', 'organizationId').where({ userId: user.id }).orderBy('id')) as MemberRow[];
  for (const { id, organizationId } of rows) await refreshCopy(ctx, organizationId, id, user);
  if (user.verified && user.active && isOnly) await acceptByAddress(ctx, user);
}

/** When the new address is another member's here, the old copy stays and is marked; `doctor` shows it, and nothing throws. */
async function refreshCopy(ctx: Context, organizationId: string, memberId: string, user: HostUser): Promise<void> {
  const organization = await findOrganization(ctx, { id: organizationId });
  const row = organization && (await lockMember(asSystem(ctx, organization), memberId));
  if (row?.userId !== user.id) return;
  const copy = copyOf(row.ownName === 1 ? { ...user, firstName: '', lastName: '' } : user, row);
  const rival = copy.emailKey === row.emailKey ? null : await findMemberRow(ctx, { organizationId, emailKey: copy.emailKey });
  if (rival && rival.id !== row.id) {
    await updateMemberRow(ctx, row, { collision: 1 });
    return;
  }
  await updateMemberRow(ctx, row, {
    ...copy,
    collision: 0,
    ...(row.locale === null && user.locale !== null ? { locale: user.locale } : {}),
  });
}
