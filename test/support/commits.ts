import { pathToFileURL } from 'node:url';
import type { Knex } from 'knex';
import { connectTo } from './database.ts';

/**
 * Tells cheaply whether anything at all was committed to a SQLite file: SQLite counts the commits of other connections for the one that asks.
 * The same number twice: nothing was written. A new number: perhaps, so compare dumps.
 */
export async function watchCommits(db: Knex): Promise<{ read(): Promise<number>; close(): Promise<void> }> {
  const [{ file }] = (await db.raw('pragma database_list')) as [{ file: string }];
  const watcher = connectTo('sqlite', pathToFileURL(file).href);
  return {
    async read() {
      const [row] = (await watcher.raw('pragma data_version')) as [{ data_version: number }];
      return row.data_version;
    },
    close: () => watcher.destroy(),
  };
}
