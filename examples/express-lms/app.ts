import { STATUS_CODES } from 'node:http';
import { fileURLToPath } from 'node:url';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { notice, visitorOf } from './pages/page.ts';
import { account } from './routes/account.ts';
import { admin } from './routes/admin.ts';
import { behind } from './routes/behind.ts';
import { landing } from './routes/landing.ts';
import { learning } from './routes/learning.ts';
import { reset } from './routes/reset.ts';
import { signIn } from './routes/sign-in.ts';
import { signUp } from './routes/sign-up.ts';
import { seatkit } from './seatkit.ts';
import { refuseOtherOrigins, securityHeaders } from './security.ts';
import { currentAccount } from './sessions.ts';

/** The LMS as an Express app, with Seatkit mounted. */
export const app: Express = express();

app.disable('x-powered-by');
app.use('/seatkit', seatkit.router);

app.use(securityHeaders);
app.use('/public', express.static(fileURLToPath(new URL('./public', import.meta.url))));
app.use((_req, res, next) => {
  res.set('Cache-Control', 'no-store');
  next();
});
app.use(refuseOtherOrigins, express.urlencoded({ extended: false, limit: '20kb' }), express.json({ limit: '20kb' }));
app.use(landing, signIn, signUp, reset, account, learning, admin, behind);

app.use(async (req: Request, res: Response) => {
  const visitor = await visitorOf(req, res, await currentAccount(req));
  res.status(404).send(notice(visitor, visitor.words.notFound, visitor.words.notFoundText, { href: '/', label: 'Fernhill Learning' }));
});

// The four parameters make it Express's error handler.
app.use(async (error: unknown, req: Request, res: Response, _next: NextFunction) => {
  const { status = 500 } = error as { status?: number };
  // A request that the parsers refused is the sender's; all else is ours and goes to the log.
  if (status >= 500) console.error(error);
  const visitor = await visitorOf(req, res, null);
  res.status(status);
  if (req.is('json')) res.json({ error: STATUS_CODES[status] });
  else res.send(notice(visitor, visitor.words.failed, visitor.words.failedText, { href: '/', label: 'Fernhill Learning' }));
});
