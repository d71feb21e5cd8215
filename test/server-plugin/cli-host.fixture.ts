import { createSeatkit } from '@seatkit/server-plugin';
import knexModule from 'knex';

const db = knexModule.default({
  client: 'better-sqlite3',
  connection: { filename: process.env.CLI_DATABASE ?? '' },
  useNullAsDefault: true,
  pool: { min: 1, max: 1 },
});

/** A host's module as the command line imports it: the mount and nothing that listens. */
export const seatkit = createSeatkit({
  db,
  // A port at which nothing can listen.
  baseUrl: 'http://localhost:9/seatkit',
  pages: { signIn: '/login', home: '/' },
  users: { table: 'people', id: 'id', email: 'email', name: 'name', verified: 'verified' },
  authenticate: () => null,
  signIn() {},
  secret: 'a secret for the command line, 32 characters',
});
