import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { seedGroups, seedPeople } from '../server-plugin/scan-seed.ts';
import { describeInBrowser } from '../support/browser.ts';
import { eventually } from '../support/customer.ts';
import { expectSound, focused, useWidgets } from './widget-page.ts';

const GROUPS = 1_000;
const PEOPLE = 10_000;

describeInBrowser('the group manager with 1,000 groups and 10,000 people', function () {
  this.timeout(60_000);
  const { customer, open } = useWidgets();
  let amara: string;
  /** Half of all people are in it. */
  let large: { id: string; name: string; memberCount: number };

  before('1,000 groups, one of 5,000 people', async () => {
    const { db } = customer.host;
    const org = customer.organization.id;
    amara = (await customer.host.userByEmail('admin@acme.test'))!.id;
    const groupIds = await seedGroups(db, org, GROUPS);
    await seedPeople(db, org, PEOPLE, { groupIds, poolIds: [], roleProfileIds: [] });
    for (const [count, flag] of [
      ['memberCount', 'isMember'],
      ['coachCount', 'isCoach'],
      ['managerCount', 'isManager'],
    ] as const)
      await db.raw(
        'update seatkit_groups set ?? = (select count(*) from seatkit_group_people p where p.groupId = seatkit_groups.id and p.?? = 1)',
        [count, flag],
      );
    await db('seatkit_groups').update({ archived: 0, archivedAt: null });
    large = await db('seatkit_groups').where({ id: groupIds[0] }).first('id', 'name', 'memberCount');
  });

  const shown = async (): Promise<{ page: Page; asked: string[] }> => {
    const page = await open(['seatkit-group-manager'], { as: amara });
    const asked: string[] = [];
    page.on('request', (request) => {
      const [, path] = /\/v1\/organizations\/[^/]+\/(.*)/.exec(request.url()) ?? [];
      if (path) asked.push(`${request.method()} ${path}`);
    });
    await page.locator('.entry').first().waitFor();
    return { page, asked };
  };
  const rows = (page: Page) => page.locator('.person').count();
  const member = (page: Page) => page.locator('[data-relation=member] .person');
  /** The coaches stand before the members, and are read as one comes by. */
  const toMembers = (page: Page) =>
    eventually(async () => {
      await page.locator('[data-relation=member] h3').scrollIntoViewIfNeeded();
      return member(page).first().isVisible();
    });
  const chooseLarge = async (page: Page) => {
    await page.getByRole('searchbox', { name: 'Find a group' }).fill(large.name);
    await page.locator('.entry').nth(2).waitFor({ state: 'detached' });
    await page.locator('.entry').first().click();
    await toMembers(page);
  };
  /** Turns the wheel until something holds; says how many people were in the page at most. */
  const wheelUntil = async (page: Page, holds: () => Promise<boolean> | boolean): Promise<number> => {
    let most = 0;
    await page.mouse.move(900, 500);
    await eventually(async () => {
      await page.mouse.wheel(0, 1500);
      most = Math.max(most, await rows(page));
      return holds();
    }, 20_000);
    return most;
  };

  it('reads the groups page by page as one comes to the end of the list, by scrolling or by keys', async () => {
    const { page, asked } = await shown();
    await page.getByRole('heading', { name: 'Groups 1,000' }).waitFor();
    const listed = () => page.locator('.entry').count();
    expect(await listed()).to.be.within(50, 100);
    expect(asked.filter((path) => path.startsWith('GET groups')).length).to.be.at.most(2);
    const before = await listed();
    await page.locator('.entry').first().focus();
    await page.keyboard.press('End');
    await eventually(async () => (await listed()) > before);
    await page.keyboard.press('End');
    await page.locator('.scroll').evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await eventually(async () => (await listed()) >= before + 100);
    // The list scrolls by itself: the chosen group stays beside it.
    expect(await page.evaluate(() => scrollY)).to.be.below(100);
    expect(await page.locator('.pane').evaluate((pane) => pane.getBoundingClientRect().height)).to.be.at.most(900);
    await expectSound(page);
  });

  it('finds a group by name on the server, with one request for what was typed in one go', async () => {
    const { page, asked } = await shown();
    asked.length = 0;
    await page.getByRole('searchbox', { name: 'Find a group' }).evaluate((field: HTMLInputElement) => {
      for (const letter of 'group 99') {
        field.value += letter;
        field.dispatchEvent(new Event('input'));
      }
    });
    await page.getByRole('heading', { name: 'Groups 11' }).waitFor();
    expect(asked.filter((path) => path.startsWith('GET groups?'))).to.deep.equal(['GET groups?q=group+99&limit=50']);
    await page.getByRole('status').getByText('11 groups').waitFor({ state: 'attached' });
  });

  it('keeps a few of 5,000 people in the page, reads on as one scrolls, and shows the rows again on the way back', async () => {
    const { page, asked } = await shown();
    await chooseLarge(page);
    expect(large.memberCount).to.be.above(4_500);
    await page.locator('[data-relation=member]').getByText(large.memberCount.toLocaleString('en')).waitFor();
    const first = await member(page).first().innerText();
    const pages = () => asked.filter((path) => path.includes('relation=member') && path.includes('cursor='));
    const most = await wheelUntil(page, () => pages().length >= 6);
    expect(most, 'people in the page at once').to.be.at.most(300);
    const lists = asked.filter((path) => /^GET (groups|members|pools)\?/.test(path));
    expect(Math.max(...lists.map((path) => Number(/limit=(\d+)/.exec(path)![1]))), 'no request loads everything').to.be.at.most(200);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).to.be.above(15_000);
    await toMembers(page);
    await eventually(async () => (await member(page).first().innerText()) === first);
    await expectSound(page);
  });

  it('shows a change in counts and rows without losing the place, and asks for no more than is shown', async () => {
    const { page, asked } = await shown();
    await chooseLarge(page);
    const top = await page.evaluate(() => scrollY);
    await wheelUntil(page, async () => (await page.evaluate(() => scrollY)) > top + 6_000);
    const place = await eventually(() =>
      member(page).evaluateAll((all) =>
        all
          .find((row) => {
            const { top } = row.getBoundingClientRect();
            return top > 300 && top < 600;
          })
          ?.getAttribute('aria-posinset'),
      ),
    );
    const row = page.locator(`[data-relation=member] [aria-posinset='${place}']`);
    const name = (await row.innerText()).split('\n').find((line) => line.includes('@'))!;
    asked.length = 0;
    await row.getByRole('button', { name: /More for/ }).click();
    await page.getByRole('menuitem', { name: 'Make coach' }).click();
    await page
      .locator('[data-relation=member] h3')
      .getByText((large.memberCount - 1).toLocaleString('en'))
      .waitFor();
    await member(page).filter({ hasText: name }).waitFor({ state: 'detached' });
    expect(await page.evaluate(() => scrollY), 'nobody loses their place').to.be.above(top + 5_000);
    expect(asked.filter((path) => path.startsWith('GET')).length).to.be.at.most(16);
    const { items } = await customer.admin.members.list(customer.organization.id, { q: name });
    expect(items[0]!.groups.find(({ id }) => id === large.id)?.relations).to.deep.equal(['coach']);
  });

  it('is walked by keys: from the search into the list, into a group and back', async () => {
    const { page } = await shown();
    await page.setViewportSize({ width: 500, height: 800 });
    await page.getByRole('searchbox', { name: 'Find a group' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const second = await focused(page);
    expect(second).to.match(/^Group 1\b/);
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).to.match(/^Group 0\b/);
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).to.equal('Find a group');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Group 1', exact: true }).waitFor();
    await eventually(async () => (await focused(page)) === 'Group 1');
    await page.getByRole('button', { name: 'All groups' }).click();
    expect(await focused(page)).to.equal(second);
    // One stop for the Tab key, wherever one is in the list.
    expect(await page.locator(".entry[tabindex='0']").count()).to.equal(1);
  });
});
