import type { AccessEvent, HostUser, NewHostUser } from '@seatkit/server-plugin';
import type { Request, Response } from 'express';
import knexModule, { type Knex } from 'knex';

/** What the README's mount imports from the reader's own LMS: the least that works. */
export const db = knexModule.default({
  client: 'better-sqlite3',
  connection: { filename: ':memory:' },
  useNullAsDefault: true,
  pool: { min: 1, max: 1 },
});

export async function createTables(): Promise<void> {
  await db.schema.createTable('users', (t) => {
    t.increments('id');
    t.string('email');
    t.string('first_name');
    t.string('last_name');
    t.string('email_verified_at');
  });
  await db.schema.createTable('enrolments', (t) => {
    t.string('user_id');
    t.string('course');
  });
}

export const sessionOf = (req: Request) => (typeof req.headers['x-user'] === 'string' ? { userId: req.headers['x-user'] } : null);
export const startSession = (_req: Request, res: Response, userId: HostUser['id']) => void res.setHeader('Set-Cookie', `session=${userId}`);
export const endSessions = (_userId: string) => {};
export const showCourse = (_req: Request, res: Response) => void res.end('the course');

export async function createAccount(person: NewHostUser, trx: Knex.Transaction): Promise<string> {
  const [id] = await trx('users').insert({
    email: person.email,
    first_name: person.firstName,
    last_name: person.lastName,
    email_verified_at: new Date().toISOString(),
  });
  return String(id);
}

export async function enrol(seats: readonly AccessEvent[], trx: Knex.Transaction): Promise<void> {
  await trx('enrolments').insert(seats.map(({ userId, product }) => ({ user_id: userId, course: product })));
}

export async function unenrol(seats: readonly AccessEvent[], trx: Knex.Transaction): Promise<void> {
  for (const { userId, product } of seats) await trx('enrolments').where({ user_id: userId, course: product }).delete();
}
