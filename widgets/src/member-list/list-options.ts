import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Standing } from '../clients.ts';
import { Loader } from '../loader.ts';
import { Floating } from '../parts/floating.ts';
import { icon } from '../parts/more-icons.ts';
import { whenTyped } from '../parts/typing.ts';
import { errorMessage } from '../problem-message.ts';
import { controls } from '../styles/controls.styles.ts';
import { forms } from '../styles/forms.styles.ts';
import { menus } from '../styles/menu.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { Surface } from '../surface.ts';
import { type OptionWords, options } from '../words/options.ts';
import { type Column, isKnown, usual } from './columns.ts';
import { type Choice, choicesOf, findChoices } from './list-choices.ts';
import { styles } from './list-options.styles.ts';
import { type Filter, filtersFor, type Sort, sorts, statuses } from './list-state.ts';
import type { SeatkitMemberList } from './member-list.ts';
import { columnOf, columns, keepColumns } from './more-columns.ts';

/** What is opened: one filter, the orders, the columns, or the choice between all filters and the orders. */
export type Topic = Filter | 'sort' | 'columns' | 'all';

/** Fewer than these are looked through faster than searched. */
const fewest = 8;

/** What the list can be sorted by and narrowed to, and which columns it shows: beside the button that asks. */
export class ListOptions extends Surface<OptionWords, SeatkitMemberList> {
  static override styles = [tokens, controls, forms, menus, styles];
  protected override readonly dictionary = options;

