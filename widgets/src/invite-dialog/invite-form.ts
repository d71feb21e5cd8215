import type { InvitationResult, Pool } from '@seatkit/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { SeatkitGetSeatsEvent, SeatkitInvitedEvent } from '../events.ts';
import { Loader } from '../loader.ts';
import { icon } from '../parts/icon.ts';
import { Toast } from '../parts/toast.ts';
import { errorMessage, problemMessage } from '../problem-message.ts';
import { above } from '../styles/above.styles.ts';
import { controls } from '../styles/controls.styles.ts';
import { dialogs } from '../styles/dialog.styles.ts';
import { forms } from '../styles/forms.styles.ts';
import { meter } from '../styles/meter.styles.ts';
import { people as peopleStyles } from '../styles/people.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { Surface } from '../surface.ts';
import { type InviteWords, invite } from '../words/invite.ts';
import { looksLikeAddress } from './addresses.ts';
import { cutsOf, fitting, poolsFor, sharesOf } from './arithmetic.ts';
import { renderArithmetic } from './arithmetic-view.ts';
import { loadChoices } from './choices.ts';
import type { SeatkitInviteDialog } from './invite-dialog.ts';
import { styles } from './invite-form.styles.ts';
import { type Offer, renderOffer } from './offer-view.ts';
import { atMost, bodyOf, delaySeconds, emptyOffer } from './request.ts';
import { renderResult, type Told, tell } from './result-view.ts';
import { type Row, renderRows } from './rows-view.ts';
import { TypedPeople } from './typed-people.ts';
import { newlyInvited, takeBack } from './undo.ts';

/** The dialog that asks for people, says what inviting them does to the seats, and what became of each. */
export class InviteForm extends Surface<InviteWords, SeatkitInviteDialog> {
  static override styles = [tokens, controls, forms, peopleStyles, meter, dialogs, above, styles];
  protected override readonly dictionary = invite;

  @state() private opened = false;
  @state() private offer: Offer = emptyOffer();
  @state() private done: readonly Told[] = [];
  @state() private busy = false;
  @state() private notice = '';
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('dialog h2') private heading!: HTMLElement;
  @query('.draft') private draftField!: HTMLTextAreaElement | null;

