import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { domainToASCII } from 'node:url';
import { promisify } from 'node:util';
import type { NewHostUser } from '@seatkit/server-plugin';
import type { Knex } from 'knex';
import { db } from './db.ts';

/** A row of the host's `users` table. */
export interface Account {
  readonly id: number;
  readonly email: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly password_hash: string | null;
  readonly email_verified_at: number | null;
  readonly suspended: boolean;
  readonly is_staff: boolean;
  readonly last_login_at: number | null;
  readonly locale: string | null;
}

/** The form in which an address is kept and compared: trimmed, lower-case, its domain in ASCII. */
export function addressKey(address: string): string {
  const text = address.trim().normalize('NFC').toLowerCase();
  const at = text.lastIndexOf('@');
  return at < 0 ? text : `${text.slice(0, at)}@${domainToASCII(text.slice(at + 1)) || text.slice(at + 1)}`;
}

/** Finds an account by its address. */
export function findAccount(email: string, connection: Knex = db): Promise<Account | undefined> {
  return connection<Account>('users')
    .where({ email: addressKey(email) })
    .first();
}

/** What a new account starts with; what is left out stays empty. */
export type NewAccount = Pick<Account, 'email' | 'first_name' | 'last_name'> & Partial<Omit<Account, 'id'>>;

/** Adds an account on the given connection, which may be a transaction, and returns its id. */
export async function addAccount(account: NewAccount, connection: Knex = db): Promise<number> {
  const email = addressKey(account.email);
  await connection('users').insert({ ...account, email });
  // Databases differ in what an insert returns; the address is unique.
  const row = await connection<Account>('users').where({ email }).first('id');
  if (!row) throw new Error('The new account was not found');
  return row.id;
}

/** Makes an account for somebody who joins through a mailed link, in Seatkit's transaction. The link has proven the address. */
export async function addJoiner(person: NewHostUser, { trx }: { readonly trx: Knex.Transaction }): Promise<string> {
  const { email, firstName, lastName, locale } = person;
  return String(await addAccount({ email, first_name: firstName, last_name: lastName, locale, email_verified_at: Date.now() }, trx));
}

/** Changes address or names, in Seatkit's transaction. */
export async function updateAccount(
  userId: string,
  changes: { readonly email?: string; readonly verified?: false; readonly firstName?: string; readonly lastName?: string },
  { trx }: { readonly trx: Knex.Transaction },
): Promise<void> {
  const row: Partial<Pick<Account, 'email' | 'email_verified_at' | 'first_name' | 'last_name'>> = {
    ...(changes.email !== undefined && { email: addressKey(changes.email) }),
    ...(changes.verified === false && { email_verified_at: null }),
    ...(changes.firstName !== undefined && { first_name: changes.firstName }),
    ...(changes.lastName !== undefined && { last_name: changes.lastName }),
  };
  if (Object.keys(row).length > 0)
    await trx('users')
      .where({ id: Number(userId) })
      .update(row);
}

const derive = promisify<string, Buffer, number, Buffer>(scrypt);

/** Hashes a password with a salt of its own. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return `${salt.toString('base64url')}.${(await derive(password.normalize('NFKC'), salt, 32)).toString('base64url')}`;
}

/** Whether the password belongs to the hash. Takes the same time when there is no hash. */
export async function isPassword(password: string, hash: string | null | undefined): Promise<boolean> {
  const [salt = '', key = ''] = (hash ?? '').split('.');
  const expected = Buffer.from(key, 'base64url');
  const actual = await derive(password.normalize('NFKC'), Buffer.from(salt, 'base64url'), 32);
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}
