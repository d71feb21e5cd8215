import type { NextFunction, Request, Response } from 'express';
import { config } from './config.ts';

const ownOrigins = new Set(['localhost', '127.0.0.1', '[::1]'].map((host) => `http://${host}:${config.port}`));

/** The rules of every page: only our own files, no inline script or style, and no text that turns into script. */
export function securityHeaders(_req: Request, res: Response, next: NextFunction): void {
  res.set({
    'Content-Security-Policy':
      "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types seatkit",
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
  });
  next();
}

/** Whether a request comes from our own pages or from no page at all. The session cookie is SameSite=Lax besides. */
export function isOwnOrigin(req: Request): boolean {
  const { origin } = req.headers;
  if (origin !== undefined) return ownOrigins.has(origin);
  const site = req.headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}

/** Refuses writes that another site has sent. */
export function refuseOtherOrigins(req: Request, res: Response, next: NextFunction): void {
  if (req.method === 'GET' || req.method === 'HEAD' || isOwnOrigin(req)) next();
  else res.status(403).type('text').send('This form belongs to another page.');
}

/** The path to go on to after signing in, if it is one of ours; else null. */
export function ownPath(returnTo: unknown): string | null {
  if (typeof returnTo !== 'string' || returnTo === '' || !URL.canParse(returnTo, config.origin)) return null;
  const url = new URL(returnTo, config.origin);
  // The parsed path again, because of what browsers make of "//host", "/\host" and control characters.
  const path = `${url.pathname}${url.search}`;
  return ownOrigins.has(url.origin) && !path.startsWith('//') ? path : null;
}
