import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** The next message of a child; rejects when the child ends without one. */
export async function nextMessage<Message>(child: ChildProcess, name: string): Promise<Message> {
  const over = new AbortController();
  const early = once(child, 'exit', { signal: over.signal }).then(([code, signal]) => {
    throw new Error(`${name} ended with ${signal ?? code}`);
  });
  try {
    const [message] = await Promise.race([once(child, 'message', { signal: over.signal }), early]);
    return message;
  } finally {
    over.abort();
  }
}
