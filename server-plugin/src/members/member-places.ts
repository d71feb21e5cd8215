import { type MemberQuery, MemberStatus, Role } from '@seatkit/sdk/contract';
import type { Knex } from 'knex';
import { visibleGroups } from '../access.ts';
import type { OrgContext } from '../context.ts';
import { countUpTo } from '../db/paging.ts';
import { findGroup } from '../groups/groups.table.ts';
import { findPool } from '../pools/pools.table.ts';
import { findRoleProfiles } from '../role-profiles/role-profiles.table.ts';
import { afterPrefix, fold, fromPrefix, parseAddress } from '../text.ts';

/** A table of which each row stands for one person in a place, with copies of all that the member list is sorted by and filtered by. */
export interface Place {
  readonly table: 'members' | 'memberWords' | 'groupPeople' | 'seats' | 'memberRoleProfiles';
  readonly column: 'organizationId' | 'placeId' | 'groupId' | 'poolId' | 'roleProfileId';
  /** One place, or the several groups that the caller sees. */
  readonly ids: readonly string[];
  /** What else its rows must be. */
  readonly where?: Readonly<Record<string, string | number>>;
  /** Of search words, how they begin. */
  readonly prefix?: string;
}

/** The statuses and roles to which a list is filtered. */
export interface Standings {
  readonly statuses: readonly MemberStatus[];
  readonly roles: readonly Role[];
}

/**
 * Whether what the query names is of this organization: the rows of a place are found by its id alone. Whatever is of another one is as unknown as what
 * does not exist.
 */
export async function isAllKnown(ctx: OrgContext, { groupId, poolId, roleProfileId }: MemberQuery): Promise<boolean> {
  if (groupId !== undefined && !(await findGroup(ctx, groupId))) return false;
  if (poolId !== undefined && !(await findPool(ctx, poolId))) return false;
  return roleProfileId === undefined || (await findRoleProfiles(ctx, [roleProfileId])).size === 1;
}

/** The place that a list walks, and those in which the people must be, too. */
export async function choosePlaces(ctx: OrgContext, query: MemberQuery): Promise<{ walked: Place; others: Place[] }> {
  const places = placesOf(ctx, query);
  const here = [ctx.organization.id];
  const prefix = fold(query.q ?? '');
  const found = (ids: readonly string[]): Place => ({ table: 'memberWords', column: 'placeId', ids, prefix });
  if (query.email !== undefined) {
    const emailKey = parseAddress(query.email)?.key ?? '';
    const walked: Place = { table: 'members', column: 'organizationId', ids: here, where: { emailKey } };
    return { walked, others: prefix === '' ? places : [...places, found(here)] };
  }
  if (prefix === '') {
    const smallest = await smallestOf(ctx, query, places);
    const everybody: Place = { table: 'members', column: 'organizationId', ids: here };
    return { walked: smallest ?? everybody, others: places.filter((place) => place !== smallest) };
  }
  // Only the organization and its groups have search words of their own.
  const smallest = await smallestOf(
    ctx,
    query,
    places.filter(({ table }) => table === 'groupPeople'),
  );
  return { walked: found(smallest?.ids ?? here), others: places.filter((place) => place !== smallest) };
}

/** The column that says of a row of `groupPeople` that the person stands in the group so. */
const relationColumns = { member: 'isMember', coach: 'isCoach', manager: 'isManager' } as const;

/** The places to which the query and what the caller may see narrow the list. */
function placesOf({ caller }: OrgContext, { groupId, relation, poolId, roleProfileId }: MemberQuery): Place[] {
  const scope = visibleGroups(caller);
  const groups = (ids: readonly string[]): Place => ({ table: 'groupPeople', column: 'groupId', ids });
  const places: Place[] = [];
  if (scope !== null && !(groupId !== undefined && scope.includes(groupId))) places.push(groups(scope));
  if (groupId !== undefined) places.push({ ...groups([groupId]), ...(relation && { where: { [relationColumns[relation]]: 1 } }) });
  if (poolId !== undefined) places.push({ table: 'seats', column: 'poolId', ids: [poolId], where: { live: 1 } });
  if (roleProfileId !== undefined) places.push({ table: 'memberRoleProfiles', column: 'roleProfileId', ids: [roleProfileId] });
  return places;
}

/** How far the people of a place are counted. */
const LARGE = 10_000;

async function smallestOf(ctx: OrgContext, query: MemberQuery, places: readonly Place[]): Promise<Place | undefined> {
  if (places.length < 2) return places[0];
  const sizes: { place: Place; size: number }[] = [];
  for (const place of places) {
    const rows = ctx.db({ w: ctx.tables[place.table] }).select('w.memberId');
    keepPlace(rows, 'w', place);
    keepStandings(rows, place, standingsOf(query, place));
    sizes.push({ place, size: await countUpTo(ctx, rows, LARGE) });
  }
  return sizes.sort((a, b) => a.size - b.size)[0]!.place;
}

/** Null: the list is not filtered by status or role. */
export function standingsOf({ status, role }: MemberQuery, { table }: Place): Standings | null {
  // Among the seats of a pool are those of people who have left; they have no status, and so are passed over.
  if (status === undefined && role === undefined && table !== 'seats') return null;
  return { statuses: status ? [status] : MemberStatus.options, roles: role ? [role] : Role.options };
}

/** What a table calls the person and what is copied of them. */
export function columnsOf({ table }: Place) {
  return table === 'members'
    ? ({ person: 'id', status: 'status', role: 'role' } as const)
    : ({ person: 'memberId', status: 'memberStatus', role: 'memberRole' } as const);
}

/** Keeps the rows of a table (under an alias) that are of a place. */
export function keepPlace(rows: Knex.QueryBuilder, alias: string, place: Place): void {
  const of = (column: string) => `${alias}.${column}`;
  rows.whereIn(of(place.column), [...place.ids]);
  for (const [column, value] of Object.entries(place.where ?? {})) rows.where(of(column), value);
  if (place.prefix !== undefined) rows.where(of('word'), '>=', fromPrefix(place.prefix)).where(of('word'), '<', afterPrefix(place.prefix));
}

/** Keeps the people of these statuses and roles in a place that is walked (`w`). */
export function keepStandings(rows: Knex.QueryBuilder, place: Place, standings: Standings | null): void {
  if (standings === null) return;
  const { status, role } = columnsOf(place);
  rows.whereIn(`w.${status}`, [...standings.statuses]).whereIn(`w.${role}`, [...standings.roles]);
}
