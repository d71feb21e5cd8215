import type { NewInvitation } from '@seatkit/sdk/contract';
import type { SeatkitOptions } from '@seatkit/server-plugin';
import { expect } from 'chai';
import type { Knex } from 'knex';
import { dispatchOnce } from '../../server-plugin/src/outbox/outbox.dispatcher.ts';
import { withDatabases } from '../support/database.ts';
import { type SmtpSink, startSmtp } from '../support/smtp.ts';
import { type JoinHost, startJoinHost } from './join-host.ts';

const operator = { operator: 'test' };

withDatabases('sqlite', (setup) => {
  describe('join page', () => {
    let smtp: SmtpSink;
    let db: Knex;
    let host: JoinHost;
    let organization: { id: string; poolId: string; adminId: string };
    let createUser: SeatkitOptions['createUser'];
    let people = 0;

    before(async () => {
      smtp = await startSmtp();
      db = await setup.create();
      host = await startJoinHost(db, { mail: smtp.url, createUser: (...given) => createUser!(...given) });
      organization = await host.addOrganization('acme');
      await dispatchOnce(host.base);
    });
    after(async () => {
      await host.close();
      await smtp.stop();
    });
    beforeEach(() => {
      smtp.clear();
      host.errors.length = 0;
      createUser = (person, { trx }) => host.addUser({ email: person.email }, trx);
    });

    /** Invites a new person and answers the link in their mail. */
    const invite = async (person: Partial<NewInvitation> = {}) => {
      people += 1;
      const email = person.email ?? `person${people}@x.example`;
      const { results } = await host.seatkit.run(null, { userId: organization.adminId }, 'createInvitations', {
        params: { organizationId: organization.id },
        body: { people: [{ poolIds: [organization.poolId], ...person, email }] },
      });
      await dispatchOnce(host.base);
      const [result] = results;
      return { email, link: linkIn(smtp.mails.at(-1)!.text), memberId: result!.member!.id, invitationId: result!.invitation!.id };
    };
    const linkIn = (text: string) => /http\S+\/join\/[\w-]+/.exec(text)![0];
    const statusOf = async (memberId: string) =>
      ((await db('seatkit_members').where({ id: memberId }).first()) as { status: string }).status;
    const get = (url: string, headers: Record<string, string> = {}, method = 'GET') => fetch(url, { method, headers, redirect: 'manual' });
    const post = (url: string, headers: Record<string, string> = {}) => get(url, { origin: host.origin, ...headers }, 'POST');
    const cookieOf = (answer: Response) =>
      answer.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .filter((cookie) => !cookie!.endsWith('='))
        .join('; ');
    const continueUrl = () => `${host.baseUrl}/join/continue`;

    it('changes nothing on GET and HEAD, however often', async () => {
      const { link, memberId } = await invite();
      for (let n = 0; n < 20; n += 1) expect((await get(link, {}, n % 2 ? 'GET' : 'HEAD')).status).to.equal(200);
      expect(await statusOf(memberId)).to.equal('invited');
    });

    it('makes an account for somebody unknown, gives them their seat and signs them in', async () => {
      const { link, memberId, email } = await invite();
      const answer = await post(link);
      expect([answer.status, answer.headers.get('location')]).to.deep.equal([303, '/home']);
      const user = (await db('users').where({ email }).first()) as { id: string };
      expect(cookieOf(answer)).to.equal(`sid=${user.id}`);
      expect(await statusOf(memberId)).to.equal('active');
      expect(await db('seatkit_seats').where({ memberId }).first()).to.include({ status: 'assigned' });
      expect((await post(link)).status).to.equal(404);
    });

    it('signs the same browser in again when the button was pressed twice, and nobody else', async () => {
      const { link, memberId, email } = await invite();
      const cookie = cookieOf(await get(link));
      const other = cookieOf(await get(link));
      expect(cookie)
        .to.match(/^seatkit_visit=skv_/)
        .and.not.equal(other);
      expect((await get(link, { cookie })).headers.getSetCookie()).to.be.empty;
      const answers = await Promise.all([post(link, { cookie }), post(link, { cookie })]);
      answers.push(await post(link, { cookie }));
      const { id } = (await db('users').where({ email }).first()) as { id: string };
      for (const answer of answers) {
        expect([answer.status, answer.headers.get('location')]).to.deep.equal([303, '/home']);
        expect(cookieOf(answer)).to.equal(`sid=${id}`);
        // Once it has arrived, nobody gets in by going back after signing out.
        expect(answer.headers.getSetCookie().join()).to.match(/seatkit_visit=;[^,]* Max-Age=0/);
      }
      expect(await db('seatkit_audit').where({ action: 'member.joined', subject: memberId })).to.have.length(1);
      expect((await post(link, { cookie: `sid=${id}` })).headers.get('location')).to.equal('/home');
      // Another browser that had the offer open, one that never had, and the same one much later.
      for (const headers of [{ cookie: other }, { cookie: 'seatkit_visit=skv_' }, {}])
        expect((await post(link, headers)).status).to.equal(404);
      await db('seatkit_invitations').where({ memberId }).update({ acceptedAt: '2020-01-01T00:00:00.000Z' });
      expect((await post(link, { cookie })).status).to.equal(404);
    });

    it('leaves nothing behind when the host cannot make the account, and the link still works', async () => {
      const { link, memberId, email } = await invite();
      createUser = async (person, { trx }) => {
        await host.addUser({ email: person.email }, trx);
        throw new Error(`no room for ${person.email}`);
      };
      const answer = await post(link);
      expect(answer.status).to.equal(502);
      expect(await answer.text())
        .to.include('still works')
        .and.not.include('no room');
      expect(await db('users').where({ email })).to.be.empty;
      expect(await statusOf(memberId)).to.equal('invited');
      createUser = (person, { trx }) => host.addUser({ email: person.email }, trx);
      expect((await post(link)).status).to.equal(303);
    });

    for (const verified of [true, false]) {
      it(`sends ${verified ? 'a verified' : 'an unverified'} account to sign in, and binds it afterwards`, async () => {
        const { link, memberId, email } = await invite();
        const userId = await host.addUser({ email: email.toUpperCase(), verified });
        const away = await post(link);
        expect([away.status, away.headers.get('location')]).to.deep.equal([303, '/login?returnTo=%2Fseatkit%2Fjoin%2Fcontinue']);
        expect(away.headers.get('set-cookie')).to.match(/^seatkit_join=[^;]+; Path=\/seatkit; Max-Age=3600; HttpOnly; SameSite=Lax$/);
        const claim = cookieOf(away);
        expect(await (await get(continueUrl(), { cookie: claim })).text()).to.include('href="/login?returnTo=');
        expect(await (await get(continueUrl(), { cookie: `${claim}; sid=${userId}` })).text()).to.include(
          'action="/seatkit/join/continue"',
        );
        expect(await statusOf(memberId)).to.equal('invited');
        const bound = await post(continueUrl(), { cookie: `${claim}; sid=${userId}` });
        expect([bound.status, bound.headers.get('location')]).to.deep.equal([303, '/home']);
        expect(await statusOf(memberId)).to.equal('active');
        expect((await get(continueUrl(), { cookie: `${claim}; sid=${userId}` })).status).to.equal(200);
      });
    }

    it('lets somebody in at once who is signed in with that address', async () => {
      const { link, memberId, email } = await invite();
      const sid = await host.addUser({ email, verified: false });
      expect(await (await get(link, { cookie: `sid=${sid}` })).text()).to.include(`signed in as ${email}`);
      expect((await post(link, { cookie: `sid=${sid}` })).headers.get('location')).to.equal('/home');
      expect(await statusOf(memberId)).to.equal('active');
    });

    it('tells somebody signed in with another address so, without naming the invited one', async () => {
      const { link, memberId, email } = await invite();
      const sid = await host.addUser({ email: 'else@x.example' });
      for (const answer of [await get(link, { cookie: `sid=${sid}` }), await post(link, { cookie: `sid=${sid}` })]) {
        expect(answer.status).to.equal(403);
        expect(await answer.text())
          .to.include('another address')
          .and.include('else@x.example')
          .and.not.include(email);
      }
      expect(await statusOf(memberId)).to.equal('invited');
    });

    it('refuses to choose between two accounts of one address', async () => {
      const { link, email } = await invite();
      await host.addUser({ email });
      const sid = await host.addUser({ email: email.toUpperCase() });
      for (const answer of [await post(link), await post(link, { cookie: `sid=${sid}` })]) {
        expect(answer.status).to.equal(409);
        expect(await answer.text()).to.include('Several accounts');
      }
    });

    it('makes no account for a copied link, and binds only a verified account', async () => {
      const { invitationId, memberId, email } = await invite();
      const { url } = await host.seatkit.run(null, operator, 'copyInvitationLink', {
        params: { organizationId: organization.id, invitationId },
      });
      const away = await post(url);
      expect(away.headers.get('location')).to.match(/^\/register\?returnTo=/);
      const id = await host.addUser({ email, verified: false });
      const cookie = `${cookieOf(away)}; sid=${id}`;
      for (const answer of [await post(continueUrl(), { cookie }), await post(url, { cookie })]) expect(answer.status).to.equal(403);
      expect(await statusOf(memberId)).to.equal('invited');
      await db('users').where({ id }).update({ verified: true });
      expect((await post(continueUrl(), { cookie })).status).to.equal(303);
      expect(await statusOf(memberId)).to.equal('active');
    });

    it('answers unknown, used, replaced, revoked, held and expired links alike', async () => {
      const used = await invite();
      await post(used.link);
      const replaced = await invite();
      const send = (invitationId: string) =>
        host.seatkit.run(null, operator, 'sendInvitation', { params: { organizationId: organization.id, invitationId }, body: {} });
      await send(replaced.invitationId);
      const revoked = await invite();
      await host.seatkit.run(null, operator, 'revokeInvitation', {
        params: { organizationId: organization.id, invitationId: revoked.invitationId },
      });
      const held = await invite();
      await db('seatkit_invitations').where({ id: held.invitationId }).update({ status: 'held' });
      const expired = await invite();
      await db('seatkit_invitations').where({ id: expired.invitationId }).update({ expiresAt: '2020-01-01T00:00:00.000Z' });
      const unknown = { link: `${host.baseUrl}/join/${'x'.repeat(43)}` };
      const answers = new Set<string>();
      for (const { link } of [used, replaced, revoked, held, expired, unknown]) {
        for (const answer of [await get(link), await post(link)]) {
          const token = link.split('/').at(-1)!;
          answers.add(`${answer.status} ${(await answer.text()).replaceAll(token, 'TOKEN')}`);
        }
      }
      expect([...answers]).to.have.length(1);
      expect([...answers][0])
        .to.match(/^404 /)
        .and.include('Send me a new link');
    });

    it('mails a new link to the invited address once an hour, and says the same whatever happened', async () => {
      const { link, invitationId, email } = await invite();
      await db('seatkit_invitations').where({ id: invitationId }).update({ expiresAt: '2020-01-01T00:00:00.000Z' });
      smtp.clear();
      const texts = new Set<string>();
      for (const url of [link, link, `${host.baseUrl}/join/${'x'.repeat(43)}`]) {
        const answer = await post(`${url}/new-link`);
        texts.add(`${answer.status} ${await answer.text()}`);
      }
      expect([...texts]).to.have.length(1);
      await dispatchOnce(host.base);
      expect(smtp.mails.map(({ to }) => to)).to.deep.equal([[email]]);
      expect((await post(linkIn(smtp.mails[0]!.text))).status).to.equal(303);
    });

    it('takes a POST only from its own page', async () => {
      const { link, memberId } = await invite();
      const foreign = [
        { origin: 'null' },
        { origin: 'https://evil.example' },
        { origin: `${host.origin}.evil.example` },
        { 'sec-fetch-site': 'cross-site' },
        {},
      ];
      for (const headers of foreign) {
        for (const url of [link, `${link}/new-link`, continueUrl()]) expect((await get(url, headers, 'POST')).status).to.equal(403);
      }
      expect(await statusOf(memberId)).to.equal('invited');
      expect((await get(link, { 'sec-fetch-site': 'same-origin' }, 'POST')).status).to.equal(303);
    });

    it('takes no claim that it has not made or that is about an older link', async () => {
      const { link, invitationId, email } = await invite();
      const userId = await host.addUser({ email });
      const claim = cookieOf(await post(link));
      const [body, mac] = claim.slice('seatkit_join='.length).split('.') as [string, string];
      const forged = Buffer.from(Buffer.from(body, 'base64url').toString().replace(',0,', ',1,')).toString('base64url');
      for (const cookie of [`seatkit_join=${forged}.${mac}`, 'seatkit_join=rubbish', 'seatkit_join=', '']) {
        expect((await post(continueUrl(), { cookie: `${cookie}; sid=${userId}` })).status).to.equal(404);
      }
      await host.seatkit.run(null, operator, 'sendInvitation', { params: { organizationId: organization.id, invitationId }, body: {} });
      expect((await post(continueUrl(), { cookie: `${claim}; sid=${userId}` })).status).to.equal(404);
    });

    it('sends its headers with every answer and keeps the token to itself', async () => {
      const { link } = await invite();
      const answers = [
        await get(link),
        await get(`${host.baseUrl}/join/nothing`),
        await post(link, { origin: 'null' }),
        await get(continueUrl()),
        await post(link),
      ];
      for (const { headers } of answers) {
        expect(headers.get('cache-control')).to.equal('no-store');
        expect(headers.get('referrer-policy')).to.equal('strict-origin');
        expect(headers.get('x-content-type-options')).to.equal('nosniff');
        expect(headers.get('content-security-policy')).to.match(
          /^default-src 'none'; style-src 'sha256-[\w+/=]+'; form-action 'self' http:\/\/127\.0\.0\.1:\d+; frame-ancestors 'none'; base-uri 'none'$/,
        );
      }
    });

    it('speaks German to whoever is known to, or asks for it', async () => {
      const { link } = await invite({ locale: 'de' });
      expect(await (await get(link)).text())
        .to.include('<html lang="de">')
        .and.include('Einladung annehmen');
      const plain = await get(`${host.baseUrl}/join/nothing`, { 'accept-language': 'it;q=0.9,de-CH;q=0.8' });
      expect(await plain.text()).to.include('Dieser Link gilt nicht mehr');
    });

    it('shows names as text, never as markup', async () => {
      const name = `<img src=x onerror=alert(1)> "Quote" & 'Co'`;
      await host.seatkit.run(null, operator, 'updateOrganization', { params: { organizationId: organization.id }, body: { name } });
      const { link } = await invite();
      const text = await (await get(link)).text();
      expect(text).to.include('&lt;img src=x onerror=alert(1)&gt; &quot;Quote&quot; &amp; &#39;Co&#39;').and.not.include('<img');
      await host.seatkit.run(null, operator, 'updateOrganization', { params: { organizationId: organization.id }, body: { name: 'Acme' } });
    });

    it('says so when the database is away', async () => {
      const { link } = await invite();
      await db.destroy();
      try {
        for (const answer of [await get(link), await post(link)]) {
          expect(answer.status).to.equal(503);
          expect(await answer.text())
            .to.include('cannot be reached')
            .and.not.match(/knex|sqlite|select/i);
        }
        expect(host.errors.join()).to.not.include('@');
      } finally {
        db.initialize();
      }
      expect((await get(link)).status).to.equal(200);
    });
  });
});
