import { expect } from 'chai';
import { looksLikeAddress, parsePeople } from '../../widgets/src/invite-dialog/addresses.ts';

/** What is pasted, and the people read out of it as `address | first name | last name`. */
const cases: readonly (readonly [pasted: string, ...people: string[]])[] = [
  ['ada@acme.test', 'ada@acme.test'],
  ['Ada Lindgren <ada@acme.test>, Noah van den Berg <noah@acme.test>', 'ada@acme.test|Ada|Lindgren', 'noah@acme.test|Noah|van den Berg'],
  ['Lindgren, Ada <ada@acme.test>; Berg, Noah <noah@acme.test>', 'ada@acme.test|Ada|Lindgren', 'noah@acme.test|Noah|Berg'],
  ['"Lindgren, Ada" <ada@acme.test>, bo@acme.test', 'ada@acme.test|Ada|Lindgren', 'bo@acme.test'],
  ['Lê\tNgọc\tle@acme.test', 'le@acme.test|Lê|Ngọc'],
  ['le@acme.test\tLê\tNgọc', 'le@acme.test|Lê|Ngọc'],
  ['le@acme.test\tLê Ngọc', 'le@acme.test|Lê|Ngọc'],
  ['Ada,Lindgren,ada@acme.test', 'ada@acme.test|Ada|Lindgren'],
  ['ada@acme.test,Ada,Lindgren', 'ada@acme.test|Ada|Lindgren'],
  ['ada@acme.test,Ada Lindgren', 'ada@acme.test|Ada|Lindgren'],
  ['Ada;Lindgren;ada@acme.test', 'ada@acme.test|Ada|Lindgren'],
  ['"Ada","Lindgren","ada@acme.test"\r\n"Bo","Berg","bo@acme.test"', 'ada@acme.test|Ada|Lindgren', 'bo@acme.test|Bo|Berg'],
  ['otto@@acme, oskar@acme.test', 'otto@@acme', 'oskar@acme.test'],
  ['otto@@acme; oskar@acme.test', 'otto@@acme', 'oskar@acme.test'],
  ['anna.acme.test, b@acme.test', 'anna.acme.test', 'b@acme.test'],
  ['anna.acme.test; b@acme.test', 'anna.acme.test', 'b@acme.test'],
  ['b@acme.test, anna.acme.test', 'b@acme.test', 'anna.acme.test'],
  ['a@b@acme.test, c@acme.test', 'a@b@acme.test', 'c@acme.test'],
  ['Ada,Lindgren,ada@@acme.test', 'ada@@acme.test|Ada|Lindgren'],
  ['Lindgren,A.,ada@acme.test', 'ada@acme.test|Lindgren|A'],
  ['jan@acme.test, no address', 'jan@acme.test', 'no address'],
  ['hello, ada@acme.test', 'hello', 'ada@acme.test'],
  ['Hi all; ada@acme.test', 'Hi all', 'ada@acme.test'],
  ['Bo, ada@acme.test, Cy, di@acme.test', 'Bo', 'ada@acme.test', 'Cy', 'di@acme.test'],
  ['Ada Lindgren,ada@acme.test', 'ada@acme.test|Ada|Lindgren'],
  ['Ada Lindgren;ada@acme.test', 'ada@acme.test|Ada|Lindgren'],
  ['Ada Lindgren\t ada@acme.test', 'ada@acme.test|Ada|Lindgren'],
  ['bo@acme.test, this, that, ada@acme.test', 'bo@acme.test', 'this', 'that', 'ada@acme.test'],
  ['ada@acme.test, this, that', 'ada@acme.test', 'this', 'that'],
  ['Ada Lindgren ada@acme.test', 'ada@acme.test|Ada|Lindgren'],
  ['ada@acme.test Ada Lindgren', 'ada@acme.test|Ada|Lindgren'],
  ['Email, First name, Name\nada@acme.test, Ada, Lindgren', 'ada@acme.test|Ada|Lindgren'],
  ['Vorname\tNachname\tE-Mail\nAda\tLindgren\tada@acme.test', 'ada@acme.test|Ada|Lindgren'],
  ['E-Mail\nada@acme.test', 'ada@acme.test'],
  ['1. ada@acme.test\n2. Bo Berg <bo@acme.test>\n10) cy@acme.test', 'ada@acme.test', 'bo@acme.test|Bo|Berg', 'cy@acme.test'],
  ['- ada@acme.test\n* bo@acme.test\n• Cy Cole <cy@acme.test>', 'ada@acme.test', 'bo@acme.test', 'cy@acme.test|Cy|Cole'],
  ['ada@acme.test and bo@acme.test', 'ada@acme.test', 'bo@acme.test'],
  ['ada@acme.test, bo@acme.test, and cy@acme.test', 'ada@acme.test', 'bo@acme.test', 'cy@acme.test'],
  ['Ada Lindgren <ada@acme.test> und Bo Berg <bo@acme.test>', 'ada@acme.test|Ada|Lindgren', 'bo@acme.test|Bo|Berg'],
  ['ada@acme.test bo@acme.test', 'ada@acme.test', 'bo@acme.test'],
  ['mailto:ada@acme.test.', 'ada@acme.test'],
  ['Nachname;Vorname;Abteilung;E-Mail-Adresse\nLindgren;Ada;Vertrieb;ada@acme.test', 'ada@acme.test|Ada|Lindgren'],
  [
    'Name,Given Name,Family Name,E-mail 1 - Value\n"Lindgren, Ada",Ada,Lindgren,ada@acme.test\nBo Berg,,,bo@acme.test',
    'ada@acme.test|Ada|Lindgren',
    'bo@acme.test|Bo|Berg',
  ],
  [
    'First Name,Middle Name,Last Name,Company,E-mail Address\nAda,M.,Lindgren,"Acme, Inc.",ada@acme.test\nBo,,Berg,,bo(at)acme.test\n,,,,',
    'ada@acme.test|Ada|Lindgren',
    'bo(at)acme.test|Bo|Berg',
  ],
  ['Prénom\tNom\tAdresse e-mail\nChloé\tRoy\tchloe@acme.test\nbo@acme.test', 'chloe@acme.test|Chloé|Roy', 'bo@acme.test'],
  ['Achternaam;Voornaam;E-mailadres\nde Vries;Daan;daan@acme.test', 'daan@acme.test|Daan|de Vries'],
  ['Ada Lindgren (ada@acme.test); Bo Berg (bo@acme.test)', 'ada@acme.test|Ada|Lindgren', 'bo@acme.test|Bo|Berg'],
  ["'Ada Lindgren' <ada@acme.test>; 'bo@acme.test' <bo@acme.test>", 'ada@acme.test|Ada|Lindgren', 'bo@acme.test'],
  ['To: Ada Lindgren <ada@acme.test>\nCc: Bo Berg <bo@acme.test>', 'ada@acme.test|Ada|Lindgren', 'bo@acme.test|Bo|Berg'],
  ['ada@acme.test, quinn.harper(at)acme, bo@acme.test', 'ada@acme.test', 'quinn.harper(at)acme', 'bo@acme.test'],
  ['nonsense', 'nonsense'],
  [' ,;\n\t\n'],
];

