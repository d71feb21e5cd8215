import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { publint } from 'publint';
import { temporaryFolder } from '../support/cleanup.ts';
import { packages, root, run } from './packages.ts';

describe('what is published', function () {
  this.timeout(90_000);
  let packed: Record<string, { readonly tarball: string; readonly files: readonly string[] }>;
  let types: Record<string, ReturnType<typeof run>>;
  before('needs npm run build', async () => {
    for (const folder of packages) expect(existsSync(join(root, folder, 'dist/index.js')), `${folder}/dist/index.js`).to.equal(true);
    const place = temporaryFolder('packed');
    const folders = packages.map((folder) => `./${folder}`);
    const { status, stdout, output } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', place, ...folders]);
    expect(status, output).to.equal(0);
    const answers = JSON.parse(stdout) as { filename: string; files: { path: string }[] }[];
    packed = byFolder((_, index) => ({
      tarball: join(place, answers[index]!.filename),
      files: answers[index]!.files.map(({ path }) => path),
    }));
    // All at once, because each is mostly one compiler that reads.
    types = byFolder((folder) =>
      run(join(root, 'node_modules/.bin/attw'), [packed[folder]!.tarball, '--profile', 'esm-only', '--no-emoji', '--no-color']),
    );
  });

  for (const folder of packages) {
    it(`${folder} is put together as publint wants it`, async () => {
      const tarball = new Uint8Array(readFileSync(packed[folder]!.tarball)).buffer;
      const { messages } = await publint({ strict: true, pack: { tarball } });
      expect(messages).to.deep.equal([]);
    });

    it(`${folder} resolves with its types for ESM programs and bundlers`, async () => {
      const { status, output } = await types[folder]!;
      expect(status, output).to.equal(0);
    });

    it(`${folder} carries its licence and neither tests nor keys`, () => {
      const { files } = packed[folder]!;
      expect(files).to.include.members(['LICENSE', 'dist/index.js', 'dist/index.d.ts']);
      expect(files.filter((file) => /(^|\/)tests?\/|\.test\.|\.pem$|\.key$|\.p12$|\.env/.test(file))).to.deep.equal([]);
      const secret = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;
      expect(files.filter((file) => secret.test(readFileSync(join(root, folder, file), 'latin1')))).to.deep.equal([]);
    });
  }

  it('the widgets carry what editors and tools read, under the names that their package.json says', () => {
    const { customElements, 'web-types': webTypes } = JSON.parse(readFileSync(join(root, 'widgets/package.json'), 'utf8'));
    const read = [
      customElements,
      webTypes,
      'vscode.html-custom-data.json',
      'vscode.css-custom-data.json',
      'dist/react.js',
      'dist/react.d.ts',
    ];
    expect(packed.widgets!.files).to.include.members(read);
  });

  it('CommonJS hosts can require the plugin', async () => {
    const { stdout, output } = await run(process.execPath, [
      '-e',
      "process.stdout.write(typeof require('@seatkit/server-plugin').createSeatkit)",
    ]);
    expect(stdout, output).to.equal('function');
  });

  it('pages rendered on a server can import the widgets without a DOM', async () => {
    const { status, output } = await run(process.execPath, ['--input-type=module', '-e', "await import('@seatkit/widgets')"]);
    expect(status, output).to.equal(0);
  });

  it('the programs of the plugin start', async () => {
    const { status, output } = await run(process.execPath, [join(root, 'server-plugin/dist/cli.js'), '--help']);
    expect(status, output).to.equal(0);
  });
});

function byFolder<T>(value: (folder: string, index: number) => T): Record<string, T> {
  return Object.fromEntries(packages.map((folder, index) => [folder, value(folder, index)]));
}
