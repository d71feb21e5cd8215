import type { Request, Response } from 'express';
import type { Host } from '../host/host.ts';
import { newSecret } from '../ids.ts';
import { appendCookie, readCookies } from './cookies.ts';

const NAME = 'seatkit_visit';

/** What tells one browser from another while an offer stands open in it. */
export const readVisit = (req: Request): string | undefined => readCookies(req, NAME).find((value) => /^skv_[\w-]{43}$/.test(value));

export function keepVisit(req: Request, res: Response, host: Host): void {
  if (readVisit(req) === undefined) appendCookie(res, host, NAME, newSecret('skv'));
}

/** With the answer that signs somebody in: once it has arrived, whoever sits down next must not get in by going back. */
export const clearVisit = (res: Response, host: Host): void => appendCookie(res, host, NAME, '', 0);
