import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DoctorFinding } from '@seatkit/server-plugin';
import { expect } from 'chai';
import { useCustomer } from '../support/customer.ts';
import { withDatabases } from '../support/database.ts';
import { startTestHost, type TestHost } from '../support/test-host.ts';

type Doctor = { doctor(): Promise<DoctorFinding[]> };

const finding = async ({ doctor }: Doctor, check: string) => {
  const found = (await doctor()).find((one) => one.check === check)!;
  return `${found.status}: ${found.detail}`;
};

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
      const host = await startTestHost(customer.host.db, { fresh: false, dispatch: false, options: { baseUrl } });
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
    });
  });
});
