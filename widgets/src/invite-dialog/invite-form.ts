import type { InvitationResult, Pool } from '@seatkit/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import {
  SeatkitBeforeInvitationsChangeEvent,
  SeatkitBeforeInviteEvent,
  SeatkitGetSeatsEvent,
  SeatkitInvitationsChangedEvent,
  SeatkitInvitedEvent,
} from '../events.ts';
import { icon } from '../parts/icon.ts';
import { Modal } from '../parts/modal.ts';
import { Toast } from '../parts/toast.ts';
import { errorMessage, problemMessage } from '../problem-message.ts';
import { above } from '../styles/above.styles.ts';
import { controls } from '../styles/controls.styles.ts';
import { dialogs } from '../styles/dialog.styles.ts';
import { forms } from '../styles/forms.styles.ts';
import { meter } from '../styles/meter.styles.ts';
import { people as peopleStyles } from '../styles/people.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { type InviteWords, invite } from '../words/invite.ts';
import { type Refusal, renderFoot } from './foot-view.ts';
import { FormPane } from './form-pane.ts';
import type { SeatkitInviteDialog } from './invite-dialog.ts';
import { styles } from './invite-form.styles.ts';
import { placeOf } from './known-people.ts';
import type { Delivery, Offer } from './offer.ts';
import { missedOut, newlyInvited, sayingsOf, type Told, tallyOf, tell } from './outcome.ts';
import { outcomes } from './outcomes.styles.ts';
import { renderResult } from './result-view.ts';
import { rows } from './rows.styles.ts';
import { addressKey, type Row } from './rows.ts';
import { Sending, takeBack } from './sending.ts';

/** The dialog that asks for people, says what inviting them does to the seats, and what became of each. */
export class InviteForm extends Modal<InviteWords, SeatkitInviteDialog> {
  static override styles = [tokens, controls, forms, peopleStyles, meter, dialogs, above, styles, rows, outcomes];
  protected override readonly dictionary = invite;

  /** What became of the last request; empty while the form is shown. */
  @state() private told: readonly Told[] = [];
  @state() private busy: Delivery | undefined;
  /** The time to take the last invitations back is over. */
  @state() private mailLeft = false;
  @state() private refusal: Refusal | undefined;
  @query('dialog h2') private heading!: HTMLElement | null;

