import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import knexModule, { type Knex } from 'knex';
import { removeFolder, spawnChild, stopChild, temporaryFolder } from './cleanup.ts';

/** A running database server; `url` names a database to connect to for creating others. */
export interface DatabaseServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** How to bring up one kind of server in an empty folder. */
export interface ServerKind {
  readonly name: string;
  /** Makes the data folder, once. */
  prepare(folder: string): void;
  command(folder: string, port: number): { file: string; args: string[]; env?: NodeJS.ProcessEnv; uid?: number; gid?: number };
  url(port: number): string;
  admin(url: string): Knex.Config;
  /** Ends the server quickly; nothing in it is worth saving. */
  readonly signal: NodeJS.Signals;
}

/** Starts a server of that kind in a folder of its own and waits until it answers; whatever fails, nothing is left running. */
export async function startServer(kind: ServerKind): Promise<DatabaseServer> {
  const folder = temporaryFolder(kind.name);
  const log = join(folder, 'server.log');
  kind.prepare(folder);
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const { file, args, env, ...user } = kind.command(folder, port);
    const output = openSync(log, 'a');
    const child = spawnChild(
      file,
      args,
      { stdio: ['ignore', output, output], env: { ...process.env, ...env }, cwd: folder, ...user },
      kind.signal,
    );
    closeSync(output);
    const url = kind.url(port);
    try {
      await untilReady(child, kind.admin(url));
      return {
        url,
        async stop() {
          await stopChild(child, kind.signal);
          removeFolder(folder);
        },
      };
    } catch (error) {
      await stopChild(child, 'SIGKILL');
      const words = readFileSync(log, 'utf8');
      // Between finding a free port and listening on it another process may have taken it.
      if (attempt < 3 && /address already in use|can't create IP socket|Bind on TCP/i.test(words)) continue;
      throw new Error(`${kind.name} did not start: ${error instanceof Error ? error.message : error}\n${words.slice(-2000)}`);
    }
  }
}

async function untilReady(child: ChildProcess, admin: Knex.Config): Promise<void> {
  let ended: Error | undefined;
  child.once('error', (error) => {
    ended = error;
  });
  child.once('exit', (code, signal) => {
    ended ??= new Error(`it ended with ${signal ?? code}`);
  });
  const deadline = Date.now() + 60_000;
  for (;;) {
    if (ended) throw ended;
    try {
      await withKnex(admin, (db) => db.raw('select 1'));
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(50);
    }
  }
}

/** Runs `work` on a connection of its own. */
export async function withKnex<T>(config: Knex.Config, work: (db: Knex) => PromiseLike<T>): Promise<T> {
  // Errors are thrown; that Knex prints them as well only disturbs while a server is starting.
  const log = { warn() {}, error() {} };
  const db = knexModule.knex({ ...config, log, pool: { min: 0, max: 1 }, acquireConnectionTimeout: 10_000 });
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

/** A loopback port that nobody uses at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
