import type { LitElement, ReactiveController } from 'lit';

/** Pixels to the button, and at least so many to where the window ends. */
const gap = 4;
const margin = 8;

/** The popover `.menu` of an element, beside the button that opened it: it stays there while anything scrolls, and goes with the button. */
export class Floating implements ReactiveController {
  readonly #host: LitElement;
  readonly #edge: 'start' | 'end';
  #button: HTMLElement | undefined;

  /** `edge` is that of the button with which the popover is flush. */
  constructor(host: LitElement, edge: 'start' | 'end') {
    this.#host = host;
    this.#edge = edge;
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

  get element(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('.menu');
  }

  get isOpen(): boolean {
    return this.element?.matches(':popover-open') ?? false;
  }

  /** Opens beside the button, with what the host has drawn by then. False: it was open already. */
  async show(button: HTMLElement): Promise<boolean> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const { element } = this;
    if (!element || this.isOpen) return false;
    this.#button = button;
    element.showPopover();
    this.place();
    button.setAttribute('aria-expanded', 'true');
    return true;
  }

  /** Closes; `back` gives the focus to the button. */
  hide(back = false): void {
    if (this.isOpen) this.element?.hidePopover();
    if (back) this.#button?.focus();
  }

  /** Below the button, or above it where there is more room; a window that has too little on both sides makes it scroll. */
  readonly place = (): void => {
    const { element } = this;
    if (!element || !this.#button) return;
    const box = this.#button.getBoundingClientRect();
    const { offsetWidth: width, scrollHeight } = element;
    const rightToLeft = getComputedStyle(this.#button).direction === 'rtl';
    const wanted = rightToLeft === (this.#edge === 'end') ? box.left : box.right - width;
    const x = Math.max(margin, Math.min(wanted, innerWidth - width - margin));
    const below = innerHeight - box.bottom - gap - margin;
    const above = box.top - gap - margin;
    const goesUp = scrollHeight > below && above > below;
    element.style.setProperty('--_room', `${goesUp ? above : below}px`);
    const y = goesUp ? box.top - gap - element.offsetHeight : box.bottom + gap;
    element.style.setProperty('--_x', `${x}px`);
    element.style.setProperty('--_y', `${y}px`);
  };

  /** For the `toggle` event of the popover. */
  readonly toggled = (event: ToggleEvent): void => {
    if (event.newState === 'closed') this.#button?.setAttribute('aria-expanded', 'false');
  };

  readonly #follow = () => {
    if (!this.isOpen || !this.#button) return;
    const { top, bottom } = this.#button.getBoundingClientRect();
    if (bottom < 0 || top > innerHeight) this.hide();
    else this.place();
  };
}
