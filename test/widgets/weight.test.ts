import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { type Plugin, rollup } from 'rollup';
import { ensureAssets } from '../support/demo.ts';
import { assets, loadedAtOnce } from '../support/page-files.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const kib = (bytes: Uint8Array) => bytes.length / 1024;
const gzip = (code: Uint8Array) => kib(gzipSync(code, { level: 9 }));

type Configure = (options: { configDemo: true }) => [{ plugins: Plugin[]; preserveEntrySignatures: 'strict' }];

async function configuration(): Promise<ReturnType<Configure>> {
  const { default: configure } = (await import(pathToFileURL(join(root, 'rollup.config.mjs')).href)) as { default: Configure };
  return configure({ configDemo: true });
}

describe('the weight of the widgets', () => {
  before(ensureAssets);

  it('is at most 30 KiB gzip and 26 KiB brotli in at most two requests, client, Lit and English included', () => {
    const files = loadedAtOnce();
    expect(files.length).to.be.within(1, 2);
    expect(files.reduce((sum, code) => sum + gzip(code), 0)).to.be.within(10, 30);
    expect(files.reduce((sum, code) => sum + kib(brotliCompressSync(code)), 0)).to.be.within(10, 26);
  });

  it('grows by at most 3 KiB gzip for another language', () => {
    const languages = readdirSync(assets).filter((name) => /^core\./.test(name));
    expect(languages).to.not.be.empty;
    for (const name of languages) expect(gzip(readFileSync(join(assets, name))), name).to.be.within(0.5, 3);
  });

  for (const [tag, file, limit] of [
    ['seatkit-member-list', 'member-list/member-list.ts', 14],
    ['seatkit-invite-dialog', 'invite-dialog/invite-dialog.ts', 14],
    ['seatkit-group-manager', 'group-manager/group-manager.ts', 14],
    ['seatkit-seat-meter', 'seat-meter/seat-meter.ts', 14],
  ] as const) {
    it(`is at most ${limit} KiB gzip for ${tag} beside Lit and the client`, async () => {
      const [{ plugins, preserveEntrySignatures }] = await configuration();
      const bundle = await rollup({
        input: join(root, 'widgets/src', file),
        plugins: plugins.filter(({ name }) => !['forget-old-chunks', 'sizes', 'guest-of-the-page'].includes(name)),
        preserveEntrySignatures,
        external: /^(lit|@seatkit\/sdk)($|\/)/,
      });
      const { output } = await bundle.generate({ format: 'es' });
      await bundle.close();
      const chunks = output.filter((part) => part.type === 'chunk');
      const needed = new Set(chunks.filter(({ isEntry }) => isEntry));
      for (const { imports } of needed)
        for (const name of imports) for (const chunk of chunks) if (chunk.fileName === name) needed.add(chunk);
      expect([...needed].reduce((sum, { code }) => sum + gzip(Buffer.from(code)), 0)).to.be.within(2, limit);
    });
  }

  it('would not be built from a Lit that holds nothing of what is changed in it', async () => {
    const [{ plugins }] = await configuration();
    const guest = plugins.filter(({ name }) => name === 'guest-of-the-page');
    const build = rollup({ input: join(root, 'rollup.config.mjs'), plugins: guest, external: () => true });
    const error = await build.then(
      () => '',
      ({ message }) => message,
    );
    expect(error).to.match(/Lit has changed: there is no .*css-tag/);
  });
});
