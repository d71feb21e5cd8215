import type { Base } from '../context.ts';
import { pendingMigrations } from '../db/migrate.ts';
import { outboxHealth } from '../outbox/outbox.health.ts';
import { report } from '../report.ts';
import { contextOf } from '../transact.ts';
import { VERSION } from '../version.ts';

export interface HealthReport {
  readonly status: 'ok' | 'unavailable';
  readonly version: string;
  readonly database: 'ok' | 'unreachable';
  readonly migrations: { readonly pending: number };
  readonly outbox: { readonly waiting: number; readonly oldestSeconds: number; readonly dead: number };
}

/** What a load balancer and an operator want to know. Never throws. */
export async function health(base: Base): Promise<HealthReport> {
  const unknown = { migrations: { pending: 0 }, outbox: { waiting: 0, oldestSeconds: 0, dead: 0 } };
  try {
    const pending = (await pendingMigrations(base.db, base.prefix)).length;
    if (pending > 0) return { status: 'unavailable', version: VERSION, database: 'ok', ...unknown, migrations: { pending } };
    const outbox = await outboxHealth(contextOf(base, { kind: 'system', label: 'health' }));
    return { status: 'ok', version: VERSION, database: 'ok', migrations: { pending }, outbox };
  } catch (error) {
    report(base.host, 'health', error);
    return { status: 'unavailable', version: VERSION, database: 'unreachable', ...unknown };
  }
}
