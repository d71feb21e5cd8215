import { expect } from 'chai';
import type { MailBody } from '../../server-plugin/src/outbox/mails/layout.ts';
import type { PageFacts } from '../../server-plugin/src/words/join.words.ts';
import type { MailFacts } from '../../server-plugin/src/words/mail.words.ts';
import { type Language, type WordsOption, wordsWith } from '../../server-plugin/src/words/words.ts';
import { eventually, linkIn, useCustomer } from '../support/customer.ts';
import type { ReceivedMail } from '../support/smtp.ts';

/** Each language, and a locale of somebody who reads it: a country's variant where there is one. */
const locales: Record<Language, { locale: string; tag: string; date: RegExp }> = {
  en: { locale: 'en-GB', tag: 'en-GB', date: /\d{1,2} [A-Z][a-z]+ 20\d\d at \d\d:\d\d UTC/ },
  de: { locale: 'de-AT', tag: 'de-AT', date: /\d{1,2}\. \p{Lu}\p{Ll}+ 20\d\d um \d\d:\d\d UTC/u },
  'de-informal': { locale: 'de-informal', tag: 'de', date: /\d{1,2}\. \p{Lu}\p{Ll}+ 20\d\d um \d\d:\d\d UTC/u },
  nl: { locale: 'nl-BE', tag: 'nl-BE', date: /\d{1,2} [a-z]+ 20\d\d om \d\d:\d\d UTC/ },
  fr: { locale: 'fr-CA', tag: 'fr-CA', date: /\d{1,2} \p{Ll}+ 20\d\d à \d\d h \d\d UTC/u },
};
const languages = Object.keys(locales) as Language[];
const others = languages.filter((language) => language !== 'en');

