import type { Departure, Member, Pool, SeatOutcome } from '@seatkit/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { DepartureWords } from '../words/departure.ts';
import { icon } from './icon.ts';
import type { Question } from './question.ts';

/** How somebody leaves. */
export type DepartureKind = 'deactivate' | 'remove' | 'group' | 'revoke';

/** Who leaves what, and how. */
export interface Leaving {
  readonly kind: DepartureKind;
  readonly name: string;
  /** The organization or group that is left. */
  readonly from: string;
  readonly seats: Member['seats'];
  readonly pools: readonly Pool[];
  readonly preview: () => Promise<Departure>;
  readonly confirm: () => Promise<void>;
}

/** Says what a departure does to each seat and to the sign-in, and why, before the button that does it. */
export function departureQuestion(words: DepartureWords, leaving: Leaving): Question {
  const { title, button } = words.departure[leaving.kind];
  return {
    title: title(leaving.name, leaving.from),
    button,
    destroys: true,
    confirm: leaving.confirm,
    means: async () => {
      const departure = await leaving.preview();
      return html`<ul class="happens">
        ${renderSeats(words, leaving, departure)} ${renderRest(words, leaving, departure)}
      </ul>`;
    },
  };
}

function line(mark: unknown, title: string, note: string): TemplateResult {
  return html`<li>
    ${mark}
    <div>
      <b>${title}</b>
      <p>${note}</p>
    </div>
  </li>`;
}

function renderSeats(words: DepartureWords, leaving: Leaving, { seats }: Departure): unknown {
  if (seats.length === 0) return line(html`<i class="seat free"></i>`, words.noSeatTouched, words.noSeatTouchedNote(leaving.name));
  return seats.map((seat) => {
    const fate = seat.status === 'released' || seat.status === 'consumed' ? seat.status : 'other';
    const mark = html`<i class="seat ${fate === 'consumed' ? 'consumed' : 'free'}"></i>`;
    return line(mark, words.seatFate[fate], whyOf(words, leaving, seat));
  });
}

function whyOf(words: DepartureWords, leaving: Leaving, seat: SeatOutcome): string {
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
      touched ? line(icon('lock'), words.accessEnds, words.accessEndsNote(name)) : nothing,
      line(icon('people'), words.staysMember(name), words.staysMemberNote),
    ];
  }
  const signIn = words.signIn[departure.signIn];
  return [
    line(icon('lock'), signIn.title, kind === 'deactivate' && departure.signIn === 'kept' ? words.signIn.kept.rests : signIn.note(name)),
    kind === 'deactivate'
      ? line(icon('check'), words.dataKept, words.dataKeptNote)
      : line(icon('people'), words.groupsEnd, words.groupsEndNote),
  ];
}
