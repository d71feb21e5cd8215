import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { ensureAssets } from '../test/support/demo.ts';
import { assets, loadedAtOnce } from '../test/support/page-files.ts';
import { limit } from './ratio.ts';

/** What a page with every widget loads. Peers on the same job, measured the same way: WorkOS 163 KiB gzip, Stytch 223, Clerk 387. */
export async function widgetWeight(): Promise<boolean> {
  ensureAssets();
  const files = loadedAtOnce();
  const sum = (compress: (code: Buffer) => Buffer) => files.reduce((bytes, code) => bytes + compress(code).length / 1024, 0);
  const languages = readdirSync(assets).filter((name) => /^core\./.test(name));
  return [
    limit(
      'Three widgets, meter, client, Lit and English, gzip',
      sum((code) => gzipSync(code, { level: 9 })),
      30,
      'KiB',
    ),
    limit('the same, brotli', sum(brotliCompressSync), 26, 'KiB'),
    limit('the same, requests', files.length, 2, 'files'),
    limit(
      'the heaviest further language, gzip',
      Math.max(...languages.map((name) => gzipSync(readFileSync(join(assets, name)), { level: 9 }).length / 1024)),
      3,
      'KiB',
    ),
  ].every(Boolean);
}
