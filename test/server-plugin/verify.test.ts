import { expect } from 'chai';
import { useCustomer } from '../support/customer.ts';
import { withDatabases } from '../support/database.ts';

withDatabases('main', (setup) => {
  describe('verify', () => {
    const customer = useCustomer({ on: setup, dispatch: false });
    let memberId: string;
    let groupId: string;

    before('somebody in a group, with a seat and a role profile', async () => {
      const { operator, organization, admin } = customer;
      groupId = (await customer.group('Ward 1')).id;
      const pool = await customer.pool({ product: 'course', quantity: 3 });
      const profile = await operator.roleProfiles.create(organization.id, { name: 'Nurse' });
      const { results } = await admin.invitations.create(organization.id, {
        people: [
          {
            email: 'nia@acme.test',
            firstName: 'Nia',
            lastName: 'Berg',
            groups: [{ groupId, relations: ['member'] }],
            poolIds: [pool.id],
            roleProfileIds: [profile.id],
          },
        ],
      });
      memberId = results[0]!.member!.id;
    });

    const found = async () =>
      (await customer.host.seatkit.verify()).map(({ what, id, kept, counted }) => `${what} ${id} ${kept} ${counted}`);

    it('finds nothing where nothing is wrong', async () => {
      expect(await found()).to.deep.equal([]);
    });

    it('finds copies of somebody that are not as the member is', async () => {
      const { db } = customer.host;
      for (const [table, column] of [
        ['group_people', 'memberStatus'],
        ['member_role_profiles', 'memberRole'],
        ['seats', 'nameSort'],
      ] as const) {
        const [before] = await db(`seatkit_${table}`).where({ memberId });
        await db(`seatkit_${table}`)
          .where({ memberId })
          .update({ [column]: 'other' });
        expect(await found()).to.deep.equal([`rows of seatkit_${table} that differ from seatkit_members ${memberId} 1 0`]);
        await db(`seatkit_${table}`)
          .where({ memberId })
          .update({ [column]: before[column] });
      }
      expect(await found()).to.deep.equal([]);
    });

    it('finds an invitation that its group sees in another state', async () => {
      const { db } = customer.host;
      await db('seatkit_group_invitations').where({ groupId }).update({ status: 'revoked' });
      expect(await found()).to.deep.equal([`rows of seatkit_group_invitations that differ from seatkit_invitations ${memberId} 1 0`]);
      await db('seatkit_group_invitations').where({ groupId }).delete();
      expect(await found()).to.deep.equal([`invitations of people of groups that are not in seatkit_group_invitations ${memberId} 1 0`]);
    });

    it('finds search words that are missing or left over', async () => {
      const { db } = customer.host;
      const words = await db('seatkit_member_words').where({ memberId });
      await db('seatkit_group_invitations').where({ groupId }).delete();
      const invitation = await db('seatkit_invitations').where({ memberId }).first();
      await db('seatkit_group_invitations').insert({ memberId, groupId, invitationId: invitation.id, status: invitation.status });
      await db('seatkit_member_words').where({ memberId }).delete();
      expect(await found()).to.deep.equal([
        `members without words in seatkit_member_words ${memberId} 1 0`,
        `people of groups without words in seatkit_member_words ${memberId} 1 0`,
      ]);
      const elsewhere = words.filter((word) => word.placeId === groupId).map((word) => ({ ...word, placeId: 'elsewhere' }));
      await db('seatkit_member_words').insert([...words, ...elsewhere]);
      expect(await found()).to.deep.equal([
        `rows of seatkit_member_words of a place in which the person is not ${memberId} ${elsewhere.length} 0`,
      ]);
    });
  });
});
