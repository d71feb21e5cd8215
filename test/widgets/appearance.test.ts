import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { describeInBrowser, runAxe } from '../support/browser.ts';
import { eventually } from '../support/customer.ts';
import { places, useGuests } from './guest-page.ts';

const attributes = 'appearance=inherit';
const invite = places(['seatkit-invite-dialog'], attributes);
const meter = places(['seatkit-seat-meter'], attributes);
const bare = `<main><h1>A page</h1><p><a href="#">A link</a></p>`;

/** Grounds, words and buttons that hosts have come up with, good and bad. */
const palettes = [
  ['#fff', '#000', '#ffd400'],
  ['#fff', '#777', '#00b894'],
  ['#f2f2f2', '#333', '#000'],
  ['#c8c8c8', '#555', '#e8590c'],
  ['#808080', '#eee', '#808080'],
  ['#444', '#bbb', '#ffeb3b'],
  ['#000', '#fff', '#fff'],
  ['#0b1020', '#8aa', '#1f6feb'],
  ['#fffbe6', '#b59f3b', '#f7c948'],
  ['rgb(255 255 255 / 0.4)', 'rgb(0 0 0 / 0.5)', 'oklch(0.62 0.2 250)'],
  ['color(display-p3 0.1 0.2 0.1)', 'lab(80 -20 40)', 'hsl(120 100% 25%)'],
] as const;

describeInBrowser('appearance="inherit"', () => {
  const guests = useGuests();
  const ground = (page: Page, selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor);

  for (const [host, button, body] of [
    ['bootstrap', '.btn-primary', '<button class="btn btn-primary">Save</button>'],
    ['moodle', '.btn-primary', '<input type="submit" class="btn btn-primary" value="Save">'],
    ['material', '.mdc-button--unelevated', '<button class="mdc-button mdc-button--unelevated">Save</button>'],
    ['dark', 'main > .primary', '<button>Cancel</button><button class="primary">Save</button>'],
  ] as const) {
    it(`takes button, ground and letters of a host in the manner of ${host}`, async () => {
      const page = await guests.open({ host, body: () => `<main><h1>A page</h1>${body}${invite}${meter}</main>` });
      const [theirs, ours] = await Promise.all([page.locator(button), page.locator('[part=trigger]')].map((one) => one.evaluate(looks)));
      expect(ours!.background).to.equal(theirs!.background);
      expect(ours!.radius).to.equal(Math.min(12, theirs!.radius));
      expect(ours!.family).to.equal(await page.evaluate(() => getComputedStyle(document.body).fontFamily));
      expect(Math.abs(ours!.height - theirs!.height), 'pixels between the heights').to.be.at.most(5);
      expect(await ground(page, 'seatkit-seat-meter .card')).to.equal(await ground(page, 'body'));
    });
  }

  it('takes the button of a page whose names nobody knows, and else the link', async () => {
    const css = '.a1 { background: rgb(10 120 60); color: white } a { color: rgb(150 20 90) }';
    const button = await guests.open({ css, body: () => `${bare}<button>No</button><button class="a1">Yes</button>${invite}</main>` });
    expect(await ground(button, '[part=trigger]')).to.equal('rgb(10, 120, 60)');
    const link = await guests.open({ css, body: () => `${bare}<button>No</button>${invite}</main>` });
    expect(await ground(link, '[part=trigger]')).to.equal('rgb(150, 20, 90)');
  });

  it('is legible on every ground', async () => {
    const css = palettes.map(
      ([under, words, button], i) =>
        `[data-n="${i}"] body { background: ${under}; color: ${words} } [data-n="${i}"] .primary { background: ${button} }`,
    );
    const page = await guests.open({
      css: `${css.join('\n')} h1 { position: absolute; clip-path: inset(50%) }`,
      body: () => `<main><h1>A page</h1>${invite}${meter}${places(['seatkit-member-list'], attributes)}</main>`,
    });
    for (const [i, palette] of palettes.entries()) {
      await page.evaluate((n) => document.documentElement.setAttribute('data-n', n), String(i));
      expect(await runAxe(page), palette.join(' ')).to.deep.equal([]);
    }
  });

  it('follows the theme of the page and of the system, at once and without a trace', async () => {
    const css = '@media (prefers-color-scheme: dark) { .auto body { background: #123; color: #fff } } .warm body { background: #fed }';
    const page = await guests.open({ root: 'lang="en" class="auto"', css, body: () => `${bare}${meter}</main>` });
    await page.evaluate(() => {
      const seen: unknown[] = [];
      new PerformanceObserver((list) => seen.push(...list.getEntries())).observe({ type: 'layout-shift', buffered: true });
      Object.assign(document, { shifts: seen, elements: document.querySelectorAll('*').length });
    });
    const card = 'seatkit-seat-meter .card';
    expect(await ground(page, card)).to.equal('rgb(255, 255, 255)');
    await page.emulateMedia({ colorScheme: 'dark' });
    await eventually(async () => (await ground(page, card)) === 'rgb(17, 34, 51)');
    expect(await page.locator('seatkit-seat-meter').evaluate((meter) => getComputedStyle(meter).colorScheme)).to.equal('dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await eventually(async () => (await ground(page, card)) === 'rgb(255, 255, 255)');
    // In the very frame in which the page changes.
    const inFrame = page.evaluate(
      `new Promise((resolve) => { document.documentElement.className = 'warm'; requestAnimationFrame(() => resolve(getComputedStyle(document.querySelector('seatkit-seat-meter').shadowRoot.querySelector('.card')).backgroundColor)); })`,
    );
    expect(await inFrame).to.equal('rgb(255, 238, 221)');
    const { shifts, elements } = (await page.evaluate(
      '({ shifts: document.shifts.length, elements: document.elements - document.querySelectorAll("*").length })',
    )) as Record<string, number>;
    expect({ shifts, elements }).to.deep.equal({ shifts: 0, elements: 0 });
    expect(await page.locator('seatkit-seat-meter').getAttribute('style')).to.equal(null);
  });

  it('yields to the ten properties, ends when the attribute goes, and is loaded only where it is asked for', async () => {
    const css = ':root { --seatkit-accent: rgb(1 2 3) } .primary { background: rgb(10 120 60) }';
    const page = await guests.open({ css, body: () => `${bare}${invite}${meter}</main>` });
    expect(await ground(page, '[part=trigger]')).to.equal('rgb(1, 2, 3)');
    await page.locator('seatkit-seat-meter').evaluate((meter) => {
      document.body.style.background = 'rgb(9, 9, 9)';
      meter.removeAttribute('appearance');
    });
    await eventually(async () => (await ground(page, 'seatkit-seat-meter .card')) === 'rgb(255, 255, 255)');

    const plain = await guests.open({});
    const files = () =>
      plain.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => /\/inherited-/.test(name)).length);
    expect(await files()).to.equal(0);
    await plain.evaluate(() => document.querySelector('seatkit-seat-meter')!.setAttribute('appearance', 'inherit'));
    await eventually(async () => (await files()) === 1);
  });
});

function looks(element: Element) {
  const style = getComputedStyle(element);
  const { height } = element.getBoundingClientRect();
  return { background: style.backgroundColor, radius: Number.parseFloat(style.borderRadius), family: style.fontFamily, height };
}
