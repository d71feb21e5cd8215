import { expect } from 'chai';
import { watchCommits } from '../support/commits.ts';
import { useCustomer } from '../support/customer.ts';
import { expectProblem } from '../support/problems.ts';
import { bearer, send, sendTo, sessionOf, type WireRequest } from '../support/wire.ts';

const allowed = ['https://partner.test', 'https://portal.test:8443'];

describe('requests from other sites', () => {
  const customer = useCustomer({ on: 'sqlite', dispatch: false, options: { allowedOrigins: allowed } });
  let session: Record<string, string>;
  let token: Record<string, string>;
  let commits: Awaited<ReturnType<typeof watchCommits>>;
  let count = 0;
  before(async () => {
    session = sessionOf((await customer.host.userByEmail('admin@acme.test'))!.id);
    token = bearer(
      (await customer.host.seatkit.issueToken({ organizationId: customer.organization.id, memberId: customer.adminId })).token,
    );
    commits = await watchCommits(customer.host.db);
  });
  after(() => commits?.close());
  const createGroup = (caller: Record<string, string>, headers: Record<string, string> = {}, request: WireRequest = {}) =>
    send(customer.host, caller, 'createGroup', {
      params: { organizationId: customer.organization.id },
      ...(request.raw === undefined ? { body: { name: `Group ${++count}` } } : {}),
      ...request,
      headers,
    });
  const without = ({ 'Seatkit-Request': _, ...rest }: Record<string, string>) => rest;

  describe('with the cookie of the host', () => {
    const refusals: Record<string, Record<string, string>> = {
      'without the header that a form cannot send': { 'Seatkit-Request': '' },
      'with another value of that header': { 'Seatkit-Request': '0' },
      'from another origin': { Origin: 'https://evil.test' },
      'from an origin that says null': { Origin: 'null' },
      'from the same host over another scheme or port': { Origin: 'http://127.0.0.1:1' },
      'from an origin that is allowed for tokens': { Origin: allowed[0]! },
      'that the browser calls cross-site': { 'Sec-Fetch-Site': 'cross-site' },
      'that the browser calls same-site': { 'Sec-Fetch-Site': 'same-site' },
    };
    for (const [what, headers] of Object.entries(refusals)) {
      it(`change nothing ${what}`, async () => {
        const before = await commits.read();
        expectProblem(await createGroup(session, headers), 'not_allowed');
        expect(await commits.read()).to.equal(before);
      });
    }

    it('change nothing as a form of another site sends them', async () => {
      const before = await commits.read();
      const evil = { Origin: 'https://evil.test', 'Sec-Fetch-Site': 'cross-site' };
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
        expectProblem(await createGroup(without(session), { ...evil, 'Content-Type': type }, { raw: '{"name":"x"}' }), 'not_allowed');
      expectProblem(await createGroup(without(session), { 'Content-Type': 'text/plain' }, { raw: '{"name":"x"}' }), 'not_allowed');
      expect(await commits.read()).to.equal(before);
    });

    it('read nothing from another origin', async () => {
      for (const Origin of ['https://evil.test', 'null', ...allowed])
        expectProblem(await send(customer.host, session, 'getMe', { headers: { Origin } }), 'not_signed_in');
    });

    it('are heard from our own pages', async () => {
      for (const headers of [{ Origin: customer.host.origin }, { 'Sec-Fetch-Site': 'same-origin' }, {}])
        expect((await createGroup(session, headers as Record<string, string>)).status).to.equal(201);
      expect((await send(customer.host, without(session), 'getMe', { headers: { Origin: customer.host.origin } })).status).to.equal(200);
    });
  });

  describe('with a token', () => {
    const path = () => `${customer.host.origin}/seatkit/v1/organizations/${customer.organization.id}/groups`;
    const preflight = (Origin: string) =>
      sendTo(path(), {
        method: 'OPTIONS',
        headers: { Origin, 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'authorization' },
      });
    const corsHeaders = (headers: Headers) => [...headers].filter(([name]) => name.startsWith('access-control-')).map(([name]) => name);

    for (const origin of allowed) {
      it(`are heard from ${origin}, never with cookies`, async () => {
        const asked = await preflight(origin);
        expect(asked.status).to.equal(204);
        expect(asked.headers.get('access-control-allow-origin')).to.equal(origin);
        expect(asked.headers.get('access-control-allow-headers')!.toLowerCase().split(', ')).to.include.members([
          'authorization',
          'content-type',
          'idempotency-key',
          'if-match',
        ]);
        expect(asked.headers.get('access-control-allow-methods')!.split(', ')).to.have.members(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);
        const created = await createGroup(token, { Origin: origin, 'Sec-Fetch-Site': 'cross-site' });
        expect([created.status, created.headers.get('access-control-allow-origin')]).to.deep.equal([201, origin]);
        const refused = await createGroup(token, { Origin: origin }, { raw: '{', headers: {} });
        expect([refused.status, refused.headers.get('access-control-allow-origin')]).to.deep.equal([400, origin]);
        for (const answer of [asked, created, refused]) {
          expect(answer.headers.get('vary')).to.match(/\bOrigin\b/);
          expect(answer.headers.has('access-control-allow-credentials')).to.equal(false);
        }
      });
    }

    const hostile = [
      'https://evil.test',
      'https://partner.test.evil.test',
      'https://evilpartner.test',
      'https://sub.partner.test',
      'http://partner.test',
      'https://partner.test:444',
      'https://portal.test',
      'https://partner.test/',
      'https://partner.test@evil.test',
      'https://evil.test#https://partner.test',
      'https://partner.test%00.evil.test',
      'https://partner.test, https://evil.test',
      'null',
      '*',
    ];
    for (const origin of hostile) {
      it(`give nothing to the page of ${origin}`, async () => {
        const asked = await preflight(origin);
        expectProblem(asked, 'not_found');
        const read = await send(customer.host, token, 'listGroups', {
          params: { organizationId: customer.organization.id },
          headers: { Origin: origin },
        });
        for (const answer of [asked, read]) {
          expect(corsHeaders(answer.headers)).to.deep.equal([]);
          expect(answer.headers.get('vary')).to.match(/\bOrigin\b/);
        }
      });
    }

    it('need neither the header nor the origin of a cookie', async () => {
      expect((await createGroup(token, { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' })).status).to.equal(201);
    });
  });
});

describe("the host's own check of cookie requests", () => {
  let verdict: () => unknown = () => true;
  let asked = 0;
  const customer = useCustomer({
    dispatch: false,
    options: {
      csrf() {
        asked += 1;
        return verdict();
      },
    },
  });
  let session: Record<string, string>;
  before(async () => {
    session = sessionOf((await customer.host.userByEmail('admin@acme.test'))!.id);
  });
  const rename = (caller: Record<string, string>, name: string) => {
    const params = { organizationId: customer.organization.id };
    return send(customer.host, caller, 'createGroup', { params, body: { name } });
  };

  const noes: Record<string, () => unknown> = {
    'says false': () => false,
    'promises false': async () => false,
    throws() {
      throw new Error('no token');
    },
    rejects: () => Promise.reject(new Error('no token')),
  };
  for (const [what, no] of Object.entries(noes)) {
    it(`refuses a change when it ${what}`, async () => {
      verdict = no;
      expectProblem(await rename(session, 'Refused'), 'not_allowed');
      expect((await customer.operator.groups.list(customer.organization.id)).items.map((group) => group.name)).to.not.include('Refused');
    });
  }

  it('lets a change through otherwise', async () => {
    for (const yes of [() => true, () => undefined, async () => 'yes']) {
      verdict = yes;
      expect((await rename(session, `Passed ${String(yes)}`)).status).to.equal(201);
    }
  });

  it('is asked for neither reads nor callers with a token, nor before somebody is signed in', async () => {
    const { token } = await customer.host.seatkit.issueToken({ organizationId: customer.organization.id, memberId: customer.adminId });
    verdict = () => false;
    asked = 0;
    expect((await send(customer.host, session, 'getMe')).status).to.equal(200);
    expect((await rename(bearer(token), 'By token')).status).to.equal(201);
    expectProblem(await rename({ 'Seatkit-Request': '1' }, 'By nobody'), 'not_signed_in');
    expect(asked).to.equal(0);
  });
});
