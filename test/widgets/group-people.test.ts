import type { Group, Member } from '@seatkit/sdk';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../support/browser.ts';
import { eventually, type Joined } from '../support/customer.ts';
import { expectSound, focused, holdWrites, useWidgets } from './widget-page.ts';

describeInBrowser('the people of a group in the group manager', () => {
  const { customer, open } = useWidgets();
  const org = () => customer.organization.id;
  let amara: string;
  let count = 0;
  let [from, to] = [] as unknown as [Group, Group];
  let people: Record<string, Joined>;

  before(async () => {
    amara = (await customer.host.userByEmail('admin@acme.test'))!.id;
    people = await customer.join([
      { email: 'otto@acme.test', firstName: 'Otto', lastName: 'Outside' },
      { email: 'anna1@acme.test', firstName: 'Anna', lastName: 'Twin' },
      { email: 'anna2@acme.test', firstName: 'Anna', lastName: 'Twin' },
      { email: 'dora@acme.test', firstName: 'Dora', lastName: 'Diaz' },
      { email: 'gone@acme.test', firstName: 'Gus', lastName: 'Gone' },
    ]);
    await customer.admin.members.deactivate(org(), people.gone!.memberId);
  });
  beforeEach(async () => {
    count += 1;
    [from, to] = [await customer.group(`From ${count}`), await customer.group(`To ${count}`)];
    const pool = { product: `course-${count}`, assignment: 'required', release: 'unused' } as const;
    await customer.pool({ ...pool, name: `Old seats ${count}`, groupId: from.id, quantity: 4 });
    await customer.pool({ ...pool, name: `New seats ${count}`, groupId: to.id, quantity: 1 });
    const joined = await customer.join([
      {
        email: `ada${count}@acme.test`,
        firstName: 'Ada',
        lastName: `Lindgren ${count}`,
        groups: [{ groupId: from.id, relations: ['member'] }],
      },
      {
        email: `gil${count}@acme.test`,
        firstName: 'Gil',
        lastName: `Lead ${count}`,
        groups: [
          { groupId: from.id, relations: ['manager'], mayManagePeople: true },
          { groupId: to.id, relations: ['manager'] },
        ],
      },
    ]);
    people = { ...people, ada: joined[`ada${count}`]!, gil: joined[`gil${count}`]! };
  });

  const shown = async (as = amara, ignore: RegExp[] = []): Promise<Page> => {
    const page = await open(['seatkit-group-manager get-seats'], { as, ignore });
    await page.locator('.entry', { hasText: `From ${count}` }).click();
    await page.locator('.person', { hasText: 'Ada' }).waitFor();
    return page;
  };
  const dialog = (page: Page) => page.locator('dialog[open]');
  const paste = (page: Page, text: string) =>
    page.getByRole('searchbox', { name: 'Add by name or address' }).evaluate((field, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', text);
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true, cancelable: true }));
    }, text);
  const rowOf = (page: Page, text: string) => dialog(page).locator('li', { hasText: text });
  const seatsOf = async (memberId: string) => (await customer.admin.members.get(org(), memberId)).seats.map(({ name }) => name);
  const inGroup = async (group: Group) => (await customer.admin.groups.get(org(), group.id)).memberCount;

  it('adds several people pasted at once after saying who can be added, who is in, unknown or meant by no one name', async () => {
    const page = await shown();
    await paste(
      page,
      `otto@acme.test\nAnna Twin\nDIAZ, Dora\nNina Nemo\nNora Body <nobody@acme.test>; ada${count}@acme.test\nOTTO@acme.test\nGus Gone\nida@\n`,
    );
    await dialog(page).getByRole('button', { name: 'Add 2 people' }).waitFor();
    expect(await dialog(page).getByRole('heading').innerText()).to.equal(`Add people to From ${count}`);
    await dialog(page).getByRole('status').getByText('2 of 8 people can be added.').waitFor();
    for (const [who, said] of [
      ['nobody@acme.test', 'Unknown here'],
      ['Nina Nemo', 'Unknown here'],
      ['Anna Twin', 'Several people are called so. Use the address.'],
      ['Gus Gone', 'Deactivated'],
      ['ida@', 'Not an e-mail address'],
      ['Ada', 'Already in this group'],
    ] as const)
      expect(await rowOf(page, who).innerText(), who).to.contain(said);
    await dialog(page).getByText(`2 seats of Old seats ${count} are needed, 3 are free.`).waitFor();
    await expectSound(page);
    await dialog(page).getByRole('button', { name: 'Add 2 people' }).click();
    await dialog(page)
      .getByRole('heading', { name: `2 people added to From ${count}` })
      .waitFor();
    expect(await rowOf(page, 'Otto Outside').innerText()).to.contain('Added');
    expect(await inGroup(from)).to.equal(3);
    await expectSound(page);
    // Whoever is unknown and has an address is invited, by the name they were pasted with, in the dialog that knows how.
    await dialog(page).getByRole('button', { name: 'Invite 1 who is unknown' }).click();
    await dialog(page).getByRole('heading', { name: 'Invite people' }).waitFor();
    await eventually(async () => {
      const fields = dialog(page).locator('input, textarea');
      const typed = await fields.evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value));
      return /Nora Body\s+nobody@acme\.test/.test([await dialog(page).innerText(), ...typed].join(' '));
    });
    await page.keyboard.press('Escape');
    for (const name of ['otto', 'dora']) await customer.admin.groups.removePerson(org(), from.id, people[name]!.memberId);
  });

  it('says who misses out when there are fewer seats than people, adds as many as there are, and says why not the others', async () => {
    await customer.operator.pools
      .list(org(), { groupId: from.id })
      .then(({ items }) => customer.operator.pools.update(org(), items[0]!.id, { quantity: 2 }));
    const page = await shown(amara, [/409/]);
    await page.evaluate(() => addEventListener('seatkit-get-seats', () => document.body.setAttribute('data-asked', 'yes')));
    await page.getByRole('searchbox', { name: 'Add by name or address' }).fill('otto@acme.test; dora@acme.test');
    await page.keyboard.press('Enter');
    await dialog(page).getByText(`2 seats of Old seats ${count} are needed, 1 is free. The last person on the list misses out.`).waitFor();
    await dialog(page).getByRole('button', { name: 'Get more seats' }).click();
    expect(await page.locator('body').getAttribute('data-asked')).to.equal('yes');
    await dialog(page).getByRole('button', { name: 'Add 2 people' }).click();
    await dialog(page)
      .getByRole('heading', { name: `1 person added to From ${count}` })
      .waitFor();
    expect(await dialog(page).locator('li').first().innerText()).to.match(/Dora Diaz[\s\S]*No seat in Old seats \d+ is free\./);
    expect(await rowOf(page, 'Otto Outside').innerText()).to.contain('Added');
    await dialog(page).getByRole('button', { name: 'Done' }).click();
    await page.locator('.person', { hasText: 'Otto' }).waitFor();
    await customer.admin.groups.removePerson(org(), from.id, people.otto!.memberId);
  });

  it('adds by Enter the only person found, however late the answer comes, and offers the first of several', async () => {
    const page = await shown();
    await page.getByRole('searchbox', { name: 'Add by name or address' }).focus();
    await page.keyboard.insertText('Anna Tw');
    await page.keyboard.press('Enter');
    await eventually(async () => (await focused(page)) === 'Add Anna Twin');
    expect(await inGroup(from)).to.equal(1);
    let answer = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/members?*q=Otto*', async (route) => {
      await held;
      await route.continue();
    });
    const asked = page.waitForRequest('**/members?*q=Otto*');
    await page.getByRole('searchbox', { name: 'Add by name or address' }).fill('Otto');
    await page.keyboard.press('Enter');
    await asked;
    answer();
    await page.locator('[data-relation=member] .person', { hasText: 'Otto' }).waitFor();
    expect(await inGroup(from)).to.equal(2);

    // What is typed while somebody is added stays.
    const put = await holdWrites(page);
    await page.getByRole('searchbox', { name: 'Add by name or address' }).fill('Dora');
    await page.getByRole('button', { name: 'Add Dora Diaz' }).click();
    await put.asked;
    await page.getByRole('searchbox', { name: 'Add by name or address' }).fill('Anna');
    put.answer();
    await page.locator('.toast').getByText(`Dora Diaz is in From ${count} now`).waitFor();
    await page.locator('[data-relation=member] .person', { hasText: 'Dora' }).waitFor();
    expect(await page.getByRole('searchbox', { name: 'Add by name or address' }).inputValue()).to.equal('Anna');
    for (const name of ['otto', 'dora']) await customer.admin.groups.removePerson(org(), from.id, people[name]!.memberId);
  });

  it('moves somebody to another group with the seat, from the question about removing them', async () => {
    const [seat] = (await customer.admin.members.get(org(), people.ada!.memberId)).seats;
    await people.ada!.client.seats.use(org(), seat!.id);
    const page = await shown();
    const more = page.getByRole('button', { name: `More for Ada Lindgren ${count}` });
    await more.click();
    await page.getByRole('menuitem', { name: 'Remove from group' }).click();
    await dialog(page).getByText('The seat stays consumed').waitFor();
    expect(await focused(page)).to.equal('Cancel');
    await dialog(page).getByRole('button', { name: 'Move to another group' }).click();
    await dialog(page)
      .getByRole('heading', { name: `Move Ada Lindgren ${count} to another group` })
      .waitFor();
    expect(
      await dialog(page)
        .getByRole('radio', { name: `From ${count}` })
        .count(),
      'the group that is left',
    ).to.equal(0);
    await expectSound(page);
    await dialog(page).getByRole('searchbox', { name: 'Find a group' }).fill(`to ${count}`);
    await dialog(page).getByRole('radio').nth(1).waitFor({ state: 'detached' });
    await dialog(page)
      .getByRole('radio', { name: `To ${count}` })
      .check();
    await dialog(page).getByText('The seat goes along').waitFor();
    expect((await dialog(page).innerText()).replace(/\s+/g, ' '))
      .to.contain(`Ada Lindgren ${count} leaves From ${count}`)
      .and.contain(`A seat of New seats ${count} is taken Free goes from 1 to 0.`);
    await expectSound(page);
    await dialog(page)
      .getByRole('button', { name: `Move to To ${count}` })
      .click();
    await page.locator('.toast').getByText(`Ada Lindgren ${count} is in To ${count} now`).waitFor();
    await page.locator('.person', { hasText: 'Ada' }).waitFor({ state: 'detached' });
    expect(await seatsOf(people.ada!.memberId)).to.deep.equal([`New seats ${count}`]);
    expect([await inGroup(from), await inGroup(to)]).to.deep.equal([0, 1]);
  });

  it('says of somebody who has not joined yet what becomes of the promised seat, and moves the promise along', async () => {
    const { results } = await customer.operator.invitations.create(org(), {
      people: [
        { email: `ida${count}@acme.test`, firstName: 'Ida', lastName: 'Invited', groups: [{ groupId: from.id, relations: ['member'] }] },
      ],
    });
    const page = await shown();
    await page.locator('.person', { hasText: 'Ida' }).getByText('Reserved').waitFor();
    await page.getByRole('button', { name: 'More for Ida Invited' }).click();
    await page.getByRole('menuitem', { name: 'Remove from group' }).click();
    await dialog(page).getByText(`Ida Invited has not joined yet, so the seat reserved in Old seats ${count} is free again.`).waitFor();
    await dialog(page).getByRole('button', { name: 'Move to another group' }).click();
    await dialog(page).getByRole('searchbox').fill(`to ${count}`);
    await dialog(page)
      .getByRole('radio', { name: `To ${count}` })
      .check();
    await dialog(page).getByText('The seat goes along').waitFor();
    await dialog(page).getByText(`A seat of New seats ${count} is taken`).waitFor();
    await dialog(page)
      .getByRole('button', { name: `Move to To ${count}` })
      .click();
    await page.locator('.person', { hasText: 'Ida' }).waitFor({ state: 'detached' });
    const { seats } = await customer.admin.members.get(org(), results[0]!.member!.id);
    expect(seats.map(({ name, status }) => [name, status])).to.deep.equal([[`New seats ${count}`, 'reserved']]);
  });

  it('says before a move that every seat is taken that members of the other group need, though the seat held is of another product', async () => {
    const other = await customer.group(`Other ${count}`);
    const pool = await customer.pool({
      product: `other-${count}`,
      name: 'Lab seats',
      groupId: other.id,
      assignment: 'required',
      quantity: 0,
    });
    const page = await shown();
    await page.getByRole('button', { name: `More for Ada Lindgren ${count}` }).click();
    await page.getByRole('menuitem', { name: 'Move to another group' }).click();
    await dialog(page).getByRole('searchbox').fill(`other ${count}`);
    const choice = dialog(page).getByRole('radio', { name: `Other ${count}` });
    await choice.check();
    await dialog(page).getByRole('alert').getByText('No seat in Lab seats is free.').waitFor();
    expect(
      await dialog(page)
        .getByRole('button', { name: /Move to/ })
        .count(),
    ).to.equal(0);
    await page.keyboard.press('Escape');
    await customer.operator.pools.update(org(), pool.id, { quantity: 1 });
    await page.getByRole('button', { name: `More for Ada Lindgren ${count}` }).click();
    await page.getByRole('menuitem', { name: 'Move to another group' }).click();
    await dialog(page).getByRole('searchbox').fill(`other ${count}`);
    await choice.check();
    await dialog(page).getByText('A seat of Lab seats is taken').waitFor();
    await dialog(page).getByText('The seat comes back').waitFor();
    await expectSound(page);
  });

  it('says before a move that the other group has no free seat, and offers a group admin the managed groups only', async () => {
    await customer.admin.groups.putPerson(org(), to.id, people.otto!.memberId, { relations: ['member'] });
    const page = await shown(people.gil!.userId, [/409/]);
    await page.getByRole('button', { name: `More for Ada Lindgren ${count}` }).click();
    await page.getByRole('menuitem', { name: 'Move to another group' }).click();
    await dialog(page).getByRole('radio').first().waitFor();
    expect(await dialog(page).locator('.groups label bdi').allInnerTexts()).to.deep.equal([`To ${count}`]);
    await dialog(page).getByRole('radio').check();
    await dialog(page).getByRole('alert').getByText(`No seat in New seats ${count} is free.`).waitFor();
    expect(
      await dialog(page)
        .getByRole('button', { name: /Move to/ })
        .count(),
    ).to.equal(0);
    await page.keyboard.press('Escape');
    expect(await focused(page)).to.equal(`More for Ada Lindgren ${count}`);
    expect(await seatsOf(people.ada!.memberId)).to.deep.equal([`Old seats ${count}`]);
    await customer.admin.groups.removePerson(org(), to.id, people.otto!.memberId);
  });

  it('says why somebody could not be moved, but not in the dialog about the next', async () => {
    await customer.admin.groups.putPerson(org(), from.id, people.otto!.memberId, { relations: ['member'] });
    const page = await shown(people.gil!.userId, [/409/]);
    const askToMove = async (name: string) => {
      await page.getByRole('button', { name: `More for ${name}` }).click();
      await page.getByRole('menuitem', { name: 'Move to another group' }).click();
      await dialog(page).getByRole('heading', { name }).waitFor();
      await dialog(page).getByRole('radio').check();
      await dialog(page).getByRole('button', { name: 'Move to' }).waitFor();
    };
    const put = await holdWrites(page);
    await askToMove(`Ada Lindgren ${count}`);
    await dialog(page).getByRole('button', { name: 'Move to' }).click();
    await put.asked;
    await page.keyboard.press('Escape');
    await askToMove('Otto Outside');
    await customer.admin.groups.putPerson(org(), to.id, people.dora!.memberId, { relations: ['member'] });
    put.answer();
    await page.locator('.toast').getByText(`No seat in New seats ${count} is free.`).waitFor();
    await dialog(page).getByRole('heading', { name: 'Otto Outside' }).waitFor();
    expect(await dialog(page).getByRole('alert').count()).to.equal(0);
    await customer.admin.groups.removePerson(org(), from.id, people.otto!.memberId);
    await customer.admin.groups.removePerson(org(), to.id, people.dora!.memberId);
  });

  it('invites into the chosen group, of which a group admin who may manage people is asked nothing more', async () => {
    const page = await shown(people.gil!.userId);
    await page.getByRole('button', { name: `Invite into From ${count}` }).click();
    await dialog(page).getByRole('heading', { name: 'Invite people' }).waitFor();
    await dialog(page).locator('#draft').fill(`new${count}@acme.test`);
    await page.keyboard.press('Enter');
    await dialog(page).locator('[part=submit]').click();
    await dialog(page).locator('[part=results]').waitFor();
    await dialog(page).getByRole('button', { name: 'Done' }).click();
    await page
      .locator('[data-relation=member] .person', { hasText: `new${count}@acme.test` })
      .getByText('Reserved')
      .waitFor();
    const [member] = await customer.admin.members.find(org(), `new${count}@acme.test`);
    expect((member as Member).groups.map(({ id, relations }) => [id, relations])).to.deep.equal([[from.id, ['member']]]);
  });

  it('keeps the focus where one was when a row goes: with whoever comes after, else at the name of the group', async () => {
    await customer.admin.groups.putPerson(org(), from.id, people.otto!.memberId, { relations: ['member'] });
    const page = await shown();
    const pick = async (name: string, item: string) => {
      await page.getByRole('button', { name: `More for ${name}` }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('menuitem', { name: item }).focus();
      await page.keyboard.press('Enter');
    };
    await pick('Otto', 'Make coach');
    await page.locator('[data-relation=coach] .person', { hasText: 'Otto' }).waitFor();
    await eventually(async () => ['More for Otto Outside', `More for Ada Lindgren ${count}`].includes(await focused(page)));
    await pick('Otto', 'Make member');
    await page.locator('[data-relation=member] .person', { hasText: 'Otto' }).waitFor();
    await pick('Ada', 'Remove from group');
    await dialog(page).getByText('The seat comes back').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.person', { hasText: 'Ada' }).waitFor({ state: 'detached' });
    await eventually(async () => (await focused(page)) === 'More for Otto Outside');
    await pick('Otto', 'Remove from group');
    await dialog(page).getByText('The seat comes back').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.person', { hasText: 'Otto' }).waitFor({ state: 'detached' });
    await eventually(async () => (await focused(page)) === `From ${count}`);
  });

  it('says once that the people cannot be read, and reads all of them again when asked', async () => {
    const page = await shown(amara, [/503/]);
    const problem = { type: 'about:blank', title: 'No', status: 503, code: 'unavailable', detail: 'No.' };
    await page.route('**/members?*', (route) => route.fulfill({ status: 503, json: problem, contentType: 'application/problem+json' }));
    await customer.admin.groups.putPerson(org(), to.id, people.otto!.memberId, { relations: ['member'] });
    await page.evaluate(() => {
      const manager = document.querySelector('seatkit-group-manager')!;
      Object.assign(manager, { changes: (manager as unknown as { changes: number }).changes + 1 });
    });
    await page.locator('.entry', { hasText: `To ${count}` }).click();
    await page.locator('[data-relation=manager]').getByRole('alert').waitFor();
    expect(await page.locator('.people-block').getByRole('alert').count()).to.equal(1);
    await page.unroute('**/members?*');
    await page.locator('.people-block').getByRole('button', { name: 'Try again' }).click();
    await page.locator('[data-relation=member] .person', { hasText: 'Otto' }).waitFor();
    await page.locator('[data-relation=manager] .person', { hasText: 'Gil' }).waitFor();
    await customer.admin.groups.removePerson(org(), to.id, people.otto!.memberId);
  });

  it('finds whoever is in the group already, with what can be done to them', async () => {
    const page = await shown();
    await page.getByRole('searchbox', { name: 'Add by name or address' }).fill(`ada${count}@acme.test`);
    const found = page.locator('.found .person', { hasText: 'Ada' });
    await found.getByText('Already in this group').waitFor();
    await found.getByRole('button', { name: 'More for Ada' }).click();
    await page.getByRole('menuitem', { name: 'Make coach' }).click();
    await page.locator('[data-relation=coach] .person', { hasText: 'Ada' }).waitFor();
  });

  it('asks the page before every change and tells it afterwards; the page can keep a change from happening', async () => {
    const page = await shown();
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard, refuse: true });
      for (const type of ['seatkit-before-group-save', 'seatkit-group-saved'] as const)
        addEventListener(type, (event) => {
          const how = event.person ? event.person.relations.join('+') || 'out' : '';
          heard.push(`${type.replace('seatkit-', '')} ${event.change} ${how}`.trim());
          if ((window as unknown as { refuse: boolean }).refuse) event.preventDefault();
        });
    });
    const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0));
    const pick = async (of: string, item: string) => {
      // Who is manager and member stands in two lists.
      await page
        .getByRole('button', { name: `More for ${of}` })
        .last()
        .click();
      await page.getByRole('menuitem', { name: item, exact: true }).click();
    };
    const ada = `Ada Lindgren ${count}`;
    const everything = async () => {
      await pick(ada, 'Make manager');
      await pick(ada, 'Remove from group');
      await dialog(page).getByRole('button', { name: 'Remove' }).click();
      await dialog(page).waitFor({ state: 'detached' });
      await pick(`From ${count}`, 'Rename');
      await dialog(page).getByLabel('Name of the group').fill(`Later ${count}`);
      await page.keyboard.press('Enter');
    };
    await everything();
    // What was typed into a form stays.
    expect(await dialog(page).getByLabel('Name of the group').inputValue()).to.equal(`Later ${count}`);
    await page.keyboard.press('Escape');
    const asked = ['before-group-save people member+manager', 'before-group-save people out', 'before-group-save renamed'];
    expect(await heard()).to.deep.equal(asked);
    expect(await customer.admin.groups.get(org(), from.id)).to.deep.include({ name: `From ${count}`, memberCount: 1, managerCount: 1 });

    await page.evaluate(() => Object.assign(window, { refuse: false }));
    await everything();
    await page.locator('.toast').getByText(`The group is called Later ${count} now`).waitFor();
    expect(await heard()).to.deep.equal(asked.flatMap((said) => [said, said.replace('before-group-save', 'group-saved')]));
    expect(await customer.admin.groups.get(org(), from.id)).to.deep.include({ name: `Later ${count}`, memberCount: 0, managerCount: 1 });
  });
});
