import type { Departure, Group, Member, Pool } from '@seatkit/sdk';
import { isOpen } from '../parts/pool-meter.ts';
import { relationsOf } from './person-changes.ts';

/** What becoming a member of a group takes of its pools. */
export interface Arrival {
  /** The pools that give a seat: those that take one over, and those that give seats by themselves. */
  readonly taken: readonly Pool[];
  /** A pool in which every member needs a seat, and none is free. */
  readonly full: Pool | undefined;
}

/** Says which seats somebody who is moved into a group gets there. The server decides; this says it before. */
export function arrivalIn(to: Group, pools: readonly Pool[], member: Member, { seats }: Departure): Arrival {
  const carried = new Set(seats.map(({ carriedTo }) => carriedTo));
  const holds = (poolId: string) => member.seats.some((seat) => seat.poolId === poolId);
  const promised = member.invitation?.status === 'pending' || member.invitation?.status === 'held';
  const isNew = (member.status === 'active' || promised) && !relationsOf(member, to).includes('member');
  const open = pools.filter((pool) => isOpen(pool) && !holds(pool.id));
  const given = (pool: Pool) =>
    isNew && (pool.assignment === 'required' || (pool.assignment === 'automatic' && (pool.needs === null || holds(pool.needs))));
  return {
    taken: open.filter((pool) => pool.free > 0 && (carried.has(pool.id) || given(pool))),
    full: open.find((pool) => pool.free === 0 && pool.assignment === 'required' && isNew),
  };
}
