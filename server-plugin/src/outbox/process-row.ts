import type { Context } from '../context.ts';
import { isUnavailable } from '../db/dialect.ts';
import { later, SECOND } from '../ids.ts';
import type { AccessEvent } from '../options.ts';
import { errorCode, report } from '../report.ts';
import { inTransaction } from '../transact.ts';
import { deliverMail, type MailOutcome } from './deliver-mail.ts';
import type { Mailer } from './mailer.ts';
import { type OutboxRow, postpone, tryFinish, WORK_LIMIT } from './outbox.table.ts';
import { afterFailure, backoff } from './retry.rules.ts';

/** Does what a claimed row asks for and writes down how it went. Never throws: what cannot be written down is tried again when the claim runs out. */
export async function processRow(ctx: Context, row: OutboxRow, mailer: Mailer | null): Promise<void> {
  try {
    const settle = await attempt(ctx, row, mailer);
    await stubbornly(() => settle(nowOf(ctx)));
  } catch (error) {
    report(ctx.host, `outbox: ${row.kind} could not be marked`, error);
  }
}

type Settle = (ctx: Context) => Promise<void>;

async function attempt(ctx: Context, row: OutboxRow, mailer: Mailer | null): Promise<Settle> {
  try {
    if (row.kind === 'mail') return settleMail(row, await withinLimit(deliverMail(ctx, row, mailer!)));
    await withinLimit(handToHost(ctx, row));
    return async (after) => void (await tryFinish(after, row, { status: 'done' }));
  } catch (error) {
    report(ctx.host, `outbox: ${row.kind}`, error, isOfHook(ctx, row, error));
    return settleFailure(row, error);
  }
}

/** Whether one of the host's own functions failed. What a mail server answered is not its words: it quotes addresses. */
function isOfHook({ host }: Context, row: OutboxRow, error: unknown): boolean {
  if (row.kind !== 'mail') return true;
  const ofServer = typeof error === 'object' && error !== null && ('responseCode' in error || 'response' in error);
  return typeof host.options.mail === 'function' && !ofServer;
}

async function handToHost({ host }: Context, row: OutboxRow): Promise<void> {
  const payload: unknown = JSON.parse(row.payload);
  if (row.kind === 'access') await host.options.access?.committed?.(payload as AccessEvent);
  else await host.options.signOut?.({ userId: (payload as { userId: string }).userId });
}

function settleMail(row: OutboxRow, outcome: MailOutcome): Settle {
  if ('notBefore' in outcome) return (ctx) => postpone(ctx, row, { availableAt: outcome.notBefore });
  if ('dropped' in outcome) return async (ctx) => void (await tryFinish(ctx, row, { status: 'dropped' }));
  return (ctx) =>
    inTransaction(ctx, async (inner) => {
      if (!(await tryFinish(inner, row, { status: 'done', error: null }))) return;
      await markDelivery(inner, row, 'sent');
      const told = outcome.template === 'invitation' || outcome.template === 'joined';
      // Not a change by anybody: the version that guards against concurrent edits stays.
      if (told) await inner.db(inner.tables.members).where({ id: outcome.memberId }).update({ messagedAt: inner.now });
    });
}

function settleFailure(row: OutboxRow, error: unknown): Settle {
  const attempts = Number(row.attempts) + 1;
  return async (ctx) => {
    const age = Date.parse(ctx.now) - Date.parse(row.createdAt);
    if (afterFailure(error, attempts, age) === 'again') {
      return postpone(ctx, row, { availableAt: later(ctx.now, backoff(attempts)), attempts, error: errorCode(error) });
    }
    await inTransaction(ctx, async (inner) => {
      if (await tryFinish(inner, row, { status: 'dead', attempts, error: errorCode(error) })) await markDelivery(inner, row, 'failed');
    });
  };
}

/** Shows on the invitation how far its mail got, as long as it is still the same one. */
async function markDelivery({ db, tables }: Context, row: OutboxRow, delivery: 'sent' | 'failed'): Promise<void> {
  if (row.invitationId === null) return;
  await db(tables.invitations).where({ id: row.invitationId, version: row.version, delivery: 'queued' }).update({ delivery });
}

const nowOf = (ctx: Context): Context => ({ ...ctx, now: new Date().toISOString() });

/** A mail that has left must not leave twice because the database was away for a moment just then. */
async function stubbornly(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 10 || !isUnavailable(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, SECOND));
    }
  }
}

/** Gives up on silence before the claim runs out and another process takes the row. */
async function withinLimit<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })), WORK_LIMIT);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
