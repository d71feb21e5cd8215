import type { ChildProcess } from 'node:child_process';
import { bundled } from './bundle.ts';
import { spawnChild, stopChild } from './cleanup.ts';

/** The messages between `runProcesses` and the scripts it runs. */
export type ChildMessage = { readonly ready: true } | { readonly result: unknown } | { readonly failed: string };

/**
 * Runs a script in `count` processes at once. Each calls `atStart(work)`; when all are ready, all are released together, and
 * their results come back in order. If one fails, the others are killed.
 */
export async function runProcesses<Result>(
  count: number,
  script: URL,
  env: Readonly<Record<string, string>> = {},
  timeoutMs = 60_000,
): Promise<Result[]> {
  const file = await bundled(script);
  const children = Array.from({ length: count }, (_, index) => {
    const options = {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'] as const,
      env: { ...process.env, ...env, PROCESS_INDEX: String(index) },
    };
    return spawnChild(process.execPath, ['--enable-source-maps', file], { ...options, stdio: [...options.stdio] });
  });
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${script.pathname} took longer than ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    return await Promise.race([answers<Result>(children), tooLong]);
  } finally {
    clearTimeout(timer);
    await Promise.all(children.map((child) => stopChild(child, 'SIGKILL')));
  }
}

async function answers<Result>(children: readonly ChildProcess[]): Promise<Result[]> {
  let waiting = children.length;
  const onReady = () => {
    waiting -= 1;
    if (waiting === 0) for (const child of children) child.send('go');
  };
  return Promise.all(children.map((child, index) => answer<Result>(child, index, onReady)));
}

function answer<Result>(child: ChildProcess, index: number, onReady: () => void): Promise<Result> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: ChildMessage) => {
      if ('ready' in message) onReady();
      else if ('failed' in message) reject(new Error(`process ${index}: ${message.failed}`));
      else resolve(message.result as Result);
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new Error(`process ${index} ended with ${signal ?? code} before its result`)));
  });
}
