import type { Knex } from 'knex';
import type { Dialect } from '../support/knex-setups.ts';

/** A statement as it was sent. */
interface Statement {
  readonly sql: string;
  readonly bindings: readonly unknown[];
}

/** What reading a statement's answer took, by the database's own account. */
interface Reading {
  readonly sql: string;
  /** Rows that came back; of a count, what it counted. */
  readonly returned: number;
  /** Rows and index entries that were looked at. SQLite counts nothing: 0. */
  readonly scanned: number;
  /** How many queries the statement is made of. */
  readonly looks: number;
  /** What the plan does that must not grow with the table: SQLite says it in words. */
  readonly sins: readonly string[];
}

/** A page of any list. */
export interface ListPage {
  readonly items: readonly unknown[];
  readonly next: string | null;
}

/** Reads a page that begins behind a cursor, or the first one. */
export type ReadPage = (page: { limit: number; cursor?: string }) => Promise<ListPage>;

const SHOWN = 20;
/** So many rows may be looked at for each that is shown. */
const MOST = 20;

/** A database, and its statements that were measured already: who is asking and where is looked up by the same ones every time. */
export interface Measured {
  readonly db: Knex;
  readonly dialect: Dialect;
  readonly statements: Set<string>;
}

/**
 * Reads the first page of a list and one from deep inside, and answers which of their statements look at too much. `allowed`: so many rows more, where
 * no index can answer; then rows may be sorted, too.
 */
export async function findScans(measured: Measured, read: ReadPage, allowed: number): Promise<string[]> {
  const { page, scans } = await scansOf(measured, () => read({ limit: SHOWN }), allowed);
  const cursor = await deepCursor(read, page.next);
  if (cursor === null) return scans;
  const deep = await scansOf(measured, () => read({ limit: SHOWN, cursor }), allowed);
  return [...scans, ...deep.scans.map((scan) => `deep inside: ${scan}`)];
}

/** Several hundred rows further, more than a page may look at, or as far as the list goes. */
async function deepCursor(read: ReadPage, next: string | null): Promise<string | null> {
  let cursor = next;
  for (let page = 0; page < 3 && cursor !== null; page += 1) {
    const further: ListPage = await read({ limit: 200, cursor });
    if (further.next === null) break;
    cursor = further.next;
  }
  return cursor;
}

async function scansOf(
  { db, dialect, statements }: Measured,
  read: () => Promise<ListPage>,
  allowed: number,
): Promise<{ page: ListPage; scans: string[] }> {
  let page: ListPage = { items: [], next: null };
  const sent = await statementsOf(db, async () => {
    page = await read();
  });
  if (sent.length === 0) throw new Error('A list reads something.');
  const shown = page.items.length;
  const readings: Reading[] = [];
  for (const statement of sent) {
    const key = JSON.stringify(statement);
    if (!statements.has(key)) readings.push(await readingOf(db, dialect, statement));
    statements.add(key);
  }
  // What finds the rows of a page may be several statements, and find more than is shown; the others read about what is shown.
  const finding = readings.filter(({ sql }) => / limit /.test(sql) && !isCount(sql));
  const others = readings
    .filter((reading) => !finding.includes(reading))
    .map((reading) => (isCount(reading.sql) ? reading : { ...reading, returned: Math.max(reading.returned, shown) }));
  const sum = (pick: (reading: Reading) => number) => finding.reduce((total, reading) => total + pick(reading), 0);
  const found = {
    sql: finding.map(({ sql }) => sql).join('; '),
    returned: shown,
    scanned: sum(({ scanned }) => scanned),
    looks: sum(({ looks }) => looks),
  };
  const sins = allowed > 0 ? [] : readings.flatMap(({ sql, sins }) => sins.map((sin) => `${sin}: ${sql}`));
  const scans = [found, ...others]
    .filter((reading) => isTooMuch(reading, allowed))
    .map(({ sql, returned, scanned }) => `${scanned} looked at for ${returned}: ${sql}`);
  return { page, scans: [...scans, ...sins] };
}

/** Each query of a UNION may look once and find nothing. */
function isTooMuch({ returned, scanned, looks }: Pick<Reading, 'returned' | 'scanned' | 'looks'>, allowed: number): boolean {
  return scanned > MOST * Math.max(returned, 1) + looks + allowed;
}

