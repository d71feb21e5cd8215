import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { build } from 'esbuild';
import type { Express } from 'express';
import type { Browser } from 'playwright-core';
import { snippetWith } from '../docs/snippets.ts';
import { collectProblems, describeInBrowser, launchBrowser } from '../support/browser.ts';
import { useCustomer } from '../support/customer.ts';
import { isCovered } from '../support/not-covered.ts';
import { root, run } from './packages.ts';
import { reactFolder } from './react-install.ts';

/** The component of the docs, and a list whose language can be taken back. */
const page = `import { MemberList } from '@seatkit/widgets/react';
import { useState } from 'react';
import { People } from './people.tsx';
export function App({ organizationId }: { organizationId: string }) {
  const [locale, setLocale] = useState<string | undefined>('de');
  return <main><People organizationId={organizationId} />
    <button onClick={() => setLocale(undefined)}>English</button>
    <div id="other"><MemberList organizationId={organizationId} locale={locale} hidden={false} data-own /></div></main>;
}`;
const inBrowser = `import { hydrateRoot } from 'react-dom/client';
import { App } from './app.tsx';
const place = document.querySelector('#root')!;
const root = hydrateRoot(place, <App organizationId={place.getAttribute('data-organization')!} />);
document.addEventListener('leave', () => root.unmount());`;
const onServer = `import { renderToString } from 'react-dom/server';
import { App } from './app.tsx';
export const render = (organizationId: string) => renderToString(<App organizationId={organizationId} />);`;

describeInBrowser('the React components', function () {
  this.timeout(90_000);
  const pages = new Map<string, { html: string; script: string }>();
  const customer = useCustomer({
    before: (app: Express) => {
      app.get('/react/:version', (req, res) => {
        res.type('html').send(`<!doctype html><html lang="en"><meta charset="utf-8"><title>React</title><link rel="icon" href="data:,">
<body><div id="root" data-organization="${customer.organization.id}">${pages.get(req.params.version)?.html}</div>
<script type="module" src="/react/${req.params.version}/script.js"></script></body></html>`);
      });
      app.get('/react/:version/script.js', (req, res) => res.type('js').send(pages.get(req.params.version)?.script));
    },
  });
  let browser: Browser;
  let folder: string;
  before('needs npm run build', async () => {
    expect(existsSync(join(root, 'widgets/dist/react.js'))).to.equal(true);
    browser = await launchBrowser();
    folder = mkdtempSync(join(root, 'test/package/.run-'));
    const sources = { 'people.tsx': snippetWith('docs/react.md', 'tsx', 'MemberList'), 'app.tsx': page };
    for (const [name, code] of Object.entries({ ...sources, 'browser.tsx': inBrowser, 'server.tsx': onServer }))
      writeFileSync(join(folder, name), code);
  });
  after(async () => {
    await browser?.close();
    if (folder) rmSync(folder, { recursive: true });
  });

  for (const version of [18, 19] as const) {
    it(`work as the docs say with React ${version}: rendered on a server, typed, with properties, events, slots and a ref`, async function () {
      const modules = reactFolder(version);
      if (!modules) {
        isCovered(`React ${version}`, 'no registry to install it from');
        this.skip();
      }
      const types = (name: string) => join(modules, '@types', name);
      const paths = { react: [types('react')], 'react/*': [types('react/*')], 'react-dom/*': [types('react-dom/*')] };
      const resolution = { module: 'esnext', moduleResolution: 'bundler', customConditions: [], paths };
      const compilerOptions = { ...resolution, jsx: 'react-jsx', types: [], lib: ['ES2023', 'DOM', 'DOM.Iterable'], skipLibCheck: false };
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ extends: '../../tsconfig.json', compilerOptions, include: ['*.tsx'] }));
      const checked = await run(process.execPath, [join(root, 'node_modules/@typescript/native/bin/tsc'), '-p', folder]);
      expect(checked.status, checked.output).to.equal(0);

      const alias = { react: join(modules, 'react'), 'react-dom': join(modules, 'react-dom') };
      const shared = { bundle: true, write: false, format: 'esm', jsx: 'automatic', alias, logLevel: 'silent' } as const;
      const script = await build({ ...shared, entryPoints: [join(folder, 'browser.tsx')], platform: 'browser' });
      const banner = { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" };
      const server = await build({ ...shared, entryPoints: [join(folder, 'server.tsx')], platform: 'node', banner });
      const module = join(folder, `server-${version}.mjs`);
      writeFileSync(module, server.outputFiles[0]!.contents);
      const { render } = (await import(pathToFileURL(module).href)) as { render: (organizationId: string) => string };
      const html = render(customer.organization.id);
      expect(html).to.include(`<seatkit-seat-meter organization-id="${customer.organization.id}" get-seats="">`);
      pages.set(String(version), { html, script: script.outputFiles[0]!.text });

      const { userId } = await customer.admin.members.get(customer.organization.id, customer.adminId);
      const context = await browser.newContext({ extraHTTPHeaders: { 'X-User': userId! } });
      context.setDefaultTimeout(8000);
      const tab = await context.newPage();
      const problems = collectProblems(tab);
      await tab.goto(`${customer.host.origin}/react/${version}`);
      await tab.getByRole('button', { name: 'Bring colleagues in' }).click();
      await tab.getByLabel('Addresses').fill(`react${version}@acme.test`);
      await tab.getByRole('button', { name: 'Invite 1 person' }).click();
      await tab.getByText('1 invited today').waitFor();
      await tab.keyboard.press('Escape');
      const other = tab.locator('#other seatkit-member-list');
      await other.getByPlaceholder('Name oder E-Mail-Adresse suchen').waitFor();
      await tab.getByRole('button', { name: 'English' }).click();
      await other.getByPlaceholder('Search name or e-mail').waitFor();
      expect(await other.getAttribute('hidden')).to.equal(null);
      await tab.evaluate("document.dispatchEvent(new Event('leave'))");
      expect(await tab.locator('seatkit-member-list').count()).to.equal(0);
      expect(problems).to.deep.equal([]);
      await context.close();
    });
  }
});
