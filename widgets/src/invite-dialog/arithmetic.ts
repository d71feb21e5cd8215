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

/** A place in the list of people at which the seats of a pool end. */
export interface Cut {
  /** How many people stand above it. */
  readonly at: number;
  readonly missing: number;
  /** The pool of which those below get no seat and yet are invited; without it they are refused. */
  readonly pool?: Pool;
}

/** Where the seats end, by what those below would miss: being invited at all, or a seat of a pool that gives while it lasts. */
export function cutsOf(shares: readonly PoolShare[], people: number): Cut[] {
  const fits = fitting(shares, people);
  if (fits === 0) return [];
  const soft = shares
    .filter(({ blocks, takes }) => !blocks && takes < fits)
    .map(({ pool, takes }) => ({ at: takes, missing: fits - takes, pool }));
  return fits < people ? [...soft, { at: fits, missing: people - fits }] : soft;
}

/** How many of the people will get everything that they must get. */
export function fitting(shares: readonly PoolShare[], people: number): number {
  return Math.min(people, ...shares.filter(({ blocks }) => blocks).map(({ takes }) => takes));
}