  @state() private topic: Topic = 'all';
  @state() private typed = '';
  /** What the things are called by which the list is narrowed. */
  readonly #names = new Map<string, string>();
  readonly #floating = new Floating(this, 'start');
  readonly #found = new Loader(
    this,
    () => {
      const { standing, api } = this.host;
      return standing && this.#searches ? ([api, standing.organizationId, this.topic, this.typed] as const) : null;
    },
    async ([api, organizationId, topic, typed], signal) => ({
      topic,
      ...(await findChoices(api, organizationId, topic as Filter, typed, signal)),
    }),
  );

  /** Opens beside a button. */
  async open(button: HTMLElement, topic: Topic): Promise<void> {
    this.#turnTo(topic);
    if (await this.#floating.show(button)) await this.#focusFirst();
  }

  /** The filters that are set, each to be taken away; for the toolbar of the list. */
  renderSet(): TemplateResult[] {
    const { words, host } = this;
    const set = filtersFor(host.standing).filter((filter) => filter !== 'status' && host.asked[filter]);
    return set.map((filter) => {
      const label = `${words.columns[columnOf(filter)]}: ${this.#labelOf(filter)}`;
      return html`<button class="chip set" type="button" aria-label=${words.removeFilter(label)} @click=${() => host.drop({ [filter]: undefined })}>
        <bdi class="clip">${label}</bdi>${icon('close')}
      </button>`;
    });
  }

  override updated(): void {
    const { standing, asked } = this.host;
    for (const filter of Object.keys(choicesOf) as Filter[]) {
      const id = asked[filter];
      if (standing && id && !this.#names.has(id)) void this.#learn(filter, id, standing);
    }
  }

  override render(): TemplateResult {
    const { words, topic } = this;
    const title =
      {
        columns: words.shownColumns,
        sort: words.sortBy,
        all: words.filter,
      }[topic as 'columns' | 'sort' | 'all'] ?? words.columns[columnOf(topic as Filter)];
    return html`<div class="menu" part="menu" popover role="dialog" aria-label=${title} @toggle=${this.#floating.toggled} @keydown=${this.#pressed}>
      <p class="title">${title}</p>
      ${topic === 'columns' ? this.#renderColumns() : topic === 'all' ? this.#renderAll() : topic === 'sort' ? this.#renderSorts() : this.#renderFilter(topic)}
    </div>`;
  }

  /** What a filter is set to, as people call it. */
  #labelOf(filter: Filter): string {
    const value = this.host.asked[filter] ?? '';
    return valuesOf(this.words, filter)?.find(({ id }) => id === value)?.name ?? this.#names.get(value) ?? '…';
  }

  /** Learns what a filter is called that came with the page's address. */
  async #learn(filter: Filter, id: string, { organizationId }: Standing): Promise<void> {
    this.#names.set(id, '…');
    try {
      this.#names.set(id, (await choicesOf[filter]?.name(this.host.api, organizationId, id)) ?? '?');
    } catch (error) {
      this.#names.set(id, '?');
      this.report(error);
    }
    this.host.requestUpdate();
  }

  get #searches(): boolean {
    return this.topic in choicesOf;
  }

  #renderAll(): unknown {
    const { words, host } = this;
    const { asked } = host;
    const line = (topic: Topic, label: string, now: string) =>
      html`<button type="button" @click=${() => this.#turnTo(topic)}><span>${label}<span class="small">${now}</span></span>${icon('next', 'flip')}</button>`;
    return [
      ...filtersFor(host.standing).map((filter) =>
        line(filter, words.columns[columnOf(filter)], asked[filter] ? this.#labelOf(filter) : words.all),
      ),
      line('sort', words.sortBy, words.columns[sorts[asked.sort ?? 'name']]),
    ];
  }

  #renderSorts(): unknown {
    const now = this.host.asked.sort ?? 'name';
    const known = (Object.keys(sorts) as Sort[]).filter((sort) => isKnown(sorts[sort], this.host.standing));
    return known.map((sort) =>
      this.#renderChoice({ id: sort, name: this.words.columns[sorts[sort]] }, sort === now, () => this.host.ask({ sort })),
    );
  }

  #renderFilter(filter: Filter): unknown {
    const { words, host } = this;
    const column = words.columns[columnOf(filter)];
    const now = host.asked[filter];
    const choose = (choice?: Choice) => {
      if (choice) this.#names.set(choice.id, choice.name);
      host.ask({ [filter]: choice?.id });
    };
    const fixed = valuesOf(words, filter);
    const { value, state, error } = this.#found;
    const found = fixed ?? (value?.topic === filter ? value.choices : undefined);
    return html`
      ${
        !fixed && (this.typed || (value?.topic === filter && (value.more || value.choices.length >= fewest)))
          ? html`<label class="search">
              ${icon('search')}
              <input class="field" type="search" aria-label=${words.findIn(column)} autocomplete="off" maxlength="200" @input=${this.#typed} />
            </label>`
          : nothing
      }
      <div class="choices">
        ${this.typed ? nothing : this.#renderChoice({ id: '', name: words.all }, !now, () => choose())}
        ${found?.map((choice) => this.#renderChoice(choice, choice.id === now, () => choose(choice)))}
        ${
          !fixed && state === 'failed'
            ? html`<p class="small danger" role="alert">${errorMessage(words, error)}</p>`
            : !found
              ? html`<p class="small" role="status">${words.loading}</p>`
              : found.length === 0
                ? html`<p class="small" role="status">${words.nothingFound}</p>`
                : nothing
        }
      </div>
    `;
  }

  #renderChoice({ name }: Choice, on: boolean, choose: () => void): TemplateResult {
    return html`<button
      type="button"
      aria-pressed=${on}
      @click=${() => {
        this.#floating.hide(true);
        choose();
      }}
    >
      ${icon('check', on ? '' : 'off')}<span><bdi>${name}</bdi></span>
    </button>`;
  }

  #renderColumns(): TemplateResult {
    const { words, host } = this;
    const shown = host.chosen;
    const known = columns.filter(({ id }) => isKnown(id, host.standing));
    const choose = (next: readonly Column[]) => {
      host.chosen = known.filter((column) => next.includes(column));
      if (host.standing) keepColumns(host.standing.organizationId, host.chosen);
      this.requestUpdate();
    };
    return html`<div class="choices">
        ${known.map(
          (column) =>
            html`<label>
              <input
                type="checkbox"
                .checked=${shown.includes(column)}
                @change=${() => choose(shown.includes(column) ? shown.filter((other) => other !== column) : [...shown, column])}
              />
              <span>${words.columns[column.id]}</span>
            </label>`,
        )}
      </div>
      <hr />
      <button type="button" @click=${() => choose(usual)}><span>${words.usualColumns}</span></button>`;
  }

  #turnTo(topic: Topic): void {
    this.topic = topic;
    this.typed = '';
    if (this.#floating.isOpen) void this.#focusFirst();
  }

  async #focusFirst(): Promise<void> {
    await this.updateComplete;
    this.#floating.place();
    const all = this.#stops;
    (all.find((stop) => stop.matches('[aria-pressed=true]')) ?? all[0])?.focus();
  }

  get #stops(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.menu :is(button, input)')];
  }

  readonly #typed = whenTyped((text) => {
    this.typed = text;
  });

  /** Up and down go through the lines; Escape and light dismissal are the browser's. */
  readonly #pressed = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Escape') this.#floating.hide(true);
    else if (step) {
      const stops = this.#stops;
      const at = stops.indexOf((this.renderRoot as ShadowRoot).activeElement as HTMLElement);
      stops[(at + step + stops.length) % stops.length]?.focus();
    } else return;
    event.preventDefault();
  };
}

/** The values of a filter that every organization has alike. */
function valuesOf(words: OptionWords, filter: Filter): Choice[] | undefined {
  if (filter === 'status') return statuses.map((id) => ({ id, name: words.status[id] }));
  if (filter === 'role') return (['admin', 'member'] as const).map((id) => ({ id, name: words.role[id] }));
  return undefined;
}
