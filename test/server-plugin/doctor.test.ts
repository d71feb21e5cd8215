import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import knexModule, { type Knex } from 'knex';
import { useFakeTimers } from 'sinon';
import { useCustomer } from '../support/customer.ts';
import { type DatabaseSetup, withDatabases } from '../support/database.ts';
import { type HostSettings, startTestHost, type TestHost } from '../support/test-host.ts';
import { finding } from './doctor-finding.ts';

withDatabases('main', (setup) => {
  describe('doctor', () => {
    const customer = useCustomer({ on: setup, dispatch: false });
    const servers: Server[] = [];
    const hosts: TestHost[] = [];
    after(async () => {
      for (const host of hosts) await host.stop();
      for (const server of servers) server.close();
    });
    /** A server that answers everything alike, and a Seatkit that believes to be mounted there. */
    const mountedAt = async (status: number, body: string, headers: Record<string, string> = {}) => {
      const server = createServer((_req, res) => res.writeHead(status, headers).end(body));
      servers.push(server);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/seatkit`;
      return another({ options: { baseUrl } });
    };
    const another = async (settings: HostSettings, db = customer.host.db) => {
      const host = await startTestHost(db, { fresh: false, dispatch: false, ...settings });
      hosts.push(host);
      return host;
    };

    it('finds nothing wrong with a sound mount but what the host has left out', async () => {
      const findings = await customer.host.seatkit.doctor();
      const wrong = findings.filter(({ status }) => status !== 'ok').map(({ check }) => check);
      expect(wrong.filter((check) => check !== 'busyTimeout')).to.deep.equal(['enforcement']);
      expect(await finding(customer.host.seatkit, 'reachability')).to.match(/^ok: http\S+\/seatkit\/health answers\.$/);
      const level = await finding(customer.host.seatkit, 'isolation');
      const expected = { sqlite: 'one after the other', mysql: 'by default REPEATABLE-READ', postgres: 'by default read committed' };
      expect(level).to.include(expected[setup.dialect]);
    });

    it('looks at how addresses are found', async () => {
      const { db, seatkit } = customer.host;
      expect(await finding(seatkit, 'emailColumn')).to.match(/^ok/);
      if (setup.dialect === 'mysql') {
        await db.raw('alter table users modify email varchar(255) character set utf8mb4 collate utf8mb4_bin not null');
        expect(await finding(seatkit, 'emailColumn')).to.match(/^warning: users\.email has the collation utf8mb4_bin/);
      }
      if (setup.dialect === 'postgres') {
        await db.raw("update pg_class set reltuples = 20000 where oid = to_regclass('users')");
        expect(await finding(seatkit, 'emailColumn')).to.match(/^warning: users holds about 20000 rows and has no index on lower\(email\)/);
        await db.raw('create index on users (lower(email))');
        expect(await finding(seatkit, 'emailColumn')).to.match(/^ok/);
      }
    });

    it('tells a wrong mount, a redirecting proxy, another version and a server that does not run apart', async () => {
      const mounted = [
        await mountedAt(404, '<h1>Not found</h1>'),
        await mountedAt(301, '', { location: 'https://127.0.0.1/seatkit/health' }),
        await mountedAt(200, JSON.stringify({ status: 'ok', version: '9.9.9', migrations: { pending: 0 } })),
        await mountedAt(200, ''),
      ];
      servers.at(-1)!.close();
      const told = await Promise.all(mounted.map(({ seatkit }) => finding(seatkit, 'reachability')));
      expect(told[0]).to.match(/^error: \S+ is answered by something else \(404\)/);
      expect(told[1]).to.match(/^warning: \S+ redirects to https:\/\/127\.0\.0\.1\/seatkit\/health/);
      expect(told[2]).to.match(/^warning: \S+ is answered by version 9\.9\.9/);
      expect(told[3]).to.match(/^warning: \S+ cannot be reached from here/);
      // One cause is told once.
      for (const { seatkit } of mounted)
        for (const check of ['mountOrder', 'bodyParsers', 'proxy']) expect(await finding(seatkit, check)).to.match(/^ok: Not looked at/);
    });

    const onServers = setup.dialect === 'sqlite' ? () => {} : it;
    onServers('tells a table apart on which the account may not do everything', async () => {
      const limited = await withoutRight(setup, customer.host.db, 'update', 'seatkit_seats');
      try {
        const told = await finding((await another({}, limited.db)).seatkit, 'privileges');
        expect(told).to.match(/^error: .*seatkit_seats/i);
        await limited.give();
        expect(await finding(hosts.at(-1)!.seatkit, 'privileges')).to.match(/^ok/);
      } finally {
        await limited.end();
      }
    });

    it('compares the clocks, and on MySQL looks at the format of the binary log', async () => {
      const clock = useFakeTimers({ now: Date.now() + 60_000, toFake: ['Date'] });
      try {
        expect(await finding(customer.host.seatkit, 'clock')).to.match(/^warning: The clocks differ by (59|60|61) s\.$/);
      } finally {
        clock.restore();
      }
      if (setup.dialect !== 'mysql') return;
      const { client, connection } = customer.host.db.client.config as Knex.Config & { client: string };
      const db = knexModule.default({
        client,
        connection: connection!,
        pool: {
          afterCreate: (raw: { query(sql: string, done: unknown): void }, done: unknown) =>
            raw.query("set session binlog_format = 'STATEMENT'", done),
        },
      });
      try {
        expect(await finding((await another({}, db)).seatkit, 'binlog')).to.match(/^error: binlog_format is STATEMENT/);
      } finally {
        await db.destroy();
      }
    });

    it('tells what waits for somebody to send it, and what was given up', async () => {
      const { db, seatkit } = customer.host;
      const tenMinutesAgo = new Date(Date.now() - 660_000).toISOString();
      const row = {
        id: 'doctor',
        kind: 'access',
        orderKey: 'm',
        payload: '{}',
        attempts: 0,
        availableAt: tenMinutesAgo,
        createdAt: tenMinutesAgo,
      };
      await db('seatkit_outbox').insert({ ...row, status: 'waiting' });
      expect(await finding(seatkit, 'outbox')).to.equal('warning: Mail or events wait for 11 minutes.');
      await db('seatkit_outbox').where({ id: 'doctor' }).update({ status: 'dead' });
      expect(await finding(seatkit, 'outbox')).to.equal('warning: Mails and events given up: 1.');
      await db('seatkit_outbox').where({ id: 'doctor' }).delete();
      expect(await finding(seatkit, 'outbox')).to.match(/^ok/);
    });
  });
});

/** A connection that may do everything a run-time account may, but for one right on one table. */
async function withoutRight({ dialect }: DatabaseSetup, db: Knex, right: string, table: string) {
  const name = `doctor_${process.pid}`;
  const { connection, ...config } = db.client.config as Knex.Config & { connection: string | Record<string, unknown> };
  const all = 'select, insert, update, delete';
  const tables = dialect === 'mysql' ? ((await db.raw('show tables'))[0] as object[]).map((row) => String(Object.values(row)[0])) : [];
  const user = dialect === 'mysql' ? `'${name}'@'%'` : name;
  if (dialect === 'mysql') {
    await db.raw(`create user ${user}`);
    for (const each of tables) await db.raw(`grant ${each === table ? 'select, insert, delete' : all} on ?? to ${user}`, [each]);
  } else {
    await db.raw(`create role ${name} login`);
    await db.raw(`grant ${all} on all tables in schema public to ${name}`);
    await db.raw(`revoke ${right} on ?? from ${name}`, [table]);
  }
  const limited = knexModule.default({
    ...config,
    connection:
      typeof connection === 'string' ? connection.replace(/\/\/[^@]*@/, `//${name}@`) : { ...connection, user: name, password: '' },
  });
  return {
    db: limited,
    give: () => db.raw(`grant ${right} on ?? to ${user}`, [table]),
    async end() {
      await limited.destroy();
      if (dialect === 'postgres') await db.raw(`drop owned by ${name}`);
      await db.raw(`drop ${dialect === 'mysql' ? 'user' : 'role'} ${user}`);
    },
  };
}
