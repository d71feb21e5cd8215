import type { Total } from '@seatkit/sdk/contract';
import type { Knex } from 'knex';
import { fail } from '../errors.ts';

export interface Page<T> {
  readonly items: T[];
  readonly next: string | null;
  readonly total: Total;
}

const MOST = 10_000;
/** Stands between the two values of a cursor. */
const BETWEEN = '\u0002';

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

/**
 * Reads one page in the order of one unique column, or of two that are unique together: no OFFSET, so depth costs nothing. One row more than asked for tells whether there is a next page.
 * The total is counted by its own statement over at most 10,001 index entries.
 */
export async function readPage<Row extends object>(question: {
  /** The filtered rows; their own select list is kept. */
  readonly rows: Knex.QueryBuilder;
  /** How to count them when that needs fewer joins. */
  readonly count?: Knex.QueryBuilder;
  readonly sortColumn: string;
  /** Decides between rows of which `sortColumn` is the same. */
  readonly tieColumn?: string;
  /** A joined column that always equals `sortColumn`. PostgreSQL starts reading it at the cursor only when told so. */
  readonly twin?: string | undefined;
  readonly direction: 'asc' | 'desc';
  readonly cursor?: string | undefined;
  readonly limit: number;
}): Promise<Page<Row>> {
  const { sortColumn, tieColumn, twin, direction, cursor, limit } = question;
  const sort = `${sortColumn} ${tieColumn === undefined ? '' : `${tieColumn} `}${direction}`;
  const beyond = direction === 'asc' ? '>' : '<';
  const counted = (question.count ?? question.rows.clone()).clone();
  const rows = question.rows.clone();
  if (cursor !== undefined) {
    const key = decodeCursor(sort, cursor);
    if (tieColumn !== undefined) {
      const [value = '', tie = ''] = key.split(BETWEEN);
      // Said twice, because the first condition alone tells every database where to begin in the index.
      rows
        .where(sortColumn, `${beyond}=`, value)
        .where((later) => void later.where(sortColumn, beyond, value).orWhere(tieColumn, beyond, tie));
    } else {
      for (const column of twin === undefined ? [sortColumn] : [sortColumn, twin]) rows.where(column, beyond, key);
    }
  }
  const order = [sortColumn, ...(tieColumn === undefined ? [] : [tieColumn])].map((column) => ({ column, order: direction }));
  const found = (await rows.orderBy(order).limit(limit + 1)) as Row[];
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const keyOf = (row: Row) => order.map(({ column }) => String((row as Record<string, unknown>)[column.split('.').at(-1)!])).join(BETWEEN);
  const next = found.length > limit && last ? encodeCursor(sort, keyOf(last)) : null;
  const total = cursor === undefined && next === null ? items.length : await countUpTo(counted, sortColumn);
  return { items, next, total };
}

async function countUpTo(rows: Knex.QueryBuilder, column: string): Promise<Total> {
  const db = rows.client.queryBuilder() as Knex.QueryBuilder;
  const [answer] = (await db.count({ n: '*' }).from(
    rows
      .clearSelect()
      .clearOrder()
      .select(column)
      .limit(MOST + 1)
      .as('counted'),
  )) as { n: number | string }[];
  const count = Number(answer?.n ?? 0);
  return count > MOST ? { atLeast: MOST } : count;
}
