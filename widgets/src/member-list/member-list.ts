import type { Member } from '@seatkit/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { type Standing, standingIn } from '../clients.ts';
import { Lazy, lazily } from '../lazy.ts';
import { Loader } from '../loader.ts';
import { icon } from '../parts/icon.ts';
import { whenTyped } from '../parts/typing.ts';
import { vars } from '../parts/vars.ts';
import { errorMessage } from '../problem-message.ts';
import { SeatkitElement } from '../seatkit-element.ts';
import { controls } from '../styles/controls.styles.ts';
import { people } from '../styles/people.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { type Column, isKnown, kept, usual, widthsOf } from './columns.ts';
import type { ListHash } from './list-hash.ts';
import { renderHeads } from './list-heads.ts';
import type { ListOptions, Topic } from './list-options.ts';
import { ListRoom } from './list-room.ts';
import { isFiltered, type ListChange, type ListState, noFilters, sorts } from './list-state.ts';
import { renderToolbar } from './list-toolbar.ts';
import type { LongList } from './long-list.ts';
import { styles } from './member-list.styles.ts';
import { renderMember } from './member-row.ts';
import type { RowActions } from './row-actions.ts';
import { FirstRows, firstRead, type Rows, type Source } from './rows.ts';
import { renderFirst, usualHeight } from './rows-view.ts';

/**
 * The members of an organization, as far as the caller may see them, with what may be done to each. Any number of them scrolls: only
 * the rows near the window are in the page, whatever scrolls them.
 *
 * @tag seatkit-member-list
 * @slot actions - At the end of the toolbar: a button of yours, or a `<seatkit-invite-dialog>`.
 * @slot empty - In place of the sentence that there is nobody yet.
 * @fires {SeatkitBeforeMemberChangeEvent} seatkit-before-member-change - Before something is done to a member; `preventDefault()` keeps it from happening.
 * @fires {SeatkitMemberChangedEvent} seatkit-member-changed - After something was done to a member, from the row menu or in the details.
 * @csspart toolbar - Search and filter.
 * @csspart table - The list.
 * @csspart row - One member.
 * @csspart drawer - The details of one member.
 * @csspart warning - The line saying that deactivation does not keep people out yet.
 * @csspart menu-button - The button of a row that opens its menu.
 * @csspart menu - That menu, and those of the toolbar.
 * @csspart dialog - The question before somebody is removed or deactivated.
 * @csspart toast - The message that says what was done.
 */
export class SeatkitMemberList extends SeatkitElement {
  static override styles = [tokens, controls, people, styles];

  /**
   * A name for this list in the page's address: search, filters and order then stand in its fragment (`hash="m"` writes `#m.q=ada`), so that
   * the Back button takes them back and the address can be passed on. What else stands there stays. It is read once; two lists need two names.
   */
  @property() hash = '';

  /** @internal What is asked of the list. */
  @state() asked: ListState = {};
  /** @internal The columns shown. */
  @state() chosen: readonly Column[] = usual;

  /** @internal */
  readonly options = new Lazy<ListOptions>(
    this,
    'seatkit-list-options',
    'menu',
    async () => (await import('./list-options.ts')).ListOptions,
  );
  /** @internal */
  readonly actions = new Lazy<RowActions>(
    this,
    'seatkit-row-actions',
    'menu, dialog, drawer',
    async () => (await import('./row-actions.ts')).RowActions,
  );
  readonly #list = new Loader(
    this,
    () => (this.hash && !this.#hash ? null : ([this.api, this.organizationId, this.asked, this.changes] as const)),
    async ([api, organizationId, asked], signal): Promise<Rows> => {
      // The same question again, after a change: the list comes back where it was.
      const before = this.#answered.every((part, i) => part === [api, organizationId, asked][i]) ? this.rows : undefined;
      const read = (id: string, cursor: string | null, limit: number) =>
        api.members.list(id, { ...asked, limit, ...(cursor ? { cursor } : {}) }, { signal });
      // The first rows do not wait for who is asking.
      let early = organizationId && !before ? read(organizationId, null, firstRead) : undefined;
      early?.catch(() => {}); // who is asking says more of why
      const asking = standingIn(api, organizationId);
      if (organizationId) kept(organizationId); // the browser takes a moment to open its storage, and now nobody waits for it
      const standing = await asking;
      await this.#recall(standing, signal);
      const source: Source = {
        standing,
        signal,
        read: (cursor, limit) => {
          const first = early;
          early = undefined;
          return first ?? read(standing.organizationId, cursor, limit);
        },
      };
      const rows = await this.#read(source, before);
      this.#answered = [api, organizationId, asked];
      return rows;
    },
  );
  readonly #loadLong = lazily(async () => (await import('./long-list.ts')).LongList);
  #long: LongList | undefined;
  readonly #extras = lazily(() => import('./list-extras.ts'));
  readonly #room = new ListRoom(this, this.#extras, () => this.#long?.window.forget());
  #hash: ListHash | undefined;
  #whole = false;
  #answered: readonly unknown[] = [];
  #end: IntersectionObserver | undefined;

