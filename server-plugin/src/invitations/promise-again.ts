import type { OrgContext } from '../context.ts';
import { findGroupIds } from '../groups/group-people.table.ts';
import type { MemberRow } from '../members/members.table.ts';
import { findPolicyPools, findPools } from '../pools/pools.table.ts';
import { concernsMembersOf, isOpen, takeArrivalSeats, takeSeat } from '../seats/seat-changes.ts';
import { findExpiredPromises } from '../seats/seats.table.ts';

/**
 * The seats an expired invitation had promised, by the rules of today: those of groups that the person has left since are not among them. Refuses when
 * one of them is no longer to be had.
 */
export async function promiseAgain(ctx: OrgContext, member: MemberRow): Promise<void> {
  const concerns = concernsMembersOf(await findGroupIds(ctx, member.id, 'isMember'));
  await takeArrivalSeats(ctx, member, 'reserved', await findPolicyPools(ctx), concerns);
  for (const pool of (await findPools(ctx, await findExpiredPromises(ctx, member.id))).values()) {
    if (pool.assignment === 'manual' && concerns(pool) && isOpen(ctx, pool)) await takeSeat(ctx, member, pool, 'reserved');
  }
}
