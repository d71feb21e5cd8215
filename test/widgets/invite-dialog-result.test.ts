import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { formatsFor } from '../../widgets/src/words/formats.ts';
import { describeInBrowser } from '../support/browser.ts';
import { add, addresses, openDialog, outcomes, plain, submit, useInvitePage } from './invite-page.ts';
import { cutOff, expectSound, focused } from './widget-page.ts';

describeInBrowser('what becomes of invitations', () => {
  const suite = useInvitePage();
  const { customer, opened, found } = suite;
  const status = async (q: string) => (await found(q)).map((member) => member.status);
  const free = async () => (await customer.admin.pools.get(suite.org, suite.academy.id)).free;

  /** Writes down what the page hears of invitations that are there already; the page says no while its body says so. */
  const listen = (page: Page) =>
    page.evaluate(() => {
      document.addEventListener('seatkit-before-invitations-change', (event) => {
        const refused = document.body.dataset.refused !== undefined;
        document.title += ` before ${event.change} ${event.invitations.length}${refused ? ' refused' : ''}`;
        if (refused) event.preventDefault();
      });
      document.addEventListener('seatkit-invitations-changed', (event) => {
        document.title += ` ${event.change} ${event.invitations.map(({ email }) => email).sort()}`;
      });
      document.title = 'heard';
      document.body.dataset.refused = '';
    });
  const allow = (page: Page) => page.evaluate(() => delete document.body.dataset.refused);

  /** Lets what the page writes to these addresses wait until it is released. */
  const hold = async (page: Page, url: string) => {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(url, async (route) => {
      if (route.request().method() === 'POST') await released;
      await route.continue();
    });
    return release;
  };

  it('is told as a sentence and four figures, then who needs something, then who is done', async () => {
    await customer.admin.invitations.create(suite.org, { people: [{ email: 'ivo@acme.test' }] });
    const { page, dialog } = await opened({}, 'seatkit-invite-dialog get-seats');
    // Two seats in the class, for three who need one.
    await dialog.getByLabel('Add a group').selectOption({ index: 1 });
    await add(
      dialog,
      'Ada Adler <ada@acme.test>, Bo Berg <bo@acme.test>, Cy Cole <cy@acme.test>, di@acme.test, rosa@acme.test, lead@acme.test',
    );
    await submit(dialog).click();
    await dialog.getByRole('heading', { name: '2 people are invited, 3 miss out, 1 was refused' }).waitFor();
    expect(plain(await dialog.locator('.tally').innerText())).to.equal('Invited 2 Miss out 3 Already here 0 Refused 1');
    expect(plain(await dialog.locator('.lead').innerText())).to.match(
      /^Seats are reserved until .*\. 4 stay on the list, to be invited later\.$/,
    );
    expect(await outcomes(dialog)).to.deep.equal([
      'rosa@acme.test rosa@acme.test is deactivated here. Reactivate the person instead. Edit',
      'Cy Cole and 2 more No seat in Class seats is free. Get more seats',
      'Ada Adler ada@acme.test Invited. The mail leaves in a moment.',
      'Bo Berg bo@acme.test Invited. The mail leaves in a moment.',
    ]);
    expect(await focused(page)).to.equal('2 people are invited, 3 miss out, 1 was refused');
    await dialog.getByText('Cy Cole and 2 more').click();
    expect(await dialog.locator('.all li').allInnerTexts()).to.have.length(3);
    await expectSound(page, 'all');
    // Whoever only lacked a seat is ready for the next time; the refused one has to be mended.
    await dialog.getByRole('button', { name: 'Edit rosa@acme.test' }).click();
    expect(await focused(page)).to.match(/^E-mail, row/);
    expect(await dialog.locator('.found summary').allInnerTexts()).to.deep.equal(['1 has to be mended', '2 ready', '1 already here']);
    await dialog.locator('.found details').first().getByRole('button', { name: 'Remove rosa@acme.test from the list' }).click();
    await dialog.getByRole('button', { name: /^Leave out Class/ }).click();
    await submit(dialog).click();
    await dialog.getByRole('heading', { name: '2 people are invited' }).waitFor();
    expect(await status('di@')).to.deep.equal(['invited']);
  });

  it('can be mended where it was typed and tried again', async () => {
    const { dialog } = await opened();
    await add(dialog, 'fay@acme.test, rosa@acme.test');
    await dialog.getByLabel('Personal message').fill('See you on Monday');
    await submit(dialog).click();
    await dialog.getByRole('heading', { name: '1 person is invited, 1 was refused' }).waitFor();
    await dialog.getByRole('button', { name: 'Back to the list (1)' }).click();
    expect(await addresses(dialog)).to.deep.equal(['rosa@acme.test']);
    expect(await dialog.locator('.found .danger').last().innerText()).to.match(/deactivated/);
    expect(await dialog.getByLabel('Personal message').inputValue()).to.equal('See you on Monday');
    await dialog.getByLabel('E-mail, row 1').fill('rosalind@acme.test');
    expect(await dialog.getByText(/is deactivated here/).count()).to.equal(0);
    await submit(dialog).click();
    await dialog.getByRole('heading', { name: '1 person is invited' }).waitFor();
    expect(await status('rosalind')).to.deep.equal(['invited']);
  });

  it('can be taken back as long as the mail waits: people who are new go, and their seats are free again', async () => {
    const before = await free();
    const { page, dialog } = await opened();
    await dialog.getByLabel('Add a role profile').selectOption('Trainer');
    await dialog.getByLabel('Personal message').fill('Welcome');
    await add(dialog, 'fay@acme.test, gus@acme.test');
    await submit(dialog).click();
    await dialog.getByText('Mail to 1 person leaves in').first().waitFor();
    expect(await free()).to.equal(before - 1);
    await dialog.getByRole('button', { name: 'Undo' }).click();
    await dialog.getByText('Taken back. 1 invitation is revoked and its seats are free again.').first().waitFor();
    expect([await found('gus'), (await found('fay')).length, await free()]).to.deep.equal([[], 1, before]);
    // What was typed is there again.
    await dialog.getByRole('button', { name: 'Back to the list (1)' }).click();
    expect(await addresses(dialog)).to.deep.equal(['gus@acme.test']);
    expect(await dialog.getByLabel('Personal message').inputValue()).to.equal('Welcome');
    expect(await dialog.locator('.pick').innerText()).to.equal('Trainer');
    // Whoever goes on meanwhile keeps the next undo, and the focus.
    const undo = dialog.getByRole('button', { name: 'Undo' });
    const releaseGus = await hold(page, '**/revoke');
    await submit(dialog).click();
    await undo.click();
    await dialog.getByRole('button', { name: 'Invite more people' }).click();
    await add(dialog, 'ida@acme.test');
    await submit(dialog).click();
    await undo.waitFor();
    releaseGus();
    await page.locator('.toast:popover-open').getByText('Taken back. 1 invitation').waitFor();
    await page.unrouteAll();
    const releaseIda = await hold(page, '**/revoke');
    await undo.click();
    await dialog.getByRole('button', { name: 'Back to the list (1)' }).click();
    await dialog.getByLabel('Personal message').focus();
    releaseIda();
    await dialog.locator('.toast').getByText('Taken back. 1 invitation').waitFor();
    expect(await addresses(dialog)).to.deep.equal(['ida@acme.test', 'gus@acme.test']);
    await dialog.locator('textarea[id=message]:focus').waitFor();
    expect([await found('gus'), await found('ida')]).to.deep.equal([[], []]);
  });

  it('says which cannot be taken back, and keeps those that could on the list', async () => {
    const { page, dialog } = await opened({ ignore: cutOff });
    await add(dialog, 'una@acme.test, vic@acme.test');
    await listen(page);
    await submit(dialog).click();
    await dialog.getByRole('heading', { name: '2 people are invited' }).waitFor();
    // The page may keep it from happening: then nothing is taken back, and it still can be.
    await dialog.getByRole('button', { name: 'Undo' }).click();
    await allow(page);
    const [vic] = await found('vic@');
    await page.route(`**/invitations/${vic!.invitation!.id}/revoke`, (route) => route.abort('failed'));
    await dialog.getByRole('button', { name: 'Undo' }).click();
    await dialog.getByText('1 invitation could not be taken back. Revoke it in the member list.').first().waitFor();
    expect([await found('una@'), await status('vic@')]).to.deep.equal([[], ['invited']]);
    expect(await page.title()).to.equal('heard before revoked 2 refused before revoked 2 revoked una@acme.test');
    await expectSound(page);
    await dialog.getByRole('button', { name: 'Back to the list (1)' }).click();
    expect(await addresses(dialog)).to.deep.equal(['una@acme.test']);
  });

  it('gives the focus back when the mail leaves, which waits for nobody', async () => {
    const { page, dialog } = await opened();
    await page.clock.install();
    await add(dialog, 'zoe@acme.test');
    await submit(dialog).click();
    const undo = dialog.getByRole('button', { name: 'Undo' });
    await undo.waitFor();
    await dialog.getByRole('button', { name: 'Invite more people' }).focus();
    await undo.focus();
    expect(await outcomes(dialog)).to.deep.equal(['zoe@acme.test Invited. The mail leaves in a moment.']);
    // As in a page that has slept meanwhile.
    await page.clock.fastForward(21_000);
    await undo.waitFor({ state: 'detached' });
    expect(await focused(page)).to.equal('Invite more people');
    await dialog.getByText('Invited. The mail is on its way.').waitFor();
    // What is said of one request does not stand in the result of the next.
    await page.keyboard.press('Enter');
    await add(dialog, 'zita@acme.test');
    await submit(dialog).click();
    await undo.waitFor();
    await dialog.getByText('Invited. The mail leaves in a moment.').waitFor();
    await dialog.getByRole('button', { name: 'Invite more people' }).click();
    await add(dialog, 'zack@acme.test');
    await dialog.getByRole('button', { name: 'Hold mails' }).click();
    await dialog.getByRole('heading', { name: '1 person is held' }).waitFor();
    expect(await dialog.locator('.toast').count()).to.equal(0);
    await customer.admin.invitations.revoke(suite.org, (await found('zack@'))[0]!.invitation!.id);
    // Whoever presses before the page has noticed is told, and nothing is taken back.
    await dialog.getByRole('button', { name: 'Invite more people' }).click();
    await add(dialog, 'zia@acme.test');
    await submit(dialog).click();
    await undo.waitFor();
    await undo.evaluate((button: HTMLElement) => {
      const then = Date.now() + 21_000;
      Date.now = () => then;
      button.click();
    });
    await dialog.getByText('The mail has left already. Revoke the invitation in the member list.').first().waitFor();
    expect(await status('zia@')).to.deep.equal(['invited']);
  });

  it('can be taken back from the page, too, once the dialog is closed', async () => {
    const { page, dialog } = await opened();
    await add(dialog, 'gil@acme.test');
    await submit(dialog).click();
    await dialog.getByRole('heading', { name: '1 person is invited' }).waitFor();
    // The second half of a double click, after a quick answer: it lands beside what stands there now.
    await page.mouse.down({ clickCount: 2 });
    await page.mouse.up({ clickCount: 2 });
    await dialog.getByRole('button', { name: 'Done' }).click();
    await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
    await page.locator('.toast').getByText('Taken back. 1 invitation').waitFor();
    expect(await found('gil@')).to.deep.equal([]);
    await page.locator('[part=trigger]').dblclick();
    expect(await addresses(dialog)).to.deep.equal(['gil@acme.test']);
    await page.mouse.click(5, 5);
    await dialog.waitFor({ state: 'detached' });
    // So it can when the dialog was closed before the answer.
    await openDialog(page);
    const release = await hold(page, '**/invitations');
    await submit(dialog).click();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    release();
    await page.locator('.toast').getByRole('button', { name: 'Undo' }).waitFor();
    expect(await focused(page)).to.equal('Invite people');
  });

  it('is the same once, however often the button is pressed and however the network fails', async () => {
    const { page, dialog } = await opened({ ignore: cutOff });
    await add(dialog, 'Hal Haddad <hal@acme.test>');
    await dialog.getByLabel('Personal message').fill('Welcome, Hal');
    // The answer is lost on its way, and so is every repetition.
    let reached = 0;
    await page.route('**/invitations', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      if (reached++ === 0) await route.fetch();
      await route.abort('failed');
    });
    await submit(dialog).dblclick();
    await dialog.getByRole('alert').getByText('The server cannot be reached. Nothing was lost; try again.').waitFor();
    expect(await addresses(dialog)).to.deep.equal(['hal@acme.test']);
    expect(await dialog.getByLabel('Personal message').inputValue()).to.equal('Welcome, Hal');
    await expectSound(page);
    // Whoever closes the dialog meanwhile hears of it, too.
    const failures = page.locator('.toast').getByText('The server cannot be reached.');
    await submit(dialog).click();
    await page.keyboard.press('Escape');
    await failures.waitFor();
    await openDialog(page);
    await page.unroute('**/invitations');
    await page.clock.install();
    await page.clock.fastForward(21_000);
    await submit(dialog).click();
    // The same request again, not a second invitation: its answer is that of the first, and so is its mail.
    await dialog.getByRole('heading', { name: '1 person is invited' }).waitFor();
    expect(await outcomes(dialog)).to.deep.equal(['Hal Haddad hal@acme.test Invited. The mail is on its way.']);
    expect(await dialog.getByRole('button', { name: 'Undo' }).count()).to.equal(0);
    expect((await found('hal@')).length).to.equal(1);
  });

  it('is held when asked for: seats are reserved, nobody gets a mail until somebody sends it', async () => {
    const before = await free();
    await customer.admin.invitations.create(suite.org, { people: [{ email: 'jo@acme.test' }], delaySeconds: 3600 });
    const { page, dialog } = await opened();
    expect(await page.locator('[part=held]').count()).to.equal(0);
    await add(dialog, 'Kim Koh <kim@acme.test>, lou@acme.test, jo@acme.test');
    await dialog.getByText('1 already here').waitFor();
    await dialog.getByRole('button', { name: 'Hold mails' }).click();
    await dialog.getByRole('heading', { name: '2 people are held, 1 person is invited' }).waitFor();
    expect(await outcomes(dialog)).to.deep.equal([
      'Kim Koh kim@acme.test Held. No mail is sent until you send it.',
      'lou@acme.test Held. No mail is sent until you send it.',
      'jo@acme.test Invited before: the link still works, nothing was sent.',
    ]);
    expect(await dialog.getByRole('button', { name: 'Undo' }).count()).to.equal(0);
    expect([await status('kim'), await free()]).to.deep.equal([['staged'], before - 3]);
    await expectSound(page);
    await dialog.getByRole('button', { name: 'Review and send' }).click();
    const held = page.locator('dialog[open]');
    await held.getByRole('heading', { name: '2 people are held' }).waitFor();
    expect((await held.locator('.outcomes li').allInnerTexts()).map(plain)).to.deep.equal([
      await expiring('lou@acme.test'),
      await expiring('kim@acme.test'),
    ]);
    await expectSound(page);
    await page.keyboard.press('Escape');
    expect(await page.locator('[part=held]').innerText()).to.equal('2 people held');
    // Whoever opens the form is told, too.
    await openDialog(page);
    await dialog.getByText('2 people are held: no mail yet.').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('[part=held]').click();
    await held.getByRole('button', { name: 'Send 2 mails' }).click();
    await page.locator('.toast').getByText('2 mails are on their way').waitFor();
    await customer.smtp.waitFor(({ to }) => to.includes('kim@acme.test'));
    await customer.smtp.waitFor(({ to }) => to.includes('lou@acme.test'));
    await page.locator('[part=held]').waitFor({ state: 'detached' });
    // The button that opened the list is gone with it.
    expect(await focused(page)).to.equal('Invite people');
    expect([await status('kim'), await free()]).to.deep.equal([['invited'], before - 3]);
  });

  it('says whose held mail could not be sent and why, and sends the others', async () => {
    const people = Array.from({ length: 6 }, (_, i) => ({ email: `moe${i}@acme.test` }));
    const { results } = await customer.admin.invitations.create(suite.org, { people, delivery: 'hold' });
    const { page } = await opened({ ignore: [/403/] });
    await page.keyboard.press('Escape');
    await page.route(`**/invitations/${results[2]!.invitation!.id}/send`, (route) =>
      route.fulfill({
        status: 403,
        contentType: 'application/problem+json',
        body: JSON.stringify({ type: 'about:blank', title: 'No', status: 403, code: 'not_allowed', detail: 'No.' }),
      }),
    );
    await page.locator('[part=held]').click();
    const held = page.locator('dialog[open]');
    await listen(page);
    await held.getByRole('button', { name: 'Send 6 mails' }).click();
    await page.waitForFunction(() => document.title.endsWith('refused'));
    await allow(page);
    // Pressing twice closes nothing before the answer.
    await held.getByRole('button', { name: 'Send 6 mails' }).dblclick();
    await held.getByRole('heading', { name: '1 person is held' }).waitFor();
    expect((await held.locator('.outcomes li').allInnerTexts()).map(plain)).to.deep.equal([
      'moe2@acme.test You do not have the right to do this. Ask an admin of your organization.',
    ]);
    await held.getByText('5 mails are on their way').first().waitFor();
    expect(await focused(page)).to.equal('1 person is held');
    const sent = people.map(({ email }) => email).filter((email) => !email.startsWith('moe2'));
    expect(await page.title()).to.equal(`heard before sent 6 refused before sent 6 sent ${sent}`);
    await expectSound(page);
    await page.unrouteAll();
    // Whoever has gone on in the page meanwhile keeps the focus.
    const release = await hold(page, '**/send');
    await held.getByRole('button', { name: 'Send 1 mail' }).click();
    await page.keyboard.press('Escape');
    await held.waitFor({ state: 'detached' });
    await page.evaluate(() => document.body.appendChild(document.createElement('textarea')).focus());
    release();
    await page.locator('.toast').getByText('1 mail is on its way').waitFor();
    await page.locator('[part=held]').waitFor({ state: 'detached' });
    await page.locator('textarea:focus').waitFor();
    expect(await status('moe')).to.deep.equal(Array(6).fill('invited'));
  });

  async function expiring(email: string): Promise<string> {
    const [member] = await found(email);
    return `${email} Expires ${formatsFor('en').date(member!.invitation!.expiresAt)}`;
  }
});
