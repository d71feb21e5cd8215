import { connect } from 'node:net';
import { expect } from 'chai';
import { eventually, linkIn, startCustomer, useCustomer } from '../support/customer.ts';
import { withDatabases } from '../support/database.ts';
import { refusalOf } from '../support/refusal.ts';
import { send, sessionOf } from '../support/wire.ts';

const past = '2020-01-01T00:00:00.000Z';
const member = (groupId: string) => [{ groupId, relations: ['member' as const] }];
const manager = (groupId: string) => [{ groupId, relations: ['manager' as const], mayManagePeople: true }];

describe('insiders who try more than they may', () => {
  const customer = useCustomer();
  const id = () => customer.organization.id;
  const mailsTo = (email: string) => customer.smtp.mails.filter((mail) => mail.to.includes(email));
  const mailTo = (email: string) => customer.smtp.waitFor((mail) => mail.to.includes(email));
  const invited = async (email: string) => (await customer.admin.invitations.create(id(), { people: [{ email }] })).results[0]!;

  it('cannot delete the last admin through an invitation that ran out before the admin came back', async () => {
    const { host, smtp } = customer;
    const firm = await startCustomer(host, smtp, 'five');
    const org = firm.organization.id;
    const pool = await firm.pool({ product: 'five', quantity: 3, release: 'never' });
    const { boss } = await firm.join([{ email: 'boss@five.test' }]);
    await firm.operator.seats.create(org, pool.id, { memberIds: [boss!.memberId] });
    await firm.admin.members.remove(org, boss!.memberId);
    const [result] = (await firm.admin.invitations.create(org, { people: [{ email: 'boss@five.test' }] })).results;
    const old = result!.invitation!.id;
    await host.db('seatkit_invitations').where({ id: old }).update({ status: 'expired', live: null, expiresAt: past });
    await firm.admin.members.remove(org, boss!.memberId);
    const back = await firm.join([{ email: 'boss@five.test', role: 'admin' }]);
    expect(back.boss!.memberId, 'the consumed seat waits for them').to.equal(boss!.memberId);
    await firm.admin.members.update(org, firm.adminId, { role: 'member' });
    for (const act of ['revoke', 'send', 'copyLink'] as const)
      expect(await refusalOf(back.boss!.client.invitations[act](org, old)), act).to.equal('not_pending');
    expect(await host.seatkit.verify()).to.deep.equal([]);
  });

  it('cannot keep the owner of an address from hearing that it was moved', async () => {
    const { member: owner } = await invited('owner@private.test');
    await customer.pressJoin(await mailTo('owner@private.test'));
    for (const count of [2, 3]) {
      await customer.admin.members.update(id(), owner!.id, { role: 'admin' });
      await eventually(() => mailsTo('owner@private.test').length === count);
      await customer.admin.members.update(id(), owner!.id, { role: 'member' });
    }
    await customer.admin.members.update(id(), owner!.id, { email: 'thief@evil.test' });
    await customer.admin.members.remove(id(), owner!.id);
    const notice = await customer.smtp.waitFor((mail) => mail.to.includes('owner@private.test') && mail.text.includes('thief@evil.test'));
    expect(notice.text).to.include('owner@private.test');
  });

  it('lose their sessions when the address of their account is moved to somebody else', async () => {
    const { member: mole } = await invited('mole@acme.test');
    await customer.pressJoin(await mailTo('mole@acme.test'));
    const account = (await customer.host.userByEmail('mole@acme.test'))!;
    await customer.admin.members.update(id(), mole!.id, { email: 'chief@globex.test' });
    await eventually(() => customer.host.signedOut.includes(account.id));
  });

  it('sign what they write, and nothing that others wrote', async () => {
    const group = await customer.group('Signed');
    const { lead } = await customer.join([{ email: 'lead@acme.test', firstName: 'Lena', groups: manager(group.id) }]);
    const people = [{ email: 'new@acme.test', groups: member(group.id) }];
    await customer.admin.invitations.create(id(), { people, message: 'Amara wrote this' });
    await mailTo('new@acme.test');
    await lead!.client.invitations.create(id(), { people });
    const again = await customer.smtp.waitFor((mail) => mail.to.includes('new@acme.test') && mail.text.includes('Lena'));
    expect(again.text).to.not.include('Amara');
    const other = await customer.admin.invitations.create(id(), {
      people: [{ email: 'other@acme.test', groups: member(group.id) }],
      message: 'Amara wrote this, too',
    });
    await lead!.client.invitations.send(id(), other.results[0]!.invitation!.id, { message: 'Send me your bank details' });
    const last = await customer.smtp.waitFor((mail) => mail.to.includes('other@acme.test') && mail.text.includes('bank'));
    expect(last.text).to.include('Lena').and.not.include('Amara');
  });

  it('cannot pass a seat on by moving its holder to a group that frees seats more easily', async () => {
    const [from, to] = [await customer.group('Strict'), await customer.group('Easy')];
    const strict = await customer.pool({ product: 'moved', groupId: from.id, quantity: 1, release: 'never' });
    await customer.pool({ product: 'moved', groupId: to.id, quantity: 1, release: 'always' });
    const { mover } = await customer.join([{ email: 'mover@acme.test', groups: member(from.id) }]);
    const [given] = (await customer.admin.seats.create(id(), strict.id, { memberIds: [mover!.memberId] })).results;
    await customer.admin.seats.use(id(), given!.seat!.id);
    await customer.admin.groups.putPerson(id(), to.id, mover!.memberId, { relations: ['member'], movedFrom: from.id });
    expect(await customer.admin.pools.get(id(), strict.id)).to.include({ consumed: 1, free: 0 });
  });

  it('do not inherit the seat of whoever had their address before', async () => {
    const pool = await customer.pool({ product: 'inherited', quantity: 1, release: 'never' });
    const { jo } = await customer.join([{ email: 'jo@acme.test', firstName: 'Jo', lastName: 'Old' }]);
    await customer.operator.seats.create(id(), pool.id, { memberIds: [jo!.memberId] });
    await customer.admin.members.remove(id(), jo!.memberId);
    await customer.host
      .db('users')
      .where({ id: Number(jo!.userId) })
      .update({ email: 'jo.old@home.test' });
    await customer.host.seatkit.userChanged(jo!.userId);
    const { jo: next } = await customer.join([{ email: 'jo@acme.test', firstName: 'Jo', lastName: 'New' }]);
    expect(next!.memberId).to.not.equal(jo!.memberId);
  });

  it('get no more seats out of an archived group', async () => {
    const group = await customer.group('Archived');
    const pool = await customer.pool({ product: 'archived', groupId: group.id, quantity: 5 });
    const people = [{ email: 'still@acme.test', groups: member(group.id) }];
    const { still } = await customer.join(people);
    await customer.admin.groups.update(id(), group.id, { archived: true });
    expect(await refusalOf(customer.admin.seats.create(id(), pool.id, { memberIds: [still!.memberId] }))).to.equal('group_archived');
    const { results } = await customer.admin.invitations.create(id(), { people: [{ ...people[0]!, poolIds: [pool.id] }] });
    expect(results[0]!.problem?.code).to.equal('group_archived');
    expect(await refusalOf(customer.operator.pools.update(id(), pool.id, { quantity: 50 }))).to.equal('group_archived');
    expect((await customer.operator.pools.update(id(), pool.id, { quantity: 4 })).quantity).to.equal(4);
  });

  it('learn nothing of people of other groups, and change nothing about them', async () => {
    const group = await customer.group('Own');
    const pool = await customer.pool({ product: 'own', groupId: group.id, quantity: 5 });
    const { head, gone, here } = await customer.join([
      { email: 'head@acme.test', groups: manager(group.id) },
      { email: 'gone@acme.test' },
      { email: 'here@acme.test' },
    ]);
    const pending = await invited('pending@acme.test');
    await customer.admin.members.deactivate(id(), gone!.memberId);
    const memberIds = [gone!.memberId, here!.memberId, pending.member!.id];
    const { results } = await head!.client.seats.create(id(), pool.id, { memberIds });
    expect(results.map(({ problem }) => problem?.code)).to.deep.equal(Array(3).fill('pool_wrong_group'));
    const again = await head!.client.invitations.create(id(), {
      people: [
        { email: 'gone@acme.test', groups: member(group.id) },
        { email: 'pending@acme.test', firstName: 'Sucker', locale: 'fr', groups: member(group.id) },
        { email: 'here@acme.test', locale: 'nl', groups: member(group.id) },
      ],
    });
    expect(again.results[0]!.problem?.code).to.equal('not_allowed');
    expect(await customer.admin.members.get(id(), pending.member!.id)).to.include({ firstName: '', locale: null });
    expect(await customer.admin.members.get(id(), here!.memberId)).to.include({ locale: null });
  });

  it('write no address that looks like another', async () => {
    const emails = ['a\u202Etset.emca@evil.test', 'twin@acme.test', 'tw\u200Bin@acme.test', 'tw\u00ADin@acme.test'];
    const { results } = await customer.admin.invitations.create(id(), { people: emails.map((email) => ({ email })) });
    expect(results.map(({ problem, outcome }) => problem?.code ?? outcome)).to.deep.equal([
      'invalid_email',
      'invited',
      'invalid_email',
      'invalid_email',
    ]);
  });

  it('send one mailbox no more than its share by writing it in many ways', async () => {
    await customer.admin.invitations.create(id(), { people: Array.from({ length: 6 }, (_, n) => ({ email: `victim+${n}@mail.test` })) });
    const mails = () => customer.smtp.mails.filter((mail) => mail.to[0]!.startsWith('victim'));
    await eventually(() => mails().length === 3);
    await eventually(async () => {
      const waiting = await customer.host
        .db('seatkit_outbox')
        .where({ status: 'waiting' })
        .where('availableAt', '>', new Date(Date.now() + 3_600_000).toISOString());
      return waiting.length >= 3;
    });
    expect(mails()).to.have.length(3);
  });
});

