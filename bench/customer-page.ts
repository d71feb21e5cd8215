import type { Express } from 'express';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../test/support/browser.ts';
import { type Customer, startCustomer } from '../test/support/customer.ts';
import { databaseSetup } from '../test/support/database.ts';
import { ensureAssets } from '../test/support/demo.ts';
import { startSmtp } from '../test/support/smtp.ts';
import { startTestHost } from '../test/support/test-host.ts';

/** A customer in a browser: the pages of the host, seen by the customer's admin. */
export interface CustomerPage {
  readonly customer: Customer;
  readonly browser: Browser;
  /** Opens a page of the host in a window of its own, with nothing in any cache. `script` runs before those of the page. */
  open(path: string, script?: string): Promise<Page>;
  stop(): Promise<void>;
}

/** Starts a host on SQLite with these pages (path: HTML or script) and one customer. */
export async function customerPage(pages: (organizationId: string) => Readonly<Record<string, string>>): Promise<CustomerPage> {
  ensureAssets();
  const { setup, release } = databaseSetup('sqlite');
  const smtp = await startSmtp();
  let served: Readonly<Record<string, string>> = {};
  const before = (app: Express) =>
    void app.get('/pages/:name', ({ params }, res) => void res.type(params.name.endsWith('.js') ? 'js' : 'html').send(served[params.name]));
  const host = await startTestHost(await setup.create(), { before, dispatch: false });
  const customer = await startCustomer(host, smtp, 'acme');
  served = pages(customer.organization.id);
  const browser = await launchBrowser();
  const { id } = (await host.userByEmail('admin@acme.test'))!;
  return {
    customer,
    browser,
    async open(path, script) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, extraHTTPHeaders: { 'X-User': id } });
      const page = await context.newPage();
      if (script) await page.addInitScript(script);
      await page.goto(`${host.origin}/pages/${path}`);
      return page;
    },
    async stop() {
      await browser.close();
      await host.stop();
      await smtp.stop();
      await release();
    },
  };
}

/** A page with one member list. */
export function listPage(organizationId: string): string {
  return document(
    `<script type="module" src="/seatkit/assets/seatkit.js"></script>`,
    `<seatkit-member-list base-url="/seatkit" organization-id="${organizationId}"></seatkit-member-list>`,
  );
}

/** A page of the host, with its font and a heading: what a browser needs to show any text is no work of ours, nor of what we are compared with. */
export function document(head: string, body: string): string {
  const style = '<style>body { font: 14px/20px system-ui, sans-serif }</style>';
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Members</title>${style}${head}</head><body><h1>Members</h1>${body}</body></html>`;
}
