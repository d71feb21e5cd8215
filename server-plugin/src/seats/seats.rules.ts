import type { AssignmentPolicy, ReleasePolicy, SeatOutcome, SeatStatus } from '@seatkit/sdk/contract';
import { type Taken, takenOf } from '../pools/pools.table.ts';

/** What a seat was when its holder left, as far as the rule asks. */
export interface SeatAtLeaving {
  readonly status: 'reserved' | 'assigned';
  /** Whether the product was ever opened. */
  readonly used: boolean;
  /** Whether the seat had been consumed before and was only promised again to somebody who was to come back. */
  readonly consumedBefore: boolean;
}

/** Decides what becomes of a seat when its holder leaves, and names the rule. */
export function decideRelease(policy: ReleasePolicy, seat: SeatAtLeaving): Pick<SeatOutcome, 'status' | 'rule'> {
  if (seat.status === 'reserved') {
    return seat.consumedBefore
      ? { status: 'consumed', rule: policy === 'never' ? 'release_never' : 'opened' }
      : { status: 'released', rule: 'reservation' };
  }
  switch (policy) {
    case 'always':
      return { status: 'released', rule: 'release_always' };
    case 'unused':
      return seat.used ? { status: 'consumed', rule: 'opened' } : { status: 'released', rule: 'never_opened' };
    case 'never':
      return { status: 'consumed', rule: 'release_never' };
  }
}

/** How much a policy keeps of what leavers have used. */
export const STRICTNESS: Readonly<Record<ReleasePolicy, number>> = { always: 0, unused: 1, never: 2 };

/** A pool of the group somebody is moved to, as far as the rule asks. */
export interface TargetPool extends Taken {
  readonly id: string;
  readonly product: string;
  readonly assignment: AssignmentPolicy;
  readonly needs: string | null;
  readonly quantity: number;
}

/** Which pool takes a seat over, or why none can. */
type Target<Pool> = { readonly to: Pool } | { readonly refused: 'no_free_seat' | 'seat_needs_another'; readonly pool: Pool };

/**
 * Chooses which of another group's open pools takes a seat over. Null: none has the product, or the person holds a seat of each that has. A consumed
 * seat that is bound to the person comes back first, because it takes none; then the pools that would give a seat by themselves, or the person would
 * end with two. `live` says what the person holds of each pool.
 */
export function chooseTarget<Pool extends TargetPool>(
  seat: { readonly product: string; readonly status: SeatStatus },
  pools: readonly Pool[],
  live: ReadonlyMap<string, SeatStatus>,
): Target<Pool> | null {
  const isBound = (pool: Pool) => live.get(pool.id) === 'consumed';
  const rank = (pool: Pool) => (isBound(pool) ? 0 : { required: 1, automatic: 2, manual: 3 }[pool.assignment]);
  const fitting = pools
    .filter((pool) => pool.product === seat.product && (isBound(pool) || !live.has(pool.id)))
    .sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
  if (fitting.length === 0) return null;
  const ready = fitting.filter(({ needs }) => needs === null || live.get(needs) === 'assigned' || live.get(needs) === seat.status);
  if (ready.length === 0) return { refused: 'seat_needs_another', pool: fitting[0]! };
  const to = ready.find((pool) => isBound(pool) || takenOf(pool) < pool.quantity);
  return to ? { to } : { refused: 'no_free_seat', pool: ready[0]! };
}

/** A pool of which somebody may be given a seat, as far as the rule asks. */
export type OfferedPool = Pick<TargetPool, 'id' | 'assignment' | 'needs' | 'quantity' | keyof Taken>;

/**
 * The pools of which somebody new would be promised a seat: those asked for, those in which every member must hold one, and those that give seats
 * while they last and still have one. A tier comes on top of the promise it needs.
 */
export function choosePromises<Pool extends OfferedPool>(pools: readonly Pool[], asked: ReadonlySet<string>): Pool[] {
  const given = pools.filter(
    (pool) => asked.has(pool.id) || pool.assignment === 'required' || (pool.assignment === 'automatic' && takenOf(pool) < pool.quantity),
  );
  const ids = new Set(given.map(({ id }) => id));
  return given.filter(({ id, needs }) => asked.has(id) || needs === null || ids.has(needs));
}
