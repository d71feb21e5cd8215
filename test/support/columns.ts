import type { Knex } from 'knex';

const queries: Record<string, string> = {
  'better-sqlite3': 'select name as name from pragma_table_info(?) order by cid',
  mysql2:
    'select column_name as name from information_schema.columns where table_schema = database() and table_name = ? order by ordinal_position',
  pg: 'select column_name as name from information_schema.columns where table_schema = current_schema() and table_name = ? order by ordinal_position',
};
const printed = new Set<string>();

/** The columns a table really has, as the database itself names them. */
export async function columnsOf(db: Knex, table: string): Promise<string[]> {
  const client: unknown = db.client.config.client;
  const query = typeof client === 'string' ? queries[client] : undefined;
  if (!query) throw new Error(`no way known to list columns with ${String(client)}`);
  const result = await db.raw(query, [table]);
  // SQLite answers rows, pg an object with rows, mysql2 a pair of rows and fields.
  const rows: { name: string }[] = result.rows ?? (Array.isArray(result[0]) ? result[0] : result);
  return rows.map((row) => row.name);
}

/** Prints, once for each set-up and table, under which configuration the suite runs and what the columns are called there. */
export async function printColumns(db: Knex, table: string): Promise<void> {
  const columns = await columnsOf(db, table);
  if (columns.length === 0) throw new Error(`no table ${table}`);
  const line = `${db.userParams.setup ?? 'unnamed set-up'}: ${table} has ${columns.join(', ')}`;
  if (!printed.has(line)) console.log(line);
  printed.add(line);
}
