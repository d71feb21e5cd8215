import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { createGallery } from '../../examples/gallery/app.ts';
import { collectProblems, describeInBrowser, launchBrowser } from '../support/browser.ts';
import { ensureAssets } from '../support/demo.ts';
import { everything, type lookThrough, payloads } from './script-payloads.ts';

type Looked = ReturnType<typeof lookThrough>;
declare global {
  interface Window {
    readonly payloadPage: { states: string[]; show(index: number): Promise<Looked>; refused(): string[]; spoilWords(): void };
  }
}

/** States that show nothing that somebody has typed. */
const nothingTyped =
  /loading|nothing bought|failed|not reached|forbidden|not signed in|dialog (button|few)|mail is held|without choices|empty|nothing found|no group/;

/** The texts in which a payload stands cut into pieces. What makes initials out of names takes the first letter alone. */
function cut(texts: readonly string[]): string[] {
  const left = texts.map((text) => text.replaceAll(everything, '')).filter((text) => text.length > 2 && /⟦|⟧|boom/.test(text));
  return left.map((text) => text.slice(0, 200));
}

describeInBrowser('payloads of scripts in everything that is shown', function () {
  this.timeout(120_000);
  let browser: Browser;
  let server: Server;
  let origin: string;

  before(async () => {
    ensureAssets();
    const { outputFiles } = await build({
      entryPoints: [fileURLToPath(new URL('payloads.fixture.ts', import.meta.url))],
      bundle: true,
      format: 'esm',
      target: 'es2022',
      write: false,
      plugins: [
        {
          name: 'as-a-host-loads-it',
          setup: ({ onResolve }) => onResolve({ filter: /^@seatkit\// }, () => ({ path: '/assets/seatkit.js', external: true })),
        },
      ],
    });
    const app = await createGallery((app) => {
      // So small that rows are near the window, however long the names.
      app.get('/payloads.css', (_req, res) => res.type('css').send(':root { --seatkit-font: 2px/1 sans-serif }'));
      app.get('/payloads.js', (_req, res) => res.type('js').send(outputFiles[0]!.text));
      app.get('/payloads', (_req, res) =>
        res.send(
          '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Payloads</title><link rel="stylesheet" href="/payloads.css"><script type="module" src="/payloads.js"></script></head><body><main></main></body></html>',
        ),
      );
    });
    server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });

  const lookAtAll = async (page: Page): Promise<string[]> => {
    const states = await page.evaluate(() => window.payloadPage.states);
    const untouched: string[] = [];
    for (const [index, state] of states.entries()) {
      const { made, texts } = await page.evaluate((index) => window.payloadPage.show(index), index);
      expect(made, `${state}: elements and attributes`).to.deep.equal([]);
      expect(cut(texts), `${state}: in pieces`).to.deep.equal([]);
      if (!texts.some((text) => text.includes(everything))) untouched.push(state);
    }
    expect(await page.evaluate(() => window.payloadPage.refused()), 'refused by the policy').to.deep.equal([]);
    return untouched;
  };
  const opened = async (problems: { found: string[] }): Promise<Page> => {
    const page = await browser.newPage({ reducedMotion: 'reduce' });
    problems.found = collectProblems(page);
    await page.goto(`${origin}/payloads`);
    await page.waitForFunction(() => 'payloadPage' in window);
    return page;
  };

  it('are texts and nothing else in every state of every widget, whole, when the server tells them', async () => {
    expect(payloads).to.have.length(60);
    const problems = { found: [] as string[] };
    const page = await opened(problems);
    const untouched = await lookAtAll(page);
    expect(
      untouched.filter((state) => !nothingTyped.test(state)),
      'states without a payload',
    ).to.deep.equal([]);
    expect(problems.found).to.deep.equal([]);
    await page.close();
  });

  it('are texts and nothing else, whole, when they are the words of the page itself', async () => {
    const problems = { found: [] as string[] };
    const page = await opened(problems);
    await page.evaluate(() => window.payloadPage.spoilWords());
    expect(await lookAtAll(page), 'without a word').to.deep.equal([]);
    expect(problems.found).to.deep.equal([]);
    await page.close();
  });
});
