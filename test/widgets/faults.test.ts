import { expect } from 'chai';
import type { RequestHandler } from 'express';
import type { Locator, Page } from 'playwright-core';
import { problemCodes } from '../../sdk/src/contract/problems.ts';
import { describeInBrowser } from '../support/browser.ts';
import { eventually } from '../support/customer.ts';
import { useWidgets } from './widget-page.ts';

/** What goes wrong between a widget and its server, and what is said of it. */
interface Fault {
  readonly name: string;
  /** Stands before Seatkit; null when nothing gets as far. */
  readonly answer: RequestHandler | null;
  readonly sentence: string;
  /** What is said in place of something that cannot be shown, where that is another sentence. */
  readonly instead?: string;
  /** Milliseconds after which the page's own client gives up. */
  readonly timeoutMs?: number;
}

const refuse =
  (code: keyof typeof problemCodes, facts = {}): RequestHandler =>
  (_req, res) => {
    const [status, title] = problemCodes[code];
    res
      .status(status)
      .set('Retry-After', '0')
      .type('application/problem+json')
      .send(JSON.stringify({ type: 'about:blank', title, status, code, detail: title, ...facts }));
  };

const faults: readonly Fault[] = [
  {
    name: 'is slow',
    answer: () => {}, // never
    sentence: 'The server took too long. Nothing was lost; try again.',
    timeoutMs: 1500,
  },
  {
    name: 'is down',
    answer: (req) => void req.socket.destroy(),
    sentence: 'The server cannot be reached. Nothing was lost; try again.',
  },
  {
    name: 'is down behind a proxy',
    answer: (_req, res) => void res.status(502).type('html').send('<h1>Bad gateway</h1>'),
    sentence: 'The server is not available at the moment. Nothing was lost; try again.',
  },
  {
    name: 'knows nobody any more (401)',
    answer(req, _res, next) {
      delete req.headers['x-user']; // the session has ended
      next();
    },
    sentence: 'You are not signed in. Sign in, if you like in another tab, and try again here.',
  },
  {
    name: 'refuses (403)',
    answer: refuse('not_allowed'),
    sentence: 'You do not have the right to do this. Ask an admin of your organization.',
    instead: 'You may not see this. Ask an admin of your organization.',
  },
  { name: 'met somebody faster (409)', answer: refuse('conflict', { retry: true }), sentence: 'Somebody else was faster. Try again.' },
  {
    name: 'has had enough (429)',
    answer: refuse('too_many_requests'),
    sentence: 'Too many requests. Wait a moment and try again.',
  },
  {
    name: 'is out of reach, because the browser is offline',
    answer: null,
    sentence: 'You are offline. Nothing was lost; try again as soon as you are connected.',
  },
  {
    name: 'answers in another version',
    answer: (req, res) => void (req.method === 'GET' ? res.json({ version: 2 }) : res.type('html').send('<h1>Signed out</h1>')),
    sentence: 'The answer could not be understood. The platform may have been updated: reload the page.',
  },
];

/** A widget at work: somebody types and presses, once for each fault. */
interface Work {
  /** Types, up to the last button. Answers that button. */
  readonly type: (page: Page, at: number) => Promise<Locator>;
  /** What was typed, as it stands in the page. */
  readonly typed: (page: Page) => Promise<unknown>;
  readonly done: (page: Page, at: number) => Promise<void>;
  /** Something that only a widget shows that has loaded; `open` brings it about where it needs a press. */
  readonly shown: string;
  readonly open?: string;
}

const dialog = (page: Page) => page.locator('dialog[open]');
const works: Readonly<Record<string, Work>> = {
  'seatkit-invite-dialog': {
    async type(page, at) {
      await page.locator('[part=trigger]').click();
      await dialog(page).locator('.draft').fill(`Nia Nowak <nia${at}@acme.test>, `);
      await dialog(page).getByLabel('Personal message').fill('See you on Monday');
      await dialog(page).locator('.draft').press('Enter');
      await dialog(page).locator('.address').first().waitFor();
      return dialog(page).locator('[part=submit]');
    },
    typed: async (page) => [
      await dialog(page).locator('.address').allTextContents(),
      await dialog(page).getByLabel('Personal message').inputValue(),
    ],
    async done(page) {
      await dialog(page).getByRole('heading', { name: '1 person is invited' }).waitFor();
      await dialog(page).getByRole('button', { name: 'Done' }).click();
    },
    shown: '.pane.offer h3',
    open: '[part=trigger]',
  },
  'seatkit-member-list': {
    async type(page, at) {
      await page.locator('.search .field').fill(`Nick${at}`);
      await page.locator('.foot').getByText('1 member').waitFor();
      await page.getByRole('button', { name: `More for Nick${at} Novak` }).click();
      await page.getByRole('menuitem', { name: 'Deactivate' }).click();
      await dialog(page).locator('.happens').waitFor();
      return dialog(page).getByRole('button', { name: 'Deactivate' });
    },
    typed: async (page) => [await page.locator('.search .field').inputValue(), await dialog(page).locator('h2').innerText()],
    done: (page, at) =>
      page
        .locator('.rows .row', { hasText: `Nick${at}` })
        .getByText('Deactivated')
        .waitFor(),
    shown: '.rows .row',
  },
  'seatkit-group-manager': {
    async type(page, at) {
      await page.getByRole('button', { name: 'New group' }).click();
      await dialog(page).getByLabel('Name of the group').fill(`Night ${at}`);
      return dialog(page).getByRole('button', { name: 'Create group' });
    },
    typed: (page) => dialog(page).getByLabel('Name of the group').inputValue(),
    done: (page, at) => page.locator('#group-title', { hasText: `Night ${at}` }).waitFor(),
    shown: '.entry',
  },
};

