import type { Knex } from 'knex';
import { indexName } from '../indexes.ts';
import type { Migration, MigrationContext } from '../migrate.ts';
import type { Tables } from '../tables.ts';

/** Writes the columns of a new table, with the column types that behave alike on every database. */
export interface TableBuilder {
  /** Text of a known length, compared byte by byte: ids, keys, words of a fixed list, times. */
  text(name: string, length: number): Knex.ColumnBuilder;
  id(name: string): Knex.ColumnBuilder;
  time(name: string): Knex.ColumnBuilder;
  long(name: string): Knex.ColumnBuilder;
  /** 0 or 1. */
  flag(name: string): Knex.ColumnBuilder;
  count(name: string): Knex.ColumnBuilder;
  primary(...columns: string[]): void;
  index(...columns: string[]): void;
  unique(...columns: string[]): void;
}

/** A step that makes one table. A table that is there before its step is logged is left over from a killed run and holds nothing. */
export function createTable(name: string, table: keyof Tables, columns: (builder: TableBuilder) => void): Migration {
  return {
    name,
    async up({ db, tables, dialect }: MigrationContext) {
      await db.schema.dropTableIfExists(tables[table]);
      await db.schema.createTable(tables[table], (t) => {
        const nameOf = (kind: 'i' | 'u' | 'p', names: string[]) => indexName(tables[table], kind, names);
        const text = (column: string, length: number) => t.specificType(column, dialect.exactText(length));
        columns({
          text,
          id: (column) => text(column, 36),
          time: (column) => text(column, 24),
          long: (column) => t.specificType(column, dialect.longText),
          flag: (column) => t.smallint(column),
          count: (column) => t.integer(column),
          // Named, because some mappers of hosts cannot bear an unnamed one.
          primary: (...names) => void t.primary(names, nameOf('p', names)),
          index: (...names) => void t.index(names, nameOf('i', names)),
          unique: (...names) => void t.unique(names, { indexName: nameOf('u', names) }),
        });
      });
    },
    async down({ db, tables }: MigrationContext) {
      await db.schema.dropTableIfExists(tables[table]);
    },
  };
}
