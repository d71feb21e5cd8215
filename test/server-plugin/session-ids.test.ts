import type { HostSession } from '@seatkit/server-plugin';
import { expect } from 'chai';
import { useCustomer } from '../support/customer.ts';
import { withDatabases } from '../support/database.ts';

withDatabases('main', (setup) => {
  describe("a host whose session holds the user's id as a number", () => {
    const customer = useCustomer({
      on: setup,
      options: {
        // What a host in plain JavaScript may answer, whatever the type asks for.
        authenticate: (req) =>
          req.headers['x-user'] === undefined ? null : ({ userId: Number(req.headers['x-user']) } as unknown as HostSession),
      },
    });

    it('is understood, and a number finds nobody whose id only begins with it', async () => {
      const { host, organization, adminId } = customer;
      const me = async (userId: string) => (await host.as(userId).me()).organizations.map(({ id }) => id);
      const admin = (await host.db('seatkit_members').where({ id: adminId }).first()) as { userId: string };
      expect(await me(admin.userId)).to.deep.equal([organization.id]);
      await host
        .db('seatkit_members')
        .where({ id: adminId })
        .update({ userId: `${admin.userId}-abc` });
      expect(await me(admin.userId)).to.deep.equal([]);
      expect(await me('0')).to.deep.equal([]);
    });
  });
});
