import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../support/browser.ts';
import { addresses, useInvitePage } from './invite-page.ts';
import { focused } from './widget-page.ts';

/** How whatever has the focus is called, through all shadow trees. */
function here(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const [label] = (element as HTMLInputElement | null)?.labels ?? [];
    return (element?.getAttribute('aria-label') ?? label?.textContent ?? element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  });
}

/** Goes on with Tab until something of that name has the focus. Answers what was passed. */
async function tabTo(page: Page, name: string): Promise<string[]> {
  const passed: string[] = [];
  while (passed.length < 40) {
    await page.keyboard.press('Tab');
    const now = await here(page);
    if (now === name) return passed;
    passed.push(now);
  }
  throw new Error(`no ${name} among ${passed.join(', ')}`);
}

describeInBrowser('the invite dialog, by keyboard alone', () => {
  const suite = useInvitePage();

  it('is gone through from its button to the undo and back', async () => {
    const { page, dialog } = await suite.opened();
    await page.keyboard.press('Escape');
    expect(await here(page)).to.equal('Invite people');
    await page.keyboard.press('Enter');
    await dialog.locator('.pane.offer h3').waitFor();
    expect(await here(page)).to.equal('Addresses');

    // What cannot be read is the next stop, and Enter in it leads back to where one types.
    await page.keyboard.type('Ada Adler <ada@acme.test>, nonsense');
    await page.keyboard.press('Enter');
    await tabTo(page, 'E-mail, row 2');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('bo@acme.test');
    await page.keyboard.press('Enter');
    expect(await here(page)).to.equal('Addresses');
    expect(await addresses(dialog)).to.deep.equal(['ada@acme.test', 'bo@acme.test']);

    // The list is one stop, however long it is; then what people get.
    const passed = await tabTo(page, 'Member');
    expect(passed.filter((name) => name.includes('@'))).to.deep.equal([
      'Edit Ada Adler ada@acme.test',
      'Remove ada@acme.test from the list',
    ]);
    await page.keyboard.press('ArrowRight');
    expect(await dialog.getByLabel('Admin', { exact: true }).isChecked()).to.equal(true);
    await page.keyboard.press('ArrowLeft');
    await tabTo(page, 'Language of the mail');
    await page.keyboard.press('ArrowDown');
    expect(await dialog.getByLabel('Language of the mail').inputValue()).to.equal('de');
    await tabTo(page, 'Add a group');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('T');
    await page.keyboard.press('Enter');
    await dialog.getByLabel('Relation in Team').waitFor();
    await tabTo(page, 'Personal message');
    await page.keyboard.type('See you');
    await tabTo(page, 'Preview of the mail');
    await page.keyboard.press('Enter');
    await dialog.locator('.letter').waitFor();

    await tabTo(page, 'Invite 2 people');
    await page.keyboard.press('Enter');
    await dialog.getByRole('heading', { name: '2 people are invited' }).waitFor();
    expect(await focused(page)).to.equal('2 people are invited');
    await tabTo(page, 'Undo');
    await page.keyboard.press('Enter');
    await dialog.getByText('Taken back. 2 invitations').first().waitFor();
    expect(await suite.found('ada@')).to.deep.equal([]);
    await page.keyboard.press('Escape');
    expect(await here(page)).to.equal('Invite people');
    await page.keyboard.press('Enter');
    await dialog.locator('.pane.offer h3').waitFor();
    expect(await addresses(dialog)).to.deep.equal(['ada@acme.test', 'bo@acme.test']);
  });
});
