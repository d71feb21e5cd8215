import { html, nothing, type TemplateResult } from 'lit';
import { query } from 'lit/decorators.js';
import { icon } from '../parts/icon.ts';
import { Modal } from '../parts/modal.ts';
import { Toast } from '../parts/toast.ts';
import { errorMessage } from '../problem-message.ts';
import { above } from '../styles/above.styles.ts';
import { controls } from '../styles/controls.styles.ts';
import { dialogs } from '../styles/dialog.styles.ts';
import { people } from '../styles/people.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { type InviteWords, invite } from '../words/invite.ts';
import { HeldPeople } from './held-people.ts';
import type { SeatkitInviteDialog } from './invite-dialog.ts';
import { placeOf } from './known-people.ts';
import { outcomes } from './outcomes.styles.ts';

/** Shows whose mail is held, and sends it. */
export class HeldDialog extends Modal<InviteWords, SeatkitInviteDialog> {
  static override styles = [tokens, controls, people, dialogs, above, outcomes];
  protected override readonly dictionary = invite;

  @query('dialog h2') private heading!: HTMLElement | null;

  readonly #toast = new Toast(this);
  readonly #held = new HeldPeople(this, () => (this.opened ? placeOf(this.host) : null));

  /** Opens the list. */
  show(): void {
    this.error = undefined;
    void this.openModal();
  }

  override render(): TemplateResult {
    const { words } = this;
    const { value } = this.#held.loader;
    return html`<dialog class="small-dialog" closedby="any" part="dialog" aria-labelledby="title">
        ${
          this.opened
            ? html`<header>
                  <h2 id="title" tabindex="-1">${value ? (value.items.length > 0 ? words.heldTitle(value.total) : words.heldNobody) : words.loading}</h2>
                  <button class="icon-button" type="button" aria-label=${words.close} @click=${this.shut}>${icon('close')}</button>
                </header>
                <div class="body">${this.#renderList()}</div>
                ${this.#toast.render(true)} ${this.#renderFoot()}`
            : nothing
        }
      </dialog>
      ${this.opened ? nothing : this.#toast.render()}`;
  }

  #renderList(): TemplateResult {
    const { words } = this;
    const { loader, failed, showMore } = this.#held;
    const { value } = loader;
    if (!value) return loader.state === 'failed' ? this.host.renderFailure(loader.error, () => loader.reload()) : this.host.renderBones(3);
    const { items, total } = value;
    const problems = new Map(failed.map(({ item, error }) => [item.id, errorMessage(words, error)]));
    return html`${items.length > 0 ? html`<p class="lead">${words.heldLead}</p>` : nothing}
      <ul class="outcomes" part="held-people">
        ${items.map(({ id, email, expiresAt }) => {
          const problem = problems.get(id);
          return html`<li>
            ${problem ? icon('warn', 'danger') : html`<span class="dot dotted"></span>`}
            <div>
              <bdi dir="ltr">${email}</bdi>
              <p class="small ${problem ? 'danger' : ''}">${problem ?? words.expires(words.date(expiresAt))}</p>
            </div>
          </li>`;
        })}
      </ul>
      ${
        typeof total !== 'number' || total > items.length
          ? html`<button class="button" type="button" @click=${showMore}>${words.showMore}</button>`
          : nothing
      }`;
  }

  #renderFoot(): TemplateResult {
    const { words, error } = this;
    const { loader, sending } = this.#held;
    const { total = 0, items = [] } = loader.value ?? {};
    return html`<footer>
      <p class="go" role="status">
        ${sending ? html`<span class="small num">${words.sendingMails(sending.sent, sending.of)}</span>` : nothing}
        ${error === undefined ? nothing : html`<span class="danger" role="alert">${errorMessage(words, error)}</span>`}
      </p>
      <button class="button" type="button" @click=${this.shut}>${words.close}</button>
      ${
        items.length > 0
          ? html`<button class="button primary" part="send-held" type="button" aria-disabled=${sending !== undefined} @click=${this.#send}>${words.sendMails(total)}</button>`
          : nothing
      }
    </footer>`;
  }

  /** Nobody is held any more, so the button that opened this is about to go. */
  #leave(): void {
    const { dialog, host } = this;
    // Whoever has shut it meanwhile may be elsewhere in the page.
    if (!dialog.open && !host.matches(':focus-within')) return;
    dialog.close();
    host.renderRoot.querySelector<HTMLElement>('[part=trigger]')?.focus();
  }

  readonly #send = async () => {
    this.error = undefined;
    try {
      const sent = await this.#held.send();
      if (sent === undefined) return;
      if (sent > 0) this.#toast.say(this.words.mailsSent(sent));
      if (this.#held.failed.length > 0) this.heading?.focus();
      else this.#leave();
    } catch (error) {
      this.fail(error);
    }
  };
}
