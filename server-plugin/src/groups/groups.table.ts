import type { Group, GroupQuery, SeatSum } from '@seatkit/sdk/contract';
import { requireManages, visibleGroups } from '../access.ts';
import type { Context, OrgContext } from '../context.ts';
import { readBy } from '../db/indexes.ts';
import { type Page, readPage } from '../db/paging.ts';
import { fail, failNotFound } from '../errors.ts';
import type { NameColumns } from '../named.ts';
import { afterPrefix, fold, fromPrefix } from '../text.ts';
import { versioned } from '../versions.ts';

export interface GroupRow extends NameColumns {
  readonly id: string;
  readonly organizationId: string;
  readonly memberCount: number;
  readonly coachCount: number;
  readonly managerCount: number;
  readonly managedBy: string;
  /** 1 while the group is archived: its lists are read by it, in their order. */
  readonly archived: number;
  readonly archivedAt: string | null;
  /** Grows with every write of the row, so that each one changes something. */
  readonly touched: number;
  readonly version: number;
  readonly createdAt: string;
}

export function toGroup(
  { nameKey: _, nameSort: __, touched: ___, archived: ____, version, ...group }: GroupRow,
  seats: SeatSum | null,
): Group {
  return versioned({ ...group, seats }, version);
}

export async function findGroup(ctx: OrgContext, id: string): Promise<GroupRow | null> {
  return ((await ctx.db(ctx.tables.groups).where({ id, organizationId: ctx.organization.id }).first()) as GroupRow | undefined) ?? null;
}

/** The group of this name, if there is one. */
export async function findNamesake(ctx: OrgContext, nameKey: string): Promise<GroupRow | null> {
  return (
    ((await ctx.db(ctx.tables.groups).where({ organizationId: ctx.organization.id, nameKey }).first()) as GroupRow | undefined) ?? null
  );
}

export async function requireGroup(ctx: OrgContext, id: string): Promise<GroupRow> {
  return (await findGroup(ctx, id)) ?? failNotFound('group');
}

/** A group of this organization that the caller manages; admins manage all of them. */
export async function requireManagedGroup(ctx: OrgContext, id: string): Promise<GroupRow> {
  const group = await requireGroup(ctx, id);
  requireManages(ctx, id, false);
  return group;
}

export async function findGroups(ctx: OrgContext, ids: readonly string[]): Promise<Map<string, GroupRow>> {
  if (ids.length === 0) return new Map();
  const rows = (await ctx
    .db(ctx.tables.groups)
    .where({ organizationId: ctx.organization.id })
    .whereIn('id', [...ids])) as GroupRow[];
  return new Map(rows.map((row) => [row.id, row]));
}

export async function listGroupRows(ctx: OrgContext, query: GroupQuery): Promise<Page<GroupRow>> {
  const scope = visibleGroups(ctx.caller);
  // The few groups of a group admin are read and sorted; to walk all in order would be to look for them.
  const rows =
    scope === null
      ? readBy(ctx, 'groups', ['organizationId', 'archived', 'nameSort'])
      : ctx.db(ctx.tables.groups).whereIn('id', [...scope]);
  rows.where({ organizationId: ctx.organization.id, archived: Number(query.archived) });
  const prefix = fold(query.q ?? '');
  if (prefix !== '') rows.where('nameSort', '>=', fromPrefix(prefix)).where('nameSort', '<', afterPrefix(prefix));
  return readPage<GroupRow>(ctx, rows, { order: { column: 'nameSort', direction: 'asc' }, ...query });
}

export async function tryInsertGroup(ctx: Context, row: GroupRow): Promise<boolean> {
  return ctx.dialect.tryInsert(ctx.db, ctx.tables.groups, { ...row });
}

export async function tryUpdateGroup(ctx: Context, row: GroupRow, changes: Partial<GroupRow>): Promise<boolean> {
  const changed = await ctx
    .db(ctx.tables.groups)
    .where({ id: row.id, version: row.version })
    .update({ ...changes, version: row.version + 1 });
  return changed === 1;
}

export interface CountChange {
  readonly member: number;
  readonly coach: number;
  readonly manager: number;
}

const UNCHANGED: CountChange = { member: 0, coach: 0, manager: 0 };

/** Writes the group's row, and so holds it for the rest of the transaction; 404 when it was removed meanwhile. */
export async function requireGroupRow(ctx: OrgContext, groupId: string, change = UNCHANGED): Promise<void> {
  if (!(await tryChangeGroupCounts(ctx, groupId, change))) failNotFound('group');
}

/** The same for whoever adds to the group. That it is not archived is part of the UPDATE, so nobody comes in at the moment in which it becomes so. */
export async function requireOpenGroupRow(ctx: OrgContext, groupId: string, change = UNCHANGED): Promise<void> {
  if (await tryChangeGroupCounts(ctx, groupId, change, { archived: 0 })) return;
  // A locking read: an ordinary one may still show the group as it was before it was removed.
  const where = { id: groupId, organizationId: ctx.organization.id };
  failArchived(((await ctx.db(ctx.tables.groups).where(where).forUpdate().first()) as GroupRow | undefined) ?? failNotFound('group'));
}

/** For what is sold or given to people who stand in the group already: refused like everything else that adds to an archived group. */
export async function requireUnarchivedGroup(ctx: OrgContext, groupId: string): Promise<void> {
  const group = await requireGroup(ctx, groupId);
  if (group.archived === 1) failArchived(group);
}

export function failArchived({ id, name }: GroupRow): never {
  return fail('group_archived', `“${name}” is archived and takes nobody. An admin can bring it back.`, {
    groupId: id,
    groupName: name,
  });
}

/** Keeps the counts of a group beside what they count, in the same transaction. Always writes the row, even with nothing to add; answers whether it is there. */
export async function tryChangeGroupCounts(
  ctx: Context,
  groupId: string,
  change: CountChange,
  only: Partial<Pick<GroupRow, 'archived'>> = {},
): Promise<boolean> {
  const { db, tables } = ctx;
  const plus = (column: string, by: number) => db.raw('?? + ?', [column, by]);
  const changed = await db(tables.groups)
    .where({ id: groupId, ...only })
    .update({
      memberCount: plus('memberCount', change.member),
      coachCount: plus('coachCount', change.coach),
      managerCount: plus('managerCount', change.manager),
      touched: plus('touched', 1),
    });
  return changed === 1;
}

export async function deleteGroupRow(ctx: Context, groupId: string): Promise<void> {
  await ctx.db(ctx.tables.groupPeople).where({ groupId }).delete();
  await ctx.db(ctx.tables.memberWords).where({ placeId: groupId }).delete();
  await ctx.db(ctx.tables.groupInvitations).where({ groupId }).delete();
  await ctx.db(ctx.tables.groups).where({ id: groupId }).delete();
}
