import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { publint } from 'publint';
import { packages, root, run } from './packages.ts';

describe('what is published', function () {
  this.timeout(90_000);
  before('needs npm run build', () => {
    for (const folder of packages) expect(existsSync(join(root, folder, 'dist/index.js')), `${folder}/dist/index.js`).to.equal(true);
  });

  for (const folder of packages) {
    it(`${folder} is put together as publint wants it`, async () => {
      const { messages } = await publint({ pkgDir: join(root, folder), strict: true });
      expect(messages).to.deep.equal([]);
    });

    it(`${folder} resolves with its types for ESM programs and bundlers`, () => {
      const { status, output } = run(join(root, 'node_modules/.bin/attw'), [
        '--pack',
        folder,
        '--profile',
        'esm-only',
        '--no-emoji',
        '--no-color',
      ]);
      expect(status, output).to.equal(0);
    });

    it(`${folder} carries its licence and neither tests nor keys`, () => {
      const { stdout, output, status } = run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', `./${folder}`]);
      expect(status, output).to.equal(0);
      const files: string[] = JSON.parse(stdout)[0].files.map(({ path }: { path: string }) => path);
      expect(files).to.include.members(['LICENSE', 'dist/index.js', 'dist/index.d.ts']);
      expect(files.filter((file) => /(^|\/)tests?\/|\.test\.|\.pem$|\.key$|\.p12$|\.env/.test(file))).to.deep.equal([]);
      const secret = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;
      expect(files.filter((file) => secret.test(readFileSync(join(root, folder, file), 'latin1')))).to.deep.equal([]);
    });
  }

  it('CommonJS hosts can require the plugin', () => {
    const { stdout, output } = run(process.execPath, [
      '-e',
      "process.stdout.write(typeof require('@seatkit/server-plugin').createSeatkit)",
    ]);
    expect(stdout, output).to.equal('function');
  });

  it('pages rendered on a server can import the widgets without a DOM', () => {
    const { status, output } = run(process.execPath, ['--input-type=module', '-e', "await import('@seatkit/widgets')"]);
    expect(status, output).to.equal(0);
  });

  it('the programs of the plugin start', () => {
    const { status, output } = run(process.execPath, [join(root, 'server-plugin/dist/cli.js'), '--help']);
    expect(status, output).to.equal(0);
  });
});
