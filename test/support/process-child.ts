import type { ChildMessage } from './processes.ts';

/** In a script for `runProcesses`: says that it is ready, waits for the others, does the work and sends back the result (JSON). */
export async function atStart(work: () => Promise<unknown>): Promise<void> {
  const started = new Promise<void>((resolve) => process.once('message', () => resolve()));
  send({ ready: true });
  await started;
  try {
    send({ result: (await work()) ?? null });
  } catch (error) {
    send({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

function send(message: ChildMessage): void {
  if (!process.send) throw new Error('to be run by runProcesses');
  process.send(message);
}
