import type { Base } from '../context.ts';
import { pendingMigrations } from '../db/migrate.ts';
import { verifyMail } from '../outbox/mailer.ts';
import { outboxHealth } from '../outbox/outbox.health.ts';
import { bodyParsers, mountOrder, proxy } from './arrival.ts';
import { emailColumn } from './email-column.ts';
import { error, type Finding, ok, warning } from './finding.ts';
import { privileges } from './privileges.ts';
import { firstValue, lastValue } from './raw-value.ts';
import { reachability } from './reachability.ts';
import { words } from './words.ts';

/** One thing that was looked at. */
export interface DoctorFinding extends Finding {
  readonly check: string;
}

/** A dispatcher that runs has looked at everything by then. */
const LONG_SECONDS = 600;

type Check = (base: Base, known: { readonly enforced: boolean }) => Promise<Finding>;

const checks: Record<string, Check> = {
  async database({ db }) {
    await db.raw('select 1');
    return ok('The database answers.');
  },
  async migrations({ db, prefix }) {
    const pending = await pendingMigrations(db, prefix);
    return pending.length === 0
      ? ok('Every table is there.')
      : error(`${pending.length} steps are pending: ${pending.join(', ')}.`, 'Run `seatkit migrate`, or call migrate() at start.');
  },
  privileges,
  async users({ db, host }) {
    await host.findUsers(db, ['0']);
    await host.findUsersByAddress(db, ['doctor@seatkit.invalid']);
    return ok("The host's people can be read by id and by address.");
  },
  emailColumn,
  async verified({ host }) {
    const { users } = host.options;
    if (!('table' in users) || users.verified !== undefined) return ok('The host says which addresses are verified.');
    return warning(
      'The mapping has no `verified` column, so nobody joins except through the mailed link.',
      'Name the column that says whether an address is proven: users.verified.',
    );
  },
  async clock({ db, dialect }) {
    const sql = {
      sqlite: "select strftime('%s','now') as t",
      mysql: 'select unix_timestamp() as t',
      postgres: 'select extract(epoch from now()) as t',
    }[dialect.name];
    const raw = (await db.raw(sql)) as unknown;
    const seconds = Number(firstValue(raw));
    const skew = Math.abs(seconds - Date.now() / 1000);
    return skew < 5
      ? ok('The clocks of database and process agree.')
      : warning(`The clocks differ by ${Math.round(skew)} s.`, 'Synchronise both machines (NTP).');
  },
  async binlog({ db, dialect }) {
    if (dialect.name !== 'mysql') return ok('Nothing to set for this database.');
    const format = String(firstValue(await db.raw('select @@binlog_format as t')));
    return format === 'STATEMENT'
      ? error('binlog_format is STATEMENT, with which READ COMMITTED transactions cannot write.', 'Set binlog_format to ROW or MIXED.')
      : ok(`binlog_format is ${format}.`);
  },
  async isolation({ db, dialect }) {
    if (dialect.name === 'sqlite') return ok('SQLite transactions run one after the other.');
    const level =
      dialect.name === 'mysql'
        ? lastValue(await db.raw("show variables where variable_name in ('transaction_isolation', 'tx_isolation')"))
        : firstValue(await db.raw('show default_transaction_isolation'));
    return ok(`Own transactions run at READ COMMITTED; those that the host begins run at its own level, by default ${String(level)}.`);
  },
  async busyTimeout({ db, dialect }) {
    if (dialect.name !== 'sqlite') return ok('Nothing to set for this database.');
    const timeout = Number(firstValue(await db.raw('pragma busy_timeout')));
    return timeout > 0
      ? ok(`SQLite waits ${timeout} ms for another process.`)
      : warning('SQLite does not wait for other processes.', 'Run `PRAGMA busy_timeout = 5000` in pool.afterCreate.');
  },
  async baseUrl({ host }) {
    const url = new URL(host.baseUrl);
    const local = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
    return url.protocol === 'https:' || local
      ? ok(host.baseUrl)
      : warning(`${host.baseUrl} is not https: links and cookies can be read on the way.`, 'Give the public https address as baseUrl.');
  },
  reachability,
  mountOrder,
  bodyParsers,
  proxy,
  async mail({ host }) {
    if (!host.options.mail) return warning('No mail is configured: invitations wait in the outbox.', 'Give the option `mail`.');
    await verifyMail(host);
    return ok('The mail transport is ready.');
  },
  words,
  async outbox(base) {
    const { waiting, oldestSeconds, dead } = await outboxHealth(base);
    if (dead > 0)
      return warning(`Mails and events given up: ${dead}.`, '`seatkit outbox` lists them with the cause; `--retry` tries them again.');
    return oldestSeconds < LONG_SECONDS
      ? ok(`The outbox is served: ${waiting} wait.`)
      : warning(
          `Mail or events wait for ${Math.round(oldestSeconds / 60)} minutes.`,
          'Call start() in a process that stays up, and see above whether mail is ready.',
        );
  },
  async signOut({ host }) {
    return host.options.signOut
      ? ok('Sessions of deactivated people are ended.')
      : warning('Without `signOut` a deactivated person stays signed in until the session ends.', 'Give the option `signOut`.');
  },
  async enforcement(_base, { enforced }) {
    return enforced
      ? ok("The host's login asks maySignIn.")
      : warning(
          "Not enforced: the host's login has never asked maySignIn, so deactivated people can still sign in.",
          "Call `await seatkit.maySignIn(userId, 'password')` in the password login.",
        );
  },
  async collisions({ db, tables }) {
    const rows = (await db(tables.members).select('id').where({ collision: 1 }).limit(20)) as { id: string }[];
    return rows.length === 0
      ? ok("Every member's address agrees with the host's.")
      : warning(
          `Members whose new address at the host is already another member's: ${rows.map((row) => row.id).join(', ')}.`,
          'Change one of the two addresses.',
        );
  },
};

/** Looks at everything, whatever fails on the way. */
export async function doctor(base: Base, known: { readonly enforced: boolean }): Promise<DoctorFinding[]> {
  const findings: DoctorFinding[] = [];
  for (const [check, look] of Object.entries(checks)) {
    try {
      findings.push({ check, ...(await look(base, known)) });
    } catch (caught) {
      findings.push({
        check,
        ...error(caught instanceof Error ? caught.message : String(caught), fixes[check] ?? 'Mend the cause and run doctor again.'),
      });
    }
  }
  return findings;
}

const fixes: Record<string, string> = {
  database: 'Check the connection settings.',
  privileges: 'Grant SELECT, INSERT, UPDATE and DELETE on the own tables, and run `seatkit migrate`.',
  users: 'Check table and column names in the option `users`, and grant SELECT on them.',
  words: 'Mend the options `words` and `mailLayout`; mail waits until they work.',
  mail: 'Check the address and the credentials of the mail server.',
};
