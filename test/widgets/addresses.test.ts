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

  it('takes no broken address for a readable one', () => {
    for (const broken of ['otto@@acme', 'anna.acme.test', 'a@b@acme.test', 'no address', '@acme.test', 'ada@']) {
      expect(looksLikeAddress(broken), broken).to.equal(false);
    }
  });
});
