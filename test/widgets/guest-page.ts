import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import express from 'express';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { createGallery } from '../../examples/gallery/app.ts';
import { assetsFolder } from '../../server-plugin/src/assets-folder.ts';
import { collectProblems, launchBrowser } from '../support/browser.ts';
import { eventually } from '../support/customer.ts';
import { ensureAssets } from '../support/demo.ts';

export const tags = ['seatkit-seat-meter', 'seatkit-invite-dialog', 'seatkit-member-list', 'seatkit-group-manager'] as const;

/** A page of a host that nobody has heard of. */
export interface GuestPage {
  /** Attributes of the root element. */
  readonly root?: string;
  readonly css?: string;
  /** A style sheet of the gallery's hosts below it. */
  readonly host?: string;
  /** The body around the places of the widgets. */
  readonly body?: (widgets: string) => string;
  /** Attributes of the widgets, as a query. */
  readonly attributes?: string;
  readonly doctype?: false;
  readonly browser?: BrowserContextOptions;
}

/** The place into which the gallery's script puts a widget in a state. */
export function place(tag: string, attributes = '', state = 'few'): string {
  return `<div data-tag="${tag}" data-state="${state}" data-attributes="${attributes}"></div>`;
}

/** The places into which the gallery's script puts the widgets. */
export function places(names: readonly string[] = tags, attributes = '', state = 'few'): string {
  return names.map((tag) => place(tag, attributes, state)).join('\n');
}

/** What a page must not see of its guests: written down before anything else runs in it. */
const watch = `
  Object.defineProperty(document, 'seen', { value: { globals: Object.getOwnPropertyNames(window), storage: [] } });
  const note = (object, name) => {
    const known = Object.getOwnPropertyDescriptor(object, name);
    const tell = (kind) => kind && function (...given) { document.seen.storage.push([name, ...given].join(' ')); return kind.apply(this, given); };
    if (known) Object.defineProperty(object, name, known.value ? { ...known, value: tell(known.value) } : { ...known, get: tell(known.get), set: tell(known.set) });
  };
  for (const name of ['getItem', 'setItem', 'removeItem', 'key']) note(Storage.prototype, name);
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) note(window, name);
  note(Document.prototype, 'cookie');
`;

export interface Guests {
  readonly origin: string;
  /** Opens a page and waits until its widgets show what they have. What the page has to complain of is found in `problems`. */
  open(page: GuestPage): Promise<Page & { readonly problems: string[] }>;
  /** Puts other widgets in the place of those on a page, each below its name, and waits for them. */
  replace(page: Page, tag: string, states: readonly string[]): Promise<void>;
}

/** Pages of made-up hosts with the widgets of the gallery, in one browser for the whole suite. Whatever a page complains of fails the test. */
export function useGuests(): Guests {
  const pages: { readonly page: Page; readonly problems: string[] }[] = [];
  const served: GuestPage[] = [];
  let browser: Browser;
  let server: Server;
  const guests = { origin: '' } as { -readonly [Key in keyof Guests]: Guests[Key] };

  before(async function () {
    this.timeout(60_000);
    ensureAssets();
    const app = await createGallery((app) => {
      app.get('/guest/:index', (req, res) => res.type('html').send(render(served, Number(req.params.index))));
      app.use('/copy', express.static(assetsFolder));
      app.get('/guest/:index/page.css', (req, res) => res.type('css').send(served[Number(req.params.index)]?.css ?? ''));
    });
    server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    guests.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await launchBrowser();
  });
  afterEach(async () => {
    const open = pages.splice(0);
    await Promise.all(open.map(({ page }) => page.context().close()));
    expect(
      open.flatMap(({ problems }) => problems),
      'what the pages complain of',
    ).to.deep.equal([]);
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });

  guests.open = async (guest) => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      colorScheme: 'light',
      reducedMotion: 'reduce',
      ...guest.browser,
    });
    context.setDefaultTimeout(8000);
    const page = await context.newPage();
    const problems = collectProblems(page);
    pages.push({ page, problems });
    page.on('request', (request) => {
      if (!request.url().startsWith(`${guests.origin}/`)) problems.push(`left the host: ${request.url()}`);
    });
    await page.addInitScript(watch);
    await page.goto(`${guests.origin}/guest/${served.push(guest) - 1}`);
    await eventually(() => page.evaluate<boolean>(isReady));
    return Object.assign(page, { problems });
  };
  guests.replace = async (page, tag, states) => {
    await page.evaluate(
      `(async () => {
        const make = (name, content) => Object.assign(document.createElement(name), { textContent: content });
        const shown = ${JSON.stringify(states)}.flatMap((state) => {
          const stage = make('div', '');
          Object.assign(stage.dataset, { tag: ${JSON.stringify(tag)}, state });
          return [make('h2', state), stage];
        });
        document.querySelector('main').replaceChildren(make('h1', 'A page'), ...shown);
        (await import('/gallery.js')).showAll();
      })()`,
    );
    await eventually(() => page.evaluate<boolean>(isReady));
  };
  return guests;
}

/** True when every widget of the page, wherever it stands, shows what it has loaded, what is lazy inside it included. */
const isReady = `(() => {
  const all = (root) => [...root.querySelectorAll('*')].flatMap((element) => [element, ...(element.shadowRoot ? all(element.shadowRoot) : [])]);
  const places = all(document).filter(({ dataset }) => dataset?.tag);
  const isBusy = (part) => part.matches('.bones, .detail:empty, [part=trigger][aria-disabled=true]') && (part.checkVisibility() || part.matches(':empty'));
  return places.length > 0 && places.every((place) =>
    'ready' in place.dataset && place.firstElementChild.shadowRoot?.firstElementChild && (place.dataset.state === 'loading' || !all(place).some(isBusy)));
})()`;

function render(served: readonly GuestPage[], index: number): string {
  const {
    root = 'lang="en"',
    host = 'plain',
    body = (widgets: string) => `<main><h1>A page</h1>${widgets}</main>`,
    attributes = '',
    doctype,
  } = served[index] ?? {};
  return `${doctype === false ? '' : '<!doctype html>'}
<html ${root}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A page</title>
<link rel="stylesheet" href="/hosts/${host}.css"><link rel="stylesheet" href="/guest/${index}/page.css"><script type="module" src="/gallery.js"></script></head>
<body>${body(places(tags, attributes))}</body></html>`;
}
