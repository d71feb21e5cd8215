import { type Problem, SeatkitError, type SeatkitProblem } from '@seatkit/sdk';
import type { Words } from './words/core.ts';

/** What the status of an answer means that did not come from Seatkit: a proxy, the host's own check of the session, a page about a pause. */
const byStatus: Readonly<Record<number, keyof Words['problems']>> = {
  401: 'not_signed_in',
  403: 'not_allowed',
  429: 'too_many_requests',
};

/** A refusal as one plain sentence: ours for its code, else the server's own, else that something went wrong. */
export function problemMessage(words: Words, problem: Problem | SeatkitProblem): string {
  const { code, status } = problem;
  if (code === 'no_free_seat') {
    const pool = problem.poolName || problem.product;
    if (pool) return words.noFreeSeatIn(pool);
  }
  const known =
    code === 'unexpected_answer'
      ? status > 501
        ? 'unavailable'
        : byStatus[status]
      : code === 'unreachable' && isOffline()
        ? 'offline'
        : undefined;
  return words.problems[known ?? code] ?? (problem.detail || words.unknownProblem);
}

/** What was thrown, as one plain sentence. What is no refusal comes from an answer that is not as it should be: of another version, say. */
export function errorMessage(words: Words, error: unknown): string {
  return error instanceof SeatkitError ? problemMessage(words, error.problem) : (words.problems.unexpected_answer ?? words.unknownProblem);
}

/** Only a no is to be believed: a browser that is connected to something may still reach nothing. */
function isOffline(): boolean {
  return globalThis.navigator?.onLine === false;
}