describe('reading people out of what is pasted', () => {
  for (const [pasted, ...people] of cases) {
    it(`${JSON.stringify(pasted)} is ${people.join(' and ') || 'nobody'}`, () => {
      const found = parsePeople(pasted).map(({ email, firstName, lastName }) => [email, firstName, lastName].join('|').replace(/\|+$/, ''));
      expect(found).to.deep.equal(people);
    });
  }

  it('reads very long and very odd text in a time that grows as the text does', () => {
    const odd = (n: number) => ['a'.repeat(n), `a${' '.repeat(n)}b`, '@'.repeat(n), `${'a.'.repeat(n)}@`, '"'.repeat(n), ',;\t'.repeat(n)];
    // Of what grows with the square of the length eight times as much takes 64 times as long; the shortest of some tries, because of whatever else runs.
    const shortest = (text: string) =>
      Math.min(
        ...Array.from({ length: 5 }, () => {
          const started = performance.now();
          parsePeople(text);
          looksLikeAddress(text);
          return performance.now() - started;
        }),
      );
    const short = odd(5_000).map(shortest);
    for (const [i, text] of odd(40_000).entries()) expect(shortest(text), text.slice(0, 4)).to.be.below(24 * Math.max(1, short[i]!));
  });

  it('takes no broken address for a readable one', () => {
    for (const broken of [
      'otto@@acme',
      'anna.acme.test',
      'a@b@acme.test',
      'no address',
      '@acme.test',
      'ada@',
      'ada@acme',
      'ada@acme.',
      'ada@.test',
    ]) {
      expect(looksLikeAddress(broken), broken).to.equal(false);
    }
  });
});
