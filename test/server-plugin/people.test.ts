import type { Member, NewInvitation } from '@seatkit/sdk';
import { expect } from 'chai';
import { type Customer, eventually, startCustomer, useCustomer } from '../support/customer.ts';
import { refusalOf } from '../support/refusal.ts';

describe('people', () => {
  const customer = useCustomer();
  let other: Customer;
  before(async () => {
    other = await startCustomer(customer.host, customer.smtp, 'globex');
  });
  const id = () => customer.organization.id;
  const mailTo = (address: string) => customer.smtp.waitFor((mail) => mail.to.includes(address));
  const user = (userId: string | null) => customer.host.db('users').where({ id: Number(userId) });
  /** A member whose account was made through the organization. */
  const created = async (person: NewInvitation): Promise<Member> => {
    const { results } = await customer.admin.invitations.create(id(), { people: [person] });
    expect((await customer.pressJoin(await mailTo(person.email))).status).to.equal(303);
    return customer.admin.members.get(id(), results[0]!.member!.id);
  };

  describe('nobody takes a person over', () => {
    it('refuses to change the address of an account that was not made through the organization', async () => {
      const { own } = await customer.join([{ email: 'own@people.test', firstName: 'Own' }]);
      expect(await refusalOf(customer.admin.members.update(id(), own!.memberId, { email: 'taken-over@evil.test' }))).to.equal(
        'account_not_yours',
      );
      expect(await user(own!.userId)).to.have.nested.property('[0].email', 'own@people.test');
      expect(await customer.admin.members.get(id(), own!.memberId)).to.include({ email: 'own@people.test' });
    });

    it('deactivates such a person in the organization only: the sign-in and the other sessions stay', async () => {
      const { guest } = await customer.join([{ email: 'guest@people.test' }]);
      expect((await customer.admin.members.previewDeparture(id(), guest!.memberId)).signIn).to.equal('kept');
      await customer.admin.members.deactivate(id(), guest!.memberId);
      expect(await customer.host.seatkit.maySignIn(guest!.userId, 'password')).to.equal(true);
      expect((await guest!.client.me()).organizations).to.deep.equal([]);
      const queued = await customer.host.db('seatkit_outbox').where({ orderKey: guest!.memberId, kind: 'signOut' });
      expect(queued).to.deep.equal([]);
    });

    it('moves the sign-in address of an account it made, under the same ids, and tells both addresses', async () => {
      const member = await created({ email: 'before@people.test', firstName: 'Bea' });
      const moved = await customer.admin.members.update(id(), member.id, { email: 'after@people.test' });
      expect(moved).to.deep.equal({ ...member, email: 'after@people.test' });
      expect(await user(member.userId)).to.have.nested.property('[0].email', 'after@people.test');
      for (const address of ['before@people.test', 'after@people.test']) {
        const mail = await customer.smtp.waitFor((received) => received.to.includes(address) && received.subject.includes('address'));
        expect(mail.text).to.include('from before@people.test to after@people.test');
      }
      expect((await customer.admin.members.list(id(), { q: 'after@' })).items.map((item) => item.id)).to.deep.equal([member.id]);
      expect((await customer.admin.members.list(id(), { q: 'before@' })).items).to.deep.equal([]);
    });

    it('loses that right, and the one to block the sign-in, as soon as the person is in a second organization', async () => {
      const member = await created({ email: 'shared@people.test' });
      await other.join([{ email: 'shared@people.test' }]);
      const [there] = (await other.admin.members.find(other.organization.id, 'shared@people.test')) as Member[];
      const changes = { email: 'shared2@people.test' };
      expect(await refusalOf(customer.admin.members.update(id(), member.id, changes))).to.equal('account_not_yours');
      expect(await refusalOf(other.admin.members.update(other.organization.id, there!.id, changes))).to.equal('account_not_yours');
      expect((await customer.admin.members.previewDeparture(id(), member.id)).signIn).to.equal('kept');
      await customer.admin.members.deactivate(id(), member.id);
      expect(await customer.host.seatkit.maySignIn(member.userId!, 'password')).to.equal(true);
      expect((await customer.host.as(member.userId!).me()).organizations.map((organization) => organization.name)).to.deep.equal([
        'Globex',
      ]);

      await other.admin.members.remove(other.organization.id, there!.id);
      expect(await customer.host.seatkit.maySignIn(member.userId!, 'password'), 'alone answerable again').to.equal(false);
    });

    it('cannot move an account to the address of another one, here or anywhere at the host', async () => {
      const member = await created({ email: 'fixed@people.test' });
      await customer.host.addUser({ email: 'elsewhere@host.test' });
      for (const email of ['Elsewhere@host.test', 'admin@acme.test'])
        expect(await refusalOf(customer.admin.members.update(id(), member.id, { email }))).to.equal('address_taken');
      expect(await user(member.userId)).to.have.nested.property('[0].email', 'fixed@people.test');
    });

    it('changes nothing at all when the host refuses to move the address', async () => {
      const member = await created({ email: 'stuck@people.test', firstName: 'Stig' });
      customer.host.failing.add('updateUser');
      const changing = customer.admin.members.update(id(), member.id, { email: 'unstuck@people.test', firstName: 'Other', role: 'admin' });
      expect(await refusalOf(changing)).to.equal('host_failed');
      customer.host.failing.clear();
      expect(await customer.admin.members.get(id(), member.id)).to.deep.equal(member);
      expect(customer.smtp.mails.filter((mail) => mail.to.includes('unstuck@people.test'))).to.deep.equal([]);
    });

    it('changes names at the host where the account is its own, and else only in the organization', async () => {
      const mine = await created({ email: 'mine@people.test', firstName: 'Mine', lastName: 'Own' });
      const { theirs } = await customer.join([{ email: 'theirs@people.test', firstName: 'Theirs', lastName: 'Own' }]);
      for (const memberId of [mine.id, theirs!.memberId]) {
        const renamed = await customer.admin.members.update(id(), memberId, { firstName: ' Zora ', lastName: 'Ny' });
        expect(renamed).to.include({ firstName: 'Zora', lastName: 'Ny' });
      }
      expect((await user(mine.userId))[0]).to.include({ firstName: 'Zora', lastName: 'Ny' });
      expect((await user(theirs!.userId))[0]).to.include({ firstName: 'Theirs', lastName: 'Own' });
    });
  });

  describe('after a change at the host', () => {
    it('shows the new name and address in every organization, finds them and sorts by them', async () => {
      const { copy } = await customer.join([{ email: 'copy@people.test', firstName: 'Anke', lastName: 'Alt' }]);
      await other.join([{ email: 'copy@people.test' }]);
      await user(copy!.userId).update({ email: 'copied@people.test', firstName: 'Zuri', lastName: 'Neu', locale: 'de' });
      await customer.host.seatkit.userChanged(copy!.userId);
      for (const { admin, organization } of [customer, other]) {
        const { items } = await admin.members.list(organization.id, { q: 'neu' });
        expect(items).to.have.length(1);
        expect(items[0]).to.include({ email: 'copied@people.test', firstName: 'Zuri', lastName: 'Neu', locale: 'de' });
        expect((await admin.members.list(organization.id, { q: 'anke' })).items).to.deep.equal([]);
        expect((await admin.members.list(organization.id)).items.at(-1)?.firstName).to.equal('Zuri');
      }
    });

    it('keeps the old copy when the new address is another member’s, marks it, and throws nothing', async () => {
      const { clash, holder } = await customer.join([{ email: 'clash@people.test', firstName: 'Clara' }, { email: 'holder@people.test' }]);
      await user(clash!.userId).update({ email: 'HOLDER@people.test', firstName: 'Changed' });
      await customer.host.seatkit.userChanged(clash!.userId);
      expect(await customer.admin.members.get(id(), clash!.memberId)).to.include({
        email: 'clash@people.test',
        firstName: 'Clara',
        status: 'active',
      });
      const finding = async () => (await customer.host.seatkit.doctor()).find((found) => found.check === 'collisions')!;
      expect(await finding()).to.include({ status: 'warning' });
      expect((await finding()).detail).to.include(clash!.memberId);

      await user(holder!.userId).update({ email: 'moved-on@people.test' });
      await customer.host.seatkit.userChanged(holder!.userId);
      await customer.host.seatkit.userChanged(clash!.userId);
      expect(await customer.admin.members.get(id(), clash!.memberId)).to.include({ email: 'HOLDER@people.test', firstName: 'Changed' });
      expect(await finding()).to.include({ status: 'ok' });
    });

    it('completes every open invitation of an address that its owner has just proven by signing up', async () => {
      const pool = await customer.pool({ product: 'course-9', quantity: 1 });
      const invited: Member[] = [];
      for (const { admin, organization } of [customer, other]) {
        const people = [{ email: 'Signup@people.test', ...(organization.id === id() ? { poolIds: [pool.id] } : {}) }];
        invited.push((await admin.invitations.create(organization.id, { people })).results[0]!.member!);
      }
      const userId = await customer.host.addUser({ email: 'signup@people.test', firstName: 'Sina', verified: false });
      await customer.host.seatkit.userChanged(userId);
      expect(await customer.admin.members.get(id(), invited[0]!.id)).to.include({ status: 'invited', userId: null });

      await user(userId).update({ verified: true });
      await customer.host.seatkit.userChanged(userId);
      expect(await customer.admin.members.get(id(), invited[0]!.id)).to.include({ status: 'active', userId, firstName: 'Sina' });
      expect(await other.admin.members.get(other.organization.id, invited[1]!.id)).to.include({ status: 'active', userId });
      expect(await customer.host.enrolments()).to.deep.include({ userId, product: 'course-9' });
      await eventually(() => customer.host.committed.some((event) => event.userId === userId && event.product === 'course-9'));
      await customer.host.seatkit.userChanged(userId);
      expect((await customer.host.as(userId).me()).organizations).to.have.length(2);
    });

    it('leaves alone whoever is unknown, or invited under an address that is not theirs any more', async () => {
      await customer.host.seatkit.userChanged('999999');
      const [pending] = (await customer.admin.invitations.create(id(), { people: [{ email: 'was@people.test' }] })).results;
      await customer.admin.members.update(id(), pending!.member!.id, { email: 'is@people.test' });
      const userId = await customer.host.addUser({ email: 'was@people.test' });
      await customer.host.seatkit.userChanged(userId);
      expect(await customer.admin.members.get(id(), pending!.member!.id)).to.include({ status: 'invited', userId: null });
    });
  });

  describe('the last admin', () => {
    it('cannot be deactivated, demoted or removed by anybody, whoever is still invited as admin', async () => {
      const { admin, operator } = other;
      const organizationId = other.organization.id;
      await admin.invitations.create(organizationId, { people: [{ email: 'someday@people.test', role: 'admin' }] });
      for (const client of [admin, operator]) {
        expect(await refusalOf(client.members.deactivate(organizationId, other.adminId))).to.equal('last_admin');
        expect(await refusalOf(client.members.update(organizationId, other.adminId, { role: 'member' }))).to.equal('last_admin');
        expect(await refusalOf(client.members.remove(organizationId, other.adminId))).to.equal('last_admin');
      }
      expect(await admin.members.get(organizationId, other.adminId)).to.include({ role: 'admin', status: 'active' });
    });

    it('may go in each of these ways once there is another one, who then stays', async () => {
      const { operator } = other;
      const organizationId = other.organization.id;
      for (const [name, leave] of [
        ['first', (memberId: string) => operator.members.update(organizationId, memberId, { role: 'member' })],
        ['second', (memberId: string) => operator.members.deactivate(organizationId, memberId)],
        ['third', (memberId: string) => operator.members.remove(organizationId, memberId)],
      ] as const) {
        const people = await other.join([{ email: `${name}@admins.test`, role: 'admin' }]);
        await leave(people[name]!.memberId);
        expect(await refusalOf(operator.members.remove(organizationId, other.adminId)), name).to.equal('last_admin');
      }
      const [second] = (await operator.members.list(organizationId, { status: 'deactivated' })).items;
      await operator.members.reactivate(organizationId, second!.id);
      await operator.members.deactivate(organizationId, other.adminId);
      expect(await refusalOf(operator.members.deactivate(organizationId, second!.id)), 'now this one is').to.equal('last_admin');
      await operator.members.reactivate(organizationId, other.adminId);
    });
  });
});
