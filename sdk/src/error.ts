import type { FieldProblem, Problem, ProblemCode } from './contract/problems.ts';

/** What the client itself reports when no usable answer came: `status` is 0, or that of the unusable answer. */
export type ClientProblemCode = 'unreachable' | 'timeout' | 'aborted' | 'unexpected_answer';

/** A refusal of the server as it was sent, or the client's own report in the same form. */
export interface SeatkitProblem extends Omit<Problem, 'code'> {
  readonly code: ProblemCode | ClientProblemCode;
}

interface ErrorFacts {
  readonly cause?: unknown;
  readonly retryAfterMs?: number | undefined;
}

/** The one error of every call. Read `code` to decide and `message` to show. */
export class SeatkitError extends Error {
  override readonly name = 'SeatkitError';
  readonly problem: SeatkitProblem;
  /** How long the server asked to wait before the next try. */
  readonly retryAfterMs: number | undefined;

  constructor(problem: SeatkitProblem, facts: ErrorFacts = {}) {
    super(problem.detail || problem.title, 'cause' in facts ? { cause: facts.cause } : undefined);
    this.problem = problem;
    this.retryAfterMs = facts.retryAfterMs;
  }

  /** So is one of another copy of the SDK: a page may bring its own client for widgets that were bundled elsewhere. */
  static override [Symbol.hasInstance](value: unknown): value is SeatkitError {
    return value instanceof Error && value.name === 'SeatkitError' && 'problem' in value;
  }

  get code(): SeatkitProblem['code'] {
    return this.problem.code;
  }

  get status(): number {
    return this.problem.status;
  }

  /** The refused fields of an `invalid` request; empty for everything else. */
  get fields(): readonly FieldProblem[] {
    return this.problem.fields ?? [];
  }
}

const titles: Record<ClientProblemCode, string> = {
  unreachable: 'The server could not be reached',
  timeout: 'The server took too long',
  aborted: 'The request was cancelled',
  unexpected_answer: 'The answer could not be understood',
};

/** Makes the error for a call that brought no usable answer. */
export function clientError(code: ClientProblemCode, detail: string, facts: ErrorFacts & { readonly status?: number } = {}): SeatkitError {
  return new SeatkitError({ type: 'about:blank', title: titles[code], status: facts.status ?? 0, code, detail }, facts);
}

/** The words of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
