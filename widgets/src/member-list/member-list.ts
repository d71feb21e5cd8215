import type { Member, MemberStatus, Pool, Total } from '@seatkit/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { type Standing, standingIn } from '../clients.ts';
import { Loader } from '../loader.ts';
import { icon } from '../parts/icon.ts';
import { Menu } from '../parts/menu.ts';
import { nameOf } from '../parts/person.ts';
import type { QuestionDialog } from '../parts/question-dialog.ts';
import { errorMessage } from '../problem-message.ts';
import { SeatkitElement } from '../seatkit-element.ts';
import { above } from '../styles/above.styles.ts';
import { controls } from '../styles/controls.styles.ts';
import { people } from '../styles/people.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { Lazy } from '../surface.ts';
import { MemberChanges } from './member-changes.ts';
import { styles } from './member-list.styles.ts';
import { menuOf } from './member-menu.ts';
import { renderMember } from './member-row.ts';

const statuses = ['active', 'invited', 'staged', 'deactivated'] as const satisfies MemberStatus[];
type Sort = 'name' | '-lastSeenAt';
const pageSize = 50;

interface Shown {
  readonly standing: Standing;
  readonly items: readonly Member[];
  readonly next: string | null;
  readonly total: Total;
}

/**
 * The members of an organization, as far as the caller may see them, with what may be done to each.
 *
 * @tag seatkit-member-list
 * @slot actions - At the end of the toolbar, such as a `<seatkit-invite-dialog>`.
 * @fires {SeatkitBeforeMemberChangeEvent} seatkit-before-member-change - Before something is done to a member; `preventDefault()` keeps it from happening.
 * @fires {SeatkitMemberChangedEvent} seatkit-member-changed - After something was done from the row menu.
 * @csspart toolbar - Search and filter.
 * @csspart table - The list.
 * @csspart row - One member.
 * @csspart warning - The line saying that deactivation does not keep people out yet.
 */
export class SeatkitMemberList extends SeatkitElement {
  static override styles = [tokens, controls, people, above, styles];

  @state() private search = '';
  @state() private status: MemberStatus | undefined;
  @state() private sort: Sort = 'name';
  @state() private loadingMore = false;
  @state() private moreError: unknown;

