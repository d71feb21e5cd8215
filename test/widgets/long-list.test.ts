import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../support/browser.ts';
import type { Customer } from '../support/customer.ts';
import { focused, useWidgets } from './widget-page.ts';

const count = 3000;
const list = ['seatkit-member-list'];

/** Many people without their thousands of invitations: rows as the service writes them, copied from one that it wrote. */
async function seed({ host, operator, organization }: Customer): Promise<void> {
  await operator.invitations.create(organization.id, {
    delivery: 'hold',
    people: [{ email: 'p@acme.test', firstName: 'P', lastName: 'P' }],
  });
  const [pattern] = await host.db('seatkit_members').where({ organizationId: organization.id, email: 'p@acme.test' });
  for (let from = 0; from < count; from += 100) {
    const rows = Array.from({ length: 100 }, (_, i) => {
      const nr = String(from + i).padStart(5, '0');
      const id = `m${nr}`;
      const email = `p${nr}@acme.test`;
      return {
        ...pattern,
        id,
        email,
        emailKey: email,
        firstName: 'Person',
        lastName: nr,
        status: 'active',
        nameSort: `person ${nr}\u0001${id}`,
        seenSort: `0\u0001${id}`,
      };
    });
    await host.db('seatkit_members').insert(rows);
    await host.db('seatkit_member_words').insert(
      rows.map(({ id, nameSort }) => ({
        memberId: id,
        placeId: organization.id,
        word: nameSort,
        memberStatus: 'active',
        memberRole: 'member',
      })),
    );
  }
  await host.db('seatkit_members').where({ id: pattern.id }).delete();
}

