import type { Group, Pool } from '@seatkit/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { type Standing, standingIn } from '../clients.ts';
import { type GroupSaved, SeatkitGroupSavedEvent } from '../events.ts';
import { Loader } from '../loader.ts';
import { icon } from '../parts/icon.ts';
import { renderBar } from '../parts/pool-meter.ts';
import type { QuestionDialog } from '../parts/question-dialog.ts';
import { errorMessage } from '../problem-message.ts';
import { SeatkitElement } from '../seatkit-element.ts';
import { above } from '../styles/above.styles.ts';
import { controls } from '../styles/controls.styles.ts';
import { meter } from '../styles/meter.styles.ts';
import { people } from '../styles/people.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { Lazy } from '../surface.ts';
import type { GroupDetail } from './group-detail.ts';
import type { GroupDialog } from './group-dialog.ts';
import { styles } from './group-manager.styles.ts';

interface Shown {
  readonly standing: Standing;
  /** The search that found them. */
  readonly search: string;
  readonly groups: readonly Group[];
  readonly next: string | null;
  readonly pools: readonly Pool[];
}

/**
 * The groups the caller looks after, and the people of each in their three relations.
 *
 * @tag seatkit-group-manager
 * @fires {SeatkitGroupSavedEvent} seatkit-group-saved - A group or its people were changed.
 * @fires {SeatkitGetSeatsEvent} seatkit-get-seats - "Get more seats" was pressed.
 * @csspart list - The groups.
 * @csspart detail - The chosen group.
 */
export class SeatkitGroupManager extends SeatkitElement {
  static override styles = [tokens, controls, people, meter, above, styles];

  /** The chosen group; changes as the person chooses. */
  @property({ attribute: 'group-id' }) groupId = '';
  /** Shows "Get more seats", which fires `seatkit-get-seats`: only where the page listens. */
  @property({ type: Boolean, attribute: 'get-seats' }) getSeats = false;
  @state() private search = '';

