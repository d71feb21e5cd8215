import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

/** The usual report; with `TEST_COUNTS_FILE` set, the counts are written there, for whoever has to add them up. Mocha takes a reporter from the default export only. */
export default class Reporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const file = process.env.TEST_COUNTS_FILE;
    if (!file) return;
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      writeFileSync(file, JSON.stringify({ passed: runner.stats?.passes ?? 0, failed: runner.stats?.failures ?? 0 }));
    });
  }
}
