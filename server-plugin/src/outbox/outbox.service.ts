import type { MailStatus } from '@seatkit/sdk/contract';
import type { Base, Context } from '../context.ts';
import { failNotFound } from '../errors.ts';
import { transact } from '../transact.ts';
import { messageIdOf } from './deliver-mail.ts';
import { findOutboxRow, reviveDead } from './outbox.table.ts';
import { systemContext } from './system-context.ts';

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

/** Tries again what was given up, with all its attempts. Returns how many rows that were. */
export async function retryDead(base: Base, ids: readonly string[]): Promise<number> {
  return transact(base.db, base.dialect, base.tables.meta, async (trx) => {
    const ctx = systemContext({ ...base, db: trx }, 'outbox');
    const rows = await reviveDead(ctx, ids);
    for (const { invitationId, version } of rows) {
      if (invitationId !== null)
        await trx(ctx.tables.invitations).where({ id: invitationId, version, delivery: 'failed' }).update({ delivery: 'queued' });
    }
    return rows.length;
  });
}
