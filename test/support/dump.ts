import type { Knex } from 'knex';

const tableQueries: Record<string, string> = {
  'better-sqlite3': "select name as name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name",
  mysql2: 'select table_name as name from information_schema.tables where table_schema = database() order by table_name',
  pg: 'select table_name as name from information_schema.tables where table_schema = current_schema() order by table_name',
};

/** Every row of every table, the host's and ours, as text: two dumps are equal if and only if nothing remained of what happened in between. */
export async function dumpTables(db: Knex): Promise<Record<string, string[]>> {
  const result = await db.raw(tableQueries[String(db.client.config.client)]!);
  // SQLite answers rows, pg an object with rows, mysql2 a pair of rows and fields.
  const tables: { name: string }[] = result.rows ?? (Array.isArray(result[0]) ? result[0] : result);
  const dump: Record<string, string[]> = {};
  for (const { name } of tables) {
    const rows = (await db(name).select()) as object[];
    dump[name] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return dump;
}
