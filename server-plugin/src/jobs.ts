import { asSystem } from './access.ts';
import type { Base, Context } from './context.ts';
import { deleteExpiredTokens } from './credentials.ts';
import { addAudit, flushEffects, noEffects } from './effects.ts';
import { deleteOldKeys } from './idempotency.ts';
import { findOverdueInvitations, type InvitationRow, tryUpdateInvitation } from './invitations/invitations.table.ts';
import { findMemberRow, sortKeysOf, touchMember } from './members/members.table.ts';
import { findOrganization } from './organizations/organizations.table.ts';
import { type PoolRow, requirePool, tryBeginPool } from './pools/pools.table.ts';
import { contextOf } from './run.ts';
import { seatPresentMembers } from './seats/present-members.ts';
import { endSeat, endSeats } from './seats/seat-changes.ts';
import type { SeatRow } from './seats/seats.table.ts';
import { transact } from './transact.ts';

const system = { kind: 'system', label: 'sweeper' } as const;

/** Frees the seats of invitations that have run out. Several processes may do it at once; one condition per invitation decides. */
export async function expireInvitations(base: Base): Promise<number> {
  const overdue = await findOverdueInvitations(contextOf(base, system), 100);
  for (const invitation of overdue) await inTransaction(base, (ctx) => expireOne(ctx, invitation));
  return overdue.length;
}

async function expireOne(ctx: Context, invitation: InvitationRow): Promise<void> {
  const organization = await findOrganization(ctx, { id: invitation.organizationId });
  if (!organization) return;
  const inside = asSystem(ctx, organization);
  await touchMember(inside, invitation.memberId);
  const expired = await tryUpdateInvitation(inside, invitation, { status: 'expired', live: null });
  if (!expired) return;
  const member = await findMemberRow(inside, { organizationId: organization.id, id: invitation.memberId });
  if (member) await endSeats(inside, member, 'expired');
  addAudit(inside, 'invitation.expired', invitation.id, { memberId: invitation.memberId });
}

/** Gives the seats of pools whose term has begun to everybody present. There is nobody to refuse then, so a `required` pool gives as many as there are. */
export async function openBegunPools(base: Base): Promise<void> {
  const ctx = contextOf(base, system);
  const begun = (await ctx
    .db(ctx.tables.pools)
    .whereNull('begunAt')
    .where('startsAt', '<=', ctx.now)
    .orderBy('startsAt')
    .limit(20)) as PoolRow[];
  for (const { id, organizationId } of begun) {
    await inTransaction(base, async (inner) => {
      const organization = await findOrganization(inner, { id: organizationId });
      if (!organization || !(await tryBeginPool(inner, id))) return;
      const inside = asSystem(inner, organization);
      const pool = await requirePool(inside, id);
      await seatPresentMembers(inside, pool.assignment === 'required' ? { ...pool, assignment: 'automatic' } : pool);
      addAudit(inside, 'pool.begun', id);
    });
  }
}

/** Ends the seats of pools whose term is over, a hundred at a time, and marks the pool as closed when none is left. */
export async function closeEndedPools(base: Base): Promise<void> {
  const ctx = contextOf(base, system);
  const ended = (await ctx
    .db(ctx.tables.pools)
    .whereNull('closedAt')
    .where('endsAt', '<=', ctx.now)
    .orderBy('endsAt')
    .limit(20)) as PoolRow[];
  for (const pool of ended) {
    while (await inTransaction(base, (inner) => endSomeSeats(inner, pool.organizationId, pool.id))) {
      // each round ends the next hundred in a transaction of its own
    }
  }
}

async function endSomeSeats(ctx: Context, organizationId: string, poolId: string): Promise<boolean> {
  const organization = await findOrganization(ctx, { id: organizationId });
  if (!organization) return false;
  const inside = asSystem(ctx, organization);
  // Read again each round: the operator may have prolonged the term in the meantime.
  const pool = await requirePool(inside, poolId);
  if (pool.endsAt === null || pool.endsAt > ctx.now) return false;
  const seats = (await ctx
    .db(ctx.tables.seats)
    .where({ poolId: pool.id, live: 1 })
    .whereNot('status', 'consumed')
    .orderBy('nameSort')
    .limit(100)) as SeatRow[];
  for (const seat of seats) {
    await touchMember(inside, seat.memberId);
    const member = await findMemberRow(inside, { organizationId: organization.id, id: seat.memberId });
    await endSeat(inside, seat, pool, member ?? { id: seat.memberId, userId: null, ...sortKeysOf(seat) }, 'expired');
  }
  if (seats.length === 0) await ctx.db(ctx.tables.pools).where({ id: pool.id }).whereNull('closedAt').update({ closedAt: ctx.now });
  return seats.length > 0;
}

/** Forgets what has served its time: tokens that ran out and idempotency keys of yesterday. */
export async function forgetOldRows(base: Base): Promise<void> {
  const ctx = contextOf(base, system);
  await deleteExpiredTokens(ctx);
  await deleteOldKeys(ctx);
}

/** Runs something that Seatkit does by itself: one transaction, with its effects. */
export async function inTransaction<T>(base: Base, work: (ctx: Context) => Promise<T>): Promise<T> {
  const outer = contextOf(base, system);
  const answer = await transact(base.db, base.dialect, base.tables.meta, async (trx) => {
    const ctx: Context = { ...outer, db: trx, effects: noEffects() };
    const result = await work(ctx);
    await flushEffects(ctx);
    return result;
  });
  base.wake();
  return answer;
}