/** Collects the SELECTs that are sent while `work` runs. */
export async function statementsOf(db: Knex, work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const onQuery = ({ sql, bindings }: { sql: string; bindings?: readonly unknown[] }) => {
    if (/^\(?select /i.test(sql)) statements.push({ sql, bindings: bindings ?? [] });
  };
  db.on('query', onQuery);
  try {
    await work();
  } finally {
    db.removeListener('query', onQuery);
  }
  return statements;
}

/** Runs a statement again, alone on a connection, and reads what it took from the database's own counters. */
function readingOf(db: Knex, dialect: Dialect, statement: Statement): Promise<Reading> {
  return db.transaction((trx) => measure[dialect](trx, statement));
}

const measure: Record<Dialect, (trx: Knex.Transaction, statement: Statement) => Promise<Reading>> = {
  async mysql(trx, { sql, bindings }) {
    const connection = await nativeConnection(trx);
    const before = await handlerReads(connection);
    const between = await handlerReads(connection);
    const rows = (await run(connection, sql, bindings)) as Rows;
    const after = await handlerReads(connection);
    // Asking costs a little itself; the two questions before tell how much.
    return { sql, ...returnedBy(sql, rows), scanned: after - between - (between - before), sins: [] };
  },
  async postgres(trx, { sql, bindings }) {
    const { rows } = await native(trx, sql, bindings);
    const explained = await native(trx, `explain (analyze, format json) ${sql}`, bindings);
    const [{ Plan }] = explained.rows[0]!['QUERY PLAN'] as [{ Plan: PlanNode }];
    return { sql, ...returnedBy(sql, rows), scanned: scannedBy(Plan), sins: [] };
  },
  async sqlite(trx, { sql, bindings }) {
    const rows = (await trx.raw(sql, bindings as Knex.RawBinding[])) as Rows;
    const plan = (await trx.raw(`explain query plan ${sql}`, bindings as Knex.RawBinding[])) as { detail: string }[];
    const isPage = / limit /i.test(sql);
    const sins = plan
      .map(({ detail }) => detail)
      .filter((detail) => isWholeScan(detail) || (isPage && /TEMP B-TREE FOR (LAST TERM OF )?ORDER BY/.test(detail)));
    return { sql, ...returnedBy(sql, rows), scanned: 0, sins };
  },
};

type Rows = readonly Record<string, unknown>[];

const isCount = (sql: string): boolean => /^select count\(\*\)/i.test(sql);

function returnedBy(sql: string, rows: Rows): Pick<Reading, 'returned' | 'looks'> {
  return { returned: isCount(sql) ? Number(rows[0]?.n) : rows.length, looks: sql.split(' union all ').length };
}

/** Reading a table from end to end. Walking the organizations in their order until the page is full is what their list does. */
function isWholeScan(detail: string): boolean {
  return /^SCAN (?!counted|entries|part|\(subquery|seatkit_organizations USING)/.test(detail);
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** A table of a few pages is read whole whatever index there is; that says nothing of a large one and is not counted. */
const FEW = 200;

function scannedBy(node: PlanNode): number {
  const isScan = /Scan/.test(node['Node Type']) && !/Subquery|CTE|Result/.test(node['Node Type']);
  const rows = node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  const isSmallTable = node['Node Type'] === 'Seq Scan' && rows <= FEW && node['Actual Loops'] === 1;
  const own = isScan && !isSmallTable ? rows * node['Actual Loops'] : 0;
  return own + (node.Plans ?? []).reduce((sum, plan) => sum + scannedBy(plan), 0);
}

type Native = { rows: Rows };

async function native(trx: Knex.Transaction, sql: string, bindings: readonly unknown[]): Promise<Native> {
  const connection = (await nativeConnection(trx)) as { query(sql: string, values: readonly unknown[]): Promise<Native> };
  return connection.query(sql, bindings);
}

/** The driver's connection, because the statements are no longer in Knex's form. */
async function nativeConnection(trx: Knex.Transaction): Promise<unknown> {
  return (trx.client as unknown as { acquireConnection(): Promise<unknown> }).acquireConnection();
}

function run(connection: unknown, sql: string, bindings: readonly unknown[]): Promise<unknown> {
  const { query } = connection as {
    query(sql: string, values: readonly unknown[], done: (error: Error | null, rows: unknown) => void): void;
  };
  return new Promise((resolve, reject) => query.call(connection, sql, bindings, (error, rows) => (error ? reject(error) : resolve(rows))));
}

async function handlerReads(connection: unknown): Promise<number> {
  const status = "show session status where Variable_name like 'Handler\\_read%' or Variable_name like 'Handler\\_icp%'";
  const rows = (await run(connection, status, [])) as { Variable_name: string; Value: string }[];
  // What the storage engine passes over by itself is in no `read` counter, but it has been looked at.
  const sign = (name: string) => (/rnd_deleted/.test(name) ? 0 : /icp_match/.test(name) ? -1 : 1);
  return rows.reduce((sum, { Variable_name, Value }) => sum + sign(Variable_name) * Number(Value), 0);
}
