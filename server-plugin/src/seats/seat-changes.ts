import type { LedgerType, SeatStatus } from '@seatkit/sdk/contract';
import type { OrgContext } from '../context.ts';
import { fail } from '../errors.ts';
import { newId } from '../ids.ts';
import { type ListKeys, listKeysOf, UNLISTED } from '../members/list-keys.table.ts';
import type { MemberRow } from '../members/members.table.ts';
import { addLedgerEntry } from '../pools/ledger.table.ts';
import { poolFacts } from '../pools/pool-facts.ts';
import { type Figures, findPool, type PoolRow, takenOf, tryChangeFigures } from '../pools/pools.table.ts';
import { findLiveSeat, findLiveSeats, type SeatRow, tryInsertSeat, tryUpdateSeat } from './seats.table.ts';

/** Who a seat is for, as far as seats care. `userId` null: not joined, so no access is granted yet. `gone`: no member any more. */
export type Holder = MemberRow | { readonly id: string; readonly userId: null; readonly gone: true };

const keysOf = (holder: Holder): ListKeys => ('gone' in holder ? UNLISTED : listKeysOf(holder));

const NONE: Figures = { quantity: 0, reserved: 0, assigned: 0, consumed: 0 };
/** What a consumed seat becomes when its holder is back. */
export const RETURNED: Partial<SeatRow> = { consumedBefore: 1, endedAt: null };

/** Takes a seat or refuses. The member's row must have been written in this transaction, which serializes all that happens to one person. */
export async function takeSeat(ctx: OrgContext, holder: Holder, pool: PoolRow, status: 'reserved' | 'assigned'): Promise<SeatRow> {
  requireOpen(ctx, pool);
  if (!(await meetsNeeds(ctx, holder, pool))) await failNeedsAnother(ctx, pool);
  return (await tryTakeSeat(ctx, holder, pool, status)) ?? failNoFreeSeat(ctx, pool);
}

/** Takes a seat of each pool that gives seats by itself: a `required` one refuses when none is free, an `automatic` one passes over. */
export async function takePolicySeats(
  ctx: OrgContext,
  holder: Holder,
  pools: readonly PoolRow[],
  status: 'reserved' | 'assigned',
): Promise<void> {
  for (const pool of basesFirst(pools)) {
    if (!isOpen(ctx, pool)) continue;
    if (pool.assignment === 'required') await takeSeat(ctx, holder, pool, status);
    else if (pool.assignment === 'automatic' && (await meetsNeeds(ctx, holder, pool))) await tryTakeSeat(ctx, holder, pool, status);
  }
}

/** Null: no seat is free. A seat that is held already is answered as it is; a consumed one comes back and takes none. */
async function tryTakeSeat(ctx: OrgContext, holder: Holder, pool: PoolRow, status: 'reserved' | 'assigned'): Promise<SeatRow | null> {
  const held = await findLiveSeat(ctx, pool.id, holder.id);
  if (held && (held.status === status || held.status === 'assigned')) return held;
  if (held) {
    const returned = held.status === 'consumed';
    return changeSeat(ctx, held, pool, holder, status, returned ? 'returned' : status, returned ? RETURNED : {});
  }
  return tryNewSeat(ctx, holder, pool, status, status, { firstUsedAt: null, consumedBefore: 0 });
}

/** A seat for somebody who has none of this pool, entered in the ledger as `type`. Null: no seat is free. */
export async function tryNewSeat(
  ctx: OrgContext,
  holder: Holder,
  pool: PoolRow,
  status: 'reserved' | 'assigned',
  type: LedgerType,
  past: Pick<SeatRow, 'firstUsedAt' | 'consumedBefore'>,
): Promise<SeatRow | null> {
  const seat: SeatRow = {
    id: newId(),
    organizationId: ctx.organization.id,
    poolId: pool.id,
    memberId: holder.id,
    status,
    live: 1,
    ...past,
    ...keysOf(holder),
    createdAt: ctx.now,
    endedAt: null,
  };
  const change = { ...NONE, [status]: 1 };
  if (!(await tryChangeFigures(ctx, pool.id, change))) return null;
  if (!(await tryInsertSeat(ctx, seat)))
    fail('conflict', 'This person was given the seat at the same moment. Send it again.', { retry: true });
  addLedgerEntry(ctx, { poolId: pool.id, type, seatId: seat.id, memberId: holder.id, change });
  announce(ctx, seat, pool, holder, null);
  return seat;
}

/** Turns the promised seats of somebody who has just joined into held ones. */
export async function assignReservedSeats(ctx: OrgContext, holder: Holder): Promise<void> {
  for (const { seat, pool } of await findLiveSeats(ctx, holder.id)) {
    if (seat.status === 'reserved') await changeSeat(ctx, seat, pool, holder, 'assigned', 'assigned', {});
  }
}

/**
 * All that comes by itself to somebody who arrives or comes back, from the pools they have to do with: their consumed seats, and one of each
 * `required` or `automatic` pool. A consumed tier may have to wait for the seat it needs, so it is looked at once more at the end.
 */
export async function takeArrivalSeats(
  ctx: OrgContext,
  holder: Holder,
  status: 'reserved' | 'assigned',
  policyPools: readonly PoolRow[],
  concerns: (pool: PoolRow) => boolean,
): Promise<void> {
  const waiting = await returnConsumedSeats(ctx, holder, status, concerns);
  await takePolicySeats(ctx, holder, policyPools.filter(concerns), status);
  if (waiting > 0) await returnConsumedSeats(ctx, holder, status, concerns);
}

