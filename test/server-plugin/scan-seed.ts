import { createHash } from 'node:crypto';
import type { InvitationStatus, MemberStatus } from '@seatkit/sdk/contract';
import type { Knex } from 'knex';
import type { GroupRow } from '../../server-plugin/src/groups/groups.table.ts';
import { newId } from '../../server-plugin/src/ids.ts';
import { listKeysOf } from '../../server-plugin/src/members/list-keys.table.ts';
import { derivedColumns, type MemberRow, seenSortOf } from '../../server-plugin/src/members/members.table.ts';
import { fold, searchKeys, sortKey } from '../../server-plugin/src/text.ts';

/** Rows in one statement; with those of the widest table SQLite takes them at once, too. */
const BATCH = 200;

/** Groups without people, as many as a large customer has; the last of them are archived. */
export async function seedGroups(db: Knex, organizationId: string, count: number, ended = 0): Promise<string[]> {
  const rows = Array.from({ length: count }, (_, n): GroupRow => {
    const [id, name] = [newId(), `Group ${n}`];
    const counts = { touched: 0, memberCount: 0, coachCount: 0, managerCount: 0 };
    const texts = { name, nameKey: fold(name), nameSort: sortKey(name, id), description: null, managedBy: 'manual' };
    const archived = { archived: n < count - ended ? 0 : 1, archivedAt: null };
    return { id, organizationId, ...texts, ...counts, ...archived, version: 1, createdAt: new Date().toISOString() };
  });
  for (let at = 0; at < rows.length; at += BATCH) await db('seatkit_groups').insert(rows.slice(at, at + BATCH));
  return rows.map(({ id }) => id);
}

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

/** The same number from 0 to 1 for the same person and question each time, and without any connection to that of another question. */
function share(n: number, question: string): number {
  const asked = questions.get(question) ?? createHash('sha256').update(question).digest().readInt32BE();
  questions.set(question, asked);
  // The last steps of MurmurHash3, because a real hash for each of 10,000 people and 1,000 groups takes many seconds.
  let mixed = Math.imul(asked ^ Math.imul(n + 1, 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}

const questions = new Map<string, number>();

function statusOf(n: number): MemberStatus {
  const at = share(n, 'status');
  return at < 0.05 ? 'deactivated' : at < 0.15 ? 'invited' : at < 0.17 ? 'staged' : 'active';
}

/** The first place of each kind holds half of all, the second a hundredth, the others share the rest. */
function placesOf(n: number, ids: readonly string[]): string[] {
  return ids.filter((id, place) => share(n, id) < (place === 0 ? 1 / 2 : place === 1 ? 1 / 100 : 1 / ids.length));
}

/**
 * Fills an organization with people in every status, some of them seldom (5 % deactivated, 2 % staged, 1 % admins), who stand in groups, hold seats and
 * have role profiles, each of very different sizes. Written straight into the tables, because it is the reading that is measured.
 */
export async function seedPeople(
  db: Knex,
  organizationId: string,
  count: number,
  places: { groupIds: readonly string[]; poolIds: readonly string[]; roleProfileIds: readonly string[] },
): Promise<{ id: string; email: string }[]> {
  const createdAt = new Date().toISOString();
  const rows: Record<string, Record<string, unknown>[]> = {
    seatkit_members: [],
    seatkit_member_words: [],
    seatkit_group_people: [],
    seatkit_seats: [],
    seatkit_member_role_profiles: [],
    seatkit_invitations: [],
    seatkit_group_invitations: [],
  };
  const add = (table: string, row: object) => rows[`seatkit_${table}`]!.push({ ...row });
  for (let n = 0; n < count; n += 1) {
    // Not in the order of creation, so that no sort is met by accident.
    const shuffled = (n * 7919) % count;
    const member = memberOf(organizationId, n, shuffled, createdAt);
    const { id: memberId, email } = member;
    const keys = listKeysOf(member);
    const { memberStatus, memberRole } = keys;
    const groupIds = placesOf(n, places.groupIds);
    const invitation = { id: newId(), memberId, status: invitationStatusOf(n, member.status) };
    add('members', member);
    for (const placeId of [organizationId, ...groupIds])
      for (const word of searchKeys(member)) add('member_words', { memberId, placeId, word, memberStatus, memberRole });
    // In every group some coach, and a few manage.
    const isCoach = Number(share(n, 'coach') < 1 / 30);
    const flags = { isMember: 1 - isCoach, isCoach, isManager: Number(share(n, 'manager') < 1 / 100), mayManagePeople: 0 };
    for (const groupId of groupIds) {
      add('group_people', { groupId, memberId, organizationId, ...flags, ...keys });
      add('group_invitations', { groupId, memberId, invitationId: invitation.id, status: invitation.status });
    }
    for (const poolId of placesOf(n, places.poolIds))
      add('seats', { id: newId(), organizationId, poolId, memberId, status: 'assigned', live: 1, consumedBefore: 0, createdAt, ...keys });
    for (const roleProfileId of placesOf(n, places.roleProfileIds))
      add('member_role_profiles', { roleProfileId, memberId, organizationId, ambition: 0, ...keys });
    const rest = {
      live: null,
      version: 1,
      tokenHash: newId(),
      copied: 0,
      knownAccount: 0,
      expiresAt: '2099-01-01T00:00:00.000Z',
      createdAt,
    };
    add('invitations', { organizationId, email, ...invitation, ...rest });
  }
  await db.transaction(async (trx) => {
    for (const [table, list] of Object.entries(rows))
      for (let at = 0; at < list.length; at += BATCH) await trx(table).insert(list.slice(at, at + BATCH));
  });
  return rows.seatkit_members!.map((row) => ({ id: String(row.id), email: String(row.email) }));
}

function memberOf(organizationId: string, n: number, shuffled: number, createdAt: string): MemberRow {
  const id = newId();
  const status = statusOf(n);
  const joined = status === 'active' || status === 'deactivated';
  const [firstName, lastName] = [firstNames[shuffled % 17]!, lastNames[shuffled % 13]!];
  const person = { id, firstName, lastName, email: `p${shuffled}@${organizationId.slice(-6)}.test` };
  const lastSeenAt = joined && n % 3 > 0 ? new Date(Date.UTC(2026, 0, 1, 0, shuffled)).toISOString() : null;
  return {
    ...person,
    ...derivedColumns(person),
    organizationId,
    userId: joined ? `seed-${id}` : null,
    seenSort: seenSortOf(lastSeenAt, id),
    lastSeenAt,
    status,
    role: share(n, 'role') < 0.01 ? 'admin' : 'member',
    createdAccount: 0,
    collision: 0,
    managedBy: 'manual',
    version: 1,
    createdAt,
    salutation: null,
    locale: null,
    externalId: null,
    lmsUserId: null,
    ownName: 0,
    deactivatedAt: null,
    messagedAt: null,
  };
}

function invitationStatusOf(n: number, status: MemberStatus): InvitationStatus {
  if (status === 'staged') return 'held';
  if (status !== 'invited') return 'accepted';
  return n % 3 === 0 ? 'expired' : 'pending';
}
