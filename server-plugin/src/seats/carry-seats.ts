import type { SeatOutcome } from '@seatkit/sdk/contract';
import type { OrgContext } from '../context.ts';
import { fail } from '../errors.ts';
import { findGroupPools, type PoolRow } from '../pools/pools.table.ts';
import { changeSeat, failNeedsAnother, failNoFreeSeat, type Holder, isOpen, RETURNED, tryNewSeat } from './seat-changes.ts';
import { endable, endSeat, outcomeOf } from './seat-endings.ts';
import { chooseTarget, STRICTNESS } from './seats.rules.ts';
import { findLiveSeat, findLiveSeats, type HeldSeat } from './seats.table.ts';

/** A seat that goes over, and the pool of the other group that takes it. */
interface Carry extends HeldSeat {
  readonly to: PoolRow;
}

/**
 * Carries the seats of somebody who is moved from one group to another. All new ones are taken before an old one ends, so a tier is never without the
 * seat it needs. Seats that do not go along are not touched: leaving the old group ends them.
 */
export async function carrySeats(ctx: OrgContext, holder: Holder, fromId: string, toId: string): Promise<SeatOutcome[]> {
  const { carries } = await planMove(ctx, holder.id, fromId, toId);
  for (const carry of carries) await takeOver(ctx, holder, carry);
  const outcomes: SeatOutcome[] = [];
  for (const carry of carries.toReversed()) outcomes.push(await endSeat(ctx, carry, holder, { carriedTo: carry.to.id }));
  return outcomes;
}

/** Says what moving somebody from one group to another would do to the seats of the first. Refuses as the move would. */
export async function previewMove(ctx: OrgContext, memberId: string, fromId: string, toId: string): Promise<SeatOutcome[]> {
  const { carries, leaving } = await planMove(ctx, memberId, fromId, toId);
  return [
    ...carries.toReversed().map((carry) => outcomeOf(carry, { carriedTo: carry.to.id })),
    ...leaving.filter(({ seat }) => !carries.some((carry) => carry.seat.id === seat.id)).map((held) => outcomeOf(held, 'left')),
  ];
}

/** The seats of a group that its leaver holds, dependants first, and those of them that go over to the other group, bases first. */
async function planMove(
  ctx: OrgContext,
  memberId: string,
  fromId: string,
  toId: string,
): Promise<{ leaving: HeldSeat[]; carries: Carry[] }> {
  const targets = (await findGroupPools(ctx, toId)).filter((pool) => isOpen(ctx, pool));
  const live = await findLiveSeats(ctx, memberId);
  const leaving = endable(live, fromId);
  const statuses = new Map(live.map(({ seat, pool }) => [pool.id, seat.status]));
  const carries: Carry[] = [];
  for (const held of leaving.toReversed()) {
    const { seat, pool } = held;
    if (!isOpen(ctx, pool)) continue;
    // A seat that would stay bound to its leaver goes over only where it would stay bound, too: else every move would free it for somebody else.
    const binds = outcomeOf(held, 'left').status === 'consumed';
    const fair = binds ? targets.filter((to) => STRICTNESS[to.release] >= STRICTNESS[pool.release]) : targets;
    const choice = chooseTarget({ product: pool.product, status: seat.status }, fair, statuses);
    if (choice === null) continue;
    if ('refused' in choice)
      return choice.refused === 'no_free_seat' ? failNoFreeSeat(ctx, choice.pool) : failNeedsAnother(ctx, choice.pool);
    statuses.set(choice.to.id, seat.status);
    carries.push({ ...held, to: choice.to });
  }
  return { leaving, carries };
}

/** The first use goes along, and whether the seat was consumed once: what the new pool says of leavers asks for both. */
async function takeOver(ctx: OrgContext, holder: Holder, { seat, to }: Carry): Promise<void> {
  const status = seat.status as 'reserved' | 'assigned';
  const bound = await findLiveSeat(ctx, to.id, holder.id);
  if (bound) {
    const firstUsedAt = bound.firstUsedAt ?? seat.firstUsedAt;
    await changeSeat(ctx, bound, to, holder, status, 'returned', { ...RETURNED, firstUsedAt });
    return;
  }
  const { firstUsedAt, consumedBefore } = seat;
  if (!(await tryNewSeat(ctx, holder, to, status, 'carried', { firstUsedAt, consumedBefore })))
    fail('conflict', 'The last free seat was taken at this moment. Send it again.', { retry: true });
}
