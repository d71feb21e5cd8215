import type { HostUser, HostUserRow } from '../options.ts';

/** Makes one person out of whatever the host's row holds. Ids become text before anything else happens to them. */
export function toHostUser(row: HostUserRow): HostUser {
  if (typeof row.id === 'number' && !Number.isSafeInteger(row.id)) {
    throw new Error(
      'A user id is larger than 2^53 and was rounded by the driver: set supportBigNumbers and bigNumberStrings in the mysql2 connection.',
    );
  }
  const [firstName, lastName] =
    row.firstName !== undefined || row.lastName !== undefined ? [row.firstName ?? '', row.lastName ?? ''] : splitName(row.name ?? '');
  return {
    id: String(row.id),
    email: row.email ?? '',
    firstName: firstName.trim(),
    lastName: lastName.trim(),
    verified: row.verified === undefined ? false : isYes(row.verified),
    active: row.active === undefined ? true : isYes(row.active),
    locale: row.locale ?? null,
    lastSeenAt: toTime(row.lastSeenAt),
  };
}

/** A host that keeps one name column: everything but the last word is the first name. */
function splitName(name: string): [string, string] {
  const words = name.trim().split(/\s+/);
  return words.length < 2 ? [name.trim(), ''] : [words.slice(0, -1).join(' '), words.at(-1) ?? ''];
}

/** True, 1, "1", "t", "yes" or any time stamp: drivers and hosts spell yes in many ways. */
export function isYes(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === 0 || value === 0n) return false;
  if (typeof value === 'string') return !['', '0', 'f', 'false', 'n', 'no'].includes(value.trim().toLowerCase());
  if (Buffer.isBuffer(value)) return value.some((byte) => byte !== 0);
  return true;
}

function toTime(value: Date | string | number | null | undefined): string | null {
  if (value === null || value === undefined || value === '' || value === 0) return null;
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}:\d{2}(\.\d+)?$/.test(value))
    return toTime(new Date(`${value.replace(' ', 'T')}Z`));
  const time = value instanceof Date ? value : new Date(typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}
