import type { Request } from 'express';
import { fail } from '../errors.ts';

/** Bytes that a body may have. */
export const LIMIT = 2_000_000;

/** The body as JSON: what the host's own parser made of it, or read from the stream when none has run. */
export async function readBody(req: Request): Promise<unknown> {
  const length = Number(req.headers['content-length'] ?? '0');
  const hasBody = length > 0 || req.headers['transfer-encoding'] !== undefined;
  if (!hasBody) return undefined;
  if (!/^application\/json\s*(;|$)/i.test(req.headers['content-type'] ?? ''))
    fail('invalid', 'Send JSON: Content-Type must be application/json.');
  if (req.body !== undefined && (req.readableEnded || (req as { _body?: boolean })._body === true)) return req.body as unknown;
  if (length > LIMIT) fail('too_large', 'The request is larger than 2 MB.');
  const bytes = await readBytes(req);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return fail('invalid', 'The request is not valid JSON.');
    throw error;
  }
}

async function readBytes(req: Request): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // Leaving the loop must not cut the connection: the refusal still has to go over it.
    for await (const chunk of req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > LIMIT) break;
      chunks.push(chunk);
    }
  } catch {
    // The caller has gone away in the middle of it, and nobody hears this.
    fail('invalid', 'The request ended before it was complete.');
  }
  if (size <= LIMIT) return Buffer.concat(chunks);
  req.resume();
  return fail('too_large', 'The request is larger than 2 MB.');
}

/** The query as it was sent, whatever query parser the host's app has. */
export function readQuery(req: Request): Record<string, string> {
  const at = req.originalUrl.indexOf('?');
  const query: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(at < 0 ? '' : req.originalUrl.slice(at + 1))) {
    if (Object.hasOwn(query, name)) fail('invalid', `"${name}" is given twice.`, { fields: [{ path: name, message: 'is given twice' }] });
    Object.defineProperty(query, name, { value, enumerable: true, configurable: true, writable: true });
  }
  return query;
}

/** `If-Match: "5"`. Weak tags count too, because proxies that compress weaken them. */
export function readIfMatch(req: Request): number | null {
  const header = req.headers['if-match'];
  if (header === undefined || header.trim() === '*') return null;
  const match = /^(?:W\/)?"(\d{1,15})"$/.exec(header.trim());
  // An unknown tag matches no version.
  return match ? Number(match[1]) : -1;
}
