import type { Group } from '@seatkit/sdk';
import { expect } from 'chai';
import { type Customer, type Joined, linkIn, startCustomer, useCustomer } from '../support/customer.ts';
import { dumpTables } from '../support/dump.ts';
import { refusalOf } from '../support/refusal.ts';

describe('before people are invited', () => {
  const layouts: string[] = [];
  const customer = useCustomer({
    options: {
      words: { en: { mail: { products: 'Yours from now on:' } } },
      mailLayout(mail) {
        layouts.push(mail.subject);
        return `<p>${mail.greeting}</p>`;
      },
    },
  });
  let org: string;
  let team: Group;
  let other: Group;
  let people: Record<string, Joined>;
  let globex: Customer;

  before(async () => {
    org = customer.organization.id;
    globex = await startCustomer(customer.host, customer.smtp, 'globex');
    team = await customer.group('Team');
    other = await customer.group('Other');
    people = await customer.join([
      { email: 'lead@acme.test', firstName: 'Gil', groups: [{ groupId: team.id, relations: ['manager'], mayManagePeople: true }] },
      { email: 'ada@acme.test', firstName: 'Ada', lastName: 'Lindgren', groups: [{ groupId: team.id, relations: ['member'] }] },
      { email: 'bo@acme.test', firstName: 'Bo', lastName: 'Berg', groups: [{ groupId: other.id, relations: ['member'] }] },
    ]);
  });

  it('tells in one request who of many is here already, whoever writes the address how', async () => {
    const asked = ['ADA@acme.test', ' bo@acme.test', 'nobody@acme.test', 'no address', 'ada@acme.test', 'admin@globex.test'];
    const found = await customer.admin.members.findMany(org, asked);
    expect(found.map(({ email, member }) => [email, member.id])).to.deep.equal([
      ['ADA@acme.test', people.ada!.memberId],
      [' bo@acme.test', people.bo!.memberId],
      ['ada@acme.test', people.ada!.memberId],
    ]);
    expect(found[1]!.member).to.deep.equal(await customer.admin.members.get(org, people.bo!.memberId));
  });

  it('tells a group admin of people of other groups the name and nothing else', async () => {
    const [ada, bo] = await people.lead!.client.members.findMany(org, ['ada@acme.test', 'bo@acme.test']);
    expect(ada!.member).to.include({ email: 'ada@acme.test', status: 'active' });
    expect(bo!.member).to.deep.equal({
      id: people.bo!.memberId,
      organizationId: org,
      firstName: 'Bo',
      lastName: 'Berg',
      outsideYourGroups: true,
    });
  });

  it('answers at most 200 addresses at once', async () => {
    const many = Array.from({ length: 201 }, (_, i) => `p${i}@acme.test`);
    expect(await refusalOf(customer.admin.members.findMany(org, many))).to.equal('invalid');
    expect(await customer.admin.members.findMany(org, many.slice(1))).to.deep.equal([]);
  });

  it('shows the mail as it then arrives, in the words and the layout of the host', async () => {
    const academy = await customer.pool({ product: 'academy', name: 'Academy', assignment: 'automatic', quantity: 10 });
    await customer.pool({ product: 'gone', name: 'Sold out', assignment: 'automatic', quantity: 0 });
    await customer.pool({ product: 'tier', name: 'Tier', assignment: 'automatic', needs: academy.id, quantity: 9 });
    const workshop = await customer.pool({ product: 'workshop', name: 'Workshop', groupId: team.id, quantity: 3 });
    await customer.pool({ product: 'other', name: 'Of others', groupId: other.id, assignment: 'automatic', quantity: 3 });
    const person = {
      firstName: 'Nia',
      lastName: 'Nowak',
      groups: [{ groupId: team.id, relations: ['member' as const] }],
      poolIds: [workshop.id],
    };
    const shared = { message: 'See you\non Monday', locale: 'fr' };
    const preview = await people.lead!.client.invitations.preview(org, { person, ...shared });
    await people.lead!.client.invitations.create(org, { people: [{ email: 'nia@new.test', ...person }], ...shared });
    const mail = await customer.smtp.waitFor(({ to }) => to.includes('nia@new.test'));
    const minutes = (text: string) => text.trim().replace(/\d\d:\d\d/g, 'hh:mm');
    expect(minutes(preview.text)).to.equal(minutes(mail.text.replace(linkIn(mail), `${customer.host.origin}/seatkit/join/…`)));
    expect(preview.subject).to.equal(mail.subject);
    expect(preview.html).to.equal('<p>Bonjour Nia Nowak,</p>');
    expect(preview.body).to.include({ lang: 'fr', greeting: 'Bonjour Nia Nowak,' });
    expect(preview.body.list?.items).to.deep.equal(['Academy', 'Tier', 'Workshop']);
    expect(preview.body.quote?.text).to.equal('See you\non Monday');
    expect(layouts).to.include(preview.subject);
  });

  it('takes the language of the organization where none is chosen, and the words of the host', async () => {
    const { text } = await customer.admin.invitations.preview(org, { person: {} });
    expect(text).to.contain('Hello,').and.to.contain('Yours from now on:\n  - Academy');
    await customer.operator.organizations.update(org, { locale: 'de-informal' });
    expect((await customer.admin.invitations.preview(org, { person: {} })).text).to.contain(' dich ');
    await customer.operator.organizations.update(org, { locale: 'en' });
  });

  it('says in a preview why somebody would be refused', async () => {
    const preview = (person: object) => refusalOf(customer.admin.invitations.preview(org, { person }));
    expect(await preview({ firstName: 'www.example.com' })).to.equal('invalid_name');
    expect(await preview({ groups: [{ groupId: team.id, relations: ['member', 'coach'] }] })).to.equal('member_and_coach');
    const theirs = await globex.group('Theirs');
    expect(await preview({ groups: [{ groupId: theirs.id, relations: ['member'] }] })).to.equal('unknown_group');
  });

  it('changes nothing, and tells nobody who listens for changes', async () => {
    const before = await dumpTables(customer.host.db);
    const mails = customer.smtp.mails.length;
    const changes: string[] = [];
    customer.admin.addEventListener('change', ({ operation }) => void changes.push(operation));
    await customer.admin.members.findMany(org, ['ada@acme.test']);
    await customer.admin.invitations.preview(org, { person: { firstName: 'Ada' }, message: 'Hello' }, { idempotencyKey: 'twice' });
    expect(await dumpTables(customer.host.db)).to.deep.equal(before);
    expect([customer.smtp.mails.length, changes]).to.deep.equal([mails, []]);
    expect(customer.host.errors).to.deep.equal([]);
  });
});
