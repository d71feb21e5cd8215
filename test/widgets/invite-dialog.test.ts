import type { Group, Pool } from '@seatkit/sdk';
import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { describeInBrowser } from '../support/browser.ts';
import { eventually, type Joined } from '../support/customer.ts';
import { cutOff, expectSound, focused, type OpenOptions, useWidgets } from './widget-page.ts';

const payload = '<b onclick=alert(1)>bold</b>';

describeInBrowser('the invite dialog', () => {
  const { customer, open } = useWidgets();
  let org: string;
  let amara: string;
  let people: Record<string, Joined>;
  let team: Group;
  let academy: Pool;

  before(async () => {
    org = customer.organization.id;
    amara = (await customer.host.userByEmail('admin@acme.test'))!.id;
    const course = await customer.group(`Class ${payload}`);
    team = await customer.group('Team');
    people = await customer.join([
      {
        email: 'lead@acme.test',
        firstName: 'Gil',
        lastName: 'Lead',
        groups: [{ groupId: team.id, relations: ['manager'], mayManagePeople: true }],
      },
      { email: 'rosa@acme.test', firstName: 'Rosa', lastName: 'Rossi' },
    ]);
    await customer.admin.members.deactivate(org, people.rosa!.memberId);
    await customer.operator.roleProfiles.create(org, { name: 'Trainer' });
    academy = await customer.pool({ product: 'academy', name: 'Academy', assignment: 'automatic', quantity: 22 });
    await customer.pool({ product: 'pro', name: 'Pro', needs: academy.id, quantity: 5 });
    await customer.pool({ product: 'class', name: 'Class seats', groupId: course.id, assignment: 'required', quantity: 2 });
  });

  const opened = async (options: OpenOptions = {}): Promise<{ page: Page; dialog: Locator }> => {
    const page = await open(['seatkit-invite-dialog'], { as: amara, ...options });
    await page.locator('[part=trigger]').click();
    const dialog = page.locator('dialog.invite[open]');
    await dialog.locator('.pane.offer h3').waitFor();
    return { page, dialog };
  };
  const type = async (dialog: Locator, text: string) => {
    await dialog.locator('.draft').fill(text);
    await dialog.locator('.draft').press('Enter');
  };
  const submit = (dialog: Locator) => dialog.locator('[part=submit]');
  const arithmetic = async (dialog: Locator) => (await dialog.locator('.arith').innerText()).replace(/\s+/g, ' ');
  const addresses = (dialog: Locator) =>
    dialog.locator('input[type=email]').evaluateAll((all) => all.map((cell) => (cell as HTMLInputElement).value));
  const found = async (q: string) => (await customer.admin.members.list(org, { q })).items;
  const withSeats = async (quantity: number) => customer.operator.pools.update(org, academy.id, { quantity });
  const free = async () => (await customer.admin.pools.get(org, academy.id)).free;

  it('counts while one types: what is free, what this takes, what stays, who misses out', async () => {
    await withSeats((await customer.admin.pools.get(org, academy.id)).assigned + 3);
    const { page, dialog } = await opened();
    expect(await arithmetic(dialog)).to.equal('Academy 3 free');
    await expectSound(page);
    await dialog.locator('.draft').fill('ada@acme.test');
    expect(await arithmetic(dialog)).to.equal('Academy 3 free, this takes 1 2 stay free');
    await dialog.locator('.draft').fill('ada@acme.test; bo@acme.test; cy@acme.test; di@acme.test; ed@acme.test');
    expect(await arithmetic(dialog)).to.equal('Academy 3 free, this takes 5 2 miss out');
    expect(await submit(dialog).innerText()).to.equal('Invite 5 people');
    // A pool in which every member must hold a seat lets nobody in who would get none.
    await dialog.getByLabel('Add a group').selectOption({ label: `Class ${payload}` });
    expect(await arithmetic(dialog)).to.contain('Class seats 2 free, this takes 5 3 miss out');
    expect(await submit(dialog).innerText()).to.equal('Invite 2 of 5 people');
    await dialog.locator('.draft').press('Enter');
    await dialog.getByText('Seats end here. The 3 people below miss out.').waitFor();
    expect(await dialog.getByLabel(`Relation in Class ${payload}`).count()).to.equal(1);
    expect(await page.locator('main b[onclick]').count()).to.equal(0);
    await expectSound(page, 'all');
    await type(dialog, 'nonsense');
    await dialog.getByText('An address needs an @ and a domain').waitFor();
    expect(await dialog.locator('.cut').innerText()).to.equal('Seats end here. The 3 people below miss out.');
    // A coach takes none of the class's seats.
    await dialog.getByLabel(`Relation in Class ${payload}`).selectOption('coach');
    expect(await arithmetic(dialog)).to.equal('Academy 3 free, this takes 5 2 miss out');
    await withSeats(20);
  });

  it('says who gets no seat of a pool that gives while it lasts, before and after', async () => {
    await withSeats((await customer.admin.pools.get(org, academy.id)).assigned + 1);
    const { page, dialog } = await opened();
    await type(dialog, 'Ned Nolan <ned@acme.test>, Oda Olsen <oda@acme.test>');
    expect(await dialog.locator('.cut').innerText()).to.equal('Seats end here in Academy. The person below is invited without one.');
    expect(await dialog.locator('.missed').count()).to.equal(0);
    await submit(dialog).click();
    await dialog.getByRole('heading', { name: '2 people are invited' }).waitFor();
    expect((await dialog.locator('.outcomes li').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))).to.deep.equal([
      'Ned Nolan ned@acme.test Invited. The mail leaves in a moment.',
      'Oda Olsen oda@acme.test Invited, without a seat in Academy. The mail leaves in a moment.',
    ]);
    expect(await focused(page)).to.equal('2 people are invited');
    await expectSound(page);
    await dialog.getByRole('button', { name: 'Undo' }).click();
    await dialog.getByText('Taken back. 2 invitations').first().waitFor();
    expect(await dialog.locator('.outcomes').count()).to.equal(0);
    await withSeats(20);
  });

  it('reads names from mail, sheet and list, keeps an address once and an unreadable one to be mended', async () => {
    const { page, dialog } = await opened();
    await dialog.locator('.draft').fill('Noah van den Berg <noah@acme.test>, NOAH@acme.test\nLê\tNgọc\tle@acme.test\nnonsense');
    await dialog.locator('.draft').press('Enter');
    await page.getByText('3 people added to the list. 1 address was there twice and is kept once').waitFor({ state: 'attached' });
    const cells = await dialog.locator('.sheet-row input').evaluateAll((all) => all.map((cell) => (cell as HTMLInputElement).value));
    expect(cells).to.deep.equal(['noah@acme.test', 'Noah', 'van den Berg', 'le@acme.test', 'Lê', 'Ngọc', 'nonsense', '', '']);
    await dialog.getByText('An address needs an @ and a domain').waitFor();
    await submit(dialog).click();
    await dialog.getByRole('alert').getByText('1 address cannot be read. Mend it or take it out.').waitFor();
    expect(await found('noah')).to.deep.equal([]);
    // Closing loses nothing.
    await page.keyboard.press('Escape');
    await page.locator('[part=trigger]').click();
    expect(await addresses(dialog)).to.deep.equal(['noah@acme.test', 'le@acme.test', 'nonsense']);
    await dialog.getByRole('button', { name: 'Remove nonsense from the list' }).click();
    await dialog.getByRole('button', { name: 'Remove le@acme.test from the list' }).click();
    await dialog.getByRole('button', { name: 'Remove noah@acme.test from the list' }).click();
    await submit(dialog).click();
    await dialog.getByRole('alert').getByText('Enter at least one address.').waitFor();
  });

  it('invites whom it can, and lets the refused be mended where they stand', async () => {
    const { page, dialog } = await opened();
    await type(dialog, 'fay@acme.test, rosa@acme.test');
    await dialog.getByLabel('Personal message').fill('See you on Monday');
    await submit(dialog).click();
    await dialog.getByRole('heading', { name: '1 person is invited, 1 was refused' }).waitFor();
    expect(await addresses(dialog)).to.deep.equal(['rosa@acme.test']);
    expect(await dialog.locator('.problem').innerText()).to.match(/deactivated/);
    expect(await dialog.getByLabel('Personal message').inputValue()).to.equal('See you on Monday');
    await expectSound(page);
    await dialog.getByLabel('E-mail, row 1').fill('rosalind@acme.test');
    expect(await dialog.locator('.problem').count()).to.equal(0);
    await submit(dialog).click();
    await dialog.getByRole('button', { name: 'Done' }).waitFor();
    expect((await found('rosalind')).map(({ status }) => status)).to.deep.equal(['invited']);
    await expectSound(page);
  });

  it('takes back only people who are new, and gives their seats back', async () => {
    const before = await free();
    const { dialog } = await opened();
    await type(dialog, 'fay@acme.test, gus@acme.test');
    await submit(dialog).click();
    await dialog.getByText('Mail to 1 person leaves in').first().waitFor();
    expect(await free()).to.equal(before - 1);
    await dialog.getByRole('button', { name: 'Undo' }).click();
    await dialog.getByText('Taken back. 1 invitation is revoked and its seats are free again.').first().waitFor();
    expect([await found('gus'), (await found('fay')).length, await free()]).to.deep.equal([[], 1, before]);
    expect(await addresses(dialog)).to.deep.equal(['gus@acme.test']);
  });

  it('keeps everything typed when the server is out of reach, and invites once when it is back', async () => {
    const { page, dialog } = await opened({ ignore: cutOff });
    await type(dialog, 'Hal Haddad <hal@acme.test>');
    await dialog.getByLabel('Personal message').fill('Welcome, Hal');
    // The answer is lost on its way, and so is every repetition.
    let reached = 0;
    await page.route('**/invitations', async (route) => {
      if (reached++ === 0) await route.fetch();
      await route.abort('failed');
    });
    await submit(dialog).click();
    await dialog.getByRole('alert').getByText('The server cannot be reached. Nothing was lost; try again.').waitFor();
    expect(await addresses(dialog)).to.deep.equal(['hal@acme.test']);
    expect(await dialog.getByLabel('Personal message').inputValue()).to.equal('Welcome, Hal');
    await expectSound(page);
    await page.unroute('**/invitations');
    await submit(dialog).click();
    // The same request again, not a second invitation: its answer is that of the first.
    await dialog.getByRole('heading', { name: '1 person is invited' }).waitFor();
    expect(await dialog.locator('.outcomes').innerText())
      .to.contain('Hal Haddad')
      .and.contain('Invited.');
    expect((await found('hal')).length).to.equal(1);
  });

  it('offers a group admin the managed groups and nothing beyond, and asks for one', async () => {
    const other = await customer.group('Other');
    await customer.operator.groups.putPerson(org, other.id, people.lead!.memberId, { relations: ['manager'], mayManagePeople: true });
    const { page, dialog } = await opened({ as: people.lead!.userId });
    expect(await dialog.getByLabel('Add a group').locator('option').allInnerTexts()).to.have.members(['Add a group', 'Team', 'Other']);
    expect(await dialog.getByText('Role', { exact: true }).count()).to.equal(0);
    expect(await dialog.getByText('Role profiles').count()).to.equal(0);
    await type(dialog, 'ivy@acme.test');
    await submit(dialog).click();
    await dialog.getByRole('alert').getByText('Choose at least one of your groups.').waitFor();
    expect(await dialog.locator('.arith').innerText()).to.equal('');
    await dialog.getByLabel('Add a group').selectOption({ label: 'Team' });
    expect(await dialog.locator('.arith').innerText()).to.equal('No seat of this group is taken');
    expect(await dialog.getByLabel('Relation in Team').locator('option').allInnerTexts()).to.deep.equal(['Member', 'Coach']);
    await submit(dialog).click();
    await dialog.getByRole('heading', { name: '1 person is invited' }).waitFor();
    const ivy = await eventually(async () => (await found('ivy'))[0]);
    expect(ivy.groups.map(({ name }) => name)).to.deep.equal(['Team']);
    await page.close();
  });

  it('offers no seat that can only be given to people who already hold another', async () => {
    const { dialog } = await opened();
    expect(await dialog.locator('.pools .pool').allInnerTexts()).to.satisfy(
      ([first, ...rest]: string[]) => /Academy/.test(first!) && rest.length === 0,
    );
  });

  it('speaks formal German', async () => {
    const { dialog } = await opened({ lang: 'de' });
    await type(dialog, 'jan@acme.test, ohne Klammeraffe');
    await dialog.getByText('Eine Adresse braucht ein @ und eine Domain').waitFor();
    expect(await arithmetic(dialog)).to.match(/^Academy \d+ frei, dies braucht 1 \d+ bleiben frei$/);
    await submit(dialog).click();
    await dialog.getByRole('alert').getByText('1 Adresse ist nicht lesbar. Verbessern oder entfernen Sie sie.').waitFor();
    await dialog.getByRole('button', { name: 'ohne Klammeraffe aus der Liste nehmen' }).click();
    await submit(dialog).click();
    await dialog.getByRole('heading', { name: '1 Person ist eingeladen' }).waitFor();
    await dialog.getByRole('button', { name: 'Rückgängig' }).click();
    await dialog.getByText('Zurückgenommen. 1 Einladung ist zurückgezogen').first().waitFor();
  });
});
