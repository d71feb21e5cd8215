import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../support/browser.ts';
import { add, addresses, openDialog, submit, useInvitePage } from './invite-page.ts';
import { expectSound } from './widget-page.ts';

describeInBrowser('what was typed into the invite dialog', () => {
  const suite = useInvitePage();
  const { opened } = suite;
  const stored = (page: Page) => page.evaluate(() => Object.entries(sessionStorage).map(([name, text]) => [name, JSON.parse(text)]));
  const note = 'Not invited yet:';

  it('is offered again after a reload, people, choices and message, and goes when it is sent', async () => {
    const { page, dialog } = await opened();
    await add(dialog, 'Ada Adler <ada@acme.test>, nonsense');
    await dialog.locator('.draft').fill('half an addr');
    await dialog.getByLabel('Add a group').selectOption('Team');
    await dialog.getByLabel('Relation in Team').selectOption('coach');
    await dialog.getByLabel('Personal message').fill('See you');
    await page.reload();
    await openDialog(page);
    await dialog.getByText(`${note} 3 people`).waitFor();
    expect(await addresses(dialog)).to.deep.equal([]);
    await expectSound(page);
    await dialog.getByRole('button', { name: 'Bring back' }).click();
    expect(await addresses(dialog)).to.deep.equal(['nonsense', 'ada@acme.test']);
    expect(await dialog.locator('.draft').inputValue()).to.equal('half an addr');
    expect(await dialog.getByLabel('Relation in Team').inputValue()).to.equal('coach');
    expect(await dialog.getByLabel('Personal message').inputValue()).to.equal('See you');
    expect(await dialog.getByText(note).count()).to.equal(0);
    await dialog.getByRole('button', { name: 'Remove nonsense from the list' }).click();
    await dialog.locator('.draft').fill('');
    await submit(dialog).click();
    await dialog.getByRole('heading', { name: '1 person is invited' }).waitFor();
    expect(await stored(page)).to.deep.equal([]);
    await page.reload();
    await openDialog(page);
    expect(await dialog.getByText(note).count()).to.equal(0);
  });

  it('is kept with what is needed and nothing else, in this tab, for one organization and one caller', async () => {
    const { page, dialog } = await opened();
    expect(await stored(page)).to.deep.equal([]);
    await add(dialog, 'Cy Cole <cy@acme.test>, lead@acme.test');
    await dialog.getByText('1 already here').waitFor();
    const [[name, { at, ...kept }]] = (await stored(page)) as [[string, { at: string }]];
    expect(name).to.equal(`seatkit:invite:${suite.customer.host.origin}/seatkit:${suite.org}:${suite.customer.adminId}`);
    expect(Date.parse(at)).to.be.closeTo(Date.now(), 60_000);
    expect(kept).to.deep.equal({
      people: [
        { email: 'cy@acme.test', firstName: 'Cy', lastName: 'Cole' },
        { email: 'lead@acme.test', firstName: '', lastName: '' },
      ],
      text: '',
      offer: { role: 'member', groups: [], profileIds: [], poolIds: [], locale: '', message: '' },
    });
    expect(await page.evaluate(() => localStorage.length)).to.equal(0);
    // Somebody else at the same browser tab is offered nothing of it.
    const comes = async (userId: string) => {
      await page.setExtraHTTPHeaders({ 'X-User': userId });
      await page.reload();
      await openDialog(page);
      expect(await dialog.getByText(note).count()).to.equal(0);
    };
    const { host } = suite.customer;
    await comes(suite.people.lead!.userId);
    await comes(await host.addUser({ email: 'first@lms.test', staff: true }));
    await add(dialog, 'di@acme.test');
    await comes(await host.addUser({ email: 'second@lms.test', staff: true }));
  });

  it('is let go when it is discarded, before or after it was brought back', async () => {
    const { page, dialog } = await opened();
    await add(dialog, 'di@acme.test');
    await page.reload();
    await openDialog(page);
    await dialog.getByRole('button', { name: 'Discard', exact: true }).click();
    expect([await dialog.getByText(note).count(), await stored(page)]).to.deep.equal([0, []]);
    await add(dialog, 'di@acme.test');
    await dialog.getByRole('button', { name: 'Discard the list' }).click();
    expect(await stored(page)).to.deep.equal([]);
  });

  it('stays on the screen when the page moves the widget, and in the list when it takes it out and a press beside closes the dialog', async () => {
    const { page, dialog } = await opened();
    await add(dialog, 'mo@acme.test');
    await dialog.getByLabel('Personal message').fill('Hello');
    const heights = await Promise.all(['seatkit-invite-dialog', '[part=trigger]'].map((part) => page.locator(part).boundingBox()));
    expect(heights[0]!.height, 'nothing in the page moves').to.equal(heights[1]!.height);
    await page.evaluate(() => {
      const layout = document.body.appendChild(document.createElement('section'));
      layout.append(document.querySelector('seatkit-invite-dialog')!);
    });
    await page.locator('section dialog.invite:modal').waitFor();
    await page.keyboard.type(', Mo');
    expect([await addresses(dialog), await dialog.getByLabel('Personal message').inputValue()]).to.deep.equal([
      ['mo@acme.test'],
      'Hello, Mo',
    ]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.locator('[part=trigger]:focus').waitFor();

    await openDialog(page);
    const away = await page.evaluateHandle(() => {
      const widget = document.querySelector('seatkit-invite-dialog')!;
      widget.remove();
      return widget;
    });
    await away.evaluate((widget) => document.body.append(widget));
    await page.locator('[part=trigger]').waitFor();
    expect(await dialog.count()).to.equal(0);
    await openDialog(page);
    expect([await addresses(dialog), await dialog.getByLabel('Personal message').inputValue()]).to.deep.equal([
      ['mo@acme.test'],
      'Hello, Mo',
    ]);
    await page.mouse.click(5, 5);
    await dialog.waitFor({ state: 'detached' });
    await page.locator('[part=trigger]:focus').waitFor();
    await openDialog(page);
    expect(await addresses(dialog)).to.deep.equal(['mo@acme.test']);
  });

  it('is not lost by typing something else before answering', async () => {
    const { page, dialog } = await opened();
    await add(dialog, 'ed@acme.test');
    await dialog.getByLabel('Personal message').fill('Hello');
    await page.reload();
    await openDialog(page);
    await add(dialog, 'flo@acme.test');
    await page.reload();
    await openDialog(page);
    await dialog.getByRole('button', { name: 'Bring back' }).click();
    expect(await addresses(dialog)).to.deep.equal(['ed@acme.test', 'flo@acme.test']);
    expect(await dialog.getByLabel('Personal message').inputValue()).to.equal('Hello');
  });

  it('stays in the form where the browser denies storage, or what it holds is nothing of ours', async () => {
    const { page, dialog } = await opened();
    await add(dialog, 'gus@acme.test');
    const [[name, kept]] = (await stored(page)) as [[string, { offer: object }]];
    for (const offer of [null, { ...kept.offer, groups: [null] }]) {
      await page.evaluate(([name, text]) => sessionStorage.setItem(name!, text!), [name, JSON.stringify({ ...kept, offer })]);
      await page.reload();
      await openDialog(page);
      expect(await dialog.getByText(note).count()).to.equal(0);
    }
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'sessionStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await page.reload();
    await openDialog(page);
    await add(dialog, 'hal@acme.test');
    await submit(dialog).click();
    await dialog.getByRole('heading', { name: '1 person is invited' }).waitFor();
  });

  it('is looked for only when the dialog is opened', async () => {
    const { page } = await opened();
    await page.addInitScript(() => {
      for (const method of ['getItem', 'setItem', 'removeItem'] as const) {
        const original = Storage.prototype[method] as (...args: string[]) => string | null;
        Object.defineProperty(Storage.prototype, method, {
          value(this: Storage, ...args: string[]) {
            document.title += ` ${method}`;
            return original.apply(this, args);
          },
        });
      }
    });
    await page.reload();
    await page.locator('[part=trigger]:not([aria-disabled=true])').waitFor();
    expect(await page.title()).to.equal('Widgets');
    await openDialog(page);
    expect(await page.title()).to.equal('Widgets getItem');
  });
});
