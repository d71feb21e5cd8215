import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { type Standing, standingIn } from '../clients.ts';
import { Loader } from '../loader.ts';
import { icon } from '../parts/icon.ts';
import { SeatkitElement } from '../seatkit-element.ts';
import { above } from '../styles/above.styles.ts';
import { controls } from '../styles/controls.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { Lazy } from '../surface.ts';
import type { InviteForm } from './invite-form.ts';

/**
 * Invites several people at once, says what that does to the seats before, and what became of each afterwards.
 *
 * @tag seatkit-invite-dialog
 * @fires {SeatkitInvitedEvent} seatkit-invited - After the server has answered, with the rows it did not refuse.
 * @fires {SeatkitGetSeatsEvent} seatkit-get-seats - "Get more seats" was pressed.
 * @csspart trigger - The button that opens the dialog.
 * @csspart dialog - The dialog.
 * @csspart submit - Its main button.
 * @csspart toast - The message with "Undo".
 */
export class SeatkitInviteDialog extends SeatkitElement {
  static override styles = [tokens, controls, above];

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
    'dialog, submit, toast',
    async () => (await import('./invite-form.ts')).InviteForm,
  );

  /** What the caller may do; undefined until it is known. */
  get standing(): Standing | undefined {
    return this.#standing.value;
  }

  /** Opens the dialog. What was typed and not sent is still there. */
  show(): void {
    void this.#form.use((form) => form.show());
  }

  override render() {
    const { words, standing } = this;
    if (!standing && this.#standing.state === 'failed') {
      return this.noTrigger ? nothing : this.renderFailure(this.#standing.error, () => this.#standing.reload());
    }
    if (standing && !standing.may('invite')) return nothing;
    return html`${
      this.noTrigger
        ? nothing
        : html`<button
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
            </button>`
    }${this.#form.render()}${this.toast.render()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'seatkit-invite-dialog': SeatkitInviteDialog;
  }
}
