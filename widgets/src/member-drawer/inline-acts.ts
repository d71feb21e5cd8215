import { html, nothing } from 'lit';
import { icon } from '../parts/icon.ts';
import type { Question } from '../parts/question.ts';
import { errorMessage } from '../problem-message.ts';
import type { MemberDrawer } from './member-drawer.ts';

/**
 * What is done at once, beside the form: it is asked, and refused, at the place of the button that was pressed. No dialog opens over
 * the drawer.
 */
export class InlineActs {
  readonly #drawer: MemberDrawer;
  #place = '';
  #question: Question | undefined;
  #meaning: unknown;
  #error: unknown;
  #busy = false;

  constructor(drawer: MemberDrawer) {
    this.#drawer = drawer;
  }

  /** Nothing is asked or said any more. */
  clear(): void {
    this.#place = '';
    this.#question = undefined;
    this.#error = undefined;
    this.#drawer.requestUpdate();
  }

  /** Asks what a press means before it is done. */
  async ask(place: string, question: Question): Promise<void> {
    this.clear();
    this.#place = place;
    this.#question = question;
    this.#meaning = undefined;
    await this.#try(async () => {
      const meaning = await question.means();
      if (this.#question === question) this.#meaning = meaning;
    });
    await this.#drawer.updateComplete;
    if (this.#question === question) this.#asked?.querySelector<HTMLElement>('button')?.focus();
  }

  /** Does something, and says at its place why it could not be done. */
  async run(place: string, act: () => Promise<unknown>): Promise<void> {
    if (this.#busy) return;
    this.clear();
    this.#place = place;
    await this.#try(act);
  }

  /** What is asked or was refused at a place. */
  render(place: string): unknown {
    const { words } = this.#drawer;
    if (place !== this.#place) return nothing;
    const failure =
      this.#error === undefined
        ? nothing
        : html`<p class="note bad" role="alert">${icon('warn')}<span>${errorMessage(words, this.#error)}</span></p>`;
    const question = this.#question;
    if (!question) return failure;
    return html`<div class="asked" role="group" aria-labelledby="asked">
      <h4 id="asked">${question.title}</h4>
      ${this.#meaning ?? (this.#error === undefined ? html`<div role="status" aria-label=${words.loading} class="bones"><span class="bone"></span><span class="bone"></span></div>` : nothing)}
      ${failure}
      <div class="buttons">
        <button class="button" type="button" @click=${this.#cancel}>${words.cancel}</button>
        ${
          this.#meaning === undefined
            ? nothing
            : html`<button class="button ${question.destroys ? 'destroy' : ''}" type="button" aria-disabled=${this.#busy} @click=${this.#confirm}>${question.button}</button>`
        }
      </div>
    </div>`;
  }

  get #asked(): Element | null {
    return this.#drawer.renderRoot.querySelector('.asked');
  }

  /** The focus goes back to the part of the drawer in which it was asked, because the buttons go away. */
  #end(): void {
    const section = this.#asked?.closest('section');
    this.clear();
    (section?.querySelector<HTMLElement>('h3') ?? section)?.focus();
  }

  readonly #cancel = () => this.#end();

  readonly #confirm = async () => {
    const question = this.#question;
    if (!question || this.#busy) return;
    if ((await this.#try(question.confirm)) && this.#question === question) this.#end();
  };

  async #try(act: () => Promise<unknown>): Promise<boolean> {
    this.#busy = true;
    this.#error = undefined;
    this.#drawer.requestUpdate();
    try {
      await act();
      return true;
    } catch (error) {
      this.#error = error;
      this.#drawer.report(error);
      return false;
    } finally {
      this.#busy = false;
      this.#drawer.requestUpdate();
    }
  }
}
