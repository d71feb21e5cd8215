import type { Knex } from 'knex';
import type { Dialect } from '../support/knex-setups.ts';

/** A statement as it was sent. */
export interface Statement {
  readonly sql: string;
  readonly bindings: readonly unknown[];
}

/** What reading a statement's answer took, by the database's own account. */
export interface Reading {
  readonly sql: string;
  readonly returned: number;
  /** Rows and index entries that were looked at. On SQLite, which counts nothing, null. */
  readonly scanned: number | null;
  /** What the plan does that must not grow with the table: SQLite says it in words. */
  readonly sins: readonly string[];
}

/** Collects the SELECTs that are sent while `work` runs. */
export async function statementsOf(db: Knex, work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const onQuery = ({ sql, bindings }: { sql: string; bindings?: readonly unknown[] }) => {
    if (/^select /i.test(sql)) statements.push({ sql, bindings: bindings ?? [] });
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
export function readingOf(db: Knex, dialect: Dialect, statement: Statement): Promise<Reading> {
  return db.transaction((trx) => measure[dialect](trx, statement));
}

const measure: Record<Dialect, (trx: Knex.Transaction, statement: Statement) => Promise<Reading>> = {
  async mysql(trx, { sql, bindings }) {
    const connection = await nativeConnection(trx);
    const before = await handlerReads(connection);
    const between = await handlerReads(connection);
    const rows = (await run(connection, sql, bindings)) as unknown[];
    const after = await handlerReads(connection);
    // Asking costs a little itself; the two questions before tell how much.
    return { sql, returned: rows.length, scanned: after - between - (between - before), sins: [] };
  },
  async postgres(trx, { sql, bindings }) {
    const { rows } = await native(trx, sql, bindings);
    const explained = await native(trx, `explain (analyze, format json) ${sql}`, bindings);
    const [{ Plan }] = explained.rows[0]!['QUERY PLAN'] as [{ Plan: PlanNode }];
    return { sql, returned: rows.length, scanned: scannedBy(Plan), sins: [] };
  },
  async sqlite(trx, { sql, bindings }) {
    const rows = (await trx.raw(sql, bindings as Knex.RawBinding[])) as unknown[];
    const plan = (await trx.raw(`explain query plan ${sql}`, bindings as Knex.RawBinding[])) as { detail: string }[];
    const isPage = / limit /i.test(sql);
    const sins = plan
      .map(({ detail }) => detail)
      .filter((detail) => isWholeScan(detail) || (isPage && /TEMP B-TREE FOR (LAST TERM OF )?ORDER BY/.test(detail)));
    return { sql, returned: rows.length, scanned: null, sins };
  },
};

/** Reading a table from end to end. Walking the organizations in their order until the page is full is what their list does. */
function isWholeScan(detail: string): boolean {
  return /^SCAN (?!counted|\(subquery|seatkit_organizations USING)/.test(detail);
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

type Native = { rows: Record<string, unknown>[] };

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
  const rows = (await run(connection, "show session status like 'Handler_read%'", [])) as { Variable_name: string; Value: string }[];
  return rows.filter(({ Variable_name }) => !/rnd_deleted/.test(Variable_name)).reduce((sum, { Value }) => sum + Number(Value), 0);
}
