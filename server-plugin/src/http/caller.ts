import type { Request } from 'express';
import type { Actor, Context } from '../context.ts';
import { findBearer } from '../credentials.ts';
import { fail } from '../errors.ts';
import { report } from '../report.ts';
import { requireSameOrigin } from './same-origin.ts';

/** Who sends a request: a bearer secret, else the host's session. Ends before any transaction begins. */
export async function findActor(ctx: Context, req: Request): Promise<Actor> {
  const { authorization } = req.headers;
  if (authorization !== undefined && /^bearer\s/i.test(authorization)) {
    return (await findBearer(ctx, authorization.slice(7).trim())) ?? fail('not_signed_in', 'The key or token is unknown or has run out.');
  }
  const writes = req.method !== 'GET' && req.method !== 'HEAD';
  // A page of another origin is heard only with a token; its cookies count for nothing.
  if (!writes && req.headers.origin !== undefined && req.headers.origin !== new URL(ctx.host.baseUrl).origin)
    fail('not_signed_in', 'Pages of other sites need a token.');
  const session = await ctx.host.findSession(req);
  if (!session) return fail('not_signed_in', 'Nobody is signed in.');
  if (writes) {
    requireSameOrigin(req, ctx.host.baseUrl);
    await requireHostCsrf(ctx, req);
  }
  if (session.hostAdmin === true) return { kind: 'operator', label: `user ${session.userId}`, userId: session.userId };
  return {
    kind: 'person',
    userId: session.userId,
    ...(session.organizationKey === undefined ? {} : { organizationKey: session.organizationKey }),
  };
}

async function requireHostCsrf(ctx: Context, req: Request): Promise<void> {
  const { csrf } = ctx.host.options;
  if (!csrf) return;
  try {
    if ((await csrf(req)) !== false) return;
  } catch (error) {
    report(ctx.host, 'csrf', error, true);
  }
  fail('not_allowed', 'The platform did not accept this request. Load the page again.');
}
