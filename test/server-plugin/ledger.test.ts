import { expect } from 'chai';
import { useCustomer } from '../support/customer.ts';
import { withDatabases } from '../support/database.ts';
import { refusalOf } from '../support/refusal.ts';

withDatabases('main', (setup) => {
  describe('the ledger', () => {
    const customer = useCustomer({ on: setup, dispatch: false });
    const at = (second: number) => `2026-01-01T00:00:${String(second).padStart(2, '0')}.000Z`;

    it('is read page by page, newest first, also where many entries are of one instant, and as of a time in the past', async () => {
      const { host, operator, organization } = customer;
      const pool = await customer.pool({ product: 'course-1', quantity: 1 });
      for (let quantity = 2; quantity <= 10; quantity += 1) await operator.pools.update(organization.id, pool.id, { quantity });
      const rows = (await host.db('seatkit_ledger').where({ poolId: pool.id }).orderBy('id')) as { id: string }[];
      // Three seconds, and the entries in them against the order of their ids.
      for (const [index, { id }] of rows.entries())
        await host
          .db('seatkit_ledger')
          .where({ id })
          .update({ at: at((index * 7) % 3) });
      const expected = rows
        .map(({ id }, index) => ({ id, at: at((index * 7) % 3) }))
        .sort((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1));
      const read = async (query: { at?: string; limit: number }) => {
        const ids: string[] = [];
        for (let cursor: string | undefined; ; ) {
          const page = await operator.pools.ledger(organization.id, pool.id, { ...query, ...(cursor === undefined ? {} : { cursor }) });
          ids.push(...page.items.map((entry) => entry.id));
          if (page.next === null) return ids;
          cursor = page.next;
        }
      };
      expect(await read({ limit: 3 })).to.deep.equal(expected.map(({ id }) => id));
      expect(await read({ limit: 2, at: at(1) })).to.deep.equal(expected.filter((entry) => entry.at <= at(1)).map(({ id }) => id));
      const foreign = (await operator.pools.list(organization.id, { limit: 1 })).next ?? 'x';
      expect(await refusalOf(operator.pools.ledger(organization.id, pool.id, { cursor: foreign }))).to.equal('invalid');
    });
  });
});
