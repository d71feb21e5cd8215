import type { Group } from '@seatkit/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Standing } from '../clients.ts';
import { type GroupPersonSaved, type GroupSaved, SeatkitBeforeGroupSaveEvent, SeatkitGroupSavedEvent } from '../events.ts';
import { Lazy } from '../lazy.ts';
import { Loader } from '../loader.ts';
import { icon } from '../parts/icon.ts';
import type { QuestionDialog } from '../parts/question-dialog.ts';
import { errorMessage } from '../problem-message.ts';
import { SeatkitElement } from '../seatkit-element.ts';
import { controls } from '../styles/controls.styles.ts';
import { meter } from '../styles/meter.styles.ts';
import { people } from '../styles/people.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { type GroupsWords, groups } from '../words/groups.ts';
import type { GroupDetail } from './group-detail.ts';
import type { GroupDialog } from './group-dialog.ts';
import { GroupList } from './group-list.ts';
import { styles } from './group-manager.styles.ts';

/**
 * The groups the caller looks after, and the people of each in their three relations.
 *
 * @tag seatkit-group-manager
 * @fires {SeatkitBeforeGroupSaveEvent} seatkit-before-group-save - Before a group or its people are changed; `preventDefault()` keeps it from happening.
 * @fires {SeatkitGroupSavedEvent} seatkit-group-saved - A group or its people were changed.
 * @fires {SeatkitGetSeatsEvent} seatkit-get-seats - "Get more seats" was pressed.
 * @slot actions - Below the search for groups: a button of yours.
 * @slot empty - In place of the sentence that there is no group yet.
 * @csspart list - The groups.
 * @csspart detail - The chosen group.
 * @csspart pool - Its seats, pool by pool.
 * @csspart bar - The bar of a pool.
 * @csspart sum - The figures of a pool.
 * @csspart get-seats - "Get more seats".
 * @csspart person - Somebody in the group.
 * @csspart menu-button - The button of a person, or of the group, that opens a menu.
 * @csspart menu - That menu.
 * @csspart dialog - Every dialog: a new group, several people, moving somebody, a question, and the one that invites.
 * @csspart toast - The message that says what was done.
 */
export class SeatkitGroupManager extends SeatkitElement {
  static override styles = [tokens, controls, people, meter, styles];
  protected override readonly dictionary = groups;

  /** @internal */
  override get words(): GroupsWords {
    return groups.for(this.language);
  }

  /** The chosen group; changes as the person chooses. */
  @property({ attribute: 'group-id' }) groupId = '';
  /** Shows "Get more seats", which fires `seatkit-get-seats`: only where the page listens. */
  @property({ type: Boolean, attribute: 'get-seats' }) getSeats = false;

