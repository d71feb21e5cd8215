import { connectTo } from '../support/database.ts';
import type { SetupName } from '../support/knex-setups.ts';
import { startTestHost } from '../support/test-host.ts';

const db = connectTo(process.env.SETUP as SetupName, process.env.DATABASE_URL!);
await db.raw('select 1');
process.once('message', async () => {
  const host = await startTestHost(db, { fresh: false, options: { mail: process.env.SMTP_URL!, mailFrom: 'no-reply@lms.test' } });
  process.send!('started');
  process.once('message', async () => {
    await host.stop();
    await db.destroy();
    process.disconnect();
  });
});
process.send!('ready');
