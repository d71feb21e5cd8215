import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { build } from 'esbuild';

describe('the SDK in a page', () => {
  it('is below 6 KiB and holds no Zod', async () => {
    const bundle = await build({
      absWorkingDir: fileURLToPath(new URL('../..', import.meta.url)),
      entryPoints: ['sdk/src/index.ts'],
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'browser',
      conditions: ['seatkit-src'],
      metafile: true,
      write: false,
    });
    const inputs = Object.keys(bundle.metafile.inputs);
    expect(inputs.filter((input) => input.includes('node_modules'))).to.deep.equal([]);
    expect(inputs.filter((input) => input.includes('contract/'))).to.deep.equal(['sdk/src/contract/endpoints.ts']);
    expect(gzipSync(bundle.outputFiles[0]!.contents).length).to.be.below(6 * 1024);
  });
});
