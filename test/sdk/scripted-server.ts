import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server saw of one request. */
export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** One answer of the script: a reply, a connection cut before any reply, or silence. */
export type Reply =
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly json?: unknown;
      readonly text?: string;
      readonly type?: string;
    }
  | 'cut'
  | 'silence';

/** A real HTTP server on loopback that gives the scripted replies in turn, the last one again and again. */
export function useScriptedServer() {
  const seen: Seen[] = [];
  let script: readonly Reply[] = [];
  const server = createServer(async (req, res) => {
    let body = '';
    for await (const chunk of req) body += chunk;
    seen.push({ method: req.method ?? '', url: req.url ?? '', headers: req.headers, body });
    const reply = script[Math.min(seen.length, script.length) - 1] ?? {};
    if (reply === 'silence') return;
    if (reply === 'cut') {
      req.socket.destroy();
      return;
    }
    const problem = (reply.status ?? 200) >= 400;
    res.writeHead(reply.status ?? 200, {
      'Content-Type': reply.type ?? (problem ? 'application/problem+json' : 'application/json'),
      ...reply.headers,
    });
    res.end(reply.status === 204 ? undefined : (reply.text ?? JSON.stringify(reply.json ?? {})));
  });

  before((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  beforeEach(() => {
    seen.length = 0;
    script = [];
  });
  after((done) => {
    server.closeAllConnections();
    server.close(() => done());
  });

  return {
    seen,
    answer(...replies: Reply[]) {
      script = replies;
    },
    get baseUrl() {
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}/seatkit`;
    },
  };
}

/** A problem as the server writes it. */
export function problem(status: number, code: string, facts: Readonly<Record<string, unknown>> = {}): Reply {
  return { status, json: { type: `https://seatkit.dev/problems/${code}`, title: code, status, code, detail: `It was ${code}.`, ...facts } };
}

/** Waits for a call to fail and returns what it failed with. */
export async function failureOf(call: PromiseLike<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (error) {
    return error;
  }
  throw new Error('The call succeeded, though it should have failed.');
}
