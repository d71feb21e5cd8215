import type { Base, Context } from '../context.ts';
import { DAY, later, SECOND } from '../ids.ts';
import { report } from '../report.ts';
import { systemContext } from '../transact.ts';
import { deleteOldRows } from './outbox.table.ts';

/** Something to be done again and again while the dispatcher runs. Several processes may do it at once. */
export interface Job {
  readonly name: string;
  readonly everySeconds: number;
  run(ctx: Context): Promise<void>;
}

/** Forgets what was done a month ago. */
export const cleaning: Job = {
  name: 'outbox cleaning',
  everySeconds: 3600,
  async run(ctx) {
    while ((await deleteOldRows(ctx, later(ctx.now, -30 * DAY), 500)) > 0);
  },
};

/** Runs each job in its interval, never twice at once in this process. The function it returns ends that and waits for what is running. */
export function startJobs(base: Base, jobs: readonly Job[]): () => Promise<void> {
  let stopped = false;
  const timers = new Map<Job, NodeJS.Timeout>();
  const running = new Map<Job, Promise<void>>();
  const plan = (job: Job, seconds: number) => {
    if (stopped) return;
    // Processes that start together spread their work.
    const spread = 0.8 + Math.random() * 0.4;
    timers.set(
      job,
      setTimeout(() => running.set(job, once(job)), seconds * spread * SECOND),
    );
  };
  const once = async (job: Job) => {
    try {
      await job.run(systemContext(base, job.name));
    } catch (error) {
      report(base.host, job.name, error);
    }
    running.delete(job);
    plan(job, job.everySeconds);
  };
  for (const job of jobs) plan(job, Math.min(job.everySeconds, 2));
  return async () => {
    stopped = true;
    for (const timer of timers.values()) clearTimeout(timer);
    await Promise.all(running.values());
  };
}
