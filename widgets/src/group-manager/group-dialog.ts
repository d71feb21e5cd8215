import type { Group } from '@seatkit/sdk';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from '../parts/icon.ts';
import { errorMessage } from '../problem-message.ts';
import type { SeatkitGroupManager } from './group-manager.ts';

type Task = { readonly kind: 'create' } | { readonly kind: 'rename' | 'remove'; readonly group: Group };

/** Asks for the name of a group, or says what removing it means. */
export class GroupDialog implements ReactiveController {
  readonly #host: SeatkitGroupManager;
  #task: Task = { kind: 'create' };
  #name = '';
  #error: unknown;
  #busy = false;
  #nameless = false;

  constructor(host: SeatkitGroupManager) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  create(): void {
    void this.#open({ kind: 'create' }, '');
  }

  rename(group: Group): void {
    void this.#open({ kind: 'rename', group }, group.name);
  }

  remove(group: Group): void {
    void this.#open({ kind: 'remove', group }, group.name);
  }

  render(): TemplateResult {
    const { words } = this.#host;
    const task = this.#task;
    const title =
      task.kind === 'create'
        ? words.newGroup
        : task.kind === 'rename'
          ? words.renameGroup(task.group.name)
          : words.deleteGroupTitle(task.group.name);
    const button = { create: words.createGroup, rename: words.save, remove: words.deleteGroup }[task.kind];
    return html`<dialog class="group-dialog" part="dialog" aria-labelledby="group-dialog-title">
      <form novalidate @submit=${this.#submit}>
        <header><h2 id="group-dialog-title">${title}</h2></header>
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
                    aria-invalid=${this.#nameless || this.#error !== undefined}
                    aria-describedby=${this.#nameless ? 'group-name-problem' : nothing}
                    .value=${live(this.#name)}
                    @input=${(event: Event) => {
                      this.#name = (event.currentTarget as HTMLInputElement).value;
                      this.#sayNameless(false);
                    }}
                  />
                  ${this.#nameless ? html`<span id="group-name-problem" class="small danger" role="alert">${words.groupNameNeeded}</span>` : nothing}
                </div>`
          }
          ${this.#error === undefined ? nothing : html`<p class="note bad" role="alert">${icon('warn')}<span>${errorMessage(words, this.#error)}</span></p>`}
        </div>
        <footer>
          <button class="button" type="button" @click=${() => this.#element?.close()}>${words.cancel}</button>
          <button class="button ${task.kind === 'remove' ? 'destroy' : 'primary'}" type="submit" aria-disabled=${this.#busy}>${button}</button>
        </footer>
      </form>
    </dialog>`;
  }

  get #element(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector<HTMLDialogElement>('.group-dialog');
  }

  async #open(task: Task, name: string): Promise<void> {
    this.#task = task;
    this.#name = name;
    this.#nameless = false;
    this.#error = undefined;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#element?.showModal();
    this.#element?.querySelector('input')?.select();
  }

  readonly #submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const organizationId = this.#host.standing?.organizationId;
    const name = this.#name.trim();
    if (this.#busy || !organizationId) return;
    if (!name) {
      this.#sayNameless(true);
      this.#element?.querySelector('input')?.focus();
      return;
    }
    this.#busy = true;
    this.#error = undefined;
    this.#host.requestUpdate();
    try {
      await this.#run(organizationId, name);
      this.#element?.close();
    } catch (error) {
      this.#error = error;
      this.#host.report(error);
    }
    this.#busy = false;
    this.#host.requestUpdate();
  };

  #sayNameless(nameless: boolean): void {
    this.#nameless = nameless;
    this.#host.requestUpdate();
  }

  async #run(organizationId: string, name: string): Promise<void> {
    const host = this.#host;
    const { client, words } = host;
    const task = this.#task;
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
