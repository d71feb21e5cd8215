import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { temporaryFolder } from './cleanup.ts';

/** Inside the repository, because what is not ours is imported from its modules. */
const cache = fileURLToPath(new URL('../../node_modules/.cache/seatkit/', import.meta.url));
const bundles = new Map<string, Promise<string>>();

/**
 * A script and every source of ours that it imports in one JavaScript file, made once in a run. Plain Node starts it several times
 * faster than the sources, which counts where a test starts many processes.
 */
export function bundled(script: URL): Promise<string> {
  const file = fileURLToPath(script);
  const bundle = bundles.get(file) ?? bundleOf(file);
  bundles.set(file, bundle);
  return bundle;
}

async function bundleOf(file: string): Promise<string> {
  mkdirSync(cache, { recursive: true });
  const outfile = join(temporaryFolder('script', cache), `${basename(file, '.ts')}.mjs`);
  await build({
    entryPoints: [file],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: 'inline',
    conditions: ['seatkit-src'],
    plugins: [ownSources],
    logLevel: 'silent',
  });
  return outfile;
}

/** Takes in what is ours and leaves the rest to Node. A source that asks where it lies is answered as if it lay there still. */
const ownSources: Plugin = {
  name: 'own-sources',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[^./]/ }, ({ path }) => (path.startsWith('@seatkit/') ? null : { path, external: true }));
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      return { loader: 'ts', contents: source.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)) };
    });
  },
};
