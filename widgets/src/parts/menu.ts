import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import { Floating } from './floating.ts';
import { type IconName, icon } from './more-icons.ts';

/** A line of a menu; `null` in a list of them draws a rule. */
export interface MenuItem {
  readonly label: string;
  readonly icon: IconName;
  readonly danger?: boolean;
  readonly run: () => void;
}

/** One menu for all the rows of an element: a popover with the keyboard of the menu pattern, and focus going back to its button. */
export class Menu {
  readonly #host: LitElement;
  readonly #floating: Floating;
  #items: readonly (MenuItem | null)[] = [];
  #label = '';

  constructor(host: LitElement) {
    this.#host = host;
    this.#floating = new Floating(host, 'end');
  }

  /** The button that opens the menu with these items. Nothing to do, no button. */
  renderButton(label: string, items: readonly (MenuItem | null)[]): TemplateResult | typeof nothing {
    if (!items.some(Boolean)) return nothing;
    return html`<button
      class="icon-button"
      part="menu-button"
      type="button"
      aria-haspopup="menu"
      aria-expanded="false"
      aria-label=${label}
      @click=${(event: Event) => this.open(event.currentTarget as HTMLElement, label, items)}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'ArrowDown') return;
        event.preventDefault();
        this.open(event.currentTarget as HTMLElement, label, items);
      }}
    >
      ${icon('dots', 'bold')}
    </button>`;
  }

  /** Opens the menu at a button, with the focus on its first line. */
  async open(button: HTMLElement, label: string, items: readonly (MenuItem | null)[]): Promise<void> {
    this.#label = label;
    this.#items = items.filter((item, i) => item || (i > 0 && items.slice(i + 1).some(Boolean) && items[i - 1]));
    if (await this.#floating.show(button)) this.#lines[0]?.focus();
  }

  /** The menu itself, once per element. */
  render(): TemplateResult {
    return html`<div class="menu" part="menu" popover role="menu" aria-label=${this.#label} @contextmenu=${stay} @keydown=${this.#key} @toggle=${this.#floating.toggled}>
      ${this.#items.map((item) =>
        item
          ? html`<button class=${item.danger ? 'danger' : ''} type="button" role="menuitem" tabindex="-1" @click=${() => this.#choose(item)}>
              ${icon(item.icon)}<span>${item.label}</span>
            </button>`
          : html`<hr role="separator" />`,
      )}
    </div>`;
  }

  get #lines(): HTMLElement[] {
    return [...(this.#floating.element?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  }

  /** The next line that begins with a letter, after the one in focus and round again. */
  #startingWith(letter: string, at: number): HTMLElement | undefined {
    const lines = this.#lines;
    return [...lines.slice(at + 1), ...lines].find((line) => line.textContent?.trim().toLocaleLowerCase().startsWith(letter));
  }

  #choose(item: MenuItem): void {
    this.#floating.hide(true); // so that a dialog opened now gives the focus back to the button
    item.run();
  }

  readonly #key = (event: KeyboardEvent) => {
    const lines = this.#lines;
    const at = lines.indexOf((this.#host.renderRoot as ShadowRoot).activeElement as HTMLElement);
    const typed = event.key.length === 1 ? event.key.toLocaleLowerCase() : '';
    const next =
      event.key === 'ArrowDown'
        ? (at + 1) % lines.length
        : event.key === 'ArrowUp'
          ? (at - 1 + lines.length) % lines.length
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? lines.length - 1
              : typed.trim()
                ? lines.indexOf(this.#startingWith(typed, at)!)
                : -1;
    if (next >= 0) {
      event.preventDefault();
      lines[next]?.focus();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      this.#floating.hide(true);
    }
  };
}

/** The key that opened the menu asks the browser for its own one as well, when it is let go. */
const stay = (event: Event) => event.preventDefault();
