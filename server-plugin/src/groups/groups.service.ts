import type {
  Departure,
  Group,
  GroupChanges,
  GroupPage,
  GroupPerson,
  GroupQuery,
  NewGroup,
  PlacedMember,
  SeatOutcome,
} from '@seatkit/sdk/contract';
import { isAtLeast, requireFeature, requireVersion, visibleGroups } from '../access.ts';
import type { OrgContext } from '../context.ts';
import { addAudit } from '../effects.ts';
import { fail } from '../errors.ts';
import { newId } from '../ids.ts';
import { hasLiveInvitation } from '../invitations/invitations.table.ts';
import { type MemberRow, toMember } from '../members/members.table.ts';
import { requireLockedMember, requireMember } from '../members/require-member.ts';
import { changedColumns, nameColumns } from '../named.ts';
import { poolFacts } from '../pools/pool-facts.ts';
import { findPolicyPools, type PoolRow, sumSeats } from '../pools/pools.table.ts';
import { carrySeats } from '../seats/carry-seats.ts';
import { takeArrivalSeats } from '../seats/seat-changes.ts';
import { endSeats } from '../seats/seat-endings.ts';
import { versioned } from '../versions.ts';
import {
  deleteGroupPerson,
  findGroupPeopleOf,
  findGroupPerson,
  type GroupPersonRow,
  insertGroupPerson,
  updateGroupPerson,
} from './group-people.table.ts';
import {
  deleteGroupRow,
  findNamesake,
  type GroupRow,
  listGroupRows,
  requireGroup,
  requireGroupRow,
  requireManagedGroup,
  requireOpenGroupRow,
  toGroup,
  tryChangeGroupCounts,
  tryInsertGroup,
  tryUpdateGroup,
} from './groups.table.ts';
import { adds, excludes, NOWHERE, type Standing, sameStanding, standingOf } from './relations.rules.ts';

export async function listGroups(ctx: OrgContext, query: GroupQuery): Promise<GroupPage> {
  requireFeature(ctx, 'groups');
  const page = await listGroupRows(ctx, query);
  return { ...page, items: await toGroups(ctx, page.items) };
}

export async function getGroup(ctx: OrgContext, groupId: string): Promise<Group> {
  requireFeature(ctx, 'groups');
  const group = await requireGroup(ctx, groupId);
  const scope = visibleGroups(ctx.caller);
  if (scope !== null && !scope.includes(groupId)) fail('not_allowed', 'You neither manage nor coach this group.');
  return toOneGroup(ctx, group);
}

/** Groups as the API shows them; the seats of those that the caller manages come by one query. */
async function toGroups(ctx: OrgContext, rows: readonly GroupRow[]): Promise<Group[]> {
  const managed = rows.map(({ id }) => id).filter((id) => isAtLeast(ctx.caller, 'admin') || ctx.caller.managed.has(id));
  const seats = await sumSeats(ctx, managed);
  return rows.map((row) => toGroup(row, seats.get(row.id) ?? null));
}

async function toOneGroup(ctx: OrgContext, row: GroupRow): Promise<Group> {
  const [group] = await toGroups(ctx, [row]);
  return group!;
}

export async function createGroup(ctx: OrgContext, body: NewGroup): Promise<Group> {
  requireFeature(ctx, 'groups');
  const id = newId();
  const row: GroupRow = {
    id,
    organizationId: ctx.organization.id,
    ...nameColumns(id, body),
    memberCount: 0,
    coachCount: 0,
    managerCount: 0,
    managedBy: 'manual',
    archived: 0,
    archivedAt: null,
    touched: 0,
    version: 1,
    createdAt: ctx.now,
  };
  if (!(await tryInsertGroup(ctx, row))) await failNameTaken(ctx, row);
  addAudit(ctx, 'group.created', id, { name: body.name });
  return toOneGroup(ctx, row);
}

