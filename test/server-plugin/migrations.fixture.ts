import { createSeatkit } from '@seatkit/server-plugin';
import { connectTo } from '../support/database.ts';
import type { SetupName } from '../support/knex-setups.ts';
import { atStart } from '../support/process-child.ts';

const db = connectTo(process.env.SETUP as SetupName, process.env.DATABASE_URL!);
const seatkit = createSeatkit({
  db,
  baseUrl: 'http://lms.test/seatkit',
  pages: { signIn: '/login', home: '/home' },
  users: { table: 'users', id: 'id', email: 'email', name: 'name' },
  authenticate: () => null,
  signIn() {},
  secret: 'a secret of the tests, long enough for everything',
});

await atStart(async () => {
  const steps = await seatkit.migrate();
  await db.destroy();
  return steps;
});
