import { html, type LitElement } from 'lit';
import { lazily } from '../lazy.ts';
import type { Words } from '../words/core.ts';
import type { Toast } from './toast.ts';

const load = lazily(async () => (await import('./toast.ts')).toastIn);

/** The toast of a widget, which comes when somebody touches the widget. Where it cannot come, what it had to say stands in the widget. */
export class LazyToast {
  readonly #host: LitElement & { readonly words: Words };
  #toast: Toast | undefined;
  #plain = '';

  constructor(host: LitElement & { readonly words: Words }) {
    this.#host = host;
    const warm = () => void load().catch(() => {}); // said by what is said
    for (const touch of ['pointerover', 'focusin']) host.addEventListener(touch, warm, { once: true });
  }

  /** Says a fact, or a failure, which stays longer. */
  async say(text: string, failed = false): Promise<void> {
    this.#plain = '';
    try {
      const toastIn = await load();
      if (!this.#toast) {
        this.#toast = toastIn(this.#host);
        // A screen reader tells what changes in a place that was there before.
        await this.#host.updateComplete;
      }
      this.#toast.say(text, failed);
    } catch {
      this.#plain = text;
      this.#host.requestUpdate();
    }
  }

  /** Its place in the widget's template. */
  render(): unknown {
    return this.#plain ? html`<p class="note" role="alert">${this.#plain}</p>` : this.#toast?.render();
  }
}
