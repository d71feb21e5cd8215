import type { InvitationResults, Member, NewInvitation, NewInvitations } from '@seatkit/sdk';
import { expect } from 'chai';
import { eventually, linkIn, useCustomer } from '../support/customer.ts';
import { refusalOf } from '../support/refusal.ts';

type Result = InvitationResults['results'][number];

describe('inviting and joining', () => {
  const customer = useCustomer();
  const id = () => customer.organization.id;
  const memberOf = (memberId: string) => customer.admin.members.get(id(), memberId);
  const mailTo = (address: string) => customer.smtp.waitFor((mail) => mail.to.includes(address));
  const mailsTo = (address: string) => customer.smtp.mails.filter((mail) => mail.to.includes(address));
  const invite = async (person: NewInvitation, more: Partial<NewInvitations> = {}): Promise<Result & { member: Member }> => {
    const { results } = await customer.admin.invitations.create(id(), { people: [person], ...more });
    expect(results[0]!.problem).to.equal(undefined);
    return results[0] as Result & { member: Member };
  };
  const press = (url: string, headers: Record<string, string> = {}) =>
    fetch(url, { method: 'POST', redirect: 'manual', headers: { origin: customer.host.origin, ...headers } });
  const whereTo = (response: Response) => [response.status, response.headers.get('location')?.split('?')[0]];
  const accounts = async (email: string): Promise<number> => (await customer.host.db('users').where({ email })).length;
  /** Waits until every mail about this person has left or was dropped, and tells which. */
  const mailRows = (memberId: string) =>
    eventually(async () => {
      const rows: { status: string }[] = await customer.host
        .db('seatkit_outbox')
        .where({ orderKey: `mail:${memberId}` })
        .orderBy('id');
      return rows.every((row) => row.status !== 'waiting') && rows.map((row) => row.status);
    });

  describe('joining', () => {
    it('makes an account for somebody the host does not know and tells the inviter nothing the inviter did not type until then', async () => {
      const { member } = await invite({ email: 'new@people.test', firstName: 'Nora', lastName: 'Vik' });
      expect(member).to.include({ status: 'invited', userId: null, lmsUserId: null, lastSeenAt: null });
      expect(await accounts('new@people.test')).to.equal(0);
      expect(whereTo(await customer.pressJoin(await mailTo('new@people.test')))).to.deep.equal([303, '/home']);
      const user = await customer.host.userByEmail('new@people.test');
      expect(user).to.include({ firstName: 'Nora', lastName: 'Vik' });
      expect(await memberOf(member.id)).to.include({ status: 'active', userId: user!.id, invitation: null });
      expect(customer.host.signedIn).to.include(user!.id);
    });

    it('sends the owner of a verified account to sign in, and lets them in when they come back', async () => {
      const userId = await customer.host.addUser({ email: 'known@people.test', firstName: 'Kari', lastName: 'Known' });
      const { member } = await invite({ email: 'Known@People.test', firstName: 'Typed' });
      expect(member, 'only what was typed').to.include({ firstName: 'Typed', lastName: '', userId: null, status: 'invited' });
      const mail = await mailTo('Known@people.test');
      expect(mail.text).to.include('already have an account');
      const away = await customer.pressJoin(mail);
      expect(whereTo(away)).to.deep.equal([303, '/login']);
      const returnTo = new URL(away.headers.get('location')!, customer.host.origin).searchParams.get('returnTo')!;
      expect(returnTo).to.equal('/seatkit/join/continue');
      const cookie = away.headers.getSetCookie()[0]!.split(';')[0]!;
      expect((await memberOf(member.id)).status, 'nothing is bound yet').to.equal('invited');

      const back = { cookie, 'x-user': userId };
      expect((await fetch(customer.host.origin + returnTo, { headers: back })).status).to.equal(200);
      expect((await memberOf(member.id)).status, 'looking binds nothing').to.equal('invited');
      expect(whereTo(await press(customer.host.origin + returnTo, back))).to.deep.equal([303, '/home']);
      expect(await memberOf(member.id)).to.include({ status: 'active', userId, firstName: 'Kari', lastName: 'Known' });
      expect(await accounts('known@people.test')).to.equal(1);
    });

    it('lets an unverified account in through the mailed link only', async () => {
      const userId = await customer.host.addUser({ email: 'unverified@people.test', verified: false });
      await customer.operator.organizations.update(id(), { settings: { attachKnown: true } });
      const { member, outcome } = await invite({ email: 'unverified@people.test' });
      await customer.operator.organizations.update(id(), { settings: { attachKnown: false } });
      expect(outcome).to.equal('invited');
      await customer.host.seatkit.userChanged(userId);
      expect((await memberOf(member.id)).status).to.equal('invited');
      const mailed = await mailTo('unverified@people.test');
      const copied = await customer.admin.invitations.copyLink(id(), member.invitation!.id);
      expect((await press(copied.url, { 'x-user': userId })).status).to.equal(403);
      expect((await press(linkIn(mailed), { 'x-user': userId })).status, 'the copied link replaced it').to.equal(404);

      customer.smtp.clear();
      await customer.admin.invitations.send(id(), member.invitation!.id);
      expect(whereTo(await press(linkIn(await mailTo('unverified@people.test')), { 'x-user': userId }))).to.deep.equal([303, '/home']);
      expect(await memberOf(member.id)).to.include({ status: 'active', userId });
    });

    it('binds only the account whose address was invited', async () => {
      const stranger = await customer.host.addUser({ email: 'stranger@people.test' });
      const { member } = await invite({ email: 'meant@people.test' });
      const mail = await mailTo('meant@people.test');
      expect((await press(linkIn(mail), { 'x-user': stranger })).status).to.equal(403);
      expect(await memberOf(member.id)).to.include({ status: 'invited', userId: null });
    });

    it('refuses to choose between two accounts of one address, when inviting, when joining and when one of them changes', async () => {
      const { member } = await invite({ email: 'twin@people.test' });
      const mail = await mailTo('twin@people.test');
      const one = await customer.host.addUser({ email: 'twin@people.test' });
      await customer.host.addUser({ email: 'TWIN@people.test' });
      const { results } = await customer.admin.invitations.create(id(), { people: [{ email: 'twin@people.test' }] });
      expect(results[0]!.problem?.code).to.equal('several_accounts');
      expect((await customer.pressJoin(mail)).status).to.equal(409);
      expect((await press(linkIn(mail), { 'x-user': one })).status).to.equal(409);
      await customer.host.seatkit.userChanged(one);
      expect(await memberOf(member.id)).to.include({ status: 'invited', userId: null });
    });

    it('takes a copied link as no proof of the address: it makes no account and binds only a verified one', async () => {
      const { member } = await invite({ email: 'copied@people.test' });
      const mail = await mailTo('copied@people.test');
      const { url, invitation } = await customer.admin.invitations.copyLink(id(), member.invitation!.id);
      expect(invitation).to.include({ id: member.invitation!.id, status: 'pending' });
      expect((await customer.pressJoin(mail)).status, 'the mailed link is dead').to.equal(404);
      expect(whereTo(await press(url))).to.deep.equal([303, '/signup']);
      expect(await accounts('copied@people.test')).to.equal(0);
      const userId = await customer.host.addUser({ email: 'copied@people.test', verified: true });
      expect(whereTo(await press(url, { 'x-user': userId }))).to.deep.equal([303, '/home']);
      expect(await memberOf(member.id)).to.include({ status: 'active', userId });
    });

    it('lets a known account in at once when the operator has set attachKnown, and tells it by mail', async () => {
      const people = await customer.join([{ email: 'atonce@people.test', firstName: 'Ato' }]);
      expect(await memberOf(people.atonce!.memberId)).to.include({ status: 'active', userId: people.atonce!.userId, firstName: 'Ato' });
      const mail = await mailTo('atonce@people.test');
      expect([mail.subject, linkIn(mail)]).to.deep.equal(['You are now part of Acme', '']);
    });

    it('answers already_member without a mail for somebody who is here, and updated when something named was new', async () => {
      const { here } = await customer.join([{ email: 'here@people.test', role: 'admin' }]);
      await mailRows(here!.memberId);
      customer.smtp.clear();
      const again = await invite({ email: ' HERE@people.test ', role: 'member' });
      expect([again.outcome, again.member.role, again.invitation], 'never lowers rights').to.deep.equal([
        'already_member',
        'admin',
        undefined,
      ]);
      const group = await customer.group('Newly named');
      const more = await invite({ email: 'here@people.test', groups: [{ groupId: group.id, relations: ['member'] }] });
      expect([more.outcome, more.member.groups.length]).to.deep.equal(['updated', 1]);
      await mailRows(here!.memberId);
      expect(customer.smtp.mails).to.deep.equal([]);
    });

    it('refuses deactivated people and names the way back', async () => {
      const { former } = await customer.join([{ email: 'former@people.test' }]);
      await customer.admin.members.deactivate(id(), former!.memberId);
      const { results } = await customer.admin.invitations.create(id(), { people: [{ email: 'former@people.test' }] });
      expect([results[0]!.outcome, results[0]!.problem?.code]).to.deep.equal(['refused', 'deactivated']);
    });
  });

  describe('a pending invitation', () => {
    it('gets a new link whenever it is sent again or invited again; every older one is dead', async () => {
      const { member } = await invite({ email: 'again@people.test' });
      const links = [linkIn(await mailTo('again@people.test'))];
      for (const send of [
        () => customer.admin.invitations.send(id(), member.invitation!.id),
        () => customer.admin.invitations.create(id(), { people: [{ email: 'again@people.test' }] }),
      ]) {
        customer.smtp.clear();
        await send();
        links.push(linkIn(await mailTo('again@people.test')));
      }
      expect(new Set(links).size).to.equal(3);
      for (const old of links.slice(0, 2)) expect((await press(old)).status).to.equal(404);
      expect((await memberOf(member.id)).invitation!.id, 'still the same invitation').to.equal(member.invitation!.id);
      expect((await press(links[2]!)).status).to.equal(303);
      expect((await press(links[2]!)).status, 'works once').to.equal(404);
    });

    it('moves to another address: the old link is dead and the new address gets a new one', async () => {
      const { member } = await invite({ email: 'typo@people.test', firstName: 'Tove' });
      const old = await mailTo('typo@people.test');
      const moved = await customer.admin.members.update(id(), member.id, { email: 'tove@people.test' });
      expect(moved).to.include({ id: member.id, email: 'tove@people.test', status: 'invited' });
      expect((await customer.pressJoin(old)).status).to.equal(404);
      const mail = await mailTo('tove@people.test');
      expect((await customer.pressJoin(mail)).status).to.equal(303);
      expect(await memberOf(member.id)).to.include({ status: 'active', email: 'tove@people.test' });
      expect(await accounts('typo@people.test')).to.equal(0);
    });

    it('cannot move to the address of somebody who is here', async () => {
      const { member } = await invite({ email: 'mover@people.test' });
      const mail = await mailTo('mover@people.test');
      expect(await refusalOf(customer.admin.members.update(id(), member.id, { email: 'ADMIN@acme.test' }))).to.equal('address_taken');
      expect(await refusalOf(customer.admin.members.update(id(), member.id, { email: 'no address' }))).to.equal('invalid_email');
      expect((await customer.pressJoin(mail)).status, 'a refused change kills no link').to.equal(303);
    });

    it('is revoked with its person: seats are free, the link is dead and mail that still waits never leaves', async () => {
      const pool = await customer.pool({ product: 'revocable', quantity: 1 });
      const { member } = await invite({ email: 'revoked@people.test', poolIds: [pool.id] });
      const mail = await mailTo('revoked@people.test');
      customer.smtp.clear();
      await customer.admin.invitations.send(id(), member.invitation!.id, { delaySeconds: 1 });
      const revoked = await customer.admin.invitations.revoke(id(), member.invitation!.id);
      expect(revoked.status).to.equal('revoked');
      expect(await refusalOf(memberOf(member.id))).to.equal('not_found');
      expect(await customer.admin.pools.get(id(), pool.id)).to.include({ reserved: 0, free: 1 });
      expect((await customer.pressJoin(mail)).status).to.equal(404);
      expect(await mailRows(member.id)).to.deep.equal(['done', 'dropped']);
      expect(mailsTo('revoked@people.test')).to.deep.equal([]);
      expect(await refusalOf(customer.admin.invitations.send(id(), member.invitation!.id))).to.equal('not_pending');
      expect(await refusalOf(customer.admin.invitations.revoke(id(), member.invitation!.id))).to.equal('not_pending');
      expect((await invite({ email: 'revoked@people.test' })).member.id).to.not.equal(member.id);
    });

    it('can be undone while its mail waits: no mail ever leaves; not undone, the mail leaves after the delay', async () => {
      const began = Date.now();
      const { results } = await customer.admin.invitations.create(id(), {
        people: [{ email: 'undone@people.test' }, { email: 'kept@people.test' }],
        delaySeconds: 1,
      });
      const [undone, kept] = results.map((result) => result.member!);
      await customer.admin.invitations.revoke(id(), undone!.invitation!.id);
      await mailTo('kept@people.test');
      expect(Date.now() - began).to.be.at.least(1000);
      expect(await mailRows(undone!.id)).to.deep.equal(['dropped']);
      expect(mailsTo('undone@people.test')).to.deep.equal([]);
      await eventually(async () => (await memberOf(kept!.id)).invitation?.delivery === 'sent');
    });
  });

  describe('held mail', () => {
    it('leaves nothing until it is sent: the person is staged, has no link and gets no other mail', async () => {
      const pool = await customer.pool({ product: 'held', quantity: 2 });
      const userId = await customer.host.addUser({ email: 'held@people.test' });
      const { member, outcome, invitation } = await invite({ email: 'held@people.test', poolIds: [pool.id] }, { delivery: 'hold' });
      expect([outcome, member.status, invitation!.status, invitation!.delivery]).to.deep.equal(['staged', 'staged', 'held', null]);
      expect(await customer.admin.pools.get(id(), pool.id), 'the seat is promised').to.include({ reserved: 1 });
      expect(await customer.host.seatkit.mayMessage(userId)).to.equal(false);
      await customer.host.seatkit.userChanged(userId);
      expect((await memberOf(member.id)).status, 'nobody joins before being told').to.equal('staged');
      expect(await refusalOf(customer.admin.invitations.copyLink(id(), invitation!.id))).to.equal('not_pending');
      const corrected = await customer.admin.members.update(id(), member.id, { firstName: 'Hella', email: 'hella@people.test' });
      expect(corrected).to.include({ status: 'staged', firstName: 'Hella' });
      const staged = await customer.admin.members.list(id(), { status: 'staged' });
      expect(staged.items.map((item) => item.id)).to.deep.equal([member.id]);
      expect(await mailRows(member.id)).to.deep.equal([]);

      expect(await customer.admin.invitations.send(id(), invitation!.id)).to.include({ status: 'pending', delivery: 'queued' });
      const mail = await mailTo('hella@people.test');
      expect((await memberOf(member.id)).status).to.equal('invited');
      expect((await customer.pressJoin(mail)).status).to.equal(303);
      expect((await memberOf(member.id)).seats.map((seat) => seat.status)).to.deep.equal(['assigned']);
      expect(mailsTo('held@people.test')).to.deep.equal([]);
    });

    it('can be taken back as a whole before anybody was told', async () => {
      const { member, invitation } = await invite({ email: 'neverheard@people.test' }, { delivery: 'hold' });
      await customer.admin.invitations.revoke(id(), invitation!.id);
      expect(await customer.admin.members.find(id(), 'neverheard@people.test')).to.deep.equal([]);
      expect(await mailRows(member.id)).to.deep.equal([]);
    });
  });

  describe('an invitation that has run out', () => {
    const people: Record<string, Result & { member: Member }> = {};
    const links: Record<string, string> = {};
    const pools: Record<string, string> = {};

    before(async () => {
      for (const name of ['resent', 'crowded', 'moved', 'asked']) {
        pools[name] = (await customer.pool({ product: name, quantity: 1 })).id;
        people[name] = await invite({ email: `${name}@expired.test`, poolIds: [pools[name]!] });
        links[name] = linkIn(await mailTo(`${name}@expired.test`));
      }
      const { db, seatkit } = customer.host;
      const ids = Object.values(people).map((person) => person.member.invitation!.id);
      await db('seatkit_invitations')
        .whereIn('id', ids)
        .update({ expiresAt: new Date(Date.now() - 1000).toISOString() });
      // The sweeper looks soon after the start of a process, and then every quarter of a minute.
      await seatkit.stop();
      await seatkit.start();
      await eventually(async () => (await customer.admin.invitations.list(id(), { status: 'expired' })).total === 4);
      customer.smtp.clear();
    });

    it('has freed its seats and left the person invited without them; its link is dead', async () => {
      for (const [name, { member }] of Object.entries(people)) {
        expect(await customer.admin.pools.get(id(), pools[name]!), name).to.include({ reserved: 0, free: 1 });
        expect((await press(links[name]!)).status).to.equal(404);
        const now = await memberOf(member.id);
        expect([now.status, now.seats, now.invitation?.status]).to.deep.equal(['invited', [], 'expired']);
      }
    });

    it('takes its seats anew when it is sent again', async () => {
      const sent = await customer.admin.invitations.send(id(), people.resent!.member.invitation!.id);
      expect(sent.status).to.equal('pending');
      expect(Date.parse(sent.expiresAt)).to.be.greaterThan(Date.now());
      expect(await customer.admin.pools.get(id(), pools.resent!)).to.include({ reserved: 1, free: 0 });
      expect((await press(linkIn(await mailTo('resent@expired.test')))).status).to.equal(303);
      expect((await memberOf(people.resent!.member.id)).seats.map((seat) => seat.status)).to.deep.equal(['assigned']);
    });

    it('is refused when its seat is taken by now: nothing changes and no mail leaves', async () => {
      const { member } = people.crowded!;
      const { rival } = await customer.join([{ email: 'rival@expired.test', poolIds: [pools.crowded!] }]);
      expect(await refusalOf(customer.admin.invitations.send(id(), member.invitation!.id))).to.equal('no_free_seat');
      expect(await refusalOf(customer.admin.invitations.copyLink(id(), member.invitation!.id))).to.equal('no_free_seat');
      expect((await memberOf(member.id)).invitation?.status).to.equal('expired');
      expect(mailsTo('crowded@expired.test')).to.deep.equal([]);
      await customer.admin.members.remove(id(), rival!.memberId);
      expect((await customer.admin.invitations.send(id(), member.invitation!.id)).status).to.equal('pending');
      await mailTo('crowded@expired.test');
    });

    it('works again at a new address, and the old address cannot ask for a link any more', async () => {
      const { member } = people.moved!;
      await customer.admin.members.update(id(), member.id, { email: 'elsewhere@expired.test' });
      const mail = await mailTo('elsewhere@expired.test');
      expect((await press(`${links.moved}/new-link`)).status).to.equal(200);
      expect((await customer.pressJoin(mail)).status).to.equal(303);
      expect((await memberOf(member.id)).seats.map((seat) => seat.status)).to.deep.equal(['assigned']);
      expect(mailsTo('moved@expired.test')).to.deep.equal([]);
    });

    it('mails a new link to the invited address when its person asks for one', async () => {
      expect((await press(`${links.asked}/new-link`)).status).to.equal(200);
      expect((await press(linkIn(await mailTo('asked@expired.test')))).status).to.equal(303);
      expect((await memberOf(people.asked!.member.id)).seats.map((seat) => seat.status)).to.deep.equal(['assigned']);
    });
  });
});
