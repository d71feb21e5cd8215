import { clientError } from './error.ts';

const longestTimer = 2 ** 31 - 1;

/**
 * Runs `work` until it settles, the time is up or the caller cancels, whichever comes first. It settles then even if
 * the host's `fetch` or `getToken` takes no notice of the signal.
 */
export async function withDeadline<T>(
  timeoutMs: number,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  const ended = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
  const cancel = () => controller.abort(clientError('aborted', 'The caller cancelled the request.', { cause: outer?.reason }));
  const timer = setTimeout(
    () => controller.abort(clientError('timeout', `No answer within ${timeoutMs} ms.`)),
    Math.min(timeoutMs, longestTimer),
  );
  outer?.addEventListener('abort', cancel);
  if (outer?.aborted) cancel();
  try {
    return await Promise.race([ended, signal.aborted ? ended : work(signal)]);
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener('abort', cancel);
  }
}

/** Waits, but no longer than the signal lives. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
}
