import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSeatkit, type Seatkit, type SeatkitOptions } from '@seatkit/server-plugin';
import express, { type Request } from 'express';
import type { Knex } from 'knex';
import type { Base } from '../../server-plugin/src/context.ts';
import { dialectOf } from '../../server-plugin/src/db/dialect.ts';
import { tablesOf } from '../../server-plugin/src/db/tables.ts';
import { hostOf } from '../../server-plugin/src/host/host.ts';
import { compileColumns } from '../../server-plugin/src/host/user-columns.ts';

/** A small host around a Seatkit: a users table, a session that is just a cookie with the user's id, and a server on a free port. */
export interface JoinHost {
  readonly seatkit: Seatkit;
  /** For what has no door of its own: one round of the dispatcher, health, retrying by hand. */
  readonly base: Base;
  readonly db: Knex;
  readonly origin: string;
  readonly baseUrl: string;
  readonly errors: string[];
  /** Makes an account and returns its id. */
  addUser(user: NewUser, connection?: Knex): Promise<string>;
  /** An organization with one pool of `Pro` seats, and the admin Ada. */
  addOrganization(
    key: string,
    more?: { name?: string; locale?: string; settings?: object },
  ): Promise<{ id: string; poolId: string; adminId: string }>;
  close(): Promise<void>;
}

interface NewUser {
  readonly email: string;
  readonly verified?: boolean;
  readonly name?: string;
  readonly locale?: string;
}

let count = 0;

export async function startJoinHost(db: Knex, options: Partial<SeatkitOptions> = {}): Promise<JoinHost> {
  await db.schema.createTable('users', (t) => {
    t.string('id').primary();
    t.string('email').notNullable();
    t.string('name').notNullable();
    t.boolean('verified').notNullable();
    t.string('locale');
  });
  const app = express();
  const server: Server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const errors: string[] = [];
  const insertUser = async (connection: Knex, user: NewUser) => {
    count += 1;
    const id = `u${count}`;
    await connection('users').insert({
      id,
      email: user.email,
      name: user.name ?? 'Some One',
      verified: user.verified ?? true,
      locale: user.locale ?? null,
    });
    return id;
  };
  const users = { table: 'users', id: 'id', email: 'email', name: 'name', verified: 'verified', locale: 'locale' };
  const all: SeatkitOptions = {
    db,
    baseUrl: `${origin}/seatkit`,
    pages: { signIn: '/login', signUp: '/register', home: '/home' },
    users,
    authenticate: (req: Request) => {
      const userId = /(?:^|; )sid=([^;]+)/.exec(req.headers.cookie ?? '')?.[1];
      return userId === undefined ? null : { userId };
    },
    signIn: (_req, res, user) => void res.cookie('sid', user.id),
    secret: 'test-secret-test-secret-test-secret',
    onError: (error) => void errors.push(String(error)),
    ...options,
  };
  const seatkit = createSeatkit(all);
  const base: Base = {
    db,
    prefix: 'seatkit_',
    tables: tablesOf('seatkit_'),
    dialect: dialectOf(db),
    host: hostOf(all, compileColumns(users)),
    wake() {},
  };
  app.use('/seatkit', seatkit.router);
  await seatkit.migrate();
  const operator = { operator: 'test' };

  return {
    seatkit,
    base,
    db,
    origin,
    baseUrl: `${origin}/seatkit`,
    errors,
    addUser: (user, connection = db) => insertUser(connection, user),
    async addOrganization(key, more = {}) {
      const { id } = await seatkit.run(null, operator, 'createOrganization', {
        params: {},
        body: { key, name: more.name ?? 'Acme', locale: more.locale ?? 'en', settings: more.settings ?? {} },
      });
      const pool = await seatkit.run(null, operator, 'createPool', {
        params: { organizationId: id },
        body: { product: 'pro', name: 'Pro', quantity: 50, assignment: 'manual' },
      });
      const adminId = await insertUser(db, { email: `ada@${key}.example`, name: 'Ada Lovelace' });
      await seatkit.run(null, operator, 'updateOrganization', {
        params: { organizationId: id },
        body: { settings: { attachKnown: true } },
      });
      await seatkit.run(null, operator, 'createInvitations', {
        params: { organizationId: id },
        body: { people: [{ email: `ada@${key}.example`, role: 'admin' }] },
      });
      await seatkit.run(null, operator, 'updateOrganization', {
        params: { organizationId: id },
        body: { settings: { attachKnown: false } },
      });
      return { id, poolId: pool.id, adminId };
    },
    async close() {
      await seatkit.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
