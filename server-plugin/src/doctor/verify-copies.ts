import type { Knex } from 'knex';
import type { Context } from '../context.ts';
import type { Difference } from './verify.ts';

/** Compares what lists read beside the rows themselves with what it is a copy of: by member, how many rows differ, are missing or are left over. */
export async function verifyCopies(ctx: Context): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const [what, rows] of [...differing(ctx), ...misplaced(ctx)]) {
    const people = (await rows.clearSelect().select({ id: 'c.memberId' }).count({ n: '*' }).groupBy('c.memberId')) as {
      id: string;
      n: number | string;
    }[];
    found.push(...people.map(({ id, n }) => ({ what, id, kept: Number(n), counted: 0 })));
  }
  return found;
}

type Question = [what: string, rows: Knex.QueryBuilder];

/** Copies (`c`) of which the original (`o`) says something else. */
function differing({ db, tables }: Context): Question[] {
  const standing = { memberStatus: 'status', memberRole: 'role' };
  const keys = { ...standing, nameSort: 'nameSort', emailKey: 'emailKey', seenSort: 'seenSort' };
  const ask = (copies: keyof typeof tables, columns: Record<string, string>, original: 'members' | 'invitations' = 'members'): Question => [
    `rows of ${tables[copies]} that differ from ${tables[original]}`,
    db({ c: tables[copies], o: tables[original] })
      .where('o.id', db.ref(original === 'members' ? 'c.memberId' : 'c.invitationId'))
      .where((differs) => {
        for (const [copy, column] of Object.entries(columns)) differs.orWhereNot(`c.${copy}`, db.ref(`o.${column}`));
      }),
  ];
  const [what, seats] = ask('seats', keys);
  return [
    ask('groupPeople', keys),
    ask('memberRoleProfiles', keys),
    [what, seats.where('c.live', 1)],
    ask('memberWords', standing),
    ask('groupInvitations', { status: 'status' }, 'invitations'),
  ];
}

/** People (`c`) who have no search words or invitations where they stand, or have some where they do not. */
function misplaced({ db, tables }: Context): Question[] {
  /** Whether there is a row of a table that has these columns of other rows. */
  const exists = (table: keyof typeof tables, columns: Record<string, string>) => {
    const rows = db({ x: tables[table] }).select('x.memberId');
    for (const [own, other] of Object.entries(columns)) rows.where(`x.${own}`, db.ref(other));
    return rows;
  };
  const members = () => db.select({ memberId: 'id' }, 'organizationId').from(tables.members).as('c');
  const isMember = { 'c.memberId': db.ref('m.id'), 'c.placeId': db.ref('m.organizationId') };
  return [
    [
      `members without words in ${tables.memberWords}`,
      db.from(members()).whereNotExists(exists('memberWords', { memberId: 'c.memberId', placeId: 'c.organizationId' })),
    ],
    [
      `people of groups without words in ${tables.memberWords}`,
      db({ c: tables.groupPeople }).whereNotExists(exists('memberWords', { memberId: 'c.memberId', placeId: 'c.groupId' })),
    ],
    [
      `rows of ${tables.memberWords} of a place in which the person is not`,
      db({ c: tables.memberWords })
        .whereNotExists(db({ m: tables.members }).select('m.id').where(isMember))
        .whereNotExists(exists('groupPeople', { memberId: 'c.memberId', groupId: 'c.placeId' })),
    ],
    [
      `invitations of people of groups that are not in ${tables.groupInvitations}`,
      db({ c: tables.groupPeople, i: tables.invitations })
        .where('i.memberId', db.ref('c.memberId'))
        .whereNotExists(exists('groupInvitations', { memberId: 'c.memberId', groupId: 'c.groupId', invitationId: 'i.id' })),
    ],
    [
      `rows of ${tables.groupInvitations} of a group in which the person is not`,
      db({ c: tables.groupInvitations }).whereNotExists(exists('groupPeople', { memberId: 'c.memberId', groupId: 'c.groupId' })),
    ],
  ];
}
