import type { Request } from 'express';

/** Whether a form was sent from our own page. Browsers always say where a POST comes from; `null` and silence are no answer. */
export function isOwnForm(req: Request, baseUrl: string): boolean {
  const { origin } = req.headers;
  if (origin !== undefined) return origin === new URL(baseUrl).origin;
  return req.headers['sec-fetch-site'] === 'same-origin';
}
