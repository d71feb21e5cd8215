import { expect } from 'chai';
import type { RequestHandler } from 'express';
import { startCustomer, useCustomer } from '../support/customer.ts';
import { send, sessionOf } from '../support/wire.ts';

const varies: RequestHandler = (_req, res, next) => {
  res.vary('Accept-Language');
  next();
};

describe('what the operator does', () => {
  const customer = useCustomer({ dispatch: false, before: (app) => app.use(varies) });
  const audited = async (action: string) =>
    (await customer.host.db('seatkit_audit').where({ action }).orderBy('id')) as { actor: string; subject: string; changes: string }[];

  it('by making a token stands in the audit log, without the token', async () => {
    const { host, organization, adminId } = customer;
    const { token, expiresAt } = await host.seatkit.issueToken({ organizationId: organization.id, memberId: adminId });
    const [entry] = await audited('token.created');
    expect(entry).to.include({ actor: 'operator:issueToken', subject: adminId, changes: JSON.stringify({ expiresAt }) });
    expect(JSON.stringify(entry)).to.not.include(token);
  });

  it('cannot be a second key while the configuration gives the only one', async () => {
    const refused = await customer.host.seatkit.createOperatorKey('shop').catch((error: unknown) => String(error));
    expect(refused).to.include('operatorKey is given');
    expect(await audited('operator_key.created')).to.deep.equal([]);
  });

  it('is looked at one organization at a time by whoever is in more than the list holds', async () => {
    const { host, smtp } = customer;
    const other = await startCustomer(host, smtp, 'zeta');
    const { admin } = await other.join([{ email: 'admin@acme.test' }]);
    const rows = Array.from({ length: 205 }, (_, at) => ({ id: `many${at}`, key: `many${at}`, name: 'A company' }));
    const [organization] = (await host.db('seatkit_organizations').where({ id: other.organization.id })) as object[];
    const [member] = (await host.db('seatkit_members').where({ id: admin!.memberId })) as object[];
    for (const row of rows) {
      await host.db('seatkit_organizations').insert({ ...organization, ...row });
      await host.db('seatkit_members').insert({ ...member, id: row.id, organizationId: row.id });
    }
    const all = await admin!.client.me();
    expect(all.organizations.some(({ id }) => id === other.organization.id)).to.equal(false);
    const one = await admin!.client.me({ organizationId: other.organization.id });
    expect(one.organizations.map(({ id }) => id)).to.deep.equal([other.organization.id]);
  });

  it('leaves what the host says of caching in place', async () => {
    const session = sessionOf((await customer.host.userByEmail('admin@acme.test'))!.id);
    const { headers } = await send(customer.host, session, 'getMe', {});
    expect(headers.get('vary')).to.equal('Accept-Language, Origin');
  });
});
