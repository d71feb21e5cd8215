import { expect } from 'chai';
import { startCustomer, useCustomer } from '../support/customer.ts';
import { expectProblem } from '../support/problems.ts';
import { bearer, send } from '../support/wire.ts';

describe('widget tokens', () => {
  const customer = useCustomer({ dispatch: false });
  const codeOf = (answer: Promise<unknown>) =>
    answer.then(
      () => 'done',
      (error) => error.code as string,
    );

  it('let a page act as that member in that organization, and nobody else', async () => {
    const { host, organization, smtp } = customer;
    const other = await startCustomer(host, smtp, 'globex');
    const { ada } = await customer.join([{ email: 'ada@both.test' }]);
    await other.join([{ email: 'ada@both.test' }]);
    for (const who of [{ userId: ada!.userId }, { memberId: ada!.memberId }]) {
      const { token, expiresAt } = await host.seatkit.issueToken({ organizationId: organization.id, ...who });
      expect(Date.parse(expiresAt) - Date.now()).to.be.within(890_000, 900_000);
      const me = await host.withToken(token).me();
      expect(me.organizations.map(({ id, member }) => [id, member?.id])).to.deep.equal([[organization.id, ada!.memberId]]);
      expect(await codeOf(host.withToken(token).organizations.get(other.organization.id))).to.equal('not_found');
    }
  });

  it('end by themselves', async () => {
    const { host, organization, adminId } = customer;
    const { token } = await host.seatkit.issueToken({ organizationId: organization.id, memberId: adminId, ttlSeconds: 1 });
    expect((await send(host, bearer(token), 'getMe')).status).to.equal(200);
    await new Promise((resolve) => setTimeout(resolve, 1050));
    expectProblem(await send(host, bearer(token), 'getMe'), 'not_signed_in');
  });

  it('last an hour at most, and name one person', async () => {
    const { operator, organization, adminId, host } = customer;
    const mint = (more: object) => codeOf(operator.createToken({ organizationId: organization.id, memberId: adminId, ...more }));
    expect(await mint({ ttlSeconds: 3600 })).to.equal('done');
    for (const more of [{ ttlSeconds: 3601 }, { ttlSeconds: 0 }, { ttlSeconds: -5 }, { userId: '1' }, { memberId: undefined }])
      expect(await mint(more), JSON.stringify(more)).to.equal('invalid');
    const issued = host.seatkit.issueToken({ organizationId: organization.id, memberId: adminId, ttlSeconds: 3601 });
    expect(await codeOf(issued)).to.equal('invalid');
  });

  it('are made for people who have joined, and for nobody else', async () => {
    const { operator, organization } = customer;
    const { results } = await operator.invitations.create(organization.id, { people: [{ email: 'pending@new.test' }] });
    const { gone } = await customer.join([{ email: 'gone@acme.test' }]);
    await operator.members.deactivate(organization.id, gone!.memberId);
    for (const who of [{ memberId: results[0]!.member!.id }, { memberId: gone!.memberId }, { userId: gone!.userId }, { userId: '999999' }])
      expect(await codeOf(operator.createToken({ organizationId: organization.id, ...who }))).to.equal('not_found');
  });

  it('shut out at once whoever is deactivated or removed, and follow a change of rights', async () => {
    const { host, operator, organization } = customer;
    const { eve } = await customer.join([{ email: 'eve@acme.test', role: 'admin' }]);
    const { token } = await host.seatkit.issueToken({ organizationId: organization.id, memberId: eve!.memberId });
    const client = host.withToken(token);
    const list = () => codeOf(client.members.list(organization.id).then((page) => page.items));
    expect(await list()).to.equal('done');
    await operator.members.update(organization.id, eve!.memberId, { role: 'member' });
    expect(await list()).to.equal('not_allowed');
    await operator.members.deactivate(organization.id, eve!.memberId);
    expect(await list()).to.equal('not_found');
    expect((await client.me()).organizations).to.deep.equal([]);
    await operator.members.reactivate(organization.id, eve!.memberId);
    expect(await list()).to.equal('not_allowed');
    await operator.members.remove(organization.id, eve!.memberId);
    expect(await list()).to.equal('not_found');
  });

  it('are kept as a hash alone', async () => {
    const { host, organization, adminId } = customer;
    const { token } = await host.seatkit.issueToken({ organizationId: organization.id, memberId: adminId });
    const tables = await Promise.all(['credentials', 'audit', 'idempotency'].map((table) => host.db(`seatkit_${table}`).select()));
    expect(JSON.stringify(tables)).to.not.include(token.slice(12));
  });
});

describe("the host's password login", () => {
  const customer = useCustomer({ dispatch: false });
  const enforcement = async () => (await customer.host.seatkit.doctor()).find((finding) => finding.check === 'enforcement')!;

  it('counts as not enforced until it has asked maySignIn', async () => {
    const { seatkit } = customer.host;
    const finding = await enforcement();
    expect(finding.status).to.equal('warning');
    expect(finding.detail).to.match(/^Not enforced/);
    expect(finding.fix).to.include('maySignIn');
    await seatkit.maySignIn('1', 'saml');
    expect((await enforcement()).status).to.equal('warning');
    expect(await seatkit.maySignIn('1', 'password')).to.equal(true);
    expect((await enforcement()).status).to.equal('ok');
  });
});
