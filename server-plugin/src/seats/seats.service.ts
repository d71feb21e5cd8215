import type { NewSeats, Seat, SeatOutcome, SeatResults } from '@seatkit/sdk/contract';
import { isAtLeast, requireFeature, requireManages } from '../access.ts';
import { breathe } from '../breathe.ts';
import type { OrgContext } from '../context.ts';
import { addAudit, inSavepoint } from '../effects.ts';
import { DomainError, fail, failNotFound, problemOf } from '../errors.ts';
import { findGroupIds } from '../groups/group-people.table.ts';
import { requireUnarchivedGroup } from '../groups/groups.table.ts';
import { hasLiveInvitation } from '../invitations/invitations.table.ts';
import { lockMember } from '../members/members.table.ts';
import { requireLockedMember } from '../members/require-member.ts';
import { poolFacts } from '../pools/pool-facts.ts';
import { type PoolRow, requirePool } from '../pools/pools.table.ts';
import { changeSeat, type Holder, takeSeat } from './seat-changes.ts';
import { endSeat, findDependants } from './seat-endings.ts';
import { findLiveSeat, findSeat, type SeatRow, toSeat, tryUpdateSeat } from './seats.table.ts';

/** Gives seats by hand, each person for themself: one refusal spoils no other. */
export async function createSeats(ctx: OrgContext, poolId: string, body: NewSeats): Promise<SeatResults> {
  const pool = await requirePool(ctx, poolId);
  requireMayAssign(ctx, pool);
  if (pool.needs !== null) requireFeature(ctx, 'tiers');
  if (pool.groupId !== null) await requireUnarchivedGroup(ctx, pool.groupId);
  const results: SeatResults['results'] = [];
  for (const [row, memberId] of body.memberIds.entries()) {
    await breathe(row);
    try {
      results.push(await inSavepoint(ctx, (inner) => giveSeat(inner, pool, memberId)));
    } catch (error) {
      if (!(error instanceof DomainError) || error.facts.retry) throw error;
      results.push({ memberId, outcome: 'refused', problem: problemOf(error) });
    }
  }
  return { results };
}

async function giveSeat(ctx: OrgContext, pool: PoolRow, memberId: string): Promise<SeatResults['results'][number]> {
  const member = await requireLockedMember(ctx, memberId);
  // First, because a group admin learns nothing about people of other groups.
  if (pool.groupId !== null && !(await findGroupIds(ctx, memberId, 'isMember')).includes(pool.groupId)) {
    fail('pool_wrong_group', 'The seat belongs to a group of which this person is no member.', poolFacts(pool));
  }
  if (member.status === 'deactivated') fail('deactivated', 'Deactivated people hold no seats. Reactivate the person first.');
  if (member.status !== 'active' && !(await hasLiveInvitation(ctx, memberId)))
    fail('not_active', 'This person has not joined and has no open invitation. Send the invitation again.');
  const before = await findLiveSeat(ctx, pool.id, memberId);
  const seat = await takeSeat(ctx, member, pool, member.status === 'active' ? 'assigned' : 'reserved');
  const same = before?.status === seat.status;
  if (!same) addAudit(ctx, 'seat.given', seat.id, { poolId: pool.id, memberId, status: seat.status });
  return {
    memberId,
    outcome: same ? 'already_held' : seat.status === 'assigned' ? 'assigned' : 'reserved',
    seat: toSeat(seat, pool.product),
  };
}

/** Takes one person off the licence by hand. */
export async function releaseSeat(ctx: OrgContext, seatId: string): Promise<SeatOutcome> {
  const { seat, pool, member } = await lockSeat(ctx, seatId);
  requireMayAssign(ctx, pool);
  if (seat.live !== 1 || seat.status === 'consumed')
    fail(
      'seat_not_live',
      seat.status === 'consumed' ? 'The seat is consumed. Only the operator can refund it.' : 'The seat has already ended.',
    );
  const [dependant] = await findDependants(ctx, member.id, pool.id);
  if (dependant)
    fail(
      'seat_needed_by_another',
      `${dependant.pool.name} needs this seat. Take ${dependant.pool.name} away first.`,
      poolFacts(dependant.pool),
    );
  const outcome = await endSeat(ctx, { seat, pool }, member, 'left');
  addAudit(ctx, 'seat.released', seat.id, { memberId: member.id, ...outcome });
  return outcome;
}

/** Stamps the first use, once. */
export async function useSeat(ctx: OrgContext, seatId: string): Promise<Seat> {
  const { seat, pool, member } = await lockSeat(ctx, seatId);
  if (ctx.caller.member?.id !== member.id && !isAtLeast(ctx.caller, 'admin')) fail('not_allowed', 'Only the holder can use a seat.');
  if (seat.status !== 'assigned') fail('seat_not_live', 'Only an assigned seat can be used.');
  if (seat.firstUsedAt !== null) return toSeat(seat, pool.product);
  if (!(await tryUpdateSeat(ctx, seat, { firstUsedAt: ctx.now })))
    fail('conflict', 'The seat changed at this moment. Send it again.', { retry: true });
  addAudit(ctx, 'seat.used', seat.id, { poolId: pool.id, memberId: member.id });
  return toSeat({ ...seat, firstUsedAt: ctx.now }, pool.product);
}

/** Gives a consumed seat back to the pool, case by case, with a reason: consumed −1, free +1. */
export async function refundSeat(ctx: OrgContext, seatId: string, reason: string): Promise<SeatOutcome> {
  const { seat, pool, member } = await lockSeat(ctx, seatId);
  if (seat.status !== 'consumed') fail('seat_not_consumed', 'Only a consumed seat can be refunded.');
  await changeSeat(ctx, seat, pool, member, 'refunded', 'refunded', { live: null, endedAt: ctx.now }, reason);
  addAudit(ctx, 'seat.refunded', seat.id, { poolId: pool.id, memberId: member.id, reason });
  return { seatId: seat.id, poolId: pool.id, product: pool.product, status: 'refunded', rule: 'refund' };
}

/** A seat with its pool and holder, read after the holder's row was taken. Whoever has left for good has no row any more, only the id. */
async function lockSeat(ctx: OrgContext, seatId: string): Promise<{ seat: SeatRow; pool: PoolRow; member: Holder }> {
  const found = await findSeat(ctx, seatId);
  if (!found) return failNotFound('seat');
  const member = await lockMember(ctx, found.memberId);
  const seat = (await findSeat(ctx, seatId)) ?? found;
  const pool = await requirePool(ctx, seat.poolId);
  return { seat, pool, member: member ?? { id: seat.memberId, userId: null, gone: true } };
}

/** Group admins give and take the seats of the groups they manage; the organization's own seats are the admins'. */
function requireMayAssign(ctx: OrgContext, pool: PoolRow): void {
  if (isAtLeast(ctx.caller, 'admin')) return;
  if (pool.groupId === null) fail('not_allowed', 'Seats of the whole organization are given by its admins.');
  requireManages(ctx, pool.groupId, false);
}
