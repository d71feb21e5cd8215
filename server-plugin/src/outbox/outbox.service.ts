import type { MailStatus } from '@seatkit/sdk/contract';
import type { Context } from '../context.ts';
import { failNotFound } from '../errors.ts';
import type { AccessEvent } from '../options.ts';
import { inTransaction } from '../transact.ts';
import { messageIdOf } from './deliver-mail.ts';
import { dropDead, findDead, findOutboxRow, type OutboxRow, reviveDead } from './outbox.table.ts';

/** A row that was given up. `error` is a kind and a code. */
export type DeadLetter = Pick<OutboxRow, 'id' | 'kind' | 'createdAt' | 'attempts' | 'error'>;

/** Takes what a mail provider says of a mail. A bounce shows on the invitation, if that mail was its newest; a delivered mail changes nothing. */
export async function reportMailStatus(ctx: Context, report: MailStatus): Promise<void> {
  const messageId = report.messageId.startsWith('<') ? report.messageId : `<${report.messageId}>`;
  const id = messageId.slice(1).split('@')[0]!;
  const row = messageId === messageIdOf(ctx, id) ? await findOutboxRow(ctx, id) : null;
  if (row?.kind !== 'mail') return failNotFound('mail');
  if (report.status !== 'bounced' || row.invitationId === null) return;
  await ctx
    .db(ctx.tables.invitations)
    .where({ id: row.invitationId, version: row.version, status: 'pending' })
    .whereIn('delivery', ['queued', 'sent'])
    .update({ delivery: 'bounced' });
}

/** What was given up, oldest first, at most a thousand rows. */
export async function listDead(ctx: Context): Promise<DeadLetter[]> {
  const rows = await findDead(ctx, '', 1000);
  return rows.map(({ id, kind, createdAt, attempts, error }) => ({ id, kind, createdAt, attempts: Number(attempts), error }));
}

/** Tries again what was given up, with all its attempts: the given rows or every one. Returns how many rows that were. */
export async function retryDead(ctx: Context, ids?: readonly string[]): Promise<number> {
  let retried = 0;
  for (let after = ''; ; ) {
    const rows = await findDead(ctx, after, 100, ids);
    if (rows.length === 0) return retried;
    retried += await inTransaction(ctx, async (inner) => {
      let count = 0;
      for (const row of rows) if (await retryOne(inner, row)) count += 1;
      return count;
    });
    after = rows.at(-1)!.id;
  }
}

async function retryOne(ctx: Context, row: OutboxRow): Promise<boolean> {
  if (row.kind === 'access' && !(await isStillSo(ctx, row))) {
    await dropDead(ctx, row);
    return false;
  }
  if (!(await reviveDead(ctx, row))) return false;
  const { invitationId, version } = row;
  if (invitationId !== null)
    await ctx.db(ctx.tables.invitations).where({ id: invitationId, version, delivery: 'failed' }).update({ delivery: 'queued' });
  return true;
}

/** Whether the seat is as the event left it. Else a younger event has been told already, and the older one must not have the last word. */
async function isStillSo({ db, tables }: Context, row: OutboxRow): Promise<boolean> {
  const { seatId, type } = JSON.parse(row.payload) as AccessEvent;
  // Locked, so that a change of the seat at this moment comes behind.
  const seat = (await db(tables.seats).select('status').where({ id: seatId }).forUpdate().first()) as { status: string } | undefined;
  return (seat?.status === 'assigned') === (type === 'granted');
}
