import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Dictionary } from '../../widgets/src/words/dictionary.ts';
import { type Formats, formatsFor } from '../../widgets/src/words/formats.ts';
import { snippetWith } from '../docs/snippets.ts';
import { describeInBrowser } from '../support/browser.ts';
import { useWidgets } from './widget-page.ts';

const folder = fileURLToPath(new URL('../../widgets/src/words', import.meta.url));
const parts = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : []));
const languages = ['en', 'de', 'de-informal', 'fr', 'nl'] as const;

async function loaded(part: string, locale: string): Promise<object> {
  const dictionaries = Object.values(await import(`${folder}/${part}.ts`)) as Dictionary<object>[];
  const words = dictionaries.find((value) => typeof value?.for === 'function');
  await words?.load(locale);
  return words?.for(locale) ?? {};
}

/** Every sentence of a part in a language, by its key, put together where it holds names and numbers. */
async function sentences(part: string, locale: string): Promise<[key: string, text: string][]> {
  return textsOf(await loaded(part, locale));
}

/** The language in which a part then speaks; English, when it has not the one that was asked for. */
async function languageOf(part: string, locale: string): Promise<unknown> {
  return ((await loaded(part, locale)) as { language?: string }).language;
}

/** Three of everything: as a number, as a name and as a pool. */
const three = Object.assign(Object(3), { atLeast: 3, quantity: 3, assigned: 3, reserved: 3, consumed: 3, free: 3 });

function textsOf(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, word]): [string, string][] => {
    if (['number', 'date', 'when', 'language'].includes(key)) return [];
    if (typeof word === 'object') return textsOf(word, `${path}${key}.`);
    return [[path + key, typeof word === 'string' ? word : word(three, three, three)]];
  });
}

