import type { Context } from '../context.ts';

/** How the outbox stands. Each figure is read from one index and stops counting at 10,000. */
export interface OutboxHealth {
  readonly waiting: number;
  /** Since when the oldest row that should have left by now, or has failed before, is waiting. */
  readonly oldestSeconds: number;
  readonly dead: number;
}

const MOST = 10_000;

export async function outboxHealth(ctx: Pick<Context, 'db' | 'tables'>): Promise<OutboxHealth> {
  const { db, tables } = ctx;
  const now = new Date().toISOString();
  const rows = (status: string) =>
    db(tables.outbox).select('attempts', 'availableAt', 'createdAt').where({ status }).orderBy('availableAt').limit(MOST);
  const since = db.raw('min(case when ?? > 0 then ?? when ?? <= ? then ?? end) as ??', [
    'attempts',
    'createdAt',
    'availableAt',
    now,
    'availableAt',
    'since',
  ]);
  const [waiting] = (await db.from(rows('waiting').as('w')).select(since).count({ n: '*' })) as unknown as {
    since: string | null;
    n: number | string;
  }[];
  const [dead] = (await db.from(rows('dead').as('d')).count({ n: '*' })) as { n: number | string }[];
  const oldest = waiting?.since ? Math.max(0, Math.round((Date.parse(now) - Date.parse(waiting.since)) / 1000)) : 0;
  return { waiting: Number(waiting?.n ?? 0), oldestSeconds: oldest, dead: Number(dead?.n ?? 0) };
}
