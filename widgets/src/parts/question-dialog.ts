import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { errorMessage } from '../problem-message.ts';
import { controls } from '../styles/controls.styles.ts';
import { dialogs } from '../styles/dialog.styles.ts';
import { forms } from '../styles/forms.styles.ts';
import { people } from '../styles/people.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { type DepartureWords, departure } from '../words/departure.ts';
import { departureQuestion, type Leaving } from './departure.ts';
import { Modal } from './modal.ts';
import { icon } from './more-icons.ts';
import type { Question } from './question.ts';

/** Says what a change means before the button that makes it, and why it was refused. Each question has a new one. */
export class QuestionDialog extends Modal<DepartureWords> {
  static override styles = [tokens, controls, forms, people, dialogs];
  protected override readonly dictionary = departure;

  @state() private question: Question | undefined;
  @state() private meaning: unknown;
  @state() private busy = false;

  /** Asks; the question is made of words that only this dialog has. */
  async ask(question: (words: DepartureWords) => Question): Promise<void> {
    this.question = question(this.words);
    await this.openModal();
    await this.#look(this.question);
  }

  /** Asks about a departure: what it does to each seat is looked up first. */
  leave(leaving: Leaving): Promise<void> {
    return this.ask((words) => departureQuestion(words, leaving));
  }

  override render(): TemplateResult {
    const { words, question, meaning, error } = this;
    return html`<dialog class="question" closedby="any" part="dialog" aria-labelledby="title">
      <header><h2 id="title">${question?.title}</h2></header>
      <div class="body">
        ${
          meaning ??
          (error === undefined
            ? html`<div role="status" aria-label=${words.loading} class="bones"><span class="bone"></span><span class="bone"></span><span class="bone"></span></div>`
            : nothing)
        }
        ${error === undefined ? nothing : html`<p class="note bad" role="alert">${icon('warn')}<span>${errorMessage(words, error)}</span></p>`}
      </div>
      <footer>
        ${
          question?.instead
            ? html`<button class="button quiet start" type="button" @click=${this.#goRound}>${icon(question.instead.icon, 'flip')}<span>${question.instead.label}</span></button>`
            : nothing
        }
        <button class="button" type="button" autofocus @click=${this.shut}>${words.cancel}</button>
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
      this.meaning = await question.means();
    } catch (error) {
      this.fail(error);
    }
  }

  readonly #confirm = async () => {
    const { question } = this;
    if (this.busy || !question) return;
    this.busy = true;
    this.error = undefined;
    try {
      await question.confirm();
      this.dialog.close();
    } catch (error) {
      this.fail(error);
    }
    this.busy = false;
  };

  readonly #goRound = () => {
    this.dialog.close();
    this.question?.instead?.run();
  };
}
