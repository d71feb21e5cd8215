import type { AssignmentPolicy, Pool, PoolQuery, ReleasePolicy, SeatSum } from '@seatkit/sdk/contract';
import { isAtLeast } from '../access.ts';
import type { Context, OrgContext } from '../context.ts';
import { readBy } from '../db/indexes.ts';
import { type Page, readMergedPage, readPage } from '../db/paging.ts';
import { failNotFound } from '../errors.ts';
import { newId } from '../ids.ts';
import { versioned } from '../versions.ts';

export interface PoolRow {
  readonly id: string;
  readonly organizationId: string;
  readonly groupId: string | null;
  readonly product: string;
  readonly name: string;
  readonly nameSort: string;
  readonly assignment: AssignmentPolicy;
  readonly release: ReleasePolicy;
  readonly needs: string | null;
  readonly quantity: number;
  readonly reserved: number;
  readonly assigned: number;
  readonly consumed: number;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  /** When the seats were first to be had; null while the term has not begun. */
  readonly begunAt: string | null;
  /** When the sweeper had ended the last seat after the term; null until then. */
  readonly closedAt: string | null;
  readonly version: number;
  readonly createdAt: string;
}

/** Changes to the figures of a pool. */
export interface Figures {
  readonly quantity: number;
  readonly reserved: number;
  readonly assigned: number;
  readonly consumed: number;
}

/** The figures of what is taken. */
export type Taken = Pick<PoolRow, 'reserved' | 'assigned' | 'consumed'>;

export function takenOf(pool: Taken): number {
  return pool.reserved + pool.assigned + pool.consumed;
}

export function toPool(row: PoolRow, groupName: string | null): Pool {
  const { nameSort: _, begunAt: __, closedAt: ___, version, ...pool } = row;
  return versioned({ ...pool, groupName, free: pool.quantity - takenOf(row) }, version);
}

export async function findPool(ctx: OrgContext, id: string): Promise<PoolRow | null> {
  return ((await ctx.db(ctx.tables.pools).where({ id, organizationId: ctx.organization.id }).first()) as PoolRow | undefined) ?? null;
}

export async function requirePool(ctx: OrgContext, id: string): Promise<PoolRow> {
  return (await findPool(ctx, id)) ?? failNotFound('seat pool');
}

/** A pool that needs this one, if there is any. */
export async function findDependant(ctx: OrgContext, id: string): Promise<PoolRow | null> {
  return (
    ((await ctx.db(ctx.tables.pools).where({ organizationId: ctx.organization.id, needs: id }).first()) as PoolRow | undefined) ?? null
  );
}

export async function findPools(ctx: OrgContext, ids: readonly string[]): Promise<Map<string, PoolRow>> {
  const rows = (await ctx
    .db(ctx.tables.pools)
    .where({ organizationId: ctx.organization.id })
    .whereIn('id', [...ids])) as PoolRow[];
  return new Map(rows.map((row) => [row.id, row]));
}

/** The seats of each group's pools that are in term, together. A group without such a pool is not in the answer. */
export async function sumSeats(ctx: OrgContext, groupIds: readonly string[]): Promise<Map<string, SeatSum>> {
  if (groupIds.length === 0) return new Map();
  const { db, now } = ctx;
  const figures = ['quantity', 'reserved', 'assigned', 'consumed'] as const;
  const rows = (await db(ctx.tables.pools)
    .select('groupId')
    .sum(Object.fromEntries(figures.map((figure) => [figure, figure])))
    .where({ organizationId: ctx.organization.id, closedAt: null })
    .whereIn('groupId', [...groupIds])
    .where((begun) => void begun.whereNull('startsAt').orWhere('startsAt', '<=', now))
    .where((running) => void running.whereNull('endsAt').orWhere('endsAt', '>', now))
    .groupBy('groupId')) as ({ groupId: string } & Record<(typeof figures)[number], number | string>)[];
  return new Map(
    rows.map(({ groupId, ...sums }) => {
      const [quantity, reserved, assigned, consumed] = figures.map((figure) => Number(sums[figure])) as [number, number, number, number];
      return [groupId, { quantity, reserved, assigned, consumed, free: quantity - reserved - assigned - consumed }];
    }),
  );
}

/** The pools of a group. Within a transaction a locking read, because what is chosen among them depends on what is free. */
export async function findGroupPools(ctx: OrgContext, groupId: string): Promise<PoolRow[]> {
  const rows = ctx.db(ctx.tables.pools).where({ organizationId: ctx.organization.id, groupId }).whereNull('closedAt');
  return (await (ctx.db.isTransaction ? rows.forUpdate() : rows)) as PoolRow[];
}

