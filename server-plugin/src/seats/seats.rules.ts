import type { ReleasePolicy, SeatOutcome } from '@seatkit/sdk/contract';

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
