import { createHash, randomBytes } from 'node:crypto';
import type { HostSession } from '@seatkit/server-plugin';
import type { Request, Response } from 'express';
import type { Account } from './accounts.ts';
import { db } from './db.ts';

const name = 'lms_session';
const lifetime = 14 * 24 * 3600 * 1000;

/** Reads one cookie of a request. */
export function readCookie(req: Request, cookie: string): string | null {
  for (const part of (req.headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === cookie && value) return value;
  }
  return null;
}

function hashOf(req: Request): string | null {
  const token = readCookie(req, name);
  return token && createHash('sha256').update(token).digest('hex');
}

/** The person whose session the request carries, or null. */
export async function currentAccount(req: Request): Promise<Account | null> {
  const id = hashOf(req);
  if (!id) return null;
  const account = await db('sessions')
    .join('users', 'users.id', 'sessions.user_id')
    .where({ 'sessions.id': id, 'users.suspended': false })
    .where('sessions.expires', '>', Date.now())
    .first<Account | undefined>('users.*');
  return account ?? null;
}

/** What Seatkit may know of the session: who it is, and whether they are the vendor's own staff. */
export async function hostSession(req: Request): Promise<HostSession | null> {
  const account = await currentAccount(req);
  return account && { userId: String(account.id), hostAdmin: Boolean(account.is_staff) };
}

/** Starts a session with a new id, ending the one that the browser had. */
export async function startSession(req: Request, res: Response, userId: number): Promise<void> {
  const former = hashOf(req);
  if (former) await db('sessions').where({ id: former }).delete();
  const token = randomBytes(32).toString('base64url');
  const now = Date.now();
  await db('sessions').where('expires', '<', now).delete();
  await db('sessions').insert({ id: createHash('sha256').update(token).digest('hex'), user_id: userId, expires: now + lifetime });
  await db('users').where({ id: userId }).update({ last_login_at: now });
  res.cookie(name, token, { httpOnly: true, sameSite: 'lax', path: '/', maxAge: lifetime });
}

/** Ends the session of this browser. */
export async function endSession(req: Request, res: Response): Promise<void> {
  const id = hashOf(req);
  if (id) await db('sessions').where({ id }).delete();
  res.clearCookie(name, { path: '/' });
}

/** Ends all sessions of a person, everywhere. */
export async function endSessionsOf(userId: number): Promise<void> {
  await db('sessions').where({ user_id: userId }).delete();
}
