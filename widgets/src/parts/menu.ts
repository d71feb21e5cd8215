import { html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { type IconName, icon } from './icon.ts';

/** A line of a menu; `null` in a list of them draws a rule. */
export interface MenuItem {
  readonly label: string;
  readonly icon: IconName;
  readonly danger?: boolean;
  readonly run: () => void;
}

const gap = 4;

/** One menu for all the rows of an element: a popover with the keyboard of the menu pattern, and focus going back to its button. */
export class Menu implements ReactiveController {
  readonly #host: LitElement;
  #items: readonly (MenuItem | null)[] = [];
  #label = '';
  #button: HTMLElement | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('scroll', this.#follow, { capture: true, passive: true });
    addEventListener('resize', this.#follow);
  }

  hostDisconnected(): void {
    removeEventListener('scroll', this.#follow, { capture: true });
    removeEventListener('resize', this.#follow);
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
    this.#button = button;
    this.#label = label;
    this.#items = items.filter((item, i) => item || (i > 0 && items.slice(i + 1).some(Boolean) && items[i - 1]));
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const menu = this.#menu;
    if (!menu || menu.matches(':popover-open')) return;
    menu.showPopover();
    place(menu, button);
    button.setAttribute('aria-expanded', 'true');
    this.#lines[0]?.focus();
  }

  /** The menu itself, once per element. */
  render(): TemplateResult {
    return html`<div class="menu" part="menu" popover role="menu" aria-label=${this.#label} @contextmenu=${stay} @keydown=${this.#key} @toggle=${this.#toggled}>
      ${this.#items.map((item) =>
        item
          ? html`<button class=${item.danger ? 'danger' : ''} type="button" role="menuitem" tabindex="-1" @click=${() => this.#choose(item)}>
              ${icon(item.icon)}<span>${item.label}</span>
            </button>`
          : html`<hr role="separator" />`,
      )}
    </div>`;
  }

  get #menu(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('.menu');
  }

  get #lines(): HTMLElement[] {
    return [...(this.#menu?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  }

  #choose(item: MenuItem): void {
    this.#hide();
    this.#button?.focus(); // so that a dialog opened now gives the focus back to the button
    item.run();
  }

  readonly #hide = () => {
    const menu = this.#menu;
    if (menu?.matches(':popover-open')) menu.hidePopover();
  };

  /** Stays at its button while the page scrolls, and goes when the button leaves the window. */
  readonly #follow = () => {
    const menu = this.#menu;
    if (!menu?.matches(':popover-open') || !this.#button) return;
    const { top, bottom } = this.#button.getBoundingClientRect();
    if (bottom < 0 || top > innerHeight) this.#hide();
    else place(menu, this.#button);
  };

  readonly #toggled = (event: ToggleEvent) => {
    if (event.newState === 'closed') this.#button?.setAttribute('aria-expanded', 'false');
  };

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
                ? lines.findIndex((line) => line.textContent?.trim().toLocaleLowerCase().startsWith(typed))
                : -1;
    if (next >= 0) {
      event.preventDefault();
      lines[next]?.focus();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      this.#hide();
      this.#button?.focus();
    }
  };
}

/** The key that opened the menu asks the browser for its own one as well, when it is let go. */
const stay = (event: Event) => event.preventDefault();

/** Below the button, flush with its far edge; above it, or nearer, where the window ends. */
function place(menu: HTMLElement, button: HTMLElement): void {
  const box = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const rightToLeft = getComputedStyle(button).direction === 'rtl';
  const x = Math.max(8, Math.min(rightToLeft ? box.left : box.right - width, innerWidth - width - 8));
  const y = box.bottom + gap + height > innerHeight && box.top > height + gap ? box.top - gap - height : box.bottom + gap;
  menu.style.setProperty('--_x', `${x}px`);
  menu.style.setProperty('--_y', `${y}px`);
}
