import { addressOf } from './address.ts';
import { readAnswer } from './answer.ts';
import type { Call, ChangeOptions } from './call.ts';
import { endpoints, isWrite, type OperationName } from './contract/endpoints.ts';
import type { ResponseOf } from './contract/operations.ts';
import { pause, withDeadline } from './deadline.ts';
import { clientError, messageOf, SeatkitError } from './error.ts';
import { waitBeforeRetry } from './retry.ts';

/** How a client reaches its server. */
export interface SeatkitClientOptions {
  /** Where the plugin is mounted, e.g. `/seatkit` or `https://lms.example/seatkit`. */
  readonly baseUrl: string;
  /**
   * Gives the widget token or operator key of each request; after a 401 it is asked once more, for a new one.
   * Without it the host's session cookie is used.
   */
  readonly getToken?: ((how?: { readonly refresh: true }) => string | Promise<string>) | undefined;
  readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /** How long a call may take, repetitions included: 30,000 unless said otherwise. */
  readonly timeoutMs?: number | undefined;
  /** How often a request is repeated when that is safe: 2 unless said otherwise. */
  readonly retries?: number | undefined;
  /** Sent with every request, read anew each time: a getter can deliver the host's current CSRF token. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Makes the one function through which every method goes; `wrote` is told of each successful write. */
export function createCall(options: SeatkitClientOptions, wrote: (operation: OperationName, organizationId: string | null) => void): Call {
  const root = `${options.baseUrl.replace(/\/+$/, '')}/v1`;
  const { timeoutMs = 30_000, retries = 2 } = options;

  return async <Name extends OperationName>(
    name: Name,
    request: ChangeOptions & { readonly params?: unknown; readonly query?: object; readonly body?: unknown },
  ) => {
    const [method, path] = endpoints[name].split(' ') as [string, string];
    const params = (request.params ?? {}) as Readonly<Record<string, string>>;
    const url = root + addressOf(path, params, request.query ?? {});
    const headers = headersOf(method, request);
    const body = request.body === undefined ? null : JSON.stringify(request.body);
    const allowedMs = request.timeoutMs ?? timeoutMs;
    const deadline = performance.now() + allowedMs;

    const answer = await withDeadline(allowedMs, request.signal, async (signal) => {
      for (let attempt = 0; ; attempt += 1) {
        try {
          return await readAnswer(await send(options, url, { method, headers, body, signal }));
        } catch (error) {
          signal.throwIfAborted();
          const wait = attempt < retries ? waitBeforeRetry(error, method, attempt) : null;
          // The server's own words are worth more than a timeout that is sure to come.
          if (wait === null || performance.now() + wait >= deadline) throw error;
          await pause(wait, signal);
        }
      }
    });
    if (isWrite(name)) wrote(name, params.organizationId ?? null);
    return answer as ResponseOf<Name>;
  };
}

function headersOf(method: string, request: ChangeOptions & { readonly body?: unknown }): Record<string, string> {
  return {
    Accept: 'application/json, application/problem+json',
    ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(method === 'POST' ? { 'Idempotency-Key': request.idempotencyKey ?? randomKey() } : {}),
    ...(request.ifMatch === undefined ? {} : { 'If-Match': request.ifMatch }),
  };
}

/** Not `crypto.randomUUID`: browsers withhold it from pages without TLS, and there are LMSs on such intranets. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

interface Outgoing {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: string | null;
  readonly signal: AbortSignal;
}

async function send(options: SeatkitClientOptions, url: string, request: Outgoing): Promise<Response> {
  const { getToken } = options;
  if (!getToken) return fetchOnce(options, url, request, { 'Seatkit-Request': '1' });
  const token = await tokenFrom(getToken);
  const response = await fetchOnce(options, url, request, { Authorization: `Bearer ${token}` });
  if (response.status !== 401) return response;
  const newToken = await tokenFrom(() => getToken({ refresh: true }));
  if (newToken === token) return response;
  await response.body?.cancel();
  return fetchOnce(options, url, request, { Authorization: `Bearer ${newToken}` });
}

async function tokenFrom(getToken: () => string | Promise<string>): Promise<string> {
  try {
    return await getToken();
  } catch (cause) {
    throw cause instanceof SeatkitError ? cause : clientError('unreachable', `No token could be had: ${messageOf(cause)}`, { cause });
  }
}

async function fetchOnce(
  options: SeatkitClientOptions,
  url: string,
  request: Outgoing,
  credential: Record<string, string>,
): Promise<Response> {
  try {
    return await (options.fetch ?? fetch)(url, {
      ...request,
      headers: { ...options.headers, ...request.headers, ...credential },
      credentials: options.getToken ? 'omit' : 'same-origin',
      cache: 'no-store',
    });
  } catch (cause) {
    throw clientError('unreachable', `No answer came: ${messageOf(cause)}`, { cause });
  }
}
