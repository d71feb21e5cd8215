import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Seatkit } from '../seatkit.ts';
import { VERSION } from '../version.ts';

const usage = `seatkit ${VERSION}

  seatkit <command> <module>

<module> is the host's own file that exports \`seatkit\`, so that the same database and mapping are used.

  migrate        create the own tables or bring them up to date
  uninstall      drop the own tables and nothing else (asks for --yes)
  doctor         check the mount and say how to put right what is wrong
  verify         compare every figure with what it counts
  outbox         list what was given up: kind, age, error (--retry tries all of it again)
  operator-key   make an operator key and show it once (--label <text>), or shut those of a label (--revoke <text>)
`;

type Command = (seatkit: Seatkit, options: readonly string[]) => Promise<number>;

const commands: Record<string, Command> = {
  async migrate(seatkit) {
    const steps = await seatkit.migrate();
    console.log(steps.length === 0 ? 'Everything is up to date.' : `Done: ${steps.join(', ')}`);
    return 0;
  },
  async uninstall(seatkit, options) {
    if (!options.includes('--yes')) {
      console.error('This drops every seat, member and invitation. Add --yes to go on.');
      return 2;
    }
    await seatkit.uninstall();
    console.log('The own tables are gone; the tables of the host are as they were.');
    return 0;
  },
  async doctor(seatkit) {
    const findings = await seatkit.doctor();
    for (const { check, status, detail, fix } of findings)
      console.log(`${status.padEnd(8)}${check}: ${detail}${fix ? `\n        → ${fix}` : ''}`);
    return findings.some((finding) => finding.status === 'error') ? 1 : 0;
  },
  async verify(seatkit) {
    const differences = await seatkit.verify();
    for (const { what, id, kept, counted } of differences) console.log(`${what} (${id}): kept ${kept}, counted ${counted}`);
    console.log(
      differences.length === 0
        ? 'Every figure agrees with what it counts.'
        : `${differences.length} ${differences.length === 1 ? 'figure differs' : 'figures differ'}`,
    );
    return differences.length === 0 ? 0 : 1;
  },
  async outbox(seatkit, options) {
    if (options.includes('--retry')) {
      console.log(`Tried again: ${await seatkit.retryDead()}`);
      return 0;
    }
    const dead = await seatkit.deadLetters();
    for (const { id, kind, createdAt, attempts, error } of dead)
      console.log(`${id}  ${kind.padEnd(8)}${ageOf(createdAt).padEnd(8)}${attempts} attempts  ${error ?? ''}`);
    console.log(dead.length === 0 ? 'Nothing was given up.' : `${dead.length} given up; --retry tries them again.`);
    return dead.length === 0 ? 0 : 1;
  },
  async 'operator-key'(seatkit, options) {
    const given = (name: string) => (options.includes(name) ? (options[options.indexOf(name) + 1] ?? '') : undefined);
    const revoked = given('--revoke');
    const label = given('--label');
    if ([revoked, label].some((text) => text !== undefined && (text === '' || text.startsWith('--')))) {
      console.error(`Say which label.\n\n${usage}`);
      return 2;
    }
    if (revoked !== undefined) {
      console.log(`Shut: ${await seatkit.revokeOperatorKeys(revoked)}`);
      return 0;
    }
    console.log(await seatkit.createOperatorKey(label ?? 'command line'));
    console.error('Keep it now: only its hash is stored.');
    return 0;
  },
};

/** `3 d`, `5 h` or `12 min`. */
function ageOf(time: string): string {
  const minutes = Math.max(0, Math.round((Date.now() - Date.parse(time)) / 60_000));
  if (minutes >= 48 * 60) return `${Math.round(minutes / 60 / 24)} d`;
  return minutes >= 120 ? `${Math.round(minutes / 60)} h` : `${minutes} min`;
}

async function main(args: readonly string[]): Promise<number> {
  const [name, module, ...options] = args;
  if (name === undefined || name === '--help' || name === '-h') {
    console.log(usage);
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command || module === undefined) {
    console.error(usage);
    return 2;
  }
  const imported = (await import(pathToFileURL(resolve(module)).href)) as { seatkit?: Seatkit; default?: { seatkit?: Seatkit } };
  const seatkit = imported.seatkit ?? imported.default?.seatkit;
  if (!seatkit) {
    console.error(`${module} exports no \`seatkit\`.`);
    return 2;
  }
  return command(seatkit, options);
}

// A host's module that listens does so behind our back, and its failure reaches no promise of ours.
process.once('uncaughtException', (error: NodeJS.ErrnoException) => {
  console.error(
    error.code === 'EADDRINUSE' ? 'Your module starts a server. Export `seatkit` from one that does not listen.' : error.message,
  );
  process.exit(1);
});

main(process.argv.slice(2)).then(
  // The host's module may hold connections open, so the process is ended and not waited for.
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
