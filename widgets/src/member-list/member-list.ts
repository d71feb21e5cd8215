import type { Member, Pool } from '@seatkit/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { type Standing, standingIn } from '../clients.ts';
import { Loader } from '../loader.ts';
import { icon } from '../parts/icon.ts';
import type { QuestionDialog } from '../parts/question-dialog.ts';
import { vars } from '../parts/vars.ts';
import { errorMessage } from '../problem-message.ts';
import { SeatkitElement } from '../seatkit-element.ts';
import { above } from '../styles/above.styles.ts';
import { controls } from '../styles/controls.styles.ts';
import { people } from '../styles/people.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { Lazy, loader } from '../surface.ts';
import { type ColumnId, columns, layoutIn, usual, widthsOf } from './columns.ts';
import type { Grid } from './grid-keys.ts';
import { type ListState, statuses } from './list-state.ts';
import type { LongList } from './long-list.ts';
import { styles } from './member-list.styles.ts';
import { renderBone, renderMember } from './member-row.ts';
import type { RowActions } from './row-actions.ts';
import { FirstRows, firstRead, type Rows, type Source } from './rows.ts';
import { renderRows } from './rows-view.ts';

const usualHeight = 56;

/**
 * The members of an organization, as far as the caller may see them, with what may be done to each. Any number of them scrolls: only
 * the rows near the window are in the page, whatever scrolls them.
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
export class SeatkitMemberList extends SeatkitElement implements Grid {
  static override styles = [tokens, controls, people, above, styles];

  @state() private asked: ListState = {};
  @state() private chosen: readonly ColumnId[] = usual;
  @state() private width = 0;

  readonly question = new Lazy<QuestionDialog>(
    this,
    'seatkit-question',
    'dialog',
    async () => (await import('../parts/question-dialog.ts')).QuestionDialog,
  );
  readonly #actions = new Lazy<RowActions>(this, 'seatkit-row-actions', 'menu', async () => (await import('./row-actions.ts')).RowActions);
  readonly #list = new Loader(
    this,
    () => [this.api, this.organizationId, this.asked, this.changes] as const,
    async ([api, organizationId, asked], signal): Promise<Rows> => {
      const standing = await standingIn(api, organizationId);
      const source: Source = {
        standing,
        signal,
        read: (cursor, limit) => api.members.list(standing.organizationId, { ...asked, limit, ...(cursor ? { cursor } : {}) }, { signal }),
      };
      const before = this.#shown === asked ? this.rows : undefined;
      this.#shown = asked;
      if (before && !(before instanceof FirstRows)) return this.#long!.again(before, source);
      const first = new FirstRows(source, await source.read(null, firstRead));
      return this.#long?.after(first) ?? first;
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
  readonly #loadLong = loader(async () => (await import('./long-list.ts')).LongList);
  #long: LongList | undefined;
  readonly #room = new ResizeObserver(([entry]) => {
    const { width = 0 } = entry?.contentRect ?? {};
    if (width === this.width) return;
    // Not now: what changes the height while sizes are being told is not told itself.
    requestAnimationFrame(() => {
      this.#long?.window.forget();
      this.width = width;
    });
  });
  #shown: ListState | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #end: IntersectionObserver | undefined;

  get standing(): Standing | undefined {
    return this.rows?.source.standing;
  }

  get rows(): Rows | undefined {
    return this.#list.value;
  }

  get pools(): readonly Pool[] {
    return this.#pools.value ?? [];
  }

  get rowCount(): number {
    return this.rows?.size ?? 0;
  }

  get rowsInView(): number {
    const { first = 0, end = 0 } = this.#long?.window ?? {};
    return Math.max(1, (end - first) >> 1);
  }

  openRow(_row: number): void {}

  openRowMenu(row: number): void {
    const member = this.rows?.at(row);
    const button = this.renderRoot.querySelector<HTMLElement>(`[aria-rowindex='${row + 2}'] .icon-button`);
    if (member && button) void this.#actions.use((actions) => actions.open(button, member));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#room.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#room.disconnect();
    this.#end?.disconnect();
    clearTimeout(this.#typing);
  }

  override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#end?.disconnect();
    if (this.#long) return;
    this.renderRoot.querySelector('.rows [role=rowheader]')?.setAttribute('tabindex', '0');
    const rest = this.renderRoot.querySelector('.gap');
    if (rest) {
      this.#end = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && this.#lengthen(), {
        rootMargin: '100%',
      });
      this.#end.observe(rest);
    }
  }

  override render() {
    const { words } = this;
    const { value: rows, state, error } = this.#list;
    if (state === 'failed' && !rows) return this.renderFailure(error, () => this.#list.reload());
    return html`<div class="card">
        ${this.#renderToolbar()}
        ${state === 'failed' ? html`<p class="note bad" role="alert">${icon('warn')}<span>${errorMessage(words, error)}</span></p>` : nothing}
        ${
          rows?.source.standing.may('manageMembers') && !rows.source.standing.signInEnforced
            ? html`<p class="note" part="warning">${icon('warn', 'warn')}<span>${words.signInNotEnforced}</span></p>`
            : nothing
        }
        ${!rows || (state === 'loading' && rows.size === 0) ? this.renderBones(8) : this.#renderTable(rows)}
        <p class="hush" role="status">${rows && state === 'ready' ? words.members(rows.total) : ''}</p>
      </div>
      ${this.#actions.render()} ${this.question.render()} ${this.toast.render()}`;
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
            html`<button class="chip" type="button" aria-pressed=${this.asked.status === status} @click=${() => this.#ask({ status })}>
              ${status ? words.status[status] : words.all}
            </button>`,
        )}
      </div>
    </div>`;
  }

  #renderTable(rows: Rows): TemplateResult {
    const { words, chosen } = this;
    const { size, total } = rows;
    const error = 'error' in rows ? rows.error : undefined;
    if (size === 0) return this.#renderNobody();
    return html`<div
        class="table ${layoutIn(this.width, chosen)}"
        part="table"
        role="grid"
        aria-label=${words.memberList}
        aria-busy=${this.#list.state === 'loading'}
        aria-rowcount=${typeof total === 'number' ? size + 1 : -1}
        ${vars({ '--_columns': widthsOf(chosen), '--_usual': this.#long?.window.usual ?? usualHeight })}
        @keydown=${this.#long?.keys.pressed}
        @focusin=${this.#long?.keys.entered ?? this.#lengthen}
        @focusout=${this.#long?.keys.left}
        @pointerover=${this.#actions.warm}
      >
        <div role="rowgroup" class="heads">
          <div role="row" class="row" aria-rowindex="1">
            ${this.#renderHead('name', words.columns.name)}
            ${chosen.map((id) => this.#renderHead(columns[id].sort, words.columns[id]))}
            <div role="columnheader" tabindex="-1"><span class="hush">${words.columns.actions}</span></div>
          </div>
        </div>
        <div role="rowgroup" class="rows" @click=${this.#clicked}>
          ${this.#long ? this.#long.render(rows, this.#renderRow) : renderRows(rows, [...Array(Math.min(firstRead, size)).keys()], this.#renderRow, (from, to) => (to - from) * usualHeight)}
        </div>
      </div>
      <div class="foot">
        <strong class="num">${words.members(total)}</strong>
        ${
          error === undefined
            ? nothing
            : html`<span class="danger" role="alert">${errorMessage(words, error)}</span>
                <button class="button" type="button" @click=${() => 'retry' in rows && rows.retry()}>${words.retry}</button>`
        }
      </div>`;
  }

  readonly #renderRow = (row: number): TemplateResult => {
    const { words } = this;
    const member = this.rows?.at(row);
    return member ? renderMember(words, member, row, this.chosen, this.#mayAct(member)) : renderBone(words, row);
  };

  #renderHead(sort: ListState['sort'], label: string): TemplateResult {
    const now = this.asked.q ? undefined : (this.asked.sort ?? 'name');
    const on = sort !== undefined && sort === now;
    const down = sort === '-lastSeenAt';
    return html`<div role="columnheader" tabindex="-1" aria-sort=${on ? (down ? 'descending' : 'ascending') : 'none'}>
      ${
        sort
          ? html`<button class="head" type="button" tabindex="-1" @click=${() => this.#ask({ sort })}>
              ${label}<span aria-hidden="true">${on ? (down ? '↓' : '↑') : ''}</span>
            </button>`
          : label
      }
    </div>`;
  }

  #renderNobody(): TemplateResult {
    const { words } = this;
    const narrowed = Object.keys(this.asked).some((key) => key !== 'sort');
    return html`<div class="blank">
      <h2>${narrowed ? words.nobodyFound : words.nobody}</h2>
      <p>${narrowed ? words.nobodyFoundNote : words.nobodyNote}</p>
      ${narrowed ? html`<button class="button" type="button" @click=${this.#showEverybody}>${words.showEverybody}</button>` : nothing}
    </div>`;
  }

  #mayAct(member: Member): boolean {
    const { standing } = this;
    if (standing?.may('manageMembers')) return member.status !== 'anonymized';
    const runs = standing?.managedGroups.filter((group) => group.mayManagePeople).map(({ id }) => id) ?? [];
    return member.role !== 'admin' && member.groups.length > 0 && member.groups.every(({ id }) => runs.includes(id));
  }

  readonly #lengthen = async () => {
    try {
      const Long = await this.#loadLong();
      if (this.#long) return;
      this.#long = new Long(this);
      if (this.rows instanceof FirstRows) this.#list.value = this.#long.after(this.rows);
      this.requestUpdate();
    } catch (error) {
      this.fail(error);
    }
  };

  /** Asks for something else; what is undefined is asked no longer. */
  #ask(change: { readonly [K in keyof ListState]: ListState[K] | undefined }): void {
    this.asked = Object.fromEntries(Object.entries({ ...this.asked, ...change }).filter(([, value]) => value)) as ListState;
  }

  readonly #typed = (event: Event) => {
    const { value } = event.currentTarget as HTMLInputElement;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#ask({ q: value.trim() }), 200);
  };

  readonly #clicked = (event: Event) => {
    const target = event.target as HTMLElement;
    const row = Number(target.closest('.row')?.getAttribute('aria-rowindex') ?? 1) - 2;
    if (row >= 0 && target.closest('.icon-button')) this.openRowMenu(row);
  };

  readonly #showEverybody = () => {
    const field = this.renderRoot.querySelector<HTMLInputElement>('.search .field');
    if (field) field.value = '';
    field?.focus();
    this.asked = {};
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'seatkit-member-list': SeatkitMemberList;
  }
}
