import type { LedgerEntry, LedgerType } from '@seatkit/sdk/contract';
import { actorName, type OrgContext } from '../context.ts';
import { type Page, readPage } from '../db/paging.ts';
import { newId } from '../ids.ts';
import type { Figures } from './pools.table.ts';

/** Enters what changed a pool. Entries are never updated or deleted. */
export function addLedgerEntry(
  ctx: OrgContext,
  entry: {
    readonly poolId: string;
    readonly type: LedgerType;
    readonly seatId: string | null;
    readonly memberId: string | null;
    readonly change: Figures;
    readonly reason?: string | null;
  },
): void {
  const { change, reason, ...rest } = entry;
  ctx.effects.ledger.push({
    id: newId(),
    organizationId: ctx.organization.id,
    ...rest,
    ...change,
    reason: reason ?? null,
    actor: actorName(ctx),
    at: ctx.now,
  });
}

/** The sums of all entries up to an instant. */
export async function figuresAt(ctx: OrgContext, poolId: string, at: string): Promise<Figures> {
  const row = (await ctx
    .db(ctx.tables.ledger)
    .where({ poolId })
    .where('at', '<=', at)
    .sum({ quantity: 'quantity', reserved: 'reserved', assigned: 'assigned', consumed: 'consumed' })
    .first()) as Record<keyof Figures, number | string | null>;
  return { quantity: Number(row.quantity), reserved: Number(row.reserved), assigned: Number(row.assigned), consumed: Number(row.consumed) };
}

const MOST_HOLDERS = 10_000;

/** Who held a seat of the pool at an instant, at most 10,000 of them, in the order of their seats. */
export async function holdersAt(
  ctx: OrgContext,
  poolId: string,
  at: string,
): Promise<{ memberId: string; seatId: string; status: 'reserved' | 'assigned' | 'consumed' }[]> {
  const rows = (await ctx
    .db(ctx.tables.ledger)
    .select('seatId', 'memberId')
    .sum({ reserved: 'reserved', assigned: 'assigned', consumed: 'consumed' })
    .where({ poolId })
    .where('at', '<=', at)
    .whereNotNull('seatId')
    .groupBy('seatId', 'memberId')
    .havingRaw('sum(??) + sum(??) + sum(??) > 0', ['reserved', 'assigned', 'consumed'])
    .orderBy('seatId')
    .limit(MOST_HOLDERS)) as {
    seatId: string;
    memberId: string;
    reserved: number | string;
    assigned: number | string;
    consumed: number | string;
  }[];
  return rows.map((row) => ({
    memberId: row.memberId,
    seatId: row.seatId,
    status: Number(row.reserved) > 0 ? 'reserved' : Number(row.assigned) > 0 ? 'assigned' : 'consumed',
  }));
}

/** The entries up to an instant, newest first. */
export async function listEntries(
  ctx: OrgContext,
  poolId: string,
  question: { at: string; cursor?: string | undefined; limit: number },
): Promise<Page<LedgerEntry>> {
  const rows = ctx
    .db(ctx.tables.ledger)
    .select('id', 'type', 'seatId', 'memberId', 'quantity', 'reserved', 'assigned', 'consumed', 'reason', 'at')
    .where({ poolId })
    .where('at', '<=', question.at);
  const { cursor, limit } = question;
  return readPage<LedgerEntry>(ctx, rows, { order: { column: 'at', tie: 'id', direction: 'desc' }, cursor, limit });
}
