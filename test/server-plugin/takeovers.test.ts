import { expect } from 'chai';
import { linkIn, startCustomer, useCustomer } from '../support/customer.ts';
import { refusalOf } from '../support/refusal.ts';

describe('what an attacker tries with invitations and addresses', () => {
  const customer = useCustomer();
  const id = () => customer.organization.id;
  const mailTo = (email: string) => customer.smtp.waitFor((mail) => mail.to.includes(email));
  const invite = async (email: string, more: object = {}) =>
    (await customer.admin.invitations.create(id(), { people: [{ email, ...more }] })).results[0]!;
  const expire = (invitationId: string) =>
    customer.host
      .db('seatkit_invitations')
      .where({ id: invitationId })
      .update({ status: 'expired', live: null, expiresAt: '2020-01-01T00:00:00.000Z' });

  it("an account that an admin moves to somebody's address gets none of their invitations elsewhere", async () => {
    const mole = await invite('mole@acme.test');
    await customer.pressJoin(await mailTo('mole@acme.test'));
    await customer.admin.members.update(id(), mole.member!.id, { email: 'boss@globex.test' });
    const globex = await startCustomer(customer.host, customer.smtp, 'globex');
    await globex.operator.invitations.create(globex.organization.id, { people: [{ email: 'boss@globex.test', role: 'admin' }] });
    const account = (await customer.host.userByEmail('boss@globex.test'))!;
    await customer.host.seatkit.userChanged(account.id);
    expect((await customer.host.as(account.id).me()).organizations.map(({ name }) => name)).to.deep.equal(['Acme']);
  });

  it('the link of an older invitation brings nothing back', async () => {
    const typo = await invite('typo@acme.test', { role: 'admin' });
    const old = await mailTo('typo@acme.test');
    await expire(typo.invitation!.id);
    const second = await invite('typo@acme.test');
    await customer.admin.members.update(id(), typo.member!.id, { email: 'right@acme.test' });
    await expire(second.invitation!.id);
    const before = customer.smtp.mails.filter((mail) => mail.to.includes('typo@acme.test')).length;
    const asked = await fetch(`${linkIn(old)}/new-link`, { method: 'POST', headers: { origin: customer.host.origin } });
    expect(asked.status).to.equal(200);
    expect(await customer.host.db('seatkit_outbox').where({ invitationId: typo.invitation!.id, status: 'waiting' })).to.deep.equal([]);
    expect(customer.smtp.mails.filter((mail) => mail.to.includes('typo@acme.test'))).to.have.length(before);
    expect((await customer.admin.members.get(id(), typo.member!.id)).invitation?.status).to.equal('expired');
  });

  it('a consumed seat is not handed on by inviting its holder again and correcting the address', async () => {
    const pool = await customer.pool({ product: 'once', quantity: 1, release: 'never' });
    const { one } = await customer.join([{ email: 'one@acme.test' }]);
    await customer.operator.seats.create(id(), pool.id, { memberIds: [one!.memberId] });
    await customer.admin.members.remove(id(), one!.memberId);
    const { results } = await customer.admin.invitations.create(id(), { people: [{ email: 'one@acme.test' }], delivery: 'hold' });
    expect(results[0]!.member!.seats.map(({ status }) => status)).to.deep.equal(['reserved']);
    expect(await refusalOf(customer.admin.members.update(id(), results[0]!.member!.id, { email: 'two@acme.test' }))).to.equal('seat_bound');
  });

  it("a group admin does not send somebody else's invitation by inviting the person again", async () => {
    const group = await customer.group('Lead');
    const { lead } = await customer.join([{ email: 'lead@acme.test' }]);
    await customer.admin.groups.putPerson(id(), group.id, lead!.memberId, { relations: ['manager'], mayManagePeople: true });
    const { results } = await customer.admin.invitations.create(id(), {
      people: [{ email: 'chief@acme.test', role: 'admin' }],
      delivery: 'hold',
    });
    expect(await refusalOf(lead!.client.invitations.send(id(), results[0]!.invitation!.id, {}))).to.equal('not_allowed');
    const again = await lead!.client.invitations.create(id(), {
      people: [{ email: 'chief@acme.test', groups: [{ groupId: group.id, relations: ['member'] }] }],
      message: 'Press here',
    });
    expect(again.results[0]).to.include({ outcome: 'updated' });
    expect(await customer.admin.members.get(id(), results[0]!.member!.id)).to.include({ status: 'staged', role: 'admin' });
    expect(await customer.host.db('seatkit_outbox').where({ invitationId: results[0]!.invitation!.id })).to.deep.equal([]);
  });

  it('the name of a host account cannot smuggle a link or a second line into a mail', async () => {
    await customer.host.addUser({
      email: 'evil@acme.test',
      firstName: 'Account locked! http://evil.test/login',
      lastName: 'now\r\n\r\nBcc: all',
    });
    const { evil } = await customer.join([{ email: 'evil@acme.test', role: 'admin' }]);
    await evil!.client.invitations.create(id(), { people: [{ email: 'victim@acme.test' }] });
    const mail = await mailTo('victim@acme.test');
    expect(mail.subject).to.include('Account locked! http evil.test/login now Bcc: all');
    expect(mail.text.replaceAll(customer.host.origin, '')).to.not.include('http://');
  });

  it('a thousand addresses of blanks are refused', async () => {
    const people = Array.from({ length: 1000 }, () => ({ email: `a${' '.repeat(998)}a` }));
    const { results } = await customer.admin.invitations.create(id(), { people });
    expect(new Set(results.map(({ problem }) => problem?.code))).to.deep.equal(new Set(['invalid_email']));
  });
});
