import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import express, { type Router } from 'express';
import { assetsFolder } from '../assets-folder.ts';
import { VERSION } from '../version.ts';

/** The widgets' files: public, for every origin, and unchangeable under their version. */
export function assetsRouter(): Router {
  const router = express.Router();
  router.use('/assets', (_req, res, next) => {
    res.setHeader('Access-Control-Allow-Origin', '*');
    res.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    res.setHeader('X-Content-Type-Options', 'nosniff');
    next();
  });
  // The entry holds nothing but names of the file that holds the rest; saying here where that lies spares every page a redirect.
  router.get('/assets/seatkit.js', async (_req, res, next) => {
    const entry = await readFile(join(assetsFolder, 'seatkit.js'), 'utf8').catch(() => null);
    if (entry === null) return next();
    res.setHeader('Cache-Control', 'no-cache');
    res.type('js').send(entry.replaceAll('"./', `"./${VERSION}/`));
  });
  router.use(
    `/assets/${VERSION}`,
    express.static(assetsFolder, { immutable: true, maxAge: '365d', index: false, redirect: false, fallthrough: true }),
  );
  return router;
}
