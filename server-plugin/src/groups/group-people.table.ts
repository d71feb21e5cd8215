import type { Context, OrgContext } from '../context.ts';
import type { SortKeys } from '../members/members.table.ts';

/** How somebody stands in a group, as stored. */
export interface GroupPersonRow extends SortKeys {
  readonly groupId: string;
  readonly memberId: string;
  readonly organizationId: string;
  readonly isMember: number;
  readonly isCoach: number;
  readonly isManager: number;
  readonly mayManagePeople: number;
}

/** A locking read, because inside a host's transaction an ordinary one may be old. */
export async function findGroupPerson(ctx: OrgContext, groupId: string, memberId: string): Promise<GroupPersonRow | null> {
  return (
    ((await ctx.db(ctx.tables.groupPeople).where({ groupId, memberId, organizationId: ctx.organization.id }).forUpdate().first()) as
      | GroupPersonRow
      | undefined) ?? null
  );
}

/** Everywhere somebody stands. Within a transaction a locking read, for the same reason. */
export async function findGroupPeopleOf(ctx: Context, memberId: string): Promise<GroupPersonRow[]> {
  const rows = ctx.db(ctx.tables.groupPeople).where({ memberId });
  return (await (ctx.db.isTransaction ? rows.forUpdate() : rows)) as GroupPersonRow[];
}

/** The groups in which somebody stands, in any relation or in one. */
export async function findGroupIds(ctx: Context, memberId: string, relation?: 'isMember' | 'isCoach' | 'isManager'): Promise<string[]> {
  const rows = await findGroupPeopleOf(ctx, memberId);
  return rows.filter((row) => relation === undefined || row[relation] === 1).map((row) => row.groupId);
}

/** Which of these people stand in one of these groups. */
export async function findPeopleAmong(
  ctx: Context,
  groupIds: readonly string[],
  memberIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = (await ctx
    .db(ctx.tables.groupPeople)
    .distinct('memberId')
    .whereIn('memberId', [...memberIds])
    .whereIn('groupId', [...groupIds])) as { memberId: string }[];
  return new Set(rows.map(({ memberId }) => memberId));
}

/** Replaces the row; the member's row was written first, so nobody else writes this one at the same time. */
export async function writeGroupPerson(ctx: Context, row: GroupPersonRow): Promise<void> {
  await ctx.db(ctx.tables.groupPeople).where({ groupId: row.groupId, memberId: row.memberId }).delete();
  if (row.isMember + row.isCoach + row.isManager > 0) await ctx.db(ctx.tables.groupPeople).insert(row);
}
