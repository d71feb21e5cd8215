import type { Knex } from 'knex';
import type { Context } from '../context.ts';
import { DAY, later, newId, SECOND } from '../ids.ts';

/** Something to do after the commit. `done` and `dropped` rows keep no payload; `dead` ones keep it to be tried again by hand. */
export interface OutboxRow {
  readonly id: string;
  readonly organizationId: string | null;
  readonly kind: 'mail' | 'access' | 'signOut';
  readonly orderKey: string;
  readonly invitationId: string | null;
  readonly version: number | null;
  readonly recipientHash: string | null;
  readonly payload: string;
  readonly status: 'waiting' | 'done' | 'dropped' | 'dead';
  readonly attempts: number;
  readonly availableAt: string;
  readonly leaseUntil: string | null;
  /** The claim, not the process: a new id each time rows are claimed. */
  readonly leasedBy: string | null;
  readonly error: string | null;
  readonly createdAt: string;
  readonly doneAt: string | null;
}

/** How long a claim holds. Nothing that is done with a row takes longer than `WORK_LIMIT`; the rest is for clocks that differ. */
const LEASE = 60 * SECOND;
export const WORK_LIMIT = 45 * SECOND;

/**
 * Claims rows that are due. Several processes may ask at once: the condition is part of the UPDATE, and only rows that carry this claim's own id
 * afterwards are its. Events of one member wait for their elders.
 */
export async function claimRows(ctx: Context, limit: number, kinds: readonly OutboxRow['kind'][]): Promise<OutboxRow[]> {
  const { db, tables, now } = ctx;
  const elders = db({ e: tables.outbox })
    .select('e.id')
    .where('e.orderKey', db.ref('o.orderKey'))
    .where('e.status', 'waiting')
    .where('e.id', '<', db.ref('o.id'));
  const candidates = (await db({ o: tables.outbox })
    .select('o.id')
    .where('o.status', 'waiting')
    .where('o.availableAt', '<=', now)
    .whereIn('o.kind', [...kinds])
    .where(unleased('o.leaseUntil', now))
    .where((turn) => void turn.where('o.kind', 'mail').orWhereNotExists(elders))
    .orderBy([{ column: 'o.availableAt' }, { column: 'o.id' }])
    .limit(limit)) as { id: string }[];
  if (candidates.length === 0) return [];
  const ids = candidates.map((row) => row.id).sort();
  const claim = newId();
  const taken = await db(tables.outbox)
    .whereIn('id', ids)
    .where({ status: 'waiting' })
    .where(unleased('leaseUntil', now))
    .update({ leasedBy: claim, leaseUntil: later(now, LEASE) });
  if (taken === 0) return [];
  return (await db(tables.outbox).whereIn('id', ids).where({ leasedBy: claim }).orderBy('id')) as OutboxRow[];
}

const unleased = (column: string, now: string) => (free: Knex.QueryBuilder) => void free.whereNull(column).orWhere(column, '<', now);

/** Ends a row that is still claimed by whoever holds this copy of it; answers whether it was. */
export async function tryFinish(
  ctx: Context,
  row: OutboxRow,
  end: { status: 'done' | 'dropped' | 'dead'; attempts?: number; error?: string | null },
): Promise<boolean> {
  const emptied = end.status === 'dead' ? {} : { payload: '{}' };
  const changed = await held(ctx, row).update({ ...end, ...emptied, leasedBy: null, leaseUntil: null, doneAt: ctx.now });
  return changed === 1;
}

/** Gives a claimed row back, to be tried again at a later time. Younger events of the same member need not be looked at before. */
export async function postpone(
  ctx: Context,
  row: OutboxRow,
  changes: { availableAt: string; attempts?: number; error?: string },
): Promise<void> {
  const changed = await held(ctx, row).update({ ...changes, leasedBy: null, leaseUntil: null });
  if (changed === 1 && row.kind !== 'mail') {
    const { availableAt } = changes;
    await ctx
      .db(ctx.tables.outbox)
      .where({ orderKey: row.orderKey, status: 'waiting' })
      .where('id', '>', row.id)
      .where('availableAt', '<', availableAt)
      .update({ availableAt });
  }
}

function held(ctx: Context, row: OutboxRow): Knex.QueryBuilder {
  return ctx.db(ctx.tables.outbox).where({ id: row.id, status: 'waiting', leasedBy: row.leasedBy });
}

/** When mail went to an address in the last day, newest first, at most `limit` times; and how many are on their way at this moment. */
export async function recentMails(ctx: Context, row: OutboxRow, limit: number): Promise<{ sent: string[]; underway: number }> {
  const { db, tables, now } = ctx;
  const { recipientHash } = row;
  const sent = (await db(tables.outbox)
    .select('doneAt')
    .where({ recipientHash, status: 'done' })
    .where('doneAt', '>', later(now, -DAY))
    .orderBy('doneAt', 'desc')
    .limit(limit)) as { doneAt: string }[];
  const underway = (await db(tables.outbox)
    .select('id')
    .where({ recipientHash, status: 'waiting' })
    .where('leaseUntil', '>', now)
    .whereNot({ id: row.id })
    .limit(limit)) as { id: string }[];
  return { sent: sent.map((mail) => mail.doneAt), underway: underway.length };
}

export async function findOutboxRow(ctx: Context, id: string): Promise<OutboxRow | null> {
  return ((await ctx.db(ctx.tables.outbox).where({ id }).first()) as OutboxRow | undefined) ?? null;
}

/** Rows that were given up, in the order of their ids. */
export async function findDead(ctx: Context, after: string, limit: number, ids?: readonly string[]): Promise<OutboxRow[]> {
  const rows = ctx.db(ctx.tables.outbox).where({ status: 'dead' }).where('id', '>', after).orderBy('id').limit(limit);
  if (ids) rows.whereIn('id', [...ids]);
  return (await rows) as OutboxRow[];
}

/** A row that was given up is tried again from the start. */
export async function reviveDead(ctx: Context, row: OutboxRow): Promise<boolean> {
  const changed = await ctx
    .db(ctx.tables.outbox)
    .where({ id: row.id, status: 'dead' })
    .update({ status: 'waiting', attempts: 0, availableAt: ctx.now, createdAt: ctx.now, doneAt: null, error: null });
  return changed === 1;
}

/** A row that was given up and no longer holds is forgotten. */
export async function dropDead(ctx: Context, row: OutboxRow): Promise<void> {
  await ctx.db(ctx.tables.outbox).where({ id: row.id, status: 'dead' }).update({ status: 'dropped', payload: '{}', doneAt: ctx.now });
}

/** Deletes some of the rows that ended long ago. They were kept so that a bounce finds its invitation. */
export async function deleteOldRows(ctx: Context, before: string, limit: number): Promise<number> {
  const rows = (await ctx
    .db(ctx.tables.outbox)
    .select('id')
    .whereIn('status', ['done', 'dropped'])
    .where('availableAt', '<', before)
    .limit(limit)) as { id: string }[];
  if (rows.length === 0) return 0;
  return ctx
    .db(ctx.tables.outbox)
    .whereIn(
      'id',
      rows.map((row) => row.id),
    )
    .whereIn('status', ['done', 'dropped'])
    .delete();
}
