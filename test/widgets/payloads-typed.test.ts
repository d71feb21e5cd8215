import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { describeInBrowser } from '../support/browser.ts';
import { eventually } from '../support/customer.ts';
import { lookingThrough, type lookThrough, packed, payloads } from './script-payloads.ts';
import { useWidgets } from './widget-page.ts';

/** As many as fit into a name. */
const names = packed(200);

describeInBrowser('payloads of scripts typed into every field', function () {
  this.timeout(60_000);
  const { customer, open } = useWidgets();
  const org = () => customer.organization.id;
  let amara: string;

  before(async () => {
    amara = (await customer.host.userByEmail('admin@acme.test'))!.id;
    const team = await customer.group('A team');
    await customer.join([{ email: 'ada@acme.test', firstName: 'Ada', groups: [{ groupId: team.id, relations: ['member'] }] }]);
  });

  const expectTextsOnly = async (page: Page): Promise<string> => {
    const { made, texts } = await page.evaluate<ReturnType<typeof lookThrough>>(lookingThrough);
    expect(made).to.deep.equal([]);
    return texts.join('\n');
  };

  /** Types one after the other into a field and sees that each stays as it is. */
  const typeAll = async (page: Page, field: Locator) => {
    const kept = await field.evaluate(async (input: HTMLInputElement, payloads) => {
      const kept: string[] = [];
      for (const payload of payloads) {
        input.value = payload;
        input.dispatchEvent(new Event('input', { bubbles: true }));
        await new Promise((resolve) => setTimeout(resolve));
        kept.push(input.value);
      }
      return kept;
    }, payloads);
    expect(kept).to.deep.equal(payloads);
    await expectTextsOnly(page);
  };

  it('are looked for as they are, in every search', async () => {
    const page = await open(['seatkit-member-list', 'seatkit-group-manager'], { as: amara });
    const asked = new Set<string>();
    page.on('request', (request) => {
      const { pathname, searchParams } = new URL(request.url());
      asked.add(`${pathname.split('/').at(-1)} ${searchParams.get('limit')} ${searchParams.get('q')}`);
    });
    await page.locator('.entry', { hasText: 'A team' }).click();
    const fields = ['Search name or e-mail', 'Find a group', 'Add by name or address'].map((name) =>
      page.getByRole('searchbox', { name, exact: true }),
    );
    await fields[2]!.waitFor();
    for (const text of names) {
      for (const field of fields) await field.fill(text);
      await eventually(() => [...asked].filter((question) => question.endsWith(` ${text}`)).length === 3);
    }
    await page.getByText('No group has that name.').waitFor();
    await expectTextsOnly(page);
  });

  it('become names of groups as they are', async () => {
    const page = await open(['seatkit-group-manager'], { as: amara });
    for (const name of names) {
      await page.getByRole('button', { name: 'New group', exact: true }).click();
      await page.getByLabel('Name of the group').fill(name);
      await page.keyboard.press('Enter');
      await eventually(async () => (await page.locator('#group-title').textContent()) === name);
    }
    const [first] = names;
    await page
      .locator('[part=menu-button]')
      .and(page.getByRole('button', { name: `More for ${names.at(-1)}` }))
      .click();
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    await page.getByLabel('Name of the group').fill(`${first} again`);
    await page.keyboard.press('Enter');
    await eventually(async () => (await page.locator('#group-title').textContent()) === `${first} again`);
    const shown = await expectTextsOnly(page);
    for (const name of names.slice(0, -1)) expect(shown).to.contain(name);
    const { items } = await customer.admin.groups.list(org(), { limit: 200 });
    expect(items.map(({ name }) => name)).to.include.members(names.slice(0, -1));
  });

  it('stay in the fields of an invitation as they are', async () => {
    const page = await open(['seatkit-invite-dialog'], { as: amara });
    await page.getByRole('button', { name: 'Invite people' }).click();
    const draft = page.locator('#draft');
    await draft.fill(payloads.join('\n'));
    expect(await draft.inputValue()).to.equal(payloads.join('\n'));
    await page.getByRole('button', { name: 'Add to the list' }).click();
    await page.locator('.entry').first().waitFor();
    await expectTextsOnly(page);
    await page.locator('.entry').first().scrollIntoViewIfNeeded();
    if ((await page.locator('.entry.open').count()) === 0) await page.locator('.entry .person').first().click();
    const fields = ['email', 'firstName', 'lastName'].map((name) => page.locator(`.entry.open input[id^=${name}]`).first());
    for (const field of fields) await typeAll(page, field);
  });

  it('reach the server as they were typed, and the preview of the mail before', async () => {
    const message = packed(2000)[0]!;
    const page = await open(['seatkit-invite-dialog'], { as: amara });
    await page.getByRole('button', { name: 'Invite people' }).click();
    await page.locator('#draft').fill('typed@acme.test');
    await page.keyboard.press('Enter');
    await page.locator('.entry .person').click();
    await page.locator('.entry input[id^=firstName]').fill(payloads[4]!);
    await page.locator('.entry input[id^=lastName]').fill(payloads[0]!);
    await page.locator('#message').fill(message);
    await page.getByText('Preview of the mail').click();
    await eventually(async () => (await page.locator('.preview .typed').textContent()) === message);
    expect(await expectTextsOnly(page)).to.contain(payloads[4]);
    const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/invitations'));
    await page.locator('[part=submit]').click();
    expect((await sent).postDataJSON()).to.deep.include({ message });
    await page.locator('[part=results]').waitFor();
    await expectTextsOnly(page);
    const { items } = await customer.admin.members.list(org(), { q: 'typed@acme.test' });
    expect(items.map(({ firstName, lastName }) => [firstName, lastName])).to.deep.equal([[payloads[4], payloads[0]]]);
  });

  it('stay in every field of the details of a member, and are saved as they are', async () => {
    const page = await open(['seatkit-member-list'], { as: amara });
    await page.locator('.rows .row', { hasText: 'Ada' }).getByRole('button', { name: 'Ada', exact: true }).click();
    const details = page.locator('seatkit-member-drawer dialog[open]');
    await details.getByLabel('First name').waitFor();
    const fields = await details.locator('input:not([readonly], [type=checkbox], [type=radio])').all();
    expect(fields.length).to.be.above(3);
    for (const field of fields) await typeAll(page, field);
    await details.getByLabel('First name').fill(payloads[0]!);
    await details.getByLabel('Last name').fill(payloads[5]!);
    await details.getByLabel('E-mail').fill('ada@acme.test');
    await details.getByRole('button', { name: 'Save changes' }).click();
    await details.getByRole('heading', { name: `${payloads[0]} ${payloads[5]}` }).waitFor();
    await expectTextsOnly(page);
    const { items } = await customer.admin.members.list(org(), { q: 'ada@acme.test' });
    expect(items.map(({ firstName, lastName }) => [firstName, lastName])).to.deep.equal([[payloads[0], payloads[5]]]);
  });

  it('are shown as they were stored, in every widget of a page', async () => {
    for (const [index, name] of names.entries()) {
      await customer.operator.roleProfiles.create(org(), { name });
      await customer.pool({ product: `p${index}`, name, quantity: 100 });
    }
    await customer.operator.organizations.update(org(), { name: names[0]! });
    await customer.operator.invitations.create(org(), {
      people: payloads.map((payload, index) => ({ email: `p${index}@acme.test`, firstName: payload, lastName: payload })),
    });
    const page = await open(['seatkit-seat-meter', 'seatkit-member-list', 'seatkit-group-manager'], { as: amara });
    await page
      .locator('seatkit-seat-meter .meter')
      .nth(names.length - 1)
      .waitFor();
    await page.locator('seatkit-group-manager .people-block').first().waitFor();
    // Only the rows near the window are in the page, so it is scrolled through.
    const wanted = new Set([...names, ...payloads.map((payload) => `${payload} ${payload}`)]);
    await eventually(async () => {
      const shown = await expectTextsOnly(page);
      for (const text of wanted) if (shown.includes(text)) wanted.delete(text);
      await page.mouse.wheel(0, 600);
      return wanted.size === 0;
    }, 30_000);
  });
});
