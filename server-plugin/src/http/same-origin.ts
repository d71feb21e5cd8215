import type { Request } from 'express';
import { fail } from '../errors.ts';

/**
 * Proof that a write with the host's cookie comes from the host's own pages: a header that a foreign page cannot send without asking first,
 * and, where the browser says where the request comes from, the right answer to that.
 */
export function requireSameOrigin(req: Request, baseUrl: string): void {
  const origin = req.headers.origin;
  const site = req.headers['sec-fetch-site'];
  if (origin !== undefined && origin !== new URL(baseUrl).origin) fail('not_allowed', 'The request comes from another site.');
  if (origin === undefined && site !== undefined && site !== 'same-origin' && site !== 'none')
    fail('not_allowed', 'The request comes from another site.');
  if (req.headers['seatkit-request'] !== '1') fail('not_allowed', 'Send the header "Seatkit-Request: 1" with every change.');
}
