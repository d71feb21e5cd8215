import type { Me } from '@seatkit/sdk';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { SeatkitBeforeMemberChangeEvent } from '../../widgets/src/events.ts';
import { describeInBrowser } from '../support/browser.ts';
import type { Joined } from '../support/customer.ts';
import { cutOff, expectSound, focused, useWidgets } from './widget-page.ts';

const payload = '<img src=x onerror=alert(1)>';
const list = ['seatkit-member-list'];

describeInBrowser('the member list', () => {
  const { customer, open } = useWidgets();
  let people: Record<string, Joined>;
  let amara: string;

  before(async function () {
    this.timeout(30_000);
    const group = await customer.operator.groups.create(customer.organization.id, { name: `Team ${payload}` });
    await customer.pool({ product: 'course', name: 'Academy', assignment: 'automatic', release: 'unused', quantity: 140 });
    const path = await customer.pool({ product: 'path', name: 'A learning path for people who lead others', quantity: 2 });
    people = await customer.join([
      {
        email: 'ada@acme.test',
        firstName: 'Ada',
        lastName: 'Lindgren',
        groups: [{ groupId: group.id, relations: ['member'] }],
      },
      { email: 'ben@acme.test', firstName: 'Ben', lastName: 'Brandt' },
      {
        email: 'cleo@acme.test',
        firstName: payload,
        lastName: 'Cleo',
        groups: [{ groupId: group.id, relations: ['member'] }],
        poolIds: [path.id],
      },
    ]);
    amara = (await customer.host.userByEmail('admin@acme.test'))!.id;
    await customer.operator.invitations.create(customer.organization.id, {
      delivery: 'hold',
      people: Array.from({ length: 120 }, (_, i) => ({
        email: `held${i}@acme.test`,
        firstName: 'Held',
        lastName: `Nr ${String(i).padStart(3, '0')}`,
      })),
    });
    await customer.operator.invitations.create(customer.organization.id, {
      people: [
        { email: 'dora@acme.test', firstName: 'Dora', lastName: 'Diallo' },
        { email: 'emil@acme.test', firstName: 'Emil', lastName: 'Eriksen' },
      ],
    });
    const { seats } = await customer.operator.members.get(customer.organization.id, people.ada!.memberId);
    await customer.operator.seats.use(customer.organization.id, seats.find(({ name }) => name === 'Academy')!.id);
  });

  const rows = (page: Page) => page.locator('.rows .row');
  const rowOf = (page: Page, name: string) => page.locator('.rows .row', { hasText: name });
  const menuOf = async (page: Page, name: string) => {
    await rowOf(page, name)
      .getByRole('button', { name: `More for ${name}` })
      .click();
    return page.locator('.menu');
  };
  const search = (page: Page, text: string) => page.getByRole('searchbox').fill(text);
  const toast = (page: Page) => page.locator('.toast');

  it('finds people as one types, filters by status, and shows everybody again', async () => {
    const page = await open(list, { as: amara });
    await rows(page).first().waitFor();
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname, searchParams } = new URL(request.url());
      if (pathname.endsWith('/members')) asked.push(searchParams.get('q') ?? '');
    });
    await page.getByRole('searchbox').pressSequentially('lindg');
    await page.getByText('1 member', { exact: true }).first().waitFor();
    expect(await rows(page).allInnerTexts()).to.have.length(1);
    expect(asked.at(-1)).to.equal('lindg');
    expect(asked.length, 'at most one request for a letter').to.be.within(1, 5);
    expect(await rows(page).first().innerText())
      .to.contain('Ada Lindgren')
      .and.contain('ada@acme.test')
      .and.contain('Assigned')
      .and.contain('Academy')
      .and.contain('Never');

    await page.getByRole('button', { name: 'Deactivated' }).click();
    await page.getByRole('heading', { name: 'Nobody found' }).waitFor();
    await expectSound(page);
    await page.getByRole('button', { name: 'Show everybody' }).click();
    await page.getByText('126 members', { exact: true }).first().waitFor();
    expect(await page.getByRole('searchbox').inputValue()).to.equal('');

    await page.getByRole('button', { name: 'Invited' }).click();
    await page.getByText('2 members', { exact: true }).first().waitFor();
    expect((await rows(page).allInnerTexts()).join())
      .to.contain('Dora')
      .and.contain('Emil')
      .and.match(/Mail (sent|is waiting)\s· Expires/)
      .and.not.contain('Never', 'of people who have not joined');
  });

  it('reads on while one scrolls, each person once, and lets everybody come to what the page holds below', async () => {
    const page = await open(list, { as: amara });
    await rows(page).first().waitFor();
    const addresses = new Set<string>();
    const toldTwice: string[] = [];
    for (let atEnd = false; !atEnd; ) {
      await page.waitForFunction(() => {
        const { shadowRoot } = document.querySelector('seatkit-member-list')!;
        return [...shadowRoot!.querySelectorAll('.bones, .gap')].every((part) => {
          const { top, bottom } = part.getBoundingClientRect();
          return bottom <= 0 || top >= innerHeight;
        });
      });
      const drawn = await page.locator('.rows .mail').allInnerTexts();
      if (new Set(drawn).size < drawn.length) toldTwice.push(...drawn);
      for (const address of drawn) addresses.add(address);
      atEnd = await page.evaluate(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 1);
      await page.mouse.wheel(0, 700);
      await page.waitForTimeout(200);
    }
    expect(toldTwice).to.deep.equal([]);
    expect(addresses.size).to.equal(126);
    await page.locator('.foot').getByText('126 members').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollHeight - scrollY - innerHeight)).to.be.below(40);
  });

  it('works by keyboard: the row menu opens, wraps, closes and gives the focus back', async () => {
    const page = await open(list, { as: amara });
    // What the keyboard and the menu need comes with the first key, over a slow line: that key counts all the same.
    await page.route(/(long-list|row-actions)-.*\.js/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await search(page, 'ada');
    await page.locator('.foot').getByText('1 member').waitFor();
    const button = page.getByRole('button', { name: 'More for Ada Lindgren' });
    const menu = page.locator('.menu:popover-open');
    await rowOf(page, 'Ada').getByRole('gridcell').nth(1).focus();
    await page.keyboard.press('Shift+F10');
    await menu.waitFor();
    expect(await button.getAttribute('aria-expanded')).to.equal('true');
    const seen: string[] = [];
    for (const key of ['', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Home']) {
      if (key) await page.keyboard.press(key);
      seen.push(await focused(page));
    }
    expect(seen).to.deep.equal(['Details', 'Make admin', 'Deactivate', 'Remove from organization', 'Deactivate', 'Details']);
    await expectSound(page);
    await page.keyboard.press('Escape');
    expect(await page.locator('.menu:popover-open').count()).to.equal(0);
    // The browser tells of the closing a moment later.
    await page.locator('button[aria-expanded=true]').waitFor({ state: 'detached' });
    expect([await focused(page), await button.getAttribute('aria-expanded')]).to.deep.equal(['More for Ada Lindgren', 'false']);
    // In a window as low as that of a zoom of 400 % the last line is seen, too.
    await page.setViewportSize({ width: 320, height: 256 });
    await button.scrollIntoViewIfNeeded();
    await page.keyboard.press('Enter');
    await page.locator('.menu:popover-open').waitFor();
    await page.keyboard.press('End');
    const line = (await page.getByRole('menuitem', { name: 'Remove from organization' }).boundingBox())!;
    expect([line.y > 0, line.y + line.height <= 256]).to.deep.equal([true, true]);
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 1280, height: 900 });
    // From the menu into the dialog and out of it again, the focus ends where it began.
    await page.keyboard.press('Enter');
    await page.keyboard.press('d');
    await page.keyboard.press('Enter');
    await page.locator('dialog.question[open]').waitFor();
    await page.keyboard.press('Escape');
    expect(await focused(page)).to.equal('More for Ada Lindgren');
  });

  it('opens the details by a click anywhere in a row that has some, and leaves whoever selects a text alone', async () => {
    const ben = customer.host.db('seatkit_members').where({ id: people.ben!.memberId });
    await ben.clone().update({ status: 'anonymized' });
    const page = await open(list, { as: amara });
    const ada = rowOf(page, 'Ada Lindgren');
    const drawer = page.locator('seatkit-member-drawer dialog[open]');
    // Whoever is pressed is meant, also when somebody else stands there before it can open.
    let answer = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/row-actions*', async (route) => {
      await held;
      await route.continue();
    });
    await ada.locator('.open').click();
    await search(page, 'dora');
    await page.getByText('1 member', { exact: true }).first().waitFor();
    answer();
    await drawer.getByRole('heading', { name: 'Ada Lindgren' }).waitFor();
    await page.keyboard.press('Escape');
    await search(page, '');
    for (const [click, back] of [
      [() => ada.getByText('Active', { exact: true }).click(), /^Status/],
      [() => ada.click({ position: { x: 4, y: 4 } }), /^Ada Lindgren$/],
    ] as const) {
      await click();
      await drawer.getByRole('heading', { name: 'Ada Lindgren' }).waitFor();
      await page.keyboard.press('Escape');
      await drawer.waitFor({ state: 'detached' });
      expect(await focused(page)).to.match(back);
    }

    const { x, y, width, height } = (await ada.locator('.mail').boundingBox())!;
    await page.mouse.move(x + 1, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width - 4, y + height / 2, { steps: 4 });
    await page.mouse.up();
    expect(await page.evaluate(() => getSelection()?.toString())).to.contain('ada@acme');

    const gone = rowOf(page, 'ben@acme.test');
    await gone.getByText('Anonymized').click();
    await page.keyboard.press('Enter');
    const cursorOf = (row: typeof ada) => row.evaluate((element) => getComputedStyle(element).cursor);
    expect(await cursorOf(gone)).to.equal('auto');
    // What a press opens, opens in the order of the presses.
    await menuOf(page, 'Ada Lindgren');
    expect(await cursorOf(ada)).to.equal('pointer');
    await page.locator('.menu:popover-open').waitFor();
    expect(await drawer.count()).to.equal(0);
    await ben.update({ status: 'active' });
  });

  it('says what a deactivation does to the seat and why, does it, and takes it back', async () => {
    const page = await open(list, { as: amara });
    await search(page, 'ada');
    await (await menuOf(page, 'Ada Lindgren')).getByText('Deactivate').click();
    const dialog = page.locator('dialog.question[open]');
    await dialog.getByText('The seat stays consumed').waitFor();
    expect(await dialog.innerText())
      .to.match(/Ada Lindgren opened Academy on .+\. A seat that was used is not given back\./)
      .and.match(/Free stays at 14\./)
      .and.contain('Role, groups and rights return when you reactivate.');
    await expectSound(page);
    await dialog.getByRole('button', { name: 'Deactivate' }).click();
    await toast(page).getByText('Ada Lindgren is deactivated').waitFor();
    await rowOf(page, 'Ada').getByText('Deactivated').waitFor();
    expect(await rowOf(page, 'Ada').innerText()).to.contain('Consumed');

    await (await menuOf(page, 'Ada Lindgren')).getByText('Reactivate').click();
    await toast(page).getByText('Ada Lindgren is active again').waitFor();
    await rowOf(page, 'Ada').getByText('Active', { exact: true }).waitFor();
    expect(
      (await customer.admin.members.get(customer.organization.id, people.ada!.memberId)).seats.find(({ name }) => name === 'Academy')!
        .status,
    ).to.equal('assigned');
  });

  it('says that an unused seat comes back, before somebody is removed', async () => {
    const page = await open(list, { as: amara });
    await search(page, 'ben');
    await (await menuOf(page, 'Ben Brandt')).getByText('Remove from organization').click();
    const dialog = page.locator('dialog.question[open]');
    await dialog.getByText('The seat comes back').waitFor();
    expect(await dialog.innerText())
      .to.contain('Ben Brandt never opened Academy, and unused seats are given back. Free goes from 14 to 15.')
      .and.contain('Sign-in stays')
      .and.contain('The account at the platform stays. Only the membership here ends.');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect((await customer.admin.members.get(customer.organization.id, people.ben!.memberId)).status).to.equal('active');
  });

  it('sends an invitation again and revokes one', async () => {
    const page = await open(list, { as: amara });
    await search(page, 'dora');
    customer.smtp.clear();
    await (await menuOf(page, 'Dora Diallo')).getByText('Send again').click();
    await toast(page).getByText('A new mail to dora@acme.test is on its way. The old link no longer works.').waitFor();
    await customer.smtp.waitFor(({ to }) => to.includes('dora@acme.test'));

    await search(page, 'emil');
    await (await menuOf(page, 'Emil Eriksen')).getByText('Revoke invitation').click();
    const dialog = page.locator('dialog.question[open]');
    await dialog.getByText('so the seat reserved in Academy is free again.').waitFor();
    await dialog.getByRole('button', { name: 'Revoke invitation' }).click();
    await page.getByRole('heading', { name: 'Nobody found' }).waitFor();
    expect((await customer.admin.members.list(customer.organization.id, { q: 'emil' })).items).to.deep.equal([]);
  });

  it('asks the page before a change, which may keep it from happening', async () => {
    const page = await open(list, { as: amara });
    await search(page, 'dora');
    await rowOf(page, 'Dora').waitFor();
    await page.evaluate(() => {
      document.addEventListener(
        'seatkit-before-member-change',
        (event: SeatkitBeforeMemberChangeEvent) => {
          const { change, member } = event;
          document.title = `${change} ${member.email}`;
          event.preventDefault();
        },
        { once: true },
      );
    });
    customer.smtp.clear();
    await (await menuOf(page, 'Dora Diallo')).getByText('Send again').click();
    expect(await page.title()).to.equal('sent dora@acme.test');
    expect(await toast(page).count()).to.equal(0);
    // Asked once: the second time nobody objects.
    await (await menuOf(page, 'Dora Diallo')).getByText('Send again').click();
    await toast(page).getByText('A new mail to dora@acme.test').waitFor();
    expect(customer.smtp.mails.filter(({ to }) => to.includes('dora@acme.test')).length).to.be.at.most(1);
  });

  it('makes somebody admin and says why the last admin cannot step down', async () => {
    const page = await open(list, { as: amara, ignore: [/409/] });
    await search(page, 'amara');
    await (await menuOf(page, 'Amara Okafor')).getByText('Make member').click();
    const dialog = page.locator('dialog.question[open]');
    expect(await dialog.innerText())
      .to.contain('Membership, groups and seats stay.')
      .and.contain('No mail is sent.');
    await dialog.getByRole('button', { name: 'Make member' }).click();
    await dialog.getByText('This is the last admin. Make somebody else admin first.').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await search(page, 'ben');
    await (await menuOf(page, 'Ben Brandt')).getByText('Make admin').click();
    await dialog.getByRole('heading', { name: 'Make Ben Brandt an admin?' }).waitFor();
    expect(await dialog.innerText()).to.contain('A mail to ben@acme.test says so.');
    await expectSound(page);
    await dialog.getByRole('button', { name: 'Make admin' }).click();
    await toast(page).getByText('Ben Brandt is an admin now').waitFor();
    await rowOf(page, 'Ben').getByText('Admin', { exact: true }).waitFor();
    await customer.operator.members.update(customer.organization.id, people.ben!.memberId, { role: 'member' });
  });

  it('shows names as text, whatever they hold', async () => {
    const page = await open(list, { as: amara });
    await search(page, 'cleo');
    await rowOf(page, `${payload} Cleo`).waitFor();
    await (await menuOf(page, `${payload} Cleo`)).getByText('Deactivate').click();
    await page
      .locator('dialog.question[open]')
      .getByRole('heading', { name: `Deactivate ${payload} Cleo?` })
      .waitFor();
    await page.keyboard.press('Escape');
    await search(page, 'ada');
    await rowOf(page, 'Ada').getByText(`Team ${payload}`).waitFor();
    expect(await page.locator('img').count()).to.equal(0);
  });

  it('is readable wide, in two lines and as cards, light and dark', async () => {
    const page = await open(list, { as: amara });
    await rows(page).first().waitFor();
    await page.getByRole('button', { name: 'Active', exact: true }).click();
    await page.getByText('4 members', { exact: true }).first().waitFor();
    await expectSound(page, 'all');
  });

  it('stays compact and aligned in two lines, however many seats somebody holds', async () => {
    const page = await open(list, { as: amara });
    await page.setViewportSize({ width: 860, height: 900 });
    await search(page, 'cleo');
    const cells = rowOf(page, 'Cleo').locator('[role=gridcell]');
    await cells.first().waitFor();
    const boxes = await cells.evaluateAll((all) =>
      all.map((cell) => ({ name: cell.className.split(' ')[0], ...cell.getBoundingClientRect().toJSON() })),
    );
    const [role, groups, seat, status] = ['c-role', 'c-groups', 'c-seat', 'c-status'].map((name) => boxes.find((box) => box.name === name));
    expect([role.top, seat.top, status.top]).to.deep.equal([role.top, role.top, role.top]);
    expect(groups.top - role.bottom).to.be.within(0, 8);
    expect(seat.height, 'the seat wraps').to.be.above(role.height * 2.5);
  });

  it('warns those who deactivate people while the login of the platform lets everybody in', async () => {
    for (const [enforced, lang, sentence] of [
      [false, 'en', "Deactivated people can still sign in: the platform's login does not ask Seatkit yet."],
      [false, 'de', 'Deaktivierte Personen können sich weiterhin anmelden: Die Anmeldung der Plattform fragt Seatkit noch nicht.'],
      [true, 'en', ''],
    ] as const) {
      const page = await open([], { as: amara, lang });
      await page.route('**/v1/me?*', async (route) => {
        const answer = await route.fetch();
        const me = (await answer.json()) as Me;
        await route.fulfill({ json: { ...me, organizations: me.organizations.map((mine) => ({ ...mine, signInEnforced: enforced })) } });
      });
      await page.evaluate(
        ([tag, id]) => {
          const widget = document.createElement(tag!);
          widget.setAttribute('organization-id', id!);
          document.querySelector('main')!.append(widget);
        },
        ['seatkit-member-list', customer.organization.id],
      );
      await rows(page).first().waitFor();
      expect((await page.locator('[part=warning]').allInnerTexts()).join(), `${enforced} ${lang}`).to.equal(sentence);
      if (enforced || lang === 'en') continue;
      await search(page, 'amara');
      await page.getByText('1 Mitglied', { exact: true }).first().waitFor();
      await expectSound(page);
    }
  });

  it('marks what it shows as busy while something else is on its way, and never says that nobody is there', async () => {
    const page = await open(list, { as: amara });
    await search(page, 'nobody at all');
    await page.getByRole('heading', { name: 'Nobody found' }).waitFor();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/members?*', async (route) => {
      await held;
      await route.continue();
    });
    await page.getByRole('button', { name: 'Show everybody' }).click();
    await page.getByRole('status', { name: 'Loading' }).waitFor();
    expect(await page.getByText('Nobody').count()).to.equal(0);
    release();
    await rows(page).first().waitFor();
    expect(await page.getByRole('grid').getAttribute('aria-busy')).to.equal('false');
    await page.unroute('**/members?*');

    await page.route('**/members?*', () => {});
    await page.getByRole('button', { name: 'Active', exact: true }).click();
    await page.locator('[role=grid][aria-busy=true]').waitFor();
    expect(await rows(page).count()).to.be.above(10);
  });

  it('speaks formal German', async () => {
    const page = await open(list, { as: amara, lang: 'de' });
    await page.getByRole('searchbox', { name: 'Name oder E-Mail-Adresse suchen' }).fill('dora');
    await page.getByText('1 Mitglied', { exact: true }).first().waitFor();
    await rowOf(page, 'Dora').getByRole('button', { name: 'Mehr zu Dora Diallo' }).click();
    await page.getByRole('menuitem', { name: 'Einladung zurückziehen' }).click();
    await page.locator('dialog.question[open]').getByText('Der Platz wird wieder frei').waitFor();
    expect(await page.locator('dialog.question[open]').innerText()).to.contain('Einladung von Dora Diallo zurückziehen?');
    await page.keyboard.press('Escape');
    await search(page, 'niemand heißt so');
    await page.getByText('Kein Mitglied passt zur Suche').waitFor();
  });

  it('says so when the server is out of reach, keeps what it shows, and recovers', async () => {
    const page = await open(list, { as: amara, ignore: cutOff });
    await search(page, 'held nr 00');
    await page.getByText('10 members', { exact: true }).first().waitFor();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Held', exact: true }).click();
    await page.getByText('You are offline. Nothing was lost; try again as soon as you are connected.').first().waitFor();
    expect(await rows(page).count()).to.equal(10);
    await page.route('**/members?*', (route) => route.abort());
    await page.context().setOffline(false);
    await page.getByText('The server cannot be reached. Nothing was lost; try again.').waitFor();
    await page.unroute('**/members?*');
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('alert').waitFor({ state: 'detached' });
    expect(await rows(page).count()).to.equal(10);
  });

  it('shows one sentence and a way on to whoever is signed out or is no one here', async () => {
    const outsider = await customer.host.addUser({ email: 'outsider@else.test' });
    const closed = [/401/, /403/, /404/];
    for (const [as, sentence] of [
      [undefined, 'You are not signed in. Sign in, if you like in another tab, and try again here.'],
      [outsider, 'You may not see this. Ask an admin of your organization.'],
      [people.ben!.userId, 'You may not see this. Ask an admin of your organization.'],
    ] as const) {
      const page = await open(list, { ...(as ? { as } : {}), ignore: closed });
      await page.getByRole('alert').getByText(sentence).waitFor();
      expect(await page.locator('seatkit-member-list .blank').innerText()).to.equal(`${sentence}\n\nTry again`);
      if (!as) await expectSound(page);
      if (!as) await page.setExtraHTTPHeaders({ 'X-User': amara });
      if (!as) await page.getByRole('button', { name: 'Try again' }).click();
      if (!as) await rows(page).first().waitFor();
    }
  });
});
