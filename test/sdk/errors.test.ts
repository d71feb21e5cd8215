import { SeatkitClient, SeatkitError } from '@seatkit/sdk';
import { expect } from 'chai';
import { failureOf, problem, useScriptedServer } from './scripted-server.ts';

describe('errors of the SDK', () => {
  const server = useScriptedServer();
  const client = () => new SeatkitClient({ baseUrl: server.baseUrl, getToken: () => 'key', retries: 0 });
  const refusal = async (call: PromiseLike<unknown>) => {
    const error = await failureOf(call);
    expect(error).to.be.instanceOf(SeatkitError);
    return error as SeatkitError;
  };

  it('carry the problem of the server, its code, status, sentence and fields', async () => {
    server.answer(problem(400, 'invalid', { fields: [{ path: 'people.0.email', message: 'is not an address' }] }));
    const error = await refusal(client().invitations.create('org', { people: [{ email: 'x' }] }));
    expect(error).to.include({ name: 'SeatkitError', code: 'invalid', status: 400, message: 'It was invalid.' });
    expect(error.fields).to.deep.equal([{ path: 'people.0.email', message: 'is not an address' }]);
  });

  it('carry the facts of a rule', async () => {
    server.answer(problem(409, 'quantity_below_taken', { quantity: 5, taken: 9, missing: 4 }));
    const error = await refusal(client().pools.update('org', 'pool', { quantity: 5 }));
    expect(error.problem).to.include({ quantity: 5, taken: 9, missing: 4 });
    expect(error.fields).to.deep.equal([]);
  });

  it('say "unreachable" when the connection is cut, with the cause', async () => {
    server.answer('cut');
    const error = await refusal(client().me());
    expect(error).to.include({ code: 'unreachable', status: 0 });
    expect(error.cause).to.be.instanceOf(Error);
  });

  for (const [what, reply] of [
    ['a page of HTML with status 200', { text: '<h1>Sign in</h1>', type: 'text/html' }],
    ["a refusal of the host's own parser", { status: 413, text: 'too large', type: 'text/plain' }],
    ['JSON that is no problem', { status: 500, json: { error: 'boom' } }],
    ['JSON that is no object', { json: 'hello' }],
    ['an empty answer', { text: '' }],
  ] as const) {
    it(`say "unexpected_answer", with the status, on ${what}`, async () => {
      server.answer(reply);
      const status = 'status' in reply ? reply.status : 200;
      expect(await refusal(client().me())).to.include({ code: 'unexpected_answer', status });
    });
  }

  it('are known by another copy of the SDK on the same page, and nothing else is', async () => {
    const other = '../../sdk/src/error.ts?another-copy';
    const copy = (await import(other)) as { readonly SeatkitError: typeof SeatkitError };
    expect(copy.SeatkitError).to.not.equal(SeatkitError);
    server.answer('cut');
    expect(await refusal(client().me())).to.be.instanceOf(copy.SeatkitError);
    for (const none of [null, undefined, 'SeatkitError', new Error('problem'), { name: 'SeatkitError', problem: {} }])
      expect(none instanceof SeatkitError, String(none)).to.equal(false);
  });

  it('tell how long to wait when the server said so', async () => {
    server.answer({ ...(problem(429, 'too_many_requests') as object), headers: { 'Retry-After': '7' } });
    expect((await refusal(client().me())).retryAfterMs).to.equal(7000);
  });

  it('refuse ids that would reach another endpoint, before anything is sent', async () => {
    for (const id of ['', '.', '..', undefined as unknown as string]) {
      const error = await refusal(client().members.remove('org', id));
      expect(error).to.include({ code: 'invalid', status: 400 });
      expect(error.fields[0]?.path).to.equal('memberId');
    }
    expect(server.seen).to.have.length(0);
  });
});
