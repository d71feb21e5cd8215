import { createSeatkit } from '@seatkit/server-plugin';
import { connectTo } from '../support/database.ts';
import type { SetupName } from '../support/knex-setups.ts';

/** One of several processes that find the same database empty. */
export async function prepare({ setup, url }: { setup: SetupName; url: string }) {
  const db = connectTo(setup, url);
  const seatkit = createSeatkit({
    db,
    baseUrl: 'http://lms.test/seatkit',
    pages: { signIn: '/login', home: '/home' },
    users: { table: 'users', id: 'id', email: 'email', name: 'name' },
    authenticate: () => null,
    signIn() {},
    secret: 'a secret of the tests, long enough for everything',
  });
  return async () => {
    const steps = await seatkit.migrate();
    await db.destroy();
    return steps;
  };
}
