import knex, { type Knex } from 'knex';
import { config } from './config.ts';

/** What Knex gives to `afterCreate` of a SQLite pool, as far as it is used here. */
interface SqliteConnection {
  pragma(statement: string): unknown;
}

function knexConfig(): Knex.Config {
  if (/^(mysql|mariadb):/.test(config.databaseUrl))
    return { client: 'mysql2', connection: config.databaseUrl.replace(/^mariadb:/, 'mysql:'), pool: { min: 0, max: 10 } };
  if (/^postgres/.test(config.databaseUrl)) return { client: 'pg', connection: config.databaseUrl, pool: { min: 0, max: 10 } };
  return {
    client: 'better-sqlite3',
    connection: { filename: config.sqliteFile ?? '' },
    useNullAsDefault: true,
    pool: {
      min: 1,
      max: 1,
      afterCreate(connection: SqliteConnection, done: (error?: Error) => void) {
        // The driver's own default is to fail at once when another process writes.
        connection.pragma('busy_timeout = 5000');
        connection.pragma('journal_mode = WAL');
        done();
      },
    },
  };
}

/** The host's database. Seatkit lives on the same instance. */
export const db: Knex = knex.default(knexConfig());
