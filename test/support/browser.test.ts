import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { collectProblems, describeInBrowser, launchBrowser, runAxe } from './browser.ts';

const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Probe</title><main><h1>Probe</h1><p id="p">x</p><img src="/none.png"></main>
<script src="/page.js"></script></html>`;
const script = `document.getElementById('p').innerHTML = '<b>untrusted</b>'; `;
const policy = "default-src 'self'; require-trusted-types-for 'script'";

describeInBrowser('test browser', () => {
  let browser: Browser;
  let server: Server;
  before(async function () {
    this.timeout(60_000);
    browser = await launchBrowser();
    server = createServer((request, response) => {
      if (request.url === '/page.js') return response.setHeader('Content-Type', 'text/javascript').end(script);
      if (request.url !== '/') return response.writeHead(404).end();
      response.setHeader('Content-Security-Policy', policy).setHeader('Content-Type', 'text/html').end(page);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  after(async () => {
    await browser.close();
    server.close();
  });

  it('reports violations of the policy, missing files and what axe finds, under a strict policy', async () => {
    const tab = await browser.newPage();
    const problems = collectProblems(tab);
    await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    expect(problems.join('\n'))
      .to.match(/TrustedHTML/)
      .and.match(/404.*none\.png/);
    expect(await runAxe(tab)).to.deep.equal(['image-alt: Images must have alternative text at img']);
  });
});
