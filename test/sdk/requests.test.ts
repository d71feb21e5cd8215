import { etagOf, type SeatkitChangeEvent, SeatkitClient } from '@seatkit/sdk';
import { expect } from 'chai';
import { failureOf, problem, useScriptedServer } from './scripted-server.ts';

describe('requests of the SDK', () => {
  const server = useScriptedServer();

  it('go below the mount, ids and query encoded, undefined left out', async () => {
    const client = new SeatkitClient({ baseUrl: `${server.baseUrl}/`, getToken: () => 'key' });
    server.answer({ json: { items: [], next: null, total: 0 } });
    await client.members.list('a/b?c', { q: 'é &', limit: 5, status: undefined });
    expect(server.seen[0]).to.include({ method: 'GET', url: '/seatkit/v1/organizations/a%2Fb%3Fc/members?q=%C3%A9+%26&limit=5' });
  });

  it('carry the session of the browser and Seatkit-Request when there is no token', async () => {
    const inits: RequestInit[] = [];
    const client = new SeatkitClient({
      baseUrl: '/seatkit',
      headers: { 'X-CSRF-Token': 'c' },
      fetch: async (_, init) => {
        inits.push(init);
        return new Response(null, { status: 204 });
      },
    });
    await client.groups.delete('org', 'group');
    expect(inits[0]).to.include({ credentials: 'same-origin', method: 'DELETE' });
    expect(inits[0]?.headers).to.include({ 'Seatkit-Request': '1', 'X-CSRF-Token': 'c' });
    expect(inits[0]?.headers).to.not.have.property('Authorization');
  });

  it('carry the token and no cookie when there is one', async () => {
    const client = new SeatkitClient({ baseUrl: server.baseUrl, getToken: async () => 'abc' });
    await client.me();
    expect(server.seen[0]?.headers).to.include({ authorization: 'Bearer abc' });
    expect(server.seen[0]?.headers).to.not.have.property('seatkit-request');
  });

  it('ask for a new token once after a 401, and send the same request again', async () => {
    const asked: unknown[] = [];
    const client = new SeatkitClient({
      baseUrl: server.baseUrl,
      getToken: (how) => {
        asked.push(how);
        return how?.refresh ? 'new' : 'old';
      },
    });
    server.answer(problem(401, 'not_signed_in'), { status: 201, json: { id: 'g' } });
    await client.groups.create('org', { name: 'Sales' });
    expect(asked).to.deep.equal([undefined, { refresh: true }]);
    expect(server.seen.map((request) => request.headers.authorization)).to.deep.equal(['Bearer old', 'Bearer new']);
    expect(new Set(server.seen.map((request) => request.headers['idempotency-key'])).size).to.equal(1);
  });

  it('give up after a second 401, and at once when the token is still the same', async () => {
    server.answer(problem(401, 'not_signed_in'));
    const changing = new SeatkitClient({ baseUrl: server.baseUrl, getToken: (how) => (how ? 'new' : 'old') });
    expect(await failureOf(changing.me())).to.include({ code: 'not_signed_in' });
    expect(server.seen).to.have.length(2);
    const fixed = new SeatkitClient({ baseUrl: server.baseUrl, getToken: () => 'operator key' });
    expect(await failureOf(fixed.me())).to.include({ code: 'not_signed_in' });
    expect(server.seen).to.have.length(3);
  });

  it('say so when no token can be had', async () => {
    const client = new SeatkitClient({ baseUrl: server.baseUrl, retries: 0, getToken: () => Promise.reject(new Error('signed out')) });
    expect(await failureOf(client.me())).to.include({ code: 'unreachable', message: 'No token could be had: signed out' });
    expect(server.seen).to.have.length(0);
  });

  it('bind a change to the version that was read', async () => {
    const client = new SeatkitClient({ baseUrl: server.baseUrl, getToken: () => 'key' });
    server.answer({ json: { id: 'm' }, headers: { ETag: '"7"' } }, problem(412, 'changed_meanwhile'));
    const member = await client.members.get('org', 'm');
    expect(etagOf(member)).to.equal('"7"');
    expect(await failureOf(client.members.update('org', 'm', { firstName: 'Ada' }, { ifMatch: etagOf(member) }))).to.include({
      status: 412,
    });
    expect(server.seen[1]?.headers['if-match']).to.equal('"7"');
  });

  it('announce every write that succeeded, and nothing else', async () => {
    const client = new SeatkitClient({ baseUrl: server.baseUrl, getToken: () => 'key' });
    const changes: [string, string | null][] = [];
    const note = (event: SeatkitChangeEvent) => changes.push([event.operation, event.organizationId]);
    client.addEventListener('change', note);
    await client.me();
    await client.seats.use('org', 'seat');
    await client.organizations.create({ name: 'Acme', key: 'acme' });
    server.answer(problem(409, 'last_admin'));
    await failureOf(client.members.remove('org', 'm'));
    client.removeEventListener('change', note);
    server.answer({ status: 204 });
    await client.groups.delete('org', 'g');
    expect(changes).to.deep.equal([
      ['useSeat', 'org'],
      ['createOrganization', null],
    ]);
  });
});
