import type { Knex } from 'knex';
import type { Context } from '../context.ts';

/** One column, or two, that are unique among the rows of a list, and a direction. */
export interface Order {
  readonly column: string;
  /** Decides between rows of which `column` is the same. */
  readonly tie?: string;
  readonly direction: 'asc' | 'desc';
}

/** Stands between the two values of a key; nothing that is sorted contains it. */
const BETWEEN = '\u0002';

/** By what a row is sorted. */
export function keyOf(row: object, { column, tie }: Order): string {
  const value = (name: string) => String((row as Record<string, unknown>)[name]);
  return tie === undefined ? value(column) : `${value(column)}${BETWEEN}${value(tie)}`;
}

/** The first rows of a query in an order, behind a key. */
function behind(rows: Knex.QueryBuilder, { column, tie, direction }: Order, key: string | null, limit: number): Knex.QueryBuilder {
  const part = rows.clone().orderBy(column, direction).limit(limit);
  if (tie !== undefined) part.orderBy(tie, direction);
  if (key === null) return part;
  const beyond = direction === 'asc' ? '>' : '<';
  if (tie === undefined) return part.where(column, beyond, key);
  const [value = '', last = ''] = key.split(BETWEEN);
  // Said twice, because the first condition alone tells every database where to begin in the index.
  return part.where(column, `${beyond}=`, value).where((later) => void later.where(column, beyond, value).orWhere(tie, beyond, last));
}

/** So many queries are sent in one statement. */
const AT_ONCE = 100;

/**
 * The first rows of several queries together, in their order; a row that several of them hold is one. Each query reads one index in that order, so
 * the whole looks at a few times `count` rows and at one of each query, however many rows there are behind them. A UNION sorted by the database would
 * look at `count` rows of each query.
 */
export async function readMerged<Row extends object>(
  ctx: Context,
  queries: readonly Knex.QueryBuilder[],
  order: Order,
  after: string | null,
  count: number,
): Promise<Row[]> {
  if (queries.length === 1) return (await behind(queries[0]!, order, after, count)) as Row[];
  // The databases compare these columns byte by byte, which differs from how JavaScript compares texts.
  const compare = (a: Buffer, b: Buffer) => (order.direction === 'asc' ? a.compare(b) : b.compare(a));
  const found = new Map<string, { row: Row; bytes: Buffer }>();
  let open = queries.map((rows) => ({ rows, after }));
  let size = Math.min(count, 2 + Math.ceil((2 * count) / queries.length));
  for (;;) {
    const parts = open.map((query) => behind(query.rows, order, query.after, size));
    const answers = await readEach<Row>(ctx, parts);
    for (const row of answers.flat()) found.set(keyOf(row, order), { row, bytes: Buffer.from(keyOf(row, order)) });
    const first = [...found.values()].sort((a, b) => compare(a.bytes, b.bytes)).slice(0, count);
    // Where a query gave all it was asked for, more may follow; that matters only if it can come before the last row found.
    const ends: Buffer[] = [];
    open = open.flatMap(({ rows }, n) => {
      const last = answers[n]!.at(size - 1);
      if (!last) return [];
      const end = Buffer.from(keyOf(last, order));
      if (first.length === count && compare(end, first.at(-1)!.bytes) >= 0) return [];
      ends.push(end);
      return [{ rows, after: keyOf(last, order) }];
    });
    if (open.length === 0) return first.map(({ row }) => row);
    const missing = first.filter(({ bytes }) => ends.some((end) => compare(end, bytes) < 0)).length + count - first.length;
    size = Math.min(4 * size, missing);
  }
}

/** The rows of each query, read in few statements. */
async function readEach<Row extends object>({ db, dialect }: Context, queries: readonly Knex.QueryBuilder[]): Promise<Row[][]> {
  const answers: Row[][] = queries.map(() => []);
  for (let at = 0; at < queries.length; at += AT_ONCE) {
    const numbered = queries.slice(at, at + AT_ONCE).map((rows, n) => rows.select(db.raw('? as ??', [at + n, 'stream'])));
    for (const { stream, ...row } of (await dialect.unionAll(db, numbered)) as (Row & { stream: number | string })[])
      answers[Number(stream)]!.push(row as unknown as Row);
  }
  return answers;
}
