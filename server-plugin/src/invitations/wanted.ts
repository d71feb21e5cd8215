import type { NewInvitation } from '@seatkit/sdk/contract';
import { isAtLeast, requireFeature } from '../access.ts';
import type { OrgContext } from '../context.ts';
import { fail } from '../errors.ts';
import { findGroupPeopleOf } from '../groups/group-people.table.ts';
import { setStanding, standingFrom } from '../groups/groups.service.ts';
import { failArchived, findGroups, type GroupRow } from '../groups/groups.table.ts';
import { addStanding, excludes, NOWHERE, type Standing, sameStanding, standingOf } from '../groups/relations.rules.ts';
import { addProfiles } from '../members/profiles.ts';
import { poolFacts } from '../pools/pool-facts.ts';
import { findPools, type PoolRow } from '../pools/pools.table.ts';
import { findRoleProfiles, type RoleProfileRow } from '../role-profiles/role-profiles.table.ts';
import { concernsMembersOf, takeArrivalSeats, takeSeat } from '../seats/seat-changes.ts';
import { findLiveSeats } from '../seats/seats.table.ts';
import type { Found } from './invitee.ts';

/** A person to invite, as far as what is wanted for them is concerned. */
type Person = Omit<NewInvitation, 'email'>;

/** Whatever the rows of a request name by id, read once. */
export interface Named {
  readonly groups: ReadonlyMap<string, GroupRow>;
  readonly pools: ReadonlyMap<string, PoolRow>;
  readonly profiles: ReadonlyMap<string, RoleProfileRow>;
}

/** What one person is to get. */
export interface Wanted {
  readonly groups: readonly { readonly group: GroupRow; readonly standing: Standing }[];
  readonly pools: readonly PoolRow[];
  readonly profileIds: readonly string[];
}

/** The groups into which somebody new comes, each once. */
export function groupIdsOf({ groups }: Wanted): string[] {
  return [...new Set(groups.filter(({ standing }) => !sameStanding(standing, NOWHERE)).map(({ group }) => group.id))];
}

/** Over all rows of one request, because they are carried out in one transaction. */
const MOST_NAMED = 5000;

/** Reads what the people of a request are to get. */
export async function findNamed(ctx: OrgContext, people: readonly Person[]): Promise<Named> {
  const named = people.reduce(
    (sum, person) => sum + (person.groups?.length ?? 0) + (person.poolIds?.length ?? 0) + (person.roleProfileIds?.length ?? 0),
    0,
  );
  if (named > MOST_NAMED)
    fail('invalid', `All rows together may name ${MOST_NAMED} groups, seats and role profiles.`, {
      fields: [{ path: 'people', message: 'names too many groups, seats and role profiles' }],
    });
  const ids = (pick: (person: Person) => readonly string[] | undefined) => [...new Set(people.flatMap((person) => pick(person) ?? []))];
  return {
    groups: await findGroups(
      ctx,
      ids((person) => person.groups?.map((group) => group.groupId)),
    ),
    pools: await findPools(
      ctx,
      ids((person) => person.poolIds),
    ),
    profiles: await findRoleProfiles(
      ctx,
      ids((person) => person.roleProfileIds),
    ),
  };
}

/** What the caller may give to this person and wants to. Ids of other organizations are as unknown as ids that do not exist. */
export function requireWanted(ctx: OrgContext, named: Named, person: Person): Wanted {
  if (person.groups?.length) requireFeature(ctx, 'groups');
  const groups = (person.groups ?? []).map(({ groupId, relations, mayManagePeople }) => {
    const group = named.groups.get(groupId) ?? fail('unknown_group', 'There is no such group in this organization.');
    if (group.archived === 1) failArchived(group);
    const standing = standingOf(relations, mayManagePeople);
    if (excludes(standing))
      fail('member_and_coach', `A person is either member or coach of ${group.name}.`, { groupId: group.id, groupName: group.name });
    if (standing.isManager) requireFeature(ctx, 'groupAdmins');
    return { group, standing };
  });
  const pools = (person.poolIds ?? []).map(
    (id) => named.pools.get(id) ?? fail('unknown_pool', 'There are no such seats in this organization.'),
  );
  for (const pool of pools) {
    if (pool.needs !== null) requireFeature(ctx, 'tiers');
    if (pool.groupId !== null && !groups.some(({ group, standing }) => group.id === pool.groupId && standing.isMember)) {
      fail('pool_wrong_group', `${pool.name} belongs to a group; put the person into that group as a member.`, poolFacts(pool));
    }
  }
  const profileIds = (person.roleProfileIds ?? []).map(
    (id) => named.profiles.get(id)?.id ?? fail('unknown_role_profile', 'There is no such role profile in this organization.'),
  );
  const wanted = { groups, pools, profileIds };
  requireMayInvite(ctx, person, wanted);
  return wanted;
}

/** A group admin's invitation: at least one managed group, as member or coach, that group's seats, names and language. Nothing else. */
function requireMayInvite(ctx: OrgContext, person: Person, wanted: Wanted): void {
  if (isAtLeast(ctx.caller, 'admin')) return;
  const managed = (groupId: string | null) => groupId !== null && ctx.caller.managed.get(groupId)?.mayManagePeople === true;
  if (wanted.groups.length === 0) fail('not_allowed', 'Name a group that you manage; the person is invited into it.');
  if (!wanted.groups.every(({ group, standing }) => managed(group.id) && !standing.isManager))
    fail('not_allowed', 'You invite members and coaches into the groups you manage.');
  if (!wanted.pools.every((pool) => managed(pool.groupId))) fail('not_allowed', 'You give seats of the groups you manage.');
  if (person.role === 'admin' || wanted.profileIds.length > 0 || person.externalId !== undefined)
    fail('not_allowed', 'Roles, role profiles and external ids are set by admins.');
}

/** Adds the groups, role profiles and seats, and the seats that come by themselves. Answers whether anything was new. */
export async function giveWanted(
  ctx: OrgContext,
  { member, isNew, isStranger }: Found,
  wanted: Wanted,
  policyPools: readonly PoolRow[],
): Promise<boolean> {
  const status = member.status === 'active' ? 'assigned' : 'reserved';
  const before = (await findLiveSeats(ctx, member.id)).filter(({ seat }) => seat.status !== 'consumed').length;
  const standings = new Map((await findGroupPeopleOf(ctx, member.id)).map((row) => [row.groupId, standingFrom(row)]));
  // The seats of a pending person follow from the invitation that is about to be issued, so they are taken here and not by the group.
  let changed = false;
  for (const { group, standing } of wanted.groups) {
    const old = standings.get(group.id) ?? NOWHERE;
    const next =
      addStanding(old, standing) ??
      fail('member_and_coach', `The person is already ${old.isCoach ? 'coach' : 'member'} of ${group.name}.`, {
        groupId: group.id,
        groupName: group.name,
      });
    if (sameStanding(old, next)) continue;
    await setStanding(ctx, member, group.id, next, isStranger);
    standings.set(group.id, next);
    changed = true;
  }
  if (wanted.profileIds.length > 0) changed = (await addProfiles(ctx, member, wanted.profileIds)) || changed;
  const memberOf = [...standings].filter(([, standing]) => standing.isMember).map(([groupId]) => groupId);
  if (isNew || member.status !== 'active') await takeArrivalSeats(ctx, member, status, policyPools, concernsMembersOf(memberOf));
  for (const pool of wanted.pools) await takeSeat(ctx, member, pool, status);
  const after = (await findLiveSeats(ctx, member.id)).filter(({ seat }) => seat.status !== 'consumed').length;
  return changed || after > before;
}