describe('the words of the widgets', () => {
  it('say everything in every language, with names and numbers in their places', async () => {
    expect(parts).to.include.members(['core', 'departure', 'group', 'invite']);
    for (const part of parts) {
      const english = (await sentences(part, 'en')).map(([key]) => key);
      for (const language of languages) {
        const said = await sentences(part, language);
        expect(await languageOf(part, language), `${part} has words of its own in ${language}`).to.equal(language.split('-')[0]);
        expect(said.map(([key]) => key)).to.include.members(english);
        for (const [key, text] of said)
          expect(text, `${part} ${language} ${key}`)
            .to.match(/\S/)
            .and.not.match(/undefined|NaN|\[object|#/);
      }
    }
  });

  it('have every key once, so that a page can replace it by that name', async () => {
    const own = await Promise.all(parts.map(async (part) => Object.keys((await import(`${folder}/${part}/en.ts`)).en({}))));
    const keys = own.flat();
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).to.deep.equal([]);
  });

  it('count by the plural forms of a language, also of one that has more than two', () => {
    const inPolish = formatsFor('pl') as Formats<'few' | 'many'>;
    const people = (n: number) => inPolish.count(n, '# osoba', '# osoby', { few: '# osoby', many: '# osób' });
    expect([1, 2, 5, 22, 25].map(people)).to.deep.equal(['1 osoba', '2 osoby', '5 osób', '22 osoby', '25 osób']);
    // French has a form of its own for millions, which reads as any other here.
    expect(formatsFor('fr').count(1_000_000, '# membre', '# membres')).to.match(/membres$/);
  });

  it('say du and never Sie in informal German', async () => {
    // „Ihre Personen“ are here those of a group.
    const spokenOf = ['chooseGroupNote', 'noManagedGroupsNote', 'deleteGroupNote'];
    const formal = /\b(Sie|Ihnen|Ihr(e[mnrs]?)?)\b/;
    for (const part of parts) {
      const informal = await sentences(part, 'de-informal');
      expect(informal.filter(([key, text]) => formal.test(text) && !spokenOf.includes(key))).to.deep.equal([]);
    }
  });

  it('keep to French typography, in which zero is singular', async () => {
    for (const part of parts) {
      const said = await sentences(part, 'fr');
      expect(said.filter(([, text]) => / [:;?!»]|« |'|\.\.\./.test(text))).to.deep.equal([]);
    }
    const { core } = await import('../../widgets/src/words/core.ts');
    await core.load('fr-CA');
    expect([0, 1, 2].map((n) => core.for('fr-CA').members(n))).to.deep.equal(['0 membre', '1 membre', '2 membres']);
  });
});

describeInBrowser('words of the page instead of ours', () => {
  const { customer, open } = useWidgets();
  let amara: string;

  before(async () => {
    amara = (await customer.host.userByEmail('admin@acme.test'))!.id;
    await customer.pool({ product: 'course-1', name: 'Base', quantity: 1200 });
  });

  it('are shown at once by widgets already on the page, in every part, and follow the more special tag', async () => {
    const page = await open(['seatkit-seat-meter get-seats', 'seatkit-invite-dialog', 'seatkit-member-list'], { as: amara, lang: 'de' });
    await page.getByRole('button', { name: 'Personen einladen' }).waitFor();
    await page.locator('.rows .row').first().waitFor();
    await page.evaluate(`import('/seatkit/assets/seatkit.js').then(({ setWords }) => {
      setWords('de', { invitePeople: 'Kollegen dazuholen', seat: { free: 'Übrig' }, addresses: 'Wen?' });
      setWords('de-AT', { bought: 'Gekauft' });
      setWords('de', { seat: null, members: null, bought: undefined });
      ${snippetWith('docs/words.md', 'js', 'f.count')}
    })`);
    await page.getByRole('button', { name: 'Kollegen dazuholen' }).click();
    await page.locator('dialog[open]').getByText('Wen?').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('seatkit-member-list .foot').getByText('1 Kollege').waitFor();
    expect((await page.locator('seatkit-seat-meter .sum').innerText()).replace(/\s+/g, ' ')).to.equal(
      'Erworben 1.200 Zugewiesen 0 Vorgemerkt 0 Verbraucht 0 Übrig 1.200',
    );
    await page.evaluate(() => document.querySelector('seatkit-seat-meter')!.setAttribute('locale', 'de-AT'));
    await page.locator('seatkit-seat-meter dt', { hasText: 'Gekauft' }).waitFor();
    await page.locator('seatkit-seat-meter dt', { hasText: 'Übrig' }).waitFor();
  });

  it('are put in place as the docs say', async () => {
    const page = await open(['seatkit-seat-meter', 'seatkit-invite-dialog'], { as: amara });
    await page.getByRole('button', { name: 'Invite people' }).waitFor();
    const [imported, call] = snippetWith('docs/words.md', 'js', 'import {').split('\n\n');
    await page.evaluate(`${imported!.replace(/^import (\{.*?\}) from ('.*?').*/, 'import($2).then(($1) => {')} ${call} })`);
    await page.getByRole('button', { name: 'Bring colleagues in' }).waitFor();
    await page.locator('seatkit-seat-meter dt', { hasText: 'Open' }).waitFor();
  });

  for (const [lang, invite, free] of [
    ['de-informal', 'Personen einladen', 'Frei 1.200'],
    ['fr', 'Inviter des personnes', 'Disponible 1\u202f200'],
    ['nl-BE', 'Personen uitnodigen', 'Beschikbaar 1.200'],
  ] as const) {
    it(`come from the page's language: ${lang}`, async () => {
      const page = await open(['seatkit-seat-meter', 'seatkit-invite-dialog'], { as: amara, lang });
      await page.getByRole('button', { name: invite }).waitFor();
      await page.locator('seatkit-seat-meter .sum').waitFor();
      expect((await page.locator('seatkit-seat-meter .sum').innerText()).replace(/[^\S\u202f]+/g, ' ')).to.match(new RegExp(`${free}$`));
    });
  }
});
