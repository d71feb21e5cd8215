import type { InvitationResult, Pool } from '@seatkit/sdk';
import type { IconName } from '../parts/more-icons.ts';
import { nameOf } from '../parts/person.ts';
import { problemMessage } from '../problem-message.ts';
import type { InviteWords as Words } from '../words/invite.ts';
import type { Row } from './rows.ts';

/** What became of one row. */
export interface Told extends InvitationResult {
  readonly typed: Row;
  /** The pools of which everybody gets a seat while they last and this person got none. */
  readonly without: readonly string[];
}

/** Compares what somebody holds now with the automatic pools that concerned the invitation. */
export function tell(result: InvitationResult, typed: Row, pools: readonly Pool[]): Told {
  const { outcome, member } = result;
  const came = member && outcome !== 'already_member' && outcome !== 'refused';
  const missed = pools.filter(
    ({ id, assignment, needs }) =>
      came && assignment === 'automatic' && needs === null && !member.seats.some(({ poolId }) => poolId === id),
  );
  return { ...result, typed, without: missed.map(({ name, product }) => name || product) };
}

/** The rows that an undo may revoke: only people who were not there before this request. */
export function newlyInvited(told: readonly Told[]): Told[] {
  return told.filter(({ outcome, invitation, again }) => outcome === 'invited' && invitation && !again);
}

/** Whether a row only lacked a seat: nothing is wrong with it. */
export function missedOut({ outcome, problem }: Told): boolean {
  return outcome === 'refused' && problem?.code === 'no_free_seat';
}

/** The four figures of a result, and how many of `here` got something. */
export interface Tally {
  readonly invited: number;
  readonly held: number;
  readonly missed: number;
  readonly here: number;
  readonly updated: number;
  readonly refused: number;
}

export function tallyOf(told: readonly Told[]): Tally {
  const count = (...outcomes: readonly Told['outcome'][]) => told.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const missed = told.filter(missedOut).length;
  return {
    invited: count('invited', 'joined'),
    held: count('staged'),
    missed,
    here: count('updated', 'already_member'),
    updated: count('updated'),
    refused: count('refused') - missed,
  };
}

/** People of whom one and the same is to be said. */
export interface Saying {
  readonly icon: IconName;
  readonly colour: '' | 'good' | 'warn' | 'danger';
  readonly sentence: string;
  readonly people: readonly Told[];
  /** What is wrong with them can be mended where they were typed. */
  readonly mends: boolean;
  /** The pool that has no seat left. */
  readonly poolId?: string | undefined;
}

/** Where the mail is: kept back until somebody sends it, waiting for an undo, or gone. */
type Mail = 'held' | 'waiting' | 'left';

/** The result as sentences: first who needs something, then who is done. */
export function sayingsOf(words: Words, told: readonly Told[], mail: Mail): Saying[] {
  const sayings = new Map<string, Saying & { readonly rank: number }>();
  for (const one of told) {
    const saying = sayingOf(words, one, mail);
    const key = `${saying.rank} ${saying.sentence}`;
    const same = sayings.get(key);
    sayings.set(key, same ? { ...same, people: [...same.people, one] } : { ...saying, people: [one] });
  }
  return [...sayings.values()].sort((a, b) => a.rank - b.rank);
}

function sayingOf(words: Words, told: Told, mail: Mail): Omit<Saying, 'people'> & { readonly rank: number } {
  const { outcome, problem, without } = told;
  if (outcome === 'refused') {
    const sentence = problem ? problemMessage(words, problem) : words.outcome.refused;
    const missed = missedOut(told);
    return { rank: missed ? 1 : 0, icon: 'warn', colour: missed ? 'warn' : 'danger', sentence, mends: !missed, poolId: problem?.poolId };
  }
  const mailed = outcome === 'invited' && mail !== 'held' ? ` ${words.mailIs[mail]}` : '';
  const fact = outcome === 'invited' && mail === 'held' ? words.linkStays : words.outcome[outcome];
  if (without.length > 0) {
    const pools = without.join(', ');
    const sentence = mailed ? words.invitedWithout(pools) + mailed : `${fact} ${words.withoutSeat(pools)}`;
    return { rank: 2, icon: 'warn', colour: 'warn', sentence, mends: false };
  }
  const quiet = outcome === 'already_member';
  return {
    rank: quiet ? 4 : 3,
    icon: outcome === 'invited' ? 'mail' : 'check',
    colour: quiet ? '' : 'good',
    sentence: fact + mailed,
    mends: false,
  };
}

/** How a person of the result is called. */
export function calledBy({ member, typed }: Told): { readonly name: string; readonly email: string } {
  return { name: (member && nameOf(member)) || nameOf(typed), email: typed.email };
}
