import { chmodSync, readFileSync, rmSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { gzipSync } from 'node:zlib';
import nodeResolve from '@rollup/plugin-node-resolve';
import { transform } from 'esbuild';
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
    // The entry only names the file with everything: it is reached by two addresses, and what is loaded later must find one and the same module.
    preserveEntrySignatures: 'strict',
    output: { dir, format: 'es', entryFileNames: '[name].js', chunkFileNames },
    plugins: [
      // Without 'production' the resolver takes Lit's development build.
      ownPolicy(),
      smallerSheets(),
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

/** Words are files called `de`, `fr` in a folder for each part. */
function chunkFileNames({ facadeModuleId }) {
  const words = /[\\/]words[\\/](\w+)[\\/][\w-]+\.ts$/.exec(facadeModuleId ?? '');
  return `${words ? `${words[1]}.` : ''}[name]-[hash].js`;
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

/** Style sheets stand in template literals, which no minifier of scripts looks into. */
function smallerSheets() {
  return {
    name: 'smaller-sheets',
    async transform(code, id) {
      if (!id.endsWith('.styles.ts')) return null;
      const [start, sheet, end, ...more] = code.split(/(?<=css`)|(?=`;)/);
      if (sheet === undefined || more.length > 1 || sheet.includes('${')) throw new Error(`not one plain css literal: ${id}`);
      const { code: minified } = await transform(sheet, { loader: 'css', minify: true, target: 'esnext' });
      return { code: `${start}${minified.trim()}${end}${more.join('')}`, map: null };
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
      const [entry] = chunks.filter(({ isEntry }) => isEntry);
      const atOnce = [entry.fileName, ...entry.imports].reduce((sum, fileName) => sum + kib(fileName), 0);
      const list = chunks.map(({ fileName }) => `${fileName} ${kib(fileName).toFixed(1)}`).join(', ');
      console.log(`${atOnce > limit ? `warning: more than ${limit} KiB: ` : ''}a page loads ${atOnce.toFixed(1)} KiB gzip (${list})`);
    },
  };
}

/** A warning here is a mistake: an import that does not resolve, or a cycle. */
function refuseWarnings(warning) {
  throw new Error(warning.message);
}
