import type { Handlers } from '../run.ts';
import { createSeats, refundSeat, releaseSeat, useSeat } from './seats.service.ts';

export const seatRoutes = {
  createSeats: ({ ctx, params, body }) => createSeats(ctx, params.poolId, body),
  releaseSeat: ({ ctx, params }) => releaseSeat(ctx, params.seatId),
  useSeat: ({ ctx, params }) => useSeat(ctx, params.seatId),
  refundSeat: ({ ctx, params, body }) => refundSeat(ctx, params.seatId, body.reason),
} satisfies Partial<Handlers>;
