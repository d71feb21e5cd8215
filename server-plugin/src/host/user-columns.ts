import type { Knex } from 'knex';
import { dialectOf } from '../db/dialect.ts';
import type { Flag, HostUserRow, UserColumns, UserQuery } from '../options.ts';
import { isYes } from './host-user.ts';

/** Compiles a mapping of one table into the query form, so that the rest knows only one. */
export function compileColumns(columns: UserColumns): UserQuery {
  const select = async (db: Knex, narrow: (query: Knex.QueryBuilder) => void): Promise<HostUserRow[]> => {
    const query = db(columns.table).select(selection(columns));
    for (const [column, value] of Object.entries(columns.only ?? {})) query.where(column, value);
    for (const [column, value] of Object.entries(columns.except ?? {}))
      query.where((not) => void not.whereNot(column, value).orWhereNull(column));
    narrow(query);
    const rows = (await query) as Record<string, unknown>[];
    return rows.map((row) => toRow(columns, row));
  };
  return {
    lastSeen: columns.lastSeen !== undefined,
    byId: (db, ids) => select(db, (query) => void query.whereIn(columns.id, [...ids])),
    byEmail: (db, keys) => select(db, (query) => dialectOf(db).whereAddress(query, columns.email, keys)),
  };
}

/** Aliases are one lower-case word each, so that no mapper of the host changes them. */
function selection(columns: UserColumns): Record<string, string> {
  const name: Record<string, string> =
    typeof columns.name === 'string' ? { whole: columns.name } : { first: columns.name.first, last: columns.name.last };
  return {
    uid: columns.id,
    mail: columns.email,
    ...name,
    ...(columns.verified ? { verified: columnOf(columns.verified) } : {}),
    ...(columns.state?.active ? { active: columnOf(columns.state.active) } : {}),
    ...(columns.state?.inactive ? { inactive: columnOf(columns.state.inactive) } : {}),
    ...(columns.lastSeen ? { seen: columns.lastSeen.column } : {}),
    ...(columns.locale ? { locale: columns.locale } : {}),
  };
}

function toRow(columns: UserColumns, row: Record<string, unknown>): HostUserRow {
  const name =
    typeof columns.name === 'string'
      ? { name: row.whole as string | null }
      : { firstName: row.first as string | null, lastName: row.last as string | null };
  const seen = row.seen as Date | string | number | null | undefined;
  return {
    id: row.uid as string | number | bigint,
    email: row.mail as string | null,
    ...name,
    verified: columns.verified ? says(columns.verified, row.verified) : false,
    active:
      !(columns.state?.inactive && says(columns.state.inactive, row.inactive)) &&
      (columns.state?.active ? says(columns.state.active, row.active) : true),
    locale: columns.locale ? (row.locale as string | null) : null,
    lastSeenAt: columns.lastSeen?.unit === 'seconds' && seen !== null && seen !== undefined ? Number(seen) * 1000 : (seen ?? null),
  };
}

const columnOf = (flag: Flag): string => (typeof flag === 'string' ? flag : flag.column);

/** Compares as text, because drivers disagree on whether 1 is a number, a boolean or a text. */
function says(flag: Flag, value: unknown): boolean {
  if (typeof flag === 'string') return isYes(value);
  if (typeof flag.is === 'boolean') return isYes(value) === flag.is;
  return String(value) === String(flag.is);
}
