import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

/**
 * The usual report, with every test that failed once and then passed; with `TEST_COUNTS_FILE` set, the counts are written there, for whoever
 * has to add them up. Mocha takes a reporter from the default export only.
 */
export default class Reporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const { EVENT_TEST_RETRY, EVENT_RUN_END } = Mocha.Runner.constants;
    const again: string[] = [];
    runner.on(EVENT_TEST_RETRY, (test: Mocha.Test, error: Error) => again.push(`${test.fullTitle()}: ${error.message}`));
    runner.once(EVENT_RUN_END, () => {
      if (again.length > 0) console.log(`  ${again.length} tried again:\n${again.map((one) => `    ${one}\n`).join('')}`);
    });
    const file = process.env.TEST_COUNTS_FILE;
    if (!file) return;
    runner.once(EVENT_RUN_END, () => {
      writeFileSync(file, JSON.stringify({ passed: runner.stats?.passes ?? 0, failed: runner.stats?.failures ?? 0 }));
    });
  }
}
