import { createHmac } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Host } from '../host/host.ts';
import { HOUR, SECOND, sameText } from '../ids.ts';
import { appendCookie, readCookies } from './cookies.ts';

/** That this browser has used an invitation's link: kept while its person signs in or signs up at the host. */
export interface Claim {
  readonly invitationId: string;
  readonly version: number;
  /** The link was handed over by hand and proves no address. */
  readonly copied: boolean;
}

const NAME = 'seatkit_join';
const LIFETIME = HOUR;

/** Gives the browser its claim: signed, for one hour, for Seatkit's own pages only. */
export function setClaim(res: Response, host: Host, claim: Claim): void {
  const body = Buffer.from(JSON.stringify([claim.invitationId, claim.version, claim.copied ? 1 : 0, Date.now() + LIFETIME])).toString(
    'base64url',
  );
  appendCookie(res, host, NAME, `${body}.${seal(host.secrets[0], body)}`, LIFETIME / SECOND);
}

export function clearClaim(res: Response, host: Host): void {
  appendCookie(res, host, NAME, '', 0);
}

/** The claim of this browser, if it is one of ours and still good. */
export function readClaim(req: Request, host: Host): Claim | null {
  for (const value of readCookies(req, NAME)) {
    const [body = '', mac = ''] = value.split('.');
    if (host.secrets.some((secret) => sameText(mac, seal(secret, body)))) return parse(body);
  }
  return null;
}

function parse(body: string): Claim | null {
  const [invitationId, version, copied, until] = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as [
    string,
    number,
    number,
    number,
  ];
  return until > Date.now() ? { invitationId, version, copied: copied === 1 } : null;
}

function seal(secret: string, body: string): string {
  return createHmac('sha256', secret).update(`join-claim:${body}`).digest('base64url');
}
