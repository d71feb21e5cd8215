import type { Knex } from 'knex';
import type { Base } from '../context.ts';
import { type Finding, ok, warning } from './finding.ts';
import { firstValue } from './raw-value.ts';

/** So many people can be searched without an index before anybody notices. */
const FEW = 10_000;

/** Whether the host's people are found by address whatever its case, and by an index. */
export async function emailColumn({ db, dialect, host }: Base): Promise<Finding> {
  const { users } = host.options;
  if (!('table' in users)) return ok('The host finds people by address with a query of its own.');
  const table = physical(db, users.table);
  const column = physical(db, users.email);
  const where = `${table}.${column}`;
  if (dialect.name === 'mysql') {
    const sql =
      'select collation_name as t from information_schema.columns where table_schema = database() and table_name = ? and column_name = ?';
    const collation = firstValue(await db.raw(sql, [table, column]));
    if (typeof collation !== 'string') return ok(`${where} lies in another schema and was not looked at.`);
    return /_ci$/.test(collation)
      ? ok(`${where} ignores case (${collation}).`)
      : warning(
          `${where} has the collation ${collation}: accounts whose address holds capitals are not found.`,
          `Give it a collation that ignores case: alter table ${table} modify ${column} varchar(255) collate utf8mb4_general_ci.`,
        );
  }
  if (dialect.name === 'postgres') {
    const rows = Number(
      firstValue(await db.raw('select coalesce(max(reltuples), 0) as t from pg_class where oid = to_regclass(?)', [table])),
    );
    const indexes = await db.raw("select count(*) as t from pg_indexes where tablename = ? and indexdef like '%lower(%' || ? || '%'", [
      table,
      column,
    ]);
    return Number(firstValue(indexes)) > 0 || rows <= FEW
      ? ok(`${where} is searched by lower().`)
      : warning(
          `${table} holds about ${rows} rows and has no index on lower(${column}): every search by address reads all of them.`,
          `Run \`create index on ${table} (lower(${column}))\`.`,
        );
  }
  return ok(`${where} is searched by lower().`);
}

/** The last part of a name as the database knows it, after the host's mapper. */
function physical(db: Knex, name: string): string {
  const { sql } = db.raw('??', [name]).toSQL();
  return sql.replace(/[`"]/g, '').split('.').at(-1)!;
}
