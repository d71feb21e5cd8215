import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { removeFolder, spawnChild, stopChild, temporaryFolder } from './cleanup.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The demo as a process of its own, on a database of its own. */
export interface Demo {
  /** `http://localhost:40251` */
  readonly origin: string;
  readonly port: number;
  /** Every line it has written so far, to either stream. */
  readonly lines: readonly string[];
  /** Ends the process as Ctrl+C would; the data stay. */
  stop(): Promise<void>;
  /** Starts it again on the same port and data. */
  start(): Promise<void>;
  /** Ends it and throws its data away. */
  remove(): Promise<void>;
}

/** Builds what a page loads, if nobody has yet. `npm test` builds first; a single file may be run without it. */
export function ensureAssets(): void {
  if (existsSync(join(root, 'server-plugin/dist/assets/seatkit.js'))) return;
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'node_modules/rollup/dist/bin/rollup'), '-c', '--configDemo'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the widgets could not be built: ${stderr}`);
}

/** Starts the demo as `npm run demo` does and waits for its last start-up line. What `env` names is set besides. */
export async function startDemo(env: Readonly<Record<string, string>> = {}): Promise<Demo> {
  ensureAssets();
  const folder = temporaryFolder('demo');
  const port = await freePort();
  const lines: string[] = [];
  let running: { stop(): Promise<void> } | undefined;
  const start = async () => {
    lines.length = 0;
    running = await spawnDemo({ ...env, PORT: String(port), DATABASE_URL: join(folder, 'demo.sqlite') }, lines);
  };
  const stop = async () => {
    await running?.stop();
    running = undefined;
  };
  await start();
  return {
    origin: `http://localhost:${port}`,
    port,
    lines,
    start,
    stop,
    async remove() {
      await stop();
      removeFolder(folder);
    },
  };
}

async function spawnDemo(env: Readonly<Record<string, string>>, lines: string[]): Promise<{ stop(): Promise<void> }> {
  const { SMTP_URL: _smtp, SEATKIT_OPERATOR_KEY: _key, ...inherited } = process.env;
  const child = spawnChild(process.execPath, ['-C', 'seatkit-src', '--import', 'tsx', 'examples/express-lms/main.ts'], {
    cwd: root,
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface(stream).on('line', (line) => {
        lines.push(line);
        if (line === `ready http://localhost:${env.PORT}`) resolve();
      });
    }
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new Error(`the demo ended with ${signal ?? code}:\n${lines.join('\n')}`)));
  });
  return { stop: () => stopChild(child, 'SIGTERM') };
}

/** A port that is free now on both loopback addresses, as the demo takes a number and not whatever is free. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
