import { z } from 'zod';
import { Id, Timestamp } from './common.ts';
import { Problem } from './problems.ts';

export const SeatStatus = z.enum(['reserved', 'assigned', 'released', 'consumed', 'expired', 'refunded']);
export type SeatStatus = z.infer<typeof SeatStatus>;

/** One licence held by one member out of one pool. */
export const Seat = z
  .object({
    id: Id,
    organizationId: Id,
    poolId: Id,
    memberId: Id,
    product: z.string(),
    status: SeatStatus,
    firstUsedAt: Timestamp.nullable(),
    createdAt: Timestamp,
    endedAt: Timestamp.nullable(),
  })
  .meta({ id: 'Seat' });
export type Seat = z.infer<typeof Seat>;

export const NewSeats = z.strictObject({ memberIds: z.array(Id).min(1).max(1000) }).meta({ id: 'NewSeats' });
export type NewSeats = z.infer<typeof NewSeats>;

/** Per person: a seat was given, the person already held one, or the row was refused. */
export const SeatResults = z
  .object({
    results: z.array(
      z.object({
        memberId: Id,
        outcome: z.enum(['assigned', 'reserved', 'already_held', 'refused']),
        seat: Seat.optional(),
        problem: Problem.optional(),
      }),
    ),
  })
  .meta({ id: 'SeatResults' });
export type SeatResults = z.infer<typeof SeatResults>;
