import type { Pool, Relation } from '@seatkit/sdk';
import { isOpen } from '../parts/pool-meter.ts';
import type { Known } from './rows.ts';

/** What one pool gives to an invitation. */
export interface PoolShare {
  readonly pool: Pool;
  readonly takes: number;
  readonly missing: number;
  /** Whoever gets no seat here is refused; pools that only give while they last refuse nobody. */
  readonly blocks: boolean;
}

/** The pools that concern an invitation into these groups: those of the organization and of groups joined as a member. */
export function poolsFor(pools: readonly Pool[], relationIn: (groupId: string) => Relation | undefined): Pool[] {
  return pools.filter((pool) => isOpen(pool) && isForNewcomers(pool) && (pool.groupId === null || relationIn(pool.groupId) === 'member'));
}

/** A tier given by hand needs a seat that is held already, which nobody who is still to join does. */
function isForNewcomers(pool: Pool): boolean {
  return pool.needs === null || pool.assignment !== 'manual';
}

/** Whether somebody will take a seat of a pool that gives seats by itself or was chosen. Of new people nothing is known. */
export function takesSeat(pool: Pool, known?: Known): boolean {
  if (!known) return true;
  // Whoever is outside the caller's groups holds no seat of them; other pools are not shown to such a caller.
  if (!('status' in known)) return true;
  if (known.status === 'deactivated' || known.seats.some(({ poolId }) => poolId === pool.id)) return false;
  if (known.status !== 'active' || pool.assignment === 'manual') return true;
  // A member has had what the organization gives by itself; a group gives to whoever comes into it.
  return pool.groupId !== null && !known.groups.some(({ id, relations }) => id === pool.groupId && relations.includes('member'));
}

/** How many seats an invitation of these people takes from each pool. */
export function sharesOf(pools: readonly Pool[], chosen: readonly string[], people: readonly (Known | undefined)[]): PoolShare[] {
  return pools
    .filter((pool) => pool.assignment !== 'manual' || chosen.includes(pool.id))
    .map((pool) => {
      const wanted = people.filter((known) => takesSeat(pool, known)).length;
      const takes = Math.min(wanted, pool.free);
      return { pool, takes, missing: wanted - takes, blocks: pool.assignment !== 'automatic' };
    });
}

/** Of each person in the order of the request, whether they get everything that they must get. */
export function fitsOf(shares: readonly PoolShare[], people: readonly (Known | undefined)[]): boolean[] {
  const blocking = shares.filter(({ blocks }) => blocks).map(({ pool }) => pool);
  const left = new Map(blocking.map(({ id, free }) => [id, free]));
  return people.map((known) => {
    const needed = blocking.filter((pool) => takesSeat(pool, known));
    if (needed.some(({ id }) => left.get(id) === 0)) return false;
    for (const { id } of needed) left.set(id, (left.get(id) as number) - 1);
    return true;
  });
}

/** A place in the list of new people at which the seats of a pool end. */
export interface Cut {
  /** How many people stand above it. */
  readonly at: number;
  readonly missing: number;
  /** The pool of which those below get no seat and yet are invited; without it they are refused. */
  readonly pool?: Pool;
}

/** Where the seats end for so many new people, by what those below would miss: being invited at all, or a seat of a pool that gives while it lasts. */
export function cutsOf(shares: readonly PoolShare[], people: number): Cut[] {
  const fits = Math.min(people, ...shares.filter(({ blocks }) => blocks).map(({ pool }) => pool.free));
  if (fits === 0) return [];
  const soft = shares
    .filter(({ blocks, pool }) => !blocks && pool.free < fits)
    .map(({ pool }) => ({ at: pool.free, missing: fits - pool.free, pool }));
  return fits < people ? [...soft, { at: fits, missing: people - fits }] : soft;
}
