import type { Group } from '@seatkit/sdk';
import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { describeInBrowser } from '../support/browser.ts';
import type { Joined } from '../support/customer.ts';
import { cutOff, expectSound, focused, holdWrites, type OpenOptions, useWidgets } from './widget-page.ts';

const payload = '<svg onload=alert(1)>';

describeInBrowser('the group manager', () => {
  const { customer, open } = useWidgets();
  let amara: string;
  let people: Record<string, Joined>;
  let support: Group;

  before(async () => {
    amara = (await customer.host.userByEmail('admin@acme.test'))!.id;
    support = await customer.group('Support');
    const sales = await customer.group(`Sales ${payload}`);
    await customer.pool({
      product: 'support',
      name: 'Support seats',
      groupId: support.id,
      assignment: 'required',
      release: 'never',
      quantity: 3,
    });
    people = await customer.join([
      { email: 'gil@acme.test', firstName: 'Gil', lastName: 'Lead', groups: [{ groupId: support.id, relations: ['manager'] }] },
      { email: 'ada@acme.test', firstName: 'Ada', lastName: 'Lindgren', groups: [{ groupId: support.id, relations: ['member'] }] },
      { email: 'ben@acme.test', firstName: 'Ben', lastName: payload, groups: [{ groupId: sales.id, relations: ['member'] }] },
    ]);
  });

  const shown = async (options: OpenOptions = {}): Promise<Page> => {
    const page = await open(['seatkit-group-manager'], { as: amara, ...options });
    await page.locator('.entry, .blank').first().waitFor();
    return page;
  };
  const choose = async (page: Page, name: string) => {
    await page.locator('.entry', { hasText: name }).click();
    await page.locator('#group-title', { hasText: name }).waitFor();
  };
  const personOf = (page: Page, name: string): Locator => page.locator('.people-block .person', { hasText: name });
  const pick = async (page: Page, of: string, item: string) => {
    await page.getByRole('button', { name: `More for ${of}` }).click();
    await page.getByRole('menuitem', { name: item, exact: true }).click();
  };
  const dialog = (page: Page) => page.locator('dialog[open]');
  const said = (page: Page, text: string) => page.locator('.toast').getByText(text).waitFor();

  it('creates a group, refuses a name twice, renames it and removes it', async () => {
    const page = await shown({ ignore: [/409/] });
    await page.getByRole('button', { name: 'New group' }).click();
    await expectSound(page);
    await dialog(page).getByRole('button', { name: 'Create group' }).click();
    await dialog(page).getByRole('alert').getByText('Give the group a name.').waitFor();
    expect(await focused(page)).to.equal('');
    await dialog(page).getByLabel('Name of the group').fill('Support');
    expect(await dialog(page).getByRole('alert').count()).to.equal(0);
    await dialog(page).getByRole('button', { name: 'Create group' }).click();
    await dialog(page).getByText('There is already a group of this name.').waitFor();
    expect(await dialog(page).getByLabel('Name of the group').inputValue()).to.equal('Support');
    await dialog(page).getByLabel('Name of the group').fill('Night shift');
    await page.keyboard.press('Enter');
    await said(page, 'Night shift is created');
    await page.locator('#group-title', { hasText: 'Night shift' }).waitFor();

    await pick(page, 'Night shift', 'Rename');
    await dialog(page).getByLabel('Name of the group').fill(`Night ${payload}`);
    await dialog(page).getByRole('button', { name: 'Save' }).click();
    await page.locator('.entry', { hasText: `Night ${payload}` }).waitFor();
    await pick(page, `Night ${payload}`, 'Remove group');
    await dialog(page).getByText('Its people stay members of the organization.').waitFor();
    await dialog(page).getByRole('button', { name: 'Remove group' }).click();
    await page.locator('.entry', { hasText: 'Night' }).waitFor({ state: 'detached' });

    await choose(page, 'Support');
    await page.getByRole('button', { name: 'Invite into Support' }).waitFor();
    await pick(page, 'Support', 'Remove group');
    await dialog(page).getByRole('button', { name: 'Remove group' }).click();
    await dialog(page).getByText('The group still has seats. Your provider has to end them first.').waitFor();
  });

  it('lets a late answer change neither the next dialog nor what another organization shows', async () => {
    const page = await shown({ ignore: [/40[349]/] });
    const fill = async (name: string) => {
      await page.getByRole('button', { name: 'New group' }).click();
      await dialog(page).getByLabel('Name of the group').fill(name);
    };
    const create = async (name: string) => {
      const post = await holdWrites(page);
      await fill(name);
      await dialog(page).getByRole('button', { name: 'Create group' }).click();
      await post.asked;
      await dialog(page).getByRole('button', { name: 'Cancel' }).click();
      return post;
    };
    const first = await create('First');
    await fill('Second');
    first.answer();
    await said(page, 'First is created');
    expect(await dialog(page).getByLabel('Name of the group').inputValue()).to.equal('Second');
    await dialog(page).getByRole('button', { name: 'Create group' }).click();
    await said(page, 'Second is created');

    const refused = await create('Second');
    await fill('Third');
    refused.answer();
    await said(page, 'There is already a group called “Second”.');
    expect(await dialog(page).getByRole('alert').count()).to.equal(0);
    await page.keyboard.press('Escape');

    const elsewhere = await create('Fourth');
    await page.evaluate(() => {
      const manager = document.querySelector('seatkit-group-manager') as HTMLElement & { groupId: string };
      Object.assign(manager, { organizationId: 'another', groupId: '' });
      manager.addEventListener('seatkit-group-saved', () => manager.setAttribute('data-saved', manager.groupId));
    });
    elsewhere.answer();
    await page.locator('seatkit-group-manager[data-saved=""]').waitFor();
    for (const { id, name } of (await customer.admin.groups.list(customer.organization.id)).items)
      if (/^(First|Second|Fourth)$/.test(name)) await customer.admin.groups.delete(customer.organization.id, id);
  });

  it('finds people and adds them, moves them between relations, and removes them after saying what that means', async () => {
    const page = await shown();
    await choose(page, 'Support');
    expect(await page.locator('.detail .sum').innerText()).to.match(/^Bought\s+3\s+Assigned\s+1\s+Reserved\s+0\s+Consumed\s+0\s+Free\s+2$/);
    await expectSound(page, 'all');
    await choose(page, 'Support');
    await page.getByRole('searchbox', { name: 'Add by name or address' }).pressSequentially('ben');
    await page.getByRole('button', { name: `Add Ben ${payload}` }).click();
    await said(page, `Ben ${payload} is in Support now`);
    await personOf(page, 'Ben').getByText('Assigned').waitFor();
    expect(await page.locator('svg[onload]').count()).to.equal(0);

    await pick(page, `Ben ${payload}`, 'Make coach');
    await page.locator('.people-block', { hasText: 'Coaches' }).locator('.person', { hasText: 'Ben' }).waitFor();
    await pick(page, 'Ada Lindgren', 'Remove from group');
    await dialog(page).getByText('The seat stays consumed').waitFor();
    expect(await dialog(page).innerText())
      .to.contain('Support seats never gives seats back.')
      .and.contain('Ada Lindgren stays a member')
      .and.contain('Access ends now');
    await expectSound(page);
    await dialog(page).getByRole('button', { name: 'Remove' }).click();
    await said(page, 'Ada Lindgren is no longer in Support');
    await personOf(page, 'Ada').waitFor({ state: 'detached' });
    expect((await customer.host.enrolments()).filter(({ userId }) => userId === people.ada!.userId)).to.deep.equal([]);
  });

  it('shows nobody of the group before while the people of another one are on their way', async () => {
    // Sales, the first of the list, would otherwise be shown before.
    const page = await open([`seatkit-group-manager group-id="${support.id}"`], { as: amara });
    await personOf(page, 'Gil').waitFor();
    await page.route('**/members?*', () => {});
    await choose(page, 'Sales');
    await page.locator('.detail').getByRole('status', { name: 'Loading' }).waitFor();
    expect(await page.locator('.detail').innerText())
      .to.not.contain('No member')
      .and.not.contain('Gil');
  });

  it('lets an admin give and take the right to manage people, one switch for each manager', async () => {
    const page = await shown();
    await choose(page, 'Support');
    const grant = page.getByRole('switch', { name: 'Gil Lead may manage people' });
    expect(await grant.isChecked()).to.equal(false);
    await grant.focus();
    await page.keyboard.press('Space');
    await said(page, 'Saved for Gil Lead');
    await personOf(page, 'Gil').getByText('Invites, deactivates, reactivates').waitFor();
    expect((await people.gil!.client.me()).organizations[0]!.managedGroups).to.deep.equal([
      { id: support.id, name: 'Support', mayManagePeople: true, archived: false },
    ]);
    await grant.click();
    await personOf(page, 'Gil').getByText('Adds and removes known people').waitFor();
  });

  it('shows a group admin the managed groups only, without what only admins may', async () => {
    const page = await shown({ as: people.gil!.userId });
    expect(await page.locator('.entry bdi').allInnerTexts()).to.deep.equal(['Support']);
    await page.locator('.people-block').first().waitFor();
    for (const name of ['New group', 'More for Support', 'Invite into Support', 'More for Gil Lead']) {
      expect(await page.getByRole('button', { name }).count(), name).to.equal(0);
    }
    expect(await page.getByRole('switch').count()).to.equal(0);
    expect(await page.getByLabel('Add as').locator('option').allInnerTexts()).to.deep.equal(['Member', 'Coach']);
    // Somebody outside the own groups is found by exact address alone, and only the name is told.
    await page.getByRole('searchbox', { name: 'Add by name or address' }).fill('Amara');
    await page.getByText('Nobody found. Try the exact e-mail address').waitFor();
    await page.getByRole('searchbox', { name: 'Add by name or address' }).fill('admin@acme.test');
    await page.getByRole('button', { name: 'Add Amara Okafor' }).waitFor();
    expect(await page.locator('.found').innerText()).not.to.contain('admin@acme.test');
    await expectSound(page);
  });

  it('goes back from a group to the list when it is narrow, with the focus where one was', async () => {
    const page = await shown();
    await page.setViewportSize({ width: 400, height: 800 });
    await page.locator('.entry', { hasText: 'Support' }).click();
    await page.getByRole('heading', { name: 'Support', exact: true }).waitFor();
    expect(await focused(page)).to.equal('Support');
    await page.getByRole('button', { name: 'All groups' }).click();
    expect(await page.locator('.detail').isVisible()).to.equal(false);
    expect(await focused(page)).to.match(/^Support/);
  });

  it('says so when a change does not reach the server, and leaves everything as it was', async () => {
    const page = await shown({ ignore: cutOff });
    await choose(page, 'Support');
    await personOf(page, 'Gil').waitFor();
    await page.context().setOffline(true);
    await page.getByRole('switch', { name: 'Gil Lead may manage people' }).click();
    await said(page, 'You are offline. Nothing was lost; try again as soon as you are connected.');
    expect(await page.getByRole('switch').isChecked()).to.equal(false);
    await page.locator('.toast').getByRole('button', { name: 'Close' }).click();
    await page.locator('.toast').getByText('You are offline.').waitFor({ state: 'detached' });
    // What a dialog is made of is loaded when it is first opened: that fails with a sentence too, and works the next time.
    await page.getByRole('button', { name: 'New group' }).click();
    await said(page, 'You are offline. Nothing was lost; try again as soon as you are connected.');
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'New group' }).click();
    await dialog(page).getByLabel('Name of the group').waitFor();
    await page.context().setOffline(true);
    await dialog(page).getByLabel('Name of the group').fill('Typed offline');
    await page.keyboard.press('Enter');
    await dialog(page).getByText('You are offline.').waitFor();
    await page.context().setOffline(false);
    await dialog(page).getByRole('button', { name: 'Create group' }).click();
    await said(page, 'Typed offline is created');
  });

  it('speaks formal German', async () => {
    const page = await shown({ lang: 'de' });
    await choose(page, 'Support');
    await page.getByRole('button', { name: 'Mehr zu Gil Lead' }).click();
    await page.getByRole('menuitem', { name: 'Aus der Gruppe entfernen' }).click();
    await dialog(page).getByText('Gil Lead bleibt Mitglied').waitFor();
    expect(await dialog(page).innerText())
      .to.contain('Gil Lead aus Support entfernen?')
      .and.contain('Kein Platz ändert sich');
  });
});
