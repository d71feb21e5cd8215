import type { Knex } from 'knex';

/** So many rows go into one statement, because databases limit its values, and SQLite its rows. */
const AT_ONCE = 200;

/** Inserts any number of rows; a few, or none, by at most one statement. */
export async function insertChunks(db: Knex, table: string, rows: readonly object[]): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE) await db(table).insert(rows.slice(at, at + AT_ONCE));
}
