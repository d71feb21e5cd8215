import type { Knex } from 'knex';
import type { Context } from '../context.ts';
import type { Tables } from './tables.ts';

/** How an index of ours is called: short beginnings, because 64 characters are the most that all databases take, and a prefix and a table stand in front. */
export function indexName(table: string, kind: 'i' | 'u' | 'p', columns: readonly string[]): string {
  return `${table}_${columns.map((column) => column.slice(0, 4)).join('_')}_${kind}`.slice(0, 60);
}

/** The rows of a table (`w` in the statement), to be read in the order of the index over these columns. `u`: it is a unique one. */
export function readBy(
  { db, dialect, tables }: Context,
  table: keyof Tables,
  columns: readonly string[],
  kind: 'i' | 'u' = 'i',
): Knex.QueryBuilder {
  return dialect.readBy(db, tables[table], 'w', indexName(tables[table], kind, columns));
}
