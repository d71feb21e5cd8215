import type { Member, MemberName, MemberStatus, Role, SeatStatus } from '@seatkit/sdk/contract';
import type { Context, OrgContext } from '../context.ts';
import type { HostUser } from '../options.ts';
import { addressKey, sortKey } from '../text.ts';
import { versioned } from '../versions.ts';
import { copyChanges } from './list-keys.table.ts';
import { insertWords } from './member-words.table.ts';

export interface MemberRow {
  readonly id: string;
  readonly organizationId: string;
  readonly userId: string | null;
  readonly email: string;
  readonly emailKey: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly salutation: string | null;
  readonly nameSort: string;
  readonly seenSort: string;
  readonly status: MemberStatus;
  readonly role: Role;
  readonly locale: string | null;
  readonly externalId: string | null;
  readonly lmsUserId: string | null;
  readonly lastSeenAt: string | null;
  readonly createdAccount: number;
  readonly collision: number;
  /** The organization calls this person by another name than the host does. */
  readonly ownName: number;
  readonly managedBy: string;
  readonly version: number;
  readonly createdAt: string;
  readonly deactivatedAt: string | null;
  readonly messagedAt: string | null;
}

/** The columns that follow from a person's name and address: sort keys are never written without what they derive from. */
export function derivedColumns(person: {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
}) {
  const name = `${person.firstName} ${person.lastName}`.trim() || person.email;
  return { emailKey: addressKey(person.email), nameSort: sortKey(name, person.id) };
}

export function seenSortOf(lastSeenAt: string | null, id: string): string {
  return `${lastSeenAt ?? '0'}\u0001${id}`;
}

/** The copy of the host's data that a member row keeps. A host account without a name leaves the name that was typed when inviting. */
export function copyOf(user: HostUser, member: Pick<MemberRow, 'id' | 'firstName' | 'lastName'>) {
  const { id } = member;
  const own = { firstName: plainName(user.firstName), lastName: plainName(user.lastName) };
  const { firstName, lastName } = own.firstName === '' && own.lastName === '' ? member : own;
  const person = { id, email: user.email.slice(0, 254), firstName, lastName };
  return { ...person, ...derivedColumns(person), lastSeenAt: user.lastSeenAt, seenSort: seenSortOf(user.lastSeenAt, id) };
}

/** Hosts take any name; ours stand in mails, so they are of one line and hold nothing that reads as a link. */
function plainName(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202A-\u202E\u2066-\u2069]|:\/\/|www\./giu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 100);
}

export async function findMemberRow(
  ctx: Context,
  where: { organizationId: string } & (
    | { id: string }
    | { userId: string }
    | { emailKey: string }
    | { externalId: string }
    | { lmsUserId: string }
  ),
): Promise<MemberRow | null> {
  return ((await ctx.db(ctx.tables.members).where(where).first()) as MemberRow | undefined) ?? null;
}

export async function findMemberRows(ctx: OrgContext, ids: readonly string[]): Promise<Map<string, MemberRow>> {
  if (ids.length === 0) return new Map();
  const rows = (await ctx
    .db(ctx.tables.members)
    .where({ organizationId: ctx.organization.id })
    .whereIn('id', [...ids])) as MemberRow[];
  return new Map(rows.map((row) => [row.id, row]));
}

export async function findMemberRowsByAddress(ctx: OrgContext, emailKeys: readonly string[]): Promise<MemberRow[]> {
  return (await ctx
    .db(ctx.tables.members)
    .where({ organizationId: ctx.organization.id })
    .whereIn('emailKey', [...emailKeys])) as MemberRow[];
}

/** Inserts a member unless the address (or another unique key) is taken in this organization; answers whether it is in. */
export async function tryInsertMember(ctx: Context, row: MemberRow, groupIds: readonly string[]): Promise<boolean> {
  const inserted = await ctx.dialect.tryInsert(ctx.db, ctx.tables.members, { ...row });
  if (inserted) await insertWords(ctx, row, [row.organizationId, ...groupIds]);
  return inserted;
}

/**
 * Changes a member, and with it all that lists read elsewhere. The row is locked or new, and `before` is as it is. Bumps the version, which serializes all
 * writes to one person. Answers the row as it is now.
 */
export async function updateMemberRow(ctx: Context, before: MemberRow, changes: Partial<MemberRow>): Promise<MemberRow> {
  return (await update(ctx, before, changes, { id: before.id }))!;
}

/** Does so if the member still has that role and status; null: it has not. */
export async function tryUpdateMember(ctx: Context, before: MemberRow, changes: Partial<MemberRow>): Promise<MemberRow | null> {
  const { id, role, status } = before;
  return update(ctx, before, changes, { id, role, status });
}

async function update(ctx: Context, before: MemberRow, changes: Partial<MemberRow>, where: Partial<MemberRow>): Promise<MemberRow | null> {
  const changed = await ctx
    .db(ctx.tables.members)
    .where(where)
    .update({ ...changes, version: ctx.db.raw('?? + 1', ['version']) });
  if (changed === 0) return null;
  const after = { ...before, ...changes, version: before.version + 1 };
  await copyChanges(ctx, after, changes);
  return after;
}

/**
 * Takes a person's row for the rest of the transaction and answers it as it is now; null: there is no such person (any more). Whatever is decided
 * about one person is decided after this, so two writers to the same person never act on what the other has changed.
 */
