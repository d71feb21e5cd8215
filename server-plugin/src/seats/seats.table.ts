import type { Seat, SeatStatus } from '@seatkit/sdk/contract';
import type { Context, OrgContext } from '../context.ts';
import type { ListKeys } from '../members/list-keys.table.ts';
import type { PoolRow } from '../pools/pools.table.ts';

export interface SeatRow extends ListKeys {
  readonly id: string;
  readonly organizationId: string;
  readonly poolId: string;
  readonly memberId: string;
  readonly status: SeatStatus;
  readonly live: 1 | null;
  readonly consumedBefore: number;
  readonly firstUsedAt: string | null;
  readonly createdAt: string;
  readonly endedAt: string | null;
}

export function toSeat(row: SeatRow, product: string): Seat {
  const { id, organizationId, poolId, memberId, status, firstUsedAt, createdAt, endedAt } = row;
  return { id, organizationId, poolId, memberId, product, status, firstUsedAt, createdAt, endedAt };
}

export async function findSeat(ctx: OrgContext, id: string): Promise<SeatRow | null> {
  return (
    ((await ctx.db(ctx.tables.seats).where({ id, organizationId: ctx.organization.id }).forUpdate().first()) as SeatRow | undefined) ?? null
  );
}

/** The live seat of a member in a pool. A locking read, because inside a host's transaction an ordinary one may be old. */
export async function findLiveSeat(ctx: Context, poolId: string, memberId: string): Promise<SeatRow | null> {
  return ((await ctx.db(ctx.tables.seats).where({ poolId, memberId, live: 1 }).forUpdate().first()) as SeatRow | undefined) ?? null;
}

/** A seat with its pool. */
export interface HeldSeat {
  readonly seat: SeatRow;
  readonly pool: PoolRow;
}

/** Every live seat of a member. */
export async function findLiveSeats(ctx: OrgContext, memberId: string): Promise<HeldSeat[]> {
  const seats = (await ctx.db(ctx.tables.seats).where({ memberId, live: 1 }).forUpdate()) as SeatRow[];
  if (seats.length === 0) return [];
  const pools = (await ctx.db(ctx.tables.pools).whereIn('id', [...new Set(seats.map((seat) => seat.poolId))])) as PoolRow[];
  const byId = new Map(pools.map((pool) => [pool.id, pool]));
  return seats.map((seat) => ({ seat, pool: byId.get(seat.poolId)! }));
}

/** The pools whose last seat of this member ended because the invitation expired: what was promised and is to be promised again. */
export async function findExpiredPromises(ctx: OrgContext, memberId: string): Promise<string[]> {
  const rows = (await ctx.db(ctx.tables.seats).select('poolId', 'status').where({ memberId }).orderBy('id')) as Pick<
    SeatRow,
    'poolId' | 'status'
  >[];
  const last = new Map(rows.map((row) => [row.poolId, row.status]));
  return [...last].filter(([, status]) => status === 'expired').map(([poolId]) => poolId);
}

export async function tryInsertSeat(ctx: Context, row: SeatRow): Promise<boolean> {
  return ctx.dialect.tryInsert(ctx.db, ctx.tables.seats, { ...row });
}

/** Changes a seat that still has the status that was read; answers whether it had. */
export async function tryUpdateSeat(ctx: Context, seat: SeatRow, changes: Partial<SeatRow>): Promise<boolean> {
  const changed = await ctx.db(ctx.tables.seats).where({ id: seat.id, status: seat.status }).update(changes);
  return changed === 1;
}
