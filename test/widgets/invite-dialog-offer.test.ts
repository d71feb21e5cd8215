import { expect } from 'chai';
import { describeInBrowser } from '../support/browser.ts';
import { eventually } from '../support/customer.ts';
import { add, plain, submit, useInvitePage } from './invite-page.ts';
import { cutOff, expectSound, focused } from './widget-page.ts';

describeInBrowser('what people get by an invitation', () => {
  const suite = useInvitePage();
  const { customer, opened, found } = suite;

  it('is role, groups with a relation each, the grant of a manager, role profiles and the language of the mail', async () => {
    const { page, dialog } = await opened();
    await dialog.getByText('Admin', { exact: true }).click();
    await dialog.getByLabel('Language of the mail').selectOption('Their own, else French');
    await dialog.getByLabel('Add a group').selectOption('Team');
    await dialog.getByLabel('Relation in Team').selectOption('manager');
    await dialog.getByLabel('May manage people').check();
    // One relation a group: nobody is member and coach of the same.
    expect(await dialog.getByLabel('Relation in Team').locator('option').allInnerTexts()).to.deep.equal(['Member', 'Coach', 'Manager']);
    expect(await dialog.getByLabel('Add a group').locator('option').allInnerTexts()).to.not.include('Team');
    await dialog.getByLabel('Add a role profile').selectOption('Trainer');
    await add(dialog, 'Zoé Zola <zoe@acme.test>');
    await expectSound(page);
    await submit(dialog).click();
    await dialog.getByRole('heading', { name: '1 person is invited' }).waitFor();
    const zoe = await eventually(async () => (await found('zoe@'))[0]);
    expect(zoe).to.include({ role: 'admin', firstName: 'Zoé' });
    expect(zoe.groups).to.deep.equal([{ id: suite.team.id, name: 'Team', relations: ['manager'], mayManagePeople: true }]);
    expect(zoe.roleProfiles.map(({ name }) => name)).to.deep.equal(['Trainer']);
    expect((await customer.host.db('seatkit_invitations').where({ memberId: zoe.id }).first()).locale).to.equal('fr');
  });

  it('is shown as the mail that will be sent, in its language, and follows what is typed', async () => {
    const { page, dialog } = await opened();
    let asked = 0;
    page.on('request', (request) => {
      if (request.url().endsWith('/preview')) asked += 1;
    });
    await add(dialog, 'Nia Nowak <nia@acme.test>');
    await dialog.getByLabel('Personal message').fill('See you\n<b>on</b> Monday');
    expect(asked).to.equal(0);
    await dialog.getByText('Preview of the mail').click();
    const letter = dialog.locator('.letter');
    await letter.waitFor();
    expect(plain(await letter.locator('dl').innerText())).to.equal('To Nia Nowak Subject Amara Okafor invites you to Acme');
    expect(await letter.locator('.typed').innerText()).to.equal('See you\n<b>on</b> Monday');
    expect(plain(await letter.innerText()))
      .to.contain('Hello Nia,')
      .and.contain('What you get: Academy')
      .and.contain('Accept the invitation');
    await expectSound(page);
    await dialog.getByLabel('Language of the mail').selectOption('Their own, else Dutch');
    await letter.getByText('Beste Nia,').waitFor();
    expect(await letter.getAttribute('lang')).to.equal('nl');
    await dialog.getByLabel('Personal message').pressSequentially(', all of you', { delay: 5 });
    await letter.getByText('on</b> Monday, all of you').waitFor();
    expect(asked, 'requests').to.be.at.most(4);
    // Nothing was written, and nobody was told.
    expect(await found('nia@')).to.deep.equal([]);
  });

  it('says why there is no preview, and shows it when there can be one', async () => {
    const { page, dialog } = await opened({ ignore: cutOff });
    await page.route('**/preview', (route) => route.abort('failed'));
    await dialog.getByText('Preview of the mail').click();
    await dialog.getByText('The server cannot be reached. Nothing was lost; try again.').waitFor({ timeout: 15_000 });
    await page.unroute('**/preview');
    await dialog.getByLabel('Personal message').fill('Hello');
    await dialog.locator('.letter').waitFor();
  });

  it('has a personal message that is counted, and never cut', async () => {
    const { page, dialog } = await opened();
    await add(dialog, 'oda@acme.test');
    await dialog.getByLabel('Personal message').fill('x'.repeat(2003));
    await dialog.getByText('2,003 of 2,000').waitFor();
    expect(await dialog.getByLabel('Personal message').getAttribute('aria-invalid')).to.equal('true');
    await submit(dialog).click();
    await dialog.getByRole('alert').getByText('The message is 3 characters too long.').waitFor();
    await expectSound(page);
    expect(await dialog.getByLabel('Personal message').inputValue()).to.have.length(2003);
    await dialog.getByLabel('Personal message').fill('x'.repeat(2000));
    await submit(dialog).click();
    await dialog.getByRole('heading', { name: '1 person is invited' }).waitFor();
  });

  it('is, from a group admin, the managed groups and nothing beyond, and one of them is needed', async () => {
    const other = await customer.group('Other');
    await customer.operator.groups.putPerson(suite.org, other.id, suite.people.lead!.memberId, {
      relations: ['manager'],
      mayManagePeople: true,
    });
    const ours = await customer.pool({ product: 'ours', name: 'Ours', groupId: suite.team.id, quantity: 4 });
    const { page, dialog } = await opened({ as: suite.people.lead!.userId });
    expect(await dialog.getByLabel('Add a group').locator('option').allInnerTexts()).to.have.members(['Add a group', 'Team', 'Other']);
    expect(await dialog.getByText('Role', { exact: true }).count()).to.equal(0);
    expect(await dialog.getByText('Role profiles').count()).to.equal(0);
    await add(dialog, 'ivy@acme.test');
    await dialog.getByText('Preview of the mail').click();
    expect(await dialog.locator('.preview').innerText()).to.contain('Choose at least one of your groups.');
    await submit(dialog).click();
    await dialog.getByRole('alert').getByText('Choose at least one of your groups.').waitFor();
    expect(await dialog.locator('.arith').innerText()).to.equal('');
    await expectSound(page);
    await dialog.getByLabel('Add a group').selectOption('Team');
    expect(await dialog.locator('.arith').innerText()).to.equal('No seat of these groups is taken'.replace('these groups', 'this group'));
    expect(await dialog.getByLabel('Relation in Team').locator('option').allInnerTexts()).to.deep.equal(['Member', 'Coach']);
    await dialog.getByLabel('Ours').check();
    expect(plain(await dialog.locator('.arith').innerText())).to.equal('Ours 4 of 4 free, this takes 1 3 stay free');
    await dialog.locator('.letter').waitFor();
    await submit(dialog).click();
    await dialog.getByRole('heading', { name: '1 person is invited' }).waitFor();
    const ivy = await eventually(async () => (await found('ivy@'))[0]);
    expect(ivy.groups.map(({ name }) => name)).to.deep.equal(['Team']);
    expect(ivy.seats.map(({ poolId }) => poolId)).to.include(ours.id);
  });

  it('begins with the group of the element, which can be left out', async () => {
    const { dialog } = await opened({}, `seatkit-invite-dialog group-id=${suite.team.id}`);
    await dialog.getByLabel('Relation in Team').waitFor();
    await dialog.getByRole('button', { name: 'Leave out Team' }).click();
    expect(await dialog.getByLabel('Relation in Team').count()).to.equal(0);
  });

  it('is chosen by keyboard from an open list, never by passing over it', async () => {
    const { page, dialog } = await opened();
    await dialog.getByLabel('Add a group').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('T');
    expect(await dialog.locator('.pick').count()).to.equal(0);
    expect(await dialog.getByLabel('Add a group').evaluate((select) => select.matches(':open'))).to.equal(true);
    expect(await focused(page)).to.equal('Add a group');
  });
});
