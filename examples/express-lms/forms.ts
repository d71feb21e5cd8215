import type { Request } from 'express';

/** The text fields of a form or a JSON body; anything else in it is left out. */
export function fields(req: Request): Readonly<Record<string, string>> {
  const body: unknown = req.body;
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(Object.entries(body).filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
}
