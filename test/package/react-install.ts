import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/cleanup.ts';
import { root } from './packages.ts';

/** What is installed to try the wrappers: two lines of React, and the types of the newer. Not ours to depend on, so it stands in a cache. */
const wanted = {
  18: ['react@18.3.1', 'react-dom@18.3.1', '@types/react@18.3.8', '@types/react-dom@18.3.7'],
  19: ['react@19.3.1', 'react-dom@19.3.1', '@types/react@19.3.0', '@types/react-dom@19.2.3'],
} as const;

/** The node_modules of a React, installed once; undefined where there is no registry. */
export function reactFolder(version: keyof typeof wanted): string | undefined {
  const cache = join(root, 'node_modules/.cache/seatkit');
  const place = join(cache, wanted[version][0]);
  if (!existsSync(place)) {
    mkdirSync(cache, { recursive: true });
    const folder = temporaryFolder('react', cache);
    writeFileSync(join(folder, 'package.json'), '{"private":true}');
    try {
      execFileSync('npm', ['install', '--ignore-scripts', '--no-package-lock', '--fetch-retries=0', ...wanted[version]], {
        cwd: folder,
        stdio: 'pipe',
        timeout: 60_000,
      });
    } catch {
      return undefined;
    }
    renameSync(folder, place);
  }
  return join(place, 'node_modules');
}
