import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { collectProblems, describeInBrowser, launchBrowser } from '../support/browser.ts';
import { eventually } from '../support/customer.ts';
import { type Demo, startDemo } from '../support/demo.ts';

const ursula = { name: 'Ursula Vega', email: 'ursula.vega@acme.test' };

describeInBrowser('the main job with nothing but a keyboard', function () {
  this.timeout(40_000);
  let demo: Demo;
  let browser: Browser;
  let page: Page;
  let problems: string[];

  /** Presses a key that does something, and waits until that has left the focus somewhere. */
  const press = async (key: string): Promise<string> => {
    await page.keyboard.press(key);
    await eventually(() => page.evaluate('document.activeElement !== document.body')).catch(() => {
      throw new Error(`after ${key} the focus is nowhere`);
    });
    return focusedName(page);
  };
  /** Walks with the Tab key, around the page at most once, until something of this name has the focus. */
  const tabTo = async (name: string | RegExp): Promise<void> => {
    const passed: string[] = [];
    for (let ends = 0; ends < 2 && passed.length < 150; ) {
      await page.keyboard.press('Tab');
      const now = await focusedName(page);
      if (typeof name === 'string' ? now === name : name.test(now)) return;
      passed.push(now.slice(0, 40));
      if (now === '') ends += 1;
    }
    throw new Error(`no way to ${name}, only to ${passed.join(' | ')}`);
  };
  /** Waits until something of this name has the focus. */
  const focusIs = async (name: string | RegExp) => {
    let now = '';
    await eventually(async () => {
      now = await focusedName(page);
      return typeof name === 'string' ? now === name : name.test(now);
    }).catch(() => expect(now).to.equal(name));
  };
  const type = (text: string) => page.keyboard.type(text);

  before(async () => {
    [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
    context.setDefaultTimeout(8000);
    page = await context.newPage();
    problems = collectProblems(page);
  });
  after(async () => {
    await browser?.close();
    await demo?.remove();
  });

  it('signs in', async () => {
    await page.goto(`${demo.origin}/login`);
    await tabTo(/^E-?mail/i);
    await type('admin@acme.test');
    await tabTo(/^Password/);
    await type('seatkit-demo');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/admin');
    await page.locator('seatkit-member-list .rows .row').first().waitFor();
  });

  it('invites somebody, takes it back, and invites again', async () => {
    await tabTo('Invite people');
    await press('Enter');
    await focusIs('Addresses');
    await type(`${ursula.name} <${ursula.email}>`);
    await press('Enter');
    await tabTo('Invite 1 person');
    await press('Enter');
    await page.getByRole('heading', { name: '1 person is invited' }).waitFor();
    await tabTo('Undo');
    await press('Enter');
    await page.getByText('Taken back. 1 invitation is revoked').first().waitFor();
    await tabTo('Invite 1 person');
    await press('Enter');
    await page.getByRole('heading', { name: '1 person is invited' }).waitFor();
    await tabTo('Done');
    await press('Enter');
    await focusIs('Invite people');
  });

  it('finds the person in the list, walks to the row and opens its menu', async () => {
    await tabTo('Search name or e-mail');
    await type('Ursula');
    await page.locator('seatkit-member-list .rows .row', { hasText: ursula.name }).waitFor();
    await eventually(async () => (await page.locator('seatkit-member-list .rows .row').count()) === 1);
    await tabTo(new RegExp(ursula.name));
    await press('Shift+F10');
    await page.getByRole('menu').waitFor();
    const items = (await page.getByRole('menuitem').allInnerTexts()).map((label) => label.trim());
    expect(items).to.include('Revoke invitation');
    await focusIs(items[0]!);
    expect(await press('ArrowDown')).to.equal(items[1]);
    expect(await press('End')).to.equal(items.at(-1));
    await press('Escape');
    await focusIs(new RegExp(ursula.name));
  });

  it('puts the person into a group and takes them out of it', async () => {
    await page.locator('seatkit-group-manager .entry').first().waitFor();
    const group = await page
      .locator('seatkit-group-manager .entry bdi')
      .first()
      .evaluate((name) => name.textContent!.trim());
    await tabTo(new RegExp(`^${group}.*members`));
    await press('Enter');
    await focusIs(group);
    await tabTo('Add by name or address');
    await type('Ursula');
    const found = page.getByRole('button', { name: `Add ${ursula.name}` });
    await found.waitFor();
    await tabTo(`Add ${ursula.name}`);
    await press('Enter');
    const person = page.locator('seatkit-group-manager [data-relation=member] .person', { hasText: ursula.name });
    await person.waitFor();
    await press('Escape');

    await tabTo(`More for ${ursula.name}`);
    await press('Enter');
    await focusIs(/./);
    expect(await press('End')).to.equal('Remove from group');
    await press('Enter');
    // The button comes once it is said what it does.
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Remove/ })
      .waitFor();
    await tabTo(/^Remove/);
    await press('Enter');
    await person.waitFor({ state: 'detached' });
    await focusIs(/./);
  });

  it('broke no policy and left no error in any console', () => {
    expect(problems).to.deep.equal([]);
  });
});

/** What a screen reader would call the element that has the focus, through all shadow trees: its label, else what it says. */
function focusedName(page: Page): Promise<string> {
  return page.evaluate(`(() => {
    let element = document.activeElement;
    if (element === document.body) return '';
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const labelled = element.getAttribute('aria-labelledby')?.split(' ').map((id) => element.getRootNode().getElementById(id)?.textContent).join(' ');
    const name = element.getAttribute('aria-label') ?? labelled ?? element.labels?.[0]?.textContent ?? element.textContent;
    return name.replace(/\\s+/g, ' ').trim();
  })()`) as Promise<string>;
}
