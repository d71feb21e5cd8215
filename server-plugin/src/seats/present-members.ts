import type { OrgContext } from '../context.ts';
import { DomainError, fail } from '../errors.ts';
import { type MemberRow, touchMember } from '../members/members.table.ts';
import { type PoolRow, takenOf } from '../pools/pools.table.ts';
import { isOpen, takePolicySeats } from './seats.service.ts';

const CHUNK = 500;

/** Gives seats of a pool that gives them by itself to everybody who is there: all of them or none if it is `required`, as many as there are if `automatic`. */
export async function seatPresentMembers(ctx: OrgContext, pool: PoolRow): Promise<void> {
  if (pool.assignment === 'manual' || !isOpen(ctx, pool)) return;
  const free = pool.quantity - takenOf(pool);
  const waiting = await countWithoutSeat(ctx, pool);
  if (pool.assignment === 'required' && waiting > free) {
    fail('no_free_seat', `${waiting} people need a seat of ${pool.name} and ${free} are free: ${waiting - free} are missing.`, {
      poolId: pool.id,
      product: pool.product,
      quantity: pool.quantity,
      taken: takenOf(pool),
      missing: waiting - free,
    });
  }
  let left = pool.assignment === 'required' ? waiting : Math.min(waiting, free);
  let after = '';
  while (left > 0) {
    const members = (await withoutSeat(ctx, pool)
      .where('m.id', '>', after)
      .orderBy('m.id')
      .limit(Math.min(CHUNK, left))
      .select('m.*')) as MemberRow[];
    if (members.length === 0) break;
    for (const member of members) {
      await touchMember(ctx, member.id);
      await seatOne(ctx, member, pool);
    }
    left -= members.length;
    after = members.at(-1)!.id;
  }
}

async function seatOne(ctx: OrgContext, member: MemberRow, pool: PoolRow): Promise<void> {
  try {
    await takePolicySeats(ctx, member, [pool], member.status === 'active' ? 'assigned' : 'reserved');
  } catch (error) {
    if (error instanceof DomainError && error.code === 'seat_needs_another') {
      fail('seat_needs_another', `${pool.name} cannot be required: somebody lacks the seat it needs.`, {
        poolId: pool.id,
        product: pool.product,
      });
    }
    throw error;
  }
}

async function countWithoutSeat(ctx: OrgContext, pool: PoolRow): Promise<number> {
  const [row] = (await withoutSeat(ctx, pool).count({ n: '*' })) as { n: number | string }[];
  return Number(row?.n ?? 0);
}

/** Active people and open invitations of the organization, or members of the pool's group, who hold no live seat of the pool. */
function withoutSeat(ctx: OrgContext, pool: PoolRow) {
  const { db, tables } = ctx;
  const query = db({ m: tables.members })
    .where('m.organizationId', ctx.organization.id)
    .where((present) =>
      present
        .where('m.status', 'active')
        .orWhereExists(db({ i: tables.invitations }).select('i.id').where('i.memberId', db.ref('m.id')).where('i.live', 1)),
    )
    .whereNotExists(
      db({ s: tables.seats }).select('s.id').where('s.poolId', pool.id).where('s.memberId', db.ref('m.id')).where('s.live', 1),
    );
  if (pool.groupId !== null) {
    query.whereExists(
      db({ g: tables.groupPeople })
        .select('g.memberId')
        .where('g.groupId', pool.groupId)
        .where('g.memberId', db.ref('m.id'))
        .where('g.isMember', 1),
    );
  }
  return query;
}
