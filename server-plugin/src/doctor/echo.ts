import { createHmac } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { DomainError } from '../errors.ts';
import type { Host } from '../host/host.ts';
import { sendJson } from '../http/problem.ts';
import { readBody } from '../http/read-request.ts';
import { hashOf, SECOND, sameText } from '../ids.ts';

/** Below the mount, among the requests of the API, so that it goes the way they go. */
export const ECHO_PATH = '/v1/doctor';

/** The headers that the API and the join page rely on, as the doctor sends them. */
export const headersOf = ({ baseUrl }: Host): Record<string, string> => ({
  authorization: 'Bearer doctor',
  cookie: 'seatkit_doctor=1',
  'accept-language': 'fr',
  'idempotency-key': 'doctor',
  'if-match': '"7"',
  origin: new URL(baseUrl).origin,
  'seatkit-request': '1',
});

/** What a request had become when it reached Seatkit. */
export interface Echo {
  /** The headers of `headersOf` that arrived as they were sent. */
  readonly headers: readonly string[];
  /** The hash of the body as JSON, or what it was instead. */
  readonly body: { readonly hash: string } | 'nothing' | 'text' | 'bytes' | 'unreadable';
}

/** Who answered: the server behind the mount, another Seatkit than ours, or something that stands before it, with its status (null: nothing came). */
export type Answer =
  | { readonly from: 'seatkit'; readonly echo: Echo }
  | { readonly from: 'stranger' }
  | { readonly from: 'other'; readonly status: number | null };

/** Sends a request to the running server, through whatever stands before it, and tells how it arrived. */
export async function ask(host: Host, method: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const until = String(Date.now() + 60 * SECOND);
  const query = new URLSearchParams({ until, proof: proofOf(host.secrets[0], until) });
  let answer: Response;
  let text: string;
  try {
    answer = await fetch(`${host.baseUrl}${ECHO_PATH}?${query}`, {
      method,
      redirect: 'manual',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(5 * SECOND),
    });
    text = await answer.text();
  } catch {
    return { from: 'other', status: null };
  }
  if (answer.headers.get('seatkit-doctor') === '1') return { from: 'seatkit', echo: JSON.parse(text) as Echo };
  const isOurs = answer.status === 404 && (answer.headers.get('content-type') ?? '').startsWith('application/problem+json');
  return isOurs ? { from: 'stranger' } : { from: 'other', status: answer.status };
}

/** Answers `ask`. Whoever cannot prove to hold the host's secret finds nothing here. */
export function echo(host: Host): RequestHandler {
  return (req, res, next) => {
    if (!isAsked(host, req)) return void next();
    describeBody(req).then((body) => {
      const headers = Object.entries(headersOf(host)).flatMap(([name, value]) => (req.headers[name] === value ? [name] : []));
      res.setHeader('Seatkit-Doctor', '1');
      sendJson(res, 200, { headers, body } satisfies Echo);
    }, next);
  };
}

/** How both sides name a body. */
export const hashOfBody = (body: unknown): string => hashOf(JSON.stringify(body));

async function describeBody(req: Request): Promise<Echo['body']> {
  try {
    const body = await readBody(req);
    if (body === undefined) return 'nothing';
    if (typeof body === 'string') return 'text';
    return Buffer.isBuffer(body) ? 'bytes' : { hash: hashOfBody(body) };
  } catch (error) {
    if (error instanceof DomainError) return 'unreadable';
    throw error;
  }
}

function isAsked(host: Host, req: Request): boolean {
  const query = new URL(req.originalUrl, host.baseUrl).searchParams;
  const until = query.get('until') ?? '';
  const proof = query.get('proof') ?? '';
  return Number(until) > Date.now() && host.secrets.some((secret) => sameText(proof, proofOf(secret, until)));
}

function proofOf(secret: string, until: string): string {
  return createHmac('sha256', secret).update(`doctor:${until}`).digest('base64url');
}