describeInBrowser('a list of some thousand members', () => {
  const { customer, open } = useWidgets();
  let amara: string;

  before(async function () {
    this.timeout(60_000);
    amara = (await customer.host.userByEmail('admin@acme.test'))!.id;
    await seed(customer);
  });

  const rows = (page: Page) => page.locator('.rows .row');
  const drawn = (page: Page) => page.locator('.rows .row:not(.bones)').count();
  /** The names in the window, from top to bottom, and that no place in the list is empty. */
  const inView = async (page: Page): Promise<string[]> =>
    page
      .locator('seatkit-member-list')
      .evaluate((list) =>
        [...list.shadowRoot!.querySelectorAll('.rows > *')]
          .filter((row) => row.getBoundingClientRect().bottom > 0 && row.getBoundingClientRect().top < innerHeight)
          .map((row) => row.querySelector('.name')?.textContent?.trim() ?? '…'),
      );
  const rowOf = (page: Page, name: string) => page.locator('.rows .row', { hasText: name });
  const settled = async (page: Page): Promise<string[]> => {
    for (;;) {
      await page.waitForTimeout(60);
      const names = await inView(page);
      if (!names.includes('…')) return names;
    }
  };

  it('keeps about a screen and a half of rows in the page, however far one scrolls', async function () {
    this.timeout(60_000);
    const page = await open(list, { as: amara });
    await rows(page).first().waitFor();
    expect(await page.getByRole('grid').getAttribute('aria-rowcount')).to.equal('3002');
    let seen = 0;
    for (let i = 0; i < 25; i++) {
      await page.mouse.wheel(0, 1500);
      const names = await settled(page);
      const numbers = names.filter((name) => name.startsWith('Person')).map((name) => Number(name.slice(7)));
      expect(numbers, 'in order, none left out').to.deep.equal(numbers.map((_, at) => numbers[0]! + at));
      seen = Math.max(seen, ...numbers);
      expect(await drawn(page)).to.be.within(10, 44);
    }
    expect(seen).to.be.above(600);
    const left = await page.locator('.rows').evaluate(({ childNodes, children }) => childNodes.length - 3 * children.length);
    expect(left, 'what rows leave behind that are gone').to.be.below(20);
  });

  it('draws no more rows than the window has room for at first, and none but those near it for a letter typed', async () => {
    const page = await open(list, { as: amara });
    await rows(page).first().waitFor();
    const atFirst = await page.locator('seatkit-member-list').evaluate(async (before) => {
      const list = before.cloneNode() as typeof before;
      before.replaceWith(list);
      return new Promise<number>((resolve) =>
        new MutationObserver(() => {
          const { length } = list.shadowRoot!.querySelectorAll('.rows .row');
          if (length > 0) resolve(length);
        }).observe(list.shadowRoot!, { childList: true, subtree: true }),
      );
    });
    expect(atFirst).to.be.within(12, 17);
    await page.waitForFunction(
      () => document.querySelector('seatkit-member-list')!.shadowRoot!.querySelectorAll('.rows .row').length === 50,
    );

    await page.mouse.wheel(0, 9000);
    await settled(page);
    await page.evaluate(() => scrollTo(0, 0));
    await page.getByText('Person 00000').waitFor();
    const changed = await page.locator('seatkit-member-list').evaluateHandle((list) => {
      const seen = { nodes: 0, most: 0 };
      new MutationObserver((changes) => {
        seen.nodes += changes.reduce((sum, { addedNodes }) => sum + addedNodes.length, 0);
        seen.most = Math.max(seen.most, list.shadowRoot!.querySelectorAll('.rows .row').length);
      }).observe(list.shadowRoot!.querySelector('.rows')!, { childList: true });
      return seen;
    });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname.split('/').at(-1)!));
    await page.getByRole('searchbox').press('p');
    await page.getByText('Amara Okafor').waitFor({ state: 'detached' });
    await settled(page);
    expect(
      asked.filter((path) => path === 'members'),
      'for the letter, and for the rows after the first',
    ).to.have.length.within(1, 2);
    expect(await changed.jsonValue()).to.satisfy(({ nodes, most }: { nodes: number; most: number }) => nodes <= 50 && most <= 50);
  });

  it('draws and reads nothing that flies by faster than anybody can look', async () => {
    const page = await open(list, { as: amara });
    await rows(page).first().waitFor();
    await page.mouse.wheel(0, 3000);
    await settled(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const drawn = await page.locator('seatkit-member-list').evaluate(async (list) => {
      let drawn = 0;
      const rows = list.shadowRoot!.querySelector('.rows')!;
      const observer = new MutationObserver((changes) => {
        for (const { addedNodes } of changes) drawn += addedNodes.length;
      });
      observer.observe(rows, { childList: true });
      for (let n = 0; n < 60; n += 1) {
        scrollBy(0, innerHeight * 2);
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      return drawn;
    });
    expect([drawn, asked]).to.deep.equal([0, []]);
    const names = await settled(page);
    expect(
      names.every((name) => name.startsWith('Person')),
      names.join(),
    ).to.equal(true);
  });

  it('comes to what one jumps to, and reads again what it had let go of', async () => {
    const page = await open(list, { as: amara });
    await rows(page).first().waitFor();
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await page.getByText('Person 02999').waitFor();
    expect((await settled(page)).at(-1)).to.equal('Person 02999');
    await page.locator('.foot').getByText('3,001 members').waitFor();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.evaluate(() => scrollTo(0, 0));
    await page.getByText('Person 00000').waitFor();
    expect((await settled(page))[0]).to.equal('Amara Okafor');
    expect(asked.filter((path) => path.endsWith('/members')).length, 'only what is in view').to.be.within(1, 3);
  });

  it('does not move what one looks at when rows above it turn out higher than others', async function () {
    this.timeout(60_000);
    await customer.host
      .db('seatkit_members')
      .whereRaw("substr(id, 6, 1) in ('3', '5', '9')")
      .update({ lastSeenAt: '2026-01-01T00:00:00.000Z' });
    const page = await open(list, { as: amara });
    await page.setViewportSize({ width: 400, height: 800 });
    await rows(page).first().waitFor();
    const high = (await rows(page).nth(1).boundingBox())!.height;
    await page.evaluate((y) => scrollTo(0, y), high * 780);
    await page.mouse.move(200, 400);
    let [name] = (await settled(page)).slice(1);
    const heights = new Set<number>();
    for (let i = 0; i < 25; i++) {
      const before = (await rowOf(page, name!).boundingBox())!;
      const drawn = await rows(page).evaluateAll((all) => all.map((row) => Math.round(row.getBoundingClientRect().height)));
      for (const height of drawn) heights.add(height);
      await page.mouse.wheel(0, -90);
      await page.waitForTimeout(60);
      const after = (await rowOf(page, name!).boundingBox())!;
      expect(Math.round(after.y - before.y), `${name} came down as far as was scrolled`).to.equal(90);
      [name] = (await settled(page)).slice(1);
    }
    expect(heights.size, 'heights that differ').to.be.above(1);
  });

  for (const [box, put] of [
    [
      'a box that scrolls',
      (widget: Element) => {
        const frame = document.createElement('div');
        widget.replaceWith(frame);
        frame.append(widget);
        return frame;
      },
    ],
    [
      'an element of the page that scrolls what is put into it',
      (widget: Element) => {
        const layout = document.createElement('div');
        widget.replaceWith(layout);
        const frame = document.createElement('div');
        frame.append(document.createElement('slot'));
        layout.attachShadow({ mode: 'open' }).append(frame);
        layout.append(widget);
        return frame;
      },
    ],
  ] as const) {
    it(`works inside ${box}`, async () => {
      const page = await open(list, { as: amara });
      await rows(page).first().waitFor();
      const frame = await page.locator('seatkit-member-list').evaluateHandle(put);
      await frame.evaluate((element) => {
        element.style.blockSize = '500px';
        element.style.overflow = 'auto';
      });
      await rows(page).first().waitFor();
      for (const top of [4000, 9000, 15_000]) {
        await frame.evaluate((element, to) => element.scrollTo(0, to), top);
        const names = await settled(page);
        expect(Number(names.at(-1)!.slice(7))).to.be.within(top / 57 - 20, top / 57 + 20);
        expect(await drawn(page)).to.be.below(45);
      }
    });
  }

  it('is walked by keyboard: arrows, Home and End, pages, and rows that were not drawn yet', async () => {
    const page = await open(list, { as: amara });
    await rows(page).first().waitFor();
    await page.getByRole('button', { name: 'Columns' }).focus();
    const walk = async (...keys: string[]): Promise<string> => {
      for (const key of keys) await page.keyboard.press(key);
      await page.waitForTimeout(80);
      await settled(page);
      return page.locator('seatkit-member-list').evaluate((widget) => {
        const active = widget.shadowRoot!.activeElement as HTMLElement;
        const row = active.closest('.row')!;
        const { top, bottom } = row.getBoundingClientRect();
        if (top < -1 || bottom > innerHeight + 1) throw new Error(`the focus is where nobody sees it: ${top} to ${bottom}`);
        const what = active.getAttribute('aria-label') ?? active.innerText.trim().replace(/\s+/g, ' ');
        return `${row.getAttribute('aria-rowindex')}: ${what}`;
      });
    };
    // One stop for Tab, and the way on out of the grid.
    expect(await walk('Tab')).to.contain('2: Amara Okafor');
    expect(await walk('ArrowDown', 'ArrowRight')).to.equal('3: Member');
    expect(await walk('End')).to.equal('3: More for Person 00000');
    expect(await walk('ArrowRight')).to.equal('3: More for Person 00000');
    expect(await walk('ArrowDown', 'ArrowDown')).to.equal('5: More for Person 00002');
    expect(await walk('Home', 'PageDown', 'PageDown', 'PageDown', 'PageDown')).to.match(/^\d\d: Person 000\d\d/);
    expect(await walk('Control+End')).to.equal('3002: More for Person 02999');
    expect(await walk('ArrowDown')).to.equal('3002: More for Person 02999');
    expect(await walk('PageUp', 'Control+Home')).to.contain('2: Amara Okafor');
    expect(await walk('ArrowUp')).to.equal('1: Name ↑');
    expect(await walk('ArrowUp', 'ArrowDown', 'ArrowDown')).to.contain('3: Person 00000');
    // The row with the focus stays, wherever one scrolls.
    await page.mouse.wheel(0, 60_000);
    await settled(page);
    expect(await walk('ArrowDown')).to.contain('4: Person 00001');
  });

  it('begins at the top when something else is asked from heads that stay in view', async () => {
    const page = await open(list, { as: amara });
    await rows(page).first().waitFor();
    await page.evaluate(() => scrollTo(0, 57 * 800));
    await settled(page);
    await page.getByRole('columnheader').getByRole('button', { name: 'Role' }).click();
    await page.locator('.menu:popover-open').getByRole('button', { name: 'Member', exact: true }).click();
    await page.locator('.foot').getByText('3,000 members').waitFor();
    await page.getByRole('button', { name: 'Person 00000', exact: true }).waitFor();
    expect((await settled(page))[0]).to.equal('Person 00000');
  });

  it('keeps its place and the focus after a change', async () => {
    const page = await open(list, { as: amara, ignore: [] });
    await rows(page).first().waitFor();
    await page.evaluate(() => scrollTo(0, 57 * 800));
    const before = await settled(page);
    const name = before[4]!;
    const top = (await rowOf(page, name).boundingBox())!.y;
    await rowOf(page, name).getByRole('button', { name: 'More for' }).click();
    await page.getByRole('menuitem', { name: 'Remove from organization' }).click();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await rowOf(page, name).waitFor({ state: 'detached' });
    const after = await settled(page);
    expect(after.slice(0, 5)).to.deep.equal([...before.slice(0, 4), before[5]]);
    expect((await rowOf(page, before[5]!).boundingBox())!.y).to.equal(top);
    expect(await focused(page), 'the person who is there now').to.equal(`More for ${before[5]}`);
  });
});