/** Changes a group. Archiving one changes only who may come in and which list it stands in: its people keep their seats and rights. */
export async function updateGroup(ctx: OrgContext, groupId: string, changes: GroupChanges): Promise<Group> {
  requireFeature(ctx, 'groups');
  const before = await requireGroup(ctx, groupId);
  requireVersion(ctx, before.version);
  const archived = Number(changes.archived ?? before.archived);
  const next = {
    archived,
    archivedAt: archived === 0 ? null : (before.archivedAt ?? ctx.now),
    ...changedColumns(before, changes),
  };
  if (next.nameKey !== before.nameKey && (await findNamesake(ctx, next.nameKey))) await failNameTaken(ctx, next);
  if (!(await tryUpdateGroup(ctx, before, next))) failChanged();
  addAudit(ctx, 'group.changed', groupId, {
    before: { name: before.name, description: before.description, archived: before.archived === 1 },
    after: { name: next.name, description: next.description, archived: archived === 1 },
  });
  return toOneGroup(ctx, { ...before, ...next, version: before.version + 1 });
}

/** People stay in the organization. Seats bought for the group stand in the way, because somebody has to decide about them. */
export async function deleteGroup(ctx: OrgContext, groupId: string): Promise<void> {
  requireFeature(ctx, 'groups');
  const group = await requireGroup(ctx, groupId);
  requireVersion(ctx, group.version);
  // The group's row first: whoever is put into it at the same time, or sold seats for it, waits and then finds it gone.
  if (!(await tryUpdateGroup(ctx, group, {}))) failChanged();
  const pool = (await ctx.db(ctx.tables.pools).where({ organizationId: ctx.organization.id, groupId, closedAt: null }).first()) as
    | PoolRow
    | undefined;
  if (pool) fail('pools_in_the_way', `${pool.name} was bought for this group. Ask the operator to end these seats first.`, poolFacts(pool));
  await deleteGroupRow(ctx, groupId);
  addAudit(ctx, 'group.removed', groupId, { name: group.name });
}

/**
 * Sets how somebody stands in a group. Becoming a member takes the seats its pools give by themselves; ceasing to be one ends them. Who comes from
 * another group leaves that one in the same step, with the seats that go along.
 */
export async function putGroupPerson(ctx: OrgContext, groupId: string, memberId: string, body: GroupPerson): Promise<PlacedMember> {
  requireFeature(ctx, 'groups');
  await requireManagedGroup(ctx, groupId);
  if (body.movedFrom !== undefined) await requireOtherManagedGroup(ctx, body.movedFrom, groupId);
  const member = await requireLockedMember(ctx, memberId);
  if (member.status === 'deactivated') fail('deactivated', 'Deactivated people cannot be put into groups. Reactivate the person first.');
  const before = await findGroupPerson(ctx, groupId, memberId);
  // A grant that is not mentioned stays with whoever stays manager.
  const wanted = standingOf(body.relations, body.mayManagePeople ?? before?.mayManagePeople === 1);
  if (excludes(wanted)) fail('member_and_coach', 'A person is either member or coach of a group.');
  const departure = body.movedFrom === undefined ? null : await leaveFor(ctx, member, body.movedFrom, groupId, wanted);
  await setStanding(ctx, member, groupId, wanted);
  const row = await requireMember(ctx, memberId);
  const answer = await toMember(ctx, row);
  return departure ? versioned({ ...answer, departure }, row.version) : answer;
}

/** Somebody who stands in the other group no longer, as when the same request comes again, has nothing to take along. */
async function leaveFor(ctx: OrgContext, member: MemberRow, fromId: string, toId: string, wanted: Standing): Promise<Departure> {
  if (!(await findGroupPerson(ctx, fromId, member.id))) return { seats: [], signIn: 'none' };
  // Both groups before their pools, and in one order everywhere, or moves in both directions would wait for each other.
  for (const groupId of [fromId, toId].sort()) await requireGroupRow(ctx, groupId);
  const carried = wanted.isMember ? await carrySeats(ctx, member, fromId, toId) : [];
  const seats = [...carried, ...(await setStanding(ctx, member, fromId, NOWHERE))];
  addAudit(ctx, 'group.person_moved', member.id, { from: fromId, to: toId, seats });
  return { seats, signIn: 'none' };
}

