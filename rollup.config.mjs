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
    library('widgets', { index: 'src/index.ts', react: 'src/react.ts' }, [startsWith('react', "'use client';")]),
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
      guestOfThePage(),
      smallerSheets(),
      nodeResolve({ browser: true, exportConditions: ['seatkit-src', 'production'] }),
      esbuild({ target: 'es2022', minify: true, legalComments: 'none' }),
      smallerTemplates(),
      asksAgain(),
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

/**
 * What Lit does to a page as its owner, and a guest does not. Hosts allow Trusted Types policies by name and once, so ours is called after us
 * and not after the library inside, and made by the first template: a second copy of the widgets, whose elements nobody makes, asks for none.
 * And nothing of ours is a global, nor does a global change what ours do: not the list of Lit's versions, not its support of old browsers, not what
 * only standard decorators need.
 */
function guestOfThePage() {
  const changes = [
    [
      /[\\/]lit-html[\\/]lit-html\.js$/,
      /(\w)=(\w)\?\2\.createPolicy\("lit-html",\{createHTML:(\w)=>\3\}\):void 0/,
      '$1={createHTML:h=>$2?($1.made??=$2.createPolicy("seatkit",{createHTML:h=>h})).createHTML(h):h}',
    ],
    [/[\\/](lit-html|lit-element|reactive-element)\.js$/, /\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[\d.]+"\)/, '0'],
    [/[\\/]reactive-element\.js$/, /Symbol\.metadata\?\?=[^;]*litPropertyMetadata\?\?=new WeakMap;/, ''],
    [/[\\/]reactive-element\.js$/, /const \w=this\[Symbol\.metadata\];if\(null!==\w\)\{[^}]*elementProperties\.set\(\w,\w\)\}/, ''],
    [/[\\/]lit-html\.js$/, /,(\w)=\w\.litHtmlPolyfillSupport;\1\?\.\(\w,\w\),/, ';'],
    [/[\\/]reactive-element\.js$/, /(\w)\?\.\(\{ReactiveElement:\w\}\),/, ''],
    [/[\\/]reactive-element\.js$/, /,\w=\w\.reactiveElementPolyfillSupport/, ''],
    [/[\\/]lit-element\.js$/, /,\w\.litElementHydrateSupport\?.*?PolyfillSupport;\w\?\.\(\{LitElement:\w\}\);/, ';'],
    // Every browser that knows the colours of our sheets adopts sheets: no other way to a style is needed, and none that a policy could forbid.
    [/[\\/]css-tag\.js$/, /^[\s\S]*$/, adoptedSheets],
    // Lit leaves the end of every row that goes in the page, and a list gets slower for as long as one scrolls (lit/lit#5298).
    [/[\\/]directive-helpers\.js$/, /(\w)=>\{\1\._\$AR\(\),\1\._\$AA\.remove\(\)\}/, '$1=>{$1._$AR(),$1._$AB?.remove(),$1._$AA.remove()}'],
    [/[\\/]decorators[\\/]property\.js$/, /"object"==typeof \w\?\w\(\w,\w,\w\):/, ''],
  ];
  const unseen = new Set(changes);
  return {
    name: 'guest-of-the-page',
    transform(code, id) {
      let changed = code;
      for (const change of changes) {
        const [file, found, instead] = change;
        if (!file.test(id)) continue;
        unseen.delete(change);
        const before = changed;
        changed = changed.replace(found, instead);
        if (changed === before) throw new Error(`Lit has changed: ${id} holds no ${found}`);
      }
      return changed === code ? null : { code: changed, map: null };
    },
    buildEnd(error) {
      if (!error && unseen.size > 0) throw new Error(`Lit has changed: there is no ${[...unseen].map(([file]) => file).join(', ')}`);
    },
  };
}

/** What is left of Lit's `css` where every sheet is one plain literal. */
const adoptedSheets = `class Css {
  constructor(text) {
    this.text = text;
  }
  get styleSheet() {
    if (!this.made) (this.made = new CSSStyleSheet()).replaceSync(this.text);
    return this.made;
  }
}
export const css = ([text]) => new Css(text);
export const getCompatibleStyle = (style) => style;
export const adoptStyles = (root, styles) => {
  root.adoptedStyleSheets = styles.map(({ styleSheet }) => styleSheet);
};
export { Css as CSSResult, css as unsafeCSS };
export const supportsAdoptingStyleSheets = true;`;

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

/** Templates are indented for their readers; a browser needs one blank. What is left of line breaks after minifying stands in templates. */
function smallerTemplates() {
  return {
    name: 'smaller-templates',
    renderChunk: (code) => ({ code: code.replace(/\n\s+/g, ' '), map: null }),
  };
}

/**
 * A file that could not be fetched is asked for once more, under another address: Chromium remembers a failure for the life of the page, so what
 * was opened while the network was away could never be opened again (whatwg/html#6768). What such files import from each other keeps its address:
 * it is asked for only after the file itself has come, and waiting for it at the top level of a module is what Safari gets wrong (webkit.org/b/242740).
 */
function asksAgain() {
  return {
    name: 'asks-again',
    intro: ({ dynamicImports }) =>
      dynamicImports.length > 0 ? 'const again = (file) => import(file).catch(() => import(file + "?" + Date.now()));' : '',
    renderDynamicImport: () => ({ left: 'again(', right: ')' }),
  };
}

/** Puts a line before an entry; with 'use client' frameworks that render React on a server know where the browser begins. */
function startsWith(name, line) {
  return {
    name: 'starts-with',
    renderChunk: (code, chunk) => (chunk.name === name ? { code: `${line}\n${code}`, map: null } : null),
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