  /** @internal */
  get standing(): Standing | undefined {
    return this.rows?.source.standing;
  }

  /** @internal */
  get rows(): Rows | undefined {
    return this.#list.value;
  }

  /** @internal Opens what the list can be narrowed to, its orders or its columns, at a button. */
  openOptions(button: HTMLElement, topic: Topic): void {
    void this.options.use((options) => options.open(button, topic));
  }

  /** @internal Asks for something else; `replace` takes no new step in the history. */
  ask(change: ListChange, replace = false): void {
    this.asked = Object.fromEntries(Object.entries({ ...this.asked, ...change }).filter(([, value]) => value));
    this.#hash?.write(this.asked, replace);
  }

  /** @internal Takes filters away. The button that does it goes with them: the focus is where others are chosen. */
  drop(filters: ListChange): void {
    this.renderRoot.querySelector<HTMLElement>('.all')?.focus();
    this.ask(filters);
  }

  override async firstUpdated(): Promise<void> {
    if (!this.hash) return;
    try {
      const { ListHash } = await this.#extras();
      this.#hash = new ListHash(this);
    } catch (error) {
      this.hash = ''; // the list works without the address
      this.fail(error);
    }
  }

  override updated(): void {
    this.#end?.disconnect();
    if (this.#long) return;
    this.renderRoot.querySelector('.rows .open')?.setAttribute('tabindex', '0');
    const rest = this.renderRoot.querySelector('.gap');
    if (rest) {
      this.#end = new IntersectionObserver((entries) => entries.at(-1)!.isIntersecting && this.#showMore(), {
        rootMargin: '100%',
      });
      this.#end.observe(rest);
    }
  }

  override render() {
    const { words } = this;
    const { value: rows, state, error } = this.#list;
    if (state === 'failed' && !rows) return this.renderFailure(error, this.#list.reload);
    return html`<div class="card">
        ${renderToolbar(this, this.#typed)}
        ${
          state === 'failed'
            ? html`<p class="note bad" role="alert">
                ${icon('warn')}<span>${errorMessage(words, error)} <button class="link" type="button" @click=${this.#list.reload}>${words.retry}</button></span>
              </p>`
            : nothing
        }
        ${
          this.standing?.may('manageMembers') && !this.standing.signInEnforced
            ? html`<p class="note" part="warning">${icon('warn', 'warn')}<span>${words.signInNotEnforced}</span></p>`
            : nothing
        }
        ${rows && this.#room.isLaidOut ? this.#renderTable(rows) : this.renderBones(8)}
        <p class="hush" role="status">${rows && state === 'ready' ? this.#announcement(rows) : ''}</p>
      </div>
      ${this.actions.render()} ${this.options.render()} ${this.toast.render()}`;
  }

  #renderTable(rows: Rows): TemplateResult {
    const { words, chosen } = this;
    const { size, total } = rows;
    if (!size && !this.#isNarrowed && this.#list.state === 'ready') return this.#renderNobody();
    return html`<div
        class="table ${this.#room.layout}"
        part="table"
        role="grid"
        aria-label=${words.memberList}
        aria-busy=${this.#list.state === 'loading'}
        aria-rowcount=${typeof total === 'number' ? size + 1 : -1}
        ${vars({ '--_columns': widthsOf(chosen), '--_usual': this.#long?.window.usual ?? usualHeight })}
        @keydown=${this.#long?.keys.pressed ?? this.#pressedEarly}
        @focusin=${this.#long?.keys.entered ?? this.#lengthen}
        @focusout=${this.#long?.keys.left}
        @pointerover=${this.actions.warm}
      >
        <div role="rowgroup" class="heads">
          ${renderHeads(this)}
        </div>
        <div role="rowgroup" class="rows" @click=${this.#clicked}>
          ${rows instanceof FirstRows ? renderFirst(rows, this.#whole, this.#renderRow) : this.#long?.render(rows, this.#renderRow)}
        </div>
      </div>
      ${
        size
          ? html`<div class="foot">
              <strong class="num">${words.members(total)}</strong>
              ${rows instanceof FirstRows ? nothing : this.#long?.renderTrouble(rows)}
            </div>`
          : this.#list.state === 'loading'
            ? this.renderBones(8)
            : this.#renderNobody()
      }`;
  }

  readonly #renderRow = (member: Member, row: number): TemplateResult => renderMember(this.words, member, row, this.chosen);

  #renderNobody(): TemplateResult {
    const { words } = this;
    return html`<div class="blank">
      ${
        this.#isNarrowed
          ? html`<h2>${words.nobodyFound}</h2>
              <p>${words.nobodyFoundNote}</p>
              <button class="button" type="button" @click=${this.#showEverybody}>${words.showEverybody}</button>`
          : html`<slot name="empty"><h2>${words.nobody}</h2><p>${words.nobodyNote}</p></slot>`
      }
    </div>`;
  }

  /** The rows in the window are not kept waiting for the others of their page, nor these for what a long list needs. */
  #showMore(): void {
    if (this.#whole) void this.#lengthen();
    else this.requestUpdate();
    this.#whole = true;
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

  /** A key of the grid that is pressed while its keyboard is still on its way is not lost. */
  readonly #pressedEarly = async (event: KeyboardEvent) => {
    if (!/^(Arrow|Page|Home|End|ContextMenu|F10)/.test(event.key)) return;
    event.preventDefault();
    await this.#lengthen();
    this.#long?.keys.pressed(event);
  };

  get #isNarrowed(): boolean {
    return isFiltered(this.asked) || 'q' in this.asked;
  }

  async #read(source: Source, before: Rows | undefined): Promise<Rows> {
    if (before && !(before instanceof FirstRows)) return this.#long!.again(before, source);
    const first = new FirstRows(source, await source.read(null, firstRead));
    return (before ? this.#long?.after(first) : this.#long?.begin(first)) ?? first;
  }

  /** The columns chosen for an organization, before its rows are shown. */
  async #recall(standing: Standing, signal: AbortSignal): Promise<void> {
    const { organizationId } = standing;
    if (this.standing?.organizationId === organizationId) return;
    const chosen = kept(organizationId) === null ? usual : (await this.#extras()).keptColumns(organizationId);
    if (!signal.aborted) this.chosen = chosen.filter(({ id }) => isKnown(id, standing));
  }

  #announcement({ total }: Rows): string {
    const { words, asked } = this;
    const members = words.members(total);
    return asked.sort && !asked.q ? words.sortedBy(members, words.columns[sorts[asked.sort]]) : members;
  }

  readonly #typed = whenTyped((q) => this.ask({ q }, Boolean(q && this.asked.q)));

  readonly #clicked = ({ target }: Event) => this.actions.use((actions) => actions.clicked(target as HTMLElement));

  readonly #showEverybody = () => {
    const field = this.renderRoot.querySelector<HTMLInputElement>('.search .field')!;
    field.value = '';
    field.focus();
    this.ask({ ...noFilters, q: '' });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'seatkit-member-list': SeatkitMemberList;
  }
}
