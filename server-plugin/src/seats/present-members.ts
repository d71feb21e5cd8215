import type { Knex } from 'knex';
import { breathe } from '../breathe.ts';
import type { OrgContext } from '../context.ts';
import { DomainError, fail } from '../errors.ts';
import { hasLiveInvitation } from '../invitations/invitations.table.ts';
import { lockMember, type MemberRow } from '../members/members.table.ts';
import { poolFacts } from '../pools/pool-facts.ts';
import { holdArrivals, type PoolRow, takenOf } from '../pools/pools.table.ts';
import { isOpen, takePolicySeats } from './seat-changes.ts';

const CHUNK = 500;

/**
 * Gives seats of a pool that gives them by itself to everybody who is there: all of them or none if it is `required`, as many as there are if
 * `automatic`. Who has a consumed seat gets it back; it was never freed and takes none.
 */
export async function seatPresentMembers(ctx: OrgContext, pool: PoolRow): Promise<void> {
  if (pool.assignment === 'manual' || !isOpen(ctx, pool)) return;
  await holdArrivals(ctx);
  await seatEach(ctx, pool, () => withConsumedSeat(ctx, pool), Number.POSITIVE_INFINITY);
  const free = pool.quantity - takenOf(pool);
  const waiting = await countWithoutSeat(ctx, pool);
  if (pool.assignment === 'required' && waiting > free) {
    fail('no_free_seat', `${waiting} people need a seat of ${pool.name} and ${free} are free: ${waiting - free} are missing.`, {
      ...poolFacts(pool),
      quantity: pool.quantity,
      taken: takenOf(pool),
      missing: waiting - free,
    });
  }
  await seatEach(ctx, pool, () => withoutSeat(ctx, pool), pool.assignment === 'required' ? waiting : Math.min(waiting, free));
}

async function seatEach(ctx: OrgContext, pool: PoolRow, people: () => Knex.QueryBuilder, most: number): Promise<void> {
  let left = most;
  let after = '';
  while (left > 0) {
    const members = (await people().where('m.id', '>', after).orderBy('m.id').limit(Math.min(CHUNK, left)).select('m.*')) as MemberRow[];
    if (members.length === 0) break;
    for (const [row, { id }] of members.entries()) {
      await breathe(row);
      const member = await lockMember(ctx, id);
      if (member && (member.status === 'active' || (await hasLiveInvitation(ctx, id)))) await seatOne(ctx, member, pool);
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
      fail('seat_needs_another', `${pool.name} cannot be required: somebody lacks the seat it needs.`, poolFacts(pool));
    }
    throw error;
  }
}

async function countWithoutSeat(ctx: OrgContext, pool: PoolRow): Promise<number> {
  const [row] = (await withoutSeat(ctx, pool).count({ n: '*' })) as { n: number | string }[];
  return Number(row?.n ?? 0);
}

/** Present people who have no live seat of the pool and, where it is a tier that not everybody must have, hold the seat it needs. */
function withoutSeat(ctx: OrgContext, pool: PoolRow): Knex.QueryBuilder {
  const query = present(ctx, pool).whereNotExists(liveSeat(ctx, pool.id));
  if (pool.needs !== null && pool.assignment === 'automatic') query.whereExists(liveSeat(ctx, pool.needs).whereNot('s.status', 'consumed'));
  return query;
}

function withConsumedSeat(ctx: OrgContext, pool: PoolRow): Knex.QueryBuilder {
  return present(ctx, pool).whereExists(liveSeat(ctx, pool.id).where('s.status', 'consumed'));
}

function liveSeat({ db, tables }: OrgContext, poolId: string): Knex.QueryBuilder {
  return db({ s: tables.seats }).select('s.id').where('s.poolId', poolId).where('s.memberId', db.ref('m.id')).where('s.live', 1);
}

/** Active people and open invitations of the organization, or members of the pool's group. */
function present(ctx: OrgContext, pool: PoolRow): Knex.QueryBuilder {
  const { db, tables } = ctx;
  const query = db({ m: tables.members })
    .where('m.organizationId', ctx.organization.id)
    .where((present) =>
      present
        .where('m.status', 'active')
        .orWhereExists(db({ i: tables.invitations }).select('i.id').where('i.memberId', db.ref('m.id')).where('i.live', 1)),
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
