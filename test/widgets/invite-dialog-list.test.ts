import { expect } from 'chai';
import { describeInBrowser } from '../support/browser.ts';
import { add, addresses, arithmetic, paste, rowsOf, section, submit, useInvitePage } from './invite-page.ts';
import { cutOff, expectSound, focused } from './widget-page.ts';

describeInBrowser('the list of people in the invite dialog', () => {
  const suite = useInvitePage();
  const { customer, opened, found } = suite;

  it('takes several people at once from a mail, a sheet or a list, and leaves a single address in the field', async () => {
    const { page, dialog } = await opened();
    await paste(dialog, 'Nachname;Vorname;Abteilung;E-Mail\nLindgren;Ada;Vertrieb;ada@acme.test\nvan den Berg;Noah;Einkauf;noah@acme.test');
    await paste(dialog, '"Ngọc, Lê" <le@acme.test>; Bo Berg <bo@acme.test>');
    expect(await rowsOf(dialog, '4 ready')).to.deep.equal([
      '1 Ada Lindgren ada@acme.test',
      '2 Noah van den Berg noah@acme.test',
      '3 Lê Ngọc le@acme.test',
      '4 Bo Berg bo@acme.test',
    ]);
    await page.getByText('2 people added to the list').waitFor({ state: 'attached' });
    await paste(dialog, 'cy@acme.test');
    expect(await dialog.locator('.draft').inputValue()).to.equal('cy@acme.test');
    await dialog.getByRole('button', { name: 'Add to the list' }).click();
    expect(await addresses(dialog)).to.include('cy@acme.test');
  });

  it('shows first what cannot be read, with the field to mend it, and lets it stay there while it is being mended', async () => {
    const { page, dialog } = await opened();
    await add(dialog, 'ada@acme.test, quinn.harper(at)acme, bo@acme.test');
    const field = dialog.getByLabel('E-mail, row 2');
    expect(await dialog.locator('.found summary').allInnerTexts()).to.deep.equal(['1 has to be mended', '2 ready']);
    expect(await field.getAttribute('aria-invalid')).to.equal('true');
    await expectSound(page);
    await field.fill('quinn.harper@acme.test');
    expect(await dialog.getByText('An address needs an @').count()).to.equal(0);
    expect(await rowsOf(dialog, '2 ready')).to.have.length(2);
    expect(await submit(dialog).innerText()).to.equal('Invite 3 people');
    await field.press('Enter');
    expect(await rowsOf(dialog, '3 ready')).to.deep.equal(['1 ada@acme.test', '2 quinn.harper@acme.test', '3 bo@acme.test']);
    expect(await dialog.locator('.draft').evaluate((draft) => draft === (draft.getRootNode() as ShadowRoot).activeElement)).to.equal(true);
  });

  it('reads the field that mends one row as it reads the field above', async () => {
    const { dialog } = await opened();
    await add(dialog, 'ada@acme.test, nonsense, rubbish');
    // As a browser does after a paste.
    await dialog.getByLabel('E-mail, row 2').evaluate((field: HTMLInputElement) => {
      field.value = 'Bea Berg <bea@acme.test>, di@acme.test';
      field.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true }));
    });
    await dialog.getByLabel('E-mail, row 2').press('Enter');
    expect(await rowsOf(dialog, '3 ready')).to.deep.equal(['1 ada@acme.test', '2 Bea Berg bea@acme.test', '3 di@acme.test']);
    const last = dialog.getByLabel('E-mail, row 4');
    await last.fill('Cy Cole <cy@acme.test>');
    expect(await dialog.getByText('An address needs an @').count()).to.equal(1);
    await submit(dialog).click();
    await dialog.getByRole('heading', { name: '4 people are invited' }).waitFor();
    expect((await found('cy@'))[0]).to.include({ firstName: 'Cy', lastName: 'Cole' });
  });

  it('does not lose the press of a button to what leaving a field moves', async () => {
    const { dialog } = await opened();
    await add(dialog, 'ada@acme.test, nonsense');
    await dialog.getByLabel('E-mail, row 2').fill('zoe@acme.test');
    await dialog.getByRole('button', { name: 'Remove ada@acme.test from the list' }).click();
    expect(await rowsOf(dialog, '1 ready')).to.deep.equal(['1 zoe@acme.test']);
  });

  it('keeps an address once, whoever wrote it how, and lets a wrong one be mended', async () => {
    const { page, dialog } = await opened();
    await add(dialog, 'noah@acme.test, NOAH@acme.test');
    await page.getByText('1 person added to the list. 1 address was there twice and is kept once').waitFor({ state: 'attached' });
    expect(await submit(dialog).innerText()).to.equal('Invite 1 person');
    await section(dialog, '1 duplicate, kept once').locator('summary').click();
    await dialog.getByRole('button', { name: 'Edit NOAH@acme.test', exact: true }).click();
    expect(await focused(page)).to.equal('E-mail, row 2');
    await expectSound(page);
    await dialog.getByLabel('E-mail, row 2').fill('noa@acme.test');
    await dialog.getByLabel('First name, row 2').fill('Noa');
    await dialog.getByLabel('First name, row 2').press('Enter');
    expect(await rowsOf(dialog, '2 ready')).to.deep.equal(['1 noah@acme.test', '2 Noa noa@acme.test']);
    // What was mended no longer stands where it stood; the focus is not lost.
    expect(await focused(page)).to.equal('Edit Noa noa@acme.test');
  });

  it('says as the list settles who is here already, and what the invitation does to them', async () => {
    const { page, dialog } = await opened();
    await customer.admin.invitations.create(suite.org, { people: [{ email: 'penny@acme.test' }] });
    await customer.admin.invitations.create(suite.org, { people: [{ email: 'holly@acme.test' }], delivery: 'hold' });
    await add(dialog, 'new@acme.test, LEAD@acme.test, rosa@acme.test, penny@acme.test, holly@acme.test');
    expect(await rowsOf(dialog, '4 already here')).to.deep.equal([
      '2 LEAD@acme.test Member already: gets no mail',
      '3 rosa@acme.test Deactivated: will be refused. Reactivate in the member list.',
      '4 penny@acme.test Invited, not joined yet: a new mail ends the old link',
      '5 holly@acme.test Held until now',
    ]);
    // Neither the member, nor the deactivated, nor whose seat is reserved takes another one.
    expect(await arithmetic(dialog)).to.match(/this takes 1 /);
    expect(await submit(dialog).innerText()).to.equal('Invite 3 of 4 people');
    await expectSound(page);
    await dialog.getByLabel('Add a group').selectOption('Team');
    await dialog.getByText('Member already: gets what is chosen, no mail').waitFor();
  });

  it('does not invite members to nothing, and says what it does to them', async () => {
    const { dialog } = await opened();
    await add(dialog, 'lead@acme.test');
    expect(await rowsOf(dialog, '1 already here')).to.deep.equal(['1 lead@acme.test Member already: gets no mail']);
    expect(await submit(dialog).innerText()).to.equal('Update 1 member');
    expect(await dialog.locator('[part=hold]').count()).to.equal(0);
    await submit(dialog).click();
    await dialog.getByRole('alert').getByText('All of them are members already, and nothing is chosen for them.').waitFor();
    await dialog.getByLabel('Add a role profile').selectOption('Trainer');
    await submit(dialog).click();
    await dialog.getByRole('heading', { name: '1 member is updated' }).waitFor();
    expect((await found('lead'))[0]!.roleProfiles.map(({ name }) => name)).to.deep.equal(['Trainer']);
  });

  it('tells a group admin of people of other groups nothing but that they are here', async () => {
    await customer.join([{ email: 'otto@acme.test', firstName: 'Otto', lastName: 'Osei' }]);
    const { dialog } = await opened({ as: suite.people.lead!.userId });
    await add(dialog, 'otto@acme.test');
    expect(await rowsOf(dialog, '1 already here')).to.deep.equal(['1 otto@acme.test Already here, in groups that you do not manage']);
  });

  it('goes on without the lookup when that fails, says so, and tries again when asked', async () => {
    const { page, dialog } = await opened({ ignore: cutOff });
    await page.route('**/members/find', (route) => route.abort('failed'));
    await add(dialog, 'lead@acme.test');
    await dialog.getByText('Who is already here could not be looked up. Inviting finds out.').waitFor();
    expect(await submit(dialog).innerText()).to.equal('Invite 1 person');
    await expectSound(page);
    await page.unroute('**/members/find');
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await section(dialog, '1 already here').waitFor();
  });

  it('is walked by keyboard as one stop: arrows from row to row, Enter edits, Delete takes out', async () => {
    const { page, dialog } = await opened();
    await add(dialog, 'Ada Adler <ada@acme.test>, Bo Berg <bo@acme.test>, Cy Cole <cy@acme.test>');
    await page.keyboard.press('Tab');
    expect(await focused(page)).to.equal('3 ready');
    await page.keyboard.press('Tab');
    expect(await focused(page)).to.equal('Edit Ada Adler ada@acme.test');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).to.equal('Remove bo@acme.test from the list');
    await page.keyboard.press('End');
    expect(await focused(page)).to.equal('Remove cy@acme.test from the list');
    await page.keyboard.press('Tab');
    expect(await focused(page)).to.equal('Discard the list');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Delete');
    expect(await addresses(dialog)).to.deep.equal(['ada@acme.test', 'cy@acme.test']);
    expect(await focused(page)).to.equal('Remove cy@acme.test from the list');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    expect(await focused(page)).to.equal('E-mail, row 2');
    await page.keyboard.press('Tab');
    await page.keyboard.type('x');
    // Escape closes the fields, not the dialog.
    await page.keyboard.press('Escape');
    expect(await focused(page)).to.equal('Edit x Cole cy@acme.test');
    await page.keyboard.press('Home');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Delete');
    expect(await focused(page)).to.equal('');
    expect(await dialog.locator('.found').count()).to.equal(0);
  });

  it('can be discarded, and taken back for some seconds', async () => {
    const { dialog } = await opened();
    await add(dialog, 'Ada Adler <ada@acme.test>, bo@acme.test');
    await dialog.getByLabel('Add a group').selectOption('Team');
    await dialog.getByLabel('Personal message').fill('Hello');
    await dialog.getByRole('button', { name: 'Discard the list' }).click();
    expect([await addresses(dialog), await dialog.getByLabel('Personal message').inputValue()]).to.deep.equal([[], '']);
    await dialog.getByRole('button', { name: 'Undo' }).click();
    // In which section they stand depends on whether it is known by now who is here already.
    expect(await addresses(dialog)).to.have.members(['ada@acme.test', 'bo@acme.test']);
    expect(await dialog.getByLabel('Personal message').inputValue()).to.equal('Hello');
    expect(await dialog.getByLabel('Relation in Team').count()).to.equal(1);
  });

  it('can be taken back for as long as somebody is at the button, and loses the focus to nothing', async () => {
    const { page, dialog } = await opened();
    await page.clock.install();
    await add(dialog, 'ada@acme.test, bo@acme.test');
    const undo = dialog.getByRole('button', { name: 'Undo' });
    const discard = async () => {
      await dialog.getByRole('button', { name: 'Discard the list' }).click();
      await undo.waitFor();
    };
    await discard();
    await dialog.locator('.draft:focus').waitFor();
    await undo.focus();
    await page.clock.runFor(60_000);
    await page.keyboard.press('Enter');
    await undo.waitFor({ state: 'detached' });
    expect(await addresses(dialog)).to.have.members(['ada@acme.test', 'bo@acme.test']);
    await dialog.locator('.draft:focus').waitFor();
    await discard();
    await undo.hover();
    await page.clock.runFor(60_000);
    expect(await undo.count()).to.equal(1);
    await dialog.getByRole('heading', { name: 'Invite people' }).hover();
    await page.clock.runFor(13_000);
    await undo.waitFor({ state: 'detached' });
  });

  it('takes 1,000 people, looks them up 200 at a time, and does not draw them anew for a letter', async () => {
    const { page, dialog } = await opened();
    const asked: number[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/members/find')) asked.push((request.postDataJSON() as { emails: string[] }).emails.length);
    });
    const people = Array.from({ length: 1000 }, (_, i) => `Person ${i} <person${i}@acme.test>`);
    await paste(dialog, [...people, 'lead@acme.test'].join('\n'));
    await section(dialog, '1 already here').waitFor({ timeout: 15_000 });
    expect(asked).to.deep.equal([200, 200, 200, 200, 200, 1]);
    const changed = await dialog.locator('.draft').evaluate(async (field) => {
      const root = field.getRootNode() as ShadowRoot & { host: { updateComplete: Promise<unknown> } };
      let count = 0;
      const observer = new MutationObserver((changes) => {
        count += changes.length;
      });
      observer.observe(root.querySelector('.found') as Element, { subtree: true, childList: true, attributes: true, characterData: true });
      (field as HTMLTextAreaElement).value = 'o';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await root.host.updateComplete;
      await new Promise((resolve) => setTimeout(resolve));
      return count;
    });
    expect(changed, 'changes of the list').to.equal(0);
    await dialog.locator('.draft').fill('');
    await submit(dialog).click();
    await dialog.getByRole('alert').getByText('At most 1,000 people at once.').waitFor();
  });
});
