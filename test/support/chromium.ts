import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const archives = join(modules, '@sparticuz/chromium/bin');
const cache = join(modules, '.cache/seatkit');

/** A browser to start, and what its process needs in the environment. */
export interface Chromium {
  readonly executablePath: string;
  readonly env: Record<string, string>;
}

/** Where Debian puts it. The shell without windows comes first: it draws the same pages with less work. */
const system = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path));

/** Why no browser can be started here, or undefined. */
export function chromiumMissing(): string | undefined {
  if (process.env.CHROMIUM_PATH) return undefined;
  if (system || (process.platform === 'linux' && process.arch === 'x64' && existsSync(archives))) return undefined;
  return 'neither CHROMIUM_PATH nor /usr/bin/chromium-headless-shell nor /usr/bin/chromium nor @sparticuz/chromium';
}

/** The browser to use: the one named, the system's, or the one that comes through npm. */
export function findChromium(): Chromium {
  const own = process.env.CHROMIUM_PATH ?? system;
  if (own) return { executablePath: own, env: {} };
  const folder = unpack();
  const executablePath = join(folder, 'chromium');
  const env: Record<string, string> = {};
  // Bare systems lack NSS and fonts; the package brings both, for Amazon Linux, where they work just as well.
  if (spawnSync('ldd', [executablePath], { encoding: 'utf8' }).stdout.includes('not found'))
    env.LD_LIBRARY_PATH = join(folder, 'al2023/lib');
  if (!existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_PATH = join(folder, 'fonts');
  return { executablePath, env };
}

/**
 * Unpacks the package's archives once, beside the other modules. Its own function unpacks into the shared temporary folder and
 * takes a half-written file for a whole one; a rename at the end makes it all or nothing.
 */
function unpack(): string {
  const target = join(cache, 'chromium-147.0.0');
  if (existsSync(target)) return target;
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'unpacking-'));
  writeFileSync(join(folder, 'chromium'), brotliDecompressSync(readFileSync(join(archives, 'chromium.br'))));
  chmodSync(join(folder, 'chromium'), 0o755);
  untar('swiftshader', folder);
  for (const name of ['fonts', 'al2023']) untar(name, join(folder, name));
  try {
    renameSync(folder, target);
  } catch (error) {
    // Another run was first; its copy is as good.
    rmSync(folder, { recursive: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

function untar(name: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const input = brotliDecompressSync(readFileSync(join(archives, `${name}.tar.br`)));
  const { status, stderr, error } = spawnSync('tar', ['-x', '--no-same-owner', '-C', folder], { input });
  if (status !== 0) throw new Error(`tar failed: ${error?.message ?? stderr}`);
}
