import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from './context.ts';
import { isLockTimeout } from './db/dialect.ts';
import { fail } from './errors.ts';
import { DAY, later } from './ids.ts';

const WAIT_SECONDS = 10;

/** What became of an idempotency key: it is this request's, or there is an answer already. */
export interface Claim {
  readonly key: string;
  readonly answer: { readonly status: number; readonly body: unknown } | null;
}

/** What runs in this process under a key, by host. */
const running = new WeakMap<object, Map<string, Promise<unknown>>>();

/**
 * Does the work of a key when nothing else of this process is under way with it. Repetitions wait here, because each that waits in the database holds
 * one of the few connections that everybody else needs.
 */
export async function inTurn<T>(ctx: Context, key: string, work: () => Promise<T>): Promise<T> {
  const stored = storedKey(ctx, key);
  const here = running.get(ctx.host) ?? new Map<string, Promise<unknown>>();
  running.set(ctx.host, here);
  const timeUp = new AbortController();
  const tooLong = sleep(WAIT_SECONDS * 1000, true, { signal: timeUp.signal, ref: false }).catch(() => true);
  try {
    for (let before = here.get(stored); before; before = here.get(stored))
      if (await Promise.race([tooLong, before.then(no, no)])) failInProgress();
  } finally {
    timeUp.abort();
  }
  const promise = work();
  here.set(stored, promise);
  return promise.finally(() => here.delete(stored));
}

const no = () => false;

function failInProgress(): never {
  return fail('request_in_progress', 'The same request is still running. Ask again in a moment.', { retry: true });
}

/**
 * The first insert of the transaction. A second request with the same key waits in the database for the first one's end: then it gets the
 * same answer, or, when the first was refused and left nothing, it runs itself.
 */
export async function claimKey(ctx: Context, key: string, requestHash: string): Promise<Claim> {
  const stored = storedKey(ctx, key);
  const table = ctx.tables.idempotency;
  const claim = () => ctx.dialect.tryInsert(ctx.db, table, { key: stored, requestHash, status: null, answer: null, createdAt: ctx.now });
  try {
    if (await ctx.dialect.waitingAtMost(ctx.db as import('knex').Knex.Transaction, WAIT_SECONDS, claim))
      return { key: stored, answer: null };
  } catch (error) {
    if (isLockTimeout(error)) failInProgress();
    throw error;
  }
  const row = (await ctx.db(table).where({ key: stored }).first()) as { requestHash: string; status: number; answer: string } | undefined;
  if (!row) return fail('conflict', 'The same request ended at this moment. Send it again.', { retry: true });
  if (row.requestHash !== requestHash) fail('idempotency_key_reused', 'This Idempotency-Key was used for another request.');
  return { key: stored, answer: { status: Number(row.status), body: JSON.parse(row.answer) } };
}

/** Keeps the answer beside its key, in the transaction whose effects it describes. */
export async function keepAnswer(ctx: Context, key: string, status: number, body: unknown): Promise<void> {
  await ctx
    .db(ctx.tables.idempotency)
    .where({ key })
    .update({ status, answer: JSON.stringify(body ?? null) });
}

/** Keys are kept for a day. */
export async function deleteOldKeys(ctx: Context): Promise<void> {
  await ctx.db(ctx.tables.idempotency).where('createdAt', '<', later(ctx.now, -DAY)).delete();
}

/** Keys belong to their caller. */
function storedKey(ctx: Context, key: string): string {
  if (key.length > 255) fail('invalid', 'The Idempotency-Key is longer than 255 characters.');
  return createHash('sha256')
    .update(JSON.stringify([callerKey(ctx), key]))
    .digest('hex');
}

function callerKey(ctx: Context): string {
  const { actor } = ctx;
  return actor.kind === 'person' ? `person:${actor.userId ?? actor.memberId}` : `${actor.kind}:${actor.label}`;
}
