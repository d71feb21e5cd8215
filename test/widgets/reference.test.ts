import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { customElements } from '../../widgets/manifest/custom-elements.ts';
import { cssData, htmlData, webTypes } from '../../widgets/manifest/editor-data.ts';
import { markdown } from '../../widgets/manifest/markdown.ts';
import { readReference } from '../../widgets/manifest/read-reference.ts';
import { describeInBrowser } from '../support/browser.ts';
import { places, tags, useGuests } from './guest-page.ts';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const namesIn = (types: string) => [...types.matchAll(/'([^']+)'/g)].map(([, name]) => name);
const reference = readReference();

describe('the reference of the widgets', () => {
  it('docs/widgets.md says what the comments say (npm run manifest writes it)', () => {
    expect(read('docs/widgets.md')).to.equal(markdown(reference));
  });

  it('names every element with its class, and every event with its type, for TypeScript', () => {
    const events = reference.widgets.flatMap(({ events }) => [...events, ...reference.common.events]);
    for (const { name, className } of events) expect(read('widgets/src/events.ts')).to.include(`'${name}': ${className};`);
    for (const { tag, className } of reference.widgets) {
      const folder = tag.replace('seatkit-', '');
      expect(read(`widgets/src/${folder}/${folder}.ts`)).to.include(`'${tag}': ${className};`);
    }
    expect(reference.widgets.map(({ tag }) => tag)).to.have.members(tags);
  });

  it('has the ten custom properties that the style sheets read, with the values they fall back on', () => {
    const tokens = read('widgets/src/styles/tokens.styles.ts');
    const used = new Set([...tokens.matchAll(/var\((--seatkit-[\w-]+)/g)].map(([, name]) => name));
    expect(reference.cssProperties.map(({ name }) => name))
      .to.have.members([...used])
      .and.have.lengthOf(10);
    for (const { name, default: value } of reference.cssProperties) {
      if (name === '--seatkit-focus') continue; // it falls back on another one
      expect(tokens).to.include(`var(${name}, var(--_host-${name.slice('--seatkit-'.length)}, ${value}))`);
    }
  });

  it('has every property and event in the React components', () => {
    const react = read('widgets/src/react.ts');
    expect(namesIn(/type Common = ([^;]+)/.exec(react)![1]!)).to.have.members(reference.common.properties.map(({ name }) => name));
    for (const { className, properties, events } of reference.widgets) {
      const [, own = ''] = new RegExp(`Component<\\s*${className},([^>]+)>`).exec(react)!;
      expect(namesIn(own), className).to.have.members([...properties, ...events].map(({ name }) => name));
    }
  });

  it('knows every element and event that the pages about frameworks and looks speak of', () => {
    const known = [...tags, ...[reference.common, ...reference.widgets].flatMap(({ events }) => events.map(({ name }) => name))];
    for (const page of ['react', 'vue', 'angular', 'theming', 'words', 'accessibility', 'integration']) {
      const spoken = [...read(`docs/${page}.md`).matchAll(/(?<=[<@(`'"])seatkit-(?:[a-z]+-?)+\b/g)].map(([name]) => name);
      expect(
        spoken.filter((name) => !known.includes(name)),
        page,
      ).to.deep.equal([]);
    }
  });

  it('tells tools and editors the same', () => {
    const { modules } = customElements(reference) as { modules: { declarations: { tagName: string; attributes: { name: string }[] }[] }[] };
    const [list] = modules[0]!.declarations.filter(({ tagName }) => tagName === 'seatkit-member-list');
    expect(list!.attributes.map(({ name }) => name)).to.include.members(['hash', 'base-url', 'appearance']);
    const { tags: inHtml } = htmlData(reference) as { tags: { name: string; attributes: { name: string; values?: object[] }[] }[] };
    expect(inHtml.map(({ name }) => name)).to.have.members(tags);
    expect(inHtml[0]!.attributes.find(({ name }) => name === 'appearance')?.values).to.deep.equal([{ name: 'inherit' }]);
    expect((cssData(reference) as { properties: object[] }).properties).to.have.lengthOf(10);
    expect(JSON.stringify(webTypes(reference, '1.2.3')))
      .to.include('"seatkit-invited"')
      .and.include('"1.2.3"');
  });
});

describeInBrowser('the attributes of the widgets', () => {
  const guests = useGuests();

  it('are those of the reference', async () => {
    const page = await guests.open({ body: () => `<main><h1>A page</h1>${places(tags)}</main>` });
    for (const { tag, properties } of reference.widgets) {
      const documented = [...properties, ...reference.common.properties].flatMap(({ attribute }) => attribute ?? []);
      expect(await page.evaluate(`customElements.get('${tag}').observedAttributes`), tag).to.have.members(documented);
    }
  });
});
