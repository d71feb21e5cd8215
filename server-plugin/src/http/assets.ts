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
  router.get('/assets/seatkit.js', (_req, res) => {
    res.setHeader('Cache-Control', 'no-cache');
    res.redirect(302, `./${VERSION}/seatkit.js`);
  });
  router.use(
    `/assets/${VERSION}`,
    express.static(assetsFolder, { immutable: true, maxAge: '365d', index: false, redirect: false, fallthrough: true }),
  );
  return router;
}
