import { SeatkitClient } from '@seatkit/sdk';
import { expect } from 'chai';
import { failureOf, problem, useScriptedServer } from './scripted-server.ts';

describe('lists of the SDK', () => {
  const server = useScriptedServer();
  const client = () => new SeatkitClient({ baseUrl: server.baseUrl, getToken: () => 'key' });
  const page = (ids: string[], next: string | null) => ({ json: { items: ids.map((id) => ({ id })), next, total: 5 } });

  it('answer one page when awaited', async () => {
    server.answer(page(['a', 'b'], 'c1'));
    const answer = await client().groups.list('org', { limit: 2 });
    expect(answer).to.deep.equal({ items: [{ id: 'a' }, { id: 'b' }], next: 'c1', total: 5 });
    expect(server.seen).to.have.length(1);
  });

  it('give every item when iterated, with the same filters on each page', async () => {
    server.answer(page(['a', 'b'], 'c1'), page([], 'c2'), page(['c'], null));
    const ids: string[] = [];
    for await (const member of client().members.list('org', { status: 'active', limit: 2 })) ids.push(member.id);
    expect(ids).to.deep.equal(['a', 'b', 'c']);
    expect(server.seen.map((request) => request.url.split('?')[1])).to.deep.equal([
      'status=active&limit=2',
      'status=active&limit=2&cursor=c1',
      'status=active&limit=2&cursor=c2',
    ]);
  });

  it('fetch no page that is not needed', async () => {
    server.answer(page(['a', 'b'], 'c1'));
    for await (const pool of client().pools.list('org')) {
      expect(pool.id).to.equal('a');
      break;
    }
    expect(server.seen).to.have.length(1);
  });

  it('fail where the refused page begins', async () => {
    server.answer(page(['a'], 'c1'), problem(400, 'invalid'));
    const ids: string[] = [];
    const walk = async () => {
      for await (const entry of client().pools.ledger('org', 'pool')) ids.push(entry.id);
    };
    expect(await failureOf(walk())).to.include({ code: 'invalid' });
    expect(ids).to.deep.equal(['a']);
  });

  it('are promises like any other', async () => {
    server.answer(page(['a'], null));
    const total = await client()
      .organizations.list()
      .then((answer) => answer.total)
      .finally(() => undefined);
    expect(total).to.equal(5);
    server.answer(problem(404, 'not_found'));
    expect(
      await client()
        .groups.list('org')
        .catch((error: unknown) => error),
    ).to.include({ code: 'not_found' });
  });

  it('leave the search by address to `find`, whose answers may be mere names', async () => {
    server.answer({ json: { items: [{ id: 'm', outsideYourGroups: true }], next: null, total: 1 } });
    const found = await client().members.find('org', 'ada+x@example.org');
    expect(found.map((person) => person.id)).to.deep.equal(['m']);
    expect(server.seen[0]?.url).to.match(/\/members\?email=ada%2Bx%40example\.org$/);
    // @ts-expect-error a list by address would not hold members only
    void (() => client().members.list('org', { email: 'ada@example.org' }));
  });
});