describe('what is over', () => {
  const customer = useCustomer();

  it('is over once: an invitation that ran out is revoked when its person is removed, and none waits for a mail', async () => {
    const { host, admin, organization } = customer;
    const people = [{ email: 'late@acme.test' }];
    const { results } = await admin.invitations.create(organization.id, { people, delaySeconds: 3600 });
    const { invitation, member: late } = results[0]!;
    await host.db('seatkit_invitations').where({ id: invitation!.id }).update({ expiresAt: past });
    // The sweeper begins with a round.
    await host.seatkit.stop();
    await host.seatkit.start();
    const listed = async () => (await admin.invitations.list(organization.id)).items.find(({ id }) => id === invitation!.id);
    await eventually(async () => (await listed())?.status === 'expired');
    expect(await listed()).to.include({ delivery: null });
    await admin.members.remove(organization.id, late!.id);
    expect(await listed()).to.include({ status: 'revoked' });
  });
});

describe('what a host answers by mistake', () => {
  const customer = useCustomer({ options: { createUser: async () => undefined as never } });

  it('is no id: nobody joins under the text “undefined”', async () => {
    const { results } = await customer.admin.invitations.create(customer.organization.id, { people: [{ email: 'new@acme.test' }] });
    expect((await customer.pressJoin(await customer.smtp.waitFor((mail) => mail.to.includes('new@acme.test')))).status).to.equal(502);
    const { userId, status } = await customer.admin.members.get(customer.organization.id, results[0]!.member!.id);
    expect([userId, status]).to.deep.equal([null, 'invited']);
    expect(customer.host.errors.map(String).join()).to.include('createUser: expected the id of a user');
  });

  it('may be a number where an id is asked for', async () => {
    const { host } = customer;
    const { pat } = await customer.join([{ email: 'pat@acme.test' }]);
    await host
      .db('users')
      .where({ id: Number(pat!.userId) })
      .update({ email: 'patrice@acme.test' });
    await host.seatkit.userChanged(Number(pat!.userId) as never);
    expect((await customer.admin.members.get(customer.organization.id, pat!.memberId)).email).to.equal('patrice@acme.test');
    const refused = await host.seatkit.used(undefined as never, 'course').catch(String);
    expect(refused).to.include('used: expected the id of a user');
  });

  it('and an upload that is broken off is nobody’s error', async () => {
    const { host, organization } = customer;
    const socket = connect(Number(new URL(host.origin).port), '127.0.0.1');
    const headers = 'Host: x\r\nX-User: 1\r\nSeatkit-Request: 1\r\nContent-Type: application/json\r\nContent-Length: 100';
    socket.write(`POST /seatkit/v1/organizations/${organization.id}/groups HTTP/1.1\r\n${headers}\r\n\r\n{`);
    await new Promise((done) => setTimeout(done, 200));
    socket.destroy();
    await new Promise((done) => setTimeout(done, 200));
    expect(host.errors.map(String).filter((error) => /ECONNRESET|aborted|database/.test(error))).to.deep.equal([]);
  });
});

