import { endpoints, type Operation, type OperationName, openapi, operations, Problem } from '@seatkit/sdk/contract';
import { expect } from 'chai';
import type { TestHost } from './test-host.ts';

/** An operation as a client without any library would send it. */
export interface WireRequest {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>> | string;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it stands, instead of `body`. */
  readonly raw?: BodyInit;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What came back. `body` is undefined where there is none, and the text where it is no JSON. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any;
}

/** The headers of a caller with the host's session. */
export const sessionOf = (userId: string): Record<string, string> => ({ 'X-User': userId, 'Seatkit-Request': '1' });
/** The headers of a caller with a token or key. */
export const bearer = (secret: string): Record<string, string> => ({ Authorization: `Bearer ${secret}` });

/**
 * Sends an operation over plain HTTP, for what the SDK would never send or takes out of the answer. A refusal that the operation
 * does not declare is a failure, whatever the test wants of it, and so is an answer of another shape.
 */
export async function send(
  host: Pick<TestHost, 'origin'>,
  caller: Readonly<Record<string, string>>,
  operation: OperationName,
  request: WireRequest = {},
): Promise<WireAnswer> {
  const [method, path] = endpoints[operation].split(' ') as [string, string];
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(request.params?.[name] ?? ''));
  const query = typeof request.query === 'string' ? request.query : new URLSearchParams(request.query).toString();
  const answer = await sendTo(`${host.origin}/seatkit/v1${filled}${query === '' ? '' : `?${query}`}`, {
    ...request,
    method,
    headers: { ...caller, ...request.headers },
  });
  requireDeclared(operation, answer);
  requireShape(operation, answer);
  return answer;
}

interface Printed {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
}

/** The codes each operation is said to answer, as the OpenAPI document prints them: its own and the common ones. */
const declared = new Map(
  Object.values(openapi('/v1', '0').paths as Record<string, Record<string, Printed>>)
    .flatMap((methods) => Object.values(methods))
    .map(({ operationId, responses }) => [operationId, Object.values(responses).flatMap(({ description }) => description.split(', '))]),
);

/** Fails on a problem that nobody who reads the contract would expect of this operation. */
function requireDeclared(operation: OperationName, { status, body }: WireAnswer): void {
  const problem = status < 400 ? undefined : Problem.safeParse(body).data;
  if (problem && !declared.get(operation)?.includes(problem.code))
    throw new Error(`${operation} answers ${problem.code} (“${problem.detail}”), which its contract does not declare`);
}

/** Fails on an answer that holds more than its contract names, such as a column that was never meant to leave the database. */
function requireShape(operation: OperationName, { status, body }: WireAnswer): void {
  const { response }: Operation = operations[operation];
  if (status < 300 && response) expect(response.parse(body), operation).to.deep.equal(body);
}

/** Sends anything anywhere. */
export async function sendTo(url: string, request: WireRequest & { readonly method?: string } = {}): Promise<WireAnswer> {
  const body = request.raw ?? (request.body === undefined ? undefined : JSON.stringify(request.body));
  const type = request.raw === undefined && body !== undefined ? { 'Content-Type': 'application/json' } : {};
  const response = await fetch(url, {
    method: request.method ?? 'GET',
    redirect: 'manual',
    headers: { ...type, ...request.headers },
    ...(body === undefined ? {} : { body }),
    ...(body instanceof ReadableStream ? { duplex: 'half' as const } : {}),
  } as RequestInit);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: text === '' ? undefined : parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
