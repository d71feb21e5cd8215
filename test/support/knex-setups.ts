import { fileURLToPath } from 'node:url';
import type { Knex } from 'knex';
import { snakeCaseMappers } from './snake-case.ts';

/** The databases Seatkit runs on. */
export type Dialect = 'sqlite' | 'mysql' | 'postgres';

interface KnexSetup {
  readonly dialect: Dialect;
  readonly config: (url: string) => Knex.Config;
}

/** The ways hosts set up Knex that the suites run on: the three databases plain, and hosts with mappers and driver settings of their own. */
export const knexSetups = {
  sqlite: { dialect: 'sqlite', config: sqlite },
  mariadb: { dialect: 'mysql', config: mysql },
  postgres: { dialect: 'postgres', config: postgres },
  'sqlite with snake-case mappers': { dialect: 'sqlite', config: (url) => ({ ...sqlite(url), ...snakeCaseMappers }) },
  'mariadb with snake-case mappers': { dialect: 'mysql', config: (url) => ({ ...mysql(url), ...snakeCaseMappers }) },
  'postgres with snake-case mappers': { dialect: 'postgres', config: (url) => ({ ...postgres(url), ...snakeCaseMappers }) },
  'mariadb with dateStrings, time zone +05:30 and supportBigNumbers': { dialect: 'mysql', config: mysqlWithSettings },
} as const satisfies Record<string, KnexSetup>;

/** The name of one of them. */
export type SetupName = keyof typeof knexSetups;

/** The Knex configuration of a set-up for one database; `userParams` carries the name along. */
export function knexConfig(name: SetupName, url: string): Knex.Config {
  // Knex takes `userParams` here though its types do not know it.
  const named = { ...knexSetups[name].config(url), userParams: { setup: name } };
  return named;
}

function sqlite(url: string): Knex.Config {
  return {
    client: 'better-sqlite3',
    connection: { filename: fileURLToPath(url) },
    useNullAsDefault: true,
    pool: {
      min: 1,
      max: 1,
      afterCreate(connection: { exec(sql: string): void }, done: (error: Error | null, connection: unknown) => void) {
        // Nothing in a test's database is worth waiting for the disk.
        connection.exec('PRAGMA busy_timeout = 5000; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON');
        useWal(connection);
        done(null, connection);
      },
    },
  };
}

/** Of several processes that open a new database at once one changes it, and SQLite does not let the others wait for that as for anything else. */
function useWal(connection: { exec(sql: string): void }): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      connection.exec('PRAGMA journal_mode = WAL');
      return;
    } catch (error) {
      if (attempt === 100) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

function postgres(url: string): Knex.Config {
  return { client: 'pg', connection: url, pool: { min: 0, max: 10 } };
}

function mysql(url: string): Knex.Config {
  return { client: 'mysql2', connection: mysqlConnection(url), pool: { min: 0, max: 10 } };
}

function mysqlWithSettings(url: string): Knex.Config {
  return {
    client: 'mysql2',
    connection: { ...mysqlConnection(url), dateStrings: true, timezone: '+05:30', supportBigNumbers: true },
    pool: {
      min: 0,
      max: 10,
      afterCreate(
        connection: { query(sql: string, done: (error: Error | null) => void): void },
        done: (error: Error | null, connection: unknown) => void,
      ) {
        connection.query("SET time_zone = '+05:30'", (error) => done(error, connection));
      },
    },
  };
}

function mysqlConnection(text: string) {
  const url = new URL(text);
  return {
    host: url.hostname,
    port: Number(url.port || 3306),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: url.pathname.slice(1),
  };
}
