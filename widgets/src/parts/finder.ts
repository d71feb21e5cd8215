import { html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { Loader, type Owner } from '../loader.ts';
import { errorMessage } from '../problem-message.ts';
import type { Words } from '../words/core.ts';
import { icon } from './more-icons.ts';

/** Something that can be found and chosen by its name. */
export interface Found {
  readonly id: string;
  readonly name: string;
  /** What else is to be known before it is chosen. */
  readonly note?: string;
}

/** A field that finds things by name as one types, and offers them below it. */
export class Finder<Thing extends Found> implements ReactiveController {
  readonly #host: LitElement & { readonly words: Words };
  readonly #found: Loader<readonly [string, number], readonly Thing[]>;
  #open = false;
  #typed = '';
  #asked = 0;
  #typing: ReturnType<typeof setTimeout> | undefined;
  /** Where Enter was pressed, until what was found for what stands there is known. */
  #entered: HTMLElement | undefined;

  constructor(host: LitElement & Owner & { readonly words: Words }, find: (q: string, signal: AbortSignal) => Promise<readonly Thing[]>) {
    this.#host = host;
    host.addController(this);
    this.#found = new Loader(
      host,
      () => (this.#open ? ([this.#typed, this.#asked] as const) : null),
      ([q], signal) => find(q, signal),
    );
  }

  hostDisconnected(): void {
    clearTimeout(this.#typing);
  }

  /** What Enter asked for is there: the first of it is chosen. */
  hostUpdated(): void {
    const finder = this.#entered;
    if (!finder || this.#found.state === 'loading') return;
    this.#entered = undefined;
    finder.querySelector<HTMLElement>('.found button')?.click();
  }

  /** Forgets what was typed and found. */
  close(): void {
    clearTimeout(this.#typing);
    this.#entered = undefined;
    this.#open = false;
    this.#typed = '';
    this.#host.requestUpdate();
  }

  /** The field, and below it what was found; things in `without` are there already. */
  render(label: string, nothingFound: string, without: readonly string[], choose: (thing: Thing) => void): TemplateResult {
    return html`<div class="finder" @keydown=${this.#pressed} @focusout=${this.#left}>
      <label class="search">
        ${icon('search')}
        <input class="field" type="search" placeholder=${label} aria-label=${label} autocomplete="off" maxlength="200" @focus=${this.#focused} @input=${this.#input} />
      </label>
      ${this.#open ? this.#renderFound(nothingFound, without, choose) : nothing}
    </div>`;
  }

  #renderFound(nothingFound: string, without: readonly string[], choose: (thing: Thing) => void): TemplateResult {
    const { words } = this.#host;
    const { value, state, error } = this.#found;
    const things = value?.filter(({ id }) => !without.includes(id)) ?? [];
    if (state === 'failed') return html`<p class="small danger" role="alert">${errorMessage(words, error)}</p>`;
    if (!value) return html`<p class="small" role="status">${words.loading}</p>`;
    if (things.length === 0) return html`<p class="small" role="status">${nothingFound}</p>`;
    return html`<ul class="found" aria-busy=${state === 'loading'}>
      ${things.map(
        (thing) =>
          html`<li>
            <button
              type="button"
              @click=${(event: Event) => {
                (event.currentTarget as HTMLElement).closest('.finder')?.querySelector('input')?.focus();
                choose(thing);
              }}
            >
              ${icon('plus')}<bdi>${thing.name}</bdi>${thing.note ? html`<span class="small">${thing.note}</span>` : nothing}
            </button>
          </li>`,
      )}
    </ul>`;
  }

  readonly #focused = (event: Event) => {
    if (this.#open) return;
    this.#open = true;
    this.#asked += 1; // what there is may have changed since
    this.#host.requestUpdate();
    // What is found shall be in view below the field.
    (event.currentTarget as HTMLElement).closest('.finder')?.scrollIntoView({ block: 'center' });
  };

  readonly #left = (event: FocusEvent) => {
    this.#entered = undefined;
    const to = event.relatedTarget as Node | null;
    if (!this.#open || !to || (event.currentTarget as HTMLElement).contains(to)) return;
    this.close();
    (event.currentTarget as HTMLElement).querySelector('input')!.value = '';
  };

  readonly #input = (event: Event) => {
    const { value } = event.currentTarget as HTMLInputElement;
    this.#entered = undefined;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#ask(value), 200);
  };

  #ask(value: string): void {
    clearTimeout(this.#typing);
    this.#typed = value.trim();
    this.#open = true;
    this.#host.requestUpdate();
  }

  /** Arrows go from the field through what was found; Enter in the field takes the first for what was typed, and sends no form; Escape closes only this. */
  readonly #pressed = (event: KeyboardEvent) => {
    const finder = event.currentTarget as HTMLElement;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const stops = [...finder.querySelectorAll<HTMLElement>('input, button')];
    const at = stops.indexOf(event.target as HTMLElement);
    if (step) stops[(at + step + stops.length) % stops.length]?.focus();
    else if (event.key === 'Enter' && at === 0) {
      const { value } = stops[0] as HTMLInputElement;
      // What is shown may still be what was found before the last letters.
      this.#entered = value.trim() ? finder : undefined;
      this.#ask(value);
    } else if (event.key === 'Escape' && this.#open) {
      event.stopPropagation();
      this.close();
      const field = stops[0] as HTMLInputElement;
      field.value = '';
      field.focus();
      this.#open = false;
    } else return;
    event.preventDefault();
  };
}
