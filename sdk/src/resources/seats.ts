import type { Call, CallOptions } from '../call.ts';
import type { SeatOutcome } from '../contract/members.ts';
import type { Seat, SeatResults } from '../contract/seats.ts';
import type { NewSeats, Refund } from '../inputs.ts';

/** Licences held by members. */
export class Seats {
  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

  /** Gives seats of a pool to members and tells for each what came of it. */
  create(organizationId: string, poolId: string, body: NewSeats, options?: CallOptions): Promise<SeatResults> {
    return this.#call('createSeats', { params: { organizationId, poolId }, body, ...options });
  }

  /** Takes a seat away; the answer names the rule that decided what became of it. */
  release(organizationId: string, seatId: string, options?: CallOptions): Promise<SeatOutcome> {
    return this.#call('releaseSeat', { params: { organizationId, seatId }, ...options });
  }

  /** Stamps the first use of a seat, which decides later whether it comes back. */
  use(organizationId: string, seatId: string, options?: CallOptions): Promise<Seat> {
    return this.#call('useSeat', { params: { organizationId, seatId }, body: {}, ...options });
  }

  /** Operator: refunds a consumed seat, with a reason. */
  refund(organizationId: string, seatId: string, body: Refund, options?: CallOptions): Promise<SeatOutcome> {
    return this.#call('refundSeat', { params: { organizationId, seatId }, body, ...options });
  }
}
