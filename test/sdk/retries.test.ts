import { SeatkitClient } from '@seatkit/sdk';
import { expect } from 'chai';
import { failureOf, problem, type Reply, useScriptedServer } from './scripted-server.ts';

const soon = { 'Retry-After': '0' };
const again = (status: number, code: string, facts = {}): Reply => ({ ...(problem(status, code, facts) as object), headers: soon });

describe('retries of the SDK', () => {
  const server = useScriptedServer();
  const client = () => new SeatkitClient({ baseUrl: server.baseUrl, getToken: () => 'key' });

  it('repeat a POST with the same idempotency key and body after a cut connection', async () => {
    server.answer('cut', { json: { results: [] } });
    await client().invitations.create('org', { people: [{ email: 'ada@example.org' }] });
    expect(server.seen).to.have.length(2);
    const [first, second] = server.seen;
    expect(first?.headers['idempotency-key']).to.match(/^[0-9a-f]{32}$/);
    expect(second?.headers['idempotency-key']).to.equal(first?.headers['idempotency-key']);
    expect(second?.body).to.equal(first?.body);
  });

  it('give every call its own key, unless the caller brings one', async () => {
    await client().seats.use('org', 's');
    await client().seats.use('org', 's');
    await client().seats.use('org', 's', { idempotencyKey: 'mine' });
    const keys = server.seen.map((request) => request.headers['idempotency-key']);
    expect(new Set(keys).size).to.equal(3);
    expect(keys[2]).to.equal('mine');
  });

  it('do not repeat a PATCH or DELETE of which nobody knows whether it arrived', async () => {
    server.answer('cut');
    expect(await failureOf(client().members.update('org', 'm', { role: 'admin' }))).to.include({ code: 'unreachable' });
    expect(await failureOf(client().seats.release('org', 's'))).to.include({ code: 'unreachable' });
    expect(server.seen).to.have.length(2);
  });

  it('repeat any write that the server says it has not carried out', async () => {
    server.answer(again(503, 'unavailable', { retry: true }), again(409, 'conflict', { retry: true }), { json: { id: 'm' } });
    await client().members.update('org', 'm', { role: 'admin' });
    expect(server.seen).to.have.length(3);
  });

  it('wait as long as Retry-After says', async () => {
    server.answer({ ...(problem(429, 'too_many_requests') as object), headers: { 'Retry-After': '1' } }, { json: {} });
    const start = performance.now();
    await client().me();
    expect(performance.now() - start).to.be.within(950, 3000);
  });

  it('throw at once when waiting would outlast the time allowed', async () => {
    server.answer({ ...(problem(429, 'too_many_requests') as object), headers: { 'Retry-After': '60' } });
    const start = performance.now();
    expect(await failureOf(client().me({}, { timeoutMs: 5000 }))).to.include({ code: 'too_many_requests', retryAfterMs: 60_000 });
    expect(performance.now() - start).to.be.below(1000);
  });

  it('give up after two repetitions, or as many as the client allows', async () => {
    server.answer(again(503, 'unavailable'));
    expect(await failureOf(client().me())).to.include({ code: 'unavailable' });
    expect(server.seen).to.have.length(3);
    const once = new SeatkitClient({ baseUrl: server.baseUrl, getToken: () => 'key', retries: 0 });
    await failureOf(once.me());
    expect(server.seen).to.have.length(4);
  });

  it("repeat a read on a proxy's 502, but no refusal of the domain", async () => {
    server.answer({ status: 502, text: 'Bad Gateway', type: 'text/html', headers: soon }, { json: {} });
    await client().me();
    expect(server.seen).to.have.length(2);
    server.answer(problem(409, 'no_free_seat'));
    await failureOf(client().seats.create('org', 'pool', { memberIds: ['m'] }));
    server.answer(problem(502, 'host_failed'));
    await failureOf(client().seats.create('org', 'pool', { memberIds: ['m'] }));
    expect(server.seen).to.have.length(4);
  });

  it('end at the time allowed, repetitions included', async () => {
    server.answer('silence');
    const start = performance.now();
    expect(await failureOf(client().me({}, { timeoutMs: 150 }))).to.include({ code: 'timeout', status: 0 });
    expect(performance.now() - start).to.be.below(1500);
    expect(server.seen).to.have.length(1);
  });

  it('end in time even if the given fetch takes no notice', async () => {
    const deaf = new SeatkitClient({ baseUrl: '/seatkit', timeoutMs: 50, fetch: () => new Promise(() => {}) });
    expect(await failureOf(deaf.me())).to.include({ code: 'timeout' });
  });

  it('end when the caller cancels, before, during and between requests', async () => {
    server.answer('silence');
    expect(await failureOf(client().me({}, { signal: AbortSignal.abort() }))).to.include({ code: 'aborted' });
    expect(server.seen).to.have.length(0);

    const during = new AbortController();
    setTimeout(() => during.abort(), 50);
    expect(await failureOf(client().me({}, { signal: during.signal }))).to.include({ code: 'aborted' });
    expect(server.seen).to.have.length(1);

    server.answer({ ...(problem(429, 'too_many_requests') as object), headers: { 'Retry-After': '5' } });
    const between = new AbortController();
    setTimeout(() => between.abort(), 150);
    expect(await failureOf(client().me({}, { signal: between.signal }))).to.include({ code: 'aborted' });
    expect(server.seen).to.have.length(2);
  });
});
