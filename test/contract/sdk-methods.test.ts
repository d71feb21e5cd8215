import { type ChangeOptions, SeatkitClient } from '@seatkit/sdk';
import { endpoints, type OperationName, operations } from '@seatkit/sdk/contract';
import { expect } from 'chai';

/** One line per endpoint: the SDK method that reaches it. The compiler asks for a line when an endpoint is added. */
const methods: Record<OperationName, (client: SeatkitClient) => PromiseLike<unknown>> = {
  getMe: (client) => client.me(),
  createToken: (client) => client.createToken({ organizationId: 'organizationId', userId: 'u' }),
  reportMailStatus: (client) => client.reportMailStatus({ messageId: 'm', status: 'bounced' }),
  listOrganizations: (client) => client.organizations.list({ key: 'acme' }),
  createOrganization: (client) => client.organizations.create({ name: 'Acme', key: 'acme' }),
  getOrganization: (client) => client.organizations.get('organizationId'),
  updateOrganization: (client) => client.organizations.update('organizationId', { name: 'Acme' }),
  listMembers: (client) => client.members.list('organizationId', { q: 'ada' }),
  findMembers: (client) => client.members.findMany('organizationId', ['ada@example.org']),
  getMember: (client) => client.members.get('organizationId', 'memberId'),
  updateMember: (client) => client.members.update('organizationId', 'memberId', { firstName: 'Ada' }),
  removeMember: (client) => client.members.remove('organizationId', 'memberId'),
  previewDeparture: (client) => client.members.previewDeparture('organizationId', 'memberId', { groupId: 'g' }),
  deactivateMember: (client) => client.members.deactivate('organizationId', 'memberId'),
  reactivateMember: (client) => client.members.reactivate('organizationId', 'memberId'),
  listInvitations: (client) => client.invitations.list('organizationId', { status: 'pending' }),
  createInvitations: (client) => client.invitations.create('organizationId', { people: [{ email: 'ada@example.org' }], delaySeconds: 20 }),
  previewInvitation: (client) => client.invitations.preview('organizationId', { person: { firstName: 'Ada' }, message: 'Hello' }),
  sendInvitation: (client) => client.invitations.send('organizationId', 'invitationId'),
  revokeInvitation: (client) => client.invitations.revoke('organizationId', 'invitationId'),
  copyInvitationLink: (client) => client.invitations.copyLink('organizationId', 'invitationId'),
  listGroups: (client) => client.groups.list('organizationId', { q: 'sa' }),
  createGroup: (client) => client.groups.create('organizationId', { name: 'Sales' }),
  getGroup: (client) => client.groups.get('organizationId', 'groupId'),
  updateGroup: (client) => client.groups.update('organizationId', 'groupId', { name: 'Sales' }),
  deleteGroup: (client) => client.groups.delete('organizationId', 'groupId'),
  putGroupPerson: (client) => client.groups.putPerson('organizationId', 'groupId', 'memberId', { relations: ['member'] }),
  removeGroupPerson: (client) => client.groups.removePerson('organizationId', 'groupId', 'memberId'),
  listRoleProfiles: (client) => client.roleProfiles.list('organizationId', { limit: 10 }),
  createRoleProfile: (client) => client.roleProfiles.create('organizationId', { name: 'Trainer' }),
  updateRoleProfile: (client) => client.roleProfiles.update('organizationId', 'roleProfileId', { name: 'Trainer' }),
  deleteRoleProfile: (client) => client.roleProfiles.delete('organizationId', 'roleProfileId'),
  listPools: (client) => client.pools.list('organizationId', { groupId: 'g' }),
  createPool: (client) => client.pools.create('organizationId', { product: 'course-1', quantity: 5 }),
  getPool: (client) => client.pools.get('organizationId', 'poolId'),
  updatePool: (client) => client.pools.update('organizationId', 'poolId', { quantity: 6 }),
  getLedger: (client) => client.pools.ledger('organizationId', 'poolId', { at: '2026-11-21T09:30:00Z' }),
  createSeats: (client) => client.seats.create('organizationId', 'poolId', { memberIds: ['m'] }),
  releaseSeat: (client) => client.seats.release('organizationId', 'seatId'),
  useSeat: (client) => client.seats.use('organizationId', 'seatId'),
  refundSeat: (client) => client.seats.refund('organizationId', 'seatId', { reason: 'Bought twice' }),
};

