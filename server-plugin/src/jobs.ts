import { asSystem } from './access.ts';
import type { Base, Context, OrgContext } from './context.ts';
import { deleteExpiredTokens } from './credentials.ts';
import { isUnavailable } from './db/dialect.ts';
import { addAudit } from './effects.ts';
import { DomainError } from './errors.ts';
import { deleteOldKeys } from './idempotency.ts';
import { tryCloseInvitation } from './invitations/close-invitation.ts';
import { findOverdueInvitations, type InvitationRow } from './invitations/invitations.table.ts';
import { lockMember } from './members/members.table.ts';
import { findOrganization } from './organizations/organizations.table.ts';
import { type PoolRow, requirePool, tryBeginPool } from './pools/pools.table.ts';
import { report } from './report.ts';
import { seatPresentMembers } from './seats/present-members.ts';
import { endSeats, expireSeat } from './seats/seat-endings.ts';
import type { SeatRow } from './seats/seats.table.ts';
import { inTransaction, systemContext } from './transact.ts';

const SWEEPER = 'sweeper';
/** So many of a kind are done in one round. */
const ROUND = 100;

/** Does something for each row of a list that shrinks by it. One that fails is reported and stands in nobody's way: the round goes on behind it. */
async function sweep<Row extends { readonly id: string }>(
  base: Base,
  what: string,
  find: (ctx: Context, limit: number) => Promise<Row[]>,
  work: (row: Row) => Promise<unknown>,
): Promise<number> {
  const tried = new Set<string>();
  let done = 0;
  while (done < ROUND) {
    const found = await find(systemContext(base, SWEEPER), ROUND + tried.size);
    const rows = found.filter((row) => !tried.has(row.id));
    if (rows.length === 0) break;
    for (const row of rows) {
      tried.add(row.id);
      try {
        await work(row);
        done += 1;
      } catch (error) {
        if (isUnavailable(error)) throw error;
        const ofHook = error instanceof DomainError && error.code === 'host_failed';
        report(base.host, `${SWEEPER}: ${what} ${row.id}`, ofHook ? error.cause : error, ofHook);
      }
    }
  }
  return done;
}

/** What the sweeper does to one row, in a transaction of its own. */
function inside<T>(base: Base, organizationId: string, work: (ctx: OrgContext) => Promise<T>): Promise<T | undefined> {
  return inTransaction(systemContext(base, SWEEPER), async (ctx) => {
    const organization = await findOrganization(ctx, { id: organizationId });
    return organization ? work(asSystem(ctx, organization)) : undefined;
  });
}

/** Frees the seats of invitations that have run out. Several processes may do it at once; one condition per invitation decides. */
export function expireInvitations(base: Base): Promise<number> {
  return sweep(base, 'invitation', findOverdueInvitations, (invitation) =>
    inside(base, invitation.organizationId, (ctx) => expireOne(ctx, invitation)),
  );
}

async function expireOne(ctx: OrgContext, invitation: InvitationRow): Promise<void> {
  const member = await lockMember(ctx, invitation.memberId);
  if (!(await tryCloseInvitation(ctx, invitation, 'expired'))) return;
  if (member) await endSeats(ctx, member, 'expired');
  addAudit(ctx, 'invitation.expired', invitation.id, { memberId: invitation.memberId });
}

/** Gives the seats of pools whose term has begun to everybody present. There is nobody to refuse then, so a `required` pool gives as many as there are. */
export async function openBegunPools(base: Base): Promise<void> {
  const begun = async ({ db, tables, now }: Context, limit: number) =>
    (await db(tables.pools).whereNull('begunAt').where('startsAt', '<=', now).orderBy('startsAt').limit(limit)) as PoolRow[];
  await sweep(base, 'pool to begin', begun, ({ id, organizationId }) => inside(base, organizationId, (ctx) => beginPool(ctx, id)));
}

async function beginPool(ctx: OrgContext, id: string): Promise<void> {
  if (!(await tryBeginPool(ctx, id))) return;
  const pool = await requirePool(ctx, id);
  await seatPresentMembers(ctx, pool.assignment === 'required' ? { ...pool, assignment: 'automatic' } : pool);
  addAudit(ctx, 'pool.begun', id);
}

/** Ends the seats of pools whose term is over, a hundred at a time and with the tiers on top of them, and marks the pool as closed when none is left. */
export async function closeEndedPools(base: Base): Promise<void> {
  const ended = async ({ db, tables, now }: Context, limit: number) =>
    (await db(tables.pools).whereNull('closedAt').where('endsAt', '<=', now).orderBy('endsAt').limit(limit)) as PoolRow[];
  await sweep(base, 'pool to close', ended, async ({ id, organizationId }) => {
    while (await inside(base, organizationId, (ctx) => endSomeSeats(ctx, id))) {
      // each round ends the next hundred in a transaction of its own
    }
  });
}

async function endSomeSeats(ctx: OrgContext, poolId: string): Promise<boolean> {
  // Read again each round: the operator may have prolonged the term in the meantime.
  const pool = await requirePool(ctx, poolId);
  if (pool.endsAt === null || pool.endsAt > ctx.now) return false;
  const seats = (await ctx
    .db(ctx.tables.seats)
    .where({ poolId: pool.id, live: 1 })
    .whereNot('status', 'consumed')
    .orderBy('id')
    .limit(100)) as SeatRow[];
  for (const seat of seats) {
    const member = await lockMember(ctx, seat.memberId);
    await expireSeat(ctx, { seat, pool }, member ?? { id: seat.memberId, userId: null, gone: true });
  }
  // The term may be prolonged at this very moment, and then the pool stays open.
  if (seats.length === 0)
    await ctx
      .db(ctx.tables.pools)
      .where({ id: pool.id })
      .whereNull('closedAt')
      .where('endsAt', '<=', ctx.now)
      .update({ closedAt: ctx.now });
  return seats.length > 0;
}

/** Forgets what has served its time: tokens that ran out and idempotency keys of yesterday. */
export async function forgetOldRows(base: Base): Promise<void> {
  const ctx = systemContext(base, SWEEPER);
  await deleteExpiredTokens(ctx);
  await deleteOldKeys(ctx);
}
