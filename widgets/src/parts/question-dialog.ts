import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { errorMessage } from '../problem-message.ts';
import { controls } from '../styles/controls.styles.ts';
import { dialogs } from '../styles/dialog.styles.ts';
import { forms } from '../styles/forms.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { Surface } from '../surface.ts';
import { type DepartureWords, departure } from '../words/departure.ts';
import { departureQuestion, type Leaving } from './departure.ts';
import { icon } from './icon.ts';
import type { Question } from './question.ts';

/** Says what a change means before the button that makes it, and why it was refused. */
export class QuestionDialog extends Surface<DepartureWords> {
  static override styles = [tokens, controls, forms, dialogs];
  protected override readonly dictionary = departure;

  @state() private question: Question | undefined;
  @state() private meaning: unknown;
  @state() private error: unknown;
  @state() private busy = false;
  @query('dialog') private dialog!: HTMLDialogElement;

  /** Asks; the question is made of words that only this dialog has. */
  async ask(question: (words: DepartureWords) => Question): Promise<void> {
    this.question = question(this.words);
    await this.updateComplete;
    this.dialog.showModal();
    await this.#look(this.question);
  }

  /** Asks about a departure: what it does to each seat is looked up first. */
  leave(leaving: Leaving): Promise<void> {
    return this.ask((words) => departureQuestion(words, leaving));
  }

  override render(): TemplateResult {
    const { words, question, meaning, error } = this;
    return html`<dialog class="question" part="dialog" aria-labelledby="title">
      <header><h2 id="title">${question?.title}</h2></header>
      <div class="body">
        ${
          meaning ??
          (error === undefined
            ? html`<div role="status" aria-label=${words.loading}><span class="bone"></span><span class="bone"></span><span class="bone"></span></div>`
            : nothing)
        }
        ${error === undefined ? nothing : html`<p class="note bad" role="alert">${icon('warn')}<span>${errorMessage(words, error)}</span></p>`}
      </div>
      <footer>
        <button class="button" type="button" @click=${() => this.dialog.close()}>${words.cancel}</button>
        ${
          meaning !== undefined
            ? html`<button class="button ${question?.destroys ? 'destroy' : 'primary'}" type="button" aria-disabled=${this.busy} @click=${this.#confirm}>${question?.button}</button>`
            : error === undefined
              ? nothing
              : html`<button class="button" type="button" @click=${() => question && this.#look(question)}>${words.retry}</button>`
        }
      </footer>
    </dialog>`;
  }

  async #look(question: Question): Promise<void> {
    this.meaning = undefined;
    this.error = undefined;
    try {
      const meaning = await question.means();
      if (this.question === question) this.meaning = meaning;
    } catch (error) {
      this.#fail(error);
    }
  }

  readonly #confirm = async () => {
    if (this.busy || !this.question) return;
    this.busy = true;
    this.error = undefined;
    try {
      await this.question.confirm();
      this.dialog.close();
    } catch (error) {
      this.#fail(error);
    }
    this.busy = false;
  };

  #fail(error: unknown): void {
    this.error = error;
    this.report(error);
  }
}
