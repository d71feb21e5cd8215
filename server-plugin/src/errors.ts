import { type Problem, type ProblemCode, type ProblemFacts, problemCodes } from '@seatkit/sdk/contract';

/** The one error of the domain: a refusal that a caller is told about. */
export class DomainError extends Error {
  readonly code: ProblemCode;
  readonly facts: Partial<ProblemFacts>;
  constructor(code: ProblemCode, detail: string, facts: Partial<ProblemFacts>, cause?: unknown) {
    super(detail, cause === undefined ? undefined : { cause });
    this.name = 'DomainError';
    this.code = code;
    this.facts = facts;
  }
  /** Told to a host that runs an operation inside its own transaction: run that transaction again. */
  get retry(): boolean {
    return this.facts.retry === true;
  }
}

/** Refuses: with a code for programs and a sentence for people. */
export function fail(code: ProblemCode, detail: string, facts: Partial<ProblemFacts> = {}): never {
  throw new DomainError(code, detail, facts);
}

/** The same words for an id that does not exist and for one of another organization. */
export function failNotFound(what: string): never {
  return fail('not_found', `There is no such ${what}.`);
}

/** A refusal as it goes over the wire (RFC 9457). */
export function problemOf(error: DomainError): Problem {
  const [status, title] = problemCodes[error.code];
  return { type: 'about:blank', title, status, code: error.code, detail: error.message, ...error.facts };
}
