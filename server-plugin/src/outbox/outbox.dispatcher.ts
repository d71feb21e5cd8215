import type { Base } from '../context.ts';
import { SECOND } from '../ids.ts';
import { report } from '../report.ts';
import { systemContext } from '../transact.ts';
import { type Mailer, mailerOf } from './mailer.ts';
import { claimRows, type OutboxRow } from './outbox.table.ts';
import { cleaning, type Job, startJobs } from './periodic-jobs.ts';
import { processRow } from './process-row.ts';

export interface Dispatcher {
  /** Looks for work now, because there is some. */
  wake(): void;
  /** Takes no more work and waits, at most ten seconds, for what is being done. What is cut off is done again by whoever runs next. */
  stop(): Promise<void>;
}

/** Rows that are worked on at the same time in one process. */
const SLOTS = 8;
const IDLE = SECOND;
const LONGEST_PAUSE = 30 * SECOND;

/** Starts handing out what the outbox holds. Any number of processes may do so at once. */
export function startDispatcher(base: Base, jobs: readonly Job[] = []): Dispatcher {
  const mailer = mailerOf(base.host);
  const nap = napper();
  const running = new Set<Promise<void>>();
  let stopped = false;

  async function fill(): Promise<number> {
    const rows = await claim(base, mailer, SLOTS - running.size);
    for (const row of rows) {
      const work = processRow(systemContext(base, 'outbox'), row, mailer).finally(() => {
        running.delete(work);
        nap.wake();
      });
      running.add(work);
    }
    return rows.length;
  }

  async function loop(): Promise<void> {
    let failures = 0;
    while (!stopped) {
      let found = 0;
      try {
        if (running.size < SLOTS) found = await fill();
        failures = 0;
      } catch (error) {
        // Said once when it begins; while the database is away nothing else is wrong.
        if (failures === 0) report(base.host, 'outbox: cannot read what waits', error);
        failures += 1;
      }
      if (found === 0 && !stopped) await nap.sleep(failures === 0 ? IDLE : Math.min(IDLE * 2 ** failures, LONGEST_PAUSE), failures === 0);
    }
  }

  const ended = loop();
  const stopJobs = startJobs(base, [...jobs, cleaning]);
  return {
    wake: () => nap.wake(),
    async stop() {
      stopped = true;
      nap.stop();
      await atMost(
        10 * SECOND,
        Promise.all([ended, stopJobs()]).then(() => Promise.all(running)),
      );
      mailer?.close();
    },
  };
}

/** Hands out everything that is due now and returns how many rows that were. For tests and scripts. */
export async function dispatchOnce(base: Base): Promise<number> {
  const mailer = mailerOf(base.host);
  try {
    for (let total = 0; ; ) {
      const rows = await claim(base, mailer, SLOTS);
      if (rows.length === 0) return total;
      await Promise.all(rows.map((row) => processRow(systemContext(base, 'outbox'), row, mailer)));
      total += rows.length;
    }
  } finally {
    mailer?.close();
  }
}

function claim(base: Base, mailer: Mailer | null, limit: number): Promise<OutboxRow[]> {
  return claimRows(systemContext(base, 'outbox'), limit, mailer ? ['mail', 'access', 'signOut'] : ['access', 'signOut']);
}

/** Sleep that a call ends. A call that comes while nobody sleeps is remembered. */
function napper() {
  let called = false;
  let over = false;
  let end: (() => void) | null = null;
  return {
    wake() {
      called = true;
      end?.();
    },
    stop() {
      over = true;
      end?.();
      end = null;
    },
    /** `light` sleep ends early when called; after a failure the pause is kept. */
    async sleep(milliseconds: number, light: boolean): Promise<void> {
      if (over || (light && called)) {
        called = false;
        return;
      }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        end = () => {
          if (!light && !over) return;
          clearTimeout(timer);
          resolve();
        };
      });
      end = null;
      called = false;
    },
  };
}

async function atMost(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([work, new Promise((resolve) => (timer = setTimeout(resolve, milliseconds)))]);
  clearTimeout(timer);
}
