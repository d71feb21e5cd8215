import type { Member, NewInvitation } from '@seatkit/sdk';
import { expect } from 'chai';
import { eventually, linkIn, useCustomer } from '../support/customer.ts';
import { refusalOf } from '../support/refusal.ts';

describe('Learned', () => {
  const customer = useCustomer();
  const id = () => customer.organization.id;
  const mailTo = (address: string) => customer.smtp.waitFor((mail) => mail.to.includes(address));
  const invite = async (person: NewInvitation): Promise<Member> => {
    const { results } = await customer.admin.invitations.create(id(), { people: [person] });
    return results[0]!.member!;
  };
  /** Invites somebody who then joins through the mail, so that the account is made through the organization. */
  const inviteAndJoin = async (person: NewInvitation): Promise<Member> => {
    const { id: memberId } = await invite(person);
    expect((await customer.pressJoin(await mailTo(person.email))).status).to.equal(303);
    return customer.admin.members.get(id(), memberId);
  };

  it('S016 S017 shows admins one list of every member with name, rights, role profile, ambition, team and who coaches', async () => {
    const { admin } = customer;
    const sales = await customer.group('Sales');
    const support = await customer.group('Support');
    const seller = await admin.roleProfiles.create(id(), { name: 'Seller' });
    const leader = await admin.roleProfiles.create(id(), { name: 'Team lead' });
    const people = await customer.join([
      { email: 'carla@acme.test', firstName: 'Carla', lastName: 'Coach', groups: [{ groupId: sales.id, relations: ['coach'] }] },
      {
        email: 'milo@acme.test',
        firstName: 'Milo',
        lastName: 'Member',
        groups: [{ groupId: sales.id, relations: ['member'] }],
        roleProfileIds: [seller.id, leader.id],
      },
    ]);
    await invite({
      email: 'pia@acme.test',
      firstName: 'Pia',
      lastName: 'Pending',
      groups: [{ groupId: support.id, relations: ['member'] }],
    });
    const ambition = [
      { id: seller.id, ambition: false },
      { id: leader.id, ambition: true },
    ];
    await people.milo!.client.members.update(id(), people.milo!.memberId, { roleProfiles: ambition });

    const { items, total } = await admin.members.list(id());
    expect(total).to.equal(4);
    const rows = items.map(({ firstName, lastName, role, roleProfiles, groups }) => ({
      name: `${firstName} ${lastName}`,
      role,
      profiles: roleProfiles.map((profile) => `${profile.name}${profile.ambition ? ' (ambition)' : ''}`),
      teams: groups.map((group) => `${group.name}: ${group.relations.join()}`),
    }));
    expect(rows).to.deep.equal([
      { name: 'Amara Okafor', role: 'admin', profiles: [], teams: [] },
      { name: 'Carla Coach', role: 'member', profiles: [], teams: ['Sales: coach'] },
      { name: 'Milo Member', role: 'member', profiles: ['Seller', 'Team lead (ambition)'], teams: ['Sales: member'] },
      { name: 'Pia Pending', role: 'member', profiles: [], teams: ['Support: member'] },
    ]);

    const none = ambition.map((profile) => ({ ...profile, ambition: false }));
    const unmarked = await admin.members.update(id(), people.milo!.memberId, { roleProfiles: none });
    expect(unmarked.roleProfiles.some((profile) => profile.ambition)).to.equal(false);
    const onlyOne = people.milo!.client.members.update(id(), people.milo!.memberId, { roleProfiles: [{ id: leader.id }] });
    expect(await refusalOf(onlyOne), 'people choose among their profiles, admins give them').to.equal('not_allowed');
  });

  it('S018 says who may open the invite dialog: admins, not members', async () => {
    const { marta } = await customer.join([{ email: 'marta@acme.test' }]);
    const may = async (client: typeof customer.admin) => (await client.me({})).organizations[0]!.may;
    expect(await may(customer.admin)).to.include('invite');
    expect(await may(marta!.client)).to.not.include('invite');
    expect(await refusalOf(marta!.client.invitations.create(id(), { people: [{ email: 'x@acme.test' }] }))).to.equal('not_allowed');
  });

  it('S019 S026 takes several people with one click on "invite" and mails each of them a link at once', async () => {
    const addresses = ['one@new.test', 'two@new.test', 'three@new.test'];
    const { results } = await customer.admin.invitations.create(id(), { people: addresses.map((email) => ({ email })) });
    expect(results.map((result) => result.outcome)).to.deep.equal(['invited', 'invited', 'invited']);
    const links = await Promise.all(addresses.map(async (address) => linkIn(await mailTo(address))));
    expect(new Set(links).size).to.equal(3);
    for (const link of links) expect((await fetch(link)).status).to.equal(200);
  });

  it('S020 S021 S023 S024 invites with a role profile, a team, a team to coach and admin rights, which hold on joining', async () => {
    const profile = await customer.admin.roleProfiles.create(id(), { name: 'Engineer' });
    const team = await customer.group('Platform');
    const coached = await customer.group('Apprentices');
    const pending = await invite({
      email: 'eve@new.test',
      role: 'admin',
      roleProfileIds: [profile.id],
      groups: [
        { groupId: team.id, relations: ['member'] },
        { groupId: coached.id, relations: ['coach'] },
      ],
    });
    await customer.pressJoin(await mailTo('eve@new.test'));
    const joined = await customer.admin.members.get(id(), pending.id);
    for (const eve of [pending, joined]) {
      expect(eve.role).to.equal('admin');
      expect(eve.roleProfiles).to.deep.equal([{ id: profile.id, name: 'Engineer', ambition: false }]);
      const teams = eve.groups.map((group) => [group.name, group.relations]);
      expect(teams).to.deep.equal([
        ['Apprentices', ['coach']],
        ['Platform', ['member']],
      ]);
    }
    expect([pending.status, joined.status]).to.deep.equal(['invited', 'active']);
    const asEve = customer.host.as(joined.userId!);
    expect((await asEve.me()).organizations[0]!.may).to.include.members(['manageMembers', 'invite']);
    expect((await asEve.members.list(id(), { limit: 1 })).items, 'an admin sees everybody').to.have.length(1);
  });

  it('S022 lets nobody be member and coach of one team, neither by invitation nor later', async () => {
    const team = await customer.group('Finance');
    const both = [{ groupId: team.id, relations: ['member', 'coach'] as ('member' | 'coach')[] }];
    const { results } = await customer.admin.invitations.create(id(), {
      people: [
        { email: 'both@new.test', groups: both },
        { email: 'coach@new.test', groups: [{ groupId: team.id, relations: ['coach'] }] },
      ],
    });
    expect(results.map((result) => result.problem?.code ?? result.outcome)).to.deep.equal(['member_and_coach', 'invited']);
    expect((await customer.admin.members.find(id(), 'both@new.test')).length).to.equal(0);
    const coach = results[1]!.member!;
    const again = await customer.admin.invitations.create(id(), {
      people: [{ email: 'coach@new.test', groups: [{ groupId: team.id, relations: ['member'] }] }],
    });
    expect(again.results[0]!.problem?.code).to.equal('member_and_coach');
    const asBoth = customer.admin.groups.putPerson(id(), team.id, coach.id, { relations: ['member', 'coach'] });
    expect(await refusalOf(asBoth)).to.equal('member_and_coach');
    expect((await customer.admin.members.get(id(), coach.id)).groups.map((group) => group.relations)).to.deep.equal([['coach']]);
  });

  it('S025 S039 S040 S041 keeps role profile, team, coaching and rights editable afterwards, pending or joined', async () => {
    const { admin } = customer;
    const [first, second] = [
      await admin.roleProfiles.create(id(), { name: 'Designer' }),
      await admin.roleProfiles.create(id(), { name: 'Editor' }),
    ];
    const [team, other] = [await customer.group('Design'), await customer.group('Editing')];
    const setUp = { role: 'admin' as const, roleProfileIds: [first.id], groups: [{ groupId: team.id, relations: ['member' as const] }] };
    const people = [await invite({ email: 'later@new.test', ...setUp }), await inviteAndJoin({ email: 'joined@new.test', ...setUp })];
    for (const { id: memberId } of people) {
      await admin.members.update(id(), memberId, { role: 'member', roleProfiles: [{ id: second.id }] });
      await admin.groups.putPerson(id(), team.id, memberId, { relations: ['coach'] });
      await admin.groups.putPerson(id(), other.id, memberId, { relations: ['member'] });
      const after = await admin.members.get(id(), memberId);
      expect(after.role).to.equal('member');
      expect(after.roleProfiles.map((profile) => profile.name)).to.deep.equal(['Editor']);
      expect(after.groups.map((group) => [group.name, group.relations])).to.deep.equal([
        ['Design', ['coach']],
        ['Editing', ['member']],
      ]);
      await admin.members.update(id(), memberId, { roleProfiles: [] });
      await admin.groups.removePerson(id(), team.id, memberId);
      await admin.groups.removePerson(id(), other.id, memberId);
      const bare = await admin.members.get(id(), memberId);
      expect([bare.roleProfiles, bare.groups]).to.deep.equal([[], []]);
    }
    expect(await admin.groups.get(id(), team.id)).to.include({ memberCount: 0, coachCount: 0 });
  });

  it('S029 grants and withdraws admin rights, which work at the next click and are announced to the new admin', async () => {
    const { rita } = await customer.join([{ email: 'rita@acme.test', firstName: 'Rita' }]);
    const create = (name: string) => rita!.client.groups.create(id(), { name });
    expect(await refusalOf(create('Too early'))).to.equal('not_allowed');
    expect((await customer.admin.members.update(id(), rita!.memberId, { role: 'admin' })).role).to.equal('admin');
    expect((await create('By Rita')).name).to.equal('By Rita');
    await customer.smtp.waitFor((mail) => mail.to.includes('rita@acme.test') && mail.subject.includes('admin of Acme'));
    await customer.admin.members.update(id(), rita!.memberId, { role: 'member' });
    expect(await refusalOf(create('Too late'))).to.equal('not_allowed');
  });

  it('S031 S032 deactivates somebody, who cannot sign in while the data are kept, and activates them again', async () => {
    const { admin, host } = customer;
    const team = await customer.group('Leavers');
    const dora = await inviteAndJoin({ email: 'dora@new.test', firstName: 'Dora', groups: [{ groupId: team.id, relations: ['member'] }] });
    expect(await host.seatkit.maySignIn(dora.userId!, 'password')).to.equal(true);
    const away = await admin.members.deactivate(id(), dora.id);
    expect(away).to.deep.equal({ ...dora, status: 'deactivated' });
    expect(await host.seatkit.maySignIn(dora.userId!, 'password')).to.equal(false);
    await eventually(() => host.signedOut.includes(dora.userId!));
    expect(await refusalOf(host.as(dora.userId!).members.get(id(), dora.id)), 'a session that is still open is of no use').to.equal(
      'not_found',
    );
    expect(await host.userByEmail('dora@new.test')).to.include({ id: dora.userId, firstName: 'Dora' });

    expect(await admin.members.reactivate(id(), dora.id)).to.deep.equal(dora);
    expect(await host.seatkit.maySignIn(dora.userId!, 'password')).to.equal(true);
    expect((await host.as(dora.userId!).members.get(id(), dora.id)).groups[0]!.name).to.equal('Leavers');
  });

  it('S035 lets admins change first and last name, of a pending person and at the host of a joined one', async () => {
    const { admin, host } = customer;
    const pending = await invite({ email: 'nemo@new.test', firstName: 'Nemo' });
    expect(await admin.members.update(id(), pending.id, { firstName: 'Noor', lastName: 'Haddad' })).to.include({
      firstName: 'Noor',
      lastName: 'Haddad',
    });
    const joined = await inviteAndJoin({ email: 'mia@new.test', firstName: 'Mia', lastName: 'Berg' });
    expect(await admin.members.update(id(), joined.id, { lastName: 'Tal' })).to.include({ firstName: 'Mia', lastName: 'Tal' });
    expect(await host.userByEmail('mia@new.test')).to.include({ firstName: 'Mia', lastName: 'Tal' });
    expect((await admin.members.list(id(), { q: 'haddad' })).items.map((member) => member.id)).to.deep.equal([pending.id]);
    expect((await admin.members.list(id(), { q: 'berg' })).items).to.deep.equal([]);
  });

  it('S036 S037 S038 changes the sign-in address: only the new one signs in, and both are told by mail', async () => {
    const { admin, host, smtp } = customer;
    const joined = await inviteAndJoin({ email: 'old@new.test', firstName: 'Olga' });
    smtp.clear();
    const changed = await admin.members.update(id(), joined.id, { email: 'fresh@new.test' });
    expect(changed).to.include({ id: joined.id, userId: joined.userId, email: 'fresh@new.test' });
    expect(await host.userByEmail('old@new.test')).to.equal(undefined);
    expect((await host.userByEmail('fresh@new.test'))?.id).to.equal(joined.userId);
    for (const address of ['old@new.test', 'fresh@new.test']) {
      const mail = await mailTo(address);
      expect(mail.text).to.include('old@new.test').and.to.include('fresh@new.test');
    }
    expect(smtp.mails.length).to.equal(2);
    expect((await admin.members.find(id(), 'old@new.test')).length).to.equal(0);
  });
});