async function requireOtherManagedGroup(ctx: OrgContext, groupId: string, other: string): Promise<void> {
  await requireManagedGroup(ctx, groupId);
  if (groupId === other)
    fail('invalid', '"movedFrom" must name another group.', { fields: [{ path: 'movedFrom', message: 'must name another group' }] });
}

export async function removeGroupPerson(ctx: OrgContext, groupId: string, memberId: string): Promise<Departure> {
  requireFeature(ctx, 'groups');
  await requireManagedGroup(ctx, groupId);
  const member = await requireLockedMember(ctx, memberId);
  const seats = await setStanding(ctx, member, groupId, NOWHERE);
  return { seats, signIn: 'none' };
}

/**
 * The one way in which anybody's standing in a group changes: single, by invitation or by leaving. The member's row is locked or new. Answers
 * what became of the group's seats.
 */
export async function setStanding(
  ctx: OrgContext,
  member: MemberRow,
  groupId: string,
  wanted: Standing,
  isStranger = false,
): Promise<SeatOutcome[]> {
  const row = await findGroupPerson(ctx, groupId, member.id);
  const before = row ? standingFrom(row) : NOWHERE;
  if (sameStanding(before, wanted)) return [];
  if (before.isManager !== wanted.isManager || before.mayManagePeople !== wanted.mayManagePeople) {
    if (!isAtLeast(ctx.caller, 'admin')) fail('not_allowed', 'Only admins appoint and dismiss group admins.');
    if (wanted.isManager) requireFeature(ctx, 'groupAdmins');
  }
  if (sameStanding(wanted, NOWHERE)) await deleteGroupPerson(ctx, groupId, member.id);
  else if (row) await updateGroupPerson(ctx, groupId, member.id, wanted);
  else await insertGroupPerson(ctx, groupId, member, wanted, isStranger);
  const hold = adds(before, wanted) ? requireOpenGroupRow : requireGroupRow;
  await hold(ctx, groupId, {
    member: Number(wanted.isMember) - Number(before.isMember),
    coach: Number(wanted.isCoach) - Number(before.isCoach),
    manager: Number(wanted.isManager) - Number(before.isManager),
  });
  addAudit(ctx, 'group.person_set', member.id, { groupId, before, after: wanted });
  if (before.isMember && !wanted.isMember) return endSeats(ctx, member, 'left', groupId);
  if (!before.isMember && wanted.isMember) await takeGroupSeats(ctx, member, groupId);
  return [];
}

/** The seats that a group's pools give by themselves. Somebody whose invitation has lapsed gets them when it is sent again. */
async function takeGroupSeats(ctx: OrgContext, member: MemberRow, groupId: string): Promise<void> {
  const status = member.status === 'active' ? 'assigned' : 'reserved';
  if (status === 'reserved' && !(await hasLiveInvitation(ctx, member.id))) return;
  await takeArrivalSeats(ctx, member, status, await findPolicyPools(ctx), (pool) => pool.groupId === groupId);
}

/** Counts somebody in no group any more. Their rows there go with the member's, and their seats are ended elsewhere, all at once. */
export async function leaveAllGroups(ctx: OrgContext, memberId: string): Promise<void> {
  for (const row of await findGroupPeopleOf(ctx, memberId))
    await tryChangeGroupCounts(ctx, row.groupId, { member: -row.isMember, coach: -row.isCoach, manager: -row.isManager });
}

export function standingFrom(row: GroupPersonRow): Standing {
  return {
    isMember: row.isMember === 1,
    isCoach: row.isCoach === 1,
    isManager: row.isManager === 1,
    mayManagePeople: row.mayManagePeople === 1,
  };
}

function failChanged(): never {
  return fail('conflict', 'Somebody else changed the group at the same time. Send it again.', { retry: true });
}

/** Whoever does not see the other group in the list is told where it is. */
async function failNameTaken(ctx: OrgContext, { name, nameKey }: Pick<GroupRow, 'name' | 'nameKey'>): Promise<never> {
  const archived = (await findNamesake(ctx, nameKey))?.archived === 1;
  return fail('name_taken', `There is already ${archived ? 'an archived' : 'a'} group called “${name}”.`);
}