withDatabases('main', (setup) => {
  describe('two at the same moment', () => {
    const customer = useCustomer({
      on: setup,
      options: {
        async createUser({ email }, { trx }) {
          await new Promise((done) => setTimeout(done, 100));
          await trx('users').insert({ email, firstName: '', lastName: '', verified: true, locale: null, staff: false });
          return String(((await trx('users').where({ email }).orderBy('id', 'desc').first()) as { id: number }).id);
        },
      },
    });

    it('who follow links of two organizations make one account of one address', async () => {
      const { host, smtp } = customer;
      const other = await startCustomer(host, smtp, 'globex');
      for (const { admin, organization } of [customer, other])
        await admin.invitations.create(organization.id, { people: [{ email: 'twice@new.test' }] });
      const links = () => smtp.mails.filter((mail) => mail.to.includes('twice@new.test') && linkIn(mail));
      await eventually(() => links().length === 2);
      const answers = await Promise.all(links().map((mail) => customer.pressJoin(mail)));
      expect(answers.map(({ status }) => status)).to.deep.equal([303, 303]);
      expect(await host.db('users').where({ email: 'twice@new.test' })).to.have.length(1);
    });

    const waits = setup.dialect === 'sqlite' ? () => {} : it;
    waits('leave each other’s changes: what the host tells of a person does not undo what an admin has just written', async () => {
      const { host, organization, admin } = customer;
      const { sam } = await customer.join([{ email: 'sam@acme.test' }]);
      const trx = await host.db.transaction();
      const params = { organizationId: organization.id, memberId: sam!.memberId };
      await host.seatkit.run(trx, { operator: 'x' }, 'updateMember', { params, body: { firstName: 'New', lastName: 'Name' } });
      const refreshed = host.seatkit.userChanged(sam!.userId);
      await new Promise((done) => setTimeout(done, 300));
      await trx.commit();
      await refreshed;
      expect((await admin.members.get(organization.id, sam!.memberId)).firstName).to.equal('New');
    });

    it('who repeat one request leave the connections to the others', async () => {
      const { host, organization, operator } = customer;
      const { ada } = await customer.join([{ email: 'ada@acme.test', role: 'admin' }]);
      const people = Array.from({ length: 60 }, (_, n) => ({ email: `bulk${n}@acme.test` }));
      const ask = () =>
        send(host, sessionOf(ada!.userId), 'createInvitations', {
          params: { organizationId: organization.id },
          body: { people, delaySeconds: 3600 },
          headers: { 'Idempotency-Key': 'the same' },
        });
      const order: string[] = [];
      const asked = Promise.all(Array.from({ length: 15 }, () => ask().finally(() => order.push('repeated'))));
      await new Promise((done) => setTimeout(done, 30));
      await operator.organizations.list().finally(() => order.push('another'));
      const answers = await asked;
      expect(new Set(answers.map(({ status }) => status))).to.deep.equal(new Set([200]));
      expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).to.equal(1);
      expect(order.indexOf('another')).to.be.at.most(2);
    });

    it('may search for whatever a keyboard can bring forth', async () => {
      const { host, organization } = customer;
      const { eve } = await customer.join([{ email: 'eve@acme.test', role: 'admin' }]);
      for (const operation of ['listMembers', 'listGroups', 'listRoleProfiles'] as const) {
        const { status } = await send(host, sessionOf(eve!.userId), operation, {
          params: { organizationId: organization.id },
          query: { q: 'a\0b\u0001' },
        });
        expect(status, operation).to.equal(200);
      }
    });
  });
});
