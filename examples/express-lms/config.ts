import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const databaseUrl = process.env.DATABASE_URL || '.tmp/demo.sqlite';
const isServer = /^(mysql|mariadb|postgres|postgresql):\/\//.test(databaseUrl);
const sqliteFile = isServer ? null : resolve(databaseUrl.replace(/^(sqlite|file):(\/\/)?/, ''));
const dataFolder = sqliteFile ? dirname(sqliteFile) : resolve('.tmp');
mkdirSync(dataFolder, { recursive: true });

/** Reads a secret that must be the same after a restart, and makes it at the first start. */
function keptSecret(name: string): string {
  const file = join(dataFolder, name);
  try {
    // Of two processes that start at once, one writes and both read the same.
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}

const port = Number(process.env.PORT || 3000);
if (!Number.isInteger(port) || port < 1 || port > 65535)
  throw new Error(`PORT must be a number from 1 to 65535, not "${process.env.PORT}"`);
const givenKey = process.env.SEATKIT_OPERATOR_KEY || null;
if (givenKey && givenKey.length < 32) throw new Error('SEATKIT_OPERATOR_KEY needs 32 or more characters');

/** Everything that the environment decides, read once. */
export const config = {
  port,
  origin: `http://localhost:${port}`,
  databaseUrl,
  /** The SQLite file, or null on a database server. */
  sqliteFile,
  /** A mail server; without one mail goes to the demo's own inbox. */
  smtpUrl: process.env.SMTP_URL || null,
  mailFrom: 'Fernhill Learning <no-reply@fernhill.test>',
  secret: keptSecret('demo-secret'),
  operatorKey: givenKey ?? keptSecret('demo-operator-key'),
  /** Whether the operator key was made here and has to be told. */
  operatorKeyIsOurs: !givenKey,
};