type HonoursIfMatch = {
  [Name in OperationName]: (typeof operations)[Name] extends { readonly ifMatch: true } ? Name : never;
}[OperationName];

/** The methods that take `ifMatch`. The compiler asks for a line when another operation comes to honour it. */
const bound: Record<HonoursIfMatch, (client: SeatkitClient, options: ChangeOptions) => PromiseLike<unknown>> = {
  updateOrganization: (client, options) => client.organizations.update('organizationId', { name: 'Acme' }, options),
  updateMember: (client, options) => client.members.update('organizationId', 'memberId', { firstName: 'Ada' }, options),
  removeMember: (client, options) => client.members.remove('organizationId', 'memberId', options),
  updateGroup: (client, options) => client.groups.update('organizationId', 'groupId', { name: 'Sales' }, options),
  deleteGroup: (client, options) => client.groups.delete('organizationId', 'groupId', options),
  updateRoleProfile: (client, options) => client.roleProfiles.update('organizationId', 'roleProfileId', { name: 'Trainer' }, options),
  deleteRoleProfile: (client, options) => client.roleProfiles.delete('organizationId', 'roleProfileId', options),
  updatePool: (client, options) => client.pools.update('organizationId', 'poolId', { quantity: 6 }, options),
};

// Elsewhere the server looks at no version. Only the compiler reads these lines, and fails on one that it does not refuse.
void ((client: SeatkitClient) => [
  // @ts-expect-error
  client.groups.putPerson('organizationId', 'groupId', 'memberId', { relations: ['member'] }, { ifMatch: '"7"' }),
  // @ts-expect-error
  client.groups.removePerson('organizationId', 'groupId', 'memberId', { ifMatch: '"7"' }),
  // @ts-expect-error
  client.seats.release('organizationId', 'seatId', { ifMatch: '"7"' }),
]);

/** Calls one SDK method and returns what it sent, once it is known that it sent one request. */
async function sent(method: (client: SeatkitClient) => PromiseLike<unknown>) {
  const requests: { method: string; url: URL; headers: Headers; body: unknown }[] = [];
  const client = new SeatkitClient({
    baseUrl: 'http://lms.test/seatkit',
    fetch: async (url, init) => {
      const body = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
      requests.push({ method: init.method ?? '', url: new URL(url), headers: new Headers(init.headers), body });
      return Response.json({ items: [], next: null, total: 0 });
    },
  });
  await method(client);
  expect(requests).to.have.length(1);
  return requests[0]!;
}

describe('the SDK and the contract', () => {
  for (const name of Object.keys(endpoints) as OperationName[]) {
    it(`reach ${endpoints[name]} by ${name}, with a body and query that the contract accepts`, async () => {
      const { method, url, body } = await sent(methods[name]);
      expect(`${method} ${url.pathname.replace('/seatkit/v1', '')}`).to.equal(endpoints[name].replaceAll(':', ''));
      const operation = operations[name];
      if ('body' in operation) operation.body.parse(body);
      else expect(body).to.equal(undefined);
      const query = Object.fromEntries(url.searchParams);
      if ('query' in operation) operation.query.parse(query);
      else expect(query).to.deep.equal({});
    });
  }

  for (const [name, method] of Object.entries(bound)) {
    it(`bind ${name} to the version that was read`, async () => {
      expect((await sent((client) => method(client, { ifMatch: '"7"' }))).headers.get('if-match')).to.equal('"7"');
    });
  }

  it('have no method that leads elsewhere', () => {
    const client = new SeatkitClient({ baseUrl: '/seatkit' });
    const nouns = Object.values(client).filter((value) => typeof value === 'object' && value !== null);
    const ofNouns = nouns.flatMap((noun) => namesOf(Object.getPrototypeOf(noun)));
    const ofClient = namesOf(SeatkitClient.prototype).filter((name) => !name.endsWith('EventListener'));
    // `members.find` and `members.list` share an endpoint.
    expect(ofNouns.length + ofClient.length).to.equal(Object.keys(endpoints).length + 1);
  });
});

function namesOf(prototype: object): string[] {
  return Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor');
}
