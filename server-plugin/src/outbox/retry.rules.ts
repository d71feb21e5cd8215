import { DAY, HOUR, SECOND } from '../ids.ts';

/** After so many failures a row is given up and shown as dead. */
const MOST_ATTEMPTS = 12;
/** A server that cannot be reached at all is no fault of the mail: it is tried for so long. */
const OUTAGE_LIMIT = 3 * DAY;

/** How long to wait after the given number of failures: about 5 s, doubling, up to an hour, spread so that rows do not come back together. */
export function backoff(attempts: number, random: () => number = Math.random): number {
  const wait = Math.min(5 * SECOND * 2 ** (attempts - 1), HOUR);
  return Math.round(wait * (0.75 + random() * 0.5));
}

/** Whether the mail server has refused the recipient for good. */
export function isPermanent(error: unknown): boolean {
  const { responseCode, command, rejected, code } = fieldsOf(error);
  if (typeof responseCode === 'number')
    return responseCode >= 500 && responseCode < 600 && (command === 'RCPT TO' || (Array.isArray(rejected) && rejected.length > 0));
  // The mail library itself refuses an address it cannot write into an envelope.
  return code === 'EENVELOPE' && command === 'API';
}

const outages = new Set([
  'ECONNECTION',
  'ETIMEDOUT',
  'ESOCKET',
  'EDNS',
  'EAUTH',
  'ETLS',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'EHOSTUNREACH',
]);

/** Whether no conversation with the server came about, so that the failure says nothing of this row. */
export function isOutage(error: unknown): boolean {
  return outages.has(String(fieldsOf(error).code));
}

/** What becomes of a row that has failed `attempts` times and is `age` milliseconds old. */
export function afterFailure(error: unknown, attempts: number, age: number): 'again' | 'dead' {
  if (isPermanent(error)) return 'dead';
  if (isOutage(error)) return age < OUTAGE_LIMIT ? 'again' : 'dead';
  return attempts < MOST_ATTEMPTS ? 'again' : 'dead';
}

function fieldsOf(error: unknown): { responseCode?: unknown; command?: unknown; rejected?: unknown; code?: unknown } {
  return typeof error === 'object' && error !== null ? error : {};
}
