import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../support/browser.ts';
import { type Joined, startCustomer } from '../support/customer.ts';
import { cutOff, expectSound, useWidgets } from './widget-page.ts';

const all = ['seatkit-seat-meter', 'seatkit-invite-dialog', 'seatkit-member-list', 'seatkit-group-manager'];
const payload = '<iframe src=x>';

describeInBrowser('the seat meter, and all widgets on one page', () => {
  const { customer, open } = useWidgets();
  let org: string;
  let amara: string;
  let team: string;
  let people: Record<string, Joined>;

  before(async () => {
    org = customer.organization.id;
    amara = (await customer.host.userByEmail('admin@acme.test'))!.id;
    team = (await customer.group('Team')).id;
    await customer.pool({ product: 'course-1', name: 'Base', assignment: 'automatic', release: 'never', quantity: 12 });
    await customer.pool({ product: 'team', name: `Team ${payload}`, groupId: team, quantity: 4 });
    const inTeam = (relations: ('member' | 'coach' | 'manager')[], mayManagePeople = false) => [
      { groupId: team, relations, mayManagePeople },
    ];
    people = await customer.join([
      { email: 'ann@acme.test', firstName: 'Ann', lastName: 'Member', groups: inTeam(['member']) },
      { email: 'cora@acme.test', firstName: 'Cora', lastName: 'Coach', groups: inTeam(['coach']) },
      { email: 'gil@acme.test', firstName: 'Gil', lastName: 'Lead', groups: inTeam(['manager']) },
      { email: 'gala@acme.test', firstName: 'Gala', lastName: 'Lead', groups: inTeam(['manager'], true) },
      { email: 'rob@acme.test', firstName: 'Rob', lastName: 'Gone' },
    ]);
    await customer.admin.members.deactivate(org, people.rob!.memberId);
    await customer.operator.invitations.create(org, { people: [{ email: 'ivo@acme.test' }, { email: 'uma@acme.test' }] });
  });

  const figures = async (page: Page) => {
    await page.locator('seatkit-seat-meter .sum').first().waitFor();
    return page
      .locator('seatkit-seat-meter .sum')
      .evaluateAll((sums) => sums.map((sum) => [...sum.querySelectorAll('dd')].map((dd) => Number(dd.textContent))));
  };
  /** Everything that can be pressed or filled in outside the rows of the member list, by its label. */
  const controls = (page: Page) =>
    page
      .locator('button:visible, input:visible, select:visible, a:visible')
      .evaluateAll((all) =>
        all
          .filter((control) => !control.closest('.row'))
          .map((control) => control.getAttribute('aria-label') ?? control.textContent?.trim().replace(/\s+/g, ' ') ?? ''),
      );
  /** What the member list offers to do to somebody. */
  const menuOf = async (page: Page, name: string): Promise<string[]> => {
    await page
      .locator('seatkit-member-list')
      .getByRole('button', { name: `More for ${name}` })
      .click();
    const lines = page.locator('seatkit-member-list').getByRole('menuitem');
    await lines.first().waitFor();
    const items = await lines.allInnerTexts();
    await page.keyboard.press('Escape');
    await lines.first().waitFor({ state: 'hidden' });
    return items;
  };

  /** What the details offer to do to somebody, beside looking for more, and closes them. */
  const offered = async (page: Page, name: string | RegExp): Promise<string[]> => {
    await page.locator('seatkit-member-list').getByRole('button', { name, exact: true }).click();
    const dialog = page.locator('seatkit-member-drawer dialog[open]');
    await dialog.getByRole('region', { name: 'Groups' }).waitFor();
    const labels = await dialog
      .locator('.body')
      .locator('button:visible, select:visible')
      .evaluateAll((all) => all.map((control) => control.getAttribute('aria-label') ?? control.textContent!.trim()));
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    return labels;
  };

  it('adds up: bought = assigned + reserved + consumed + free, pool by pool, with the name of the group', async () => {
    const page = await open(['seatkit-seat-meter'], { as: amara });
    expect(await figures(page)).to.deep.equal([
      [12, 5, 2, 1, 4],
      [4, 0, 0, 0, 4],
    ]);
    expect(await page.locator('.meter-head').allInnerTexts()).to.satisfy(([, team]: string[]) =>
      /^Team <iframe src=x>\s+Team$/.test(team!),
    );
    expect(await page.locator('.bar').first().getAttribute('aria-label')).to.equal('12 bought: 5 assigned, 2 reserved, 1 consumed, 4 free');
    expect(await page.locator('iframe').count()).to.equal(0);
    await expectSound(page, 'all');
  });

  it('follows what another widget on the page does', async () => {
    const page = await open(all, { as: amara });
    expect((await figures(page))[0]).to.deep.equal([12, 5, 2, 1, 4]);
    await page.locator('seatkit-member-list').getByRole('searchbox').fill('rob');
    await page.getByRole('button', { name: 'More for Rob Gone' }).click();
    await page.getByRole('menuitem', { name: 'Reactivate' }).click();
    await page.locator('.toast').getByText('Rob Gone is active again').waitFor();
    await page.locator('seatkit-seat-meter .bar').and(page.getByLabel('12 bought: 6 assigned, 2 reserved, 0 consumed, 4 free')).waitFor();
    await customer.admin.members.deactivate(org, people.rob!.memberId);
  });

  it('shows German words and figures, in a narrow column in the same places in every pool', async () => {
    await customer.operator.pools.create(org, { product: 'big', name: 'Zulauf', quantity: 10_000_000 });
    const page = await open(['seatkit-seat-meter'], { as: amara, lang: 'de' });
    const text = (await page.locator('section.meter', { hasText: 'Zulauf' }).innerText()).replace(/\s+/g, ' ');
    expect(text).to.equal('Zulauf Erworben 10.000.000 Zugewiesen 0 Vorgemerkt 0 Verbraucht 0 Frei 10.000.000');
    for (const width of [320, 400]) {
      await page.setViewportSize({ width, height: 800 });
      const places = await page
        .locator('.sum')
        .evaluateAll((sums) => sums.map((sum) => String([...sum.children].map((part) => (part as HTMLElement).offsetWidth))));
      expect(places.length).to.be.above(1);
      expect([...new Set(places)], `${width}`).to.have.length(1);
    }
  });

  it('says in words and in colour that a term ends soon, tells what has not begun, and folds away what is over', async () => {
    const day = 86_400_000;
    const at = (days: number) => new Date(Date.now() + days * day).toISOString();
    const group = await customer.group('Term');
    const pool = (name: string, term: { startsAt?: string; endsAt?: string }) =>
      customer.pool({ product: name, name, groupId: group.id, quantity: 6, ...term });
    await pool('Ending', { endsAt: at(12) });
    await pool('Later', { startsAt: at(400), endsAt: at(800) });
    await pool('Long', { endsAt: at(400) });
    const over = await pool('Past', { endsAt: at(40) });
    await customer.operator.pools.update(org, over.id, { endsAt: at(-1) });
    const page = await open([`seatkit-seat-meter get-seats group-id="${group.id}"`], { as: amara });
    const meterOf = (name: string) => page.locator('section.meter', { hasText: name });
    const headOf = async (name: string) =>
      (await meterOf(name).locator('.meter-head > .small').innerText()).replace(/[A-Z][a-z]{2} \d+(, \d{4})?/g, 'DATE');
    await meterOf('Ending').waitFor();
    expect(await headOf('Ending')).to.equal('ends in 12 days, on DATE');
    const colourOf = (selector: string) =>
      meterOf('Ending')
        .locator(selector)
        .evaluate((element) => getComputedStyle(element).color);
    expect(await colourOf('.warn')).to.not.equal(await colourOf('.small:has(.warn)'));
    expect(await headOf('Later')).to.equal('from DATE until DATE');
    expect(await headOf('Long')).to.equal('until DATE');
    expect(await meterOf('Past').isVisible()).to.equal(false);
    await expectSound(page, 'all');
    await page.getByText('1 pool has ended').click();
    expect(await headOf('Past')).to.equal('ended DATE');
    await expectSound(page);
    await page.evaluate(() => addEventListener('seatkit-get-seats', ({ product }) => document.body.setAttribute('data-asked', product)));
    await meterOf('Past').getByRole('button', { name: 'Get more seats' }).click();
    expect(await page.locator('body').getAttribute('data-asked')).to.equal('Past');
  });

  it('moves its parts in 180 ms, and at once for whoever wants no motion; the smallest part is still 4 pixels wide', async () => {
    const pool = await customer.pool({ product: 'wide', name: 'Wide', quantity: 100_000 });
    await customer.operator.seats.create(org, pool.id, { memberIds: [people.ann!.memberId] });
    const page = await open([`seatkit-seat-meter pool-id="${pool.id}"`], { as: amara });
    const assigned = page.locator('.bar > .assigned');
    await assigned.waitFor();
    expect(await page.locator('section.meter').count()).to.equal(1);
    expect((await assigned.boundingBox())!.width).to.equal(4);
    const motion = () => assigned.evaluate((part) => getComputedStyle(part).transitionDuration);
    expect(await motion()).to.equal('0.18s');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await motion()).to.equal('0s');
  });

  it('is unreachable with one sentence, and comes back when asked again', async () => {
    const page = await open(['seatkit-seat-meter'], { as: amara, ignore: cutOff });
    await figures(page);
    await page.route('**/v1/**', (route) => route.abort('failed'));
    await page.evaluate(() => {
      const meter = document.querySelector('seatkit-seat-meter')!;
      const again = document.createElement('seatkit-seat-meter');
      again.setAttribute('organization-id', meter.getAttribute('organization-id')!);
      meter.replaceWith(again);
    });
    await page.getByRole('alert').getByText('The server cannot be reached. Nothing was lost; try again.').waitFor();
    await expectSound(page);
    await page.unroute('**/v1/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    expect((await figures(page))[0]).to.deep.equal([12, 5, 2, 1, 4]);
  });

  it('says what went wrong when it cannot show the latest figures, and keeps those it has', async () => {
    const page = await open(['seatkit-seat-meter'], { as: amara, ignore: [/403/] });
    await figures(page);
    const problem = { type: 'about:blank', title: 'No', status: 403, code: 'not_in_plan', detail: 'No.' };
    await page.route('**/pools?*', (route) => route.fulfill({ status: 403, json: problem, contentType: 'application/problem+json' }));
    await page.evaluate(() => document.querySelector('seatkit-seat-meter')!.setAttribute('group-id', 'another'));
    await page.getByRole('alert').getByText('No.').waitFor();
    expect((await figures(page)).length).to.be.above(0);
  });

  it('asks anew who is calling when another token takes over', async () => {
    const page = await open([], { as: amara });
    const tokens = await Promise.all(
      [customer.adminId, people.gil!.memberId].map((memberId) => customer.operator.createToken({ organizationId: org, memberId })),
    );
    for (const [caller, buttons] of [
      [0, true],
      [1, false],
    ] as const) {
      await page.evaluate(
        ([token, id]) => {
          const widget = document.createElement('seatkit-member-list') as HTMLElement & { organizationId: string; getToken: unknown };
          widget.organizationId = id;
          widget.getToken = () => token;
          document.querySelector('main')!.replaceChildren(widget);
        },
        [tokens[caller]!.token, org] as const,
      );
      await page.locator('.rows .row', { hasText: 'Ann Member' }).waitFor();
      expect((await menuOf(page, 'Ann Member')).length > 1).to.equal(buttons);
    }
  });

  it('keeps two organizations on one page apart, each with tokens of its own, and follows changes in each', async () => {
    const globex = await startCustomer(customer.host, customer.smtp, 'globex');
    await globex.pool({ product: 'course-9', name: 'Globex base', assignment: 'required', quantity: 7 });
    const page = await open([], { as: amara });
    const both = await Promise.all(
      [customer, globex].map(async ({ organization, adminId }) => {
        const { token } = await customer.operator.createToken({ organizationId: organization.id, memberId: adminId });
        return [organization.id, token] as const;
      }),
    );
    await page.evaluate((both) => {
      for (const tag of ['seatkit-seat-meter', 'seatkit-group-manager'])
        for (const [organizationId, token] of both) {
          const widget = Object.assign(document.createElement(tag) as HTMLElement & { getToken: unknown }, { organizationId });
          widget.getToken = () => token;
          document.querySelector('main')!.append(widget);
        }
    }, both);
    await page.locator('seatkit-seat-meter').nth(1).getByRole('heading', { name: 'Globex base' }).waitFor();
    await page.locator('seatkit-seat-meter').first().getByRole('heading', { name: 'Base', exact: true }).waitFor();
    await globex.pool({ product: 'course-8', name: 'Globex more', quantity: 3 });
    await page.locator('seatkit-group-manager').nth(1).getByRole('button', { name: 'New group' }).click();
    await page.getByLabel('Name of the group').fill('Globex team');
    await page.keyboard.press('Enter');
    await page.locator('seatkit-seat-meter').nth(1).getByRole('heading', { name: 'Globex more' }).waitFor();
    await page.locator('seatkit-group-manager').first().locator('.entry', { hasText: 'Team' }).waitFor();
    expect(await page.locator('seatkit-group-manager').first().locator('.entry', { hasText: 'Globex' }).count()).to.equal(0);
  });

  it('calls seats by the names of their pools, also to those who do not see the pool', async () => {
    const page = await open(['seatkit-member-list'], { as: people.gala!.userId });
    const ann = page.locator('.rows .row', { hasText: 'Ann Member' });
    await ann.waitFor();
    expect(await ann.innerText())
      .to.contain('Base')
      .and.not.to.contain('course-1');
    await ann.getByRole('button', { name: 'More for Ann Member' }).click();
    await page.getByRole('menuitem', { name: 'Deactivate' }).click();
    await page.locator('dialog.question[open]').getByText('Base never gives seats back. Coming back takes no new one.').waitFor();
  });

  it('shows nobody a control that they may not use', async () => {
    // Whoever sees a list may look at it as they like.
    const looks =
      /^(Search|Find|All|Active|Invited|Held|Deactivated|Archived|Name|Last seen|Filter|Columns|Role|Groups|Seat|Status|Try again)/;
    const seen: Record<string, string[]> = {};
    const menus: Record<string, string[]> = {};
    const details: Record<string, string[][]> = {};
    for (const name of ['ann', 'cora', 'gil', 'gala']) {
      const page = await open(all, { as: people[name]!.userId, ignore: [/403/] });
      await page.locator('seatkit-member-list').locator('.blank, .rows .row').first().waitFor();
      await page.locator('seatkit-group-manager').locator('.blank, .people-block').first().waitFor();
      await page.locator('seatkit-seat-meter').locator('.blank, .sum').first().waitFor();
      seen[name] = [...new Set(await controls(page))].filter((label) => !looks.test(label));
      menus[name] = [];
      details[name] = [];
      for (const of of name === 'ann' ? [] : ['Ann Member', 'Gala Lead']) {
        menus[name].push(...(await menuOf(page, of)));
        details[name].push(await offered(page, of));
      }
      await page.close();
    }
    expect(menus).to.deep.equal({
      ann: [],
      cora: ['Details', 'Details'],
      gil: ['Details', 'Details'],
      gala: ['Details', 'Deactivate', 'Details', 'Deactivate'],
    });
    // Nobody but an admin touches who manages a group.
    const changing = ['Relation to Team', 'Remove from Team'];
    expect(details).to.deep.equal({ ann: [], cora: [[], []], gil: [changing, []], gala: [changing, []] });
    const teamEntry = /^Team/;
    const without = (name: string) => seen[name]!.filter((label) => !teamEntry.test(label));
    expect(without('ann'), 'a member').to.deep.equal([]);
    expect(without('cora'), 'a coach').to.deep.equal([]);
    const adding = ['Add by name or address', 'Add as', 'More for Cora Coach', 'More for Ann Member'];
    expect(without('gil'), 'a group admin').to.have.members(adding);
    expect(without('gala'), 'a group admin who may manage people').to.have.members([...adding, 'Invite people', 'Invite into Team']);
  });

  it('lets a group admin send and revoke only where nobody else is responsible for the person', async () => {
    const other = await customer.group('Other');
    const groups = [{ groupId: team, relations: ['member' as const] }];
    await customer.operator.invitations.create(org, {
      people: [
        { email: 'tess@acme.test', firstName: 'Tess', groups: [...groups, { groupId: other.id, relations: ['member'] }] },
        { email: 'vic@acme.test', firstName: 'Vic', groups },
        { email: 'wim@acme.test', firstName: 'Wim', role: 'admin', groups },
      ],
    });
    const page = await open(['seatkit-member-list'], { as: people.gala!.userId });
    for (const name of ['Tess', 'Wim']) {
      await page.locator('.rows .row', { hasText: name }).waitFor();
      expect(await menuOf(page, name), name).to.deep.equal(['Details']);
      expect(await offered(page, name), name).to.deep.equal(['Relation to Team', 'Remove from Team']);
    }
    expect(await menuOf(page, 'Vic')).to.deep.equal(['Details', 'Send again', 'Revoke invitation']);
    expect(await offered(page, 'Vic')).to.deep.equal(['Send again', 'Revoke invitation', 'Relation to Team', 'Remove from Team']);
  });

  it('offers of somebody deactivated only to take them out of the group', async () => {
    const groups = [{ groupId: team, relations: ['member' as const] }];
    const { uwe } = await customer.join([{ email: 'uwe@acme.test', firstName: 'Uwe', lastName: 'Off', groups }]);
    await customer.admin.members.deactivate(org, uwe!.memberId);
    for (const as of [people.gala!.userId, amara]) {
      const page = await open(['seatkit-member-list'], { as });
      await page.locator('.rows .row', { hasText: 'Uwe Off' }).waitFor();
      expect(await offered(page, 'Uwe Off'))
        .to.include('Remove from Team')
        .and.not.include('Relation to Team');
      await page.close();
    }
  });

  it('asks for nothing while it is not in the page, and shows what has changed when it is back', async () => {
    const page = await open(['seatkit-seat-meter', 'seatkit-member-list', 'seatkit-group-manager'], { as: amara });
    await figures(page);
    await page.locator('.rows .row').first().waitFor();
    await page.locator('.entry').first().waitFor();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const away = await page.evaluateHandle(() => {
      const widgets = [...document.querySelectorAll<HTMLElement & { locale: string }>('seatkit-seat-meter, seatkit-member-list')];
      for (const widget of widgets) widget.setAttribute('group-id', 'first'); // an update is on its way when they go
      for (const widget of widgets) widget.remove();
      return widgets;
    });
    await away.evaluate(async (widgets) => {
      for (const widget of widgets) {
        widget.setAttribute('group-id', 'second');
        widget.locale = 'nl';
      }
      await Promise.all(widgets.map((widget) => (widget as unknown as { updateComplete: Promise<unknown> }).updateComplete));
    });
    await customer.pool({ product: 'late', name: 'Late', quantity: 1 });
    // A widget that is still there makes a change, and reads its list anew.
    await page.getByRole('button', { name: 'New group' }).click();
    await page.getByLabel('Name of the group').fill('Away');
    await page.keyboard.press('Enter');
    await page.locator('.entry', { hasText: 'Away' }).waitFor();
    const theirs = /\/core\.nl|groupId=(first|second)|\/(pools|members)\?(?!.*groupId)/;
    expect(asked.filter((url) => theirs.test(url))).to.deep.equal([]);
    await away.evaluate((widgets) => {
      for (const widget of widgets) widget.removeAttribute('group-id');
      document.querySelector('main')!.append(...widgets);
    });
    await page.getByRole('heading', { name: 'Late' }).waitFor();
    await page.getByRole('searchbox', { name: 'Naam of e-mailadres zoeken' }).waitFor();
  });
});
