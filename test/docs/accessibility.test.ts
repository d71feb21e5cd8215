import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(join(root, 'docs/accessibility.md'), 'utf8');

/** Every criterion of WCAG 2.2 at the levels A and AA, but those about sound and film. */
const criteria =
  '1.1.1 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.4.1 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.4.7 2.4.11 2.5.1 2.5.2 2.5.3 2.5.4 2.5.7 2.5.8 3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.6 3.3.1 3.3.2 3.3.3 3.3.4 3.3.7 3.3.8 4.1.2 4.1.3';

describe('docs/accessibility.md', () => {
  it('has an answer to every criterion', () => {
    expect(criteria.split(' ').filter((number) => !new RegExp(`(?<![\\d.])${number}(?![\\d.]\\d)`).test(page))).to.deep.equal([]);
  });

  it('names tests that there are', () => {
    const cited = [...page.matchAll(/`((?:demo\/)?[\w-]+\.test\.ts)`: ([^`|*]+)/g)].flatMap(([, file = '', titles = '']) =>
      titles.split(/; |\. /).flatMap((title) => (title.trim() ? [{ file, title: title.trim().replace(/\.$/, '') }] : [])),
    );
    expect(cited.length).to.be.above(40);
    /** The titles of a file, and the cases that stand in them, with anything where something is put in. */
    const titlesIn = (file: string) =>
      [...readFileSync(join(root, folder(file), file), 'utf8').matchAll(/\bit\(\s*(['"`])(.*?)\1,|^ +'(.*?)': \{/gm)].map(
        ([, , title, name]) => title?.replace(/\$\{.*?\}/g, '…') ?? name ?? '',
      );
    const begins = (title: string, cited: string) => title.startsWith(cited) && !/\p{L}/u.test(title.charAt(cited.length));
    const folder = (file: string) => (readdirSync(join(root, 'test/widgets')).includes(file) ? 'test/widgets' : 'test');
    const missing = cited.filter(({ file, title }) => !titlesIn(file).some((known) => begins(known, title)));
    expect(missing).to.deep.equal([]);
  });
});
