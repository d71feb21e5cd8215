import type { Group, Member, NewInvitation } from '@seatkit/sdk';
import { expect } from 'chai';
import { eventually, type Joined, linkIn, useCustomer } from '../support/customer.ts';
import { refusalOf } from '../support/refusal.ts';

describe('Udemy Business', () => {
  const customer = useCustomer();
  const id = () => customer.organization.id;
  const mailTo = (address: string) => customer.smtp.waitFor((mail) => mail.to.includes(address));
  const inviteAs = async ({ client }: { client: typeof customer.admin }, person: NewInvitation) =>
    (await client.invitations.create(id(), { people: [person] })).results[0]!;
  const invite = async (person: NewInvitation): Promise<Member> => (await inviteAs({ client: customer.admin }, person)).member!;
  const inviteAndJoin = async (person: NewInvitation): Promise<Member> => {
    const { id: memberId } = await invite(person);
    expect((await customer.pressJoin(await mailTo(person.email))).status).to.equal(303);
    return customer.admin.members.get(id(), memberId);
  };
  /** A group with a manager who may manage people and one who may not. */
  const managedGroup = async (name: string): Promise<{ group: Group; may: Joined; mayNot: Joined }> => {
    const group = await customer.group(name);
    const key = name.toLowerCase();
    const people = await customer.join([
      { email: `${key}-may@acme.test`, groups: [{ groupId: group.id, relations: ['manager'], mayManagePeople: true }] },
      { email: `${key}-not@acme.test`, groups: [{ groupId: group.id, relations: ['manager'] }] },
    ]);
    return { group, may: people[`${key}-may`]!, mayNot: people[`${key}-not`]! };
  };
  const into = (group: Group, relation: 'member' | 'coach' | 'manager' = 'member') => [{ groupId: group.id, relations: [relation] }];
  const names = (members: readonly Member[]) => members.map((member) => `${member.firstName} ${member.lastName}`);

  it('S109 invites people, and sends a pending invitation again: the new link works, the old one is dead', async () => {
    const pending = await invite({ email: 'slow@new.test' });
    const first = linkIn(await mailTo('slow@new.test'));
    customer.smtp.clear();
    const again = await customer.admin.invitations.send(id(), pending.invitation!.id);
    expect(again).to.include({ id: pending.invitation!.id, status: 'pending', delivery: 'queued' });
    const second = await mailTo('slow@new.test');
    expect(linkIn(second)).to.not.equal(first);
    expect((await fetch(first)).status).to.equal(404);
    expect((await customer.pressJoin(second)).status).to.equal(303);
    expect(await refusalOf(customer.admin.invitations.send(id(), pending.invitation!.id)), 'joined by now').to.equal('not_pending');
  });

  it('S110 lets admins add and remove people, edit roles, see their activity and run groups', async () => {
    const { admin, host } = customer;
    const person = await inviteAndJoin({ email: 'someone@new.test' });
    expect((await admin.members.update(id(), person.id, { role: 'admin' })).role).to.equal('admin');
    const group = await admin.groups.create(id(), { name: 'Run by admins' });
    await admin.groups.putPerson(id(), group.id, person.id, { relations: ['member'] });
    const pool = await customer.pool({ product: 'course-1', quantity: 1 });
    await admin.seats.create(id(), pool.id, { memberIds: [person.id] });
    await host.seatkit.used(person.userId!, 'course-1');
    expect((await admin.members.get(id(), person.id)).seats[0]!.firstUsedAt).to.be.a('string');
    await admin.members.remove(id(), person.id);
    expect(await refusalOf(admin.members.get(id(), person.id))).to.equal('not_found');
    expect(await admin.groups.get(id(), group.id)).to.include({ memberCount: 0 });
    expect(await host.userByEmail('someone@new.test'), 'the account is the person’s').to.include({ id: person.userId });
  });

  it('S111 S121 lets group admins act only on their groups: all may add and give seats, inviting and deactivating needs the grant', async () => {
    const { group, may, mayNot } = await managedGroup('North');
    const foreign = await customer.group('South');
    const pool = await customer.pool({ product: 'north-course', groupId: group.id, quantity: 5 });
    const inGroup = await inviteAndJoin({ email: 'norman@new.test', groups: into(group) });
    const outside = await inviteAndJoin({ email: 'susan@new.test', groups: into(foreign) });
    const inBoth = await inviteAndJoin({ email: 'bo@new.test', groups: [...into(group), ...into(foreign)] });

    for (const { client } of [may, mayNot]) {
      const seen = (await client.members.list(id())).items.map((member) => member.id);
      expect(seen).to.include.members([inGroup.id, inBoth.id]).and.not.include(outside.id);
      expect(await refusalOf(client.members.get(id(), outside.id))).to.equal('not_allowed');
      expect((await client.seats.create(id(), pool.id, { memberIds: [inGroup.id] })).results[0]!.outcome).to.match(/assigned|already_held/);
      expect(await refusalOf(client.groups.putPerson(id(), foreign.id, inGroup.id, { relations: ['member'] }))).to.equal('not_allowed');
      await client.groups.putPerson(id(), group.id, outside.id, { relations: ['member'] });
      await client.groups.removePerson(id(), group.id, outside.id);
    }
    expect(await refusalOf(inviteAs(mayNot, { email: 'x@new.test', groups: into(group) }))).to.equal('not_allowed');
    expect(await refusalOf(mayNot.client.members.deactivate(id(), inGroup.id))).to.equal('not_allowed');

    expect((await inviteAs(may, { email: 'nina@new.test', groups: into(group) })).outcome).to.equal('invited');
    const refused: NewInvitation[] = [
      { email: 'no1@new.test' },
      { email: 'no2@new.test', groups: into(foreign) },
      { email: 'no3@new.test', groups: into(group), role: 'admin' },
      { email: 'no4@new.test', groups: into(group, 'manager') },
      { email: 'no5@new.test', groups: into(group), externalId: '5' },
    ];
    for (const person of refused) expect((await inviteAs(may, person)).problem?.code, person.email).to.equal('not_allowed');
    expect(await refusalOf(may.client.members.deactivate(id(), inBoth.id)), 'not all of their groups').to.equal('not_allowed');
    expect((await may.client.members.deactivate(id(), inGroup.id)).status).to.equal('deactivated');
    expect((await may.client.members.reactivate(id(), inGroup.id)).status).to.equal('active');

    await customer.admin.groups.putPerson(id(), group.id, may.memberId, { relations: ['manager'], mayManagePeople: false });
    expect(await refusalOf(may.client.members.deactivate(id(), inGroup.id)), 'the switch is off now').to.equal('not_allowed');
  });

  it('S113 finds people by the beginning of a name or address while it is being typed', async () => {
    await customer.join([
      { email: 'zoe.quill@acme.test', firstName: 'Zoë', lastName: 'Quillfeather' },
      { email: 'zack@acme.test', firstName: 'Zack', lastName: 'Ottoman' },
    ]);
    const found = async (q: string) => names((await customer.admin.members.list(id(), { q })).items);
    expect(await found('z')).to.deep.equal(['Zack Ottoman', 'Zoë Quillfeather']);
    for (const typed of ['zo', 'ZOE', 'quill', 'zoe q', 'zoe.quill@', 'Quillfeather Zoë'])
      expect(await found(typed), typed).to.deep.equal(['Zoë Quillfeather']);
    expect(await found('feather')).to.deep.equal([]);
  });

  it('S115 creates, edits and removes groups; their people stay', async () => {
    const { admin } = customer;
    const group = await admin.groups.create(id(), { name: 'Warehouse', description: 'Hall 3' });
    expect(await refusalOf(admin.groups.create(id(), { name: 'WAREHOUSE' }))).to.equal('name_taken');
    expect(await admin.groups.update(id(), group.id, { name: 'Logistics' })).to.include({ name: 'Logistics', description: 'Hall 3' });
    const person = await invite({ email: 'wanda@new.test', groups: into(group) });
    expect((await admin.groups.list(id(), { q: 'logi' })).items.map((item) => item.memberCount)).to.deep.equal([1]);
    await admin.groups.delete(id(), group.id);
    expect(await refusalOf(admin.groups.get(id(), group.id))).to.equal('not_found');
    expect((await admin.members.get(id(), person.id)).groups).to.deep.equal([]);
  });

  it('S116 adds people to a group, invites them into it and removes them, with the seats of that group only', async () => {
    const { admin, host } = customer;
    const group = await customer.group('Class 7');
    const own = await customer.pool({ product: 'class-7', groupId: group.id, quantity: 3, assignment: 'required' });
    const general = await customer.pool({ product: 'library', quantity: 3 });
    const added = await inviteAndJoin({ email: 'added@new.test', poolIds: [general.id] });
    await admin.groups.putPerson(id(), group.id, added.id, { relations: ['member'] });
    await invite({ email: 'invited@new.test', groups: into(group) });
    expect(await admin.pools.get(id(), own.id)).to.include({ assigned: 1, reserved: 1, free: 1 });
    expect(await admin.groups.get(id(), group.id)).to.include({ memberCount: 2 });
    const { seats, signIn } = await admin.groups.removePerson(id(), group.id, added.id);
    expect(seats.map((seat) => [seat.product, seat.status, seat.rule])).to.deep.equal([['class-7', 'released', 'release_always']]);
    expect(signIn).to.equal('none');
    const enrolments = (await host.enrolments()).filter((row) => row.userId === added.userId).map((row) => row.product);
    expect(enrolments).to.deep.equal(['library']);
  });

  it('S119 S122 S123 makes somebody admin, group admin of named groups or plain user; a group has several group admins, named by admins only', async () => {
    const { admin } = customer;
    const { group, may } = await managedGroup('East');
    const { erin } = await customer.join([{ email: 'erin@acme.test', groups: into(group) }]);
    const roleOf = async () => (await erin!.client.me()).organizations[0]!;
    const manager = { relations: ['member' as const, 'manager' as const], mayManagePeople: true };
    expect(await refusalOf(may.client.groups.putPerson(id(), group.id, erin!.memberId, manager))).to.equal('not_allowed');

    await admin.groups.putPerson(id(), group.id, erin!.memberId, manager);
    expect((await roleOf()).managedGroups).to.deep.equal([{ id: group.id, name: 'East', mayManagePeople: true, archived: false }]);
    expect(await admin.groups.get(id(), group.id)).to.include({ managerCount: 3 });
    await admin.members.update(id(), erin!.memberId, { role: 'admin' });
    expect((await roleOf()).may).to.include('manageMembers');
    await admin.members.update(id(), erin!.memberId, { role: 'member' });
    await admin.groups.putPerson(id(), group.id, erin!.memberId, { relations: ['member'] });
    expect(await roleOf()).to.deep.include({ managedGroups: [], may: [] });
    expect(await refusalOf(may.client.members.update(id(), erin!.memberId, { role: 'admin' }))).to.equal('not_allowed');
  });

  it('S120 changes the role while the invitation is pending, without a new mail, and the person joins with it', async () => {
    const pending = await invite({ email: 'early@new.test' });
    const mail = await mailTo('early@new.test');
    expect((await customer.admin.members.update(id(), pending.id, { role: 'admin' })).role).to.equal('admin');
    expect((await customer.pressJoin(mail)).status).to.equal(303);
    const joined = await customer.admin.members.get(id(), pending.id);
    expect(joined).to.include({ role: 'admin', status: 'active' });
    expect((await customer.host.as(joined.userId!).me()).organizations[0]!.may).to.include('manageMembers');
  });

  it('S124 S132 lists everybody with admin access, and everybody who is deactivated', async () => {
    const { admin } = customer;
    const boss = await inviteAndJoin({ email: 'boss@new.test', role: 'admin' });
    const leaver = await inviteAndJoin({ email: 'leaver@new.test', firstName: 'Lee', lastName: 'Aver' });
    await admin.members.deactivate(id(), leaver.id);
    const admins = (await admin.members.list(id(), { role: 'admin' })).items;
    expect(admins.map((member) => member.id)).to.include.members([boss.id, customer.adminId]);
    expect(admins.every((member) => member.role === 'admin')).to.equal(true);
    const gone = await admin.members.list(id(), { status: 'deactivated' });
    expect([names(gone.items), gone.total]).to.deep.equal([['Lee Aver'], 1]);
    await admin.members.reactivate(id(), leaver.id);
    expect((await admin.members.list(id(), { status: 'deactivated' })).items).to.deep.equal([]);
  });

  it('S125 S126 S127 says beforehand what deactivating does, then frees the licence for somebody else and shuts the person out', async () => {
    const { admin, host } = customer;
    const pool = await customer.pool({ product: 'forklift', quantity: 1 });
    const holder = await inviteAndJoin({ email: 'holder@new.test', poolIds: [pool.id] });
    const next = await inviteAndJoin({ email: 'next@new.test' });
    const give = async () => (await admin.seats.create(id(), pool.id, { memberIds: [next.id] })).results[0]!;
    expect((await give()).problem?.code).to.equal('no_free_seat');

    const preview = await admin.members.previewDeparture(id(), holder.id);
    expect(preview.signIn).to.equal('blocked');
    expect(preview.seats).to.have.length(1);
    expect(preview.seats[0]).to.include({ product: 'forklift', status: 'released', rule: 'release_always' });
    expect((await admin.members.get(id(), holder.id)).seats, 'asking changes nothing').to.have.length(1);

    await admin.members.deactivate(id(), holder.id);
    expect(await host.seatkit.maySignIn(holder.userId!, 'password')).to.equal(false);
    expect((await give()).outcome).to.equal('assigned');
    const enrolled = (await host.enrolments()).filter((row) => row.product === 'forklift').map((row) => row.userId);
    expect(enrolled).to.deep.equal([next.userId]);
    const other = await customer.join([{ email: 'own-account@acme.test' }]);
    expect((await admin.members.previewDeparture(id(), other['own-account']!.memberId)).signIn, 'an account of their own').to.equal('kept');
  });

  it('S142 S144 reactivates with the former role, groups and permissions, and attaches the licence again by itself', async () => {
    const { admin, host } = customer;
    const group = await customer.group('Comeback');
    const everybodys = await customer.pool({ product: 'base', quantity: 100, assignment: 'automatic' });
    const groups = [{ groupId: group.id, relations: ['member' as const, 'manager' as const], mayManagePeople: true }];
    const before = await inviteAndJoin({ email: 'phoenix@new.test', role: 'admin', groups });
    const holdsBase = async () => (await host.enrolments()).some((row) => row.userId === before.userId && row.product === 'base');
    expect(await holdsBase()).to.equal(true);
    const taken = (await admin.pools.get(id(), everybodys.id)).assigned;

    await admin.members.deactivate(id(), before.id);
    expect(await holdsBase()).to.equal(false);
    expect((await admin.pools.get(id(), everybodys.id)).assigned).to.equal(taken - 1);
    const after = await admin.members.reactivate(id(), before.id);
    const { seats: _, ...same } = before;
    expect(after).to.deep.include(same);
    expect(after.seats.map((seat) => [seat.product, seat.status])).to.deep.equal([['base', 'assigned']]);
    expect(await holdsBase(), 'the host’s own row, so courses resume where they stopped').to.equal(true);
    expect((await admin.pools.get(id(), everybodys.id)).assigned).to.equal(taken);
    expect((await host.as(before.userId!).me()).organizations[0]!.managedGroups).to.have.length(1);
    await eventually(() => host.committed.filter((event) => event.userId === before.userId && event.product === 'base').length === 3);
    await customer.operator.pools.update(id(), everybodys.id, { assignment: 'manual' });
  });

  it('S143 reactivates only whoever was deactivated', async () => {
    const active = await inviteAndJoin({ email: 'present@new.test' });
    const pending = await invite({ email: 'absent@new.test' });
    for (const member of [active, pending])
      expect(await refusalOf(customer.admin.members.reactivate(id(), member.id))).to.equal('not_deactivated');
    expect(await refusalOf(customer.admin.members.deactivate(id(), pending.id)), 'nor can a pending person be deactivated').to.equal(
      'not_active',
    );
    expect((await customer.admin.members.get(id(), pending.id)).status).to.equal('invited');
  });
});
