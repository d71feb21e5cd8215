import type { Knex } from 'knex';

/** All that differs by database, and nothing else. */
export interface Dialect {
  readonly name: 'sqlite' | 'mysql' | 'postgres';
  /** The type of a text column that is compared and sorted byte by byte, whatever the database's own collation. */
  exactText(length: number): string;
  /** The type of a long text. */
  readonly longText: string;
  /** Serializes migrations of several processes for the length of this transaction. */
  lockMigrations(trx: Knex.Transaction, name: string): Promise<void>;
  /** Gives the lock back where the end of the transaction does not. */
  unlockMigrations(trx: Knex.Transaction, name: string): Promise<void>;
  /** The first statement of a writing transaction: on SQLite a write, because a read that becomes a write fails at once. */
  beginWriting(trx: Knex.Transaction, metaTable: string): Promise<void>;
  /** Inserts unless a unique key says no; answers whether the row is in. */
  tryInsert(db: Knex, table: string, row: Record<string, unknown>): Promise<boolean>;
  /** Runs `work` with a limit on how long it waits for another transaction's row. */
  waitingAtMost(trx: Knex.Transaction, seconds: number, work: () => Promise<boolean>): Promise<boolean>;
  /** The rows of several queries, each with an order and a limit of its own. */
  unionAll(db: Knex, queries: readonly Knex.QueryBuilder[]): Knex.QueryBuilder;
  /** The rows of a table under an alias, which one index holds in the order that is asked for. */
  readBy(db: Knex, table: string, alias: string, index: string): Knex.QueryBuilder;
  /** A condition that compares a host column with lower-case addresses without leaving its index where that is possible. */
  whereAddress(query: Knex.QueryBuilder, column: string, keys: readonly string[]): void;
}

const sqlite: Dialect = {
  name: 'sqlite',
  exactText: (length) => `varchar(${length})`,
  longText: 'text',
  async lockMigrations(trx, table) {
    await trx(table).where({ name: '' }).update({ at: '' });
  },
  async unlockMigrations() {},
  async beginWriting(trx, metaTable) {
    await trx(metaTable).where({ name: '' }).update({ value: '' });
  },
  tryInsert: insertReturning,
  waitingAtMost: (_trx, _seconds, work) => work(),
  readBy: (db, table, alias) => db({ [alias]: table }),
  // SQLite takes no brackets around a part, and no LIMIT in a part without brackets.
  unionAll: (db, queries) => db.queryBuilder().unionAll(queries.map((rows) => db.select('*').from(rows.as('part')))),
  whereAddress: (query, column, keys) => void query.whereRaw(`lower(??) in (${keys.map(() => '?').join(', ')})`, [column, ...keys]),
};

const postgres: Dialect = {
  name: 'postgres',
  exactText: (length) => `varchar(${length}) collate "C"`,
  longText: 'text',
  async lockMigrations(trx, table) {
    await trx.raw('select pg_advisory_xact_lock(hashtext(?))', [table]);
  },
  async unlockMigrations() {},
  async beginWriting() {},
  tryInsert: insertReturning,
  async waitingAtMost(trx, seconds, work) {
    await trx.raw(`set local lock_timeout = '${Math.round(seconds)}s'`);
    const answer = await work();
    await trx.raw('set local lock_timeout = default');
    return answer;
  },
  unionAll: unionInBrackets,
  readBy: (db, table, alias) => db({ [alias]: table }),
  whereAddress: (query, column, keys) => void query.whereRaw(`lower(??) in (${keys.map(() => '?').join(', ')})`, [column, ...keys]),
};

