import type { Knex } from 'knex';
import { type Dialect, isRetryable } from './db/dialect.ts';
import { DomainError, fail } from './errors.ts';

const ATTEMPTS = 10;

/**
 * Runs `work` in one transaction and, when the database asks for it (deadlock, lock time-out, serialization failure, busy), again from its start.
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
      if (attempt === ATTEMPTS) fail('conflict', 'Others were changing the same thing at the same time. Send it again.', { retry: true });
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 15 * 2 ** Math.min(attempt, 6)));
    }
  }
}

/** A conflict is met by the database, by one of the host's hooks (then it comes wrapped), or by a condition of ours that no longer held. */
function retryable(error: unknown): boolean {
  return isRetryable(error) || (error instanceof DomainError && (isRetryable(error.cause) || (error.code === 'conflict' && error.retry)));
}
