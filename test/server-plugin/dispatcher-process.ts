import { once } from 'node:events';
import { bundled } from '../support/bundle.ts';
import { spawnChild, stopChild } from '../support/cleanup.ts';
import type { SetupName } from '../support/knex-setups.ts';
import { nextMessage } from '../support/messages.ts';

/** A process of its own that hands out what waits in the outbox. */
export interface DispatcherProcess {
  /** Begins; answers when it has begun. */
  start(): Promise<void>;
  /** Ends it as an operator would. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/** Starts such a process and waits until it is ready to begin. */
export async function dispatcherProcess(setup: SetupName, databaseUrl: string, smtpUrl: string): Promise<DispatcherProcess> {
  const script = await bundled(new URL('./dispatcher.fixture.ts', import.meta.url));
  const env = { ...process.env, SETUP: setup, DATABASE_URL: databaseUrl, SMTP_URL: smtpUrl };
  const child = spawnChild(process.execPath, ['--enable-source-maps', script], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env,
  });
  const message = () => nextMessage(child, 'the dispatcher');
  await message();
  return {
    async start() {
      const started = message();
      child.send('start');
      await started;
    },
    async stop() {
      const gone = once(child, 'exit');
      child.send('stop');
      await gone;
    },
    kill: () => stopChild(child, 'SIGKILL'),
  };
}
