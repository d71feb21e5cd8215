import { clientError, messageOf, SeatkitError, type SeatkitProblem } from './error.ts';
import { retryAfter } from './retry.ts';

const etags = new WeakMap<object, string>();

/** The tag of an object that a call returned, for `ifMatch`: the change is then refused if somebody else was faster. */
export function etagOf(answer: object): string | undefined {
  return etags.get(answer);
}

/** Returns what a good answer holds and throws what a bad one says. */
export async function readAnswer(response: Response): Promise<object | undefined> {
  const text = await textOf(response);
  if (response.status === 204) return undefined;
  const answer = parse(text, response);
  if (!response.ok) {
    if (!isProblem(answer)) throw unexpected(response);
    throw new SeatkitError(answer, { retryAfterMs: waitAsked(response) });
  }
  const etag = response.headers.get('ETag');
  if (etag !== null) etags.set(answer, etag);
  return answer;
}

async function textOf(response: Response): Promise<string> {
  try {
    return await response.text();
  } catch (cause) {
    throw clientError('unreachable', `The answer broke off: ${messageOf(cause)}`, { cause });
  }
}

function parse(text: string, response: Response): object {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch (cause) {
    throw unexpected(response, cause);
  }
  if (typeof answer !== 'object' || answer === null) throw unexpected(response);
  return answer;
}

function isProblem(answer: object): answer is SeatkitProblem {
  return 'code' in answer && typeof answer.code === 'string' && 'title' in answer && 'status' in answer;
}

/** Something between us and Seatkit answered: a proxy, a login page, a parser of the host. */
function unexpected(response: Response, cause?: unknown): SeatkitError {
  const { status } = response;
  const kind = response.headers.get('Content-Type') ?? 'no content type';
  const detail = `The answer (status ${status}, ${kind}) is not one of Seatkit.`;
  return clientError('unexpected_answer', detail, { cause, status, retryAfterMs: waitAsked(response) });
}

function waitAsked(response: Response): number | undefined {
  return retryAfter(response.headers.get('Retry-After'));
}
