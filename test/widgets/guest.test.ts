import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { snippets } from '../docs/snippets.ts';
import { describeInBrowser, runAxe } from '../support/browser.ts';
import { type GuestPage, place, places, tags, useGuests } from './guest-page.ts';

/** The one thing that a widget looks for: the columns that were chosen for the list the last time. */
const columnsRead = ['localStorage', 'getItem seatkit-columns-acme'];
const narrow = { viewport: { width: 320, height: 800 } };

/** The pages that the widgets meet, each told by what it does to them. */
const pages: Readonly<Record<string, GuestPage>> = {
  'an empty page': {},
  'a dark page': { css: ':root { color-scheme: dark }', browser: { colorScheme: 'dark' } },
  'forced colours': { browser: { forcedColors: 'active' } },
  'forced colours in the dark': { css: ':root { color-scheme: dark }', browser: { forcedColors: 'active', colorScheme: 'dark' } },
  'a window of 320 pixels': { browser: narrow },
  'a window of 320 pixels in German': { root: 'lang="de"', browser: narrow },
  'a window of 320 pixels in informal German': { root: 'lang="de-informal"', browser: narrow },
  'a window of 320 pixels in French': { root: 'lang="fr"', browser: narrow },
  'a window of 320 pixels in Dutch': { root: 'lang="nl"', browser: narrow },
  'a zoom of 200 %': { browser: { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 } },
  'a finger': { browser: { ...narrow, hasTouch: true, isMobile: true } },
  'a page from right to left': { root: 'lang="en" dir="rtl"' },
  'a narrow page from right to left': { root: 'lang="en" dir="rtl"', browser: narrow },
  'right to left by style': { css: 'body { direction: rtl }' },
  'everything unset': { css: '* { all: unset }' },
  'everything initial on a phone': { css: 'body * { all: initial }', browser: narrow },
  'everything at 40 pixels': { css: '* { font-size: 40px; font-family: cursive; font-weight: 900; font-style: italic }', browser: narrow },
  'a root of 62.5 %': { css: 'html { font-size: 62.5% } body { font-size: 1.6rem }' },
  'a reset of boxes': { css: '* { box-sizing: content-box; margin: 0; padding: 0; border: 0; outline: 0; vertical-align: baseline }' },
  'a line height of three': { css: '* { line-height: 3 }' },
  'wide, high, shouted and shadowed letters': {
    css: '* { letter-spacing: 0.3em; word-spacing: 1em; text-transform: uppercase; text-indent: 3em; text-shadow: 0 0 4px red }',
    browser: narrow,
  },
  'lines that never break': {
    css: '* { white-space: pre; word-break: break-all; text-align: justify; text-align-last: center }',
    browser: narrow,
  },
  'colours painted over': {
    css: '* { color: #333; background: #fafafa; -webkit-text-fill-color: #333; -webkit-text-stroke: 1px #eee; caret-color: #eee } main > div * { color: #eee; -webkit-text-fill-color: #eee } h1 { -webkit-text-stroke: 0 }',
  },
  'transforms around': { css: 'main { transform: scale(0.9) translateZ(0); will-change: transform; filter: blur(0); perspective: 400px }' },
  'overflow cut off around': { css: 'main { overflow: hidden; contain: layout paint; border-radius: 20px; isolation: isolate }' },
  'a flex line': { css: 'main { display: flex; gap: 8px } main > * { flex: 1; min-inline-size: 0 }' },
  'a grid whose columns grow': { css: 'main { display: grid; justify-items: stretch }', browser: narrow },
  'a table': {
    css: 'table { width: 100%; table-layout: fixed } td { vertical-align: middle }',
    body: (widgets) => `<main><h1>A page</h1><table role="presentation"><tr><td>${widgets}</td></tr></table></main>`,
  },
  'a fieldset of a form': {
    body: (widgets) => `<main><h1>A page</h1><form action="/"><fieldset><legend>People</legend>${widgets}</fieldset></form></main>`,
  },
  'an open dialog': {
    css: 'dialog { inline-size: min(900px, 90vw) }',
    body: (widgets) => `<main><h1>Page</h1></main><dialog open aria-label="People">${widgets}</dialog>`,
  },
  'a page without a doctype': { doctype: false },
  'a yellow brand': { css: ':root { --seatkit-accent: #ffd400; --seatkit-radius: 0; --seatkit-density: 0.75 }' },
  'the page that the docs make': { css: snippets('docs/theming.md', 'css').join('\n') },
  'the page that the docs make, in the dark': {
    css: snippets('docs/theming.md', 'css').join('\n'),
    browser: { ...narrow, colorScheme: 'dark' },
  },
  'a page of its own font': {
    css: ':root { font: 18px/1.8 Georgia, serif; --seatkit-font: inherit; --seatkit-radius: 24px; --seatkit-density: 1.25 }',
    browser: narrow,
  },
  'a host like Bootstrap, inherited': { host: 'bootstrap', attributes: 'appearance=inherit' },
  'a host like Moodle, inherited, in the dark': { host: 'moodle', root: 'lang="en" class="dark"', attributes: 'appearance=inherit' },
  'a host like Material, inherited': { host: 'material', attributes: 'appearance=inherit', browser: narrow },
  'a dark host that tells nobody, inherited': { host: 'dark', attributes: 'appearance=inherit' },
  'a host that nobody can read, inherited': {
    css: 'body { background: #999; color: #888 } h1 { color: #111 } a { color: #9a8 } button { background: #7c7; color: #9d9; border-radius: 99px } input { background: #8a8a8a; border: 4px solid #888 }',
    attributes: 'appearance=inherit',
  },
};

