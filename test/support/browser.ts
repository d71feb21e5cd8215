import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { chromiumMissing, findChromium } from './chromium.ts';
import { isCovered } from './not-covered.ts';

/**
 * What Chromium shall do without. It heeds only the last such list, so Playwright's own stands here again; the first four are ours:
 * the popups of the address bar are pages themselves, and take more time in every window than the page under test; so does a renderer kept in reserve.
 */
const unwanted = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'SpareRendererForSitePerProcess',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];
const flags = [
  `--disable-features=${unwanted.join()}`,
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * `describe` for suites that need a browser: skipped, with one line said, where there is none. On the machine of CI, which others may
 * keep busy, a test is tried up to three times; the report names every one that needed it.
 */
export function describeInBrowser(title: string, define: (this: Mocha.Suite) => void): void {
  (isCovered('the browser', chromiumMissing()) ? describe : describe.skip)(title, function () {
    if (process.env.CI === 'true') this.retries(2);
    define.call(this);
  });
}

/** Starts a browser; whoever starts it closes it. */
export function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = findChromium();
  const inherited = Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
  return chromium.launch({ executablePath, args: flags, chromiumSandbox: false, env: { ...inherited, ...env } });
}

/**
 * Gathers, from now on, everything that goes wrong in a page: console errors (the browser reports Content Security Policy and
 * Trusted Types violations and failed answers there), uncaught errors and requests without an answer. Call it before `goto`.
 */
export function collectProblems(page: Page, ignore: readonly RegExp[] = []): string[] {
  const problems: string[] = [];
  const add = (problem: string) => {
    if (!ignore.some((pattern) => pattern.test(problem))) problems.push(problem);
  };
  page.on('console', (message) => {
    if (message.type() === 'error') add(`console: ${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => add(`error: ${error.stack ?? error.message}`));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'failed';
    // Requests given up by the page itself, when it is left or reloads a list, are no fault.
    if (reason !== 'net::ERR_ABORTED') add(`request: ${request.method()} ${request.url()} ${reason}`);
  });
  return problems;
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with the page as it is now, shadow trees included: rule, and where. */
export async function runAxe(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  try {
    // The page's own policy must not keep the checker out, so it goes in by the debugger's door.
    const evaluate = async (expression: string) => {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    };
    if (!(await evaluate('"axe" in window'))) await evaluate(axeSource);
    const violations: AxeResults['violations'] = await evaluate(
      "axe.run({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true }, 'label-content-name-mismatch': { enabled: true } } }).then((results) => results.violations)",
    );
    return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help} at ${target.flat().join(' > ')}`));
  } finally {
    await session.detach();
  }
}
