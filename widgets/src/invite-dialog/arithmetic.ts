import type { Pool, Relation } from '@seatkit/sdk';
import { isOpen } from '../parts/pool-meter.ts';

/** What one pool gives to an invitation. */
export interface PoolShare {
  readonly pool: Pool;
  readonly takes: number;
  readonly missing: number;
  /** Whoever gets no seat here is refused; pools that only give while they last refuse nobody. */
  readonly blocks: boolean;
}

/** The pools that concern an invitation into these groups: those of the organization and of groups joined as a member. */
export function poolsFor(pools: readonly Pool[], groups: ReadonlyMap<string, Relation>): Pool[] {
  return pools.filter((pool) => isOpen(pool) && isForNewcomers(pool) && (pool.groupId === null || groups.get(pool.groupId) === 'member'));
}

/** A tier given by hand needs a seat that is held already, which nobody who is still to join does. */
function isForNewcomers(pool: Pool): boolean {
  return pool.needs === null || pool.assignment !== 'manual';
}

/** How many seats an invitation of so many people takes from each pool. */
export function sharesOf(pools: readonly Pool[], chosen: ReadonlySet<string>, people: number): PoolShare[] {
  return pools
    .filter((pool) => pool.assignment !== 'manual' || chosen.has(pool.id))
    .map((pool) => {
      const takes = Math.min(people, pool.free);
      return { pool, takes, missing: people - takes, blocks: pool.assignment !== 'automatic' };
    });
}

/** How many of the people will get everything that they must get. */
export function fitting(shares: readonly PoolShare[], people: number): number {
  return Math.min(people, ...shares.filter(({ blocks }) => blocks).map(({ takes }) => takes));
}
