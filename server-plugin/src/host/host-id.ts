/** An id of the host's as text. Anything else that a host written in JavaScript may hand over would make one person of many. */
export function hostId(value: unknown, from: string): string {
  if (typeof value === 'string' && value !== '') return value;
  if (typeof value === 'bigint' || (typeof value === 'number' && Number.isFinite(value))) return String(value);
  throw new TypeError(`${from}: expected the id of a user, got ${value === '' ? 'an empty text' : typeof value}`);
}
