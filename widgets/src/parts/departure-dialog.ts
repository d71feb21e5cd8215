import type { Departure, Member, Pool, SeatOutcome } from '@seatkit/sdk';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { errorMessage } from '../problem-message.ts';
import type { SeatkitElement } from '../seatkit-element.ts';
import type { Words } from '../strings.ts';
import { icon } from './icon.ts';

/** How somebody leaves. */
export type DepartureKind = 'deactivate' | 'remove' | 'group' | 'revoke';

/** What the dialog asks about. */
export interface DepartureQuestion {
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
export class DepartureDialog implements ReactiveController {
  readonly #host: SeatkitElement;
  #question: DepartureQuestion | undefined;
  #departure: Departure | undefined;
  #error: unknown;
  #busy = false;

  constructor(host: SeatkitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  async ask(question: DepartureQuestion): Promise<void> {
    this.#question = question;
    this.#departure = undefined;
    this.#error = undefined;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#dialog?.showModal();
    await this.#look(question);
  }

  render(): TemplateResult {
    const { words } = this.#host;
    const question = this.#question;
    const text = question && words.departure[question.kind];
    return html`<dialog class="departure" part="dialog" aria-labelledby="departure-title">
      <header><h2 id="departure-title">${text && question && text.title(question.name, question.from)}</h2></header>
      <div class="body">
        ${
          question && this.#departure
            ? html`<ul class="happens">
                ${renderSeats(words, question, this.#departure)} ${renderRest(words, question, this.#departure)}
              </ul>`
            : this.#error === undefined
              ? html`<div role="status" aria-label=${words.loading}><span class="bone"></span><span class="bone"></span><span class="bone"></span></div>`
              : nothing
        }
        ${this.#error === undefined ? nothing : html`<p class="note bad" role="alert">${icon('warn')}<span>${errorMessage(words, this.#error)}</span></p>`}
      </div>
      <footer>
        <button class="button" type="button" @click=${() => this.#dialog?.close()}>${words.cancel}</button>
        ${
          this.#departure
            ? html`<button class="button destroy" type="button" aria-disabled=${this.#busy} @click=${this.#confirm}>${text?.button}</button>`
            : this.#error === undefined
              ? nothing
              : html`<button class="button" type="button" @click=${() => question && this.#look(question)}>${words.retry}</button>`
        }
      </footer>
    </dialog>`;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector<HTMLDialogElement>('dialog.departure');
  }

  async #look(question: DepartureQuestion): Promise<void> {
    this.#error = undefined;
    this.#host.requestUpdate();
    try {
      const departure = await question.preview();
      if (this.#question === question) this.#departure = departure;
    } catch (error) {
      this.#fail(error);
    }
    this.#host.requestUpdate();
  }

  readonly #confirm = async () => {
    if (this.#busy || !this.#question) return;
    this.#busy = true;
    this.#error = undefined;
    this.#host.requestUpdate();
    try {
      await this.#question.confirm();
      this.#dialog?.close();
    } catch (error) {
      this.#fail(error);
    }
    this.#busy = false;
    this.#host.requestUpdate();
  };

  #fail(error: unknown): void {
    this.#error = error;
    this.#host.report(error);
  }
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

function renderSeats(words: Words, question: DepartureQuestion, { seats }: Departure): unknown {
  if (seats.length === 0) return line(html`<i class="seat free"></i>`, words.noSeatTouched, words.noSeatTouchedNote(question.name));
  return seats.map((seat) => {
    const fate = seat.status === 'released' || seat.status === 'consumed' ? seat.status : 'other';
    const mark = html`<i class="seat ${fate === 'consumed' ? 'consumed' : 'free'}"></i>`;
    return line(mark, words.seatFate[fate], whyOf(words, question, seat));
  });
}

function whyOf(words: Words, question: DepartureQuestion, seat: SeatOutcome): string {
  const pool = question.pools.find(({ id }) => id === seat.poolId);
  const held = question.seats.find(({ id }) => id === seat.seatId);
  const used = held?.firstUsedAt ?? null;
  const why = words.seatRule[seat.rule](question.name, held?.name || seat.product, used && words.date(used));
  if (!pool) return why;
  const free = seat.status === 'released' ? words.freeGoes(pool.free, pool.free + 1) : words.freeStays(pool.free);
  return `${why} ${free}`;
}

function renderRest(words: Words, { kind, name }: DepartureQuestion, departure: Departure): unknown {
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
