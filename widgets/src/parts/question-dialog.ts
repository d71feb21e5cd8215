import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { errorMessage } from '../problem-message.ts';
import type { SeatkitElement } from '../seatkit-element.ts';
import { icon } from './icon.ts';

/** What is asked, what it means, and what "yes" does. */
export interface Question {
  readonly title: string;
  readonly means: readonly string[];
  readonly button: string;
  readonly confirm: () => Promise<void>;
}

/** Says what a change means before the button that makes it, and why it was refused. */
export class QuestionDialog implements ReactiveController {
  readonly #host: SeatkitElement;
  #question: Question | undefined;
  #error: unknown;
  #busy = false;

  constructor(host: SeatkitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  async ask(question: Question): Promise<void> {
    this.#question = question;
    this.#error = undefined;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#dialog?.showModal();
  }

  render(): TemplateResult {
    const { words } = this.#host;
    const question = this.#question;
    return html`<dialog class="question" part="dialog" aria-labelledby="question-title">
      <header><h2 id="question-title">${question?.title}</h2></header>
      <div class="body">
        ${question?.means.map((sentence) => html`<p>${sentence}</p>`)}
        ${this.#error === undefined ? nothing : html`<p class="note bad" role="alert">${icon('warn')}<span>${errorMessage(words, this.#error)}</span></p>`}
      </div>
      <footer>
        <button class="button" type="button" @click=${() => this.#dialog?.close()}>${words.cancel}</button>
        <button class="button primary" type="button" aria-disabled=${this.#busy} @click=${this.#confirm}>${question?.button}</button>
      </footer>
    </dialog>`;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector<HTMLDialogElement>('dialog.question');
  }

  readonly #confirm = async () => {
    if (this.#busy || !this.#question) return;
    this.#busy = true;
    this.#error = undefined;
    this.#host.requestUpdate();
    try {
      await this.#question.confirm();
      this.#dialog?.close();
    } catch (error) {
      this.#error = error;
      this.#host.report(error);
    }
    this.#busy = false;
    this.#host.requestUpdate();
  };
}
