import type { Request } from 'express';
import type { Knex } from 'knex';
import type { HostSession, HostUser, SeatkitOptions, UserQuery } from '../options.ts';
import { addressKey } from '../text.ts';
import { type Language, type Words, wordsWith } from '../words/words.ts';
import { hostId } from './host-id.ts';
import { toHostUser } from './host-user.ts';

/** The host as the server sees it: its options and its people, already normalised. */
export interface Host {
  readonly options: SeatkitOptions;
  /** Where Seatkit is mounted, without a trailing slash: `https://lms.example/seatkit`. */
  readonly baseUrl: string;
  /** The path of `baseUrl`, `/seatkit`. */
  readonly mountPath: string;
  readonly secrets: readonly [string, ...string[]];
  readonly defaultLocale: string;
  /** What mail and pages call the place: the sender's name, else the host name of `baseUrl`. */
  readonly siteName: string;
  /** What mail and pages say, with the host's own words in it. */
  readonly words: Readonly<Record<Language, Words>>;
  /** Whether the host says when people were last there. */
  readonly lastSeenKnown: boolean;
  /** The host's session of a request. Its user id is text from here on: a database that compares a number with a text column finds others, too. */
  findSession(req: Request): Promise<HostSession | null>;
  findUsers(db: Knex, ids: readonly string[]): Promise<Map<string, HostUser>>;
  /** Every account whose address has one of these keys, by key. */
  findUsersByAddress(db: Knex, keys: readonly string[]): Promise<Map<string, HostUser[]>>;
}

const CHUNK = 500;

export function hostOf(options: SeatkitOptions, users: UserQuery): Host {
  const baseUrl = options.baseUrl.replace(/\/+$/, '');
  const secrets = typeof options.secret === 'string' ? [options.secret] : [...options.secret];
  if (secrets.length === 0 || secrets.some((secret) => secret.length < 32))
    throw new Error('secret: give at least 32 characters, made at random and kept for good');
  return {
    options,
    baseUrl,
    mountPath: new URL(baseUrl).pathname.replace(/\/+$/, ''),
    secrets: secrets as [string, ...string[]],
    defaultLocale: options.defaultLocale ?? 'en',
    siteName: senderName(options.mailFrom) ?? new URL(baseUrl).host,
    words: wordsWith(options.words),
    lastSeenKnown: users.lastSeen ?? false,
    async findSession(req) {
      const session = await options.authenticate(req);
      return session && { ...session, userId: hostId(session.userId, 'authenticate') };
    },
    async findUsers(db, ids) {
      const found = new Map<string, HostUser>();
      for (let at = 0; at < ids.length; at += CHUNK) {
        for (const row of await users.byId(db, ids.slice(at, at + CHUNK))) {
          const user = toHostUser(row);
          found.set(user.id, user);
        }
      }
      return found;
    },
    async findUsersByAddress(db, keys) {
      const found = new Map<string, HostUser[]>();
      const wanted = new Set(keys);
      for (let at = 0; at < keys.length; at += CHUNK) {
        for (const row of await users.byEmail(db, keys.slice(at, at + CHUNK))) {
          const user = toHostUser(row);
          const key = addressKey(user.email);
          if (wanted.has(key)) found.set(key, [...(found.get(key) ?? []), user]);
        }
      }
      return found;
    },
  };
}

/** The name in `Fernhill Learning <no-reply@lms.example>`, if there is one. */
function senderName(mailFrom: string | undefined): string | null {
  const name = /^([^<]*)<[^<>]*>\s*$/.exec(mailFrom ?? '')?.[1]?.trim();
  return name?.replace(/^"(.*)"$/, '$1').replace(/\\(.)/g, '$1') || null;
}