/** The pages above whose styles are inherited, or lie around, put together; and what others write about dialogs. */
const reaching = [
  'everything at 40 pixels',
  'a reset of boxes',
  'a line height of three',
  'wide, high, shouted and shadowed letters',
  'lines that never break',
  'colours painted over',
  'transforms around',
  'overflow cut off around',
];
const reachingDialogs =
  'dialog { display: none !important; inset: 0 auto auto 0; inline-size: 90px; border: 9px solid red } ::backdrop { background: red; opacity: 1 } * { cursor: wait; hyphens: auto }';

describeInBrowser('the widgets as guests', () => {
  const guests = useGuests();

  for (const [title, page] of Object.entries(pages)) {
    it(`keep their shape, are accessible and leave no trace on ${title}`, async () => {
      const open = await guests.open(page);
      expect(await lookAt(open)).to.deep.equal({ storage: columnsRead, globals: [], styled: [], beyond: [] });
      // Colours in forced colours are the person's own.
      expect((await runAxe(open)).filter((found) => !(page.browser?.forcedColors && found.startsWith('color-contrast')))).to.deep.equal([]);
    });
  }

  for (const [tag, state, part] of [
    ['seatkit-invite-dialog', 'open', 'dialog'],
    ['seatkit-member-list', 'details', 'drawer'],
  ] as const) {
    it(`open dialogs that no style of the page reaches: ${tag}`, async () => {
      const css = [...reaching.map((title) => pages[title]!.css), reachingDialogs].join(' ');
      const looks = [];
      for (const page of [{}, { css }]) {
        const open = await guests.open({ ...page, body: () => `<main><h1>A page</h1>${place(tag, '', state)}</main>` });
        looks.push(await stylesIn(open, `[part=${part}]`));
      }
      const [usual, hostile] = looks;
      expect(hostile!.length).to.equal(usual!.length).and.to.be.above(1000);
      expect(hostile!.flatMap((line, i) => (line === usual![i] ? [] : [`${line} instead of ${usual![i]}`])).slice(0, 20)).to.deep.equal([]);
    });
  }

  it('touch no storage while they load, but for the list, which looks for its columns', async () => {
    const others = tags.filter((tag) => tag !== 'seatkit-member-list');
    const page = await guests.open({ body: () => `<main><h1>A page</h1>${places(others)}</main>` });
    expect(await page.evaluate('document.seen.storage')).to.deep.equal([]);
  });

  it('open menus, questions and toasts above a page that moves, shrinks and cuts off what it holds', async () => {
    const css = 'main { transform: translate(90px, 60px) scale(0.8); overflow: hidden; block-size: 330px; contain: paint; opacity: 0.9 }';
    for (const [state, part] of [
      ['menu', '[part=menu]'],
      ['question before somebody leaves', 'dialog[open]'],
      ['toast', '[part=toast]'],
    ] as const) {
      const page = await guests.open({ css, body: () => `<main><h1>A page</h1>${places(['seatkit-member-list'], '', state)}</main>` });
      const box = (await page.locator(part).boundingBox())!;
      expect(box.x, state).to.be.within(0, 1280 - box.width);
      expect(box.y, state).to.be.within(0, 900 - box.height);
      const on = `document.elementFromPoint(${box.x + box.width / 2}, ${box.y + box.height / 2})?.tagName`;
      expect(await page.evaluate(on), state).to.equal('SEATKIT-MEMBER-LIST');
    }
  });

  it('belong to several clients and organizations on one page, each to its own', async () => {
    const page = await guests.open({
      body: () => `<main><h1>A page</h1>${places(['seatkit-member-list'])}${places(['seatkit-member-list'], '', 'long names')}</main>`,
    });
    const [few, long] = await page.locator('seatkit-member-list').all();
    expect(await few!.getByText('Ada Lindgren').count()).to.equal(1);
    expect(await few!.getByText('Maximiliana').count()).to.equal(0);
    expect(await long!.getByText('Ada Lindgren').count()).to.equal(0);
    expect(await long!.getByText('Maximiliana').count()).to.be.above(0);
  });

  it('are defined once, however many copies a page loads', async () => {
    const page = await guests.open({});
    const again = "import('/copy/seatkit.js').then((copy) => customElements.get('seatkit-seat-meter') === copy.SeatkitSeatMeter)";
    expect(await page.evaluate(again)).to.equal(false);
    await page.getByRole('button', { name: 'Invite people' }).click();
    await page.getByLabel('Addresses').waitFor();
  });

  it('go on in the shadow tree of another component', async () => {
    const page = await guests.open({});
    await page.evaluate("document.querySelector('main').attachShadow({ mode: 'open' }).append(...document.querySelectorAll('[data-tag]'))");
    await page.locator('seatkit-member-list').getByRole('searchbox').fill('beatriz');
    await page.locator('seatkit-member-list').getByText('1 member', { exact: true }).first().waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).to.be.at.most(0);
  });

  it('work in a sandbox that throws at every touch of storage', async () => {
    const page = await guests.open({
      body: (widgets) => `<main><h1>A page</h1>${widgets}</main><iframe title="Sandbox" sandbox="allow-scripts" src="/guest/0"></iframe>`,
    });
    // Browsers draw no frames of other origins that nobody sees.
    await page.locator('iframe').scrollIntoViewIfNeeded();
    const frame = page.frames()[1]!;
    await frame.locator('seatkit-member-list').getByText('Ada Lindgren').waitFor();
    expect(await frame.evaluate('document.seen.storage')).to.deep.equal(columnsRead.slice(0, 1));
  });

  it('send no form of the page and change no address', async () => {
    const page = await guests.open({
      body: (widgets) => `<main><h1>A page</h1><form id="host" action="/elsewhere">${widgets}<button>Send</button></form></main>`,
    });
    const address = page.url();
    await page.locator('seatkit-member-list').getByRole('searchbox').fill('ada');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Get more seats' }).first().click();
    await page.getByRole('button', { name: 'New group' }).click();
    await page.getByLabel('Name of the group').fill('Evening class');
    await page.keyboard.press('Enter');
    await page.locator('.entry', { hasText: 'Evening class' }).waitFor();
    expect(page.url()).to.equal(address);
    expect(await page.evaluate("[...new FormData(document.querySelector('#host'))].length")).to.equal(0);
  });
});

