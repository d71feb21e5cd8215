import type { SeatkitOptions } from '@seatkit/server-plugin';
import { expect } from 'chai';
import express, { type Express } from 'express';
import { useCustomer } from '../support/customer.ts';
import { expectProblem } from '../support/problems.ts';
import { type HostSettings, startTestHost, type TestHost } from '../support/test-host.ts';
import { sendTo } from '../support/wire.ts';
import { finding } from './doctor-finding.ts';

/** What hosts and proxies put before the mount, the check that finds it, and what that says. */
const faults: Record<string, { before: (app: Express) => void; check: string; says: RegExp }> = {
  'a CSRF check before the mount': {
    before: (app) => app.use((req, res, next) => void (req.method === 'GET' ? next() : res.status(403).send('bad token'))),
    check: 'mountOrder',
    says: /^error: Something else answers .*: POST \(403\), PUT \(403\), PATCH \(403\), DELETE \(403\)\.$/,
  },
  'a firewall that knows only GET and POST': {
    before: (app) => app.use((req, res, next) => void (/GET|POST/.test(req.method) ? next() : res.sendStatus(405))),
    check: 'mountOrder',
    says: /: PUT \(405\), PATCH \(405\), DELETE \(405\)\.$/,
  },
  'a parser with the usual limit': {
    // The test environment keeps the app's own error handler from printing.
    before: (app) => app.set('env', 'test').use(express.json()),
    check: 'bodyParsers',
    says: /^warning: A request of 2 MB, .* does not arrive \(413\)\.$/,
  },
  'a parser that leaves text': {
    before: (app) => app.use(express.text({ type: '*/*' })),
    check: 'bodyParsers',
    says: /^error: A JSON body arrives as text\.$/,
  },
  'a parser that leaves bytes': {
    before: (app) => app.use(express.raw({ type: '*/*' })),
    check: 'bodyParsers',
    says: /^error: A JSON body arrives as bytes\.$/,
  },
  'a logger that eats the body': {
    before: (app) => app.use((req, _res, next) => void req.resume().on('end', next)),
    check: 'bodyParsers',
    says: /^error: A JSON body arrives as something unreadable\.$/,
  },
  'a cleaner of input': {
    before: (app) =>
      app.use(express.json({ limit: '5mb', reviver: (_key, value) => (typeof value === 'string' ? value.trim() : (value as unknown)) })),
    check: 'bodyParsers',
    says: /^error: A JSON body arrives changed/,
  },
  'a proxy that keeps headers to itself': {
    before: (app) =>
      app.use((req, _res, next) => {
        delete req.headers.authorization;
        req.headers.origin = 'http://upstream';
        next();
      }),
    check: 'proxy',
    says: /^error: These headers do not arrive as they were sent: authorization, origin\.$/,
  },
  "a check of the host's own tokens before the mount": {
    before: (app) => app.use((req, res, next) => void (req.headers.authorization ? res.sendStatus(401) : next())),
    check: 'proxy',
    says: /^error: A request with a bearer token, .* is answered by something else \(401\)\.$/,
  },
};

describe('doctor on a mount that is not sound', () => {
  const customer = useCustomer({ on: 'sqlite', dispatch: false });
  const hosts: TestHost[] = [];
  after(async () => {
    for (const host of hosts) await host.stop();
  });
  const another = async (settings: HostSettings) => {
    const host = await startTestHost(customer.host.db, { fresh: false, dispatch: false, ...settings });
    hosts.push(host);
    return host.seatkit;
  };
  const checks = ['reachability', 'mountOrder', 'bodyParsers', 'proxy'];

  for (const [what, { before, check, says }] of Object.entries(faults)) {
    it(`finds ${what}, and nothing else`, async () => {
      const seatkit = await another({ before });
      expect(await finding(seatkit, check)).to.match(says);
      for (const other of checks.filter((name) => name !== check)) expect(await finding(seatkit, other)).to.match(/^ok/);
    });
  }

  it('finds nothing wrong with parsers that leave JSON as it is and take 2 MB', async () => {
    const seatkit = await another({ before: (app) => app.use(express.json({ limit: '2mb' }), express.urlencoded({ extended: true })) });
    for (const check of checks) expect(await finding(seatkit, check)).to.match(/^ok/);
    expect(await finding(seatkit, 'bodyParsers')).to.equal('ok: JSON arrives as it was sent, up to 2 MB.');
  });

  it('tells that the running server has another secret', async () => {
    const seatkit = await another({
      options: { baseUrl: `${customer.host.origin}/seatkit`, secret: 'another secret of at least 32 characters' },
    });
    expect(await finding(seatkit, 'mountOrder')).to.match(/^error: The server at \S+ has another secret than this process\.$/);
  });

  it('finds words that throw and a layout that answers nothing', async () => {
    const lines = () => {
      throw new Error('no such course');
    };
    const broken = await another({ options: { words: { nl: { join: { closed: { lines } } } } } });
    expect(await finding(broken, 'words')).to.equal('error: Seatkit cannot write the page closed in nl: no such course');
    const empty = await another({ options: { mailLayout: async () => '' } });
    expect(await finding(empty, 'words')).to.equal(
      'error: Seatkit cannot write the mail invitation in en: mailLayout: answer the HTML as text',
    );
  });

  const left: Record<string, { options: Partial<SeatkitOptions>; says: RegExp }> = {
    users: {
      options: { users: { table: 'users', id: 'id', email: 'mail', name: 'firstName' } },
      says: /^error: .*mail/,
    },
    verified: {
      options: { users: { table: 'users', id: 'id', email: 'email', name: 'firstName' } },
      says: /^warning: The mapping has no `verified` column/,
    },
    baseUrl: { options: { baseUrl: 'http://lms.invalid/seatkit' }, says: /^warning: http:\/\/lms\.invalid\/seatkit is not https/ },
    mail: { options: { mail: 'smtp://127.0.0.1:9' }, says: /^error: .*ECONNREFUSED/ },
    signOut: { options: { signOut: undefined as never }, says: /^warning: Without `signOut`/ },
  };
  for (const [check, { options, says }] of Object.entries(left)) {
    it(`finds what is wrong with the option that the check ${check} is about`, async () => {
      expect(await finding(await another({ options }), check)).to.match(says);
    });
  }

  it('finds that no mail is configured, that the database is away and that SQLite does not wait', async () => {
    expect(await finding(await another({ options: { mail: undefined } }), 'mail')).to.match(/^warning: No mail is configured/);
    await customer.host.db.raw('pragma busy_timeout = 0');
    expect(await finding(customer.host.seatkit, 'busyTimeout')).to.match(/^warning: SQLite does not wait/);
    await customer.host.db.destroy();
    try {
      expect(await finding(customer.host.seatkit, 'database')).to.match(/^error: /);
    } finally {
      customer.host.db.initialize();
    }
  });

  it('says nothing of a request to anybody else', async () => {
    const url = `${customer.host.origin}/seatkit/v1/doctor`;
    const until = String(Date.now() + 30_000);
    for (const query of ['', `?until=${until}&proof=x`, `?until=${until}`, '?until=x&proof=']) {
      for (const method of ['GET', 'POST']) expectProblem(await sendTo(url + query, { method }), 'not_found');
    }
  });
});
