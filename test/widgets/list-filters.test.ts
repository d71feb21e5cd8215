import type { Me } from '@seatkit/sdk';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../support/browser.ts';
import type { Joined } from '../support/customer.ts';
import { expectSound, focused, useWidgets } from './widget-page.ts';

const list = ['seatkit-member-list hash="m"'];

describeInBrowser('what the member list is narrowed to', () => {
  const { customer, open } = useWidgets();
  let people: Record<string, Joined>;
  let amara: string;
  const ids: Record<string, string> = {};

  before(async function () {
    this.timeout(30_000);
    const { operator, organization } = customer;
    amara = (await customer.host.userByEmail('admin@acme.test'))!.id;
    for (let i = 1; i < 12; i++) ids[`Team ${i}`] = (await customer.group(`Team ${i}`)).id;
    const academy = await customer.pool({ product: 'academy', name: 'Academy', quantity: 9 });
    const analyst = await operator.roleProfiles.create(organization.id, { name: 'Analyst' });
    const lead = await operator.roleProfiles.create(organization.id, { name: 'Team lead' });
    Object.assign(ids, { analyst: analyst.id, lead: lead.id, academy: academy.id });
    people = await customer.join([
      {
        email: 'ada@acme.test',
        firstName: 'Ada',
        lastName: 'Lindgren',
        externalId: 'HR-17',
        roleProfileIds: [analyst.id, lead.id],
        groups: [
          { groupId: ids['Team 1']!, relations: ['member'] },
          { groupId: ids['Team 11']!, relations: ['coach'] },
        ],
      },
      { email: 'zoe@acme.test', firstName: 'Zoe', lastName: 'Brandt', role: 'admin', poolIds: [academy.id] },
      { email: 'mia@acme.test', firstName: 'Mia', lastName: 'Noor', groups: [{ groupId: ids['Team 1']!, relations: ['manager'] }] },
    ]);
    await operator.members.update(organization.id, people.ada!.memberId, {
      roleProfiles: [
        { id: analyst.id, ambition: false },
        { id: lead.id, ambition: true },
      ],
    });
  });

  const names = (page: Page) => page.locator('.rows .name').allInnerTexts();
  const shows = async (page: Page, ...expected: string[]) => {
    await page
      .locator('[role=status]')
      .getByText(new RegExp(`^${expected.length} members?`))
      .waitFor({ state: 'attached' });
    expect(await names(page)).to.deep.equal(expected);
  };
  const head = (page: Page, name: string) => page.getByRole('columnheader').getByRole('button', { name });
  const popover = (page: Page) => page.locator('.menu:popover-open');
  const choose = (page: Page, name: string) => popover(page).getByRole('button', { name, exact: true }).click();
  const hash = (page: Page) => page.evaluate(() => location.hash);

  it('narrows by what the heads of the columns offer, and shows each filter to be taken away', async () => {
    const page = await open(list, { as: amara });
    await shows(page, 'Ada Lindgren', 'Amara Okafor', 'Mia Noor', 'Zoe Brandt');
    await head(page, 'Role').click();
    await popover(page).waitFor();
    expect(await popover(page).getByRole('button').allInnerTexts()).to.deep.equal(['All', 'Admin', 'Member']);
    await expectSound(page);
    await choose(page, 'Admin');
    await shows(page, 'Amara Okafor', 'Zoe Brandt');
    expect(await focused(page), 'where one was').to.equal('Role');

    await head(page, 'Seat').click();
    await choose(page, 'Academy');
    await shows(page, 'Zoe Brandt');
    await page.getByRole('button', { name: 'Remove the filter Role: Admin' }).click();
    await shows(page, 'Zoe Brandt');
    await page.getByRole('button', { name: 'Remove the filter Seat: Academy' }).click();
    await shows(page, 'Ada Lindgren', 'Amara Okafor', 'Mia Noor', 'Zoe Brandt');

    await head(page, 'Status').click();
    await choose(page, 'Deactivated');
    await page.getByRole('heading', { name: 'Nobody found' }).waitFor();
    expect(await focused(page), 'the heads stay').to.equal('Status');
    await expectSound(page);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await shows(page, 'Ada Lindgren', 'Amara Okafor', 'Mia Noor', 'Zoe Brandt');
  });

  it('finds one of many groups by its name, by keyboard, in a list without heads too', async () => {
    const page = await open(list, { as: amara });
    await page.setViewportSize({ width: 420, height: 800 });
    await shows(page, 'Ada Lindgren', 'Amara Okafor', 'Mia Noor', 'Zoe Brandt');
    await page.getByRole('button', { name: 'Filter', exact: true }).focus();
    await page.keyboard.press('Enter');
    await popover(page).getByText('Groups').waitFor();
    for (const _ of ['Status', 'Role']) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await popover(page).getByRole('button', { name: 'Team 7' }).waitFor();
    await popover(page).getByRole('searchbox', { name: 'Find in Groups' }).fill('team 11');
    await popover(page).getByRole('button', { name: 'Team 7' }).waitFor({ state: 'detached' });
    expect(await popover(page).locator('.choices button').allInnerTexts()).to.deep.equal(['Team 11']);
    await expectSound(page);
    await page.setViewportSize({ width: 420, height: 800 });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await shows(page, 'Ada Lindgren');
    expect(await focused(page)).to.equal('Filter');
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await popover(page).getByRole('button', { name: 'Groups Team 11' }).waitFor();
    await page.keyboard.press('Escape');
    await popover(page).waitFor({ state: 'detached' });
    expect(await focused(page)).to.equal('Filter');
  });

  it('sorts by name, address, last visit and day of joining, and says so', async () => {
    const page = await open(list, { as: amara });
    await shows(page, 'Ada Lindgren', 'Amara Okafor', 'Mia Noor', 'Zoe Brandt');
    const sorted = () =>
      page
        .getByRole('columnheader')
        .evaluateAll((heads) =>
          heads.flatMap((one) => ((one.ariaSort ?? 'none') === 'none' ? [] : [`${one.textContent?.trim()[0]} ${one.ariaSort}`])),
        );
    expect(await sorted()).to.deep.equal(['N ascending']);
    await head(page, 'Name').click();
    await choose(page, 'E-mail');
    await page.locator('[role=status]').getByText('4 members, sorted by E-mail').waitFor({ state: 'attached' });
    await shows(page, 'Ada Lindgren', 'Amara Okafor', 'Mia Noor', 'Zoe Brandt');
    expect(await sorted()).to.deep.equal([]);
    await head(page, 'Name').click();
    await choose(page, 'Added');
    await page.locator('[role=status]').getByText('sorted by Added').waitFor({ state: 'attached' });
    await shows(page, 'Amara Okafor', 'Ada Lindgren', 'Zoe Brandt', 'Mia Noor');
    await head(page, 'Last seen').click();
    await page.locator('[role=columnheader][aria-sort=descending]').waitFor();
    expect(await sorted()).to.deep.equal(['L descending']);
  });

  it('keeps search, filters and order in its part of the address, where Back takes them back', async () => {
    const page = await open(list, { as: amara });
    await shows(page, 'Ada Lindgren', 'Amara Okafor', 'Mia Noor', 'Zoe Brandt');
    await page.evaluate(() => history.replaceState({ own: 1 }, '', '#chapter-2'));
    await page.evaluate(() => {
      const base = document.createElement('base');
      base.href = 'https://elsewhere.test/';
      document.head.append(base);
    });
    await head(page, 'Groups').click();
    await choose(page, 'Team 1');
    await shows(page, 'Ada Lindgren', 'Mia Noor');
    expect(await hash(page)).to.equal(`#chapter-2&m.groupId=${ids['Team 1']}`);
    await page.getByRole('searchbox').pressSequentially('mi', { delay: 300 });
    await shows(page, 'Mia Noor');
    expect(await hash(page)).to.equal(`#chapter-2&m.groupId=${ids['Team 1']}&m.q=mi`);
    const address = page.url();
    expect(await page.evaluate(() => history.state), 'the page keeps its own state').to.deep.equal({ own: 1 });

    await page.goBack();
    await shows(page, 'Ada Lindgren', 'Mia Noor');
    expect(await page.getByRole('searchbox').inputValue()).to.equal('');
    await page.goBack();
    await shows(page, 'Ada Lindgren', 'Amara Okafor', 'Mia Noor', 'Zoe Brandt');
    expect(await hash(page)).to.equal('#chapter-2');
    await page.goForward();
    await page.goForward();
    await shows(page, 'Mia Noor');

    // Somebody else follows the address; the filter gets its name again.
    await page.goto('about:blank');
    await page.goto(address);
    await page.getByRole('button', { name: 'Remove the filter Groups: Team 1' }).waitFor();
    await shows(page, 'Mia Noor');
    expect(await page.getByRole('searchbox').inputValue()).to.equal('mi');
  });

  it('takes nothing from an address that is not one of its own questions, and shares it with a second list', async () => {
    const page = await open([...list, 'seatkit-member-list hash="m.n"'], { as: amara });
    const lists = page.locator('seatkit-member-list');
    const first = lists.nth(0);
    const second = lists.nth(1);
    await first.locator('.row .name').first().waitFor();
    await page.evaluate((bad) => {
      location.hash = bad;
    }, '#m.status=<img>&m.constructor=x&m.groupId=../..&m.q=%E0%A4%A&m.n.q=zoe&m.role=admin');
    await first.getByRole('button', { name: 'Remove the filter Role: Admin' }).waitFor();
    await second.locator('.foot').getByText('1 member').waitFor();
    expect(await second.locator('.rows .name').allInnerTexts()).to.deep.equal(['Zoe Brandt']);
    await first.locator('.foot').getByText('2 members').waitFor();
    await first.getByRole('button', { name: 'Clear filters' }).click();
    await first.locator('.foot').getByText('4 members').waitFor();
    expect(await hash(page)).to.equal('#m.n.q=zoe');
    expect(await second.locator('.rows .name').allInnerTexts()).to.deep.equal(['Zoe Brandt']);
  });

  it('shows the columns somebody chooses, and still does at the next visit', async () => {
    const page = await open(list, { as: amara });
    await shows(page, 'Ada Lindgren', 'Amara Okafor', 'Mia Noor', 'Zoe Brandt');
    const heads = () => page.getByRole('columnheader').evaluateAll((all) => all.map((one) => one.textContent?.trim().replace(/\s*↑$/, '')));
    expect(await page.evaluate(() => localStorage.length), 'nothing is stored before somebody chooses').to.equal(0);
    await page.getByRole('button', { name: 'Columns' }).click();
    for (const name of ['Role profiles', 'Ambition', 'Coach of', 'External ID'])
      await popover(page).getByRole('checkbox', { name }).check();
    for (const name of ['Groups', 'Seat', 'Last seen']) await popover(page).getByRole('checkbox', { name }).uncheck();
    await expectSound(page);
    await page.keyboard.press('Escape');
    const chosen = ['Name', 'Role', 'Role profiles', 'Ambition', 'Coach of', 'Status', 'External ID', 'Actions'];
    expect(await heads()).to.deep.equal(chosen);
    const row = page.locator('.rows .row', { hasText: 'Ada' });
    const cells = await row.getByRole('gridcell').allInnerTexts();
    expect(cells.map((text) => text.replace(/\s+/g, ' ')).slice(0, -1)).to.deep.equal([
      'Member',
      'Analyst Team lead',
      'Team lead',
      'Team 11',
      'Active',
      'HR-17',
    ]);
    await expectSound(page, 'all');
    await page.reload();
    await row.waitFor();
    expect(await heads()).to.deep.equal(chosen);
    await page.getByRole('button', { name: 'Columns' }).click();
    await choose(page, 'Show the usual columns');
    expect(await heads()).to.deep.equal(['Name', 'Role', 'Groups', 'Seat', 'Status', 'Last seen', 'Actions']);
  });

  it('works on a page that may store nothing', async () => {
    const page = await open([], { as: amara });
    await page.evaluate(
      ([tag, id]) => {
        Object.defineProperty(window, 'localStorage', {
          get() {
            throw new DOMException('denied', 'SecurityError');
          },
        });
        const widget = document.createElement(tag!);
        widget.setAttribute('organization-id', id!);
        document.querySelector('main')!.append(widget);
      },
      ['seatkit-member-list', customer.organization.id],
    );
    await shows(page, 'Ada Lindgren', 'Amara Okafor', 'Mia Noor', 'Zoe Brandt');
    await page.getByRole('button', { name: 'Columns' }).click();
    await popover(page).getByRole('checkbox', { name: 'External ID' }).check();
    await page.getByRole('columnheader', { name: 'External ID' }).waitFor();
  });

  it('offers a group admin only what they can see', async () => {
    const page = await open(list, { as: people.mia!.userId });
    await shows(page, 'Ada Lindgren', 'Mia Noor');
    await head(page, 'Groups').click();
    await popover(page).getByRole('button', { name: 'Team 1', exact: true }).waitFor();
    expect(await popover(page).locator('.choices button').allInnerTexts()).to.deep.equal(['All', 'Team 1']);
    await page.keyboard.press('Escape');
    await head(page, 'Seat').click();
    await popover(page).getByText('Nothing found').waitFor();
  });

  it('says nothing of when people were last there where the platform does not tell', async () => {
    const page = await open([], { as: amara });
    await page.route('**/v1/me?*', async (route) => {
      const me = (await (await route.fetch()).json()) as Me;
      await route.fulfill({ json: { ...me, organizations: me.organizations.map((mine) => ({ ...mine, lastSeenKnown: false })) } });
    });
    await page.evaluate(
      ([tag, id]) => {
        const widget = document.createElement(tag!);
        widget.setAttribute('organization-id', id!);
        document.querySelector('main')!.append(widget);
      },
      ['seatkit-member-list', customer.organization.id],
    );
    await shows(page, 'Ada Lindgren', 'Amara Okafor', 'Mia Noor', 'Zoe Brandt');
    expect(await page.getByRole('grid').innerText()).to.not.match(/Last seen|Never/);
    await page.getByRole('button', { name: 'Columns' }).click();
    await choose(page, 'Show the usual columns');
    expect(await popover(page).innerText()).to.not.contain('Last seen');
    expect(await page.getByRole('grid').innerText()).to.not.contain('Last seen');
    await page.keyboard.press('Escape');
    await head(page, 'Name').click();
    await popover(page).getByRole('button', { name: 'Added' }).waitFor();
    expect(await popover(page).innerText()).to.not.contain('Last seen');
  });
});
