import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { collectProblems, describeInBrowser, launchBrowser, runAxe } from '../support/browser.ts';
import { linkIn, useCustomer } from '../support/customer.ts';

describeInBrowser('the join page in a browser', function () {
  this.timeout(60_000);
  const customer = useCustomer();
  let browser: Browser;
  let poolId = '';
  before(async () => {
    browser = await launchBrowser();
    poolId = (await customer.pool({ product: 'academy', name: 'Academy', quantity: 10, assignment: 'manual' })).id;
  });
  after(() => browser.close());

  for (const locale of ['en', 'de', 'de-informal', 'nl', 'fr']) {
    it(`is accessible and fits a phone in ${locale}: the offer, a dead link, the thanks`, async () => {
      const email = `jo@${locale}.example`;
      await customer.admin.invitations.create(customer.organization.id, { people: [{ email, locale, poolIds: [poolId] }] });
      const offer = linkIn(await customer.smtp.waitFor(({ to }) => to.includes(email)));
      const page = await browser.newPage({ locale, viewport: { width: 320, height: 640 } });
      // A dead link answers 404, which a browser notes in its console.
      const problems = collectProblems(page, [/404/]);
      const expectSound = async () => {
        expect(await runAxe(page)).to.deep.equal([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).to.be.at.most(320);
        expect(await page.locator('h1').textContent()).to.equal(await page.title());
      };
      await page.goto(offer);
      await expectSound();
      await page.goto(`${customer.host.origin}/seatkit/join/nothing`);
      await expectSound();
      await Promise.all([page.waitForURL('**/new-link'), page.getByRole('button').click()]);
      await expectSound();
      expect(problems).to.deep.equal([]);
      await page.close();
    });
  }
});