  readonly question = new Lazy<QuestionDialog>(
    this,
    'seatkit-question',
    'dialog',
    async () => (await import('../parts/question-dialog.ts')).QuestionDialog,
  );
  readonly dialog = new Lazy<GroupDialog>(
    this,
    'seatkit-group-dialog',
    'dialog',
    async () => (await import('./group-dialog.ts')).GroupDialog,
  );
  readonly #detail = new Lazy<GroupDetail>(
    this,
    'seatkit-group-detail',
    'person, pool, bar, get-seats, menu, menu-button',
    async () => (await import('./group-detail.ts')).GroupDetail,
  );
  readonly #groups = new Loader(
    this,
    () => [this.api, this.organizationId, this.search, this.changes] as const,
    async ([api, organizationId, q], signal): Promise<Shown> => {
      const standing = await standingIn(api, organizationId);
      const [{ items: groups, next }, pools] = await Promise.all([
        api.groups.list(standing.organizationId, { ...(q ? { q } : {}), limit: 200 }, { signal }),
        standing.may('manageSeats') ? api.pools.list(standing.organizationId, { limit: 200 }, { signal }).then(({ items }) => items) : [],
      ]);
      return { standing, search: q, groups, next, pools };
    },
  );
  #typing: ReturnType<typeof setTimeout> | undefined;

  get standing(): Standing | undefined {
    return this.#groups.value?.standing;
  }

  /** The group to show: the chosen one, else the first, which a narrow widget keeps behind its list. */
  get group(): Group | undefined {
    const groups = this.#groups.value?.groups;
    return groups?.find(({ id }) => id === this.groupId) ?? groups?.[0];
  }

  /** The seats of that group. */
  get pools(): readonly Pool[] {
    const id = this.group?.id;
    return this.#groups.value?.pools.filter(({ groupId }) => groupId === id) ?? [];
  }

  /** Tells page and person of a change. */
  saved(change: GroupSaved, groupId: string, said: string): void {
    this.toast.say(said);
    this.dispatchEvent(new SeatkitGroupSavedEvent(change, groupId));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.group && !this.#detail.element) void this.#detail.use(() => {});
  }

  override render() {
    const { value, state, error } = this.#groups;
    if (state === 'failed' && !value) return this.renderFailure(error, () => this.#groups.reload());
    if (!value) return html`<div class="card">${this.renderBones(6)}</div>`;
    if (value.groups.length === 0 && !value.search && !this.search) return html`${this.#renderNone(value)} ${this.#renderAbove()}`;
    return html`<div class="card groups" data-pane=${this.groupId ? 'detail' : 'list'}>
        ${this.#renderList(value)}
        <div class="detail" part="detail">
          ${
            this.group
              ? this.#detail.render()
              : html`<div class="blank">
                  <h2>${this.words.chooseGroup}</h2>
                  <p>${this.words.chooseGroupNote}</p>
                </div>`
          }
        </div>
      </div>
      ${this.#renderAbove()}`;
  }

  #renderAbove(): TemplateResult {
    return html`${this.question.render()} ${this.dialog.render()} ${this.toast.render()}`;
  }

  #renderNone({ standing }: Shown): TemplateResult {
    const { words } = this;
    const may = standing.may('manageGroups');
    return html`<div class="card blank">
      <h2>${may ? words.noGroups : words.noManagedGroups}</h2>
      <p>${may ? words.noGroupsNote : words.noManagedGroupsNote}</p>
      ${may ? this.#renderNew('button primary') : nothing}
    </div>`;
  }

  #renderNew(classes: string): TemplateResult {
    return html`<button class=${classes} type="button" @pointerenter=${this.dialog.warm} @click=${() => this.dialog.use((dialog) => dialog.create())}>${icon('plus')}<span>${this.words.newGroup}</span></button>`;
  }

  #renderList({ groups, next, pools, standing }: Shown): TemplateResult {
    const { words } = this;
    return html`<nav class="list" part="list" aria-label=${words.groupList}>
      <header>
        <h2>${words.groupList} <span class="num small">${words.number(groups.length)}${next ? '+' : ''}</span></h2>
        ${standing.may('manageGroups') ? this.#renderNew('button quiet') : nothing}
        <label class="search">
          ${icon('search')}
          <input class="field" type="search" placeholder=${words.findGroup} aria-label=${words.findGroup} autocomplete="off" maxlength="200" @input=${this.#typed} />
        </label>
      </header>
      <ul aria-busy=${this.#groups.state === 'loading'}>
        ${groups.map((group) =>
          this.#renderEntry(
            group,
            pools.filter(({ groupId }) => groupId === group.id),
          ),
        )}
      </ul>
      ${groups.length === 0 && this.#groups.state === 'ready' ? html`<p class="small nothing" role="status">${words.noGroupFound}</p>` : nothing}
      ${this.#groups.state === 'failed' ? html`<p class="small danger nothing" role="alert">${errorMessage(words, this.#groups.error)}</p>` : nothing}
      ${next ? html`<button class="button quiet" type="button" @click=${() => this.#more()}>${words.showMore}</button>` : nothing}
    </nav>`;
  }

  #renderEntry(group: Group, pools: readonly Pool[]): TemplateResult {
    const { words } = this;
    const free = pools.reduce((sum, pool) => sum + pool.free, 0);
    return html`<li>
      <button type="button" class="entry" aria-current=${group === this.group ? 'true' : nothing} @click=${() => this.#choose(group.id)}>
        <bdi class="clip">${group.name}</bdi>
        <span class="small num">${pools.length ? words.freeSeats(free) : ''}</span>
        ${pools[0] ? renderBar(words, pools[0], true) : nothing}
        <span class="small num counts">${words.groupCounts(group.memberCount, group.coachCount, group.managerCount)}</span>
      </button>
    </li>`;
  }

  /** Chooses a group, or none: in a narrow widget the list shows again. */
  async choose(id: string): Promise<void> {
    this.groupId = id;
    await this.updateComplete;
    if (id) await this.#detail.use((detail) => detail.focusTitle());
    else this.renderRoot.querySelector<HTMLElement>('.entry')?.focus();
  }

  #choose(id: string): void {
    void this.choose(id);
  }

  readonly #typed = (event: Event) => {
    const { value } = event.currentTarget as HTMLInputElement;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      this.search = value.trim();
    }, 200);
  };

  async #more(): Promise<void> {
    const shown = this.#groups.value;
    if (!shown?.next) return;
    try {
      const query = { ...(this.search ? { q: this.search } : {}), limit: 200, cursor: shown.next };
      const { items, next } = await this.api.groups.list(shown.standing.organizationId, query);
      if (this.#groups.value === shown) this.#groups.value = { ...shown, groups: [...shown.groups, ...items], next };
      this.requestUpdate();
    } catch (error) {
      this.fail(error);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'seatkit-group-manager': SeatkitGroupManager;
  }
}
