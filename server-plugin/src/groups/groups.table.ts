import type { Group, GroupQuery } from '@seatkit/sdk/contract';
import { requireManages, visibleGroups } from '../access.ts';
import type { Context, OrgContext } from '../context.ts';
import { type Page, readPage } from '../db/paging.ts';
import { failNotFound } from '../errors.ts';
import { afterPrefix, fold, fromPrefix } from '../text.ts';
import { versioned } from '../versions.ts';

export interface GroupRow {
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
  readonly nameKey: string;
  readonly nameSort: string;
  readonly description: string | null;
  readonly memberCount: number;
  readonly coachCount: number;
  readonly managerCount: number;
  readonly managedBy: string;
  /** Grows with every write of the row, so that each one changes something. */
  readonly touched: number;
  readonly version: number;
  readonly createdAt: string;
}

export function toGroup({ nameKey: _, nameSort: __, touched: ___, version, ...group }: GroupRow): Group {
  return versioned(group, version);
}

export async function findGroup(ctx: OrgContext, id: string): Promise<GroupRow | null> {
  return ((await ctx.db(ctx.tables.groups).where({ id, organizationId: ctx.organization.id }).first()) as GroupRow | undefined) ?? null;
}

export async function requireGroup(ctx: OrgContext, id: string): Promise<GroupRow> {
  return (await findGroup(ctx, id)) ?? failNotFound('group');
}

/** A group of this organization that the caller manages; admins manage all of them. */
export async function requireManagedGroup(ctx: OrgContext, id: string): Promise<void> {
  await requireGroup(ctx, id);
  requireManages(ctx, id, false);
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
  const rows = ctx.db(ctx.tables.groups).where({ organizationId: ctx.organization.id });
  const scope = visibleGroups(ctx.caller);
  if (scope !== null) rows.whereIn('id', [...scope]);
  const prefix = fold(query.q ?? '');
  if (prefix !== '') rows.where('nameSort', '>=', fromPrefix(prefix)).where('nameSort', '<', afterPrefix(prefix));
  return readPage<GroupRow>({ rows, sortColumn: 'nameSort', direction: 'asc', cursor: query.cursor, limit: query.limit });
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

/** Keeps the counts of a group beside what they count, in the same transaction. Always writes the row, even with nothing to add; answers whether it is there. */
export async function tryChangeGroupCounts(
  ctx: Context,
  groupId: string,
  change: { member: number; coach: number; manager: number },
): Promise<boolean> {
  const { db, tables } = ctx;
  const plus = (column: string, by: number) => db.raw('?? + ?', [column, by]);
  const changed = await db(tables.groups)
    .where({ id: groupId })
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
  await ctx.db(ctx.tables.groups).where({ id: groupId }).delete();
}
