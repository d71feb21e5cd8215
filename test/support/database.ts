import { pathToFileURL } from 'node:url';
import knexModule, { type Knex } from 'knex';
import { removeFolder, temporaryFolder } from './cleanup.ts';
import { type Dialect, knexConfig, knexSetups, type SetupName } from './knex-setups.ts';
import { databaseUrl, dropDatabase, hasServer, server } from './servers.ts';
import { isSoak } from './soak.ts';

/** One way a host set up Knex, on which a suite runs. */
export interface DatabaseSetup {
  readonly name: SetupName;
  readonly dialect: Dialect;
  /** A Knex on a fresh, empty database; destroyed and dropped when the suite ends. */
  create(): Promise<Knex>;
  /** The URL of a fresh, empty database, for suites that connect several times or from several processes. */
  createUrl(): Promise<string>;
  /** A Knex on such a URL, destroyed when the suite ends. */
  connect(url: string): Knex;
}

const names = Object.keys(knexSetups) as SetupName[];

/** The set-up on which suites run that ask for none, when it is not SQLite; part of the long run. */
const onlySetup = process.env.SEATKIT_SETUP as SetupName | undefined;

export const usualSetup: SetupName = onlySetup ?? 'sqlite';

/**
 * Defines the suite once for each set-up: one by name, several, the three databases (`main`) or every one (`all`).
 * The long run takes every set-up of the databases that are asked for.
 */
export function withDatabases(wanted: 'all' | 'main' | SetupName | readonly SetupName[], define: (setup: DatabaseSetup) => void): void {
  // A run on one set-up is about the suites that ask for none.
  if (onlySetup) return;
  for (const name of isSoak ? every(chosen(wanted)) : chosen(wanted)) {
    const { dialect } = knexSetups[name];
    const isHere = dialect === 'sqlite' || hasServer(dialect);
    (isHere ? describe : describe.skip)(`on ${name}`, () => {
      const { setup, release } = databaseSetup(name);
      before(async function () {
        this.timeout(90_000);
        if (dialect !== 'sqlite') await server(dialect);
      });
      define(setup);
      after(release);
    });
  }
}

function chosen(wanted: 'all' | 'main' | SetupName | readonly SetupName[]): readonly SetupName[] {
  if (wanted === 'all') return names;
  if (wanted === 'main') return ['sqlite', 'mariadb', 'postgres'];
  return typeof wanted === 'string' ? [wanted] : wanted;
}

function every(wanted: readonly SetupName[]): readonly SetupName[] {
  return names.filter((name) => wanted.some((one) => knexSetups[one].dialect === knexSetups[name].dialect));
}

/** A set-up outside `withDatabases`: whoever asks for it calls `release` at the end. */
export function databaseSetup(name: SetupName): { setup: DatabaseSetup; release: () => Promise<void> } {
  const { dialect } = knexSetups[name];
  const open = new Set<Knex>();
  const droppers: (() => unknown)[] = [];
  const connect = (url: string) => {
    const db = connectTo(name, url);
    open.add(db);
    return db;
  };
  const createUrl = async () => {
    if (dialect === 'sqlite') {
      const folder = temporaryFolder('sqlite');
      droppers.push(() => removeFolder(folder));
      return pathToFileURL(`${folder}/database.sqlite`).href;
    }
    const url = await databaseUrl(dialect);
    droppers.push(() => dropDatabase(url));
    return url;
  };
  const release = async () => {
    for (const db of open) await db.destroy();
    open.clear();
    for (const drop of droppers.splice(0)) await drop();
  };
  return { setup: { name, dialect, connect, createUrl, create: async () => connect(await createUrl()) }, release };
}

/** A Knex of that set-up on a database that exists; for scripts that run as processes of their own. */
export function connectTo(name: SetupName, url: string): Knex {
  return knexModule.knex(knexConfig(name, url));
}
