import { connect, createServer, type Server, type Socket } from 'node:net';
import { freePort } from './database-server.ts';

/** Stands between a client and a server on loopback, so that a test can take the server away and give it back. */
export interface TcpProxy {
  readonly port: number;
  /** Breaks every connection and refuses new ones, as when the server has died. */
  cut(): Promise<void>;
  restore(): Promise<void>;
  /** Once a client has sent this text, nothing more of what the server answers gets through to it. Null: no longer so for new connections. */
  swallowAfter(text: string | null): void;
  stop(): Promise<void>;
}

/** A proxy in front of a loopback port. */
export async function startProxy(targetPort: number): Promise<TcpProxy> {
  const port = await freePort();
  const sockets = new Set<Socket>();
  let swallowed: string | null = null;
  const server: Server = createServer((client) => {
    const target = connect(targetPort, '127.0.0.1');
    let mute = false;
    let tail = '';
    for (const [from, to] of [
      [client, target],
      [target, client],
    ] as const) {
      sockets.add(from);
      from.on('data', (chunk) => {
        if (from === client && swallowed !== null) {
          // The text may come in pieces.
          const seen = tail + chunk.toString('latin1');
          if (seen.includes(swallowed)) mute = true;
          tail = seen.slice(-swallowed.length);
        }
        if (from === client || !mute) to.write(chunk);
      });
      // A broken side takes the other one with it; how it broke is for the program behind it to tell.
      from.on('error', () => to.destroy());
      from.once('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  const listen = () => new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const cut = async () => {
    if (!server.listening) return;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  await listen();
  return {
    port,
    cut,
    restore: listen,
    swallowAfter(text) {
      swallowed = text;
    },
    stop: cut,
  };
}

/** The same address by way of the proxy. */
export function through(proxy: TcpProxy, url: string): string {
  const own = new URL(url);
  own.port = String(proxy.port);
  return own.href;
}
