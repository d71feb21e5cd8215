import { endpoints, type OperationName, openapi } from '@seatkit/sdk/contract';
import express, { type NextFunction, type Request, type RequestHandler, type Response, type Router } from 'express';
import type { Base } from '../context.ts';
import { ECHO_PATH, echo } from '../doctor/echo.ts';
import type { Host } from '../host/host.ts';
import { joinRouter } from '../join/join.router.ts';
import { run } from '../run.ts';
import { contextOf } from '../transact.ts';
import { VERSION } from '../version.ts';
import { versionOf } from '../versions.ts';
import { assetsRouter } from './assets.ts';
import { findActor } from './caller.ts';
import { cors } from './cors.ts';
import { docsPage } from './docs-page.ts';
import { health } from './health.ts';
import { problem, sendJson, sendProblem, toProblem } from './problem.ts';
import { readBody, readIfMatch, readQuery } from './read-request.ts';

/** Everything Seatkit answers over HTTP. Works in Express 4 and 5 apps, below any mount path, before or after body parsers. */
export function createRouter(base: Base): Router {
  const router = express.Router();
  const { host } = base;
  const document = openapi(`${host.baseUrl}/v1`, VERSION);
  router.use(assetsRouter());
  router.use((_req, res, next) => {
    res.setHeader('Cache-Control', 'no-store');
    res.setHeader('X-Content-Type-Options', 'nosniff');
    next();
  });
  router.use(joinRouter(base));
  router.get(
    '/health',
    handle(host, async (_req, res) => {
      const report = await health(base);
      sendJson(res, report.status === 'ok' ? 200 : 503, report);
    }),
  );
  router.get(
    '/docs',
    handle(host, async (_req, res) => docsPage(res, document)),
  );
  router.use(cors(host.options.allowedOrigins ?? []));
  router.get(
    '/openapi.json',
    handle(host, async (_req, res) => sendJson(res, 200, document)),
  );
  router.all(ECHO_PATH, echo(host));
  for (const [name, endpoint] of Object.entries(endpoints) as [OperationName, string][]) {
    const [method, path] = endpoint.split(' ') as [string, string];
    router[method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete'](
      `/v1${path}`,
      handle(host, (req, res) => answer(base, name, req, res)),
    );
  }
  router.use((_req: Request, res: Response) => sendProblem(res, problem('not_found', 'There is nothing here.')));
  router.use((error: unknown, _req: Request, res: Response, _next: NextFunction) => sendProblem(res, toProblem(error, host)));
  return router;
}

/** The transport of every operation: who, what, run, answer. */
async function answer(base: Base, name: OperationName, req: Request, res: Response): Promise<void> {
  const actor = await findActor(contextOf(base, { kind: 'system', label: 'authentication' }), req);
  const key = req.headers['idempotency-key'];
  const { status, body, replayed } = await run(contextOf(base, actor), name, {
    params: req.params,
    query: readQuery(req),
    body: req.method === 'GET' || req.method === 'DELETE' ? undefined : await readBody(req),
    ifMatch: readIfMatch(req),
    idempotencyKey: req.method === 'POST' && typeof key === 'string' ? key : null,
  });
  if (replayed) res.setHeader('Idempotent-Replayed', 'true');
  const version = versionOf(body);
  if (version !== undefined) res.setHeader('ETag', `"${version}"`);
  if (status === 204) {
    res.statusCode = 204;
    res.end();
    return;
  }
  sendJson(res, status, body);
}

/** Express 4 does not wait for a handler's promise, so what it throws is caught here. */
function handle(host: Host, work: (req: Request, res: Response) => Promise<void>): RequestHandler {
  return (req, res) => {
    work(req, res).catch((error: unknown) => sendProblem(res, toProblem(error, host)));
  };
}