  /** How the mail of the last request was to leave. */
  #delivery: Delivery = 'now';
  #leaving: ReturnType<typeof setTimeout> | undefined;
  readonly #toast = new Toast(this);
  readonly #sending = new Sending();
  readonly #pane = new FormPane(this, {
    place: () => (this.opened ? placeOf(this.host) : null),
    changed: () => {
      this.refusal = undefined;
    },
    showHeld: () => this.#showHeld(),
    discarded: (back) => this.#discarded(back),
  });

  /** Opens the dialog. What was typed and not sent is still there; `people` come to it. */
  show(people = ''): void {
    this.told = [];
    if (people) this.#pane.drafting.people.take(people);
    this.refusal = undefined;
    void this.openModal();
  }

  override render(): TemplateResult {
    const { words, told } = this;
    const small = told.length > 0;
    return html`<dialog
        class="invite ${small ? 'small-dialog' : ''}"
        closedby="any"
        part="dialog"
        aria-labelledby="title"
        @pointerdown=${this.#pane.press.down}
      >
        ${
          this.opened
            ? html`<form novalidate @submit=${this.#submit} @keydown=${keepFromSubmitting}>
                <header>
                  <h2 id="title" tabindex="-1">${small ? words.resultTitle(tallyOf(told)) : words.invitePeople}</h2>
                  <button class="icon-button" type="button" aria-label=${words.close} @click=${this.shut}>${icon('close')}</button>
                </header>
                ${small ? this.#renderResult() : this.#renderForm()}
                <p class="hush" role="status">${this.#pane.drafting.people.said}</p>
              </form>`
            : nothing
        }
      </dialog>
      ${this.opened ? nothing : this.#toast.render()}`;
  }

  #renderForm(): TemplateResult {
    const { words, host, busy } = this;
    const { plan, choices } = this.#pane.drafting;
    const refusal = this.refusal ?? (plan.full && { text: words.noFreeSeat(plan.full.name || plan.full.product) });
    const state = { plan, refusal, busy, noSeats: this.#noSeats, ready: choices.value !== undefined };
    const acts = { hold: this.#hold, leaveOut: this.#leaveOut, getSeats: host.getSeats ? this.#getSeats : undefined };
    return html`${this.#pane.render()} ${this.#toast.render(true)} ${renderFoot(words, state, acts)}`;
  }

  #renderResult(): TemplateResult {
    const { words, told, host } = this;
    const left = this.#pane.drafting.people.rows.length;
    const until = told.find(
      ({ invitation, member }) => invitation && member?.seats.some(({ status }) => status === 'reserved'),
    )?.invitation;
    const lead = [until && words.seatsReservedUntil(words.date(until.expiresAt)), left > 0 && words.keptOnList(left)]
      .filter(Boolean)
      .join(' ');
    const sayings = sayingsOf(words, told, this.#delivery === 'hold' ? 'held' : this.mailLeft ? 'left' : 'waiting');
    const acts = { mend: this.#mend, getSeats: host.getSeats ? this.#getSeatsOf : undefined };
    const staged = told.some(({ outcome }) => outcome === 'staged');
    return html`<div class="body">${renderResult(words, lead, tallyOf(told), sayings, acts)}</div>
      ${this.#toast.render(true)}
      <footer>
        ${staged ? html`<button class="button" type="button" @click=${this.#showHeld}>${words.reviewAndSend}</button>` : nothing}
        <button class="button" type="button" @click=${this.#back}>${left > 0 ? words.backToList(left) : words.inviteMore}</button>
        <button class="button primary" type="button" @click=${this.shut}>${words.done}</button>
      </footer>`;
  }

  /** A group admin sees the pools of the own groups only, so nothing can be said of the others. */
  get #noSeats(): string {
    const { words, host } = this;
    const { choices, offer } = this.#pane.drafting;
    if (choices.value?.admin) return words.noSeatNeeded;
    return offer.groups.length > 0 && host.standing?.may('manageSeats') ? words.noGroupSeatNeeded(offer.groups.length) : '';
  }

  readonly #submit = (event: SubmitEvent) => {
    event.preventDefault();
    void this.#send('now');
  };

  readonly #hold = () => void this.#send('hold');

  readonly #leaveOut = (delivery: Delivery) => void this.#send(delivery, true);

  /** `without`: rows that cannot be read stay on the list instead of holding up the others. */
  async #send(delivery: Delivery, without = false): Promise<void> {
    const { host, words } = this;
    const { drafting } = this.#pane;
    const { standing } = host;
    const { people, choices } = drafting;
    if (!standing || !choices.value || this.busy) return;
    people.readAll();
    const { plan, offer, unreadable } = drafting;
    const sent = plan.sorted.sent.map(({ row }) => row);
    this.refusal = undefined;
    if (plan.full) return;
    const [faulty] = without ? [] : unreadable;
    if (faulty) {
      const leaveOut = sent.length > 0 ? { leaveOut: { rows: unreadable.length, delivery } } : {};
      this.refusal = { text: words.mendFirst(unreadable.length), ...leaveOut };
      void this.#pane.focus(`#email-${faulty.key}`);
      return;
    }
    const obstacle = drafting.obstacle(plan);
    if (obstacle) {
      this.refusal = { text: obstacle };
      return;
    }
    const body = drafting.body(sent, delivery);
    if (!host.dispatchEvent(new SeatkitBeforeInviteEvent(body))) return;
    this.busy = delivery;
    try {
      const { results, secondsLeft } = await this.#sending.send(host.api, standing.organizationId, body);
      this.#delivery = delivery;
      this.#take(sent, results, plan.pools, offer, secondsLeft);
    } catch (error) {
      if (this.opened) {
        this.report(error);
        this.refusal = { text: errorMessage(words, error) };
      } else host.fail(error);
    }
    this.busy = undefined;
  }

  /** Sorts the answer: refused rows stay on the list to be mended, everybody is told. */
  #take(sent: readonly Row[], results: readonly InvitationResult[], pools: readonly Pool[], offer: Offer, secondsLeft: number): void {
    const { words } = this;
    const { drafting } = this.#pane;
    const { people } = drafting;
    this.told = results.map((result) => tell(result, sent[result.row] as Row, pools));
    // An address that stood there twice was sent once, and both rows have the answer.
    const of = new Map(this.told.map((told) => [addressKey(told.typed.email), told]));
    const rows = people.rows.flatMap((row) => {
      const told = of.get(addressKey(row.email));
      if (!told) return row;
      if (told.outcome !== 'refused') return [];
      if (missedOut(told) || !told.problem) return row;
      return { ...row, stays: 'mend' as const, problem: problemMessage(words, told.problem) };
    });
    people.set(rows);
    if (people.isEmpty) drafting.clear();
    people.said = words.resultTitle(tallyOf(this.told));
    // Whatever it still says is of something before.
    this.#toast.hide();
    clearTimeout(this.#leaving);
    this.mailLeft = secondsLeft === 0;
    this.#leaving = setTimeout(() => {
      this.mailLeft = true;
    }, secondsLeft * 1000);
    // The button that was pressed is gone with the form.
    void this.updateComplete.then(() => this.heading?.focus());
    const taken = this.told.filter(({ outcome }) => outcome !== 'refused');
    if (taken.length > 0) this.host.dispatchEvent(new SeatkitInvitedEvent(results.filter(({ outcome }) => outcome !== 'refused')));
    const fresh = this.#delivery === 'now' && !this.mailLeft ? newlyInvited(taken) : [];
    if (fresh.length > 0) {
      this.#toast.show({
        seconds: secondsLeft,
        tooLate: words.mailHasLeft(fresh.length),
        text: (seconds) => words.mailLeaves(fresh.length, seconds),
        action: { label: words.undo, run: () => void this.#undo(fresh, offer) },
      });
    }
  }

  async #undo(fresh: readonly Told[], offer: Offer): Promise<void> {
    const { host, words } = this;
    const invitationsOf = (some: readonly Told[]) => some.flatMap(({ invitation }) => invitation ?? []);
    if (!host.standing || !host.dispatchEvent(new SeatkitBeforeInvitationsChangeEvent('revoked', invitationsOf(fresh)))) return;
    this.#toast.show({ seconds: 60, text: () => words.undoing });
    const undone = await takeBack(host.api, host.standing.organizationId, fresh, (error) => this.report(error));
    const before = this.told;
    this.told = before.filter((told) => !undone.includes(told));
    // What was taken back is on the list again, so that nothing typed is lost.
    this.#pane.drafting.putBack(
      undone.map(({ typed }) => ({ ...typed, problem: undefined, stays: undefined })),
      offer,
    );
    // Whoever has gone on to the list already stays where the focus is.
    if (this.opened && before.length > 0 && this.told.length === 0) void this.#pane.focus('.draft');
    if (undone.length > 0) host.dispatchEvent(new SeatkitInvitationsChangedEvent('revoked', invitationsOf(undone)));
    const left = fresh.length - undone.length;
    const said = [undone.length > 0 && words.undone(undone.length), left > 0 && words.undoFailed(left)].filter(Boolean).join(' ');
    if (this.#toast.offers) {
      // People invited meanwhile can be taken back there. A screen reader hears nothing beside an open dialog.
      this.#pane.drafting.people.said = said;
      void host.toast.say(said, left > 0);
    } else this.#toast.say(said, left > 0);
  }

  #discarded(back: () => void): void {
    const undo = () => {
      back();
      this.#toast.hide();
    };
    this.#toast.show({ seconds: 12, text: () => this.words.discarded, action: { label: this.words.undo, run: undo } });
    void this.#pane.focus('.draft');
  }

  readonly #showHeld = () => {
    this.shut();
    this.host.showHeld();
  };

  readonly #mend = (key: number) => {
    this.told = [];
    void this.#pane.focus(`#email-${key}`);
  };

  readonly #back = () => {
    this.told = [];
    void this.#pane.focus('.draft');
  };

  readonly #getSeats = (pool: Pool) => this.host.dispatchEvent(new SeatkitGetSeatsEvent(pool.id, pool.product));

  readonly #getSeatsOf = (id: string) => {
    const pool = this.#pool(id);
    if (pool) this.#getSeats(pool);
  };

  readonly #pool = (id: string) => this.#pane.drafting.choices.value?.pools.find((pool) => pool.id === id);
}

/** Enter in a box or on a choice would submit the form: people are invited by its button alone. */
function keepFromSubmitting(event: KeyboardEvent): void {
  if (event.key === 'Enter' && (event.target as Element).localName === 'input') event.preventDefault();
}
