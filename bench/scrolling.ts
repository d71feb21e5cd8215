import type { CDPSession, Page } from 'playwright-core';
import { seedPeople } from '../test/server-plugin/scan-seed.ts';
import { customerPage, document, listPage } from './customer-page.ts';
import { compare, limit } from './ratio.ts';

const PEOPLE = 100_000;
const FRAMES = 300;

/** Scrolls the page from its top to its end in so many frames, and answers how many of them came later than the next beat of the screen. */
const scroll = `(async () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const end = document.documentElement.scrollHeight - innerHeight;
  let late = 0;
  let before = await frame();
  for (let n = 1; n <= ${FRAMES}; n += 1) {
    scrollTo(0, (end * n) / ${FRAMES});
    const now = await frame();
    late += Math.max(0, Math.round((now - before) / (1000 / 60)) - 1);
    before = now;
  }
  return late;
})()`;

/** 100,000 members from the first to the last: frames dropped beside an empty page of the same height, and memory before and after. */
export async function scrolling(): Promise<boolean> {
  const place = await customerPage((id) => ({ 'list.html': listPage(id), 'empty.html': document('', '') }));
  try {
    const { customer, open } = place;
    await seedPeople(customer.host.db, customer.organization.id, PEOPLE, { groupIds: [], poolIds: [], roleProfileIds: [] });
    const list = await open('list.html');
    await list.locator('.rows .row:not(.bones)').first().waitFor();
    // The list learns its height from its rows, so it is seen to the end once.
    await list.evaluate(scroll);
    const height = await list.evaluate('document.documentElement.scrollHeight');
    const empty = await open('empty.html');
    await empty.evaluate(`document.body.append(Object.assign(document.createElement('canvas'), { id: 'tall' }))`);
    await empty.addStyleTag({ content: `#tall { display: block; width: 1px; height: ${height}px }` });
    const measure = (page: Page) => async () => {
      await page.bringToFront();
      await page.evaluate('scrollTo(0, 0)');
      await page.waitForTimeout(300);
      // One is added to both, so that a run without a late frame can be divided by.
      return 1 + ((await page.evaluate(scroll)) as number);
    };
    const session = await list.context().newCDPSession(list);
    const before = await heap(session);
    const smooth = await compare(
      {
        title: `Late frames over ${PEOPLE.toLocaleString('en')} members, ${FRAMES} frames from end to end`,
        unit: 'frames, and one',
        atMost: 1,
        ours: { name: 'member list', measure: measure(list) },
        theirs: { name: 'empty page of the same height', measure: measure(empty) },
      },
      3,
    );
    const flat = limit('Memory after three more times over before them', (await heap(session)) / before, 1.2, '×');
    return smooth && flat;
  } finally {
    await place.stop();
  }
}

/** What the page's scripts hold, after the garbage has been collected. */
async function heap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}
