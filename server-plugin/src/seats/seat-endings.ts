import type { LedgerType, SeatOutcome } from '@seatkit/sdk/contract';
import type { OrgContext } from '../context.ts';
import { changeSeat, type Holder, hasEnded } from './seat-changes.ts';
import { decideRelease } from './seats.rules.ts';
import { findLiveSeats, type HeldSeat } from './seats.table.ts';

/** Why a seat ends: its holder left, its time is over, or a seat of the given pool is the holder's instead. */
type Ending = 'left' | 'expired' | { readonly carriedTo: string };

/** The one way out of a seat. Revokes access whatever becomes of the seat, and names the rule that decided. */
export async function endSeat(ctx: OrgContext, { seat, pool }: HeldSeat, holder: Holder, why: Ending): Promise<SeatOutcome> {
  const outcome = outcomeOf({ seat, pool }, why);
  const type: LedgerType =
    outcome.rule === 'carried'
      ? 'carried'
      : outcome.status === 'consumed'
        ? 'consumed'
        : outcome.status === 'expired'
          ? 'expired'
          : 'released';
  await changeSeat(ctx, seat, pool, holder, outcome.status, type, { live: outcome.status === 'consumed' ? 1 : null, endedAt: ctx.now });
  return outcome;
}

/** What would become of a seat; the same rule answers the preview and the act. The release policy is about leavers, and about nobody else. */
export function outcomeOf({ seat, pool }: HeldSeat, why: Ending): SeatOutcome {
  const of = { seatId: seat.id, poolId: pool.id, product: pool.product };
  if (typeof why === 'object') return { ...of, status: 'released', rule: 'carried', carriedTo: why.carriedTo };
  const decided = decideRelease(pool.release, {
    status: seat.status === 'reserved' ? 'reserved' : 'assigned',
    used: seat.firstUsedAt !== null,
    consumedBefore: seat.consumedBefore === 1,
  });
  if (why === 'expired' && (seat.status === 'assigned' || decided.status === 'released'))
    return { ...of, status: 'expired', rule: 'expired' };
  return { ...of, ...decided };
}

/** Ends every seat a member holds, or those of one group's pools; a seat that another one needs goes last. */
export async function endSeats(
  ctx: OrgContext,
  holder: Holder,
  why: 'left' | 'expired',
  groupId: string | null = null,
): Promise<SeatOutcome[]> {
  const outcomes: SeatOutcome[] = [];
  for (const held of endable(await findLiveSeats(ctx, holder.id), groupId)) outcomes.push(await endSeat(ctx, held, holder, why));
  return outcomes;
}

/** Of somebody's live seats those that would end, dependants first. Consumed ones have ended already and stay bound to the person. */
export function endable(live: readonly HeldSeat[], groupId: string | null): HeldSeat[] {
  return live
    .filter(({ seat, pool }) => seat.status !== 'consumed' && (groupId === null || pool.groupId === groupId))
    .sort((a, b) => Number(a.pool.needs === null) - Number(b.pool.needs === null));
}

/** The seats of somebody that need the one they hold of the given pool. */
export async function findDependants(ctx: OrgContext, memberId: string, poolId: string): Promise<HeldSeat[]> {
  return endable(await findLiveSeats(ctx, memberId), null).filter(({ pool }) => pool.needs === poolId);
}

/**
 * Ends a seat because the term of its pool is over, after those that need it: they end as if they were taken away by hand, or expire with it when their
 * own term is over too.
 */
export async function expireSeat(ctx: OrgContext, held: HeldSeat, holder: Holder): Promise<void> {
  for (const dependant of await findDependants(ctx, holder.id, held.pool.id))
    await endSeat(ctx, dependant, holder, hasEnded(ctx, dependant.pool) ? 'expired' : 'left');
  await endSeat(ctx, held, holder, 'expired');
}
