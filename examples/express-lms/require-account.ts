import type { NextFunction, Request, Response } from 'express';
import type { Account } from './accounts.ts';
import { currentAccount } from './sessions.ts';

/** Lets signed-in people through, with their account in `res.locals`; sends everybody else to sign in and back. */
export async function requireAccount(req: Request, res: Response<unknown, { account: Account }>, next: NextFunction): Promise<void> {
  const account = await currentAccount(req);
  if (account) {
    res.locals.account = account;
    next();
  } else if (req.method === 'GET') res.redirect(303, `/login?returnTo=${encodeURIComponent(req.originalUrl)}`);
  else res.redirect(303, '/login');
}
