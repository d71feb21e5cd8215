import { expect } from 'chai';
import { useCustomer } from '../support/customer.ts';
import { withDatabases } from '../support/database.ts';

withDatabases('main', (setup) => {
  describe('a search for a whole name', () => {
    const customer = useCustomer({ on: setup, dispatch: false });

    it('finds the group, the role profile and the person of that name, and those whose name goes on', async () => {
      const { operator, organization } = customer;
      const names = async (list: Promise<{ items: readonly { name: string }[] }>) => (await list).items.map(({ name }) => name);
      for (const name of ['Sales', 'Sales 2', 'Sale']) {
        await customer.group(name);
        await operator.roleProfiles.create(organization.id, { name });
      }
      await customer.join([
        { email: 'ann@acme.test', firstName: 'Ann', lastName: 'Bell' },
        { email: 'bea@acme.test', firstName: 'Ann', lastName: 'Bellamy' },
      ]);
      expect(await names(operator.groups.list(organization.id, { q: 'Sales' }))).to.deep.equal(['Sales', 'Sales 2']);
      expect(await names(operator.roleProfiles.list(organization.id, { q: 'Sales' }))).to.deep.equal(['Sales', 'Sales 2']);
      for (const q of ['ann bell', 'Bell']) {
        const { items } = await operator.members.list(organization.id, { q });
        expect(items.map(({ lastName }) => lastName)).to.deep.equal(['Bell', 'Bellamy']);
      }
      expect((await operator.members.list(organization.id, { q: 'ann@acme.test' })).items).to.have.length(1);
    });
  });
});
