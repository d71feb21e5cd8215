import { MemberChanges } from '@seatkit/sdk/contract';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { lengths } from '../../widgets/src/member-drawer/draft.ts';
import { describeInBrowser } from '../support/browser.ts';
import type { Joined } from '../support/customer.ts';
import { expectSound, focused, useWidgets } from './widget-page.ts';

const list = ['seatkit-member-list'];

describe('what can be typed into the details of a member', () => {
  it('is as long as the contract allows, and no longer', () => {
    const { email: _, ...texts } = lengths;
    for (const [name, length] of Object.entries(texts)) {
      expect(MemberChanges.safeParse({ [name]: 'a'.repeat(length) }).success, name).to.equal(true);
      expect(MemberChanges.safeParse({ [name]: 'a'.repeat(length + 1) }).success, name).to.equal(false);
    }
  });
});

describeInBrowser('the details of a member', () => {
  const { customer, open } = useWidgets();
  let people: Record<string, Joined>;
  let amara: string;
  const ids: Record<string, string> = {};

  before(async function () {
    this.timeout(30_000);
    const { operator, organization } = customer;
    amara = (await customer.host.userByEmail('admin@acme.test'))!.id;
    for (const name of ['Engineering', 'Onboarding']) ids[name] = (await customer.group(name)).id;
    await customer.pool({ product: 'academy', name: 'Academy', quantity: 20, assignment: 'automatic', release: 'unused' });
    await customer.pool({ product: 'pro', name: 'Pro', quantity: 2, groupId: ids.Engineering! });
    await customer.pool({ product: 'lead', name: 'Leading', quantity: 2, groupId: ids.Onboarding! });
    for (const name of ['Data analyst', 'Team lead']) ids[name] = (await operator.roleProfiles.create(organization.id, { name })).id;
    people = await customer.join([
      {
        email: 'aisha@acme.test',
        firstName: 'Aisha',
        lastName: 'Rahman',
        roleProfileIds: [ids['Data analyst']!],
        groups: [{ groupId: ids.Engineering!, relations: ['member'] }],
      },
      { email: 'lena@acme.test', firstName: 'Lena', lastName: 'Lead', groups: [{ groupId: ids.Engineering!, relations: ['manager'] }] },
    ]);
    await operator.invitations.create(organization.id, {
      people: ['dora', 'emil', 'finn'].map((name) => ({ email: `${name}@acme.test`, firstName: name, lastName: 'Diallo' })),
    });
  });

  const memberOf = (id: string) => customer.admin.members.get(customer.organization.id, id);
  const drawer = (page: Page) => page.locator('seatkit-member-drawer dialog[open]');
  const said = (page: Page, text: string) => drawer(page).locator('footer [role=status]').getByText(text).waitFor();
  const toast = (page: Page) => page.locator('.toast');
  const section = (page: Page, name: string) => drawer(page).getByRole('region', { name, exact: true });
  const show = async (page: Page, name: string) => {
    await page.getByRole('button', { name, exact: true }).click();
    await drawer(page).getByRole('heading', { name, exact: true }).waitFor();
  };

  it('lets an admin edit everything that an invitation may have set, and says what the change means', async () => {
    const page = await open(list, { as: amara });
    await show(page, 'Aisha Rahman');
    await expectSound(page, 'all');
    const fields = section(page, 'Profile');
    await said(page, 'Nothing changed');
    await fields.getByLabel('Last name').fill('Rahman-Okafor');
    await fields.getByLabel('E-mail').fill('aisha.okafor@acme.test');
    await fields.getByText('A mail to both addresses says so.').waitFor();
    await fields.getByLabel('E-mail').fill('aisha@acme.test');
    await fields.getByLabel('Role', { exact: true }).selectOption('Admin');
    await fields.getByText('A mail to aisha@acme.test says so.').waitFor();
    await fields.getByLabel('Role', { exact: true }).selectOption('Member');
    await fields.getByLabel('Language of mails').selectOption('German');
    await fields.getByLabel('Salutation').fill('Dr.');
    await fields.getByLabel('External ID').fill('HR-17');
    await fields.getByRole('searchbox', { name: 'Add a role profile' }).fill('team');
    await fields.getByRole('button', { name: 'Team lead' }).click();
    await fields.getByRole('listitem').filter({ hasText: 'Team lead' }).getByLabel('Ambition').check();
    await fields.getByRole('button', { name: 'Take away Data analyst' }).click();
    await said(page, '5 fields changed');
    await drawer(page).getByRole('button', { name: 'Save changes' }).click();
    await said(page, 'Saved');
    const { lastName, locale, salutation, externalId, roleProfiles, email, role } = await memberOf(people.aisha!.memberId);
    expect({ lastName, locale, salutation, externalId, email, role }).to.deep.equal({
      lastName: 'Rahman-Okafor',
      locale: 'de',
      salutation: 'Dr.',
      externalId: 'HR-17',
      email: 'aisha@acme.test',
      role: 'member',
    });
    expect(roleProfiles.map(({ name, ambition }) => [name, ambition])).to.deep.equal([['Team lead', true]]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Aisha Rahman-Okafor', exact: true }).waitFor();
    await customer.admin.members.update(customer.organization.id, people.aisha!.memberId, { lastName: 'Rahman' });
  });

  it('changes groups, coaching, management and seats at once, each with its consequence before it', async () => {
    const page = await open(list, { as: amara, ignore: [/409/] });
    await show(page, 'Aisha Rahman');
    const groups = section(page, 'Groups');
    await groups.getByRole('combobox', { name: 'Relation to Engineering' }).selectOption('Coach · Manager');
    await said(page, 'Saved for Engineering');
    await groups.getByLabel('May manage people').check();
    const grants = async () =>
      (await memberOf(people.aisha!.memberId)).groups.map(({ relations, mayManagePeople }) => ({ relations, mayManagePeople }));
    await groups.getByRole('searchbox').fill('onb');
    await groups.getByRole('button', { name: 'Onboarding' }).click();
    await said(page, 'Aisha Rahman is in Onboarding now');
    await groups.getByRole('combobox', { name: 'Relation to Engineering' }).selectOption('Member · Manager');
    await said(page, 'Saved for Engineering');
    expect(await grants()).to.deep.equal([
      { relations: ['member', 'manager'], mayManagePeople: true },
      { relations: ['member'], mayManagePeople: false },
    ]);

    // What is chosen while an answer is awaited is done in its turn.
    let answer = () => {};
    let answered: Promise<void>;
    const hold = () => {
      answered = new Promise((resolve) => {
        answer = resolve;
      });
    };
    let refused = false;
    await page.route('**/groups/*/people/*', async (route) => {
      await answered;
      const problem = { type: 'about:blank', title: 'Conflict', status: 409, code: 'conflict', detail: 'Conflict', retry: true };
      if (refused) await route.fulfill({ status: 409, contentType: 'application/problem+json', json: problem });
      else await route.continue();
    });
    const choose = (name: string, relation: string) => groups.getByRole('combobox', { name: `Relation to ${name}` }).selectOption(relation);
    const asked = () => page.waitForRequest('**/groups/*/people/*');
    hold();
    await Promise.all([asked(), choose('Engineering', 'Coach · Manager')]);
    await choose('Onboarding', 'Coach');
    answer();
    await said(page, 'Saved for Onboarding');
    expect((await grants()).map(({ relations }) => relations)).to.deep.equal([['coach', 'manager'], ['coach']]);
    // What is refused late is not said of what is asked by then.
    refused = true;
    hold();
    await Promise.all([asked(), choose('Engineering', 'Member · Manager')]);
    await groups.getByRole('button', { name: 'Remove from Onboarding' }).click();
    await groups.getByText('Aisha Rahman stays a member').waitFor();
    answer();
    await toast(page).getByText('Aisha Rahman: Somebody else was faster').waitFor();
    expect(await drawer(page).getByRole('alert').count()).to.equal(0);
    await page.unroute('**/groups/*/people/*');
    await groups.getByRole('button', { name: 'Cancel' }).click();
    await choose('Engineering', 'Member · Manager');
    await said(page, 'Saved for Engineering');
    await groups.getByRole('button', { name: 'Remove from Onboarding' }).click();
    await groups.getByText('Aisha Rahman stays a member').waitFor();
    await expectSound(page);
    await groups.getByRole('button', { name: 'Remove', exact: true }).click();
    await said(page, 'Aisha Rahman is no longer in Onboarding');

    const seats = section(page, 'Seats');
    await seats.getByRole('searchbox', { name: 'Assign a seat' }).click();
    await seats.getByRole('button', { name: 'Pro · Engineering 2 free' }).waitFor();
    // Seats of a group are for its members.
    await seats.getByRole('button', { name: /Leading/ }).waitFor({ state: 'detached' });
    await seats.getByRole('button', { name: 'Pro · Engineering 2 free' }).click();
    await said(page, 'Aisha Rahman has a seat in Pro · Engineering now');
    await seats.getByRole('button', { name: 'Take away the seat in Pro' }).click();
    await seats.getByText('The seat comes back').waitFor();
    await seats.getByRole('button', { name: 'Take away', exact: true }).last().click();
    await said(page, 'The seat in Pro is taken away');
    const held = (await memberOf(people.aisha!.memberId)).seats.filter(({ status }) => status === 'assigned');
    expect(held.map(({ name }) => name)).to.deep.equal(['Academy']);
  });

  it('says where the invitation of a pending person is, sends it again, and makes a link that proves no address', async () => {
    const page = await open(list, { as: amara });
    await show(page, 'dora Diallo');
    const invitation = section(page, 'Invitation');
    await invitation.getByText('Mail sent').waitFor();
    await invitation.getByText(/^Expires /).waitFor();
    customer.smtp.clear();
    let sent = 0;
    page.on('request', (request) => {
      if (request.url().endsWith('/send')) sent += 1;
    });
    await invitation.getByRole('button', { name: 'Send again' }).focus();
    await page.keyboard.down('Enter');
    await said(page, 'A new mail to dora@acme.test is on its way.');
    await page.keyboard.down('Enter'); // held, so the browser says that it repeats
    await page.keyboard.up('Enter');
    await customer.smtp.waitFor(({ to }) => to.includes('dora@acme.test'));
    await invitation.getByRole('button', { name: 'Copy link' }).press('Enter');
    expect(sent).to.equal(1);
    await invitation.getByText('A link that is handed over proves no address').waitFor();
    await expectSound(page);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await invitation.getByRole('button', { name: 'Make link' }).click();
    await invitation.getByRole('button', { name: 'Copied' }).waitFor();
    await invitation.getByText('those mailed before are void').waitFor();
    const link = invitation.getByRole('textbox', { name: 'Link for dora Diallo' });
    expect(await link.inputValue()).to.match(/\/seatkit\/join\/[\w-]{20,}$/);
    expect(await page.evaluate(() => navigator.clipboard.readText())).to.equal(await link.inputValue());
    await expectSound(page);
  });

  it('revokes an invitation and closes, because nobody is there any more', async () => {
    const page = await open(list, { as: amara });
    await show(page, 'emil Diallo');
    await section(page, 'Invitation').getByRole('button', { name: 'Revoke invitation' }).click();
    await section(page, 'Invitation').getByText('so the seat reserved in Academy is free again.').waitFor();
    await section(page, 'Invitation').getByRole('button', { name: 'Revoke invitation' }).last().click();
    await toast(page).getByText('The invitation of emil Diallo is revoked').waitFor();
    await page.getByRole('button', { name: 'emil Diallo', exact: true }).waitFor({ state: 'detached' });
    expect(await drawer(page).count()).to.equal(0);
  });

  it('works by keyboard: opens on Enter, keeps what was typed until it is discarded, and gives the focus back', async () => {
    const page = await open(list, { as: amara });
    const name = page.getByRole('button', { name: 'Aisha Rahman', exact: true });
    await name.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await drawer(page).waitFor();
    expect(await focused(page)).to.equal('Aisha Rahman');
    await page.keyboard.press('Tab');
    await drawer(page).getByLabel('First name').focus();
    await page.keyboard.type('x');
    await page.keyboard.press('Escape');
    await drawer(page).getByText('Your changes are not saved.').waitFor();
    expect(await focused(page)).to.equal('Keep editing');
    await page.keyboard.press('Enter');
    expect(await drawer(page).getByLabel('First name').inputValue()).to.contain('x');
    await page.mouse.click(5, 5); // beside it
    await drawer(page).getByText('Your changes are not saved.').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await drawer(page).waitFor({ state: 'detached' });
    expect(await focused(page), 'the cell it was opened from').to.match(/^Role/);
    expect((await memberOf(people.aisha!.memberId)).firstName).to.equal('Aisha');
  });

  it('takes by Enter what was typed, however late the answer comes, and nothing of what was shown before', async () => {
    await customer.group('Aaa first');
    const page = await open(list, { as: amara });
    await show(page, 'Lena Lead');
    const groups = section(page, 'Groups');
    await groups.getByRole('searchbox').click();
    await groups.getByRole('button', { name: 'Aaa first' }).waitFor();
    // Nothing was typed, so nothing is meant.
    await page.keyboard.press('Enter');
    let answer = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/groups?*q=Onboarding*', async (route) => {
      await held;
      await route.continue();
    });
    const asked = page.waitForRequest('**/groups?*q=Onboarding*');
    await page.keyboard.insertText('Onboarding');
    await page.keyboard.press('Enter');
    await asked;
    await groups.locator('.found[aria-busy=true]').getByRole('button', { name: 'Aaa first' }).waitFor();
    answer();
    await said(page, 'Lena Lead is in Onboarding now');
    const { id, groups: now } = await memberOf(people.lena!.memberId);
    expect(now.map(({ name }) => name)).to.deep.equal(['Engineering', 'Onboarding']);
    await customer.admin.groups.removePerson(customer.organization.id, ids.Onboarding!, id);
  });

  it('shows no answer to somebody else than it was asked for, and says of whom a late refusal is', async () => {
    const page = await open(list, { as: amara, ignore: [/409/] });
    let answer = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/organizations/**', async (route) => {
      if (route.request().method() !== 'GET') await held;
      await route.continue();
    });
    const asks = async (button: string) => {
      const asked = page.waitForRequest((request) => request.method() !== 'GET');
      await drawer(page).getByRole('button', { name: button, exact: true }).click();
      await asked;
      await page.keyboard.press('Escape');
    };
    const discard = () => drawer(page).getByRole('button', { name: 'Discard changes' }).click();

    await show(page, 'Aisha Rahman');
    await drawer(page).getByLabel('Last name').fill('Okafor');
    await asks('Save changes');
    await discard();
    await show(page, 'Lena Lead');
    await drawer(page).getByLabel('E-mail').fill('aisha@acme.test');
    await asks('Save changes');
    await discard();
    await show(page, 'dora Diallo');
    await drawer(page).getByRole('button', { name: 'Copy link' }).click();
    await asks('Make link');

    await show(page, 'finn Diallo');
    await drawer(page).getByLabel('Salutation').fill('Dr.');
    const made = page.waitForResponse('**/link');
    answer();
    await made;
    await toast(page).getByText('Lena Lead: ').waitFor();
    await page.locator('.rows .row', { hasText: 'Aisha Okafor' }).waitFor();
    await said(page, '1 field changed');
    expect(await drawer(page).locator('#link, [role=alert]').count()).to.equal(0);
    expect(await drawer(page).getByLabel('First name').inputValue()).to.equal('finn');
    await customer.admin.members.update(customer.organization.id, people.aisha!.memberId, { lastName: 'Rahman' });
  });

  it('keeps what was typed when the server refuses, says why, and shows what others changed meanwhile', async () => {
    const page = await open(list, { as: amara, ignore: [/409/] });
    await show(page, 'Aisha Rahman');
    await drawer(page).getByLabel('E-mail').fill('lena@acme.test');
    await customer.admin.members.update(customer.organization.id, people.aisha!.memberId, { externalId: 'HR-99' });
    await drawer(page).getByRole('button', { name: 'Save changes' }).click();
    await drawer(page).locator('footer').getByRole('alert').waitFor();
    expect(await drawer(page).getByLabel('E-mail').inputValue()).to.equal('lena@acme.test');
    await drawer(page).getByRole('searchbox', { name: 'Add to a group' }).fill('onb');
    await drawer(page).getByRole('button', { name: 'Onboarding' }).click();
    const externalId = await drawer(page).getByLabel('External ID').elementHandle();
    await page.waitForFunction((field) => (field as HTMLInputElement).value === 'HR-99', externalId);
    expect(await drawer(page).getByLabel('E-mail').inputValue()).to.equal('lena@acme.test');
  });

  it('locks what a directory owns and names the owner, in the row and in the details', async () => {
    const record = () => customer.host.db('seatkit_members').where({ id: people.lena!.memberId });
    await record().update({ managedBy: 'hris:north' });
    const page = await open(list, { as: amara });
    await page.locator('.rows .row', { hasText: 'Lena' }).getByRole('img', { name: 'Managed by hris:north' }).waitFor();
    await show(page, 'Lena Lead');
    await drawer(page).getByText('Names and address come from hris:north. Groups, role and seats are changed here.').waitFor();
    for (const label of ['First name', 'Last name', 'E-mail', 'External ID']) {
      expect(await drawer(page).getByLabel(label, { exact: true }).getAttribute('readonly'), label).to.equal('');
    }
    await drawer(page).getByLabel('Role', { exact: true }).selectOption('Admin');
    await drawer(page).getByRole('button', { name: 'Save changes' }).click();
    await said(page, 'Saved');
    expect((await memberOf(people.lena!.memberId)).role).to.equal('admin');
    await expectSound(page);
    await customer.admin.members.update(customer.organization.id, people.lena!.memberId, { role: 'member' });
    await record().update({ managedBy: 'manual' });
  });

  it('shows a group admin what they may see, and lets them change only their own groups', async () => {
    const page = await open(list, { as: people.lena!.userId });
    await show(page, 'Aisha Rahman');
    await section(page, 'Profile').getByLabel('First name').waitFor();
    expect(await section(page, 'Profile').getByLabel('First name').getAttribute('readonly')).to.equal('');
    expect(await drawer(page).getByRole('button', { name: 'Save changes' }).count()).to.equal(0);
    // Whoever manages the group, too, is for admins to change.
    expect(await section(page, 'Groups').getByRole('combobox').count()).to.equal(0);
    await customer.admin.groups.putPerson(customer.organization.id, ids.Engineering!, people.aisha!.memberId, { relations: ['coach'] });
    await page.reload();
    await show(page, 'Aisha Rahman');
    await section(page, 'Groups').getByRole('combobox', { name: 'Relation to Engineering' }).waitFor();
    expect(await section(page, 'Groups').getByRole('combobox').count()).to.equal(1);
    await expectSound(page);
  });
});
