import type { MemberQuery } from '@seatkit/sdk/contract';
import type { Knex } from 'knex';
import { visibleGroups } from '../access.ts';
import type { OrgContext } from '../context.ts';
import { type Page, readPage } from '../db/paging.ts';
import { afterPrefix, fold, parseAddress } from '../text.ts';
import type { MemberRow } from './members.table.ts';

const sortColumns = {
  name: ['nameSort', 'asc'],
  email: ['emailKey', 'asc'],
  '-lastSeenAt': ['seenSort', 'desc'],
  createdAt: ['id', 'asc'],
} as const;

/** A page of the members that the caller may see. Each question is answered from one index in its order. */
export async function listMemberRows(ctx: OrgContext, query: MemberQuery): Promise<Page<MemberRow>> {
  const scope = visibleGroups(ctx.caller);
  if (query.q !== undefined && fold(query.q) !== '') return searchMemberRows(ctx, query, fold(query.q), scope);
  const [column, direction] = sortColumns[query.sort];
  const byName = column === 'nameSort';
  const rows = ctx.db({ m: ctx.tables.members }).select('m.*').where('m.organizationId', ctx.organization.id);
  filter(rows, query);
  // A list by name that is narrowed by a group, a pool or a role profile walks that table's own copy of the sort key.
  const walk = byName ? drivingTable(ctx, query, scope) : null;
  if (walk) {
    rows.innerJoin({ w: walk.table }, 'w.memberId', 'm.id').where(walk.where);
    return readPage<MemberRow>({
      rows: rows.select({ nameSort: 'w.nameSort' }),
      sortColumn: 'w.nameSort',
      direction,
      cursor: query.cursor,
      limit: query.limit,
    });
  }
  narrow(ctx, rows, query, scope);
  return readPage<MemberRow>({ rows, sortColumn: `m.${column}`, direction, cursor: query.cursor, limit: query.limit });
}

function filter(rows: Knex.QueryBuilder, query: MemberQuery): void {
  if (query.status !== undefined) rows.where('m.status', query.status);
  if (query.role !== undefined) rows.where('m.role', query.role);
  if (query.email !== undefined) rows.where('m.emailKey', parseAddress(query.email)?.key ?? '');
}

/** The one filter whose table is walked in order; the others are looked up per row. */
function drivingTable(ctx: OrgContext, query: MemberQuery, scope: readonly string[] | null) {
  const { tables } = ctx;
  if (
    query.groupId !== undefined &&
    (scope === null || scope.includes(query.groupId)) &&
    query.poolId === undefined &&
    query.roleProfileId === undefined
  ) {
    return { table: tables.groupPeople, where: { 'w.groupId': query.groupId } };
  }
  if (scope === null && query.groupId === undefined && query.roleProfileId === undefined && query.poolId !== undefined) {
    return { table: tables.seats, where: { 'w.poolId': query.poolId, 'w.live': 1 } };
  }
  if (scope === null && query.groupId === undefined && query.poolId === undefined && query.roleProfileId !== undefined) {
    return { table: tables.memberRoleProfiles, where: { 'w.roleProfileId': query.roleProfileId } };
  }
  if (scope?.length === 1 && query.groupId === undefined && query.poolId === undefined && query.roleProfileId === undefined) {
    return { table: tables.groupPeople, where: { 'w.groupId': scope[0]! } };
  }
  return null;
}

function narrow(ctx: OrgContext, rows: Knex.QueryBuilder, query: MemberQuery, scope: readonly string[] | null): void {
  const { db, tables } = ctx;
  const among = (table: string, where: object) => rows.whereIn('m.id', db(table).select('memberId').where(where));
  if (query.groupId !== undefined) among(tables.groupPeople, { groupId: query.groupId });
  if (query.poolId !== undefined) among(tables.seats, { poolId: query.poolId, live: 1 });
  if (query.roleProfileId !== undefined) among(tables.memberRoleProfiles, { roleProfileId: query.roleProfileId });
  if (scope !== null)
    rows.whereIn(
      'm.id',
      db(tables.groupPeople)
        .select('memberId')
        .whereIn('groupId', [...scope]),
    );
}

/** Beginnings of words: one range of the word index, in its order, each person once (by the first of their words in the range). */
async function searchMemberRows(
  ctx: OrgContext,
  query: MemberQuery,
  prefix: string,
  scope: readonly string[] | null,
): Promise<Page<MemberRow>> {
  const { db, tables } = ctx;
  const rows = db({ w: tables.memberWords, m: tables.members })
    .select('m.*', { word: 'w.word' })
    .where('m.id', db.ref('w.memberId'))
    .where('w.organizationId', ctx.organization.id)
    .where('w.word', '>=', prefix)
    .where('w.word', '<', afterPrefix(prefix))
    .whereNotExists(
      db({ e: tables.memberWords })
        .select('e.memberId')
        .where('e.memberId', db.ref('w.memberId'))
        .where('e.word', '>=', prefix)
        .where('e.word', '<', db.ref('w.word')),
    );
  filter(rows, query);
  narrow(ctx, rows, query, scope);
  return readPage<MemberRow>({ rows, sortColumn: 'w.word', direction: 'asc', cursor: query.cursor, limit: query.limit });
}