/** What the page can tell of its guests, and which of their parts are wider than the place they were given. */
function lookAt(page: Page): Promise<object> {
  return page.evaluate(`(() => {
    const { storage, globals } = document.seen;
    const places = [...document.querySelectorAll('[data-tag]')];
    const beyond = places.flatMap((place) => {
      const box = place.getBoundingClientRect();
      // What is cut off by its own parent reaches nobody.
      const look = (part) => {
        const { left, right, width } = part.getBoundingClientRect();
        const { overflowX, clipPath } = getComputedStyle(part);
        const out = width > 1 && part.checkVisibility({ visibilityProperty: true }) && clipPath === 'none' && (left < box.left - 1 || right > box.right + 1);
        const inside = overflowX === 'visible' && clipPath === 'none' ? [...(part.shadowRoot ?? part).children].flatMap(look) : [];
        return out ? [place.dataset.tag + ' ' + part.tagName + '.' + part.className, ...inside] : inside;
      };
      return look(place.firstElementChild);
    });
    const sideways = document.documentElement.scrollWidth - innerWidth;
    return {
      storage: storage.slice(),
      globals: Object.getOwnPropertyNames(window).filter((name) => !globals.includes(name)),
      styled: places.flatMap((place) => (place.firstElementChild.hasAttribute('style') ? place.dataset.tag : [])),
      beyond: sideways > 0 ? ['the page by ' + sideways, ...beyond] : beyond,
    };
  })()`) as Promise<object>;
}

/** Every property of each kind of element in a dialog, and of what lies behind it, as the browser has worked it out. */
function stylesIn(page: Page, dialog: string): Promise<string[]> {
  return page.locator(`${dialog}:modal`).evaluate((root) => {
    const kinds = new Map(
      [root, ...root.querySelectorAll(':not(svg *)')].map((one) => [`${one.localName}.${one.className}`, getComputedStyle(one)]),
    );
    kinds.set('behind', getComputedStyle(root, '::backdrop'));
    return [...kinds].flatMap(([kind, style]) =>
      [...style].flatMap((name) => (name.startsWith('--') ? [] : `${kind} ${name}: ${style.getPropertyValue(name)}`)),
    );
  });
}
