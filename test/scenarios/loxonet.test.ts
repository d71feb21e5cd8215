import { expect } from 'chai';
import { eventually, linkIn, useCustomer } from '../support/customer.ts';
import { problemOf } from '../support/refusal.ts';

describe('Loxonet', () => {
  const crmContacts = new Map([['known.contact@example.test', 'Already a contact in the CRM: Mrs Known, Hilltop Ltd.']]);
  const customer = useCustomer({ options: { vetInvite: ({ email }) => crmContacts.get(email.toLowerCase()) ?? null } });

  afterEach(async () => {
    expect(await customer.host.seatkit.verify()).to.deep.equal([]);
    expect(customer.host.errors).to.deep.equal([]);
  });

  const invite = async (email: string, more: object = {}) =>
    (await customer.admin.invitations.create(customer.organization.id, { people: [{ email, ...more }] })).results[0]!;
  const mailsTo = (email: string) => customer.smtp.mails.filter((mail) => mail.to.includes(email));
  const nthMail = (email: string, n: number) => eventually(() => mailsTo(email)[n - 1]);
  const member = (id: string) => customer.admin.members.get(customer.organization.id, id);

  it('S160 a person created one by one gets the activation mail immediately', async () => {
    const began = Date.now();
    const { outcome, member: invited } = await invite('ines@example.test', { firstName: 'Inés', lastName: 'Prado' });
    expect(outcome).to.equal('invited');
    const mail = await nthMail('ines@example.test', 1);
    expect(Date.now() - began).to.be.below(3000);
    expect(mail.text).to.include('Inés');
    expect(mail.text).to.include('Amara Okafor');
    expect(mail.replyTo).to.deep.equal(['admin@acme.test']);
    expect(linkIn(mail)).to.match(/\/join\/.+/);
    await eventually(async () => (await member(invited!.id)).invitation?.delivery === 'sent');
  });

  it('S154 one click activates the account, and merely opening the link changes nothing', async () => {
    const { member: invited } = await invite('omar@example.test', { firstName: 'Omar' });
    const mail = await nthMail('omar@example.test', 1);
    for (const method of ['GET', 'HEAD', 'GET']) expect((await fetch(linkIn(mail), { method, redirect: 'manual' })).status).to.equal(200);
    expect(await member(invited!.id)).to.include({ status: 'invited', userId: null });
    expect(await customer.host.userByEmail('omar@example.test')).to.equal(undefined);

    const answer = await customer.pressJoin(mail);
    expect([answer.status, answer.headers.get('location')]).to.deep.equal([303, '/home']);
    const account = await customer.host.userByEmail('omar@example.test');
    expect(await member(invited!.id)).to.include({ status: 'active', userId: account!.id, firstName: 'Omar' });
    expect(customer.host.signedIn).to.include(account!.id);

    expect((await customer.pressJoin(mail)).status).to.not.equal(303);
    expect(customer.host.signedIn.filter((id) => id === account!.id)).to.have.length(1);
  });

  it('S161 the activation mail is sent again to one person, with a new link that ends the old one', async () => {
    const { member: invited, invitation } = await invite('vera@example.test');
    const first = await nthMail('vera@example.test', 1);
    const again = await customer.admin.invitations.send(customer.organization.id, invitation!.id);
    expect(again).to.include({ id: invitation!.id, status: 'pending' });
    const second = await nthMail('vera@example.test', 2);
    expect(linkIn(second)).to.not.equal(linkIn(first));
    expect((await customer.pressJoin(first)).status).to.not.equal(303);
    expect(await member(invited!.id)).to.include({ status: 'invited' });
    expect((await customer.pressJoin(second)).status).to.equal(303);
    expect(await member(invited!.id)).to.include({ status: 'active' });
    const refused = await problemOf(customer.admin.invitations.send(customer.organization.id, invitation!.id));
    expect(refused).to.include({ status: 409, code: 'not_pending' });
    expect(mailsTo('vera@example.test')).to.have.length(2);
  });

  /** Two weeks pass for one invitation. */
  const lapse = (id: string) =>
    customer.host
      .db('seatkit_invitations')
      .where({ id })
      .update({ expiresAt: new Date(Date.now() - 1000).toISOString() });

  it('S163 activation has to happen within the time that the answer names', async () => {
    await customer.operator.organizations.update(customer.organization.id, { settings: { invitationDays: 3 } });
    const { member: invited, invitation } = await invite('late@example.test');
    expect(Date.parse(invitation!.expiresAt) - Date.now()).to.be.within(3 * 86_400_000 - 60_000, 3 * 86_400_000);
    const mail = await nthMail('late@example.test', 1);
    await lapse(invitation!.id);
    expect((await customer.pressJoin(mail)).status).to.not.equal(303);
    expect(await (await fetch(linkIn(mail))).text()).to.include('Send me a new link');
    expect(await member(invited!.id)).to.include({ status: 'invited', userId: null });
    expect(await customer.host.userByEmail('late@example.test')).to.equal(undefined);
  });

  it('S163 a lapsed link is replaced by sending again, which promises the seat anew', async () => {
    const pool = await customer.pool({ product: 'club', quantity: 1 });
    const { member: invited, invitation } = await invite('lapsed@example.test', { poolIds: [pool.id] });
    const old = await nthMail('lapsed@example.test', 1);
    await lapse(invitation!.id);
    await customer.host.seatkit.stop();
    await customer.host.seatkit.start();
    await eventually(async () => (await member(invited!.id)).invitation?.status === 'expired');
    expect(await customer.admin.pools.get(customer.organization.id, pool.id)).to.include({ reserved: 0, free: 1 });

    await customer.admin.invitations.send(customer.organization.id, invitation!.id);
    expect(await customer.admin.pools.get(customer.organization.id, pool.id)).to.include({ reserved: 1, free: 0 });
    const fresh = await nthMail('lapsed@example.test', 2);
    expect((await customer.pressJoin(old)).status).to.not.equal(303);
    expect((await customer.pressJoin(fresh)).status).to.equal(303);
    expect((await member(invited!.id)).seats.map(({ product, status }) => `${product} ${status}`)).to.deep.equal(['club assigned']);
  });

  it('S163 a lost link is replaced before it lapses, too', async () => {
    const { member: invited } = await invite('lost@example.test');
    await nthMail('lost@example.test', 1);
    expect((await invite('lost@example.test')).member!.id).to.equal(invited!.id);
    expect((await customer.pressJoin(await nthMail('lost@example.test', 2))).status).to.equal(303);
    expect(await member(invited!.id)).to.include({ status: 'active' });
  });

  it('S164 a person who is a CRM contact already is refused with the reason the host gives, and nobody else of the list is', async () => {
    const { results } = await customer.admin.invitations.create(customer.organization.id, {
      people: [{ email: 'fine@example.test' }, { email: 'Known.Contact@example.test' }, { email: 'fine.too@example.test' }],
    });
    expect(results.map(({ outcome }) => outcome)).to.deep.equal(['invited', 'refused', 'invited']);
    expect(results[1]!.problem).to.include({ code: 'person_refused', status: 409, detail: crmContacts.get('known.contact@example.test') });
    await nthMail('fine.too@example.test', 1);
    expect(await customer.admin.members.find(customer.organization.id, 'known.contact@example.test')).to.deep.equal([]);
    expect(customer.smtp.mails.filter((mail) => mail.to.some((to) => /known\.contact/i.test(to)))).to.deep.equal([]);
  });

  it('S165 an address that another member uses is refused, written in whatever way', async () => {
    const first = await invite('taken@example.test', { firstName: 'First' });
    const second = await invite('second@example.test', { firstName: 'Second' });
    for (const email of ['taken@example.test', ' TAKEN@Example.Test ']) {
      const refused = await problemOf(customer.admin.members.update(customer.organization.id, second.member!.id, { email }));
      expect(refused).to.include({ status: 409, code: 'address_taken' });
    }
    expect(await member(second.member!.id)).to.include({ email: 'second@example.test' });
    const again = await invite('Taken@EXAMPLE.test', { firstName: 'Somebody', lastName: 'Else' });
    expect(again.member).to.include({ id: first.member!.id, firstName: 'First' });
    expect(await customer.admin.members.find(customer.organization.id, 'taken@example.test')).to.have.length(1);
  });

  it('S165 an address that two accounts of the platform share is refused, because nobody knows whose it is', async () => {
    await customer.host.addUser({ email: 'shared@example.test', firstName: 'One' });
    await customer.host.addUser({ email: 'SHARED@example.test', firstName: 'Two' });
    const { outcome, problem } = await invite('shared@example.test');
    expect(outcome).to.equal('refused');
    expect(problem).to.include({ code: 'several_accounts', status: 409 });
    expect(await customer.admin.members.find(customer.organization.id, 'shared@example.test')).to.deep.equal([]);
  });

  it('S165 somebody who is active here already gets no mail, and the row says so', async () => {
    await customer.join([{ email: 'active@example.test' }]);
    await nthMail('active@example.test', 1);
    expect(await invite('active@example.test')).to.include({ outcome: 'already_member' });
    await invite('afterwards@example.test');
    await nthMail('afterwards@example.test', 1);
    expect(mailsTo('active@example.test')).to.have.length(1);
  });
});