/** Turns consumed seats into held ones; they were never freed, so they take none. Answers how many lack the seat they need. */
async function returnConsumedSeats(
  ctx: OrgContext,
  holder: Holder,
  status: 'reserved' | 'assigned',
  concerns: (pool: PoolRow) => boolean,
): Promise<number> {
  const live = await findLiveSeats(ctx, holder.id);
  const held = new Set(live.filter(({ seat }) => seat.status !== 'consumed').map(({ pool }) => pool.id));
  let waiting = 0;
  for (const { seat, pool } of live.sort((a, b) => Number(a.pool.needs !== null) - Number(b.pool.needs !== null))) {
    if (seat.status !== 'consumed' || !concerns(pool) || !isOpen(ctx, pool)) continue;
    if (pool.needs === null || held.has(pool.needs)) {
      await changeSeat(ctx, seat, pool, holder, status, 'returned', RETURNED);
      held.add(pool.id);
    } else waiting += 1;
  }
  return waiting;
}

/** Whether a pool concerns somebody who is a member of these groups: it is the organization's own or one of theirs. */
export function concernsMembersOf(groupIds: readonly string[]): (pool: PoolRow) => boolean {
  return (pool) => pool.groupId === null || groupIds.includes(pool.groupId);
}

/** The only function that changes a seat: its row, the figures of its pool, the ledger and the host's access, together. */
export async function changeSeat(
  ctx: OrgContext,
  seat: SeatRow,
  pool: PoolRow,
  holder: Holder,
  status: SeatStatus,
  type: LedgerType,
  changes: Partial<SeatRow>,
  reason?: string,
): Promise<SeatRow> {
  // A seat that has ended is in no list and keeps no copy of who the holder was; one that comes back has a holder who may have another name now.
  const keys = changes.live === null ? UNLISTED : keysOf(holder);
  const next: SeatRow = { ...seat, ...changes, status };
  if (!(await tryUpdateSeat(ctx, seat, { ...changes, ...keys, status })))
    fail('conflict', 'Somebody else changed this seat at the same moment. Send it again.', { retry: true });
  const change: Figures = {
    quantity: 0,
    reserved: counts(status, 'reserved') - counts(seat.status, 'reserved'),
    assigned: counts(status, 'assigned') - counts(seat.status, 'assigned'),
    consumed: counts(status, 'consumed') - counts(seat.status, 'consumed'),
  };
  if (!(await tryChangeFigures(ctx, pool.id, change))) return failNoFreeSeat(ctx, pool);
  addLedgerEntry(ctx, { poolId: pool.id, type, seatId: seat.id, memberId: seat.memberId, change, reason: reason ?? null });
  announce(ctx, next, pool, holder, seat.status);
  return next;
}

const counts = (status: SeatStatus, column: SeatStatus): number => (status === column ? 1 : 0);

/** Tells the host, when a seat of somebody with an account begins or stops to open its product. */
function announce(ctx: OrgContext, seat: SeatRow, pool: PoolRow, holder: Holder, before: SeatStatus | null): void {
  const opens = seat.status === 'assigned';
  if (holder.userId === null || opens === (before === 'assigned')) return;
  ctx.effects.access.push({
    id: newId(),
    type: opens ? 'granted' : 'revoked',
    organizationId: ctx.organization.id,
    organizationKey: ctx.organization.key,
    memberId: holder.id,
    userId: holder.userId,
    seatId: seat.id,
    poolId: pool.id,
    groupId: pool.groupId,
    product: pool.product,
    at: ctx.now,
  });
}

function basesFirst(pools: readonly PoolRow[]): PoolRow[] {
  return [...pools].sort((a, b) => Number(a.needs !== null) - Number(b.needs !== null) || (a.id < b.id ? -1 : 1));
}

export function isOpen(ctx: OrgContext, pool: PoolRow): boolean {
  return pool.closedAt === null && (pool.startsAt === null || pool.startsAt <= ctx.now) && !hasEnded(ctx, pool);
}

export function hasEnded(ctx: OrgContext, pool: PoolRow): boolean {
  return pool.endsAt !== null && pool.endsAt <= ctx.now;
}

function requireOpen(ctx: OrgContext, pool: PoolRow): void {
  if (!isOpen(ctx, pool))
    fail('pool_not_open', `${pool.name} has ${hasEnded(ctx, pool) ? 'ended' : 'not begun'}.`, {
      ...poolFacts(pool),
      ...(pool.startsAt === null ? {} : { startsAt: pool.startsAt }),
      ...(pool.endsAt === null ? {} : { endsAt: pool.endsAt }),
    });
}

/** A tier is given on top of an *assigned* seat; only where everybody gets the tier may it be promised together with its base. */
async function meetsNeeds(ctx: OrgContext, holder: Holder, pool: PoolRow): Promise<boolean> {
  if (pool.needs === null) return true;
  const base = await findLiveSeat(ctx, pool.needs, holder.id);
  return base?.status === 'assigned' || (base?.status === 'reserved' && pool.assignment !== 'manual');
}

export async function failNeedsAnother(ctx: OrgContext, pool: PoolRow): Promise<never> {
  const needed = pool.needs === null ? null : await findPool(ctx, pool.needs);
  return fail('seat_needs_another', `A seat of ${pool.name} needs an assigned seat of ${needed?.name ?? 'another product'} first.`, {
    ...poolFacts(pool),
    ...(needed ? { neededPoolName: needed.name } : {}),
  });
}

export async function failNoFreeSeat(ctx: OrgContext, pool: PoolRow): Promise<never> {
  const now = (await findPool(ctx, pool.id)) ?? pool;
  return fail('no_free_seat', `All ${now.quantity} seats of ${now.name} are taken.`, {
    ...poolFacts(now),
    quantity: now.quantity,
    taken: takenOf(now),
  });
}
