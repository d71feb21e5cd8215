import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { app } from './app.ts';
import { config } from './config.ts';
import { db } from './db.ts';
import { createHostTables } from './schema.ts';
import { seatkit } from './seatkit.ts';
import { seedOnce } from './seed/seed.ts';

const servers: Server[] = [];

function listen(host: string): Promise<AddressInfo> {
  const server = createServer(app);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: config.port, host, ipv6Only: host === '::1' }, () => {
      servers.push(server);
      resolve(server.address() as AddressInfo);
    });
  });
}

async function start(): Promise<void> {
  await createHostTables(db);
  await seatkit.migrate();
  await seedOnce();
  await seatkit.start();
  await listen('127.0.0.1');
  try {
    await listen('::1');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRNOTAVAIL' && code !== 'EAFNOSUPPORT') throw error;
    console.log('This machine has no IPv6 loopback: listening on 127.0.0.1 only.');
  }
  console.log(config.smtpUrl ? 'Mail goes to SMTP_URL.' : `Mail goes to ${config.origin}/inbox`);
  if (config.operatorKeyIsOurs) console.log(`Operator key: ${config.operatorKey}`);
  console.log(`ready ${config.origin}`);
}

let stopping = false;

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  // Answers that are under way may finish; whatever is still open after five seconds is cut.
  const cut = setTimeout(() => {
    for (const server of servers) server.closeAllConnections();
  }, 5000);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  clearTimeout(cut);
  await seatkit.stop();
  await db.destroy();
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    stop().then(
      () => process.exit(0),
      (error) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
}

start().catch((error: NodeJS.ErrnoException) => {
  console.error(error.code === 'EADDRINUSE' ? `Port ${config.port} is in use: choose another with PORT.` : error);
  process.exit(1);
});
