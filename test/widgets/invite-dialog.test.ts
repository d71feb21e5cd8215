import { expect } from 'chai';
import { describeInBrowser } from '../support/browser.ts';
import { add, addresses, arithmetic, openDialog, outcomes, payload, section, submit, useInvitePage } from './invite-page.ts';
import { expectSound, focused } from './widget-page.ts';

describeInBrowser('the invite dialog', () => {
  const suite = useInvitePage();
  const { opened, found } = suite;

  it('counts while one types: what is free, what this takes, what stays, who misses out', async () => {
    await suite.leaveFree(3);
    const { quantity } = await suite.customer.admin.pools.get(suite.org, suite.academy.id);
    const { page, dialog } = await opened();
    expect(await arithmetic(dialog)).to.equal('Academy 3 free');
    await expectSound(page);
    await dialog.locator('.draft').fill('ada@acme.test');
    expect(await arithmetic(dialog)).to.equal(`Academy 3 of ${quantity} free, this takes 1 2 stay free`);
    await dialog.locator('.draft').fill('ada@acme.test; bo@acme.test; cy@acme.test; di@acme.test; ed@acme.test');
    expect(await arithmetic(dialog)).to.equal(`Academy 3 of ${quantity} free, this takes 5 2 miss out`);
    expect(await submit(dialog).innerText()).to.equal('Invite 5 people');
    // A pool in which every member must hold a seat lets nobody in who would get none.
    await dialog.getByLabel('Add a group').selectOption({ label: `Class ${payload}` });
    expect(await arithmetic(dialog)).to.contain('Class seats 2 of 2 free, this takes 5 3 miss out');
    expect(await submit(dialog).innerText()).to.equal('Invite 2 of 5 people');
    await dialog.locator('.draft').press('Enter');
    await dialog.getByText('Seats end here. The 3 people below miss out.').waitFor();
    expect(await dialog.getByLabel(`Relation in Class ${payload}`).count()).to.equal(1);
    expect(await page.locator('main b[onclick]').count()).to.equal(0);
    await expectSound(page, 'all');
    await add(dialog, 'nonsense');
    await dialog.getByText('An address needs an @ and a domain').waitFor();
    expect(await dialog.locator('.cut').innerText()).to.equal('Seats end here. The 3 people below miss out.');
    expect(await dialog.locator('.missed').count()).to.equal(3);
    // A coach takes none of the class's seats.
    await dialog.getByLabel(`Relation in Class ${payload}`).selectOption('coach');
    expect(await arithmetic(dialog)).to.equal(`Academy 3 of ${quantity} free, this takes 5 2 miss out`);
    expect(await dialog.locator('.cut').innerText()).to.equal('Seats end here in Academy. The 2 people below are invited without one.');
    expect(await dialog.locator('.missed').count()).to.equal(0);
    await suite.leaveFree(90);
  });

  it('lets the page sell more seats where somebody misses out, and only where the page wants to', async () => {
    await suite.leaveFree(0);
    const { dialog: without } = await opened();
    await without.locator('.draft').fill('ada@acme.test');
    expect(await without.getByText('Get more seats').count()).to.equal(0);
    const { page, dialog } = await opened({}, 'seatkit-invite-dialog get-seats');
    await page.evaluate(() => {
      addEventListener('seatkit-get-seats', ({ poolId, product }) => {
        document.title = `${poolId} ${product}`;
      });
    });
    await dialog.locator('.draft').fill('ada@acme.test');
    await dialog.getByRole('button', { name: 'Get more seats' }).click();
    expect(await page.title()).to.equal(`${suite.academy.id} academy`);
    await suite.leaveFree(90);
  });

  it('says who gets no seat of a pool that gives while it lasts, before and after', async () => {
    await suite.leaveFree(1);
    const { page, dialog } = await opened();
    await add(dialog, 'Ned Nolan <ned@acme.test>, Oda Olsen <oda@acme.test>');
    expect(await dialog.locator('.cut').innerText()).to.equal('Seats end here in Academy. The person below is invited without one.');
    await submit(dialog).click();
    await dialog.getByRole('heading', { name: '2 people are invited' }).waitFor();
    expect(await outcomes(dialog)).to.deep.equal([
      'Oda Olsen oda@acme.test Invited, without a seat in Academy. The mail leaves in a moment.',
      'Ned Nolan ned@acme.test Invited. The mail leaves in a moment.',
    ]);
    expect(await focused(page)).to.equal('2 people are invited');
    await expectSound(page);
    await dialog.getByRole('button', { name: 'Undo' }).click();
    await dialog.getByText('Taken back. 2 invitations').first().waitFor();
    expect(await addresses(dialog)).to.deep.equal(['ned@acme.test', 'oda@acme.test']);
    await suite.leaveFree(90);
  });

  it('closes without losing anything, and goes back to its button', async () => {
    const { page, dialog } = await opened();
    await add(dialog, 'Noah van den Berg <noah@acme.test>, le@acme.test');
    await dialog.locator('.draft').fill('half an addr');
    await page.keyboard.press('Escape');
    expect(await focused(page)).to.equal('Invite people');
    await openDialog(page);
    expect(await addresses(dialog)).to.deep.equal(['noah@acme.test', 'le@acme.test']);
    expect(await dialog.locator('.draft').inputValue()).to.equal('half an addr');
    expect(await found('noah')).to.deep.equal([]);
  });

  it('invites at the press of its button alone, and says what is missing', async () => {
    const { page, dialog } = await opened();
    await submit(dialog).click();
    await dialog.getByRole('alert').getByText('Enter at least one address.').waitFor();
    await add(dialog, 'una@acme.test, nonsense');
    await dialog.getByLabel('Admin', { exact: true }).press('Enter');
    await submit(dialog).click();
    const refusal = dialog.getByRole('alert').getByText('1 address cannot be read. Mend it or take it out.');
    await refusal.waitFor();
    await expectSound(page);
    expect(await found('una')).to.deep.equal([]);
    // The focus is where it can be mended, and leaving that by pressing again takes no answer away.
    expect(await focused(page)).to.equal('E-mail, row 2');
    await submit(dialog).dblclick();
    await dialog.locator('.entry.open').evaluate(() => new Promise((done) => setTimeout(done)));
    await refusal.waitFor();
    expect(await focused(page)).to.equal('E-mail, row 2');
  });

  it('goes on without what cannot be read, which stays on the list', async () => {
    const { page, dialog } = await opened();
    await add(dialog, 'yara@acme.test, Bo, nonsense, yves@acme.test');
    await section(dialog, '2 have to be mended').locator('summary').click();
    await submit(dialog).click();
    await dialog.getByRole('button', { name: 'Leave the 2 out: Invite 2 people' }).waitFor();
    expect(await focused(page)).to.equal('E-mail, row 2');
    await dialog.getByRole('button', { name: 'Hold mails' }).click();
    await dialog.getByRole('button', { name: 'Leave the 2 out: Hold mails' }).click();
    await dialog.getByRole('heading', { name: '2 people are held' }).waitFor();
    expect(await dialog.locator('.lead').innerText()).to.match(/2 stay on the list, to be invited later\.$/);
    await dialog.getByRole('button', { name: 'Back to the list (2)' }).click();
    expect(await addresses(dialog)).to.deep.equal(['Bo', 'nonsense']);
    // With nobody left to invite there is nothing to go on with.
    await submit(dialog).click();
    await dialog.getByRole('alert').getByText('2 addresses cannot be read').waitFor();
    expect(await dialog.getByRole('button', { name: /^Leave the/ }).count()).to.equal(0);
  });

  it('asks the page before it invites, and sends nothing when the page says no', async () => {
    const { page, dialog } = await opened();
    await page.evaluate(() => {
      document.addEventListener('seatkit-before-invite', (event) => {
        document.title = JSON.stringify(event.request);
        if (document.body.dataset.allow === undefined) event.preventDefault();
      });
    });
    await add(dialog, 'Uma Ude <uma@acme.test>');
    await submit(dialog).click();
    await page.waitForFunction(() => document.title.startsWith('{'));
    expect(JSON.parse(await page.title())).to.deep.equal({
      people: [{ email: 'uma@acme.test', firstName: 'Uma', lastName: 'Ude' }],
      delaySeconds: 20,
    });
    expect(await found('uma')).to.deep.equal([]);
    expect(await addresses(dialog)).to.deep.equal(['uma@acme.test']);
    await page.evaluate(() => {
      document.body.dataset.allow = '';
    });
    await submit(dialog).click();
    await dialog.getByRole('heading', { name: '1 person is invited' }).waitFor();
  });

  it('offers no seat that can only be given to people who already hold another', async () => {
    const { dialog } = await opened();
    expect(await dialog.locator('.pools .pool').allInnerTexts()).to.satisfy(
      ([first, ...rest]: string[]) => /Academy/.test(first!) && rest.length === 0,
    );
  });

  it('says in the dialog why nothing can be chosen, where the button is the page’s own', async () => {
    const { page, dialog } = await opened({ ignore: [/404/] });
    await page.keyboard.press('Escape');
    await page.evaluate(() => {
      const other = document.createElement('seatkit-invite-dialog') as HTMLElement & { show(people: string): void };
      Object.assign(other, { noTrigger: true, organizationId: 'nobody' });
      document.querySelector('seatkit-invite-dialog')!.replaceWith(other);
      other.show('ada@acme.test, bo@acme.test');
    });
    await dialog.getByRole('alert').getByText('You may not see this. Ask an admin of your organization.').waitFor();
    expect(await addresses(dialog)).to.deep.equal(['ada@acme.test', 'bo@acme.test']);
    expect(await submit(dialog).getAttribute('aria-disabled')).to.equal('true');
    await expectSound(page);
  });

  it('speaks formal German', async () => {
    const { dialog } = await opened({ lang: 'de' });
    await add(dialog, 'jan@acme.test, ohne Klammeraffe');
    await dialog.getByText('Eine Adresse braucht ein @ und eine Domain').waitFor();
    expect(await arithmetic(dialog)).to.match(/^Academy \d+ von \d+ frei, dies braucht 1 \d+ bleiben frei$/);
    await submit(dialog).click();
    await dialog.getByRole('alert').getByText('1 Adresse ist nicht lesbar. Verbessern oder entfernen Sie sie.').waitFor();
    await dialog.getByRole('button', { name: 'ohne Klammeraffe aus der Liste nehmen' }).click();
    await submit(dialog).click();
    await dialog.getByRole('heading', { name: '1 Person ist eingeladen' }).waitFor();
    await dialog.getByRole('button', { name: 'Rückgängig' }).click();
    await dialog.getByText('Zurückgenommen. 1 Einladung ist zurückgezogen').first().waitFor();
  });

  it('is sound from right to left and in every language', async function () {
    this.timeout(60_000);
    for (const lang of ['fr', 'nl', 'de']) {
      const { page, dialog } = await opened({ lang });
      await page.evaluate(() => {
        document.documentElement.dir = 'rtl';
      });
      await add(dialog, 'jan@acme.test, rosa@acme.test, jan@acme.test, ohne Klammeraffe');
      await dialog.locator('.found details').nth(3).waitFor();
      await expectSound(page);
    }
  });
});
