import { query, state } from 'lit/decorators.js';
import type { SeatkitElement } from '../seatkit-element.ts';
import { Surface } from '../surface.ts';

/**
 * A surface that is a modal dialog. All of them open, close and give the focus back in one way: Escape, a press beside those that say
 * `closedby="any"`, and their own buttons (by `shut`) do the same.
 */
export abstract class Modal<Words extends object, Host extends SeatkitElement = SeatkitElement> extends Surface<Words, Host> {
  /** From before the dialog is shown until it has closed. */
  @state() protected opened = false;
  /** Why what was asked for last was refused. */
  @state() protected error: unknown;
  @query('dialog') protected readonly dialog!: HTMLDialogElement;
  /** What the widget showed when it opened. */
  #openedFor: object | undefined;
  /** Somebody was somewhere with the focus when it opened. */
  #cameFrom = false;
  /** Where the focus was last. */
  #at: HTMLElement | undefined;
  /** The pointer is down, for the second time of a double press. */
  #again = false;

  /** Whether the dialog may close now; if not, it says why not. */
  protected mayClose(): boolean {
    return true;
  }

  /** The dialog has closed. */
  protected closed(): void {}

  /** Something was refused: the dialog says why as long as it is open, then the widget. */
  protected fail(error: unknown): void {
    if (!this.dialog.open) {
      this.host.fail(error, this.#openedFor);
      return;
    }
    this.error = error;
    this.report(error);
  }

  /** Shows the dialog, as it is drawn by then. */
  protected async openModal(): Promise<void> {
    if (!this.opened) this.#cameFrom = !isNowhere();
    this.#openedFor = this.whose;
    // The `close` of a moment ago may still be on its way, and would empty the dialog.
    do {
      this.opened = true;
      await this.updateComplete;
    } while (!this.opened);
    // It may have gone meanwhile, with its widget or for another one.
    if (this.isConnected && !this.dialog.open) this.dialog.showModal();
  }

  /** Closes, unless something speaks against it. */
  protected readonly shut = (): void => {
    if (this.mayClose()) this.dialog.close();
  };

  /** A dialog whose widget is moved to another place of the page is above it no more: it is shown again, with the focus where it was. */
  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.dialog?.open) return;
    const at = this.#at;
    this.dialog.close();
    this.dialog.showModal();
    at?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (!this.isConnected) this.dialog?.close();
    });
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.addEventListener('cancel', this.#cancelled, true);
    root.addEventListener('close', this.#closed, true);
    for (const type of ['mousedown', 'click', 'keydown']) root.addEventListener(type, this.#pressed, true);
    root.addEventListener('focusin', ({ target }) => {
      this.#at = target as HTMLElement;
    });
    return root;
  }

  readonly #pressed = (event: Event) => {
    this.#again = event.type === 'mousedown' && (event as MouseEvent).detail > 1;
  };

  /** The second half of a double press may land beside a dialog that the first has opened or made smaller: it does not close it. */
  readonly #cancelled = (event: Event) => {
    if (event.target === this.dialog && (this.#again || !this.mayClose())) event.preventDefault();
  };

  readonly #closed = ({ target }: Event) => {
    if (target !== this.dialog || this.dialog.open) return;
    this.opened = false;
    this.closed();
    // The browser gives the focus back to where it was. When it cannot, the first control of the widget takes it.
    const isLost = isNowhere() || this.matches(':focus-within');
    if (this.#cameFrom && isLost) this.host.renderRoot.querySelector<HTMLElement>('button, input')?.focus({ preventScroll: true });
  };
}

function isNowhere(): boolean {
  return !document.activeElement || document.activeElement === document.body;
}
