import type { MemberQuery } from '@seatkit/sdk/contract';
import type { Knex } from 'knex';
import type { OrgContext } from '../context.ts';
import { readBy } from '../db/indexes.ts';
import type { Order } from '../db/merge.ts';
import { distinctUpTo, type Page, readMergedPage } from '../db/paging.ts';
import { fromPrefix } from '../text.ts';
import { choosePlaces, columnsOf, isAllKnown, keepPlace, keepStandings, type Place, type Standings, standingsOf } from './member-places.ts';
import { findMemberRows, type MemberRow } from './members.table.ts';

/** Each order is one column of `members`, copied to every table that narrows the list; the id is there as `memberId`. */
const sorts = {
  name: { column: 'nameSort', copy: 'nameSort', direction: 'asc' },
  email: { column: 'emailKey', copy: 'emailKey', direction: 'asc' },
  '-lastSeenAt': { column: 'seenSort', copy: 'seenSort', direction: 'desc' },
  createdAt: { column: 'id', copy: 'memberId', direction: 'asc' },
} as const;

/**
 * A page of the members that the caller may see. One place is walked, by an index that has its filters and its order; whether somebody is in the other
 * places, too, is looked up person by person. So a list of one place looks at a few rows for each that it shows. No index has two places: there the
 * list looks at no more than the people of the smallest, and a search within a pool or role profile at no more than the people it finds.
 */
export async function listMemberRows(ctx: OrgContext, query: MemberQuery): Promise<Page<MemberRow>> {
  if (!(await isAllKnown(ctx, query))) return { items: [], next: null, total: 0 };
  const { walked, others } = await choosePlaces(ctx, query);
  const order = orderOf(query, walked);
  const { person } = columnsOf(walked);
  const columns = walked.table === 'members' ? ['w.*'] : [...new Set(['w.memberId', `w.${order.column}`])];
  const standings = standingsOf(query, walked);
  // One query for each id, status and role, because each of these has its own order in the index.
  const queries = walked.ids.flatMap((id) =>
    eachOf(standings).map((one) => keepPeople(ctx, walkBy(ctx, walked, order, one), { ...walked, ids: [id] }, others, one).select(columns)),
  );
  const all = keepPeople(ctx, ctx.db({ w: ctx.tables[walked.table] }), walked, others, standings).select(`w.${person}`);
  const counted = walked.ids.length > 1 ? distinctUpTo(ctx, all, person, walked.ids.length) : all;
  const page = await readMergedPage<MemberRow | { memberId: string }>(ctx, queries, counted, {
    order,
    cursor: query.cursor,
    limit: query.limit,
  });
  if (walked.table === 'members') return page as Page<MemberRow>;
  const ids = (page.items as { memberId: string }[]).map(({ memberId }) => memberId);
  const rows = await findMemberRows(ctx, ids);
  return { ...page, items: ids.flatMap((id) => rows.get(id) ?? []) };
}

/** A search has an order of its own. */
function orderOf({ sort }: MemberQuery, { table }: Place): Order {
  if (table === 'memberWords') return { column: 'word', direction: 'asc' };
  const { column, copy, direction } = sorts[sort];
  return { column: table === 'members' ? column : copy, direction };
}

/** The rows of a place's table, by the index that has the place, the filters and the order. */
function walkBy(ctx: OrgContext, place: Place, order: Order, standings: Standings | null): Knex.QueryBuilder {
  const { status, role } = columnsOf(place);
  const columns = [place.column, ...Object.keys(place.where ?? {}), ...(standings ? [status, role] : []), order.column];
  const isOnePerson = place.where?.emailKey !== undefined;
  const isPrimary = order.column === 'memberId' && standings === null;
  if (isOnePerson || isPrimary) return ctx.db({ w: ctx.tables[place.table] });
  const isUnique = place.table === 'members' && order.column === 'emailKey' && standings === null;
  return readBy(ctx, place.table, columns, isUnique ? 'u' : 'i');
}

/** One by one, because a walk stands in one status and one role at a time; null where the list is filtered by neither. */
function eachOf(standings: Standings | null): (Standings | null)[] {
  if (standings === null) return [null];
  return standings.statuses.flatMap((status) => standings.roles.map((role) => ({ statuses: [status], roles: [role] })));
}

/** Keeps the people of a place who are in the others, too. */
function keepPeople(ctx: OrgContext, rows: Knex.QueryBuilder, place: Place, others: readonly Place[], standings: Standings | null) {
  const { db, tables } = ctx;
  keepPlace(rows, 'w', place);
  keepStandings(rows, place, standings);
  // Asked by a number and by an order, because the databases turn EXISTS and NOT EXISTS into joins that begin at the other end or read all of it. And
  // not by `=`, because PostgreSQL takes that for so rarely true that it would rather sort all rows than walk the index.
  for (const other of others) {
    const there = db({ o: tables[other.table] }).where('o.memberId', db.ref(`w.${columnsOf(place).person}`));
    keepPlace(there, 'o', other);
    rows.whereRaw('(?) > 0', [there.count()]);
  }
  if (place.prefix !== undefined) {
    // Each person once, by the first of their words in the range. MariaDB would read all of them for a `min`.
    const first = db({ e: tables.memberWords })
      .select('e.word')
      .where('e.memberId', db.ref('w.memberId'))
      .where('e.placeId', db.ref('w.placeId'))
      .where('e.word', '>=', fromPrefix(place.prefix))
      .orderBy('e.word')
      .limit(1);
    rows.where('w.word', '<=', first);
  }
  return rows;
}
