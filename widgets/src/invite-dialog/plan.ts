import type { Pool } from '@seatkit/sdk';
import { type Cut, cutsOf, fitsOf, type PoolShare, poolsFor, sharesOf } from './arithmetic.ts';
import { type Offer, placeIn } from './offer.ts';
import { isActive, isShutOut, type Known, type Row, type Sorted, sortRows } from './rows.ts';

/** What inviting the people on the list with an offer would do. */
export interface Plan {
  readonly sorted: Sorted;
  /** The pools that concern these people. */
  readonly pools: readonly Pool[];
  readonly shares: readonly PoolShare[];
  readonly cuts: readonly Cut[];
  /** How many would get an invitation if there were seats for all. Members already here get none. */
  readonly wanted: number;
  /** How many will. */
  readonly invited: number;
  /** The pool without which nobody can be invited. */
  readonly full: Pool | undefined;
}

/** Foretells what the server will do, from what is known of people and seats. */
export function planOf(
  rows: readonly Row[],
  find: (email: string) => Known | undefined,
  allPools: readonly Pool[],
  offer: Pick<Offer, 'groups' | 'poolIds'>,
): Plan {
  const sorted = sortRows(rows, find);
  const people = sorted.sent.map(({ known }) => known);
  const pools = poolsFor(allPools, (groupId) => placeIn(offer, groupId)?.relation);
  const shares = sharesOf(pools, offer.poolIds, people);
  const fits = fitsOf(shares, people);
  const wanted = people.filter((known) => !isActive(known));
  const invited = people.filter((known, at) => fits[at] && !isActive(known) && !isShutOut(known)).length;
  const full = invited === 0 ? shares.find(({ blocks, missing, pool }) => blocks && missing > 0 && pool.free === 0)?.pool : undefined;
  return { sorted, pools, shares, cuts: cutsOf(shares, sorted.fresh.length), wanted: wanted.length, invited, full };
}
