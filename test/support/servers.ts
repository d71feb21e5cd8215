import { randomBytes } from 'node:crypto';
import { type DatabaseServer, type ServerKind, startServer, withKnex } from './database-server.ts';
import { mariadbMissing, mariadbServer } from './mariadb-server.ts';
import { isCovered } from './not-covered.ts';
import { postgresMissing, postgresServer } from './postgres-server.ts';

/** The kinds of database that need a server. */
export type ServerName = 'mysql' | 'postgres';

interface Known {
  readonly title: string;
  readonly kind: ServerKind;
  /** Names the environment variable with the URL of a server that is there already, to be used instead of one of our own. */
  readonly variable: string;
  readonly given: string | undefined;
  readonly missing: () => string | undefined;
  readonly createDatabase: string;
  readonly dropDatabase: string;
}

const known: Record<ServerName, Known> = {
  mysql: {
    title: 'MariaDB',
    kind: mariadbServer,
    variable: 'TEST_MYSQL_URL',
    given: process.env.TEST_MYSQL_URL,
    missing: mariadbMissing,
    createDatabase: 'create database ?? character set utf8mb4',
    dropDatabase: 'drop database if exists ??',
  },
  postgres: {
    title: 'PostgreSQL',
    kind: postgresServer,
    variable: 'TEST_POSTGRES_URL',
    given: process.env.TEST_POSTGRES_URL,
    missing: postgresMissing,
    createDatabase: 'create database ?? template template0',
    dropDatabase: 'drop database if exists ?? with (force)',
  },
};
const running = new Map<ServerName, Promise<DatabaseServer>>();
const created = new Map<string, ServerName>();

/** Whether this kind of database can be tested here; says so once if not, throws in CI. */
export function hasServer(name: ServerName): boolean {
  return isCovered(known[name].title, known[name].given ? undefined : known[name].missing());
}

/** The server of that kind, started by the first who asks. */
export function server(name: ServerName): Promise<DatabaseServer> {
  const { given, kind } = known[name];
  const promise = running.get(name) ?? (given ? Promise.resolve({ url: given, stop: async () => {} }) : startServer(kind));
  running.set(name, promise);
  return promise;
}

/** Creates an empty database and answers its URL; it is dropped by `dropDatabase`, at the latest when all tests have run. */
export async function databaseUrl(name: ServerName): Promise<string> {
  const { url } = await server(name);
  const database = `seatkit_${process.pid}_${randomBytes(6).toString('hex')}`;
  await withKnex(known[name].kind.admin(url), (db) => db.raw(known[name].createDatabase, [database]));
  const own = new URL(url);
  own.pathname = `/${database}`;
  created.set(own.href, name);
  return own.href;
}

/** Drops a database made by `databaseUrl`. */
export async function dropDatabase(databaseUrl: string): Promise<void> {
  const name = created.get(databaseUrl);
  if (!name) throw new Error(`not made here: ${databaseUrl}`);
  const { url } = await server(name);
  await withKnex(known[name].kind.admin(url), (db) => db.raw(known[name].dropDatabase, [new URL(databaseUrl).pathname.slice(1)]));
  created.delete(databaseUrl);
}

/** Run by mocha before the first test: where several processes share the work, they share the servers too. */
export async function mochaGlobalSetup(this: { isParallelMode(): boolean }): Promise<void> {
  if (!this.isParallelMode()) return;
  const here = (Object.keys(known) as ServerName[]).filter((name) => !known[name].given && !known[name].missing());
  await Promise.all(here.map(async (name) => (process.env[known[name].variable] = (await server(name)).url)));
}

/** Run by mocha after the last test: a server of ours goes with its databases, one that was given keeps none of ours. */
export async function mochaGlobalTeardown(): Promise<void> {
  for (const [url, name] of created) if (known[name].given) await dropDatabase(url);
  // A server that did not start has failed the test that asked for it already.
  for (const result of await Promise.allSettled(running.values())) if (result.status === 'fulfilled') await result.value.stop();
}