describeInBrowser('a server that', function () {
  this.timeout(60_000);
  let fault: RequestHandler | null = null;
  const { customer, open } = useWidgets((app) => {
    app.use('/seatkit/v1', (req, res, next) => (fault ? fault(req, res, next) : next()));
  });
  let amara: string;

  before(async () => {
    amara = (await customer.host.userByEmail('admin@acme.test'))!.id;
    await customer.group('Support');
    await customer.join(faults.map((_, at) => ({ email: `nick${at}@acme.test`, firstName: `Nick${at}`, lastName: 'Novak' })));
  });
  afterEach(() => {
    fault = null;
  });

  const plant = async (page: Page, { answer }: Fault) => {
    fault = answer;
    await page.context().setOffline(answer === null);
  };
  const lift = async (page: Page) => {
    fault = null;
    await page.context().setOffline(false);
  };
  /** Puts a new widget in the place of the first, as another view of the page would; with a client of the page's own where that is asked for. */
  const renew = (page: Page, tag: string, timeoutMs: number | undefined) =>
    page.evaluate(
      `import('/seatkit/assets/seatkit.js').then(({ SeatkitClient }) => {
        const old = document.querySelector('${tag}');
        const fresh = old.cloneNode();
        if (${timeoutMs}) fresh.client = new SeatkitClient({ baseUrl: '/seatkit', timeoutMs: ${timeoutMs} });
        old.replaceWith(fresh);
      })`,
    );

  for (const [at, one] of faults.entries()) {
    for (const [tag, { type, typed, done, shown, open: opener }] of Object.entries(works)) {
      it(`${one.name}: ${tag} says so in a sentence, loses nothing, and goes on`, async () => {
        const page = await open([tag], { as: amara, ignore: [/Failed to load resource/, /net::ERR_/] });
        const said = (sentence: string) => page.getByRole('alert').getByText(sentence, { exact: true }).first();
        if (one.timeoutMs) await renew(page, tag, one.timeoutMs);
        await page
          .locator(opener ?? shown)
          .first()
          .waitFor();

        // A change that does not get through.
        const button = await type(page, at);
        const before = await typed(page);
        await plant(page, one);
        await button.click();
        await said(one.sentence).waitFor({ timeout: 10_000 });
        expect(await typed(page)).to.deep.equal(before);
        await lift(page);
        await button.click();
        await done(page, at);

        // A widget that has nothing to show yet.
        await plant(page, one);
        await renew(page, tag, one.timeoutMs);
        const failed = said(one.instead ?? one.sentence);
        if (opener) {
          const ready = page.locator(`${opener}:not([aria-disabled=true])`);
          await failed.or(ready).first().waitFor({ timeout: 10_000 });
          if (await ready.count()) await ready.click();
        }
        await failed.waitFor({ timeout: 10_000 });
        await lift(page);
        // With the network everything comes back by itself; else somebody asks again.
        if (one.answer) await page.getByRole('button', { name: 'Try again' }).click();
        if (opener && !(await dialog(page).count())) await page.locator(`${opener}:not([aria-disabled=true])`).click();
        await page.locator(shown).first().waitFor();
        expect(await page.getByRole('alert').count()).to.equal(0);
      });
    }
  }

  it('takes its time is said to do so after some seconds', async () => {
    fault = () => {};
    const page = await open(['seatkit-member-list', 'seatkit-seat-meter'], { as: amara });
    await page.locator('.bones').nth(1).waitFor();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const said = page.getByText('This takes longer than usual.');
    expect(await said.first().isVisible()).to.equal(false);
    for (const one of [said.first(), said.last()]) await one.waitFor({ timeout: 15_000 });
  });

  it('was away is asked again unasked: when somebody comes back to the page, and after some time', async () => {
    for (const [answer, back] of [
      [faults.find(({ name }) => name.includes('401'))!.answer, true],
      [faults.find(({ name }) => name.includes('502') || name.includes('proxy'))!.answer, false],
    ] as const) {
      fault = answer;
      const page = await open(['seatkit-member-list'], { as: amara, ignore: [/Failed to load resource/] });
      await page.getByRole('button', { name: 'Try again' }).waitFor();
      if (back) {
        fault = null;
        await page.evaluate(() => dispatchEvent(new Event('focus')));
      } else {
        // However often it was tried in vain, it is not longer than a minute until the next time.
        await page.clock.install();
        let tries = 0;
        page.on('request', (request) => {
          if (request.url().includes('/me')) tries += 1;
        });
        await eventually(async () => {
          await page.evaluate(() => dispatchEvent(new Event('focus')));
          return tries > 12;
        });
        await page.waitForLoadState('networkidle');
        fault = null;
        await page.clock.fastForward(60_000);
      }
      await page.locator('.rows .row').first().waitFor();
    }
  });
});
