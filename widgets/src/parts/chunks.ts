import { html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Near } from './near.ts';
import { vars } from './vars.ts';

/** How many rows come and go together. */
const size = 50;

/**
 * Keeps of long lists only those rows in the page that are near the window. They come and go in chunks; one that is gone leaves its
 * height behind, so nothing moves. The chunk that has the focus stays.
 */
export class Chunks implements ReactiveController {
  readonly #host: LitElement;
  /** The heights of the chunks that are gone. */
  readonly #gone = new Map<string, number>();

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
    new Near(host, '.chunk', this.#tell);
  }

  hostDisconnected(): void {
    this.#gone.clear();
  }

  /** The rows of the list `name` that are known so far. */
  render<Item>(
    name: string,
    items: readonly Item[],
    keyOf: (item: Item) => string,
    row: (item: Item, place: number) => TemplateResult,
  ): unknown {
    const starts = Array.from({ length: Math.ceil(items.length / size) }, (_, n) => n * size);
    return starts.map((start) => {
      const key = `${name} ${start}`;
      const height = this.#gone.get(key);
      return html`<div class="chunk" role="presentation" data-key=${key} ${vars({ '--_high': height === undefined ? 'auto' : `${height}px` })}>
        ${height === undefined ? repeat(items.slice(start, start + size), keyOf, (item, n) => row(item, start + n)) : nothing}
      </div>`;
    });
  }

  readonly #tell = (chunk: HTMLElement, near: boolean, height: number) => {
    const key = chunk.dataset.key ?? '';
    const { activeElement } = this.#host.renderRoot as ShadowRoot;
    if (near ? !this.#gone.delete(key) : this.#gone.has(key) || height === 0 || chunk.contains(activeElement)) return;
    if (!near) this.#gone.set(key, height);
    this.#host.requestUpdate();
  };
}
