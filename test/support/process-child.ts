import type { Job, ParentMessage, ProcessMessage } from './processes.ts';

/** What `runProcesses` starts: does one job after the other, each when it is told to. */
let work = async (): Promise<unknown> => {
  throw new Error('there is nothing to do yet');
};

process.on('message', async (message: ParentMessage) => {
  try {
    if (message === 'go') return send({ result: await work() });
    const job = (await import(message.script)) as Job;
    work = await job.prepare(message.orders);
    send({});
  } catch (error) {
    send({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

function send(message: ProcessMessage): void {
  if (!process.send) throw new Error('to be run by runProcesses');
  process.send(message);
}
