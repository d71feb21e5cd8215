import type { Context } from './context.ts';
import { actorName, type Caller } from './context.ts';
import { insertChunks } from './db/insert-chunks.ts';
import { DomainError } from './errors.ts';
import { newId } from './ids.ts';
import type { AccessEvent } from './options.ts';

/** What an operation leaves behind beside its rows. Collected while it runs and written together at its end, in the same transaction. */
export interface Effects {
  readonly ledger: Record<string, unknown>[];
  readonly audit: Record<string, unknown>[];
  readonly outbox: Record<string, unknown>[];
  readonly access: AccessEvent[];
}

export function noEffects(): Effects {
  return { ledger: [], audit: [], outbox: [], access: [] };
}

/** Runs `work` in a savepoint: when it throws, neither its rows nor its effects remain. */
export async function inSavepoint<C extends Context, T>(ctx: C, work: (ctx: C) => Promise<T>): Promise<T> {
  const effects = noEffects();
  const answer = await ctx.db.transaction((savepoint) => work({ ...ctx, db: savepoint, effects }));
  ctx.effects.ledger.push(...effects.ledger);
  ctx.effects.audit.push(...effects.audit);
  ctx.effects.outbox.push(...effects.outbox);
  ctx.effects.access.push(...effects.access);
  return answer;
}

/** Records who changed what. `changes` holds ids, states and flags, and before and after of what was edited. */
export function addAudit(
  ctx: Context & { readonly caller?: Caller; readonly organization?: { readonly id: string } },
  action: string,
  subject: string,
  changes: object = {},
): void {
  ctx.effects.audit.push({
    id: newId(),
    organizationId: ctx.organization?.id ?? null,
    actor: actorName(ctx),
    action,
    subject,
    changes: JSON.stringify(changes),
    at: ctx.now,
  });
}

/**
 * Calls the host's access hooks and writes ledger, audit and outbox rows. The last thing inside the transaction. What ends is told before what begins,
 * in the transaction and after it: whoever changes one seat of a product for another must not end without the product.
 */
export async function flushEffects(ctx: Context): Promise<void> {
  const { effects, host, db, tables } = ctx;
  const trx = db as import('knex').Knex.Transaction;
  const revoked = effects.access.filter((event) => event.type === 'revoked');
  const granted = effects.access.filter((event) => event.type === 'granted');
  await callHook(
    'access.revoke',
    host.options.access?.revoke && revoked.length > 0 ? () => host.options.access!.revoke!(revoked, { trx }) : undefined,
  );
  await callHook(
    'access.grant',
    host.options.access?.grant && granted.length > 0 ? () => host.options.access!.grant!(granted, { trx }) : undefined,
  );
  if (host.options.access?.committed) {
    for (const event of [...revoked, ...granted])
      effects.outbox.push(
        outboxRow(ctx, { kind: 'access', orderKey: event.memberId, organizationId: event.organizationId, payload: event }),
      );
  }
  await insertChunks(db, tables.ledger, effects.ledger);
  await insertChunks(db, tables.audit, effects.audit);
  await insertChunks(db, tables.outbox, effects.outbox);
}

/** A row of the outbox: what is to be done after commit, at least once. */
export function outboxRow(
  ctx: Context,
  entry: {
    readonly kind: 'mail' | 'access' | 'signOut';
    readonly orderKey: string;
    readonly organizationId: string | null;
    readonly payload: object;
    readonly availableAt?: string;
    readonly invitationId?: string;
    readonly version?: number;
    readonly recipientHash?: string;
  },
): Record<string, unknown> {
  return {
    id: newId(),
    organizationId: entry.organizationId,
    kind: entry.kind,
    orderKey: entry.orderKey,
    invitationId: entry.invitationId ?? null,
    version: entry.version ?? null,
    recipientHash: entry.recipientHash ?? null,
    payload: JSON.stringify(entry.payload),
    status: 'waiting',
    attempts: 0,
    availableAt: entry.availableAt ?? ctx.now,
    leaseUntil: null,
    leasedBy: null,
    error: null,
    createdAt: ctx.now,
    doneAt: null,
  };
}

const HOOK_LIMIT = 10_000;

/** Runs a hook of the host inside the transaction. What it throws, and a silence of ten seconds, undo everything. */
export async function callHook<T>(name: string, hook: () => Promise<T> | T): Promise<T>;
export async function callHook<T>(name: string, hook: (() => Promise<T> | T) | undefined): Promise<T | undefined>;
export async function callHook<T>(name: string, hook: (() => Promise<T> | T) | undefined): Promise<T | undefined> {
  if (!hook) return undefined;
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new Error(
            `${name} was not settled within ${HOOK_LIMIT / 1000} s. On SQLite the usual cause is a query that does not use the given trx and so waits for this very transaction.`,
          ),
        ),
      HOOK_LIMIT,
    );
  });
  try {
    return await Promise.race([Promise.resolve().then(hook), limit]);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError('host_failed', 'The learning platform could not carry this out. Nothing was changed.', {}, error);
  } finally {
    clearTimeout(timer);
  }
}
