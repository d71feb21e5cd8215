import { SeatkitError } from '@seatkit/sdk';
import { expect } from 'chai';
import { dialectOf } from '../../server-plugin/src/db/dialect.ts';
import { DomainError } from '../../server-plugin/src/errors.ts';
import { useCustomer } from '../support/customer.ts';
import { withDatabases } from '../support/database.ts';
import { problemOf } from '../support/refusal.ts';

const outcomeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error: unknown) => (error instanceof SeatkitError ? error.code : String(error)),
  );

withDatabases('main', (setup) => {
  describe('two who want the same thing at once', () => {
    const customer = useCustomer({ on: setup, dispatch: false });
    const id = () => customer.organization.id;

    it('one name: one group gets it, the other is told that it is taken', async () => {
      for (let round = 0; round < 6; round += 1) {
        const groups = [await customer.group(`A ${round}`), await customer.group(`B ${round}`)];
        const renamed = groups.map((group) => outcomeOf(customer.operator.groups.update(id(), group.id, { name: `Same ${round}` })));
        expect((await Promise.all(renamed)).sort()).to.deep.equal(['done', 'name_taken']);
      }
      expect(customer.host.errors).to.deep.equal([]);
    });

    // SQLite has one connection, so there the second would wait for the first to end.
    const withTwoConnections = setup.dialect === 'sqlite' ? () => {} : it;
    withTwoConnections("one name inside the host's own transactions: the second is told to run again", async () => {
      const { host } = customer;
      const [first, second] = [await customer.group('First'), await customer.group('Second')];
      const rename = (trx: Parameters<typeof host.seatkit.run>[0], groupId: string) =>
        host.seatkit.run(trx, { operator: 'shop' }, 'updateGroup', { params: { organizationId: id(), groupId }, body: { name: 'Wanted' } });
      const holding = await host.db.transaction();
      await rename(holding, first.id);
      const waiting = host.db.transaction((trx) => rename(trx, second.id)).catch((error: unknown) => error);
      await new Promise((resolve) => setTimeout(resolve, 200));
      await holding.commit();
      const error = (await waiting) as DomainError;
      expect(error).to.be.instanceOf(DomainError);
      expect([error.code, error.retry]).to.deep.equal(['conflict', true]);
    });

    it('one chain: a pool that is needed never comes to need another one', async () => {
      const { operator } = customer;
      const pool = (product: string) => customer.pool({ product, quantity: 1 });
      for (let round = 0; round < 6; round += 1) {
        const [base, middle, top] = [await pool('base'), await pool('middle'), await pool('top')];
        const outcomes = await Promise.all([
          outcomeOf(operator.pools.update(id(), top.id, { needs: middle.id })),
          outcomeOf(operator.pools.update(id(), middle.id, { needs: base.id })),
        ]);
        expect(outcomes.sort()).to.deep.equal(['done', 'invalid']);
      }
    });

    it('a pool that is needed is refused a need of its own, in words', async () => {
      const { operator } = customer;
      const [base, middle] = [
        await customer.pool({ product: 'base', quantity: 1 }),
        await customer.pool({ product: 'middle', quantity: 1 }),
      ];
      await customer.pool({ product: 'top', name: 'Top', quantity: 1, needs: middle.id });
      const problem = await problemOf(operator.pools.update(id(), middle.id, { needs: base.id }));
      expect([problem.code, problem.fields]).to.deep.equal([
        'invalid',
        [{ path: 'needs', message: 'cannot be set: Top already needs this pool' }],
      ]);
    });

    it('a tier can still be resized after the plan has lost tiers', async () => {
      const { operator } = customer;
      const base = await customer.pool({ product: 'base', quantity: 1 });
      const tier = await customer.pool({ product: 'tier', quantity: 5, needs: base.id });
      await operator.organizations.update(id(), { features: { tiers: false } });
      expect((await operator.pools.update(id(), tier.id, { quantity: 2 })).quantity).to.equal(2);
      expect(await outcomeOf(customer.pool({ product: 'tier', quantity: 1, needs: base.id }))).to.equal('not_in_plan');
      await operator.organizations.update(id(), { features: { tiers: true } });
    });

    it('text that outgrows its column is refused, never cut', async () => {
      const { db } = customer.host;
      const insert = (name: string) => dialectOf(db).tryInsert(db, 'seatkit_meta', { name, value: 'v' });
      // SQLite knows no lengths.
      if (setup.dialect !== 'sqlite') expect(await insert('x'.repeat(61)).catch(() => 'refused')).to.equal('refused');
      expect([await insert('once'), await insert('once')]).to.deep.equal([true, false]);
    });
  });
});
