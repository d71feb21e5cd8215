import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SeatkitClient } from '@seatkit/sdk';
import { type AccessEvent, createSeatkit, type Seatkit, type SeatkitOptions } from '@seatkit/server-plugin';
import express from 'express';
import type { Knex } from 'knex';

/** A small host LMS for tests: its own users and enrolments, its own session (a header), and Seatkit mounted on its database. */
export interface TestHost {
  readonly db: Knex;
  readonly seatkit: Seatkit;
  /** The origin, `http://127.0.0.1:40251`. */
  readonly origin: string;
  /** Acts as the operator. */
  readonly operator: SeatkitClient;
  /** Acts as one of the host's people, through the host's session. */
  as(userId: string): SeatkitClient;
  /** Acts with a bearer secret. */
  withToken(token: string): SeatkitClient;
  addUser(user: NewUser): Promise<string>;
  /** The host's own enrolment rows. */
  enrolments(): Promise<{ userId: string; product: string }[]>;
  userByEmail(email: string): Promise<{ id: string; email: string; firstName: string; lastName: string } | undefined>;
  /** Everything the host was asked to do after a commit, in order. */
  readonly committed: AccessEvent[];
  readonly signedOut: string[];
  /** Users for whom the host began a session. */
  readonly signedIn: string[];
  /** Set to make a hook throw. */
  readonly failing: Set<'grant' | 'revoke' | 'createUser' | 'updateUser'>;
  /** What was reported in the background. */
  readonly errors: unknown[];
  stop(): Promise<void>;
}

export interface NewUser {
  readonly email: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly verified?: boolean;
  readonly locale?: string;
  /** Acts as operator through the session. */
  readonly staff?: boolean;
}

export const OPERATOR_KEY = 'the-operator-key-of-the-tests-0123456789';

/** The host's own tables, with camelCase names that the host's mapper may rewrite. */
export async function createHostTables(db: Knex): Promise<void> {
  await db.schema.createTable('users', (t) => {
    t.increments('id', { primaryKey: false }).notNullable();
    t.primary(['id'], 'usersPrimary');
    t.string('email').notNullable().index('usersEmail');
    t.string('firstName').notNullable();
    t.string('lastName').notNullable();
    t.boolean('verified').notNullable();
    t.string('locale');
    t.string('lastSeenAt');
    t.boolean('staff').notNullable();
  });
  await db.schema.createTable('enrolments', (t) => {
    t.string('userId').notNullable();
    t.string('product').notNullable();
  });
}

export interface HostSettings {
  readonly options?: Partial<SeatkitOptions>;
  /** Where Seatkit is mounted, `/seatkit` unless said otherwise. */
  readonly mount?: string;
  /** Called with the app before Seatkit is mounted, for body parsers and the like. */
  readonly before?: (app: express.Express) => void;
  /** Another Express, e.g. version 4. */
  readonly createApp?: () => express.Express;
  /** Whether tables are made; false when another process has made them. */
  readonly fresh?: boolean;
  /** Whether the dispatcher runs; true unless said otherwise. */
  readonly dispatch?: boolean;
}

export async function startTestHost(db: Knex, settings: HostSettings = {}): Promise<TestHost> {
  const mount = settings.mount ?? '/seatkit';
  const app = settings.createApp?.() ?? express();
  const server: Server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const committed: AccessEvent[] = [];
  const signedOut: string[] = [];
  const signedIn: string[] = [];
  const errors: unknown[] = [];
  const failing: TestHost['failing'] = new Set();
  const failIf = (hook: 'grant' | 'revoke' | 'createUser' | 'updateUser') => {
    if (failing.has(hook)) throw new Error(`the host's ${hook} fails, as the test asked`);
  };
  if (settings.fresh !== false) await createHostTables(db);

  const insertUser = async (on: Knex, user: NewUser): Promise<string> => {
    const { email, firstName = '', lastName = '', verified = true, locale = null, staff = false } = user;
    await on('users').insert({ email, firstName, lastName, verified, locale, staff });
    const row = (await on('users').where({ email }).orderBy('id', 'desc').first()) as { id: number };
    return String(row.id);
  };

  const seatkit = createSeatkit({
    db,
    baseUrl: `${origin}${mount}`,
    pages: { signIn: '/login', signUp: '/signup', home: '/home' },
    users: {
      table: 'users',
      id: 'id',
      email: 'email',
      verified: 'verified',
      name: { first: 'firstName', last: 'lastName' },
      locale: 'locale',
      lastSeen: { column: 'lastSeenAt', unit: 'datetime' },
    },
    async authenticate(req) {
      const userId = req.headers['x-user'];
      if (typeof userId !== 'string' || userId === '') return null;
      const user = (await db('users')
        .where({ id: Number(userId) })
        .first()) as { staff: unknown } | undefined;
      return user ? { userId, hostAdmin: Boolean(user.staff) } : null;
    },
    signIn: (_req, _res, user) => void signedIn.push(user.id),
    signOut: ({ userId }) => void signedOut.push(userId),
    async createUser(person, { trx }) {
      failIf('createUser');
      return insertUser(trx, { ...person, verified: true });
    },
    async updateUser(userId, changes, { trx }) {
      failIf('updateUser');
      await trx('users')
        .where({ id: Number(userId) })
        .update(changes);
    },
    access: {
      async grant(events, { trx }) {
        await trx('enrolments').insert(events.map(({ userId, product }) => ({ userId, product })));
        failIf('grant');
      },
      async revoke(events, { trx }) {
        for (const { userId, product } of events) await trx('enrolments').where({ userId, product }).delete();
        failIf('revoke');
      },
      committed: (event) => void committed.push(event),
    },
    secret: 'a secret of the tests, long enough for everything',
    operatorKey: OPERATOR_KEY,
    onError: (error) => void errors.push(error),
    ...settings.options,
  });
  if (settings.fresh !== false) await seatkit.migrate();
  settings.before?.(app);
  app.use(mount, seatkit.router);
  if (settings.dispatch !== false) await seatkit.start();

  const baseUrl = `${origin}${mount}`;
  return {
    db,
    seatkit,
    origin,
    operator: new SeatkitClient({ baseUrl, getToken: () => OPERATOR_KEY }),
    as: (userId) => new SeatkitClient({ baseUrl, headers: { 'X-User': userId }, retries: 0 }),
    withToken: (token) => new SeatkitClient({ baseUrl, getToken: () => token, retries: 0 }),
    addUser: (user) => insertUser(db, user),
    enrolments: async () =>
      (await db('enrolments').select('userId', 'product').orderBy(['userId', 'product'])) as { userId: string; product: string }[],
    async userByEmail(email) {
      const row = (await db('users').where({ email }).first()) as
        | { id: number; email: string; firstName: string; lastName: string }
        | undefined;
      return row && { ...row, id: String(row.id) };
    },
    committed,
    signedOut,
    signedIn,
    failing,
    errors,
    async stop() {
      await seatkit.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
