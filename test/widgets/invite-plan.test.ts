import type { Member, MemberName, Pool } from '@seatkit/sdk';
import { expect } from 'chai';
import { wordsWith } from '../../server-plugin/src/words/words.ts';
import { mailLanguageOf, mailLanguages } from '../../widgets/src/invite-dialog/mail-languages.ts';
import { planOf } from '../../widgets/src/invite-dialog/plan.ts';
import type { Known } from '../../widgets/src/invite-dialog/rows.ts';

const pool = (id: string, more: Partial<Pool> = {}): Pool =>
  ({
    id,
    product: id,
    name: id,
    groupId: null,
    needs: null,
    assignment: 'required',
    free: 10,
    startsAt: null,
    endsAt: null,
    ...more,
  }) as Pool;
const here = (status: Member['status'], more: Partial<Member> = {}): Known =>
  ({ status, seats: [], groups: [], ...more }) as unknown as Member;
const elsewhere = { id: 'm', outsideYourGroups: true } as unknown as MemberName;
const holds = (poolId: string) => ({ seats: [{ poolId }] as Member['seats'] });
const inGroup = { groups: [{ id: 'g', name: 'G', relations: ['member'], mayManagePeople: false }] as Member['groups'] };

const offer = { groups: [{ groupId: 'g', relation: 'member' as const, mayManagePeople: false }], poolIds: ['chosen'] };

/** Foretells for new people and one known person, put first on the list. */
function foretell(fresh: number, known: Known | undefined, ...pools: Pool[]) {
  const rows = Array.from({ length: fresh + 1 }, (_, key) => ({ key: key + 1, email: `p${key}@acme.test`, firstName: '', lastName: '' }));
  const plan = planOf(rows, (email) => (email === 'p0@acme.test' ? known : undefined), pools, offer);
  const { wanted, invited, shares, cuts, full } = plan;
  return {
    wanted,
    invited,
    full: full?.id,
    takes: shares.map(({ takes, missing }) => [takes, missing]),
    cuts: cuts.map(({ at, missing }) => [at, missing]),
  };
}

describe('what an invitation is foretold to do', () => {
  const base = pool('base');
  const group = pool('group', { groupId: 'g' });
  const chosen = pool('chosen', { assignment: 'manual' });
  const takers: readonly (readonly [who: string, known: Known | undefined, takes: readonly number[]])[] = [
    ['somebody new takes one seat of each pool', undefined, [1, 1, 1]],
    ['a member takes what is chosen and what the group gives', here('active'), [0, 1, 1]],
    ['a member of the group takes only what is chosen', here('active', inGroup), [0, 0, 1]],
    ['a member who holds the chosen seat takes none of it', here('active', { ...inGroup, ...holds('chosen') }), [0, 0, 0]],
    ['somebody pending takes what is not reserved yet', here('invited', holds('base')), [0, 1, 1]],
    ['somebody whose invitation has expired takes all anew', here('invited'), [1, 1, 1]],
    ['somebody deactivated takes nothing', here('deactivated'), [0, 0, 0]],
    ['somebody of other groups counts as new', elsewhere, [1, 1, 1]],
  ];
  for (const [title, known, takes] of takers) {
    it(title, () => {
      expect(foretell(0, known, base, group, chosen).takes).to.deep.equal(takes.map((n) => [n, 0]));
    });
  }

  it('new people come before those who are here already, so the line stands where their seats end', () => {
    const { wanted, invited, cuts } = foretell(3, here('invited'), pool('base', { free: 2 }));
    expect({ wanted, invited, cuts }).to.deep.equal({ wanted: 4, invited: 2, cuts: [[2, 1]] });
  });

  it('whoever holds the seat already is invited although none is free', () => {
    const { wanted, invited, full, cuts } = foretell(2, here('invited', holds('base')), pool('base', { free: 0 }));
    expect({ wanted, invited, full, cuts }).to.deep.equal({ wanted: 3, invited: 1, full: undefined, cuts: [] });
  });

  it('names the pool without which nobody can be invited', () => {
    expect(foretell(1, undefined, pool('soft', { assignment: 'automatic', free: 0 }), pool('base', { free: 0 })).full).to.equal('base');
  });

  it('members and deactivated people are no invitations', () => {
    expect(foretell(0, here('active'), base)).to.include({ wanted: 0, invited: 0 });
    expect(foretell(0, here('deactivated'), base)).to.include({ wanted: 1, invited: 0 });
  });
});

describe('the languages of mail to choose from', () => {
  it('are those that mail is written in', () => {
    const written = Object.keys(wordsWith(undefined)).filter((language) => !language.includes('-'));
    expect(mailLanguages).to.have.members(written);
    expect(['de-AT', 'de-informal', 'pt', 'nl_BE'].map(mailLanguageOf)).to.deep.equal(['de', 'de', 'en', 'nl']);
  });
});
