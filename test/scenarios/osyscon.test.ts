import type { Group, Pool, SeatkitClient } from '@seatkit/sdk';
import { expect } from 'chai';
import { type Customer, eventually, type Joined, startCustomer, useCustomer } from '../support/customer.ts';
import { problemOf } from '../support/refusal.ts';

describe('osyscon', () => {
  const suite = useCustomer({
    before: (app) => {
      app.get(
        '/courses/:course',
        (req, res, next) => suite.host.seatkit.requireSeat(String(req.params.course))(req, res, next),
        (_req, res) => void res.send('the course'),
      );
    },
  });
  let customer: Customer;
  let group: Group;
  let pool: Pool;
  let lead: Joined;
  let org: string;

  const course = (userId: string, product = 'hygiene') =>
    fetch(`${customer.host.origin}/courses/${product}`, { headers: { 'x-user': userId } });
  const figures = (client: SeatkitClient = lead.client) => client.pools.get(org, pool.id);
  const addToGroup = (memberId: string) => lead.client.groups.putPerson(org, group.id, memberId, { relations: ['member'] });

  /** A group of its own for each test: its admin, and as many bought licences of one course, given to whoever is put in. */
  let count = 0;
  beforeEach(async () => {
    count += 1;
    const key = `kitchen${count}`;
    customer = await startCustomer(suite.host, suite.smtp, key);
    org = customer.organization.id;
    group = await customer.group('Kitchen');
    pool = await customer.pool({
      product: 'hygiene',
      name: 'Hygiene',
      groupId: group.id,
      quantity: 2,
      assignment: 'required',
      release: 'never',
    });
    lead = (await customer.join([{ email: `lead@${key}.test`, firstName: 'Lena' }])).lead!;
    await customer.admin.groups.putPerson(org, group.id, lead.memberId, { relations: ['manager'], mayManagePeople: true });
  });

  afterEach(async () => {
    expect(await customer.host.seatkit.verify()).to.deep.equal([]);
    expect(customer.host.errors).to.deep.equal([]);
  });

  const someone = async (name: string) =>
    (await customer.join([{ email: `${name}@${customer.organization.key}.test`, firstName: name }]))[name]!;

  it('S001 a group administrator adds employees to the own group and the seats are counted there', async () => {
    const cook = await someone('cook');
    const added = await addToGroup(cook.memberId);
    expect(added.groups).to.deep.equal([{ id: group.id, name: 'Kitchen', relations: ['member'], mayManagePeople: false }]);
    expect(await figures()).to.include({ groupId: group.id, quantity: 2, assigned: 1, free: 1 });

    const { results } = await lead.client.invitations.create(org, {
      people: [{ email: 'new.cook@example.test', groups: [{ groupId: group.id, relations: ['member'] }] }],
    });
    expect(results[0]).to.include({ outcome: 'invited' });
    expect(await figures()).to.include({ reserved: 1, assigned: 1, free: 0 });
    expect((await lead.client.members.list(org, { groupId: group.id })).items.map(({ email }) => email)).to.include.members([
      'new.cook@example.test',
      `cook@${customer.organization.key}.test`,
    ]);
  });

  it('S001 S004 a group administrator neither sees nor changes a group of somebody else', async () => {
    const other = await customer.group('Laundry');
    const cook = await someone('cook');
    const refused = await problemOf(lead.client.groups.putPerson(org, other.id, cook.memberId, { relations: ['member'] }));
    expect(refused).to.include({ status: 403, code: 'not_allowed' });
    expect((await problemOf(lead.client.groups.get(org, other.id))).code).to.equal('not_allowed');
    expect((await customer.admin.groups.get(org, other.id)).memberCount).to.equal(0);
  });

  it('S002 an added member is enrolled by the same click and opens the booked course at once, with nothing left to approve', async () => {
    const cook = await someone('cook');
    expect((await course(cook.userId)).status).to.equal(403);
    await addToGroup(cook.memberId);
    expect(await customer.host.enrolments()).to.deep.include({ userId: cook.userId, product: 'hygiene' });
    expect((await course(cook.userId)).status).to.equal(200);
  });

  it('S002 when the host cannot enrol the person, the group and the seat stay as they were', async () => {
    const cook = await someone('cook');
    customer.host.failing.add('grant');
    try {
      expect((await problemOf(addToGroup(cook.memberId))).code).to.equal('host_failed');
    } finally {
      customer.host.failing.delete('grant');
      customer.host.errors.length = 0;
    }
    expect(await figures()).to.include({ assigned: 0, free: 2 });
    expect((await customer.admin.groups.get(org, group.id)).memberCount).to.equal(0);
    expect(await customer.host.enrolments()).to.not.deep.include({ userId: cook.userId, product: 'hygiene' });
  });

  it('S004 one administrator runs several groups, each with the licences of its own course', async () => {
    const english = await customer.group('English');
    await customer.admin.groups.putPerson(org, english.id, lead.memberId, { relations: ['manager'] });
    const second = await customer.pool({ product: 'english', name: 'English', groupId: english.id, quantity: 5, assignment: 'required' });
    const cook = await someone('cook');
    await addToGroup(cook.memberId);
    await lead.client.groups.putPerson(org, english.id, cook.memberId, { relations: ['member'] });
    const pools = await lead.client.pools.list(org);
    expect(pools.items.map(({ product, groupId, assigned, free }) => ({ product, groupId, assigned, free }))).to.deep.equal([
      { product: 'english', groupId: english.id, assigned: 1, free: 4 },
      { product: 'hygiene', groupId: group.id, assigned: 1, free: 1 },
    ]);
    await lead.client.groups.removePerson(org, english.id, cook.memberId);
    expect(await lead.client.pools.get(org, second.id)).to.include({ assigned: 0, free: 5 });
    expect(await figures()).to.include({ assigned: 1 });
    expect((await course(cook.userId)).status).to.equal(200);
    expect((await course(cook.userId, 'english')).status).to.equal(403);
  });

  it('S008 nobody is put into the group, by adding or by inviting, before a licence for the person has been bought', async () => {
    const [first, second, third] = [await someone('first'), await someone('second'), await someone('third')];
    await addToGroup(first.memberId);
    await addToGroup(second.memberId);
    const refused = await problemOf(addToGroup(third.memberId));
    expect(refused).to.include({ status: 409, code: 'no_free_seat', product: 'hygiene', quantity: 2, taken: 2 });
    const { results } = await lead.client.invitations.create(org, {
      people: [{ email: 'fourth@example.test', groups: [{ groupId: group.id, relations: ['member'] }] }],
    });
    expect(results[0]).to.include({ outcome: 'refused' });
    expect(results[0]!.problem?.code).to.equal('no_free_seat');
    expect(results[0]!.member).to.equal(undefined);
    const people = await customer.admin.members.list(org, { groupId: group.id, q: 'third' });
    expect(people.items).to.deep.equal([]);
    expect((await customer.admin.members.find(org, 'fourth@example.test')).length).to.equal(0);
    expect((await customer.admin.groups.get(org, group.id)).memberCount).to.equal(2);
    await customer.admin.invitations.create(org, { people: [{ email: 'outside.the.group@example.test' }] });
    await customer.smtp.waitFor((mail) => mail.to.includes('outside.the.group@example.test'));
    expect(customer.smtp.mails.filter((mail) => mail.to.includes('fourth@example.test'))).to.deep.equal([]);
  });

  it('S008 a coach of the group takes no licence', async () => {
    await customer.operator.pools.update(org, pool.id, { quantity: 0 });
    const coach = await someone('coach');
    await lead.client.groups.putPerson(org, group.id, coach.memberId, { relations: ['coach'] });
    expect(await figures()).to.include({ quantity: 0, assigned: 0 });
  });

  it('S009 licences that are bought and not yet used show as free licences of the group', async () => {
    const cook = await someone('cook');
    const shown = async () => {
      const { items } = await lead.client.pools.list(org, { groupId: group.id });
      return items.map(({ name, quantity, reserved, assigned, consumed, free }) => ({
        name,
        quantity,
        reserved,
        assigned,
        consumed,
        free,
      }));
    };
    expect(await shown()).to.deep.equal([{ name: 'Hygiene', quantity: 2, reserved: 0, assigned: 0, consumed: 0, free: 2 }]);
    await addToGroup(cook.memberId);
    await lead.client.invitations.create(org, {
      people: [{ email: 'late@example.test', groups: [{ groupId: group.id, relations: ['member'] }] }],
    });
    expect(await shown()).to.deep.equal([{ name: 'Hygiene', quantity: 2, reserved: 1, assigned: 1, consumed: 0, free: 0 }]);
  });

  it('S010 the groups an administrator manages come in one list, and no other group', async () => {
    const second = await customer.group('Bakery');
    await customer.group('Laundry');
    await customer.admin.groups.putPerson(org, second.id, lead.memberId, { relations: ['manager'] });
    expect((await lead.client.groups.list(org)).items.map(({ name }) => name)).to.deep.equal(['Bakery', 'Kitchen']);
    const me = await lead.client.me();
    expect(me.organizations[0]!.managedGroups).to.have.deep.members([
      { id: group.id, name: 'Kitchen', mayManagePeople: true, archived: false },
      { id: second.id, name: 'Bakery', mayManagePeople: false, archived: false },
    ]);
    const cook = await someone('cook');
    expect((await problemOf(cook.client.groups.list(org))).code).to.equal('not_allowed');
  });

  it('S011 adding works only while a licence is free, and again as soon as the shop has sold more for the same group', async () => {
    const { operator } = customer;
    await operator.pools.update(org, pool.id, { quantity: 1 });
    const [first, second] = [await someone('first'), await someone('second')];
    await addToGroup(first.memberId);
    expect((await figures()).free).to.equal(0);
    expect((await problemOf(addToGroup(second.memberId))).code).to.equal('no_free_seat');

    expect((await problemOf(lead.client.pools.update(org, pool.id, { quantity: 9 }))).status).to.equal(403);
    const resized = await operator.pools.update(org, pool.id, { quantity: 3 });
    expect(resized).to.include({ groupId: group.id, quantity: 3, assigned: 1, free: 2 });
    await addToGroup(second.memberId);
    expect((await course(second.userId)).status).to.equal(200);
    expect(await figures()).to.include({ assigned: 2, free: 1 });
  });

  it('S012 one person is enrolled from inside the group with nothing but an address and a name, and joins by the mail', async () => {
    const email = `solo@${customer.organization.key}.test`;
    const { results } = await lead.client.invitations.create(org, {
      people: [{ email, firstName: 'Sol', lastName: 'Ortega', groups: [{ groupId: group.id, relations: ['member'] }] }],
    });
    expect(results).to.have.length(1);
    expect(results[0]).to.include({ outcome: 'invited', email });
    const mail = await customer.smtp.waitFor((received) => received.to.includes(email));
    expect(mail.text).to.include('Hygiene');
    expect((await customer.pressJoin(mail)).status).to.equal(303);
    const user = await eventually(() => customer.host.userByEmail(email));
    expect((await course(user.id)).status).to.equal(200);
    expect(await figures()).to.include({ reserved: 0, assigned: 1, free: 1 });
  });

  it('S013 a member taken out of the group loses the course, stays in the organization and keeps other groups', async () => {
    const other = await customer.group('Service');
    const cook = await someone('cook');
    await addToGroup(cook.memberId);
    await customer.admin.groups.putPerson(org, other.id, cook.memberId, { relations: ['member'] });
    const departure = await lead.client.groups.removePerson(org, group.id, cook.memberId);
    expect(departure).to.deep.include({ signIn: 'none' });
    const member = await customer.admin.members.get(org, cook.memberId);
    expect(member).to.include({ status: 'active' });
    expect(member.groups.map(({ name }) => name)).to.deep.equal(['Service']);
    expect((await course(cook.userId)).status).to.equal(403);
    expect(await customer.host.enrolments()).to.not.deep.include({ userId: cook.userId, product: 'hygiene' });
  });

  it('S013 somebody who leaves the company is taken out of every group at once', async () => {
    const cook = await someone('cook');
    await addToGroup(cook.memberId);
    await customer.admin.members.remove(org, cook.memberId);
    expect((await problemOf(customer.admin.members.get(org, cook.memberId))).code).to.equal('not_found');
    expect((await customer.admin.groups.get(org, group.id)).memberCount).to.equal(0);
    expect((await course(cook.userId)).status).to.equal(403);
  });

  it('S014 removing a member gives the consumed licence not back, says so before and after, and nobody else gets it', async () => {
    const [cook, next] = [await someone('cook'), await someone('next')];
    await customer.operator.pools.update(org, pool.id, { quantity: 1 });
    await addToGroup(cook.memberId);
    expect((await course(cook.userId)).status).to.equal(200);
    const before = await lead.client.members.previewDeparture(org, cook.memberId, { groupId: group.id });
    expect(before.seats.map(({ status, rule }) => ({ status, rule }))).to.deep.equal([{ status: 'consumed', rule: 'release_never' }]);
    const departure = await lead.client.groups.removePerson(org, group.id, cook.memberId);
    expect(departure.seats).to.deep.equal(before.seats);
    expect(await figures()).to.include({ quantity: 1, assigned: 0, consumed: 1, free: 0 });
    expect((await problemOf(addToGroup(next.memberId))).code).to.equal('no_free_seat');
    expect((await addToGroup(cook.memberId)).seats.map(({ status }) => status)).to.deep.equal(['assigned']);
  });

  it('S014 a consumed licence comes back by nobody but the operator, with a reason that stands in the record', async () => {
    const cook = await someone('cook');
    await addToGroup(cook.memberId);
    const { seats } = await lead.client.groups.removePerson(org, group.id, cook.memberId);
    const seatId = seats[0]!.seatId;
    const reason = 'Added by mistake, never opened the course';
    for (const client of [lead.client, customer.admin])
      expect((await problemOf(client.seats.refund(org, seatId, { reason }))).code).to.equal('not_allowed');
    expect(await customer.operator.seats.refund(org, seatId, { reason })).to.include({ status: 'refunded', rule: 'refund' });
    expect(await figures()).to.include({ quantity: 2, consumed: 0, free: 2 });
    const { items } = await customer.admin.pools.ledger(org, pool.id);
    expect(items[0]).to.include({ type: 'refunded', seatId, memberId: cook.memberId, consumed: -1, quantity: 0, reason });
  });
});
