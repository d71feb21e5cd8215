import { expect } from 'chai';
import { printColumns } from '../support/columns.ts';
import { eventually, linkIn, useCustomer } from '../support/customer.ts';
import { withDatabases } from '../support/database.ts';

withDatabases('all', (setup) => {
  describe('the main job', () => {
    const customer = useCustomer({ on: setup });

    it('invites a colleague into a paid seat, who joins by one click and is enrolled in the same transaction', async () => {
      const { host, admin, organization, smtp } = customer;
      await printColumns(host.db, 'seatkit_members');
      const pool = await customer.pool({ product: 'course-1', name: 'Academy', quantity: 3, assignment: 'required' });
      expect(pool).to.include({ assigned: 1, free: 2 });

      const { results } = await admin.invitations.create(organization.id, {
        people: [{ email: 'Ada.Lindgren@Acme.test', firstName: 'Ada', lastName: 'Lindgren' }],
        message: 'See you on Monday',
      });
      expect(results[0]).to.include({ outcome: 'invited', email: 'Ada.Lindgren@Acme.test' });
      expect(await admin.pools.get(organization.id, pool.id)).to.include({ reserved: 1, assigned: 1, free: 1 });

      const mail = await smtp.waitFor((received) => received.to.includes('Ada.Lindgren@acme.test'));
      expect(mail.text).to.include('See you on Monday');
      await eventually(async () => (await admin.members.get(organization.id, results[0]!.member!.id)).invitation?.delivery === 'sent');

      const page = await fetch(linkIn(mail));
      expect(page.status).to.equal(200);
      const joined = await customer.pressJoin(mail);
      expect([joined.status, joined.headers.get('location')]).to.deep.equal([303, '/home']);

      const ada = await host.userByEmail('Ada.Lindgren@Acme.test');
      expect(await host.enrolments()).to.deep.include({ userId: ada!.id, product: 'course-1' });
      expect(host.signedIn).to.deep.equal([ada!.id]);
      const member = await admin.members.get(organization.id, results[0]!.member!.id);
      expect(member).to.include({ status: 'active', userId: ada!.id });
      expect(member.seats.map((seat) => seat.status)).to.deep.equal(['assigned']);
      expect(await admin.pools.get(organization.id, pool.id)).to.include({ reserved: 0, assigned: 2, free: 1 });
      expect((await customer.pressJoin(mail)).status).to.not.equal(303);

      await admin.members.deactivate(organization.id, member.id);
      expect(await host.enrolments()).to.not.deep.include({ userId: ada!.id, product: 'course-1' });
      expect(await host.seatkit.maySignIn(ada!.id, 'password')).to.equal(false);
      await eventually(() => host.signedOut.includes(ada!.id));
      expect(await admin.pools.get(organization.id, pool.id)).to.include({ assigned: 1, free: 2 });

      await admin.members.reactivate(organization.id, member.id);
      expect(await host.enrolments()).to.deep.include({ userId: ada!.id, product: 'course-1' });
      expect(await host.seatkit.maySignIn(ada!.id, 'password')).to.equal(true);
      expect(await host.seatkit.verify()).to.deep.equal([]);
      expect(host.errors).to.deep.equal([]);
    });
  });
});
