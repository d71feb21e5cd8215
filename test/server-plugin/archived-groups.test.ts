import type { Group, SeatkitClient } from '@seatkit/sdk';
import { expect } from 'chai';
import { type Joined, useCustomer } from '../support/customer.ts';
import { withDatabases } from '../support/database.ts';
import { dumpTables } from '../support/dump.ts';
import { problemOf, refusalOf } from '../support/refusal.ts';

withDatabases('main', (setup) => {
  describe('an archived group', () => {
    const customer = useCustomer({ on: setup, dispatch: false });
    const id = () => customer.organization.id;
    let count = 0;
    let group: Group;
    let admin: SeatkitClient;

    beforeEach(async () => {
      count += 1;
      admin = customer.admin;
      group = await customer.group(`Class ${count}`);
    });
    afterEach(async () => {
      expect(await customer.host.seatkit.verify()).to.deep.equal([]);
      expect(customer.host.errors).to.deep.equal([]);
    });

    const archive = (archived = true, client = admin) => client.groups.update(id(), group.id, { archived });
    const joined = async (name: string, relation?: 'member' | 'coach' | 'manager'): Promise<Joined> => {
      const email = `${name}${count}@acme.test`;
      const groups = relation ? [{ groupId: group.id, relations: [relation], mayManagePeople: relation === 'manager' }] : [];
      return (await customer.join([{ email, groups }]))[`${name}${count}`]!;
    };
    const namesIn = async (archived: boolean, client = admin) =>
      (await client.groups.list(id(), { archived, limit: 200 })).items.map(({ name }) => name);
    /** Refused in these words, and every row stays as it was. */
    const refuses = async (attempt: () => Promise<unknown>) => {
      const before = await dumpTables(customer.host.db);
      const { code, detail } = await problemOf(attempt());
      expect([code, detail]).to.deep.equal(['group_archived', `“${group.name}” is archived and takes nobody. An admin can bring it back.`]);
      expect(await dumpTables(customer.host.db)).to.deep.equal(before);
    };

    it('stands in the list of archived groups only, and is brought back as it was', async () => {
      const lead = await joined('lead', 'manager');
      const before = await admin.groups.get(id(), group.id);
      const archived = await archive();
      expect(archived.archivedAt).to.be.a('string');
      expect(await archive()).to.deep.equal(archived);
      for (const client of [admin, lead.client, customer.operator]) {
        expect(await namesIn(false, client)).to.not.include(group.name);
        expect(await namesIn(true, client)).to.include(group.name);
      }
      expect((await admin.groups.list(id(), { archived: true, q: group.name })).items).to.deep.equal([archived]);
      expect(await admin.groups.get(id(), group.id)).to.deep.equal(archived);
      expect(await archive(false)).to.deep.equal(before);
      expect(await namesIn(false)).to.include(group.name);
    });

    it('keeps its people with their seats, rights and access, and whoever is invited may still join', async () => {
      const pool = await customer.pool({ product: `p${count}`, groupId: group.id, assignment: 'required', quantity: 5 });
      const [ada, lead] = [await joined('ada', 'member'), await joined('lead', 'manager')];
      const { results } = await customer.operator.invitations.create(id(), {
        people: [{ email: `ivo${count}@acme.test`, groups: [{ groupId: group.id, relations: ['member'] }] }],
      });
      const figures = { quantity: 5, reserved: 1, assigned: 1, consumed: 0, free: 3 };
      expect(await archive()).to.deep.include({ memberCount: 2, managerCount: 1, seats: figures });
      expect(await admin.pools.get(id(), pool.id)).to.deep.include(figures);
      expect((await customer.host.enrolments()).filter(({ userId }) => userId === ada.userId)).to.have.length(1);
      expect((await lead.client.members.list(id(), { groupId: group.id })).items).to.have.length(3);

      await lead.client.members.deactivate(id(), ada.memberId);
      await lead.client.members.reactivate(id(), ada.memberId);
      await lead.client.invitations.send(id(), results[0]!.invitation!.id, {});
      expect(await admin.pools.get(id(), pool.id)).to.deep.include(figures);
    });

    it('takes nobody, by no way in', async () => {
      const other = await customer.group(`Other ${count}`);
      const [ada, uma] = [await joined('ada'), await joined('uma')];
      await admin.groups.putPerson(id(), other.id, uma.memberId, { relations: ['member'] });
      await archive();
      await refuses(() => admin.groups.putPerson(id(), group.id, ada.memberId, { relations: ['coach'] }));
      await refuses(() => admin.groups.putPerson(id(), group.id, uma.memberId, { relations: ['member'], movedFrom: other.id }));
      await refuses(() => admin.members.previewDeparture(id(), uma.memberId, { groupId: other.id, toGroupId: group.id }));
      await refuses(() => customer.pool({ product: `late${count}`, groupId: group.id, quantity: 1 }));

      const into = [{ groupId: group.id, relations: ['member' as const] }];
      const { results } = await admin.invitations.create(id(), {
        people: [
          { email: `new${count}@acme.test`, groups: into },
          { email: `ada${count}@acme.test`, groups: into },
          { email: `fine${count}@acme.test` },
        ],
      });
      expect(results.map(({ outcome, problem }) => problem?.code ?? outcome)).to.deep.equal([
        'group_archived',
        'group_archived',
        'invited',
      ]);
      expect((await admin.groups.get(id(), group.id)).memberCount).to.equal(0);
    });

    it('gives nobody in it more, and lets everybody go', async () => {
      const other = await customer.group(`Other ${count}`);
      const [ada, lead] = [await joined('ada', 'member'), await joined('lead', 'manager')];
      await archive();
      const put = (person: Joined, relations: ('member' | 'coach' | 'manager')[], mayManagePeople?: boolean) =>
        admin.groups.putPerson(id(), group.id, person.memberId, {
          relations,
          ...(mayManagePeople === undefined ? {} : { mayManagePeople }),
        });
      await refuses(() => put(ada, ['coach']));
      await refuses(() => put(ada, ['member', 'manager']));
      await put(ada, ['member']);
      await put(lead, ['manager'], false);
      await refuses(() => put(lead, ['manager'], true));
      await admin.groups.putPerson(id(), other.id, ada.memberId, { relations: ['member'], movedFrom: group.id });
      await admin.groups.removePerson(id(), group.id, lead.memberId);
      expect(await admin.groups.get(id(), group.id)).to.deep.include({ memberCount: 0, managerCount: 0 });
      expect((await admin.groups.get(id(), other.id)).memberCount).to.equal(1);
    });

    it('takes from its group admins the words for what they can no longer do', async () => {
      const lead = await joined('lead', 'manager');
      const standing = async () => (await lead.client.me()).organizations[0]!;
      expect((await standing()).may).to.include.members(['invite', 'addToGroups']);
      await archive();
      const { may, managedGroups } = await standing();
      expect(may).to.not.include.members(['invite']).and.not.include.members(['addToGroups']);
      expect(may).to.include.members(['seeMembers', 'manageSeats', 'deactivate']);
      expect(managedGroups).to.deep.equal([{ id: group.id, name: group.name, mayManagePeople: true, archived: true }]);
      expect(await refusalOf(archive(false, lead.client))).to.equal('not_allowed');
    });

    it('keeps its name, and whoever wants it is told where it is', async () => {
      await archive();
      const taken = `There is already an archived group called “${group.name}”.`;
      expect(await problemOf(customer.group(group.name))).to.include({ code: 'name_taken', detail: taken });
      const other = await customer.group(`Other ${count}`);
      const renaming = admin.groups.update(id(), other.id, { name: group.name.toUpperCase() });
      expect((await problemOf(renaming)).detail).to.equal(taken.replace(group.name, group.name.toUpperCase()));
    });

    it('can be renamed and removed', async () => {
      await archive();
      expect((await admin.groups.update(id(), group.id, { name: `Past ${count}` })).archivedAt).to.be.a('string');
      await admin.groups.delete(id(), group.id);
      expect(await refusalOf(admin.groups.get(id(), group.id))).to.equal('not_found');
    });

    it('has nobody in it who came at the same moment', async () => {
      const people = await Promise.all(['a', 'b', 'c'].map((name) => joined(name)));
      const put = ({ memberId }: Joined) =>
        admin.groups.putPerson(id(), group.id, memberId, { relations: ['member'] }).then(
          () => 'in',
          (error: { code: string }) => error.code,
        );
      const [, ...outcomes] = await Promise.all([archive(), ...people.map(put)]);
      expect(outcomes.filter((outcome) => outcome !== 'in').every((outcome) => outcome === 'group_archived')).to.equal(true);
      expect((await admin.groups.get(id(), group.id)).memberCount).to.equal(outcomes.filter((outcome) => outcome === 'in').length);
    });
  });
});
