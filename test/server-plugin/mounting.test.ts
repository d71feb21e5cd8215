import { createRequire } from 'node:module';
import { expect } from 'chai';
import express5 from 'express';
import { useCustomer } from '../support/customer.ts';
import { expectProblem } from '../support/problems.ts';
import { type HostSettings, OPERATOR_KEY } from '../support/test-host.ts';
import { bearer, sendTo } from '../support/wire.ts';

type Express = typeof express5;
const express4 = createRequire(import.meta.url)('express4') as Express;

/** Ways in which a host mounts Seatkit: each with both versions of Express. */
const mounts: Record<string, (express: Express) => HostSettings> = {
  'at /seatkit': () => ({}),
  'at the root, behind routes of the host': () => ({ mount: '/' }),
  'at a deep path': () => ({ mount: '/learn/admin.v2/seat-kit' }),
  'at a path with a trailing slash': () => ({ mount: '/seatkit/' }),
  'after express.json()': (express) => ({ before: (app) => app.use(express.json()) }),
  'after express.urlencoded()': (express) => ({ before: (app) => app.use(express.urlencoded({ extended: true })) }),
  'after express.json() and express.urlencoded()': (express) => ({
    before: (app) => app.use(express.json({ limit: '5mb' }), express.urlencoded({ extended: false })),
  }),
  'in a host with settings of its own': () => ({
    before(app) {
      app.set('query parser', false);
      app.set('etag', 'strong');
      app.set('json spaces', 4);
      app.set('json escape', true);
      app.set('json replacer', () => 'replaced');
      app.enable('strict routing');
      app.enable('case sensitive routing');
    },
  }),
  'in a host with the extended query parser': () => ({ before: (app) => void app.set('query parser', 'extended') }),
  'in a router of the host': (express) => ({ mount: '/lms/seatkit', createApp: () => withInnerRouter(express) }),
};

for (const [version, express] of Object.entries({ 4: express4, 5: express5 })) {
  describe(`mounted in Express ${version}`, () => {
    for (const [where, settingsOf] of Object.entries(mounts)) {
      describe(where, () => {
        const settings = settingsOf(express);
        let app: express5.Express;
        const passed: string[] = [];
        const customer = useCustomer({
          dispatch: false,
          ...settings,
          createApp: () => (app = settings.createApp?.() ?? (express() as express5.Express)),
          before(host) {
            host.get('/before', (_req, res) => void res.send('the host'));
            settings.before?.(host);
          },
        });
        before(() => {
          app.use((req: express5.Request, res: express5.Response) => {
            passed.push(req.url);
            res.status(404).send('the host knows nothing');
          });
          app.use((_error: unknown, req: express5.Request, res: express5.Response, _next: unknown) => {
            passed.push(`error: ${req.url}`);
            res.status(500).send('the host is surprised');
          });
        });
        const base = () => `${customer.host.origin}${(settings.mount ?? '/seatkit').replace(/\/$/, '')}`;
        const headers = bearer(OPERATOR_KEY);

        it('reads bodies, paths and queries, and answers in its own way', async () => {
          const { admin, organization } = customer;
          const { id } = await admin.groups.create(organization.id, { name: 'Søren & Sons', description: 'a+b=c' });
          await admin.groups.create(organization.id, { name: 'Zürich' });
          expect((await admin.groups.list(organization.id, { q: 'søren & s' })).items.map((group) => group.id)).to.deep.equal([id]);
          const names: string[] = [];
          for await (const group of admin.groups.list(organization.id, { limit: 1 })) names.push(group.name);
          expect(names).to.deep.equal(['Søren & Sons', 'Zürich']);
          expect((await admin.groups.update(organization.id, id, { name: 'Sons' })).name).to.equal('Sons');
          await admin.groups.delete(organization.id, id);

          const answer = await sendTo(`${base()}/v1/organizations/${organization.id}`, { headers });
          expect(answer.text).to.equal(JSON.stringify(answer.body));
          expect(answer.body).to.include({ id: organization.id, key: 'acme' });
          expect(answer.headers.get('etag')).to.match(/^"\d+"$/);
          expect((await sendTo(`${base()}/v1/organizations`, { headers })).headers.get('etag')).to.equal(null);
        });

        it('refuses what is wrong with a problem', async () => {
          const groups = `${base()}/v1/organizations/${customer.organization.id}/groups`;
          expectProblem(await sendTo(groups, { method: 'POST', headers, body: { nam: 1 } }), 'invalid', 'nam');
          expectProblem(await sendTo(`${groups}?limit=1&limit=2`, { headers }), 'invalid', 'limit');
          expectProblem(await sendTo(`${groups}?q[a]=1`, { headers }), 'invalid', 'q[a]');
          expectProblem(await sendTo(groups, { method: 'POST', headers, raw: new URLSearchParams({ name: 'x' }) }), 'invalid');
          expectProblem(await sendTo(`${base()}/v1/nowhere`, { headers }), 'not_found');
          expectProblem(await sendTo(`${base()}/v1/me`), 'not_signed_in');
        });

        it('serves its pages and lets the host have its own', async () => {
          expect((await sendTo(`${base()}/health`)).body).to.include({ status: 'ok' });
          expect((await sendTo(`${base()}/docs`)).text).to.include('Seatkit API');
          expect((await sendTo(`${base()}/openapi.json`)).body.servers).to.deep.equal([{ url: `${base()}/v1` }]);
          expect((await sendTo(`${base()}/join/nothing`)).headers.get('content-type')).to.include('text/html');
          if (!settings.createApp) expect((await sendTo(`${customer.host.origin}/before`)).text).to.equal('the host');
          expect(passed).to.deep.equal([]);
          if (settings.mount === '/') return;
          expect((await sendTo(`${customer.host.origin}/elsewhere`)).text).to.equal('the host knows nothing');
          expect(passed.splice(0)).to.deep.equal(['/elsewhere']);
        });
      });
    }
  });
}

/** An app whose `use` puts Seatkit into a router that hangs below `/lms`, with everything else at the top. */
function withInnerRouter(express: Express): express5.Express {
  const app = express() as express5.Express;
  const lms = express.Router();
  app.use('/lms', lms);
  const use = app.use.bind(app) as (...args: unknown[]) => unknown;
  const inner = lms.use.bind(lms) as (...args: unknown[]) => unknown;
  return Object.assign(app, {
    use: (path: unknown, ...rest: unknown[]) => (path === '/lms/seatkit' ? inner('/seatkit', ...rest) : use(path, ...rest)),
  });
}
