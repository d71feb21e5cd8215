import { expect } from 'chai';
import { restore, useFakeTimers } from 'sinon';
import { addStanding, NOWHERE, standingOf } from '../../server-plugin/src/groups/relations.rules.ts';
import { newId } from '../../server-plugin/src/ids.ts';
import {
  choosePromises,
  chooseTarget,
  decideRelease,
  type SeatAtLeaving,
  type TargetPool,
} from '../../server-plugin/src/seats/seats.rules.ts';
import { addressKey, fold, nameKey, parseAddress, searchKeys, sortKey } from '../../server-plugin/src/text.ts';

describe('the rules, each by examples', () => {
  const assigned: SeatAtLeaving = { status: 'assigned', used: false, consumedBefore: false };
  const leaving: [policy: 'always' | 'unused' | 'never', seat: SeatAtLeaving, status: string, rule: string][] = [
    ['always', assigned, 'released', 'release_always'],
    ['always', { ...assigned, used: true }, 'released', 'release_always'],
    ['unused', assigned, 'released', 'never_opened'],
    ['unused', { ...assigned, used: true }, 'consumed', 'opened'],
    ['never', assigned, 'consumed', 'release_never'],
    ['never', { ...assigned, status: 'reserved' }, 'released', 'reservation'],
    ['never', { ...assigned, status: 'reserved', consumedBefore: true }, 'consumed', 'release_never'],
    ['unused', { ...assigned, status: 'reserved', used: true, consumedBefore: true }, 'consumed', 'opened'],
  ];
  for (const [policy, seat, status, rule] of leaving) {
    const how = `${seat.status}, ${seat.used ? 'opened' : 'never opened'}${seat.consumedBefore ? ', consumed before' : ''}`;
    it(`a seat (${how}) of a pool that releases ${policy} is ${status} by the rule ${rule}`, () => {
      expect(decideRelease(policy, seat)).to.deep.equal({ status, rule });
    });
  }

  const target = (id: string, more: Partial<TargetPool> = {}): TargetPool => ({
    id,
    product: 'course',
    assignment: 'manual',
    needs: null,
    quantity: 1,
    reserved: 0,
    assigned: 0,
    consumed: 0,
    ...more,
  });
  const full = { assigned: 1 };
  const targets: [what: string, pools: TargetPool[], live: Record<string, 'assigned' | 'reserved' | 'consumed'>, chosen: string | null][] =
    [
      ['has nothing of the product', [target('a', { product: 'other' })], {}, null],
      ['has a pool of which the person holds a seat', [target('a')], { a: 'assigned' }, null],
      ['has a full pool and one with a free seat', [target('a', full), target('b')], {}, 'b'],
      ['has only full pools', [target('b', { consumed: 1 }), target('a', { reserved: 1 })], {}, 'no_free_seat a'],
      ['gives one by itself', [target('a'), target('b', { assignment: 'automatic' }), target('c', { assignment: 'required' })], {}, 'c'],
      ['keeps a consumed one for the person', [target('a', { assignment: 'required' }), target('b', full)], { b: 'consumed' }, 'b'],
      ['needs a seat that the person holds', [target('a', { needs: 'base' })], { base: 'assigned' }, 'a'],
      ['needs a seat that the person lacks', [target('a', { needs: 'base' })], {}, 'seat_needs_another a'],
      ['needs a seat that was consumed', [target('a', { needs: 'base' })], { base: 'consumed' }, 'seat_needs_another a'],
      ['needs a seat that is only promised', [target('a', { needs: 'base' })], { base: 'reserved' }, 'seat_needs_another a'],
    ];
  for (const [what, pools, live, chosen] of targets) {
    it(`a seat that is to go over to a group which ${what} goes to ${chosen}`, () => {
      const choice = chooseTarget({ product: 'course', status: 'assigned' }, pools, new Map(Object.entries(live)));
      expect(choice && ('to' in choice ? choice.to.id : `${choice.refused} ${choice.pool.id}`)).to.equal(chosen);
    });
  }

  const offers: [what: string, pools: TargetPool[], asked: string[], promised: string[]][] = [
    ['a pool that gives by hand', [target('a')], [], []],
    ['a pool that gives by hand and is asked for', [target('a')], ['a'], ['a']],
    ['a pool that gives while it lasts', [target('a', { assignment: 'automatic' })], [], ['a']],
    ['one that gave while it lasted', [target('a', { assignment: 'automatic', ...full })], [], []],
    ['a full one in which everybody must hold a seat', [target('a', { assignment: 'required', ...full })], [], ['a']],
    [
      'a tier and its base',
      [target('t', { assignment: 'automatic', needs: 'a' }), target('a', { assignment: 'required' })],
      [],
      ['t', 'a'],
    ],
    ['a tier whose base is given by hand', [target('t', { assignment: 'automatic', needs: 'a' }), target('a')], [], []],
  ];
  for (const [what, pools, asked, promised] of offers) {
    it(`${what} promises somebody new ${promised.join(' and ') || 'nothing'}`, () => {
      expect(choosePromises(pools, new Set(asked)).map(({ id }) => id)).to.deep.equal(promised);
    });
  }

  it('a promised seat goes over on top of another promised one', () => {
    const pools = [target('a', { needs: 'base' })];
    expect(chooseTarget({ product: 'course', status: 'reserved' }, pools, new Map([['base', 'reserved']]))).to.deep.equal({ to: pools[0] });
  });

  it('an invitation adds to a standing and never makes member and coach of one', () => {
    const member = standingOf(['member'], undefined);
    expect(addStanding(member, standingOf(['manager'], true))).to.deep.equal({
      isMember: true,
      isCoach: false,
      isManager: true,
      mayManagePeople: true,
    });
    expect(addStanding(member, standingOf(['coach'], undefined))).to.equal(null);
    expect(addStanding(standingOf(['manager'], true), standingOf(['manager'], false))?.mayManagePeople).to.equal(true);
    expect(standingOf(['member'], true).mayManagePeople).to.equal(false);
    expect(addStanding(NOWHERE, member)).to.deep.equal(member);
  });

  const addresses: [text: string, key: string | null][] = [
    ['Ada@Example.ORG', 'ada@example.org'],
    [' ada@example.org\u00a0', 'ada@example.org'],
    ['ada@b\u00fccher.example', 'ada@xn--bcher-kva.example'],
    ['J\u00fcrgen@example.org', 'j\u00fcrgen@example.org'],
    ['o\u2019neil+lms@example.org', 'o\u2019neil+lms@example.org'],
    ['ada@example', null],
    ['ada@@example.org', null],
    ['ada..b@example.org', null],
    ['.ada@example.org', null],
    ['Ada <ada@example.org>', null],
    ['ada@exa mple.org', null],
    ['ada@example.org\0', null],
    ['', null],
    [`${'a'.repeat(60)}@${'\u00fc.'.repeat(28)}example.com`, null],
  ];
  for (const [text, key] of addresses) {
    it(`${JSON.stringify(text)} ${key === null ? 'is no address' : `is compared as ${key}`}`, () => {
      expect(parseAddress(text)?.key ?? null).to.equal(key);
    });
  }

  it('two spellings of one letter have one key', () => {
    expect(addressKey('ju\u0308rgen@example.org')).to.equal(addressKey('j\u00fcrgen@example.org'));
  });

  it('no key outgrows its column, and none ends in half a character', () => {
    expect(nameKey('\u00df'.repeat(150))).to.equal('s'.repeat(200));
    expect(nameKey(`${'a'.repeat(199)}\u{1F600}`)).to.equal('a'.repeat(199));
    expect(addressKey(`${'a'.repeat(300)}@example.org`)).to.have.length(254);
  });

  it('names are searched and sorted without case and accents, from each of their words', () => {
    expect(fold('\u00c5se  M\u00fcller-\u00d8st')).to.equal('ase muller-ost');
    const keys = searchKeys({ id: 'x', firstName: 'Anna Maria', lastName: 'Bell', email: 'anna@example.org' });
    expect(keys).to.have.members(['anna maria bell\u0001x', 'maria bell anna\u0001x', 'bell anna maria\u0001x', 'anna@example.org\u0001x']);
    expect(sortKey('Zo\u00eb', 'b') > sortKey('zoe', 'a')).to.equal(true);
  });

  it('a search key that begins another one is left out', () => {
    expect(searchKeys({ id: 'x', firstName: 'ann', lastName: '', email: 'ann@example.org' })).to.deep.equal(['ann@example.org\u0001x']);
  });

  it('ids made one after the other sort in that order, within a millisecond and over many', () => {
    const clock = useFakeTimers({ now: 1_750_000_000_000 });
    try {
      const ids = Array.from({ length: 300 }, (_, at) => {
        if (at % 100 === 99) clock.tick(1);
        return newId();
      });
      expect([...ids].sort()).to.deep.equal(ids);
      expect(new Set(ids).size).to.equal(300);
    } finally {
      restore();
    }
  });
});
