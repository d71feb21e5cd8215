import { type Problem, SeatkitError, type SeatkitProblem } from '@seatkit/sdk';
import type { Words } from './words/core.ts';

/** A refusal as one plain sentence: ours for its code, else the server's own, else that something went wrong. */
export function problemMessage(words: Words, problem: Problem | SeatkitProblem): string {
  if (problem.code === 'no_free_seat') {
    const pool = problem.poolName || problem.product;
    if (pool) return words.noFreeSeatIn(pool);
  }
  return words.problems[problem.code] ?? (problem.detail || words.unknownProblem);
}

/** What was thrown, as one plain sentence. */
export function errorMessage(words: Words, error: unknown): string {
  return error instanceof SeatkitError ? problemMessage(words, error.problem) : words.unknownProblem;
}