export async function lockMember(ctx: OrgContext, id: string): Promise<MemberRow | null> {
  const where = { id, organizationId: ctx.organization.id };
  const found = await ctx
    .db(ctx.tables.members)
    .where(where)
    .update({ version: ctx.db.raw('?? + 1', ['version']) });
  if (found === 0) return null;
  return ((await ctx.db(ctx.tables.members).where(where).forUpdate().first()) as MemberRow | undefined) ?? null;
}

/** Takes the rows of everybody with an address, in whatever organization, for the rest of the transaction. */
export async function lockNamesakes({ db, tables }: Context, emailKey: string): Promise<void> {
  await db(tables.members).select('id').where({ emailKey }).orderBy('id').forUpdate();
}

/** Deletes a person's row and everything that describes only their membership. Invitations, seats, ledger and audit keep the id. */
export async function deleteMemberRow(ctx: Context, id: string): Promise<void> {
  const { db, tables } = ctx;
  for (const table of [tables.memberWords, tables.groupPeople, tables.groupInvitations, tables.memberRoleProfiles])
    await db(table).where({ memberId: id }).delete();
  await db(tables.members).where({ id }).delete();
}

/** Rows as the API shows them: one query each for groups, seats, role profiles and invitations of the whole page. */
export async function toMembers(ctx: OrgContext, rows: readonly MemberRow[]): Promise<Member[]> {
  const { db, tables } = ctx;
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const [groups, seats, profiles, invitations] = [
    await db({ p: tables.groupPeople, g: tables.groups })
      .select('p.memberId', 'p.isMember', 'p.isCoach', 'p.isManager', 'p.mayManagePeople', { groupId: 'g.id', groupName: 'g.name' })
      .where('g.id', db.ref('p.groupId'))
      .whereIn('p.memberId', ids)
      .orderBy('g.nameSort'),
    await db({ s: tables.seats, p: tables.pools })
      .select('s.memberId', 's.id', 's.poolId', 's.status', 's.firstUsedAt', 'p.product', 'p.name')
      .where('p.id', db.ref('s.poolId'))
      .where('s.live', 1)
      .whereIn('s.memberId', ids)
      .orderBy('p.nameSort'),
    await db({ m: tables.memberRoleProfiles, r: tables.roleProfiles })
      .select('m.memberId', 'm.ambition', { profileId: 'r.id', profileName: 'r.name' })
      .where('r.id', db.ref('m.roleProfileId'))
      .whereIn('m.memberId', ids)
      .orderBy('r.nameSort'),
    await db(tables.invitations).select('memberId', 'id', 'status', 'expiresAt', 'delivery').whereIn('memberId', ids).orderBy('id'),
  ] as [GroupOf[], SeatOf[], ProfileOf[], InvitationOf[]];
  return rows.map((row) =>
    versioned(
      {
        id: row.id,
        organizationId: row.organizationId,
        userId: row.userId,
        email: row.email,
        firstName: row.firstName,
        lastName: row.lastName,
        salutation: row.salutation,
        status: row.status,
        role: row.role,
        locale: row.locale,
        externalId: row.externalId,
        lmsUserId: row.lmsUserId,
        roleProfiles: profiles
          .filter(of(row))
          .map((profile) => ({ id: profile.profileId, name: profile.profileName, ambition: profile.ambition === 1 })),
        groups: groups.filter(of(row)).map((group) => ({
          id: group.groupId,
          name: group.groupName,
          relations: relationsOf(group),
          mayManagePeople: group.mayManagePeople === 1,
        })),
        seats: seats.filter(of(row)).map(({ memberId: _, ...seat }) => seat),
        invitation: row.status === 'invited' || row.status === 'staged' ? summary(invitations.filter(of(row)).at(-1)) : null,
        lastSeenAt: row.lastSeenAt,
        managedBy: row.managedBy,
        createdAt: row.createdAt,
      },
      Number(row.version),
    ),
  );
}

export async function toMember(ctx: OrgContext, row: MemberRow): Promise<Member> {
  const [member] = await toMembers(ctx, [row]);
  return member!;
}

export function toMemberName({ id, organizationId, firstName, lastName }: MemberRow): MemberName {
  return { id, organizationId, firstName, lastName, outsideYourGroups: true };
}

/** Relations in one order everywhere. */
export function relationsOf(flags: { isMember: number; isCoach: number; isManager: number }): ('member' | 'coach' | 'manager')[] {
  return [
    ...(flags.isMember === 1 ? (['member'] as const) : []),
    ...(flags.isCoach === 1 ? (['coach'] as const) : []),
    ...(flags.isManager === 1 ? (['manager'] as const) : []),
  ];
}

const of = (row: MemberRow) => (other: { memberId: string }) => other.memberId === row.id;

function summary(row: InvitationOf | undefined): Member['invitation'] {
  return row ? { id: row.id, status: row.status, expiresAt: row.expiresAt, delivery: row.delivery } : null;
}

interface GroupOf {
  memberId: string;
  isMember: number;
  isCoach: number;
  isManager: number;
  mayManagePeople: number;
  groupId: string;
  groupName: string;
}
interface SeatOf {
  memberId: string;
  id: string;
  poolId: string;
  status: SeatStatus;
  firstUsedAt: string | null;
  product: string;
  name: string;
}
interface ProfileOf {
  memberId: string;
  ambition: number;
  profileId: string;
  profileName: string;
}
interface InvitationOf {
  memberId: string;
  id: string;
  status: NonNullable<Member['invitation']>['status'];
  expiresAt: string;
  delivery: NonNullable<Member['invitation']>['delivery'];
}
