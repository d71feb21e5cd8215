import type { Group } from '@seatkit/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { icon } from '../parts/icon.ts';
import { errorMessage } from '../problem-message.ts';
import { controls } from '../styles/controls.styles.ts';
import { dialogs } from '../styles/dialog.styles.ts';
import { forms } from '../styles/forms.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { Surface } from '../surface.ts';
import { type GroupWords, group } from '../words/group.ts';
import type { SeatkitGroupManager } from './group-manager.ts';

type Task = { readonly kind: 'create' } | { readonly kind: 'rename' | 'remove'; readonly group: Group };

/** Asks for the name of a group, or says what removing it means. */
export class GroupDialog extends Surface<GroupWords, SeatkitGroupManager> {
  static override styles = [tokens, controls, forms, dialogs];
  protected override readonly dictionary = group;

  @state() private task: Task = { kind: 'create' };
  @state() private name = '';
  @state() private error: unknown;
  @state() private busy = false;
  @state() private nameless = false;
  @query('dialog') private dialog!: HTMLDialogElement;

  create(): void {
    void this.#open({ kind: 'create' }, '');
  }

  rename(group: Group): void {
    void this.#open({ kind: 'rename', group }, group.name);
  }

  delete(group: Group): void {
    void this.#open({ kind: 'remove', group }, group.name);
  }

  override render(): TemplateResult {
    const { words, task } = this;
    const title =
      task.kind === 'create'
        ? words.newGroup
        : task.kind === 'rename'
          ? words.renameGroup(task.group.name)
          : words.deleteGroupTitle(task.group.name);
    const button = { create: words.createGroup, rename: words.save, remove: words.deleteGroup }[task.kind];
    return html`<dialog part="dialog" aria-labelledby="title">
      <form novalidate @submit=${this.#submit}>
        <header><h2 id="title">${title}</h2></header>
        <div class="body">
          ${
            task.kind === 'remove'
              ? html`<p>${words.deleteGroupNote}</p>`
              : html`<div class="labelled">
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
                </div>`
          }
          ${this.error === undefined ? nothing : html`<p class="note bad" role="alert">${icon('warn')}<span>${errorMessage(words, this.error)}</span></p>`}
        </div>
        <footer>
          <button class="button" type="button" @click=${() => this.dialog.close()}>${words.cancel}</button>
          <button class="button ${task.kind === 'remove' ? 'destroy' : 'primary'}" type="submit" aria-disabled=${this.busy}>${button}</button>
        </footer>
      </form>
    </dialog>`;
  }

  async #open(task: Task, name: string): Promise<void> {
    this.task = task;
    this.name = name;
    this.nameless = false;
    this.error = undefined;
    await this.updateComplete;
    this.dialog.showModal();
    this.dialog.querySelector('input')?.select();
  }

  readonly #submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const organizationId = this.host.standing?.organizationId;
    const name = this.name.trim();
    if (this.busy || !organizationId) return;
    if (!name) {
      this.nameless = true;
      this.dialog.querySelector('input')?.focus();
      return;
    }
    this.busy = true;
    this.error = undefined;
    try {
      await this.#run(organizationId, name);
      this.dialog.close();
    } catch (error) {
      this.error = error;
      this.host.report(error);
    }
    this.busy = false;
  };

  async #run(organizationId: string, name: string): Promise<void> {
    const { host, words, task } = this;
    const client = host.api;
    if (task.kind === 'create') {
      const group = await client.groups.create(organizationId, { name });
      host.groupId = group.id;
      host.saved('created', group.id, words.groupCreated(group.name));
    } else if (task.kind === 'rename') {
      await client.groups.update(organizationId, task.group.id, { name });
      host.saved('renamed', task.group.id, words.groupRenamed(name));
    } else {
      await client.groups.delete(organizationId, task.group.id);
      host.groupId = '';
      host.saved('removed', task.group.id, words.groupDeleted(task.group.name));
    }
  }
}
