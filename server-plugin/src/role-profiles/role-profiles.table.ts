import type { RoleProfile, RoleProfileQuery } from '@seatkit/sdk/contract';
import type { Context, OrgContext } from '../context.ts';
import { readBy } from '../db/indexes.ts';
import { type Page, readPage } from '../db/paging.ts';
import { type Listed, listKeysOf } from '../members/list-keys.table.ts';
import type { NameColumns } from '../named.ts';
import { afterPrefix, fold, fromPrefix } from '../text.ts';
import { versioned } from '../versions.ts';

export interface RoleProfileRow extends NameColumns {
  readonly id: string;
  readonly organizationId: string;
  /** Grows with every write of the row, so that each one changes something. */
  readonly touched: number;
  readonly version: number;
  readonly createdAt: string;
}

export function toRoleProfile({ nameKey: _, nameSort: __, touched: ___, version, ...profile }: RoleProfileRow): RoleProfile {
  return versioned(profile, version);
}

export async function findRoleProfiles(ctx: OrgContext, ids: readonly string[]): Promise<Map<string, RoleProfileRow>> {
  if (ids.length === 0) return new Map();
  const rows = (await ctx
    .db(ctx.tables.roleProfiles)
    .where({ organizationId: ctx.organization.id })
    .whereIn('id', [...ids])) as RoleProfileRow[];
  return new Map(rows.map((row) => [row.id, row]));
}

/** Whether there is a role profile of this name. */
export async function isNameTaken(ctx: OrgContext, nameKey: string): Promise<boolean> {
  return (await ctx.db(ctx.tables.roleProfiles).where({ organizationId: ctx.organization.id, nameKey }).first()) !== undefined;
}

export async function listRoleProfileRows(ctx: OrgContext, query: RoleProfileQuery): Promise<Page<RoleProfileRow>> {
  const rows = readBy(ctx, 'roleProfiles', ['organizationId', 'nameSort']).where({ organizationId: ctx.organization.id });
  const prefix = fold(query.q ?? '');
  if (prefix !== '') rows.where('nameSort', '>=', fromPrefix(prefix)).where('nameSort', '<', afterPrefix(prefix));
  return readPage<RoleProfileRow>(ctx, rows, { order: { column: 'nameSort', direction: 'asc' }, ...query });
}

export async function tryInsertRoleProfile(ctx: Context, row: RoleProfileRow): Promise<boolean> {
  return ctx.dialect.tryInsert(ctx.db, ctx.tables.roleProfiles, { ...row });
}

export async function tryUpdateRoleProfile(ctx: Context, row: RoleProfileRow, changes: Partial<RoleProfileRow>): Promise<boolean> {
  const changed = await ctx
    .db(ctx.tables.roleProfiles)
    .where({ id: row.id, version: row.version })
    .update({ ...changes, version: row.version + 1 });
  return changed === 1;
}

/** Writes the rows of role profiles, and so keeps them for the rest of the transaction; answers whether all of them are there. */
export async function tryHoldRoleProfiles(ctx: OrgContext, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return true;
  const { db, tables, organization } = ctx;
  const held = await db(tables.roleProfiles)
    .where({ organizationId: organization.id })
    .whereIn('id', [...ids])
    .update({ touched: db.raw('?? + 1', ['touched']) });
  return held === ids.length;
}

/**
 * Deletes a role profile that still has the version that was read; answers whether it had. Its row goes first: whoever gives it to somebody at the
 * same time is waited for, or finds it gone.
 */
export async function tryDeleteRoleProfile(ctx: Context, { id, version }: RoleProfileRow): Promise<boolean> {
  const deleted = await ctx.db(ctx.tables.roleProfiles).where({ id, version }).delete();
  if (deleted === 1) await ctx.db(ctx.tables.memberRoleProfiles).where({ roleProfileId: id }).delete();
  return deleted === 1;
}

/** The role profiles of one member, as a whole. */
export async function findProfilesOf(ctx: Context, memberId: string): Promise<{ id: string; ambition: boolean }[]> {
  const rows = (await ctx.db(ctx.tables.memberRoleProfiles).where({ memberId }).forUpdate()) as {
    roleProfileId: string;
    ambition: number;
  }[];
  return rows.map((row) => ({ id: row.roleProfileId, ambition: row.ambition === 1 }));
}

export async function writeProfilesOf(
  ctx: OrgContext,
  member: Listed & { id: string },
  profiles: readonly { id: string; ambition: boolean }[],
): Promise<void> {
  const table = ctx.tables.memberRoleProfiles;
  await ctx.db(table).where({ memberId: member.id }).delete();
  const rows = profiles.map(({ id, ambition }) => ({
    roleProfileId: id,
    memberId: member.id,
    organizationId: ctx.organization.id,
    ambition: Number(ambition),
    ...listKeysOf(member),
  }));
  if (rows.length > 0) await ctx.db(table).insert(rows);
}