const mysql: Dialect = {
  name: 'mysql',
  exactText: (length) => `varchar(${length}) character set utf8mb4 collate utf8mb4_bin`,
  longText: 'longtext character set utf8mb4 collate utf8mb4_bin',
  async lockMigrations(trx, table) {
    const [rows] = (await trx.raw('select get_lock(concat(left(database(), 30), ?), 120) as taken', [`.${table}`.slice(-34)])) as [
      { taken: number }[],
    ];
    if (Number(rows[0]?.taken) !== 1)
      throw new Error('Another process has been migrating Seatkit for two minutes; try again when it has ended.');
  },
  async unlockMigrations(trx, table) {
    await trx.raw('select release_lock(concat(left(database(), 30), ?))', [`.${table}`.slice(-34)]);
  },
  async beginWriting() {},
  async tryInsert(db, table, row) {
    // INSERT IGNORE would also cut what is too long and swallow NULLs. A duplicate undoes its own statement here and not the transaction.
    try {
      await db(table).insert(row);
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  },
  async waitingAtMost(trx, seconds, work) {
    await trx.raw('set @seatkit_wait = @@session.innodb_lock_wait_timeout, session innodb_lock_wait_timeout = ?', [Math.round(seconds)]);
    try {
      return await work();
    } finally {
      await trx.raw('set session innodb_lock_wait_timeout = @seatkit_wait');
    }
  },
  unionAll: unionInBrackets,
  // Where several indexes would do, it takes one of them by its first columns alone, and so reads all rows before the cursor.
  readBy: (db, table, alias, index) => db(db.raw('?? as ?? force index (??)', [table, alias, index])),
  // Host tables usually have a collation that ignores case, and lower() would leave the index. doctor() reports the others.
  whereAddress: (query, column, keys) => void query.whereIn(column, [...keys]),
};

async function insertReturning(db: Knex, table: string, row: Record<string, unknown>): Promise<boolean> {
  const rows = await db(table).insert(row).onConflict().ignore().returning(Object.keys(row)[0]!);
  return rows.length === 1;
}

function unionInBrackets(db: Knex, queries: readonly Knex.QueryBuilder[]): Knex.QueryBuilder {
  return db.queryBuilder().unionAll([...queries], true);
}

/** The dialect of a Knex instance. */
export function dialectOf(db: Knex): Dialect {
  const client = String(db.client.config.client?.name ?? db.client.config.client ?? db.client.dialect);
  const dialect = String(db.client.dialect ?? client);
  if (/sqlite/i.test(dialect) || /sqlite/i.test(client)) return sqlite;
  if (/mysql|maria/i.test(dialect)) return mysql;
  if (/postgres|^pg/i.test(dialect)) return postgres;
  throw new Error(`Seatkit runs on SQLite, MySQL, MariaDB and PostgreSQL, not on "${dialect}".`);
}

const retryable = new Set([
  'ER_LOCK_DEADLOCK',
  'ER_LOCK_WAIT_TIMEOUT',
  'ER_CHECKREAD',
  'ER_ERROR_DURING_COMMIT',
  '40001',
  '40P01',
  '55P03',
  'SQLITE_BUSY',
  'SQLITE_BUSY_SNAPSHOT',
  'SQLITE_BUSY_RECOVERY',
  'SQLITE_LOCKED',
]);

/** Whether the database asks for the whole transaction to be run again. */
export function isRetryable(error: unknown): boolean {
  return retryable.has(codeOf(error));
}

const duplicates = new Set(['ER_DUP_ENTRY', '23505', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY']);

/** Whether a unique key has refused a row. */
export function isDuplicate(error: unknown): boolean {
  return duplicates.has(codeOf(error));
}

/** Whether a lock was waited for in vain, as opposed to a deadlock. */
export function isLockTimeout(error: unknown): boolean {
  return ['ER_LOCK_WAIT_TIMEOUT', '55P03', 'SQLITE_BUSY'].includes(codeOf(error));
}

/** Whether the database cannot be reached, is shutting down or has no connection to spare. */
export function isUnavailable(error: unknown): boolean {
  const code = codeOf(error);
  return (
    /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|PROTOCOL_|08|57P0|53300|ER_CON_COUNT|ER_SERVER_SHUTDOWN|SQLITE_CANTOPEN|SQLITE_IOERR|SQLITE_READONLY)/.test(
      code,
    ) ||
    (error instanceof Error && /KnexTimeoutError|AggregateError/.test(error.name)) ||
    (error instanceof Error &&
      /closed state|Connection (terminated|ended)|not queryable|Unable to acquire a connection/i.test(error.message))
  );
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
