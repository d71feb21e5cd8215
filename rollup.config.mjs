import { chmodSync, readFileSync, rmSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { gzipSync } from 'node:zlib';
import nodeResolve from '@rollup/plugin-node-resolve';
import esbuild from 'rollup-plugin-esbuild';

/** `rollup -c` builds everything that is published; `rollup -c --configDemo` only what a page loads, for servers run from source. */
export default ({ configDemo }) => {
  if (configDemo) return [browserBundle()];
  return [
    library('sdk', { index: 'src/index.ts', contract: 'src/contract/index.ts' }),
    library('server-plugin', { index: 'src/index.ts', cli: 'src/cli/main.ts' }, [executable('cli')]),
    library('widgets', { index: 'src/index.ts' }),
    browserBundle(),
  ];
};

/** A package as others install it: its own modules put together, everything else left as an import. */
function library(folder, entries, plugins = []) {
  return {
    input: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, `${folder}/${file}`])),
    external: (id) => !id.startsWith('.') && !isAbsolute(id),
    output: { dir: `${folder}/dist`, format: 'es', sourcemap: true, entryFileNames: '[name].js', chunkFileNames: '[name].chunk.js' },
    plugins: [esbuild({ target: 'es2022' }), ...plugins],
    onwarn: refuseWarnings,
  };
}

/** All that a page needs in one file, with only what is imported dynamically in files beside it. */
function browserBundle() {
  const dir = 'server-plugin/dist/assets';
  return {
    input: { seatkit: 'widgets/src/index.ts' },
    output: { dir, format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    plugins: [
      // Without 'production' the resolver takes Lit's development build.
      ownPolicy(),
      nodeResolve({ browser: true, exportConditions: ['seatkit-src', 'production'] }),
      esbuild({ target: 'es2022', minify: true, legalComments: 'none' }),
      {
        name: 'forget-old-chunks',
        buildStart: () => rmSync(dir, { recursive: true, force: true }),
      },
      sizes(30),
    ],
    onwarn: refuseWarnings,
  };
}

/** Hosts allow Trusted Types policies by name, so ours is called after us and not after the library inside. */
function ownPolicy() {
  return {
    name: 'own-policy',
    transform(code, id) {
      if (!/[\\/]lit-html[\\/]lit-html\.js$/.test(id)) return null;
      const renamed = code.replace('createPolicy("lit-html"', 'createPolicy("seatkit"');
      if (renamed === code) throw new Error('Lit has changed how it makes its Trusted Types policy');
      return { code: renamed, map: null };
    },
  };
}

/** Makes an entry a program. */
function executable(name) {
  return {
    name: 'executable',
    renderChunk: (code, chunk) =>
      chunk.name === name && !code.startsWith('#!') ? { code: `#!/usr/bin/env node\n${code}`, map: null } : null,
    writeBundle: ({ dir }) => chmodSync(`${dir}/${name}.js`, 0o755),
  };
}

/** Says how much a page loads, and warns when that is more than `limit` KiB. */
function sizes(limit) {
  return {
    name: 'sizes',
    writeBundle({ dir }, bundle) {
      const kib = (name) => gzipSync(readFileSync(`${dir}/${name}`), { level: 9 }).length / 1024;
      const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
      const atOnce = chunks.filter(({ isDynamicEntry }) => !isDynamicEntry).reduce((sum, { fileName }) => sum + kib(fileName), 0);
      const list = chunks.map(({ fileName }) => `${fileName} ${kib(fileName).toFixed(1)}`).join(', ');
      console.log(`${atOnce > limit ? `warning: more than ${limit} KiB: ` : ''}a page loads ${atOnce.toFixed(1)} KiB gzip (${list})`);
    },
  };
}

/** A warning here is a mistake: an import that does not resolve, or a cycle. */
function refuseWarnings(warning) {
  throw new Error(warning.message);
}
