import type { MemberQuery } from '@seatkit/sdk/contract';
import type { Knex } from 'knex';
import { visibleGroups } from '../access.ts';
import type { OrgContext } from '../context.ts';
import { type Page, readPage } from '../db/paging.ts';
import { afterPrefix, fold, fromPrefix, parseAddress } from '../text.ts';
import type { MemberRow } from './members.table.ts';

/** Each order is one column of `members`, copied to every table that narrows the list; the id is there as `memberId`. */
const sorts = {
  name: { column: 'nameSort', copy: 'nameSort', direction: 'asc' },
  email: { column: 'emailKey', copy: 'emailKey', direction: 'asc' },
  '-lastSeenAt': { column: 'seenSort', copy: 'seenSort', direction: 'desc' },
  createdAt: { column: 'id', copy: 'memberId', direction: 'asc' },
} as const;

/** A page of the members that the caller may see. Each question is answered from one index in its order. */
export async function listMemberRows(ctx: OrgContext, query: MemberQuery): Promise<Page<MemberRow>> {
  const places = placesOf(ctx, query);
  if (query.q !== undefined && fold(query.q) !== '') return searchMemberRows(ctx, query, fold(query.q), places);
  const { column, copy, direction } = sorts[query.sort];
  const rows = ctx.db({ m: ctx.tables.members }).select('m.*').where('m.organizationId', ctx.organization.id);
  filter(rows, query);
  // One place is walked in its own copy of the order; whether somebody is in the others, too, is looked up.
  const walked = places.find((place) => place.among === null);
  narrow(
    ctx,
    rows,
    places.filter((place) => place !== walked),
  );
  const { cursor, limit } = query;
  if (!walked) return readPage<MemberRow>({ rows, sortColumn: `m.${column}`, direction, cursor, limit });
  rows
    .innerJoin({ w: walked.table }, 'w.memberId', 'm.id')
    .where(Object.fromEntries(Object.entries(walked.where).map(([name, value]) => [`w.${name}`, value])))
    .select({ [copy]: `w.${copy}` });
  const twin = column === 'id' ? 'm.id' : undefined;
  return readPage<MemberRow>({ rows, sortColumn: `w.${copy}`, twin, direction, cursor, limit });
}

function filter(rows: Knex.QueryBuilder, query: MemberQuery): void {
  if (query.status !== undefined) rows.where('m.status', query.status);
  if (query.role !== undefined) rows.where('m.role', query.role);
  if (query.email !== undefined) rows.where('m.emailKey', parseAddress(query.email)?.key ?? '');
}

/** Rows that each stand for one of the people to whom the list is narrowed. */
interface Place {
  readonly table: string;
  readonly where: Readonly<Record<string, string | number>>;
  /** The groups of a caller who sees several; the rows of one place have one order, those of several have none. */
  readonly among: readonly string[] | null;
}

/** The column that says of a row of `groupPeople` that the person stands in the group so. */
const relationColumns = { member: 'isMember', coach: 'isCoach', manager: 'isManager' } as const;

function placesOf({ caller, tables }: OrgContext, query: MemberQuery): Place[] {
  const { groupId, relation, poolId, roleProfileId } = query;
  const scope = visibleGroups(caller);
  const group = (id: string, where = {}): Place => ({ table: tables.groupPeople, where: { groupId: id, ...where }, among: null });
  const places: Place[] = [];
  if (groupId !== undefined) places.push(group(groupId, relation && { [relationColumns[relation]]: 1 }));
  if (poolId !== undefined) places.push({ table: tables.seats, where: { poolId, live: 1 }, among: null });
  if (roleProfileId !== undefined) places.push({ table: tables.memberRoleProfiles, where: { roleProfileId }, among: null });
  if (scope === null || (groupId !== undefined && scope.includes(groupId))) return places;
  return [scope.length === 1 ? group(scope[0]!) : { table: tables.groupPeople, where: {}, among: scope }, ...places];
}

function narrow({ db }: OrgContext, rows: Knex.QueryBuilder, places: readonly Place[]): void {
  for (const { table, where, among } of places) {
    const people = db(table).select('memberId').where(where);
    rows.whereIn('m.id', among === null ? people : people.whereIn('groupId', [...among]));
  }
}

/** Beginnings of words: one range of the word index, in its order, each person once (by the first of their words in the range). */
async function searchMemberRows(ctx: OrgContext, query: MemberQuery, prefix: string, places: readonly Place[]): Promise<Page<MemberRow>> {
  const { db, tables } = ctx;
  const rows = db({ w: tables.memberWords, m: tables.members })
    .select('m.*', { word: 'w.word' })
    .where('m.id', db.ref('w.memberId'))
    .where('w.organizationId', ctx.organization.id)
    .where('w.word', '>=', fromPrefix(prefix))
    .where('w.word', '<', afterPrefix(prefix))
    .whereNotExists(
      db({ e: tables.memberWords })
        .select('e.memberId')
        .where('e.memberId', db.ref('w.memberId'))
        .where('e.word', '>=', fromPrefix(prefix))
        .where('e.word', '<', db.ref('w.word')),
    );
  filter(rows, query);
  narrow(ctx, rows, places);
  return readPage<MemberRow>({ rows, sortColumn: 'w.word', direction: 'asc', cursor: query.cursor, limit: query.limit });
}
