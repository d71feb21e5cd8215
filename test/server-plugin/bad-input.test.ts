import { request as httpRequest } from 'node:http';
import type { OperationName, ProblemCode } from '@seatkit/sdk/contract';
import { expect } from 'chai';
import { watchCommits } from '../support/commits.ts';
import { useCustomer } from '../support/customer.ts';
import { expectProblem } from '../support/problems.ts';
import { OPERATOR_KEY } from '../support/test-host.ts';
import { bearer, send, sendTo, type WireAnswer, type WireRequest } from '../support/wire.ts';

const operator = bearer(OPERATOR_KEY);
const json = { 'Content-Type': 'application/json' };
const NUL = '\u0000';

describe('bad input', () => {
  const customer = useCustomer({ on: 'sqlite', dispatch: false });
  let commits: Awaited<ReturnType<typeof watchCommits>>;
  let before_ = 0;
  let organizationId: string;
  before(async () => {
    organizationId = customer.organization.id;
    commits = await watchCommits(customer.host.db);
  });
  after(() => commits?.close());
  beforeEach(async () => {
    before_ = await commits.read();
  });
  afterEach(() => {
    expect(customer.host.errors.splice(0), 'a refusal is nothing to report').to.deep.equal([]);
  });
  const ask = (operation: OperationName, request: WireRequest) =>
    send(customer.host, operator, operation, { ...request, params: { organizationId, ...request.params } });
  /** Refused as said, and nothing was written. */
  const refused = async (answer: Promise<WireAnswer>, code: ProblemCode | readonly ProblemCode[], path?: string) => {
    const problem = expectProblem(await answer, code, path);
    expect(await commits.read(), 'something was written').to.equal(before_);
    return problem;
  };
  const createGroup = (raw: BodyInit, headers: Record<string, string> = json) => ask('createGroup', { raw, headers });

  describe('in the body', () => {
    it('names every unknown field and every wrong type', async () => {
      const body = { name: 7, description: ['x'], colour: 'red' };
      const problem = await refused(ask('createGroup', { body }), 'invalid', 'colour');
      expect(problem.fields!.map((field) => field.path)).to.have.members(['name', 'description', 'colour']);
      await refused(ask('createInvitations', { body: { people: [{ email: 'a@b.test' }, { email: 5 }] } }), 'invalid', 'people.1.email');
      await refused(ask('updateOrganization', { body: { settings: { invitationDays: 'many' } } }), 'invalid', 'settings.invitationDays');
      await refused(ask('createPool', { body: { product: 'x', quantity: 1.5 } }), 'invalid', 'quantity');
      await refused(ask('createPool', { body: { product: 'x', quantity: -1 } }), 'invalid', 'quantity');
      await refused(ask('createPool', { body: { product: 'x', quantity: 1, endsAt: 'tomorrow' } }), 'invalid', 'endsAt');
      await refused(ask('createPool', { body: { product: 'x', quantity: 1, endsAt: '9999-12-31T23:59:59-01:00' } }), 'invalid', 'endsAt');
      await refused(ask('createPool', { raw: '{"product":"x","quantity":1e999}', headers: json }), 'invalid', 'quantity');
    });

    const bodies: Record<string, BodyInit> = {
      'malformed JSON': '{"name":',
      'JSON with something behind it': '{"name":"x"} {}',
      'invalid UTF-8': new Uint8Array([0x7b, 0x22, 0x6e, 0x61, 0x6d, 0x65, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0x22, 0x7d]),
      'half of a UTF-16 pair': '{"name":"\\ud800"}',
      'a list instead of an object': '[{"name":"x"}]',
      'a text instead of an object': '"name"',
      'null instead of an object': 'null',
      'a number instead of an object': '1',
      'deep nesting': `${'{"name":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
      'deeply nested lists': `{"name":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
      'prototype keys': '{"__proto__":{"name":"x"},"constructor":{"prototype":{"name":"x"}}}',
      'a toJSON key': '{"name":"x","toJSON":"x","hasOwnProperty":1}',
      'an empty object': '{}',
      'no name but null': '{"name":null}',
    };
    for (const [what, body] of Object.entries(bodies)) it(`refuses ${what}`, () => refused(createGroup(body), 'invalid'));

    it('refuses none at all where one is needed', async () => {
      await refused(ask('createGroup', {}), 'invalid', 'name');
      await refused(createGroup('', json), 'invalid', 'name');
    });

    it('takes none where nothing needs to be said', async () => {
      const { memberId } = (await customer.join([{ email: 'quiet@acme.test' }])).quiet!;
      expect((await ask('deactivateMember', { params: { memberId } })).status).to.equal(200);
      expect((await ask('reactivateMember', { params: { memberId } })).status).to.equal(200);
    });

    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/jsonp',
      'text/json',
    ]) {
      it(`refuses ${type}`, () => refused(createGroup('{"name":"x"}', { 'Content-Type': type }), 'invalid'));
    }

    it('refuses JSON without a content type', async () => {
      await refused(createGroup(new Blob(['{"name":"x"}']), {}), 'invalid');
    });

    it('takes JSON with a charset and in any letters', async () => {
      expect((await createGroup('{"name":"Charset"}', { 'Content-Type': 'Application/JSON; charset=utf-8' })).status).to.equal(201);
    });

    it('refuses more than 2 MB, whether it is announced or not', async () => {
      const large = JSON.stringify({ name: 'x', description: 'y'.repeat(2_100_000) });
      await refused(createGroup(large), 'too_large');
      const chunked = new Blob([large, 'z'.repeat(6_000_000)]).stream();
      await refused(createGroup(chunked as unknown as BodyInit), 'too_large');
    });

    it('refuses a length that is a lie without waiting for ever', async () => {
      const status = await new Promise<number | undefined>((resolve, reject) => {
        const url = `${customer.host.origin}/seatkit/v1/organizations/${organizationId}/groups`;
        const req = httpRequest(url, { method: 'POST', headers: { ...operator, ...json, 'Content-Length': '3000000' } }, (res) =>
          resolve(res.statusCode),
        );
        req.once('error', reject);
        req.write('{');
      });
      expect(status).to.equal(413);
    });
  });

  describe('in names', () => {
    const names: Record<string, string> = {
      'a NUL': `Sal${NUL}es`,
      'a line break': 'Sales\nBcc: everybody@acme.test',
      'a carriage return': 'Sales\r',
      'an escape': 'Sal\u001bes',
      'a C1 control character': 'Sal\u0085es',
      'a line separator': 'Sal\u2028es',
      'a web address': 'Win at https://evil.test',
      'a bare scheme': 'x://y',
      'a www address': 'WWW.evil.test',
      'a right-to-left override': 'Sales\u202egnp.exe',
      'a bidi isolate': '\u2066Sales',
      'only blanks': '   ',
      'only a zero-width space': '\u200b',
      'too many letters': 'x'.repeat(201),
    };
    for (const [what, name] of Object.entries(names)) {
      it(`refuses ${what}`, async () => {
        await refused(ask('createGroup', { body: { name } }), 'invalid', 'name');
        await refused(ask('createRoleProfile', { body: { name } }), 'invalid', 'name');
        await refused(ask('createOrganization', { body: { name, key: 'other' } }), 'invalid', 'name');
        const params = { memberId: customer.adminId };
        await refused(ask('updateMember', { params, body: { firstName: name } }), 'invalid', 'firstName');
        await refused(ask('createPool', { body: { product: 'x', quantity: 1, name } }), 'invalid', 'name');
      });
    }

    it('refuses only the row of an invitation', async () => {
      const people = ['A\u202eda', `A${NUL}da`, 'https://x', 'Ada\nBcc'].map((firstName, row) => ({
        email: `row${row}@new.test`,
        firstName,
      }));
      const { body } = await ask('createInvitations', {
        body: { people: [...people, { email: `a${NUL}b@new.test` }, { email: 'fine@new.test' }] },
      });
      const outcomes = body.results.map(
        (result: { outcome: string; problem?: { code: string } }) => result.problem?.code ?? result.outcome,
      );
      expect(outcomes).to.deep.equal([...people.map(() => 'invalid_name'), 'invalid_email', 'invited']);
    });

    it('takes names of every script as they are', async () => {
      for (const name of [
        'Łódź & Söhne',
        'فريق المبيعات',
        '販売部',
        "O'Brien <b>",
        'Team 🚀',
        '{{7*7}}',
        "Robert'); drop table users;--",
      ]) {
        const { status, body } = await ask('createGroup', { body: { name } });
        expect([status, body.name]).to.deep.equal([201, name.normalize('NFC')]);
      }
    });
  });

  describe('in the address', () => {
    it('refuses cursors that are none, or of another list', async () => {
      await ask('createGroup', { body: { name: 'One' } });
      await ask('createGroup', { body: { name: 'Two' } });
      before_ = await commits.read();
      const { next } = (await ask('listGroups', { query: { limit: '1' } })).body;
      expect(next).to.be.a('string');
      expect((await ask('listGroups', { query: { cursor: next } })).status).to.equal(200);
      const sorted = Buffer.from(JSON.stringify(['nameSort asc', 5])).toString('base64url');
      const evil = Buffer.from(JSON.stringify(['nameSort asc', `x${NUL}`])).toString('base64url');
      for (const cursor of ['x', '', '[]', 'bnVsbA', '%%%', 'ä', sorted, evil, 'A'.repeat(501)])
        await refused(ask('listGroups', { query: { cursor } }), 'invalid', 'cursor');
      await refused(ask('listMembers', { query: { cursor: next, sort: 'email' } }), 'invalid', 'cursor');
      await refused(ask('listOrganizations', { query: { cursor: `${next}x`.slice(3) } }), 'invalid', 'cursor');
    });

    it('refuses limits that are none, unknown filters and filters given twice', async () => {
      for (const limit of ['0', '201', '-1', '1.5', 'many', '', '1e9', 'NaN', 'Infinity'])
        await refused(ask('listGroups', { query: { limit } }), 'invalid', 'limit');
      await refused(ask('listGroups', { query: 'limit=1&limit=2' }), 'invalid', 'limit');
      await refused(ask('listMembers', { query: 'status=active&status=invited' }), 'invalid', 'status');
      await refused(ask('listMembers', { query: { colour: 'red' } }), 'invalid', 'colour');
      await refused(ask('listMembers', { query: 'status[]=active' }), 'invalid', 'status[]');
      await refused(ask('listMembers', { query: { sort: 'nameSort;--' } }), 'invalid', 'sort');
      await refused(ask('listMembers', { query: { groupId: "' or 1=1" } }), 'invalid', 'groupId');
      await refused(ask('listMembers', { query: '__proto__=x' }), 'invalid', '__proto__');
      await refused(ask('listMembers', { query: '__proto__=x&__proto__=y' }), 'invalid', '__proto__');
      await refused(ask('listMembers', { query: 'constructor=x' }), 'invalid', 'constructor');
    });

    it('finds nothing, and breaks nothing, by strange search words', async () => {
      for (const q of ['%', '_', "'", '\\', 'a'.repeat(200), '\u{10ffff}', '\u0001', NUL, '%00', '*', '"']) {
        const answer = await ask('listMembers', { query: { q } });
        if (answer.status !== 200) expectProblem(answer, 'invalid', 'q');
        const email = await ask('listMembers', { query: { email: q } });
        if (email.status !== 200) expectProblem(email, 'invalid', 'email');
      }
    });

    const paths: Record<string, string> = {
      'malformed percent-encoding': '/organizations/%zz/groups',
      'half a percent-encoding': '/organizations/%e0%a4/members',
      'an encoded NUL': '/organizations/%00/groups',
      'an encoded slash': '/organizations/a%2Fb/groups',
      'a very long id': `/organizations/${'a'.repeat(5000)}/groups`,
      'a prototype key as id': '/organizations/__proto__/groups',
      'SQL as id': "/organizations/'%20or%20'1'%3D'1/groups",
      'an unknown path': '/nothing/here',
      'the root': '',
    };
    for (const [what, path] of Object.entries(paths)) {
      it(`answers ${what} with a problem`, () =>
        refused(sendTo(`${customer.host.origin}/seatkit/v1${path}`, { headers: operator }), ['not_found', 'invalid']));
    }

    it('answers a method that a path does not have with a problem', async () => {
      for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS'])
        await refused(sendTo(`${customer.host.origin}/seatkit/v1/me`, { method, headers: operator }), 'not_found');
    });
  });

  describe('in headers', () => {
    it('refuses keys and tokens that are none, before it reads anything else', async () => {
      for (const authorization of [
        'Bearer ',
        'Bearer x',
        'bearer null',
        `Bearer ${OPERATOR_KEY}x`,
        `Bearer ${'x'.repeat(7000)}`,
        'Bearer __proto__',
      ])
        expectProblem(
          await sendTo(`${customer.host.origin}/seatkit/v1/me`, { headers: { Authorization: authorization } }),
          'not_signed_in',
        );
      expectProblem(await createGroup('{', { Authorization: 'Bearer x' }), 'not_signed_in');
    });

    it('refuses an idempotency key of more than 255 characters', async () => {
      const headers = { 'Idempotency-Key': 'k'.repeat(256) };
      await refused(ask('createGroup', { body: { name: 'Key' }, headers }), 'invalid');
    });
  });
});
