import type { Page, Total } from '@seatkit/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { Loader, type Owner } from '../loader.ts';
import { errorMessage } from '../problem-message.ts';
import type { Words } from '../words/core.ts';

/** How many rows come first, and with each page after that. */
const usual = 50;
/** How many the server gives at most. */
const most = 200;

/** Where a page begins, and how long it is. */
export interface PageQuery {
  readonly limit: number;
  readonly cursor?: string;
}

type Read<Scope, Item> = (scope: Scope, page: PageQuery, signal?: AbortSignal) => Promise<Page<Item>>;

/** The rows that are there so far, and what they are rows of. */
interface Shown<Scope, Item> {
  readonly scope: Scope;
  readonly items: readonly Item[];
  readonly next: string | null;
  readonly total: Total;
}

/**
 * A list that is read page after page as somebody comes to its end. Of another list the first page is read; after a write as many rows
 * as were there, so that nobody loses their place.
 */
export class Pages<Scope extends readonly unknown[], Item> {
  readonly #host: Owner;
  readonly #read: Read<Scope, Item>;
  readonly #loader: Loader<readonly [number, ...Scope], Shown<Scope, Item>>;
  #moreError: unknown;
  #growing: Shown<Scope, Item> | undefined;

  /** `scope` says what to list, null nothing now; `changes` counts the writes after which it is read again. */
  constructor(host: Owner, changes: () => number, scope: () => Scope | null, read: Read<Scope, Item>) {
    this.#host = host;
    this.#read = read;
    this.#loader = new Loader(
      host,
      () => {
        const wanted = scope();
        return wanted && ([changes(), ...wanted] as const);
      },
      ([, ...wanted], signal) => this.#load(wanted as unknown as Scope, signal),
    );
  }

  get state(): 'loading' | 'failed' | 'ready' {
    return this.#loader.state;
  }

  get error(): unknown {
    return this.#loader.error;
  }

  /** What was read last: of another list while the present one is on its way. */
  get value(): Shown<Scope, Item> | undefined {
    return this.#loader.value;
  }

  reload(): void {
    this.#loader.reload();
  }

  /** Reads the next page, if there is one and it is not on its way. */
  readonly more = async (): Promise<void> => {
    const shown = this.value;
    if (!shown?.next || this.#growing === shown || this.state !== 'ready') return;
    this.#growing = shown;
    this.#moreError = undefined;
    try {
      const page = await this.#read(shown.scope, { limit: usual, cursor: shown.next });
      // A list that was read anew meanwhile has no use for the page of the old one.
      if (this.value === shown) this.#loader.value = { ...page, scope: shown.scope, items: [...shown.items, ...page.items] };
    } catch (error) {
      this.#moreError = error;
      this.#host.report(error);
    }
    this.#growing = undefined;
    this.#host.requestUpdate();
  };

  /** Takes out at once what is known to be gone, so that nobody asks for it while the list is read again. */
  drop(gone: (item: Item) => boolean): void {
    const { value } = this;
    if (value) this.#loader.value = { ...value, items: value.items.filter((item) => !gone(item)) };
    this.#host.requestUpdate();
  }

  /** The end of a list that goes on: what is looked for to read on, or why that failed and a way on. */
  renderEnd(words: Words): TemplateResult | typeof nothing {
    if (!this.value?.next) return nothing;
    if (this.#moreError === undefined) return html`<div class="more" aria-hidden="true"></div>`;
    return html`<p class="small danger end" role="alert">
      ${errorMessage(words, this.#moreError)}
      <button class="button" type="button" @click=${this.more}>${words.retry}</button>
    </p>`;
  }

  async #load(scope: Scope, signal: AbortSignal): Promise<Shown<Scope, Item>> {
    const before = this.value;
    const wanted = before && scope.every((part, i) => Object.is(part, before.scope[i])) ? before.items.length : 0;
    this.#moreError = undefined;
    let page = await this.#read(scope, { limit: Math.min(most, Math.max(usual, wanted)) }, signal);
    let { items } = page;
    while (page.next !== null && items.length < wanted) {
      page = await this.#read(scope, { limit: Math.min(most, wanted - items.length), cursor: page.next }, signal);
      items = [...items, ...page.items];
    }
    return { ...page, scope, items };
  }
}
