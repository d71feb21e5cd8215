import type { Departure, Member, Pool, SeatOutcome } from '@seatkit/sdk';
import { html, nothing } from 'lit';
import type { DepartureWords } from '../words/departure.ts';
import { icon } from './more-icons.ts';
import { type Instead, type Question, renderLine } from './question.ts';

/** How somebody leaves. */
export type DepartureKind = 'deactivate' | 'remove' | 'group' | 'revoke';

/** Whose seats may end, and the pools they are of, as far as they are known. */
export interface SeatsLeft {
  readonly name: string;
  readonly seats: Member['seats'];
  readonly pools: readonly Pool[];
}

/** Who leaves what, and how. */
export interface Leaving extends SeatsLeft {
  readonly kind: DepartureKind;
  /** The organization or group that is left. */
  readonly from: string;
  readonly preview: () => Promise<Departure>;
  readonly confirm: () => Promise<void>;
  /** The way round. */
  readonly instead?: Instead;
}

/** Says what a departure does to each seat and to the sign-in, and why, before the button that does it. */
export function departureQuestion(words: DepartureWords, leaving: Leaving): Question {
  const { title, button } = words.departure[leaving.kind];
  return {
    title: title(leaving.name, leaving.from),
    button,
    destroys: true,
    confirm: leaving.confirm,
    ...(leaving.instead ? { instead: leaving.instead } : {}),
    means: async () => {
      const departure = await leaving.preview();
      return html`<ul class="happens">
        ${renderSeats(words, leaving, departure)} ${renderRest(words, leaving, departure)}
      </ul>`;
    },
  };
}

/** What becomes of each seat, and why. */
export function renderSeats(words: DepartureWords, leaving: SeatsLeft, { seats }: Departure): unknown {
  if (seats.length === 0) return renderLine(html`<i class="seat free"></i>`, words.noSeatTouched, words.noSeatTouchedNote(leaving.name));
  return seats.map((seat) => {
    const fate = seat.rule === 'carried' ? 'carried' : seat.status === 'released' || seat.status === 'consumed' ? seat.status : 'other';
    const mark = html`<i class="seat ${{ carried: 'assigned', consumed: 'consumed', released: 'free', other: 'free' }[fate]}"></i>`;
    return renderLine(mark, words.seatFate[fate], whyOf(words, leaving, seat));
  });
}

function whyOf(words: DepartureWords, leaving: SeatsLeft, seat: SeatOutcome): string {
  const pool = leaving.pools.find(({ id }) => id === seat.poolId);
  const held = leaving.seats.find(({ id }) => id === seat.seatId);
  const used = held?.firstUsedAt ?? null;
  const why = words.seatRule[seat.rule](leaving.name, held?.name || seat.product, used && words.date(used));
  if (!pool) return why;
  const free = seat.status === 'released' ? words.freeGoes(pool.free, pool.free + 1) : words.freeStays(pool.free);
  return `${why} ${free}`;
}

function renderRest(words: DepartureWords, { kind, name }: Leaving, departure: Departure): unknown {
  if (kind === 'group') {
    const touched = departure.seats.length > 0;
    return [
      touched ? renderLine(icon('lock'), words.accessEnds, words.accessEndsNote(name)) : nothing,
      renderLine(icon('people'), words.staysMember(name), words.staysMemberNote),
    ];
  }
  const signIn = words.signIn[departure.signIn];
  return [
    renderLine(
      icon('lock'),
      signIn.title,
      kind === 'deactivate' && departure.signIn === 'kept' ? words.signIn.kept.rests : signIn.note(name),
    ),
    kind === 'deactivate'
      ? renderLine(icon('check'), words.dataKept, words.dataKeptNote)
      : renderLine(icon('people'), words.groupsEnd, words.groupsEndNote),
  ];
}