/**
 * The pools that give seats by themselves (`required`, `automatic`) and have not ended. Until the end of the transaction they stay so: whoever makes
 * another pool give seats waits for the people who arrive now, and then seats them.
 */
export async function findPolicyPools(ctx: OrgContext): Promise<PoolRow[]> {
  await ctx
    .db(ctx.tables.meta)
    .select('name')
    .where({ name: policiesName(ctx.organization.id) })
    .forShare();
  const pools = ctx
    .db(ctx.tables.pools)
    .where({ organizationId: ctx.organization.id })
    .whereNot('assignment', 'manual')
    .whereNull('closedAt');
  // Our own transactions read what is there now, and leave the pools to others until a seat is taken.
  return (await (ctx.inHostTransaction ? pools.forUpdate() : pools)) as PoolRow[];
}

/** Waits for everybody who is arriving, and makes whoever arrives later wait: called before a pool begins to give seats by itself. */
export async function holdArrivals(ctx: OrgContext): Promise<void> {
  await ctx
    .db(ctx.tables.meta)
    .where({ name: policiesName(ctx.organization.id) })
    .update({ value: newId() });
}

/** A row of its own, because whoever arrives as admin writes the organization's. Made with the organization. */
export function policiesName(organizationId: string): string {
  return `policies:${organizationId}`;
}

/** A page of pools: of a group, of all groups that the caller manages, or, for admins, all. */
export async function listPoolRows(ctx: OrgContext, query: PoolQuery): Promise<Page<PoolRow>> {
  const { organization, caller } = ctx;
  const { groupId, cursor, limit } = query;
  const question = { order: { column: 'nameSort', direction: 'asc' }, cursor, limit } as const;
  const all = { organizationId: organization.id };
  if (groupId === undefined && isAtLeast(caller, 'admin'))
    return readPage<PoolRow>(ctx, readBy(ctx, 'pools', ['organizationId', 'nameSort']).where(all), question);
  const groupIds = groupId === undefined ? [...caller.managed.keys()] : [groupId];
  const ofGroup = (id: string) =>
    readBy(ctx, 'pools', ['organizationId', 'groupId', 'nameSort'])
      .select('w.*')
      .where({ ...all, groupId: id });
  const counted = ctx.db(ctx.tables.pools).select('id').where(all).whereIn('groupId', groupIds);
  return readMergedPage<PoolRow>(ctx, groupIds.map(ofGroup), counted, question);
}

export async function insertPool(ctx: Context, row: PoolRow): Promise<void> {
  await ctx.db(ctx.tables.pools).insert(row);
}

/** Writes changes other than the figures if the row still has the version that was read; answers whether it had. */
export async function tryUpdatePool(ctx: Context, row: PoolRow, changes: Partial<PoolRow>): Promise<boolean> {
  const changed = await ctx
    .db(ctx.tables.pools)
    .where({ id: row.id, version: row.version })
    .update({ ...changes, version: row.version + 1 });
  return changed === 1;
}

/** Marks a pool whose term has begun; answers whether this call was the one that did. */
export async function tryBeginPool(ctx: Context, id: string): Promise<boolean> {
  const changed = await ctx
    .db(ctx.tables.pools)
    .where({ id })
    .whereNull('begunAt')
    .where('startsAt', '<=', ctx.now)
    .update({ begunAt: ctx.now });
  return changed === 1;
}

/**
 * Changes the figures, and answers no when fewer seats are free than this takes. The condition is part of the UPDATE, so it holds whatever else
 * runs at the same time. Nothing else in Seatkit writes these columns.
 */
export async function tryChangeFigures(ctx: Context, poolId: string, change: Figures): Promise<boolean> {
  const { db, tables } = ctx;
  const plus = (column: keyof Figures) => (change[column] === 0 ? {} : { [column]: db.raw('?? + ?', [column, change[column]]) });
  const takes = change.reserved + change.assigned + change.consumed - change.quantity;
  const query = db(tables.pools).where({ id: poolId });
  if (takes > 0) query.whereRaw('?? - ?? - ?? - ?? >= ?', ['quantity', 'reserved', 'assigned', 'consumed', takes]);
  const changed = await query.update({ ...plus('quantity'), ...plus('reserved'), ...plus('assigned'), ...plus('consumed') });
  return changed === 1;
}
