import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { ServerKind } from './database-server.ts';
import { mustRun } from './postgres-server.ts';

const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/usr/libexec', '/usr/bin'];
const isRoot = process.getuid?.() === 0;
const asUser = isRoot ? ['--user=mysql'] : [];

function find(name: string): string | undefined {
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

/** Why MariaDB cannot be started here, or undefined. */
export function mariadbMissing(): string | undefined {
  const name = ['mariadbd', 'mariadb-install-db'].find((program) => !find(program));
  return name && `${name} is not installed`;
}

/**
 * MariaDB as the system has it, with nothing of the system's own server: no defaults file, and data, socket and temporary files apart.
 * It does not wait for the disk.
 */
export const mariadbServer: ServerKind = {
  name: 'mariadb',
  signal: 'SIGKILL',
  prepare(folder) {
    mkdirSync(join(folder, 'tmp'));
    if (isRoot) mustRun('chown', ['-R', 'mysql:mysql', folder]);
    const args = ['--no-defaults', `--datadir=${join(folder, 'data')}`, '--auth-root-authentication-method=normal', '--skip-test-db'];
    mustRun(find('mariadb-install-db')!, [...args, `--tmpdir=${join(folder, 'tmp')}`, '--innodb-flush-log-at-trx-commit=0', ...asUser], {
      cwd: folder,
      env: { ...process.env, TMPDIR: join(folder, 'tmp') },
    });
  },
  command(folder, port) {
    const place = { datadir: 'data', socket: 'socket', 'pid-file': 'pid', tmpdir: 'tmp' };
    const args = [
      '--no-defaults',
      ...asUser,
      ...Object.entries(place).map(([name, value]) => `--${name}=${join(folder, value)}`),
      '--bind-address=127.0.0.1',
      `--port=${port}`,
      '--skip-name-resolve',
      '--max-connections=300',
      '--debug-no-sync',
      '--innodb-flush-log-at-trx-commit=0',
      '--innodb-buffer-pool-size=128M',
    ];
    return { file: find('mariadbd')!, args, env: { TMPDIR: join(folder, 'tmp') } };
  },
  url: (port) => `mysql://root@127.0.0.1:${port}/mysql`,
  admin: (url) => ({ client: 'mysql2', connection: url }),
};
