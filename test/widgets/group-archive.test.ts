import type { Group } from '@seatkit/sdk';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../support/browser.ts';
import type { Joined } from '../support/customer.ts';
import { expectSound, focused, useWidgets } from './widget-page.ts';

describeInBrowser('archiving in the group manager', () => {
  const { customer, open } = useWidgets();
  let amara: string;
  let team: Group;
  let people: Record<string, Joined>;

  before(async () => {
    amara = (await customer.host.userByEmail('admin@acme.test'))!.id;
    team = await customer.group('Class of 2025');
    await customer.group('Current class');
    await customer.pool({ product: 'course-1', name: 'Course seats', groupId: team.id, assignment: 'required', quantity: 6 });
    const into = (relations: ('member' | 'coach' | 'manager')[]) => [{ groupId: team.id, relations, mayManagePeople: true }];
    people = await customer.join([
      { email: 'gil@acme.test', firstName: 'Gil', lastName: 'Lead', groups: into(['manager']) },
      { email: 'ada@acme.test', firstName: 'Ada', lastName: 'Lindgren', groups: into(['member']) },
    ]);
  });
  beforeEach(() => customer.operator.groups.update(customer.organization.id, team.id, { archived: false }));

  const shown = async (as = amara): Promise<Page> => {
    const page = await open(['seatkit-group-manager'], { as });
    await page.locator('.entry').first().waitFor();
    return page;
  };
  const names = (page: Page) => page.locator('.entry bdi').allInnerTexts();
  const askToArchive = async (page: Page) => {
    await page.locator('.entry', { hasText: 'Class of 2025' }).click();
    await page.getByRole('button', { name: 'More for Class of 2025' }).click();
    await page.getByRole('menuitem', { name: 'Archive group' }).click();
    await page.locator('dialog[open] .happens').waitFor();
  };
  const archived = async (page: Page) => {
    await page.getByRole('button', { name: 'Archived groups' }).click();
    await page.locator('.entry', { hasText: 'Class of 2025' }).waitFor();
  };

  it('says what becomes of people and seats, then takes the group out of the list; it can be brought back as it was', async () => {
    const page = await shown();
    await askToArchive(page);
    const question = await page.locator('dialog[open]').innerText();
    for (const sentence of [
      'Archive Class of 2025?',
      'They keep seats, access and rights',
      'Nobody is put in any more',
      '5 free seats rest',
      'It can be brought back',
    ])
      expect(question).to.contain(sentence);
    expect(await focused(page)).to.equal('Cancel');
    await expectSound(page);
    await page.locator('dialog[open]').getByRole('button', { name: 'Archive group' }).click();
    await page.locator('.toast').getByText('Class of 2025 is archived').waitFor();
    await page.locator('.entry', { hasText: 'Class of 2025' }).waitFor({ state: 'detached' });
    expect(await names(page)).to.deep.equal(['Current class']);
    expect((await customer.admin.groups.get(customer.organization.id, team.id)).archivedAt).to.be.a('string');

    await archived(page);
    expect(await page.getByRole('heading', { name: 'Archived groups 1' }).isVisible()).to.equal(true);
    await page.locator('.person', { hasText: 'Ada' }).waitFor();
    await page.getByText('Its people keep their seats, access and rights; nobody is put in any more.').waitFor();
    await expectSound(page, 'all');
    await page.getByRole('button', { name: 'Bring back' }).click();
    await page.locator('.toast').getByText('Class of 2025 is back').waitFor();
    await page.locator('.entry', { hasText: 'Current class' }).waitFor();
    expect(await names(page)).to.deep.equal(['Class of 2025', 'Current class']);
    expect(await focused(page)).to.equal('Class of 2025');
    await page.getByRole('searchbox', { name: 'Add by name or address' }).waitFor();
  });

  it('offers in an archived group nothing that the server refuses, and everything that takes people out', async () => {
    await customer.operator.groups.update(customer.organization.id, team.id, { archived: true });
    const page = await shown();
    await archived(page);
    await page.locator('.person', { hasText: 'Ada' }).waitFor();
    for (const name of ['Invite into Class of 2025', 'New group'])
      expect(await page.getByRole('button', { name }).count(), name).to.equal(0);
    expect(await page.getByRole('searchbox', { name: 'Add by name or address' }).count()).to.equal(0);
    await page.getByRole('button', { name: 'More for Ada Lindgren' }).click();
    expect(await page.getByRole('menuitem').allInnerTexts()).to.deep.equal(['Move to another group', 'Remove from group']);
    await page.keyboard.press('Escape');
    // The right to manage people can be taken, and is then gone.
    await page.getByRole('switch', { name: 'Gil Lead may manage people' }).click();
    await page.locator('.person', { hasText: 'Gil' }).getByText('Adds and removes known people').waitFor();
    await page.getByRole('switch').waitFor({ state: 'detached' });
    await customer.operator.groups.update(customer.organization.id, team.id, { archived: false });
    await customer.operator.groups.putPerson(customer.organization.id, team.id, people.gil!.memberId, {
      relations: ['manager'],
      mayManagePeople: true,
    });
  });

  it('shows a group admin the archived groups too, without a way to bring them back', async () => {
    await customer.operator.groups.update(customer.organization.id, team.id, { archived: true });
    const page = await open(['seatkit-group-manager'], { as: people.gil!.userId });
    await page.getByText('You manage no group yet').waitFor();
    await expectSound(page);
    await archived(page);
    await page.locator('.person', { hasText: 'Ada' }).waitFor();
    for (const name of ['Bring back', 'More for Class of 2025']) expect(await page.getByRole('button', { name }).count(), name).to.equal(0);
    await page.getByRole('button', { name: 'More for Ada Lindgren' }).waitFor();
  });

  it('tells whoever wants the name of an archived group that there is one', async () => {
    await customer.operator.groups.update(customer.organization.id, team.id, { archived: true });
    const page = await open(['seatkit-group-manager'], { as: amara, ignore: [/409/] });
    await page.getByRole('button', { name: 'New group' }).click();
    await page.getByLabel('Name of the group').fill('class of 2025');
    await page.keyboard.press('Enter');
    await page.locator('dialog[open]').getByText('There is already a group of this name. It may be archived.').waitFor();
  });
});
