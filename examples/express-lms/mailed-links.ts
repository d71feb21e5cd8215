import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { config } from './config.ts';

const day = 24 * 3600 * 1000;

function seal(claim: string, expires: number): string {
  return createHmac('sha256', config.secret).update(`${claim}:${expires}`).digest('base64url');
}

/** What a mailed link carries as proof of a claim, for a day. A claim that names what the link changes is spent with the change. */
export function proofOf(claim: string): { readonly expires: string; readonly proof: string } {
  const expires = Date.now() + day;
  return { expires: String(expires), proof: seal(claim, expires) };
}

/** Whether a query carries a proof of the claim that is still good. */
export function isProven(claim: string, query: Request['query']): boolean {
  const expires = Number(query.expires);
  const given = Buffer.from(String(query.proof));
  const expected = Buffer.from(seal(claim, expires));
  return expires > Date.now() && given.length === expected.length && timingSafeEqual(given, expected);
}