  #attempt = { body: '', key: '' };
  #preset: string | undefined;
  readonly #toast = new Toast(this);
  readonly #people = new TypedPeople(this, () => {
    this.notice = '';
  });
  readonly #choices = new Loader(
    this,
    () => {
      const { api, standing, changes } = this.host;
      return this.opened && standing ? ([api, standing, changes] as const) : null;
    },
    async ([api, standing], signal) => {
      const choices = await loadChoices(api, standing, signal);
      this.#preselect(choices.admin, choices.groups);
      return choices;
    },
  );

  /** Opens the dialog. What was typed and not sent is still there. */
  show(): void {
    if (this.#finished) this.#reset();
    this.opened = true;
    this.notice = '';
    void this.updateComplete.then(() => {
      if (!this.dialog.open) this.dialog.showModal();
    });
  }

  override render(): TemplateResult {
    return html`<dialog class="invite ${this.#finished ? 'small-dialog' : ''}" part="dialog" aria-labelledby="title" @close=${this.#closed}>
        ${this.opened ? this.#renderOpen() : nothing}
      </dialog>
      ${this.opened ? nothing : this.#toast.render()}`;
  }

  #renderOpen(): TemplateResult {
    const { words } = this;
    return html`<form novalidate @submit=${this.#submit}>
      <header>
        <h2 id="title" tabindex="-1">${this.done.length > 0 ? this.#headline : words.invitePeople}</h2>
        <button class="icon-button" type="button" aria-label=${words.close} @click=${() => this.dialog.close()}>${icon('close')}</button>
      </header>
      ${this.#finished ? this.#renderFinished() : this.#renderForm()}
      <p class="hush" role="status">${this.#people.said}</p>
    </form>`;
  }

  /** Everybody was dealt with: only the result is left to read. */
  get #finished(): boolean {
    return this.done.length > 0 && this.#people.isEmpty;
  }

  get #headline(): string {
    const invited = this.done.filter(({ outcome }) => outcome === 'invited' || outcome === 'joined' || outcome === 'staged').length;
    return this.words.resultTitle(invited, this.#people.rows.filter(({ problem }) => problem).length);
  }

  #renderFinished(): TemplateResult {
    const { words } = this;
    return html`<div class="body">${renderResult(words, this.done)}</div>
      ${this.#toast.render(true)}
      <footer>
        <button class="button" type="button" @click=${this.#more}>${words.inviteMore}</button>
        <button class="button primary" type="button" @click=${() => this.dialog.close()}>${words.done}</button>
      </footer>`;
  }

  #renderForm(): TemplateResult {
    const { words } = this;
    const choices = this.#choices.value;
    const people = this.#people;
    const readable = people.all.filter(({ email }) => looksLikeAddress(email)).length;
    const pools = poolsFor(choices?.pools ?? [], this.offer.groups);
    const shares = sharesOf(pools, this.offer.poolIds, readable);
    const fits = fitting(shares, readable);
    const full = readable > 0 && fits === 0 ? shares.find(({ blocks, takes }) => blocks && takes === 0) : undefined;
    const reason = this.notice || (full ? words.noFreeSeat(full.pool.name || full.pool.product) : '');
    return html`<div class="body panes">
        <div class="pane">
          ${this.done.length > 0 ? html`<p class="small">${words.refusedHint}</p>` : nothing}
          <div class="labelled">
            <label for="draft">${words.addresses}</label>
            <textarea
              id="draft"
              class="field draft"
              autofocus
              rows="3"
              autocomplete="off"
              spellcheck="false"
              aria-describedby="draft-hint"
              .value=${people.draft}
              @input=${(event: Event) => people.type((event.currentTarget as HTMLTextAreaElement).value)}
              @keydown=${people.keyed}
              @paste=${people.pasted}
            ></textarea>
            <span id="draft-hint" class="small">${words.addressesHint}</span>
          </div>
          ${renderRows(words, people.rows, cutsOf(shares, readable), this.#rowActs)}
          ${this.done.length > 0 ? renderResult(words, this.done) : nothing}
        </div>
        <div class="pane offer">
          ${
            choices
              ? renderOffer(words, choices, pools, this.offer, (changes) => {
                  this.offer = { ...this.offer, ...changes };
                  this.notice = '';
                })
              : this.#choices.state === 'failed'
                ? this.host.renderFailure(this.#choices.error, () => this.#choices.reload())
                : this.host.renderBones(4)
          }
        </div>
      </div>
      ${this.#toast.render(true)}
      <footer>
        ${renderArithmetic(words, shares, readable, this.host.getSeats ? this.#getSeats : undefined, this.#noSeats)}
        <div class="go">
          ${reason ? html`<p class="danger" role="alert">${reason}</p>` : nothing}
          <button class="button primary" part="submit" type="submit" aria-disabled=${this.busy || full !== undefined || !choices}>
            ${this.busy ? words.inviting : readable === 0 ? words.invitePeople : fits > 0 && fits < readable ? words.inviteSome(fits, readable) : words.invite(readable)}
          </button>
        </div>
      </footer>`;
  }

  /** Chooses the group of `group-id`, or a group admin's only one; once, so that leaving it out again stays possible. */
  #preselect(admin: boolean, groups: readonly { readonly id: string }[]): void {
    if (this.#preset === this.host.groupId) return;
    this.#preset = this.host.groupId;
    const chosen = groups.find(({ id }) => id === this.host.groupId) ?? (!admin && groups.length === 1 ? groups[0] : undefined);
    if (chosen) this.offer = { ...this.offer, groups: new Map([[chosen.id, 'member']]) };
  }

  #reset(): void {
    this.#people.clear();
    this.done = [];
    this.notice = '';
    this.offer = emptyOffer();
    this.#preset = undefined;
    const choices = this.#choices.value;
    if (choices) this.#preselect(choices.admin, choices.groups);
  }

  readonly #more = async () => {
    this.#reset();
    await this.updateComplete;
    this.draftField?.focus();
  };

  readonly #closed = () => {
    this.opened = false;
  };

  readonly #rowActs = {
    edit: (key: number, changes: Partial<Row>) => this.#people.edit(key, changes),
    remove: (key: number) => {
      this.#people.remove(key);
      this.draftField?.focus();
    },
    leave: () => this.draftField?.focus(),
  };

  readonly #getSeats = (pool: Pool) => this.host.dispatchEvent(new SeatkitGetSeatsEvent(pool.id, pool.product));

  /** A group admin sees the pools of the own groups only, so nothing can be said of the others. */
  get #noSeats(): string {
    const { words } = this;
    const groups = this.offer.groups.size;
    if (this.#choices.value?.admin) return words.noSeatNeeded;
    return groups > 0 && this.host.standing?.may('manageSeats') ? words.noGroupSeatNeeded(groups) : '';
  }

  /** Why the form cannot be sent, as a sentence; empty when it can. */
  get #obstacle(): string {
    const { words } = this;
    const { rows } = this.#people;
    const unreadable = rows.filter(({ email }) => !looksLikeAddress(email)).length;
    if (rows.length === 0) return words.nobodyListed;
    if (unreadable > 0) return words.mendFirst(unreadable);
    if (rows.length > atMost) return words.tooMany;
    if (!this.#choices.value?.admin && this.offer.groups.size === 0) return words.groupNeeded;
    return '';
  }

  readonly #submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const standing = this.host.standing;
    const choices = this.#choices.value;
    const disabled = this.renderRoot.querySelector('[part=submit]')?.getAttribute('aria-disabled') === 'true';
    if (!standing || !choices || this.busy || disabled) return;
    if (this.#people.draft.trim()) this.#people.absorb();
    this.notice = this.#obstacle;
    if (this.notice) return;

    const sent = this.#people.rows;
    const pools = poolsFor(choices.pools, this.offer.groups);
    const body = bodyOf(sent, this.offer, pools);
    // Pressing again after an answer that never came repeats the same request instead of making a second one.
    const text = JSON.stringify(body);
    if (this.#attempt.body !== text) this.#attempt = { body: text, key: `${Date.now()}-${Math.random()}` };
    this.busy = true;
    const started = Date.now();
    try {
      const { results } = await this.host.api.invitations.create(standing.organizationId, body, { idempotencyKey: this.#attempt.key });
      this.#attempt = { body: '', key: '' };
      this.#take(sent, results, pools, Math.max(1, delaySeconds - Math.ceil((Date.now() - started) / 1000)));
    } catch (error) {
      this.report(error);
      this.notice = errorMessage(this.words, error);
    }
    this.busy = false;
  };

  /** Sorts the answer: refused rows stay where they can be mended, the others are told. */
  #take(sent: readonly Row[], results: readonly InvitationResult[], pools: readonly Pool[], secondsLeft: number): void {
    const { words } = this;
    const refused = new Map(results.filter(({ outcome }) => outcome === 'refused').map((result) => [sent[result.row], result.problem]));
    const rows = this.#people.rows.flatMap((row) => {
      if (!sent.includes(row)) return row;
      if (!refused.has(row)) return [];
      const problem = refused.get(row);
      return { ...row, problem: problem ? problemMessage(words, problem) : words.outcome.refused };
    });
    this.#people.set(rows);
    const taken = results.filter(({ outcome }) => outcome !== 'refused');
    this.done = [...this.done, ...taken.map((result) => tell(result, pools))];
    // The button that was pressed is gone with the form.
    if (this.#finished) void this.updateComplete.then(() => this.heading.focus());
    this.#people.said = this.#headline;
    if (taken.length > 0) this.host.dispatchEvent(new SeatkitInvitedEvent(taken));
    const fresh = newlyInvited(taken);
    if (fresh.length > 0) {
      this.#toast.show({
        seconds: secondsLeft,
        text: (seconds) => words.mailLeaves(fresh.length, seconds),
        action: { label: words.undo, run: () => this.#undo(sent, fresh) },
      });
    }
  }

  async #undo(sent: readonly Row[], fresh: readonly InvitationResult[]): Promise<void> {
    const standing = this.host.standing;
    if (!standing) return;
    this.#toast.show({ seconds: 60, text: () => this.words.undoing });
    const left = await takeBack(this.host.api, standing.organizationId, fresh, (error) => this.report(error));
    const undone = fresh.filter((result) => !left.includes(result));
    // What was taken back is on the list again, so that nothing typed is lost.
    const gone = new Set(undone.map(({ invitation }) => invitation?.id));
    this.done = this.done.filter(({ invitation }) => !gone.has(invitation?.id) || invitation === undefined);
    const back = undone.flatMap((result) => sent[result.row] ?? []).map((row) => ({ ...row, problem: undefined }));
    this.#people.set([...back, ...this.#people.rows]);
    this.#toast.say(
      [undone.length ? this.words.undone(undone.length) : '', left.length ? this.words.undoFailed(left.length) : '']
        .filter(Boolean)
        .join(' '),
      left.length > 0,
    );
  }
}
