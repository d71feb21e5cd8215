import type { Total } from '@seatkit/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { type Standing, standingIn } from '../clients.ts';
import { Lazy } from '../lazy.ts';
import { Loader } from '../loader.ts';
import { icon } from '../parts/icon.ts';
import { SeatkitElement } from '../seatkit-element.ts';
import { controls } from '../styles/controls.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { type PersonWords, person } from '../words/person.ts';
import type { HeldDialog } from './held-dialog.ts';
import type { InviteForm } from './invite-form.ts';

/**
 * Invites several people at once, says what that does to the seats before, and what became of each afterwards. Mail leaves after 20 seconds, or is
 * held until somebody sends it: a second button beside the first one says how many are held. What is typed is kept in `sessionStorage` until it is sent
 * or discarded, so that a reload offers it again.
 *
 * @tag seatkit-invite-dialog
 * @fires {SeatkitBeforeInviteEvent} seatkit-before-invite - Right before people are invited; `preventDefault()` keeps it from happening.
 * @fires {SeatkitInvitedEvent} seatkit-invited - After the server has answered, with the rows it did not refuse.
 * @fires {SeatkitBeforeInvitationsChangeEvent} seatkit-before-invitations-change - Before held mail is sent, or what was just sent is taken back;
 * `preventDefault()` keeps it from happening.
 * @fires {SeatkitInvitationsChangedEvent} seatkit-invitations-changed - After held mail was sent, or invitations were taken back.
 * @fires {SeatkitGetSeatsEvent} seatkit-get-seats - "Get more seats" was pressed.
 * @csspart trigger - The button that opens the dialog.
 * @csspart dialog - The dialog.
 * @csspart submit - Its main button.
 * @csspart hold - Its button that keeps the mail back.
 * @csspart people - The people on the list.
 * @csspart arithmetic - What is free and what the invitation takes, for each pool.
 * @csspart get-seats - "Get more seats".
 * @csspart preview - The preview of the mail.
 * @csspart results - What became of each person.
 * @csspart held - The button that opens the list of people whose mail is held.
 * @csspart held-people - That list.
 * @csspart send-held - The button that sends their mail.
 * @csspart toast - The message with "Undo".
 */
export class SeatkitInviteDialog extends SeatkitElement {
  static override styles = [tokens, controls];
  protected override readonly dictionary = person;

  /** @internal */
  override get words(): PersonWords {
    return person.for(this.language);
  }

  /** Renders no button of its own: the page calls `show()`. */
  @property({ type: Boolean, attribute: 'no-trigger' }) noTrigger = false;
  /** A group to invite into, chosen beforehand. */
  @property({ attribute: 'group-id' }) groupId = '';
  /** Shows "Get more seats", which fires `seatkit-get-seats`: only where the page listens. */
  @property({ type: Boolean, attribute: 'get-seats' }) getSeats = false;

  readonly #standing = new Loader(
    this,
    () => [this.api, this.organizationId, this.changes] as const,
    ([api, organizationId]) => standingIn(api, organizationId),
  );
  readonly #form = new Lazy<InviteForm>(
    this,
    'seatkit-invite-form',
    'dialog, submit, hold, people, arithmetic, get-seats, preview, results, toast',
    async () => (await import('./invite-form.ts')).InviteForm,
  );
  readonly #heldDialog = new Lazy<HeldDialog>(
    this,
    'seatkit-held-dialog',
    'dialog, held-people, send-held, toast',
    async () => (await import('./held-dialog.ts')).HeldDialog,
  );
  /** How many people are held. */
  readonly #held = new Loader(
    this,
    () => (this.standing?.may('invite') && !this.noTrigger ? ([this.api, this.standing] as const) : null),
    async ([api, { organizationId }], signal) =>
      (await api.invitations.list(organizationId, { status: 'held', limit: 1 }, { signal })).total,
  );

  /** @internal What the caller may do; undefined until it is known. */
  get standing(): Standing | undefined {
    return this.#standing.value;
  }

  /** @internal In place of what depends on it: why that is not known, and a way on. */
  renderUnknown(): TemplateResult | undefined {
    const { state, error } = this.#standing;
    return state === 'failed' && !this.standing ? this.renderFailure(error, () => this.#standing.reload()) : undefined;
  }

  /** Opens the dialog. What was typed and not sent is still there; `people`, in any form that can be pasted, come to it. */
  show(people = ''): void {
    void this.#form.use((form) => form.show(people));
  }

  /** Opens the list of people whose mail is held, to send it. */
  showHeld(): void {
    void this.#heldDialog.use((dialog) => dialog.show());
  }

  /** @internal How many people are held; 0 until it is known, and without a button. */
  get held(): Total {
    return this.#held.value ?? 0;
  }

  override render() {
    const { words, standing } = this;
    const unknown = this.renderUnknown();
    if (unknown && !this.noTrigger) return unknown;
    if (standing && !standing.may('invite')) return nothing;
    return html`${
      this.noTrigger
        ? nothing
        : html`<div class="chips"><button
              class="button primary"
              part="trigger"
              type="button"
              aria-haspopup="dialog"
              aria-disabled=${!standing}
              @pointerenter=${this.#form.warm}
              @focus=${this.#form.warm}
              @click=${() => standing && this.show()}
            >
              ${icon('plus')}<span>${words.invitePeople}</span>
            </button>
            ${
              this.held === 0
                ? nothing
                : html`<button
                    class="button"
                    part="held"
                    type="button"
                    aria-haspopup="dialog"
                    @pointerenter=${this.#heldDialog.warm}
                    @focus=${this.#heldDialog.warm}
                    @click=${this.showHeld}
                  >
                    <span>${words.held(this.held)}</span>
                  </button>`
            }</div>`
    }${this.#form.render()}${this.#heldDialog.render()}${this.toast.render()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'seatkit-invite-dialog': SeatkitInviteDialog;
  }
}
