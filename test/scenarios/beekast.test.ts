import type { Pool } from '@seatkit/sdk';
import { expect } from 'chai';
import { type Customer, eventually, linkIn, startCustomer, useCustomer } from '../support/customer.ts';
import { refusalOf } from '../support/refusal.ts';

describe('Beekast', () => {
  const suite = useCustomer();
  let customer: Customer;
  let org: string;
  let pool: Pool;
  let count = 0;

  beforeEach(async () => {
    count += 1;
    customer = await startCustomer(suite.host, suite.smtp, `studio${count}`);
    org = customer.organization.id;
    pool = await customer.pool({ product: 'beekast', name: 'Beekast Pro', quantity: 4 });
  });

  afterEach(async () => {
    expect(await suite.host.seatkit.verify()).to.deep.equal([]);
    expect(suite.host.errors).to.deep.equal([]);
  });

  const address = (name: string) => `${name}@studio${count}.test`;
  const mailTo = (email: string, about: RegExp) =>
    suite.smtp.waitFor((mail) => mail.to.includes(email) && about.test(mail.subject + mail.text));
  const figures = async () => {
    const { quantity, reserved, assigned, free } = await customer.admin.pools.get(org, pool.id);
    return { quantity, reserved, assigned, free };
  };

  it('S167 the vendor names the licence administrators in advance, and from their first click on they manage the licences themselves', async () => {
    const organization = await suite.operator.organizations.create({ name: 'Bright Ideas', key: 'bright' });
    const licences = await suite.operator.pools.create(organization.id, { product: 'beekast', quantity: 2 });
    const { results } = await suite.operator.invitations.create(organization.id, {
      people: [{ email: 'first.admin@bright.test', firstName: 'Fay', role: 'admin' }],
    });
    expect(results[0]!.member).to.include({ role: 'admin', status: 'invited' });
    const mail = await suite.smtp.waitFor(({ to }) => to.includes('first.admin@bright.test'));
    expect((await customer.pressJoin(mail)).status).to.equal(303);
    const account = await suite.host.userByEmail('first.admin@bright.test');
    const fay = suite.host.as(account!.id);
    const invited = await fay.invitations.create(organization.id, { people: [{ email: 'colleague@bright.test', poolIds: [licences.id] }] });
    expect(invited.results[0]).to.include({ outcome: 'invited' });
    expect(await fay.pools.get(organization.id, licences.id)).to.include({ reserved: 1, free: 1 });
    await fay.invitations.revoke(organization.id, invited.results[0]!.invitation!.id);
    expect(await fay.pools.get(organization.id, licences.id)).to.include({ reserved: 0, free: 2 });
    expect(await refusalOf(fay.pools.update(organization.id, licences.id, { quantity: 50 }))).to.equal('not_allowed');
    expect(await refusalOf(fay.pools.get(org, pool.id))).to.equal('not_found');
  });

  it('S168 a member who is made administrator is told by mail', async () => {
    const { ada } = await customer.join([{ email: address('ada'), firstName: 'Ada' }]);
    await customer.admin.members.update(org, ada!.memberId, { role: 'admin' });
    const mail = await mailTo(address('ada'), /You are now an admin of Studio/);
    expect(mail.text).to.include('Ada');
    expect((await ada!.client.members.list(org)).total).to.equal(2);
  });

  it('S168 somebody who is invited as administrator is told so when the invitation is accepted, or at once with a known account', async () => {
    await customer.admin.invitations.create(org, { people: [{ email: address('new'), role: 'admin' }, { email: address('plain') }] });
    for (const name of ['new', 'plain']) expect((await customer.pressJoin(await mailTo(address(name), /join/))).status).to.equal(303);
    await mailTo(address('new'), /You are now an admin/);
    await customer.join([{ email: address('known'), role: 'admin' }]);
    await mailTo(address('known'), /You are now an admin/);
    expect(suite.smtp.mails.filter(({ to, subject }) => to.includes(address('plain')) && /admin/.test(subject))).to.deep.equal([]);
  });

  it('S169 S170 somebody without an account is invited to make one, which is then tied to the licence by itself', async () => {
    const { results } = await customer.admin.invitations.create(org, {
      people: [{ email: address('nils'), firstName: 'Nils', poolIds: [pool.id] }],
    });
    expect(await figures()).to.deep.equal({ quantity: 4, reserved: 1, assigned: 0, free: 3 });
    const mail = await mailTo(address('nils'), /invited you to join/);
    expect(mail.text).to.include('Beekast Pro');
    expect(mail.text).to.not.include('already have an account');
    expect(await suite.host.userByEmail(address('nils'))).to.equal(undefined);

    expect((await customer.pressJoin(mail)).status).to.equal(303);
    const account = await suite.host.userByEmail(address('nils'));
    expect(await figures()).to.deep.equal({ quantity: 4, reserved: 0, assigned: 1, free: 3 });
    expect(await suite.host.enrolments()).to.deep.include({ userId: account!.id, product: 'beekast' });
    const member = await customer.admin.members.get(org, results[0]!.member!.id);
    expect(member).to.include({ status: 'active', userId: account!.id });
    expect(member.seats.map(({ product, status }) => `${product} ${status}`)).to.deep.equal(['beekast assigned']);
  });

  it('S170 an account that the person makes on the own page of the platform is tied to the licence as soon as its address is verified', async () => {
    await customer.admin.invitations.create(org, { people: [{ email: address('own.way'), poolIds: [pool.id] }] });
    const userId = await suite.host.addUser({ email: address('Own.Way'), verified: false });
    await suite.host.seatkit.userChanged(userId);
    expect(await figures()).to.include({ reserved: 1, assigned: 0 });
    await suite.host
      .db('users')
      .where({ id: Number(userId) })
      .update({ verified: true });
    await suite.host.seatkit.userChanged(userId);
    expect(await figures()).to.include({ reserved: 0, assigned: 1 });
    expect(await suite.host.enrolments()).to.deep.include({ userId, product: 'beekast' });
  });

  it('S171 somebody with an account is told by mail what they get, and needs no second account', async () => {
    const userId = await suite.host.addUser({ email: address('kim'), firstName: 'Kim' });
    await customer.admin.invitations.create(org, { people: [{ email: address('kim'), poolIds: [pool.id] }] });
    const mail = await mailTo(address('kim'), /already have an account/);
    expect(mail.text).to.include('Beekast Pro');
    const answer = await customer.pressJoin(mail);
    expect(answer.status).to.equal(303);
    expect(answer.headers.get('location')).to.match(/\/login/);
    expect(await suite.host.db('users').where({ email: address('kim') })).to.have.length(1);
    await suite.host.seatkit.userChanged(userId);
    expect(await figures()).to.include({ assigned: 1 });
  });

  it('S171 where the vendor lets known accounts join at once, the mail names the licence and leads to the start page', async () => {
    await suite.operator.organizations.update(org, { settings: { attachKnown: true } });
    const userId = await suite.host.addUser({ email: address('lee'), firstName: 'Lee' });
    const { results } = await customer.admin.invitations.create(org, { people: [{ email: address('lee'), poolIds: [pool.id] }] });
    expect(results[0]).to.include({ outcome: 'joined' });
    expect(await suite.host.enrolments()).to.deep.include({ userId, product: 'beekast' });
    const mail = await mailTo(address('lee'), /You are now part of Studio/);
    expect(mail.text).to.include('Beekast Pro');
    expect(mail.text).to.include('Get started');
    expect(mail.text).to.include(`${suite.host.origin}/home`);
    expect(linkIn(mail)).to.equal('');
  });

  it('S172 the console knows at once whether to open for whoever is signed in, and with which controls', async () => {
    const { ada } = await customer.join([{ email: address('ada') }]);
    const group = await customer.group('Design');
    await customer.admin.groups.putPerson(org, group.id, ada!.memberId, { relations: ['manager'] });
    const { bob } = await customer.join([{ email: address('bob') }]);
    const mayOf = async (client: Customer['admin']) => (await client.me()).organizations[0]!.may;
    expect(await mayOf(customer.admin)).to.include.members(['seeMembers', 'invite', 'deactivate', 'manageMembers', 'manageSeats']);
    expect(await mayOf(ada!.client)).to.have.members(['seeMembers', 'addToGroups', 'manageSeats']);
    expect(await mayOf(bob!.client)).to.deep.equal([]);
    expect(await refusalOf(bob!.client.pools.list(org))).to.equal('not_allowed');
  });

  it('S173 S174 the console shows how many licences there are and are left, and each added member counts at once', async () => {
    const shown = async () => (await customer.admin.pools.list(org)).items.map(({ name, quantity, free }) => ({ name, quantity, free }));
    expect(await shown()).to.deep.equal([{ name: 'Beekast Pro', quantity: 4, free: 4 }]);
    const people = ['ada', 'bob', 'cleo', 'dan', 'eve'].map((name) => ({ email: address(name), poolIds: [pool.id] }));
    const { results } = await customer.admin.invitations.create(org, { people });
    expect(results.map(({ outcome, problem }) => problem?.code ?? outcome)).to.deep.equal([
      'invited',
      'invited',
      'invited',
      'invited',
      'no_free_seat',
    ]);
    expect(await shown()).to.deep.equal([{ name: 'Beekast Pro', quantity: 4, free: 0 }]);
    expect((await customer.admin.members.list(org)).total).to.equal(5);
  });

  it('S175 the search finds members already added, by the beginning of any name or of the address, whatever case and accents', async () => {
    await customer.join([
      { email: address('zoe'), firstName: 'Zoë', lastName: 'van der Berg' },
      { email: address('berta'), firstName: 'Berta', lastName: 'Zimmer' },
      { email: address('max'), firstName: 'Max', lastName: 'Ångström' },
    ]);
    await customer.admin.invitations.create(org, { people: [{ email: address('pending'), firstName: 'Bernd' }] });
    const found = async (q: string) => (await customer.admin.members.list(org, { q })).items.map(({ email }) => email.split('@')[0]).sort();
    expect(await found('ber')).to.deep.equal(['berta', 'pending', 'zoe']);
    expect(await found('ZOE')).to.deep.equal(['zoe']);
    expect(await found('angs')).to.deep.equal(['max']);
    expect(await found(address('max'))).to.deep.equal(['max']);
    expect(await found('ngs')).to.deep.equal([]);
    expect(await found('%')).to.deep.equal([]);
  });

  it('S176 the list shows everybody with licence and state, page by page, and only those on a licence when asked', async () => {
    const people = await customer.join(['ada', 'bob', 'cleo'].map((name) => ({ email: address(name), firstName: name })));
    await customer.admin.seats.create(org, pool.id, { memberIds: [people.ada!.memberId, people.cleo!.memberId] });
    await customer.admin.members.deactivate(org, people.bob!.memberId);
    const rows: string[] = [];
    for await (const { firstName, status, seats } of customer.admin.members.list(org, { limit: 2 }))
      rows.push(`${firstName} ${status} ${seats.map(({ product }) => product)}`.trim());
    expect(rows).to.deep.equal(['ada active beekast', 'Amara active', 'bob deactivated', 'cleo active beekast']);
    const holders = await customer.admin.members.list(org, { poolId: pool.id });
    expect(holders.items.map(({ firstName }) => firstName)).to.deep.equal(['ada', 'cleo']);
    expect(holders.total).to.equal(2);
  });

  it('S177 one person is taken off the licence, loses the product, stays a member, and the licence is free for the next', async () => {
    const { ada } = await customer.join([{ email: address('ada'), poolIds: [pool.id] }]);
    const [seat] = (await customer.admin.members.get(org, ada!.memberId)).seats;
    const outcome = await customer.admin.seats.release(org, seat!.id);
    expect(outcome).to.include({ status: 'released', rule: 'release_always' });
    expect(await figures()).to.deep.equal({ quantity: 4, reserved: 0, assigned: 0, free: 4 });
    expect(await suite.host.enrolments()).to.not.deep.include({ userId: ada!.userId, product: 'beekast' });
    expect(await customer.admin.members.get(org, ada!.memberId)).to.deep.include({ status: 'active', seats: [] });
    await eventually(() => suite.host.committed.some((event) => event.type === 'revoked' && event.memberId === ada!.memberId));
  });

  it('S178 several selected people are taken off the licence together, and each answer stands for itself', async () => {
    const people = Object.values(await customer.join(['ada', 'bob', 'cleo'].map((name) => ({ email: address(name), poolIds: [pool.id] }))));
    const seats: string[] = [];
    for (const { memberId } of people) seats.push((await customer.admin.members.get(org, memberId)).seats[0]!.id);
    await customer.admin.seats.release(org, seats[1]!);
    const answers = await Promise.allSettled(seats.map((id) => customer.admin.seats.release(org, id)));
    expect(answers.map(({ status }) => status)).to.deep.equal(['fulfilled', 'rejected', 'fulfilled']);
    expect(await figures()).to.deep.equal({ quantity: 4, reserved: 0, assigned: 0, free: 4 });
    const userIds = new Set(people.map(({ userId }) => userId));
    expect((await suite.host.enrolments()).filter(({ userId }) => userIds.has(userId))).to.deep.equal([]);
  });
});
