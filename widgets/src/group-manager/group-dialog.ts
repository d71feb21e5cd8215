import { type Group, SeatkitError } from '@seatkit/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { icon } from '../parts/icon.ts';
import { Modal } from '../parts/modal.ts';
import { errorMessage } from '../problem-message.ts';
import { controls } from '../styles/controls.styles.ts';
import { dialogs } from '../styles/dialog.styles.ts';
import { forms } from '../styles/forms.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { type GroupWords, group } from '../words/group.ts';
import type { SeatkitGroupManager } from './group-manager.ts';

/** Asks for the name of a group: of a new one, or another name for one that is there. Each opening has a new one. */
export class GroupDialog extends Modal<GroupWords, SeatkitGroupManager> {
  static override styles = [tokens, controls, forms, dialogs];
  protected override readonly dictionary = group;

  /** The group that gets another name; none is made a new one. */
  @state() private group: Group | undefined;
  @state() private name = '';
  @state() private busy = false;
  @state() private nameless = false;

  create(): void {
    void this.#open(undefined);
  }

  rename(group: Group): void {
    void this.#open(group);
  }

  override render(): TemplateResult {
    const { words, group } = this;
    return html`<dialog part="dialog" aria-labelledby="title">
      <form novalidate @submit=${this.#submit}>
        <header><h2 id="title">${group ? words.renameGroup(group.name) : words.newGroup}</h2></header>
        <div class="body">
          <div class="labelled">
            <label for="group-name">${words.groupName}</label>
            <input
              id="group-name"
              class="field"
              maxlength="200"
              dir="auto"
              autocomplete="off"
              aria-invalid=${this.nameless || this.error !== undefined}
              aria-describedby=${this.nameless ? 'group-name-problem' : nothing}
              .value=${live(this.name)}
              @input=${(event: Event) => {
                this.name = (event.currentTarget as HTMLInputElement).value;
                this.nameless = false;
              }}
            />
            ${this.nameless ? html`<span id="group-name-problem" class="small danger" role="alert">${words.groupNameNeeded}</span>` : nothing}
          </div>
          ${this.error === undefined ? nothing : html`<p class="note bad" role="alert">${icon('warn')}<span>${this.#problem}</span></p>`}
        </div>
        <footer>
          <button class="button" type="button" @click=${this.shut}>${words.cancel}</button>
          <button class="button primary" type="submit" aria-disabled=${this.busy}>${group ? words.save : words.createGroup}</button>
        </footer>
      </form>
    </dialog>`;
  }

  /** The name may be that of a group that the list does not show. */
  get #problem(): string {
    const { words, error } = this;
    return error instanceof SeatkitError && error.code === 'name_taken' ? words.groupNameTaken : errorMessage(words, error);
  }

  async #open(group: Group | undefined): Promise<void> {
    this.group = group;
    this.name = group?.name ?? '';
    await this.openModal();
    this.dialog.querySelector('input')?.select();
  }

  readonly #submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const name = this.name.trim();
    if (this.busy) return;
    if (!name) {
      this.nameless = true;
      this.dialog.querySelector('input')?.focus();
      return;
    }
    this.busy = true;
    this.error = undefined;
    try {
      // What was typed stays where the page keeps it from happening.
      if (await this.#run(name)) this.dialog.close();
    } catch (error) {
      this.fail(error);
    }
    this.busy = false;
  };

  async #run(name: string): Promise<boolean> {
    const { host, words, group, whose } = this;
    if (!host.mayGoOn(group ? 'renamed' : 'created', group?.id ?? '', name)) return false;
    if (group) {
      await host.api.groups.update(group.organizationId, group.id, { name });
      host.saved(whose, 'renamed', group.id, words.groupRenamed(name));
    } else {
      const made = await host.api.groups.create(host.standing?.organizationId ?? '', { name });
      if (whose === host.whose) host.groupId = made.id;
      host.saved(whose, 'created', made.id, words.groupCreated(made.name));
    }
    return true;
  }
}
