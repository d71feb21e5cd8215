import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';

const children = new Map<ChildProcess, NodeJS.Signals>();
const folders = new Set<string>();
let watching = false;

/** A new folder of its own, gone when the process ends, however it ends. */
export function temporaryFolder(name: string, parent = tmpdir()): string {
  watchExit();
  const folder = mkdtempSync(join(parent, `seatkit-${name}-`));
  folders.add(folder);
  return folder;
}

/** Removes a folder made by `temporaryFolder` now. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  folders.delete(folder);
}

/** Spawns a process that never outlives this one: `lastSignal` is sent when we end while it is still running. */
export function spawnChild(
  command: string,
  args: readonly string[],
  options: SpawnOptions,
  lastSignal: NodeJS.Signals = 'SIGKILL',
): ChildProcess {
  watchExit();
  const child = spawn(command, args, options);
  children.set(child, lastSignal);
  child.once('exit', () => children.delete(child));
  return child;
}

/** Stops a child and waits until it is gone; a child that ignores the signal for ten seconds is killed. */
export async function stopChild(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill(signal);
  const impatience = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await gone;
  clearTimeout(impatience);
}

/** Installed with the first thing to clean up, so that a script which only imports this file keeps its own signal handling. */
function watchExit(): void {
  if (watching) return;
  watching = true;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
  process.on('exit', () => {
    for (const [child, signal] of children) child.kill(signal);
    for (const folder of folders) {
      try {
        removeFolder(folder);
      } catch (error) {
        // A server that is just going down may still write; the rest must be removed all the same.
        console.warn(`left behind: ${folder} (${error instanceof Error ? error.message : error})`);
      }
    }
  });
}
