import { expect } from 'chai';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { collectProblems, describeInBrowser, launchBrowser, runAxe } from '../support/browser.ts';
import { eventually } from '../support/customer.ts';
import { type Demo, startDemo } from '../support/demo.ts';

interface Mail {
  readonly to: string;
  readonly sentAt: string;
  readonly subject: string;
  readonly text: string;
  readonly links: readonly string[];
}

const ursula = { name: 'Ursula Vega', email: 'ursula.vega@acme.test' };
const zoe = { name: 'Zoë Quandt', email: 'zoe.quandt@acme.test' };

describeInBrowser('the demo, from the invitation to the end of a seat', () => {
  let demo: Demo;
  let browser: Browser;
  let carmen: BrowserContext;
  let admin: Page;
  let invitee: BrowserContext;
  let atFirst: Record<string, number>;
  let invitedAt: number;
  const problems: string[][] = [];

  /** A person at a browser of their own, of whose pages every console error and every policy violation is kept. */
  const sitDown = async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
    context.setDefaultTimeout(8000);
    return context;
  };
  const openPage = async (context: BrowserContext) => {
    const page = await context.newPage();
    problems.push(collectProblems(page));
    return page;
  };
  const inbox = async (to: string): Promise<Mail[]> => (await fetch(`${demo.origin}/inbox.json?to=${encodeURIComponent(to)}`)).json();
  const rowOf = (name: string): Locator => admin.locator('seatkit-member-list .rows .row', { hasText: name });
  const search = (text: string) => admin.locator('seatkit-member-list input[type=search]').fill(text);

  before(async function () {
    this.timeout(60_000);
    [demo, browser] = await Promise.all([startDemo(), launchBrowser()]);
    carmen = await sitDown();
    invitee = await sitDown();
    admin = await openPage(carmen);
  });
  after(async () => {
    await browser?.close();
    await demo?.remove();
  });

  it('lets the coordinator in with one click and shows what was bought and what is free', async () => {
    await admin.goto(demo.origin);
    await admin.getByRole('button', { name: 'Carmen Ortega' }).click();
    await admin.waitForURL('**/admin');
    atFirst = await figuresOf(admin, 'Academy');
    expect(atFirst.Bought).to.equal(190);
    expect(atFirst.Free).to.be.above(2);
    expect(await runAxe(admin)).to.deep.equal([]);
  });

  it('takes two pasted people, says what that does to the seats, and takes them back', async () => {
    await admin.getByRole('button', { name: 'Invite people' }).first().click();
    const dialog = admin.locator('dialog.invite[open]');
    await dialog.locator('.pool').first().waitFor();
    await paste(admin, carmen, `${ursula.name} <${ursula.email}>, ${zoe.name} <${zoe.email}>`);
    expect(await dialog.locator('.entry').count()).to.equal(2);
    expect(await dialog.locator('.arith').innerText()).to.contain(`${atFirst.Free} of ${atFirst.Bought} free, this takes 2`);
    await dialog.getByRole('button', { name: 'Invite 2 people' }).click();
    await dialog.getByRole('heading', { name: '2 people are invited' }).waitFor();
    await untilFigures(admin, { Reserved: atFirst.Reserved! + 2, Free: atFirst.Free! - 2 });

    await dialog.getByRole('button', { name: 'Undo' }).click();
    await dialog.getByText('Taken back. 2 invitations are revoked').first().waitFor();
    await untilFigures(admin, atFirst);
    // What was typed is still there, so that it can be mended and sent again.
    expect(await dialog.locator('.entry').count()).to.equal(2);
    await dialog.getByRole('button', { name: `Remove ${ursula.email} from the list` }).click();
    invitedAt = Date.now();
    await dialog.getByRole('button', { name: 'Invite 1 person' }).click();
    await dialog.getByRole('heading', { name: '1 person is invited' }).waitFor();
    await dialog.getByRole('button', { name: 'Done' }).click();

    await search(ursula.name);
    await admin.getByText('Nobody found').waitFor();
    await search(zoe.name);
    await rowOf(zoe.name).getByText('Invited').waitFor();
  });

  it('shows in the vendor’s chooser the customer of the page, also after going back', async () => {
    const vendor = await sitDown();
    const page = await openPage(vendor);
    await page.goto(demo.origin);
    await page.locator('button[name=person][value="vendor@lms.test"]').first().click();
    await page.waitForURL('**/admin');
    const chooser = page.locator('.chooser select');
    const chosen = () => chooser.evaluate((select) => (select as HTMLSelectElement).selectedOptions[0]!.textContent);
    const first = await chosen();
    const other = (await chooser.locator('option').allInnerTexts()).find((name) => name !== first)!;
    await chooser.selectOption({ label: other });
    await page.waitForURL('**/admin?organization=*');
    expect(await chosen()).to.equal(other);
    await page.goBack();
    await page.waitForURL('**/admin');
    await page.locator('.crumb', { hasText: first! }).waitFor();
    expect(await chosen()).to.equal(first);
    await vendor.close();
  });

  it('mails the invited person after the time for undoing, and nobody who was taken back', async function () {
    this.timeout(60_000);
    const mail = (await eventually(async () => (await inbox(zoe.email))[0], 30_000)) as Mail;
    expect(Date.parse(mail.sentAt) - invitedAt).to.be.at.least(20_000);
    expect(mail.subject).to.equal('Carmen Ortega invites you to Acme Industries');
    expect(mail.text).to.contain('on Fernhill Learning').and.contain('Academy');
    expect((await inbox(ursula.email)).length).to.equal(0);
    expect((await inbox(zoe.email)).length).to.equal(1);

    const page = await openPage(invitee);
    await page.goto(mail.links.find((link) => link.includes('/join/'))!);
    expect(await runAxe(page)).to.deep.equal([]);
    // As people press buttons: the second press must not take the session of the first away.
    await page.getByRole('button').dblclick();
    await page.waitForURL('**/courses');
    const link = mail.links.find((one) => one.includes('/join/'))!;
    // Once more from the mail: the same person is told so, anybody else finds a dead link.
    expect((await page.goto(link))?.status()).to.equal(200);
    expect((await fetch(link)).status).to.equal(404);
    const answer = await page.goto(`${demo.origin}/courses/course-1`);
    expect(answer?.status()).to.equal(200);
    expect(await page.locator('h1').innerText()).to.equal('Working well together');
  });

  it("shows the row in the host's own table, the member as active and the seat as assigned", async () => {
    const page = await openPage(invitee);
    await page.goto(`${demo.origin}/enrolments`);
    const newest = page.locator('.db tbody tr').first();
    expect(await newest.innerText()).to.match(/zoe\.quandt\s+course-1/);
    await page.close();

    await admin.reload();
    await untilFigures(admin, { Reserved: atFirst.Reserved!, Assigned: atFirst.Assigned! + 1, Free: atFirst.Free! - 1 });
    await search(zoe.name);
    expect(await rowOf(zoe.name).innerText())
      .to.contain('Active')
      .and.contain('Assigned')
      .and.contain('Academy');
  });

  it('says what a deactivation does and why, then ends access and session', async () => {
    await rowOf(zoe.name)
      .getByRole('button', { name: `More for ${zoe.name}` })
      .click();
    await admin.getByRole('menuitem', { name: 'Deactivate' }).click();
    const dialog = admin.locator('dialog.question[open]');
    await dialog.getByText('The seat stays consumed').waitFor();
    expect(await dialog.innerText())
      .to.match(/Zoë Quandt opened Academy on .+\. A seat that was used is not given back\./)
      .and.contain(`Free stays at ${atFirst.Free! - 1}.`)
      .and.contain('Sign-in is blocked');
    await dialog.getByRole('button', { name: 'Deactivate' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await rowOf(zoe.name).getByText('Deactivated').waitFor();
    await untilFigures(admin, { Consumed: atFirst.Consumed! + 1, Assigned: atFirst.Assigned!, Free: atFirst.Free! - 1 });

    await eventually(async () => (await invitee.request.get(`${demo.origin}/me`)).status() === 401);
    const answer = await invitee.request.get(`${demo.origin}/courses/course-1`, { maxRedirects: 0 });
    expect([answer.status(), answer.headers().location]).to.deep.equal([303, '/login?returnTo=%2Fcourses%2Fcourse-1']);
    expect(await (await fetch(`${demo.origin}/enrolments.json?email=${zoe.email}`)).json()).to.deep.equal([]);
  });

  it('closes the course to somebody whose account is not the customer’s, and leaves the account alone', async () => {
    const lina = await sitDown();
    const page = await openPage(lina);
    await page.goto(demo.origin);
    await page.getByRole('button', { name: 'Lina Haddad' }).first().click();
    await page.waitForURL('**/courses');
    expect((await lina.request.get(`${demo.origin}/courses/course-1`)).status()).to.equal(200);

    await search('learner@acme.test');
    await rowOf('Lina Haddad').getByRole('button', { name: 'More for Lina Haddad' }).click();
    await admin.getByRole('menuitem', { name: 'Remove from organization' }).click();
    const dialog = admin.locator('dialog.question[open]');
    await dialog.getByText('Sign-in stays').waitFor();
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await admin.getByText('Nobody found').waitFor();

    expect((await lina.request.get(`${demo.origin}/courses/course-1`)).status()).to.equal(403);
    expect(await (await lina.request.get(`${demo.origin}/me`)).json()).to.deep.equal({ email: 'learner@acme.test' });
    await lina.close();
  });

  it('broke no policy and left no error in any console', () => {
    expect(problems.flat()).to.deep.equal([]);
  });
});

/** The figures of a pool as the seat meter shows them, by their labels. */
async function figuresOf(page: Page, pool: string): Promise<Record<string, number>> {
  const parts = page
    .locator('seatkit-seat-meter section.meter', { has: page.getByRole('heading', { name: pool, exact: true }) })
    .locator('.sum > div');
  await parts.first().waitFor();
  return Object.fromEntries(
    await parts.evaluateAll((all) =>
      all.map((part) => [part.querySelector('dt')!.textContent!.trim(), Number(part.querySelector('dd')!.textContent)]),
    ),
  );
}

async function untilFigures(page: Page, wanted: Record<string, number>): Promise<void> {
  let shown: Record<string, number> = {};
  await eventually(async () => {
    shown = await figuresOf(page, 'Academy');
    return Object.entries(wanted).every(([label, value]) => shown[label] === value);
  }).catch(() => expect(shown).to.include(wanted));
  expect(shown.Assigned! + shown.Reserved! + shown.Consumed! + shown.Free!).to.equal(shown.Bought);
}

/** Pastes as people do: out of the clipboard, with the keyboard. */
async function paste(page: Page, context: BrowserContext, text: string): Promise<void> {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+V');
}
