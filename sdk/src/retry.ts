import { SeatkitError } from './error.ts';

const firstWaitMs = 250;
const longestWaitMs = 8_000;

/** Methods that may be sent again when nobody knows whether the first try arrived: a POST carries an idempotency key. */
const repeatable = ['GET', 'POST', 'PUT'];

/** How long to wait before the same request is sent again after `error`; null: it must not be repeated, or repeating is no use. */
export function waitBeforeRetry(error: unknown, method: string, attempt: number): number | null {
  if (!(error instanceof SeatkitError) || !mayRepeat(error, method)) return null;
  const wait = Math.min(firstWaitMs * 2 ** attempt, longestWaitMs);
  return error.retryAfterMs ?? wait * (0.5 + Math.random() / 2);
}

function mayRepeat({ code, status, problem }: SeatkitError, method: string): boolean {
  if (code === 'unreachable') return repeatable.includes(method);
  if (status === 429) return true;
  // A proxy's page, not Seatkit's problem: whether the request had passed through is unknown.
  if (code === 'unexpected_answer') return [502, 503, 504].includes(status) && repeatable.includes(method);
  if (status === 409) return problem.retry === true;
  return status === 503 && (problem.retry === true || repeatable.includes(method));
}

/** Reads a Retry-After header, seconds or a date, as milliseconds from now. */
export function retryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
