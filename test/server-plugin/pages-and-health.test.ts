import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { endpoints } from '@seatkit/sdk/contract';
import { expect } from 'chai';
import { useCustomer } from '../support/customer.ts';
import { databaseSetup, withDatabases } from '../support/database.ts';
import { expectProblem } from '../support/problems.ts';
import { OPERATOR_KEY, startTestHost, type TestHost } from '../support/test-host.ts';
import { bearer, send, sendTo, sessionOf } from '../support/wire.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('what is served beside the API', () => {
  const customer = useCustomer({ dispatch: false, options: { allowedOrigins: ['https://partner.test'] } });
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    sendTo(`${customer.host.origin}/seatkit${path}`, { headers, method });

  it('describes every operation at /openapi.json', async () => {
    const { body, headers } = await get('/openapi.json');
    expect(headers.get('content-type')).to.equal('application/json; charset=utf-8');
    expect(body).to.include({ openapi: '3.1.0' });
    expect(body.servers).to.deep.equal([{ url: `${customer.host.origin}/seatkit/v1` }]);
    const described = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described).to.have.members(Object.values(endpoints).map((endpoint) => endpoint.replace(/:(\w+)/g, '{$1}')));
  });

  it('shows a page at /docs that needs nothing from outside and cannot be framed', async () => {
    const { text, headers } = await get('/docs');
    const policy = headers.get('content-security-policy')!;
    const style = /<style>([\s\S]*?)<\/style>/.exec(text)![1]!;
    expect(policy.split('; ')).to.include.members([
      "default-src 'none'",
      `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
    expect(policy).to.not.include('unsafe');
    expect(headers.get('content-type')).to.equal('text/html; charset=utf-8');
    expect(headers.get('x-content-type-options')).to.equal('nosniff');
    expect(text).to.not.match(/<script|<link|<img|src=|https?:\/\//i);
    for (const endpoint of Object.values(endpoints)) expect(text).to.include(endpoint.split(' ')[1]!);
  });

  it('answers HEAD like GET, without a body', async () => {
    const session = sessionOf((await customer.host.userByEmail('admin@acme.test'))!.id);
    for (const [path, headers] of [
      ['/v1/me', session],
      ['/v1/me', {}],
      ['/openapi.json', {}],
      ['/docs', {}],
      ['/health', {}],
    ] as const) {
      const [full, head] = [await get(path, headers), await get(path, headers, 'HEAD')];
      expect([head.status, head.text, head.headers.get('content-type')]).to.deep.equal([full.status, '', full.headers.get('content-type')]);
    }
  });

  describe('the files of the widgets', () => {
    const importedBy = (code: string) => /from\s*"([^"]+)"/.exec(code)![1]!;
    before(function () {
      if (existsSync(`${root}/server-plugin/dist/assets/seatkit.js`)) return;
      this.timeout(60_000);
      const { status, stderr } = spawnSync('npx', ['rollup', '-c', '--configDemo'], { cwd: root, encoding: 'utf8' });
      if (status !== 0) throw new Error(stderr);
    });

    it('are public, never change under their version, and are found without knowing it', async () => {
      const entry = await get('/assets/seatkit.js');
      expect(entry.status).to.equal(200);
      expect(entry.headers.get('content-type')).to.match(/^(text|application)\/javascript/);
      expect(entry.headers.get('cache-control')).to.equal('no-cache');
      const url = new URL(importedBy(entry.text), `${customer.host.origin}/seatkit/assets/seatkit.js`);
      expect(url.pathname).to.match(/^\/seatkit\/assets\/\d+\.\d+\.\d+[^/]*\/[\w-]+\.js$/);
      const file = await sendTo(url.href, { headers: { Origin: 'https://anywhere.test' } });
      expect(file.status).to.equal(200);
      expect(file.headers.get('content-type')).to.match(/^(text|application)\/javascript/);
      expect(file.headers.get('cache-control')).to.equal('public, max-age=31536000, immutable');
      for (const { headers } of [entry, file]) {
        expect(headers.get('access-control-allow-origin')).to.equal('*');
        expect(headers.get('cross-origin-resource-policy')).to.equal('cross-origin');
        expect(headers.get('x-content-type-options')).to.equal('nosniff');
        expect(headers.has('access-control-allow-credentials')).to.equal(false);
        expect(headers.has('set-cookie')).to.equal(false);
      }
    });

    it('are all that is served there', async () => {
      const version = importedBy((await get('/assets/seatkit.js')).text).split('/')[1]!;
      for (const path of ['nothing.js', '', '..%2f..%2fpackage.json', '%2e%2e/%2e%2e/package.json', '%00', '%zz', '.hidden']) {
        const answer = await get(`/assets/${version}/${path}`);
        expectProblem(answer, ['not_found', 'invalid']);
      }
      expectProblem(await get('/assets/0.0.0/seatkit.js'), 'not_found');
    });
  });
});

describe('health', () => {
  const databases = databaseSetup('sqlite');
  let host: TestHost;
  beforeEach(async () => {
    host = await startTestHost(await databases.setup.create(), { dispatch: false });
  });
  afterEach(() => host.stop());
  after(() => databases.release());
  const health = () => sendTo(`${host.origin}/seatkit/health`);

  it('is good when all is', async () => {
    const { status, body } = await health();
    expect(status).to.equal(200);
    expect(body.version).to.match(/^\d+\.\d+\.\d+/);
    expect(body).to.deep.include({
      status: 'ok',
      database: 'ok',
      migrations: { pending: 0 },
      outbox: { waiting: 0, oldestSeconds: 0, dead: 0 },
    });
  });

  it('is bad while migrations are pending, and good after them', async () => {
    await host.seatkit.uninstall();
    const { status, body } = await health();
    expect([status, body.status, body.database]).to.deep.equal([503, 'unavailable', 'ok']);
    expect(body.migrations.pending).to.be.above(5);
    const steps = await host.seatkit.migrate();
    expect(steps).to.have.length(body.migrations.pending);
    expect((await health()).status).to.equal(200);
  });

  it('is bad without a database, and says nothing of it', async () => {
    await host.db.destroy();
    const { status, body, text } = await health();
    expect([status, body.status, body.database]).to.deep.equal([503, 'unavailable', 'unreachable']);
    expect(text).to.not.match(/sqlite|knex|acquire/i);
    const answer = await send(host, bearer(OPERATOR_KEY), 'listOrganizations');
    expect(expectProblem(answer, 'unavailable').retry).to.equal(true);
    expect(Number(answer.headers.get('retry-after'))).to.be.above(0);
    const write = await send(host, bearer(OPERATOR_KEY), 'createOrganization', { body: { name: 'New', key: 'new' } });
    expectProblem(write, 'unavailable');
    expect((await sendTo(`${host.origin}/seatkit/openapi.json`)).status).to.equal(200);
  });
});

withDatabases(['mariadb', 'postgres'], (setup) => {
  let host: TestHost;
  after(() => host?.stop());
  it('a database whose tables are gone and come back is reported and then good again', async () => {
    host = await startTestHost(await setup.create(), { dispatch: false });
    await host.seatkit.uninstall();
    expect((await sendTo(`${host.origin}/seatkit/health`)).body).to.deep.include({ status: 'unavailable', database: 'ok' });
    await host.seatkit.migrate();
    expect((await sendTo(`${host.origin}/seatkit/health`)).status).to.equal(200);
    await host.db.destroy();
    expect((await sendTo(`${host.origin}/seatkit/health`)).body).to.deep.include({ status: 'unavailable', database: 'unreachable' });
  });
});
