import type { ChildProcess } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { bundled } from './bundle.ts';
import { spawnChild, stopChild } from './cleanup.ts';
import { nextMessage } from './messages.ts';

/** What a script for `runProcesses` exports: gets ready with its orders and answers the work, whose result (JSON) goes back. */
export interface Job {
  // biome-ignore lint/suspicious/noExplicitAny: each script knows its own orders
  prepare(orders: any): Promise<() => Promise<unknown>>;
}

/** The messages between `runProcesses` and the processes. */
export type ParentMessage = 'go' | { readonly script: string; readonly orders: unknown };
export interface ProcessMessage {
  readonly result?: unknown;
  readonly failed?: string;
}

/** Processes that have done their job wait here for the next one: to start and to warm up takes them longer than most jobs. */
const idle = new Set<ChildProcess>();

/**
 * Runs a script (see `Job`) in as many processes at once as there are orders. When all are ready, all begin together, and their results come
 * back in order. If one fails, all of them are killed.
 */
export async function runProcesses<Result>(script: URL, orders: readonly unknown[], timeoutMs = 60_000): Promise<Result[]> {
  const [own, job] = await Promise.all([bundled(new URL('./process-child.ts', import.meta.url)), bundled(script)]);
  const children = orders.map(() => take() ?? start(own));
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${script.pathname} took longer than ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    const results = await Promise.race([answers<Result>(children, pathToFileURL(job).href, orders), tooLong]);
    for (const child of children) giveBack(child);
    return results;
  } catch (error) {
    await Promise.all(children.map((child) => stopChild(child, 'SIGKILL')));
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function start(program: string): ChildProcess {
  const child = spawnChild(process.execPath, ['--enable-source-maps', program], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  child.once('exit', () => idle.delete(child));
  return child;
}

function take(): ChildProcess | undefined {
  const [child] = idle;
  if (!child) return undefined;
  idle.delete(child);
  child.ref();
  child.channel?.ref();
  return child;
}

/** A process without a job keeps nobody waiting at the end. */
function giveBack(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
  idle.add(child);
}

async function answers<Result>(children: readonly ChildProcess[], script: string, orders: readonly unknown[]): Promise<Result[]> {
  const askAll = (messages: readonly ParentMessage[]) =>
    Promise.all(children.map((child, index) => ask(child, `process ${index}`, messages[index]!)));
  await askAll(orders.map((own) => ({ script, orders: own })));
  return (await askAll(orders.map(() => 'go'))) as Result[];
}

async function ask(child: ChildProcess, name: string, message: ParentMessage): Promise<unknown> {
  const answer = nextMessage<ProcessMessage>(child, name);
  child.send(message);
  const { failed, result } = await answer;
  if (failed !== undefined) throw new Error(`${name}: ${failed}`);
  return result;
}
