import type { Context, OrgContext } from '../context.ts';
import { hideInvitationsOf, showInvitationsOf } from '../invitations/group-invitations.table.ts';
import { type ListKeys, listKeysOf } from '../members/list-keys.table.ts';
import { deleteWords, insertWords } from '../members/member-words.table.ts';
import type { MemberRow } from '../members/members.table.ts';
import type { Standing } from './relations.rules.ts';

/** How somebody stands in a group, as stored. */
export interface GroupPersonRow extends ListKeys {
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

/**
 * Puts somebody into a group, whose people then find them there. The member's row was written first, so nobody else writes this one at the same time.
 * A stranger has no invitations yet, and was given the search words of their groups together with those of the organization.
 */
export async function insertGroupPerson(
  ctx: OrgContext,
  groupId: string,
  member: MemberRow,
  standing: Standing,
  isStranger: boolean,
): Promise<void> {
  const row: GroupPersonRow = {
    groupId,
    memberId: member.id,
    organizationId: ctx.organization.id,
    ...flagsOf(standing),
    ...listKeysOf(member),
  };
  await ctx.db(ctx.tables.groupPeople).insert(row);
  if (isStranger) return;
  await insertWords(ctx, member, [groupId]);
  await showInvitationsOf(ctx, member.id, groupId);
}

/** Changes how somebody stands in a group. */
export async function updateGroupPerson(ctx: Context, groupId: string, memberId: string, standing: Standing): Promise<void> {
  await ctx.db(ctx.tables.groupPeople).where({ groupId, memberId }).update(flagsOf(standing));
}

function flagsOf(standing: Standing): Pick<GroupPersonRow, 'isMember' | 'isCoach' | 'isManager' | 'mayManagePeople'> {
  return {
    isMember: Number(standing.isMember),
    isCoach: Number(standing.isCoach),
    isManager: Number(standing.isManager),
    mayManagePeople: Number(standing.mayManagePeople),
  };
}

/** Takes somebody out of a group, with what is kept there about them. */
export async function deleteGroupPerson(ctx: Context, groupId: string, memberId: string): Promise<void> {
  await ctx.db(ctx.tables.groupPeople).where({ groupId, memberId }).delete();
  await deleteWords(ctx, memberId, groupId);
  await hideInvitationsOf(ctx, memberId, groupId);
}