  readonly #menu = new Menu(this);
  readonly #question = new Lazy<QuestionDialog>(
    this,
    'seatkit-question',
    'dialog',
    async () => (await import('../parts/question-dialog.ts')).QuestionDialog,
  );
  readonly #changes = new MemberChanges(this, this.#question);
  readonly #list = new Loader(
    this,
    () => [this.api, this.organizationId, this.search, this.status, this.sort, this.changes] as const,
    async ([api, organizationId, q, status, sort, changes], signal): Promise<Shown> => {
      const standing = await standingIn(api, organizationId);
      // After a change the list comes back as long as it was, so that nobody loses their place.
      const wanted = changes === this.#seen ? pageSize : Math.max(pageSize, this.#list.value?.items.length ?? 0);
      const query = { ...(q ? { q } : {}), ...(status ? { status } : {}), sort };
      let { items, next, total } = await api.members.list(standing.organizationId, { ...query, limit: Math.min(200, wanted) }, { signal });
      while (next && items.length < wanted) {
        const more = await api.members.list(standing.organizationId, { ...query, limit: 200, cursor: next }, { signal });
        ({ next, total } = more);
        items = [...items, ...more.items];
      }
      this.#seen = changes;
      return { standing, items, next, total };
    },
  );
  /** Only for the figures in the departure dialog: the list stands without them. */
  readonly #pools = new Loader(
    this,
    () => [this.api, this.organizationId, this.changes] as const,
    async ([api, organizationId], signal): Promise<readonly Pool[]> => {
      const standing = await standingIn(api, organizationId);
      if (!standing.may('manageSeats')) return [];
      return (await api.pools.list(standing.organizationId, { limit: 200 }, { signal })).items;
    },
  );
  #seen = 0;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #watcher: IntersectionObserver | undefined;

  get standing(): Standing | undefined {
    return this.#list.value?.standing;
  }

  get pools(): readonly Pool[] {
    return this.#pools.value ?? [];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
    this.#watcher?.disconnect();
    this.#watcher = undefined;
  }

  override render() {
    const { words } = this;
    const { value, state, error } = this.#list;
    if (state === 'failed' && !value) return this.renderFailure(error, () => this.#list.reload());
    return html`<div class="card">
        ${this.#renderToolbar()}
        ${state === 'failed' ? html`<p class="note bad" role="alert">${icon('warn')}<span>${errorMessage(words, error)}</span></p>` : nothing}
        ${
          value?.standing.may('manageMembers') && !value.standing.signInEnforced
            ? html`<p class="note" part="warning">${icon('warn', 'warn')}<span>${words.signInNotEnforced}</span></p>`
            : nothing
        }
        ${!value || (state === 'loading' && value.items.length === 0) ? this.renderBones(8) : this.#renderTable(value)}
        <p class="hush" role="status">${value && state !== 'failed' ? words.members(value.total) : ''}</p>
      </div>
      ${this.#menu.render()} ${this.#question.render()} ${this.toast.render()}`;
  }

  override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#watcher ??= new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && this.#more(), {
      rootMargin: '200px',
    });
    this.#watcher.disconnect();
    const end = this.renderRoot.querySelector('.more');
    // One page comes by itself; whoever scrolls on may want what the page holds below the list.
    const first = (this.#list.value?.items.length ?? 0) <= pageSize;
    if (end && first && !this.loadingMore && this.moreError === undefined) this.#watcher.observe(end);
  }

  #renderToolbar(): TemplateResult {
    const { words } = this;
    return html`<div class="toolbar" part="toolbar">
      <div class="toolbar-row">
        <label class="search">
          ${icon('search')}
          <input
            class="field"
            type="search"
            placeholder=${words.searchMembers}
            aria-label=${words.searchMembers}
            maxlength="200"
            autocomplete="off"
            @input=${this.#typed}
          />
        </label>
        <div class="end"><slot name="actions"></slot></div>
      </div>
      <div class="chips" role="group" aria-label=${words.byStatus}>
        ${[undefined, ...statuses].map(
          (status) =>
            html`<button class="chip" type="button" aria-pressed=${this.status === status} @click=${() => this.#filter(status)}>
              ${status ? words.status[status] : words.all}
            </button>`,
        )}
      </div>
    </div>`;
  }

  #renderTable(shown: Shown): TemplateResult {
    const { words } = this;
    const { items, next, total } = shown;
    if (items.length === 0) return this.#renderNobody();
    const { columns } = words;
    return html`<div class="table" part="table" role="table" aria-label=${words.memberList} aria-busy=${this.#list.state === 'loading'}>
        <div role="rowgroup" class="heads">
          <div role="row" class="row">
            ${this.#renderSortHead('name', columns.name)}
            <div role="columnheader">${columns.role}</div>
            <div role="columnheader">${columns.groups}</div>
            <div role="columnheader">${columns.seat}</div>
            <div role="columnheader">${columns.status}</div>
            ${this.#renderSortHead('-lastSeenAt', columns.seen)}
            <div role="columnheader"><span class="hush">${columns.actions}</span></div>
          </div>
        </div>
        <div role="rowgroup" class="rows">
          ${repeat(
            items,
            ({ id }) => id,
            (member) =>
              renderMember(
                words,
                member,
                this.#menu.renderButton(words.moreFor(nameOf(member)), menuOf(words, member, shown.standing, this.#changes)),
              ),
          )}
        </div>
      </div>
      <div class="foot">
        <strong class="num">${words.members(total)}</strong>
        ${this.moreError === undefined ? nothing : html`<span class="danger" role="alert">${errorMessage(words, this.moreError)}</span>`}
        ${next ? html`<button class="button quiet more" type="button" aria-disabled=${this.loadingMore} @click=${this.#more}>${words.showMore}</button>` : nothing}
      </div>`;
  }

  #renderSortHead(sort: Sort, label: string): TemplateResult {
    const on = this.sort === sort && !this.search;
    return html`<div role="columnheader" aria-sort=${on ? (sort === 'name' ? 'ascending' : 'descending') : 'none'}>
      <button class="head" type="button" @click=${() => {
        this.sort = sort;
      }}>
        ${label}<span aria-hidden="true">${on ? (sort === 'name' ? '↑' : '↓') : ''}</span>
      </button>
    </div>`;
  }

  #renderNobody(): TemplateResult {
    const { words } = this;
    const narrowed = this.search !== '' || this.status !== undefined;
    return html`<div class="blank">
      <h2>${narrowed ? words.nobodyFound : words.nobody}</h2>
      <p>${narrowed ? words.nobodyFoundNote : words.nobodyNote}</p>
      ${narrowed ? html`<button class="button" type="button" @click=${this.#showEverybody}>${words.showEverybody}</button>` : nothing}
    </div>`;
  }

  readonly #typed = (event: Event) => {
    const { value } = event.currentTarget as HTMLInputElement;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      this.search = value.trim();
      this.moreError = undefined;
    }, 200);
  };

  #filter(status: MemberStatus | undefined): void {
    this.status = status;
    this.moreError = undefined;
  }

  readonly #showEverybody = () => {
    const field = this.renderRoot.querySelector<HTMLInputElement>('.search .field');
    if (field) field.value = '';
    field?.focus();
    this.search = '';
    this.#filter(undefined);
  };

  readonly #more = async () => {
    const shown = this.#list.value;
    if (!shown?.next || this.loadingMore || this.#list.state !== 'ready') return;
    this.loadingMore = true;
    this.moreError = undefined;
    try {
      const query = { ...(this.search ? { q: this.search } : {}), ...(this.status ? { status: this.status } : {}), sort: this.sort };
      const more = await this.api.members.list(shown.standing.organizationId, { ...query, limit: pageSize, cursor: shown.next });
      // A list that was loaded anew meanwhile has no use for the page of the old one.
      if (this.#list.value === shown)
        this.#list.value = { ...shown, items: [...shown.items, ...more.items], next: more.next, total: more.total };
    } catch (error) {
      this.moreError = error;
      this.report(error);
    }
    this.loadingMore = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'seatkit-member-list': SeatkitMemberList;
  }
}
