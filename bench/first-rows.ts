import { seedPeople } from '../test/server-plugin/scan-seed.ts';
import { customerPage, document, listPage } from './customer-page.ts';
import { compare } from './ratio.ts';

/** The least that shows the same people in the same columns: one request, one table, no framework, no style. */
const bareScript = (organizationId: string) => `
const { items } = await (await fetch('/seatkit/v1/organizations/${organizationId}/members?limit=50')).json();
const table = document.createElement('table');
for (const { firstName, lastName, email, role, groups, seats, status } of items) {
  const row = table.insertRow();
  for (const text of [firstName + ' ' + lastName, email, role, groups.map(({ name }) => name).join(), seats.map(({ name }) => name).join(), status])
    row.insertCell().textContent = text;
}
document.body.append(table);`;

/** Says when the first frame with rows in it has been laid out and painted, in milliseconds since the navigation began. Runs before the page's own scripts. */
const watch = `globalThis.shown = new Promise((resolve) => {
  const look = () => {
    const root = document.querySelector('seatkit-member-list')?.shadowRoot ?? document;
    if (!root.querySelector('.rows .row:not(.bones), tr')) return requestAnimationFrame(look);
    // What is posted in a frame comes right after it.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(performance.now());
    port2.postMessage(null);
  };
  look();
})`;

/** From the navigation to the first rows of 10,000 members on screen, with nothing in any cache. */
export async function firstRows(): Promise<boolean> {
  const place = await customerPage((id) => ({
    'list.html': listPage(id),
    'bare.html': document('<script type="module" src="/pages/bare.js"></script>', ''),
    'bare.js': bareScript(id),
  }));
  try {
    const { customer, open } = place;
    await seedPeople(customer.host.db, customer.organization.id, 10_000, { groupIds: [], poolIds: [], roleProfileIds: [] });
    const measure = (path: string) => async () => {
      const page = await open(path, watch);
      const shown = (await page.evaluate('shown')) as number;
      await page.context().close();
      return shown;
    };
    for (const path of ['list.html', 'bare.html']) await measure(path)();
    return await compare(
      {
        title: 'First rows on screen',
        unit: 'ms',
        atMost: 1.3,
        ours: { name: 'member list', measure: measure('list.html') },
        theirs: { name: 'bare fetch and render', measure: measure('bare.html') },
      },
      25,
    );
  } finally {
    await place.stop();
  }
}