  /** @internal What the caller may do; undefined until it is known. */
  get standing(): Standing | undefined {
    return this.#standing?.of === this.whose ? this.#standing.standing : undefined;
  }
  /** @internal */
  set standing(standing: Standing | undefined) {
    this.#standing = standing && { standing, of: this.whose };
  }
  #standing: { readonly standing: Standing; readonly of: object } | undefined;
  /** @internal */
  readonly question = new Lazy<QuestionDialog>(
    this,
    'seatkit-question',
    'dialog',
    async () => (await import('../parts/question-dialog.ts')).QuestionDialog,
  );
  /** @internal */
  readonly dialog = new Lazy<GroupDialog>(
    this,
    'seatkit-group-dialog',
    'dialog',
    async () => (await import('./group-dialog.ts')).GroupDialog,
  );
  /** @internal */
  readonly list = new GroupList(this);
  readonly #detail = new Lazy<GroupDetail>(
    this,
    'seatkit-group-detail',
    'person, pool, bar, sum, get-seats, menu, menu-button, dialog',
    async () => (await import('./group-detail.ts')).GroupDetail,
  );
  /** The chosen group when it is not among those listed so far. */
  readonly #chosen = new Loader(
    this,
    () =>
      this.standing && this.groupId && !this.#listed
        ? ([this.api, this.standing.organizationId, this.groupId, this.changes] as const)
        : null,
    ([api, organizationId, groupId], signal) => api.groups.get(organizationId, groupId, { signal }),
  );

  #known: Group | undefined;

  get #listed(): Group | undefined {
    return this.list.pages.value?.items.find(({ id }) => id === this.groupId);
  }

  /** @internal The group to show: the chosen one, else the first, which a narrow widget keeps behind its list. */
  get group(): Group | undefined {
    if (!this.groupId) return this.list.pages.value?.items[0];
    // While the list is searched, a chosen group that it does not show any more stays until it has been read by itself.
    const known = [this.#listed, this.#chosen.value, this.#known];
    this.#known = known.find((group) => group?.id === this.groupId);
    return this.#known;
  }

  /** @internal Asks the page whether a change may be made. */
  mayGoOn(change: GroupSaved, groupId: string, name: string, person: GroupPersonSaved | null = null): boolean {
    return this.dispatchEvent(new SeatkitBeforeGroupSaveEvent(change, groupId, name, person));
  }

  /** @internal Tells the page of a change, and the person who is still where it was asked for; answers whether that is so. */
  saved(whose: object, change: GroupSaved, groupId: string, said: string, person: GroupPersonSaved | null = null): boolean {
    const stays = whose === this.whose;
    if (stays) this.toast.say(said);
    this.dispatchEvent(new SeatkitGroupSavedEvent(change, groupId, person));
    return stays;
  }

  /** @internal Chooses a group, or none: in a narrow widget the list shows again. */
  async choose(id: string): Promise<void> {
    this.groupId = id;
    await this.updateComplete;
    if (id) await this.#detail.use((detail) => detail.focusTitle());
    else this.list.focus();
  }

  /** @internal Goes back to the list, in which a group does not stand any more. */
  async leave(id: string): Promise<void> {
    this.list.pages.drop((group) => group.id === id);
    await this.choose('');
  }

  override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.group && !this.#detail.element) void this.#detail.use(() => {});
  }

  override render(): TemplateResult {
    const { value, state, error } = this.list.pages;
    if (state === 'failed' && !value) return this.renderFailure(error, () => this.list.pages.reload());
    if (!value) return html`<div class="card">${this.renderBones(6)}</div>`;
    const opened = html`${this.question.render()} ${this.dialog.render()} ${this.toast.render()}`;
    if (this.list.none && !this.groupId) return html`${this.#renderNone()} ${opened}`;
    return html`<div class="frame"><div class="card groups" data-pane=${this.groupId ? 'detail' : 'list'}>
        ${this.list.render()}
        <div class="detail" part="detail">${this.group ? this.#detail.render() : this.#renderNotShown()}</div>
      </div></div>
      ${opened}`;
  }

  #renderNone(): TemplateResult {
    const { words } = this;
    const may = this.standing?.may('manageGroups');
    return html`<div class="card blank">
      <slot name="empty">
        <h2>${may ? words.noGroups : words.noManagedGroups}</h2>
        <p>${may ? words.noGroupsNote : words.noManagedGroupsNote}</p>
      </slot>
      ${this.renderNew('button primary')}
      <button class="button quiet" type="button" @click=${this.list.turn}>${words.archivedGroups}</button>
    </div>`;
  }

  /** In the place of a group: it is on its way, it cannot be read, or none is chosen. */
  #renderNotShown(): TemplateResult {
    const { words } = this;
    if (!this.groupId) {
      return html`<div class="blank">
        <h2>${words.chooseGroup}</h2>
        <p>${words.chooseGroupNote}</p>
      </div>`;
    }
    if (this.#chosen.state !== 'failed') return this.renderBones(3);
    return html`<div class="blank" role="alert">
      <p>${errorMessage(words, this.#chosen.error)}</p>
      <button class="button" type="button" @click=${() => this.choose('')}>${words.chooseGroup}</button>
    </div>`;
  }

  /** @internal The button that makes a group, for those who may. */
  renderNew(classes: string): TemplateResult | typeof nothing {
    if (!this.standing?.may('manageGroups')) return nothing;
    return html`<button class=${classes} type="button" @pointerenter=${this.dialog.warm} @click=${() => this.dialog.renew().use((dialog) => dialog.create())}>${icon('plus')}<span>${this.words.newGroup}</span></button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'seatkit-group-manager': SeatkitGroupManager;
  }
}
