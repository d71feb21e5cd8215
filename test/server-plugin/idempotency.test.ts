import { expect } from 'chai';
import { useCustomer } from '../support/customer.ts';
import { withDatabases } from '../support/database.ts';
import { expectProblem } from '../support/problems.ts';
import { OPERATOR_KEY } from '../support/test-host.ts';
import { bearer, send, sessionOf } from '../support/wire.ts';

const operator = bearer(OPERATOR_KEY);
const keyed = (key: string) => ({ 'Idempotency-Key': key });

withDatabases('main', (setup) => {
  describe('idempotency keys', () => {
    const customer = useCustomer({ on: setup, dispatch: false });
    const createPool = (key: string, body: object, caller = operator) =>
      send(customer.host, caller, 'createPool', { params: { organizationId: customer.organization.id }, body, headers: keyed(key) });
    const poolsCalled = async (name: string) => {
      const { items } = await customer.operator.pools.list(customer.organization.id, { limit: 200 });
      return items.filter((pool) => pool.name === name).length;
    };

    it('make a repetition answer what the first request did', async () => {
      const body = { product: 'course-1', name: 'Repeated', quantity: 3 };
      const first = await createPool('repeat', body);
      const second = await createPool('repeat', body);
      expect([first.status, first.headers.get('idempotent-replayed')]).to.deep.equal([201, null]);
      expect([second.status, second.headers.get('idempotent-replayed'), second.text]).to.deep.equal([201, 'true', first.text]);
      expect(second.headers.get('etag')).to.equal('"1"').and.equal(first.headers.get('etag'));
      expect(await poolsCalled('Repeated')).to.equal(1);
    });

    it('let fifty requests at once have one effect', async () => {
      const body = { product: 'course-1', name: 'Parallel', quantity: 3 };
      const answers = await Promise.all(Array.from({ length: 50 }, () => createPool('parallel', body)));
      expect(answers.map(({ status, text }) => `${status} ${text}`)).to.deep.equal(answers.map(() => `201 ${answers[0]!.text}`));
      expect(answers.filter(({ headers }) => headers.has('idempotent-replayed'))).to.have.length(49);
      expect(await poolsCalled('Parallel')).to.equal(1);
    });

    it('are refused with another body or for another operation', async () => {
      await createPool('mine', { product: 'course-1', name: 'Mine', quantity: 3 });
      expectProblem(await createPool('mine', { product: 'course-1', name: 'Mine', quantity: 4 }), 'idempotency_key_reused');
      const params = { organizationId: customer.organization.id };
      const other = await send(customer.host, operator, 'createGroup', { params, body: { name: 'Mine' }, headers: keyed('mine') });
      expectProblem(other, 'idempotency_key_reused');
      expect(await poolsCalled('Mine')).to.equal(1);
    });

    it('forget requests that were refused', async () => {
      const params = { organizationId: customer.organization.id };
      const group = await customer.group('Taken');
      const create = () => send(customer.host, operator, 'createGroup', { params, body: { name: 'Taken' }, headers: keyed('refused') });
      expectProblem(await create(), 'name_taken');
      expectProblem(await create(), 'name_taken');
      await customer.operator.groups.update(customer.organization.id, group.id, { name: 'Free again' });
      expect((await create()).status).to.equal(201);
    });

    it('belong to their caller', async () => {
      const params = { organizationId: customer.organization.id };
      const body = { name: 'Anybody' };
      const adminSession = sessionOf((await customer.host.userByEmail('admin@acme.test'))!.id);
      const { second } = await customer.join([{ email: 'second@acme.test', role: 'admin' }]);
      const create = (caller: Record<string, string>) =>
        send(customer.host, caller, 'createGroup', { params, body, headers: keyed('shared') });
      expect((await create(adminSession)).status).to.equal(201);
      expectProblem(await create(sessionOf(second!.userId)), 'name_taken');
      expectProblem(await create(operator), 'name_taken');
      expect((await create(adminSession)).headers.get('idempotent-replayed')).to.equal('true');
    });

    it('open nothing to whoever has been shut out in the meantime', async () => {
      const params = { organizationId: customer.organization.id };
      const { leaver } = await customer.join([{ email: 'leaver@acme.test', role: 'admin' }]);
      const create = () =>
        send(customer.host, sessionOf(leaver!.userId), 'createGroup', { params, body: { name: 'Secret' }, headers: keyed('leaver') });
      expect((await create()).status).to.equal(201);
      await customer.operator.members.deactivate(customer.organization.id, leaver!.memberId);
      const again = await create();
      expectProblem(again, 'not_found');
      expect(again.text).to.not.include('Secret');
    });

    it('never keep an answer that holds a secret', async () => {
      const body = { organizationId: customer.organization.id, memberId: customer.adminId };
      const mint = () => send(customer.host, operator, 'createToken', { body, headers: keyed('token') });
      const tokens = [await mint(), await mint()].map((answer) => answer.body.token as string);
      expect(tokens[0]).to.be.a('string').and.not.equal(tokens[1]);
      const { results } = await customer.operator.invitations.create(customer.organization.id, { people: [{ email: 'link@new.test' }] });
      const params = { organizationId: customer.organization.id, invitationId: results[0]!.invitation!.id };
      const link = await send(customer.host, operator, 'copyInvitationLink', { params, body: {}, headers: keyed('link') });
      expect(link.body.url).to.include('/join/');
      const kept = JSON.stringify(await customer.host.db('seatkit_idempotency').select());
      for (const secret of [...tokens, link.body.url.split('/join/')[1]]) expect(kept).to.not.include(secret);
    });

    it('count for POST alone', async () => {
      const params = { organizationId: customer.organization.id };
      const update = (name: string) =>
        send(customer.host, operator, 'updateOrganization', { params, body: { name }, headers: keyed('patch') });
      expect([(await update('One')).body.name, (await update('Two')).body.name]).to.deep.equal(['One', 'Two']);
    });
  });
});
