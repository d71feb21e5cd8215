import { html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { above } from '../styles/above.styles.ts';
import type { Words } from '../words/core.ts';
import { icon } from './more-icons.ts';
import { vars } from './vars.ts';

/** Something to say, for some seconds; with an action while they last. */
export interface ToastMessage {
  readonly text: (secondsLeft: number) => string;
  readonly seconds: number;
  readonly failed?: boolean;
  /** The seconds are those of something that happens at their end, and go by whoever is there. This is said to whoever acts after it. */
  readonly tooLate?: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

// All toasts of a page share one corner, whichever widget speaks.
const open = new Set<Toast>();

/** Says what was done, in a popover that a screen reader hears and that stays under the pointer or the focus. */
export class Toast implements ReactiveController {
  readonly #host: LitElement & { readonly words: Words };
  #message: ToastMessage | undefined;
  /** When it goes, by the clock: a page in the background ticks more slowly than time goes by. */
  #until = 0;
  #clock: ReturnType<typeof setInterval> | undefined;
  /** Where the focus came from that the message has. */
  #before: HTMLElement | null = null;

  constructor(host: LitElement & { readonly words: Words }) {
    this.#host = host;
    host.addController(this);
  }

  /** Not when its host is only moved to another place of the page. */
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.hide();
    });
  }

  /** A popover that an update has just put into the page is not open yet. */
  hostUpdated(): void {
    const element = this.#element;
    if (element?.popover && !element.matches(':popover-open')) element.showPopover();
  }

  show(message: ToastMessage): void {
    clearInterval(this.#clock);
    this.#giveFocusBack();
    for (const other of open) if (other !== this && !other.#message?.action) other.hide();
    open.add(this);
    this.#message = message;
    this.#until = Date.now() + message.seconds * 1000;
    this.#clock = setInterval(() => this.#tick(), 1000);
    this.#host.requestUpdate();
  }

  /** Whether somebody can do something by the message that stands there now. */
  get offers(): boolean {
    return this.#message?.action !== undefined;
  }

  /** Says a fact for six seconds, a failure for twelve. */
  say(text: string, failed = false): void {
    this.show({ text: () => text, seconds: failed ? 12 : 6, failed });
  }

  hide(): void {
    clearInterval(this.#clock);
    this.#giveFocusBack();
    if (this.#element?.matches(':popover-open')) this.#element.hidePopover();
    this.#message = undefined;
    open.delete(this);
    this.#host.requestUpdate();
  }

  /** `inline` is for open modal dialogs: there it takes its place in the flow and covers nothing. */
  render(inline = false): TemplateResult {
    const message = this.#message;
    return html`<span class="hush" role="status">${message?.text(message.seconds)}</span>${message ? this.#renderMessage(message, inline) : nothing}`;
  }

  #renderMessage(message: ToastMessage, inline: boolean): TemplateResult {
    return html`<div class="toast" part="toast" popover=${inline ? nothing : 'manual'} ${vars({ '--_left': (100 * this.#left) / message.seconds, '--_lift': [...open].indexOf(this) })} @focusin=${this.#focused}>
      ${icon(message.failed ? 'warn' : message.action ? 'mail' : 'check')}
      <span class="num" aria-hidden="true">${message.text(this.#left)}</span>
      ${
        message.action
          ? html`<button class="button" type="button" @click=${this.#act}>${icon('undo', 'flip')}<span>${message.action.label}</span></button>`
          : html`<button class="icon-button" type="button" aria-label=${this.#host.words.close} @click=${() => this.hide()}>${icon('close')}</button>`
      }
    </div>`;
  }

  get #left(): number {
    return Math.ceil((this.#until - Date.now()) / 1000);
  }

  get #element(): HTMLElement | null {
    return this.#host.renderRoot?.querySelector<HTMLElement>('.toast') ?? null;
  }

  readonly #focused = ({ currentTarget, relatedTarget }: FocusEvent) => {
    const before = relatedTarget as HTMLElement | null;
    if (!(currentTarget as HTMLElement).contains(before)) this.#before = before;
  };

  /** The button with the focus is about to go: it goes back, or, where that is gone too, to what stands before the message. */
  #giveFocusBack(): void {
    const element = this.#element;
    if (!element?.matches(':focus-within')) return;
    const all = [...this.#host.renderRoot.querySelectorAll<HTMLElement>('button, input, select, textarea, [tabindex]')];
    const above = all.filter((one) => element.compareDocumentPosition(one) === Node.DOCUMENT_POSITION_PRECEDING);
    for (const to of [this.#before, ...above.reverse()]) {
      to?.focus({ preventScroll: true });
      if (!element.matches(':focus-within')) return;
    }
  }

  readonly #act = () => {
    const { tooLate, action } = this.#message ?? {};
    if (tooLate && this.#left <= 0) this.say(tooLate, true);
    else action?.run();
  };

  #tick(): void {
    if (!this.#message?.tooLate && this.#element?.matches(':hover, :focus-within')) this.#until += 1000;
    if (this.#left <= 0) this.hide();
    else this.#host.requestUpdate();
  }
}

/** The toast of a widget, with its style. */
export function toastIn(host: LitElement & { readonly words: Words }): Toast {
  const root = host.renderRoot as ShadowRoot;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, above.styleSheet!];
  host.requestUpdate();
  return new Toast(host);
}
