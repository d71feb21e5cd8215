import { type Problem, problemCodes } from '@seatkit/sdk/contract';
import type { Response } from 'express';
import { isRetryable, isUnavailable } from '../db/dialect.ts';
import { DomainError, problemOf } from '../errors.ts';
import type { Host } from '../host/host.ts';
import { report } from '../report.ts';

/** What goes wrong becomes a problem: a refusal as it is, everything else without a word about its inside. */
export function toProblem(error: unknown, host: Host): Problem {
  if (error instanceof DomainError) {
    if (error.cause !== undefined) report(host, error.code, error.cause, error.code === 'host_failed');
    return problemOf(error);
  }
  if (isBodyError(error))
    return error.status === 413
      ? problem('too_large', 'The request is larger than 2 MB.')
      : problem('invalid', 'The request could not be read.');
  report(host, 'request', error);
  if (isUnavailable(error))
    return problem('unavailable', 'The database cannot be reached at the moment. Nothing was changed; try again shortly.', { retry: true });
  if (isRetryable(error))
    return problem('conflict', 'Others were changing the same thing at the same time. Send it again.', { retry: true });
  return problem('internal', 'This did not work, and it is not your doing. Nothing was changed.');
}

export function problem(code: keyof typeof problemCodes, detail: string, facts: Partial<Problem> = {}): Problem {
  const [status, title] = problemCodes[code];
  return { type: 'about:blank', title, status, code, detail, ...facts };
}

/** Errors that Express and body parsers make of an unreadable request. */
function isBodyError(error: unknown): error is { status: number } {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status >= 400 && error.status < 500;
}

export function sendProblem(res: Response, body: Problem): void {
  if (res.headersSent) return void res.end();
  if (body.status === 503 || body.status === 429) res.setHeader('Retry-After', '2');
  sendJson(res, body.status, body, 'application/problem+json');
}

/** Writes an answer itself, so that no setting of the host's app (etag, json spaces, replacers) changes it. */
export function sendJson(res: Response, status: number, body: unknown, type = 'application/json'): void {
  const text = JSON.stringify(body);
  res.statusCode = status;
  res.setHeader('Content-Type', `${type}; charset=utf-8`);
  res.setHeader('Content-Length', String(Buffer.byteLength(text)));
  res.end(res.req.method === 'HEAD' ? undefined : text);
}
