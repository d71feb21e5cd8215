import type { Request, Response } from 'express';
import type { Host } from '../host/host.ts';

/** A cookie for Seatkit's own pages only. `maxAge` in seconds; without it the cookie goes with the browser's session. */
export function appendCookie(res: Response, host: Host, name: string, value: string, maxAge?: number): void {
  const age = maxAge === undefined ? '' : `; Max-Age=${maxAge}`;
  const secure = host.baseUrl.startsWith('https:') ? '; Secure' : '';
  res.appendHeader('Set-Cookie', `${name}=${value}; Path=${host.mountPath || '/'}${age}; HttpOnly; SameSite=Lax${secure}`);
}

/** Every value that the browser sends under a name: a page elsewhere on the host may have set one of the same name. */
export function readCookies(req: Request, name: string): string[] {
  const cookies = (req.headers.cookie ?? '').split(';').map((cookie) => cookie.trim());
  return cookies.filter((cookie) => cookie.startsWith(`${name}=`)).map((cookie) => cookie.slice(name.length + 1));
}
