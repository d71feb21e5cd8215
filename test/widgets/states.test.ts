import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { allStates, type WidgetState } from '../../examples/gallery/page/states.ts';
import { readReference } from '../../widgets/manifest/read-reference.ts';
import { describeInBrowser } from '../support/browser.ts';
import { place, tags, useGuests } from './guest-page.ts';
import { findUnsound } from './widget-page.ts';

const { common, widgets } = readReference();

describeInBrowser('every state of the gallery', function () {
  this.timeout(180_000);
  const guests = useGuests();
  const seen = new Map<string, Set<string>>();

  for (const tag of tags) {
    const states = allStates.filter((state) => state.tag === tag);
    // What covers the page has one to itself; so has a group manager, because landmarks of one page have names of their own.
    const isAlone = ({ covers }: WidgetState) => covers || tag === 'seatkit-group-manager';
    const pages = [states.filter((state) => !isAlone(state)), ...states.filter(isAlone).map((state) => [state])].map((shown) =>
      shown.map(({ name }) => name),
    );
    it(`is accessible and fits, wide and narrow, light and dark: ${tag}`, async () => {
      const page = await guests.open({ css: ':root { color-scheme: light dark }', body: () => `<main>${place(tag)}</main>` });
      const wrong: string[] = [];
      for (const shown of pages.filter(({ length }) => length > 0)) {
        await guests.replace(page, tag, shown);
        for (const part of await partsOf(page)) seen.set(tag, (seen.get(tag) ?? new Set()).add(part));
        wrong.push(...(await findUnsound(page)).map((one) => `${shown.join(', ')}: ${one}`));
      }
      expect(wrong).to.deep.equal([]);
    });
  }

  for (const tag of tags) {
    it(`shows every part and slot of ${tag} that is documented, and no other part`, async () => {
      const { parts, slots } = widgets.find((widget) => widget.tag === tag)!;
      const documented = [...parts, ...common.parts].map(({ name }) => name);
      const found = [...(seen.get(tag) ?? [])];
      expect(found.filter((name) => !name.startsWith('slot ')).sort()).to.deep.equal(documented.sort());
      expect(found.filter((name) => name.startsWith('slot ')).sort()).to.deep.equal(slots.map(({ name }) => `slot ${name}`).sort());
    });
  }
});

/** The parts of the widgets of a page that the page can reach, and their slots. */
function partsOf(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const inside = (element) => [...(element.shadowRoot?.querySelectorAll('*') ?? [])].flatMap((one) => {
      const exported = (one.getAttribute('exportparts') ?? '').split(',').map((name) => name.trim());
      const own = one.localName === 'slot' ? ['slot ' + one.name] : [...one.part];
      return [...own, ...inside(one).filter((name) => exported.includes(name))];
    });
    return [...new Set([...document.querySelectorAll('[data-tag]')].flatMap((place) => inside(place.firstElementChild)))];
  })()`) as Promise<string[]>;
}
