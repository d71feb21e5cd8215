import type { Total } from '@seatkit/sdk/contract';
import type { Knex } from 'knex';
import type { Context } from '../context.ts';
import { fail } from '../errors.ts';
import { keyOf, type Order, readMerged } from './merge.ts';

export interface Page<T> {
  readonly items: T[];
  readonly next: string | null;
  readonly total: Total;
}

const MOST = 10_000;

/** A cursor is the sort key of the last row, wrapped; `sort` stands in it, so that it cannot be used with another order. */
export function encodeCursor(sort: string, key: string): string {
  return Buffer.from(JSON.stringify([sort, key])).toString('base64url');
}

export function decodeCursor(sort: string, cursor: string): string {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parsed) && parsed.length === 2 && parsed[0] === sort && typeof parsed[1] === 'string' && !parsed[1].includes('\0'))
      return parsed[1];
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return fail('invalid', 'The cursor does not belong to this list.', {
    fields: [{ path: 'cursor', message: 'does not belong to this list' }],
  });
}

interface Question {
  readonly order: Order;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Reads one page of a query in the order of one index, and counts its rows. */
export function readPage<Row extends object>(ctx: Context, rows: Knex.QueryBuilder, question: Question): Promise<Page<Row>> {
  return readMergedPage(ctx, [rows], rows.clone().clearSelect().select(question.order.column), question);
}

/**
 * Reads one page of several queries that make one list: no OFFSET, so depth costs nothing. One row more than asked for tells whether there is a next
 * page. The total is the number of rows of `counted`, by a statement of its own.
 */
export async function readMergedPage<Row extends object>(
  ctx: Context,
  queries: readonly Knex.QueryBuilder[],
  counted: Knex.QueryBuilder,
  { order, cursor, limit }: Question,
): Promise<Page<Row>> {
  const sort = [order.column, order.tie, order.direction].filter(Boolean).join(' ');
  const after = cursor === undefined ? null : decodeCursor(sort, cursor);
  const found = await readMerged<Row>(ctx, queries, order, after, limit + 1);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const next = found.length > limit && last ? encodeCursor(sort, keyOf(last, order)) : null;
  const total = cursor === undefined && next === null ? items.length : asTotal(await countUpTo(ctx, counted, MOST + 1));
  return { items, next, total };
}

function asTotal(count: number): Total {
  return count > MOST ? { atLeast: MOST } : count;
}

/** How many rows a query has, counting no further than `most`. */
export async function countUpTo({ db }: Context, rows: Knex.QueryBuilder, most: number): Promise<number> {
  const [answer] = (await db.count({ n: '*' }).from(rows.clone().limit(most).as('counted'))) as { n: number | string }[];
  return Number(answer?.n ?? 0);
}

/** Each value of a column once, for counting rows that may hold it up to `times` times: as many entries as can be needed, and no more. */
export function distinctUpTo({ db }: Context, rows: Knex.QueryBuilder, column: string, times: number): Knex.QueryBuilder {
  return db.distinct(column).from(rows.limit(times * (MOST + 1)).as('entries'));
}
