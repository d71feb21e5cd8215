import type { Knex } from 'knex';
import type { GroupRow } from '../../server-plugin/src/groups/groups.table.ts';
import { newId } from '../../server-plugin/src/ids.ts';
import { derivedColumns, type MemberRow, seenSortOf } from '../../server-plugin/src/members/members.table.ts';
import { fold, searchKeys, sortKey } from '../../server-plugin/src/text.ts';

/** Groups without people, as many as a large customer has. */
export async function seedGroups(db: Knex, organizationId: string, count: number): Promise<string[]> {
  const rows = Array.from({ length: count }, (_, n): GroupRow => {
    const [id, name] = [newId(), `Group ${n}`];
    const counts = { touched: 0, memberCount: 0, coachCount: 0, managerCount: 0 };
    const texts = {
      name,
      nameKey: fold(name),
      nameSort: sortKey(name, id),
      description: null,
      managedBy: 'manual',
      archived: n % 10 === 9 ? 1 : 0,
      archivedAt: null,
    };
    return { id, organizationId, ...texts, ...counts, version: 1, createdAt: new Date().toISOString() };
  });
  await db('seatkit_groups').insert(rows);
  return rows.map(({ id }) => id);
}

/** Rows in one statement; with those of the widest table SQLite takes them at once, too. */
const BATCH = 200;

const firstNames = [
  'Ada',
  'Bela',
  'Chidi',
  'Dora',
  'Emre',
  'Fatou',
  'Grit',
  'Hana',
  'Ivo',
  'Jana',
  'Kofi',
  'Lena',
  'Mina',
  'Noor',
  'Omar',
  'Pia',
  'Quinn',
];
const lastNames = ['Anders', 'Berg', 'Costa', 'Diaz', 'Engel', 'Falk', 'Garcia', 'Huber', 'Ito', 'Jansen', 'Klein', 'Lopez', 'Moreau'];

/**
 * Fills an organization with people in every status, some of them seldom (5 % deactivated, 1 % admins), who stand in groups, hold seats and have role
 * profiles, each of very different sizes. Written straight into the tables, because it is the reading that is measured.
 */
export async function seedPeople(
  db: Knex,
  organizationId: string,
  count: number,
  places: { groupIds: readonly string[]; poolIds: readonly string[]; roleProfileIds: readonly string[] },
): Promise<{ id: string; email: string }[]> {
  const at = new Date().toISOString();
  const rows: Record<string, Record<string, unknown>[]> = {
    seatkit_members: [],
    seatkit_member_words: [],
    seatkit_group_people: [],
    seatkit_seats: [],
    seatkit_ledger: [],
    seatkit_member_role_profiles: [],
    seatkit_invitations: [],
  };
  for (let n = 0; n < count; n += 1) {
    const id = newId();
    const status = n % 20 === 7 ? 'deactivated' : n % 10 === 3 ? 'invited' : n % 50 === 9 ? 'staged' : 'active';
    const joined = status === 'active' || status === 'deactivated';
    // Not in the order of creation, so that no sort is met by accident.
    const shuffled = (n * 7919) % count;
    const person = {
      id,
      firstName: firstNames[shuffled % 17]!,
      lastName: lastNames[shuffled % 13]!,
      email: `p${shuffled}@${organizationId.slice(-6)}.test`,
    };
    const derived = derivedColumns(person);
    const lastSeenAt = joined && n % 3 > 0 ? new Date(Date.UTC(2026, 0, 1, 0, shuffled)).toISOString() : null;
    const seenSort = seenSortOf(lastSeenAt, id);
    const member: MemberRow = {
      ...person,
      ...derived,
      organizationId,
      userId: joined ? `seed-${id}` : null,
      seenSort,
      lastSeenAt,
      status,
      role: n % 100 === 1 ? 'admin' : 'member',
      createdAccount: 0,
      collision: 0,
      managedBy: 'manual',
      version: 1,
      createdAt: at,
      salutation: null,
      locale: null,
      externalId: null,
      lmsUserId: null,
      ownName: 0,
      deactivatedAt: null,
      messagedAt: null,
    };
    rows.seatkit_members!.push({ ...member });
    for (const word of searchKeys(person)) rows.seatkit_member_words!.push({ memberId: id, organizationId, word });
    const sorts = { ...derived, seenSort };
    // The first place of each kind holds half of all, the second a hundredth, the others share the rest.
    const inPlace = (list: readonly string[]) =>
      list.filter((_, place) => (place === 0 ? n % 2 === 0 : place === 1 ? n % 100 === 1 : shuffled % list.length === place));
    for (const groupId of inPlace(places.groupIds))
      rows.seatkit_group_people!.push({
        groupId,
        memberId: id,
        organizationId,
        isMember: Number(n % 30 !== 0),
        isCoach: Number(n % 30 === 0),
        isManager: Number(n % 250 === 2),
        mayManagePeople: 0,
        ...sorts,
      });
    for (const poolId of inPlace(places.poolIds)) {
      const seatId = newId();
      const seat = { id: seatId, organizationId, poolId, memberId: id, consumedBefore: 0, createdAt: at, ...sorts };
      rows.seatkit_seats!.push({ ...seat, status: 'assigned', live: 1 });
      const change = { quantity: 0, reserved: 0, assigned: 1, consumed: 0 };
      rows.seatkit_ledger!.push({
        id: newId(),
        organizationId,
        poolId,
        seatId,
        memberId: id,
        type: 'assigned',
        ...change,
        actor: 'operator:seed',
        at,
      });
    }
    for (const roleProfileId of inPlace(places.roleProfileIds))
      rows.seatkit_member_role_profiles!.push({ roleProfileId, memberId: id, organizationId, ambition: 0, ...sorts });
    rows.seatkit_invitations!.push({
      id: newId(),
      organizationId,
      memberId: id,
      email: person.email,
      status: status === 'invited' ? (n % 3 === 0 ? 'expired' : 'pending') : status === 'staged' ? 'held' : 'accepted',
      live: status === 'staged' ? 1 : null,
      version: 1,
      tokenHash: newId(),
      copied: 0,
      knownAccount: 0,
      expiresAt: '2099-01-01T00:00:00.000Z',
      createdAt: at,
    });
  }
  await db.transaction(async (trx) => {
    for (const [table, list] of Object.entries(rows))
      for (let at = 0; at < list.length; at += BATCH) await trx(table).insert(list.slice(at, at + BATCH));
  });
  return rows.seatkit_members!.map((row) => ({ id: String(row.id), email: String(row.email) }));
}
