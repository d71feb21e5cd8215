import { expect } from 'chai';
import type { Express } from 'express';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { collectProblems, launchBrowser, runAxe } from '../support/browser.ts';
import { type Customer, eventually, useCustomer } from '../support/customer.ts';
import { ensureAssets } from '../support/demo.ts';

/** The strictest page a host can have: nothing but its own files, and one Trusted Types policy. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types seatkit";
const sheet =
  ':root { color-scheme: light dark; background: Canvas; color: CanvasText } body { margin: 16px 8px; font-family: sans-serif }';

function servePages(app: Express): void {
  app.get('/page.css', (_req, res) => res.type('css').send(sheet));
  app.get('/page', (req, res) => {
    const { markup, lang } = req.query as { markup: string; lang: string };
    res
      .set('Content-Security-Policy', policy)
      .type('html')
      .send(`<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Widgets</title>
<link rel="stylesheet" href="/page.css"><script type="module" src="/seatkit/assets/seatkit.js"></script></head><body><main><h1>Page</h1>${markup}</main></body></html>`);
  });
}

export interface OpenOptions {
  /** The host's id of the person at the browser; nobody is signed in without it. */
  readonly as?: string;
  readonly lang?: string;
  /** Console errors that the test itself brings about. */
  readonly ignore?: readonly RegExp[];
}

/** A customer, one browser for the whole file, and pages with widgets. What went wrong in any page fails the suite at its end. */
export interface Widgets {
  readonly customer: Customer;
  /** Opens a page holding these tags; the organization and the mount are filled in. */
  open(tags: readonly string[], options?: OpenOptions): Promise<Page>;
}

export function useWidgets(plant: (app: Express) => void = () => {}): Widgets {
  const customer = useCustomer({
    before(app) {
      servePages(app);
      plant(app);
    },
  });
  let browser: Browser;
  let contexts: BrowserContext[] = [];
  let problems: string[][] = [];
  before(async function () {
    this.timeout(60_000);
    ensureAssets();
    browser = await launchBrowser();
  });
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    contexts = [];
    const found = problems.flat();
    problems = [];
    expect(found, 'console and policy').to.deep.equal([]);
  });
  after(() => browser?.close());
  return {
    customer,
    async open(tags, { as, lang = 'en', ignore = [] } = {}) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        colorScheme: 'light',
        ...(as ? { extraHTTPHeaders: { 'X-User': as } } : {}),
      });
      contexts.push(context);
      context.setDefaultTimeout(6000);
      const page = await context.newPage();
      problems.push(collectProblems(page, ignore));
      const markup = tags
        .map((tag) => `<${tag} base-url="/seatkit" organization-id="${customer.organization.id}"></${tag.split(' ')[0]}>`)
        .join('\n');
      await page.goto(`${customer.host.origin}/page?${new URLSearchParams({ markup, lang })}`);
      return page;
    },
  };
}

/** The list loads its narrow layouts, in which heads without the focus are hidden from the eye, when there is little room for the first time. */
const isLaidOut = `[...document.querySelectorAll('seatkit-member-list')].every(({ shadowRoot }) => {
  const table = shadowRoot.querySelector('.table:not(.wide)');
  const heads = table?.querySelector('.heads');
  return !heads || heads.matches(':focus-within') || getComputedStyle(heads).position === 'absolute';
})`;

/**
 * Looks at the page as it is now: nothing that axe finds, nothing wider than the window. Once wide and light, once narrow and
 * dark; `all` four ways for what a widget shows most of the time.
 */
export async function expectSound(page: Page, ways: 'two' | 'all' = 'two'): Promise<void> {
  expect(await findUnsound(page, ways)).to.deep.equal([]);
}

/** What is wrong with the page as it is now, each with the window in which it is. */
export async function findUnsound(page: Page, ways: 'two' | 'all' = 'two'): Promise<string[]> {
  const found: string[] = [];
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    const usual = width === 320 ? 'dark' : 'light';
    // A list learns of its new width in one frame and lays itself out anew in the next.
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))))');
    // What a narrow window needs of style may still be on its way.
    await page.waitForFunction(() => document.documentElement.scrollWidth <= innerWidth, undefined, { timeout: 3000 }).catch(() => {}); // told below
    await eventually(() => page.evaluate<boolean>(isLaidOut));
    for (const colorScheme of ways === 'all' ? (['light', 'dark'] as const) : ([usual] as const)) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      found.push(...(await runAxe(page)).map((one) => `${width} ${colorScheme}: ${one}`));
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (overflow > 0) found.push(`${width}: ${overflow} pixels beyond the window`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
}

/** Keeps what is written next from the server until `answer` is called; `asked` is there as soon as it has been sent. */
export async function holdWrites(page: Page): Promise<{ asked: Promise<unknown>; answer: () => void }> {
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/organizations/**', async (route) => {
    if (route.request().method() !== 'GET') await held;
    await route.fallback();
  });
  return { asked: page.waitForRequest((request) => request.method() !== 'GET'), answer };
}

/** What has the focus, through all shadow trees, as its accessible label or text. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
  });
}

/** What the browser itself logs when the network is cut. */
export const cutOff = [/ERR_INTERNET_DISCONNECTED/, /ERR_FAILED/];
