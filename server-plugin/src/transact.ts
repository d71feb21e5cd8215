import type { Knex } from 'knex';
import type { Actor, Base, Context } from './context.ts';
import { type Dialect, isDuplicate, isRetryable } from './db/dialect.ts';
import { flushEffects, noEffects } from './effects.ts';
import { DomainError } from './errors.ts';

const ATTEMPTS = 10;

/**
 * Runs `work` in one transaction and, when the database asks for it (deadlock, lock time-out, serialization failure, busy), again from its start.
 * So it does when a unique key has refused a row: somebody else was faster, and the next attempt finds theirs and says so.
 * Inside a transaction that the host began nothing is repeated, because that transaction is gone: a `conflict` with `retry: true` is thrown.
 */
export async function transact<T>(db: Knex, dialect: Dialect, metaTable: string, work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
  if (db.isTransaction) {
    try {
      return await db.transaction(work);
    } catch (error) {
      if (retryable(error))
        throw new DomainError('conflict', 'Another change got in the way. Run the transaction again.', { retry: true }, error);
      throw error;
    }
  }
  const config = dialect.name === 'sqlite' ? {} : { isolationLevel: 'read committed' as const };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction(async (trx) => {
        await dialect.beginWriting(trx, metaTable);
        return work(trx);
      }, config);
    } catch (error) {
      if (!retryable(error)) throw error;
      if (attempt === ATTEMPTS) {
        // A duplicate that stays is a fault of ours, and its cause is told to the host.
        const cause = isDuplicate(error) ? error : undefined;
        throw new DomainError('conflict', 'Others were changing the same thing at the same time. Send it again.', { retry: true }, cause);
      }
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 15 * 2 ** Math.min(attempt, 6)));
    }
  }
}

/**
 * A conflict is met by the database, by one of the host's hooks (then it comes wrapped), or by a condition of ours that no longer held. A duplicate
 * counts only when it is our own: one of the host's rows would be refused again.
 */
function retryable(error: unknown): boolean {
  return (
    isRetryable(error) ||
    isDuplicate(error) ||
    (error instanceof DomainError && (isRetryable(error.cause) || (error.code === 'conflict' && error.retry)))
  );
}

/** The context with which an operation begins. */
export function contextOf(base: Base, actor: Actor, db: Knex = base.db): Context {
  const inHostTransaction = db.isTransaction === true;
  return { ...base, db, actor, inHostTransaction, now: new Date().toISOString(), effects: noEffects(), ifMatch: null };
}

/** The context of what Seatkit does by itself; `label` names it in ledger and audit. */
export function systemContext(base: Base, label: string): Context {
  return contextOf(base, { kind: 'system', label });
}

/** Runs `work` in one transaction with all it leaves behind, and wakes the dispatcher. */
export async function inTransaction<T>(ctx: Context, work: (ctx: Context) => Promise<T>): Promise<T> {
  const answer = await transact(ctx.db, ctx.dialect, ctx.tables.meta, async (trx) => {
    const inner: Context = { ...ctx, db: trx, effects: noEffects() };
    const result = await work(inner);
    await flushEffects(inner);
    return result;
  });
  ctx.wake();
  return answer;
}
