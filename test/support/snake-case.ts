import type { Knex } from 'knex';

const toSnake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const toCamel = (name: string) => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** Mappers as many hosts have them: `createdAt` in the program, `created_at` in the database. */
export const snakeCaseMappers: Pick<Knex.Config, 'wrapIdentifier' | 'postProcessResponse'> = {
  // Knex also asks for names that do not exist, such as that of an unnamed primary key on SQLite.
  wrapIdentifier: (value, wrap) => wrap(value ? toSnake(value) : value),
  postProcessResponse: (result) => mapResult(result),
};

/** Lists of rows, one row, mysql2's pair of rows and fields, and pg's result object all come by here. */
function mapResult(result: unknown): unknown {
  if (Array.isArray(result)) return result.map(mapResult);
  if (typeof result !== 'object' || result === null) return result;
  if ('rows' in result && 'command' in result) return Object.assign(result, { rows: mapResult(result.rows) });
  if (!isPlain(result)) return result;
  return Object.fromEntries(Object.entries(result).map(([name, value]) => [toCamel(name), value]));
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
