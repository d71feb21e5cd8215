import type { Knex } from 'knex';
import { type Dialect, dialectOf } from './dialect.ts';
import { migrations } from './migrations/index.ts';
import type { Tables } from './tables.ts';

/** One step of our schema. It has one table for its subject, because MySQL commits each DDL statement by itself. */
export interface Migration {
  readonly name: string;
  /** Runs again from its start when it was killed half-way, so it first clears what an unfinished run may have left. */
  up(schema: MigrationContext): Promise<void>;
  down(schema: MigrationContext): Promise<void>;
}

export interface MigrationContext {
  readonly db: Knex;
  readonly tables: Tables;
  readonly dialect: Dialect;
}

const logName = (prefix: string) => `${prefix}migrations`;

/** Brings our tables up to date and returns the names of the steps taken. Safe when many processes call it at once; each waits for the first. */
export async function migrate(db: Knex, tables: Tables, prefix: string): Promise<string[]> {
  const log = logName(prefix);
  await createLog(db, log);
  return underLock(
    db,
    log,
    async (schema) => {
      const done = await namesIn(schema.db, log);
      const pending = migrations.filter((migration) => !done.has(migration.name));
      for (const migration of pending) {
        await migration.up(schema);
        await schema.db(log).insert({ name: migration.name, at: new Date().toISOString() });
      }
      return pending.map((migration) => migration.name);
    },
    tables,
  );
}

/** Drops everything of ours, and nothing else. */
export async function uninstall(db: Knex, tables: Tables, prefix: string): Promise<void> {
  const log = logName(prefix);
  await createLog(db, log);
  await underLock(
    db,
    log,
    async (schema) => {
      for (const migration of [...migrations].reverse()) await migration.down(schema);
    },
    tables,
  );
  await db.schema.dropTableIfExists(log);
}

/** The steps that are still to be taken. */
export async function pendingMigrations(db: Knex, prefix: string): Promise<string[]> {
  const log = logName(prefix);
  const done = (await db.schema.hasTable(log)) ? await namesIn(db, log) : new Set<string>();
  return migrations.map((migration) => migration.name).filter((name) => !done.has(name));
}

async function underLock<T>(db: Knex, log: string, work: (schema: MigrationContext) => Promise<T>, tables: Tables): Promise<T> {
  const dialect = dialectOf(db);
  return db.transaction(async (trx) => {
    await dialect.lockMigrations(trx, log);
    try {
      return await work({ db: trx, tables, dialect });
    } finally {
      await dialect.unlockMigrations(trx, log);
    }
  });
}

async function namesIn(db: Knex, log: string): Promise<Set<string>> {
  const rows = (await db(log).select('name')) as { name: string }[];
  return new Set(rows.map((row) => row.name));
}

/** Two processes may both find the log missing; the one that comes second finds it there after all. */
export async function createLog(db: Knex, log: string): Promise<void> {
  for (let attempt = 1; !(await db.schema.hasTable(log)); attempt += 1) {
    try {
      await db.schema.createTable(log, (t) => {
        t.string('name', 100).primary();
        t.string('at', 24).notNullable();
      });
    } catch (error) {
      if (attempt >= 5) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50 * attempt + Math.random() * 100));
    }
  }
}
