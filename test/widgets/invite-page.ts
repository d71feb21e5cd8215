import type { Group, Pool } from '@seatkit/sdk';
import type { Locator, Page } from 'playwright-core';
import type { Customer, Joined } from '../support/customer.ts';
import { type OpenOptions, useWidgets } from './widget-page.ts';

/** Does nothing where it is shown as text. */
export const payload = '<b onclick=alert(1)>bold</b>';

/** A customer with a class, a team and its group admin, somebody deactivated, and the pools Academy, Pro and Class seats. Filled before the suite's tests. */
export interface InvitePage {
  readonly customer: Customer;
  readonly org: string;
  /** The admin's account. */
  readonly amara: string;
  readonly people: Record<string, Joined>;
  readonly team: Group;
  readonly academy: Pool;
  /** A page with the dialog, and the dialog open. As the admin, unless said otherwise. */
  opened(options?: OpenOptions, tag?: string): Promise<{ page: Page; dialog: Locator }>;
  /** Members found by the beginning of a name or an address. */
  found(q: string): Promise<Awaited<ReturnType<Customer['admin']['members']['list']>>['items']>;
  /** Leaves exactly so many seats of the Academy free. */
  leaveFree(free: number): Promise<void>;
}

export function useInvitePage(): InvitePage {
  const { customer, open } = useWidgets();
  const suite = {
    customer,
    async opened(options: OpenOptions = {}, tag = 'seatkit-invite-dialog') {
      const page = await open([tag], { as: suite.amara, ...options });
      return { page, dialog: await openDialog(page) };
    },
    found: async (q: string) => (await customer.admin.members.list(suite.org, { q })).items,
    async leaveFree(free: number) {
      const { reserved, assigned, consumed } = await customer.admin.pools.get(suite.org, suite.academy.id);
      await customer.operator.pools.update(suite.org, suite.academy.id, { quantity: reserved + assigned + consumed + free });
    },
  } as { -readonly [K in keyof InvitePage]: InvitePage[K] };
  before(async () => {
    suite.org = customer.organization.id;
    suite.amara = (await customer.host.userByEmail('admin@acme.test'))!.id;
    const course = await customer.group(`Class ${payload}`);
    suite.team = await customer.group('Team');
    suite.people = await customer.join([
      {
        email: 'lead@acme.test',
        firstName: 'Gil',
        lastName: 'Lead',
        groups: [{ groupId: suite.team.id, relations: ['manager'], mayManagePeople: true }],
      },
      { email: 'rosa@acme.test', firstName: 'Rosa', lastName: 'Rossi' },
    ]);
    await customer.admin.members.deactivate(suite.org, suite.people.rosa!.memberId);
    await customer.operator.roleProfiles.create(suite.org, { name: 'Trainer' });
    suite.academy = await customer.pool({ product: 'academy', name: 'Academy', assignment: 'automatic', quantity: 100 });
    await customer.pool({ product: 'pro', name: 'Pro', needs: suite.academy.id, quantity: 5 });
    await customer.pool({ product: 'class', name: 'Class seats', groupId: course.id, assignment: 'required', quantity: 2 });
  });
  return suite;
}

/** Presses the button, and waits for what the caller may give away. */
export async function openDialog(page: Page): Promise<Locator> {
  await page.locator('[part=trigger]').click();
  const dialog = page.locator('dialog.invite[open]');
  await dialog.locator('.pane.offer h3').waitFor();
  return dialog;
}

/** Types into the field for addresses and puts it on the list. */
export async function add(dialog: Locator, text: string): Promise<void> {
  await dialog.locator('.draft').fill(text);
  await dialog.locator('.draft').press('Enter');
}

/** Pastes into the field for addresses, as a browser does. */
export function paste(dialog: Locator, text: string): Promise<void> {
  return dialog.locator('.draft').evaluate((field, data) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', data);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    if (!field.dispatchEvent(event)) return;
    (field as HTMLTextAreaElement).setRangeText(data);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);
}

export const submit = (dialog: Locator): Locator => dialog.locator('[part=submit]');
export const arithmetic = async (dialog: Locator): Promise<string> => plain(await dialog.locator('.arith').innerText());
export const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A part of the list by its head, `2 ready`. */
export const section = (dialog: Locator, title: string): Locator =>
  dialog.locator('.found details').filter({ has: dialog.page().getByText(title, { exact: true }) });

/** The texts of the rows of a part of the list. */
export async function rowsOf(dialog: Locator, title: string): Promise<string[]> {
  const part = section(dialog, title);
  await part.waitFor();
  return (await part.locator('.entry').allTextContents()).map(plain);
}

/** The addresses of everybody on the list, wherever they stand. */
export function addresses(dialog: Locator): Promise<string[]> {
  return dialog
    .locator('.entry')
    .evaluateAll((rows) =>
      rows.map((row) => row.querySelector<HTMLInputElement>('[type=email]')?.value ?? row.querySelector('.address')?.textContent ?? ''),
    );
}

/** What the result says of each, name and sentence. */
export const outcomes = async (dialog: Locator): Promise<string[]> => (await dialog.locator('.outcomes > li').allInnerTexts()).map(plain);