const placeholder = /undefined|null|NaN|\[object|\$\{|[{}<>]|\(\)| {2}|^\s|\s$/;
const english = /\b(the|you|your|this|that|and|with|from|please|nothing|been|are|to|not)\b/i;
/** What a language never says: the other way of addressing people, and typography that is not its own. */
const wrong: Partial<Record<Language, RegExp>> = {
  de: /\b(du|dir|dich|deine?[rmns]?)\b/i,
  'de-informal': /\b(Sie|Ihnen|Ihre?[rmns]?)\b/,
  nl: /\b(u|uw)\b/i,
  fr: /(?<!\p{L})(tu|toi|ton|ta|tes)(?!\p{L})|[^\u00a0][:;?!](\s|$)|'/iu,
};

/** Every sentence of a language, with an inviter and without. */
function sentences(language: Language): string[] {
  const facts: MailFacts & PageFacts = {
    site: 'Fernhill',
    organization: 'Acme',
    inviter: 'Ada Lovelace',
    firstName: 'Bob',
    lastName: 'Miller',
    expires: '31.12.',
    email: 'bob@x.example',
    oldEmail: 'old@x.example',
    newEmail: 'new@x.example',
  };
  const said = (word: unknown, about: MailFacts & PageFacts): string[] => {
    if (word === null) return [];
    if (typeof word === 'function') return said((word as (given: object) => unknown)(about), about);
    return typeof word === 'string' ? [word] : Object.values(word as object).flatMap((inner) => said(inner, about));
  };
  const words = wordsWith(undefined)[language];
  return [...said(words, facts), ...said(words, { ...facts, inviter: null, firstName: '', lastName: '' })];
}

describe('the words of mail and join page', () => {
  for (const language of languages) {
    it(`are whole in ${language}: nothing left open, nothing left in English, one way of addressing people`, () => {
      const ours = sentences(language);
      const source = sentences('en');
      expect(ours).to.have.length(source.length);
      for (const [at, sentence] of ours.entries()) {
        expect(sentence).to.not.match(placeholder);
        if (wrong[language]) expect(sentence).to.not.match(wrong[language]);
        if (language === 'en') continue;
        expect(sentence).to.not.equal(source[at]);
        expect(sentence).to.not.match(english);
      }
    });
  }

  describe('as people get them', () => {
    const customer = useCustomer({ options: { mailFrom: 'Fernhill <no-reply@lms.test>' } });
    const pools: Record<string, string> = {};
    before(async () => {
      for (const name of ['Academy', 'Studio'])
        pools[name] = (await customer.pool({ product: name, name, quantity: 100, assignment: 'manual' })).id;
    });
    const id = () => customer.organization.id;
    const mailTo = (address: string, count = 1) =>
      eventually(() => {
        const mails = customer.smtp.mails.filter(({ to }) => to.includes(address));
        return mails.length >= count ? mails : null;
      });
    const attachKnown = (on: boolean) => customer.operator.organizations.update(id(), { settings: { attachKnown: on } });

    /** Lets every kind of mail be sent to people who read a language; by what it is. */
    async function everyMail(language: Language): Promise<Record<string, ReceivedMail>> {
      const { admin, operator, host } = customer;
      const { locale } = locales[language];
      const address = (name: string) => `${name}@${language}.example`;
      const only = async (name: string) => (await mailTo(address(name)))[0]!;
      const invite = async (by: typeof admin, name: string, products: string[], message?: string) => {
        const person = { email: address(name), firstName: 'Bob', lastName: 'Miller', locale, poolIds: products.map((one) => pools[one]!) };
        const body = { people: [person], ...(message === undefined ? {} : { message }) };
        const [result] = (await by.invitations.create(id(), body)).results;
        return result!.member!.id;
      };
      const memberId = await invite(admin, 'none', []);
      await invite(operator, 'one', ['Academy']);
      await invite(admin, 'two', ['Academy', 'Studio'], 'Hi!');
      for (const name of ['known', 'at-once', 'by-us']) await host.addUser({ email: address(name), locale });
      await invite(admin, 'known', []);
      await attachKnown(true);
      await invite(admin, 'at-once', ['Academy']);
      await invite(operator, 'by-us', []);
      await attachKnown(false);
      await customer.pressJoin(await only('none'));
      await operator.members.update(id(), memberId, { email: address('moved') });
      const changed = await only('moved');
      await operator.members.update(id(), memberId, { role: 'admin' });
      return {
        'invitation without a product': await only('none'),
        'invitation by the operator': await only('one'),
        'invitation with two products and a message': await only('two'),
        'invitation of a known person': await only('known'),
        'joined at once': await only('at-once'),
        'joined at once by the operator': await only('by-us'),
        'address changed': changed,
        'admin granted': (await mailTo(address('moved'), 2)).at(-1)!,
      };
    }
    const wordsIn = (mail: ReceivedMail) =>
      [mail.subject, ...mail.text.split('\n')].filter((line) => line !== '' && !/^(http| {2}[-|] |-- )/.test(line));

    it('no mail has a gap or a word of another language, in text and in HTML', async function () {
      this.timeout(60_000);
      const source = await everyMail('en');
      for (const language of others) {
        for (const [kind, mail] of Object.entries(await everyMail(language))) {
          const about = `${kind} in ${language}`;
          const lines = wordsIn(mail);
          expect(lines.length, about).to.equal(wordsIn(source[kind]!).length);
          for (const line of lines) {
            expect(line, about).to.not.match(placeholder).and.not.match(english);
            if (wrong[language]) expect(line, about).to.not.match(wrong[language]);
            expect(wordsIn(source[kind]!), about).to.not.include(line);
          }
          expect(mail.html, about).to.include(`<html lang="${locales[language].tag}">`);
          expect(mail.html, about).to.not.match(/undefined|null|NaN|\[object|\$\{/);
          if (kind.startsWith('invitation')) expect(mail.text, about).to.match(locales[language].date);
        }
      }
    });

    it('the list of products stands above one and above two alike, and is gone when there is none', async () => {
      for (const language of languages) {
        const title = wordsWith(undefined)[language].mail.products;
        const [none, one, two] = await Promise.all(
          ['none', 'one', 'two'].map(async (name) => (await mailTo(`${name}@${language}.example`))[0]!.text),
        );
        expect(none).to.not.include(title);
        expect(one).to.include(`${title}\n  - Academy\n\n`);
        expect(two).to.include(`${title}\n  - Academy\n  - Studio\n\n`);
      }
    });

    it('the join page speaks the language of whoever is invited, else what the browser asks for first of those it knows', async () => {
      for (const language of languages) {
        const { join } = wordsWith(undefined)[language];
        const offer = await (await fetch(linkIn((await mailTo(`two@${language}.example`))[0]!))).text();
        expect(offer).to.include(`<html lang="${locales[language].tag}">`).and.include(join.offer.button).and.include(join.products);
        const asked = { 'accept-language': `it, ${locales[language].locale};q=0.8, xx;q=0.7` };
        const closed = await (await fetch(`${customer.host.origin}/seatkit/join/nothing`, { headers: asked })).text();
        expect(closed).to.include(join.closed.title({} as PageFacts));
      }
    });
  });

  describe('of the host', () => {
    const layouts: MailBody[] = [];
    let layOut = async (mail: MailBody): Promise<string> => `<p>${mail.title}</p>`;
    const words: WordsOption = {
      en: {
        mail: { products: 'Your trainings:', invitation: { button: 'Start learning', footer: () => [] } },
        join: { offer: { title: ({ organization }) => `Learn with ${organization}` }, home: 'Back to Fernhill' },
      },
      fr: { mail: { greeting: () => 'Chère lectrice, cher lecteur,' } },
    };
    const customer = useCustomer({
      options: {
        words,
        async mailLayout(mail) {
          layouts.push(mail);
          return layOut(mail);
        },
      },
    });
    const invite = async (email: string, locale = 'en') => {
      const { id } = await eventually(async () => (await customer.admin.pools.list(customer.organization.id)).items[0]);
      await customer.admin.invitations.create(customer.organization.id, {
        people: [{ email, locale, poolIds: [id] }],
        message: 'Bis <b>bald</b>',
      });
    };
    before(() => customer.pool({ product: 'academy', name: 'Academy', quantity: 10, assignment: 'manual' }));

    it('replace ours in mail and on the join page, one by one', async () => {
      await invite('ann@words.test');
      const mail = await customer.smtp.waitFor(({ to }) => to.includes('ann@words.test'));
      expect(mail.text).to.include('Your trainings:\n  - Academy').and.include('Start learning\nhttp').and.include('It works once');
      expect(mail.text).to.not.include('-- ');
      const offer = await (await fetch(linkIn(mail))).text();
      expect(offer).to.include('<h1>Learn with Acme</h1>').and.include('Accept the invitation');
      expect(await (await fetch(`${customer.host.origin}/seatkit/join/nothing`)).text()).to.include('Back to Fernhill');
      await invite('anne@words.test', 'fr');
      const french = await customer.smtp.waitFor(({ to }) => to.includes('anne@words.test'));
      expect(french.text).to.include('Chère lectrice, cher lecteur,').and.include('Accepter l’invitation');
    });

    it('make the HTML of a mail in a layout of their own, the text stays ours', async () => {
      layouts.length = 0;
      await invite('ben@words.test');
      const mail = await customer.smtp.waitFor(({ to }) => to.includes('ben@words.test'));
      expect(mail.html.trim()).to.equal('<p>Your invitation to Acme</p>');
      expect(mail.text).to.include('  | Bis <b>bald</b>');
      expect(layouts).to.have.length(1);
      expect(layouts[0]).to.deep.include({
        lang: 'en',
        subject: mail.subject,
        list: { title: 'Your trainings:', items: ['Academy'] },
        quote: { title: 'Message from Amara Okafor:', text: 'Bis <b>bald</b>' },
        footer: [],
      });
      expect(layouts[0]!.button).to.deep.include({ label: 'Start learning', url: linkIn(mail) });
    });

    it('hold a mail back, not lose it, while the layout fails or answers nothing', async () => {
      for (const failing of [() => Promise.reject(new Error('no template')), async () => '']) {
        const email = `carl${layouts.length}@words.test`;
        const was = layOut;
        layOut = failing;
        await invite(email);
        const row = await eventually(async () =>
          customer.host.db('seatkit_outbox').where({ status: 'waiting' }).where('attempts', '>', 0).first(),
        );
        expect(customer.smtp.mails.some(({ to }) => to.includes(email))).to.equal(false);
        layOut = was;
        await customer.host.db('seatkit_outbox').where({ id: row.id }).update({ availableAt: '2020-01-01T00:00:00.000Z' });
        await customer.smtp.waitFor(({ to }) => to.includes(email));
      }
      expect(customer.host.errors.map(String).join()).to.include('outbox: mail');
    });

    it('are refused at once when there is no such word or it is of the wrong kind', () => {
      const refused = (option: object) => () => wordsWith(option as WordsOption);
      expect(refused({ it: {} })).to.throw('words.it: there is no such word; there are en, de, de-informal, nl, fr');
      expect(refused({ en: { mail: { invitatoin: {} } } })).to.throw('words.en.mail.invitatoin: there is no such word');
      expect(refused({ en: { join: { offer: { title: 'Join' } } } })).to.throw('words.en.join.offer.title: give a function');
      expect(refused({ en: { join: { offer: { button: null } } } })).to.throw('words.en.join.offer.button: give a string');
      expect(refused({ en: { mail: (words: object) => words } })).to.throw('words.en.mail: give an object');
      expect(wordsWith({ en: { mail: { joined: { button: null } } } }).en.mail.joined.button).to.equal(null);
      expect(wordsWith({ en: { mail: { products: undefined } } }).en.mail.products).to.equal('What you get:');
    });
  });
});
