import { html, nothing } from 'lit';
import { icon } from '../parts/icon.ts';
import type { Question } from '../parts/question.ts';
import { errorMessage } from '../problem-message.ts';
import type { MemberDrawer } from './member-drawer.ts';

/** What is asked, or was pressed, at a place of the drawer, and what came of it. */
interface Act {
  readonly place: string;
  readonly question?: Question;
  meaning?: unknown;
  error?: unknown;
  busy?: boolean;
}

/**
 * What is done at once, beside the form: it is asked, and refused, at the place of the button that was pressed. No dialog opens over
 * the drawer.
 */
export class InlineActs {
  readonly #drawer: MemberDrawer;
  /** The last one is shown. What an earlier one comes to is never said in its place. */
  #shown: Act | undefined;

  constructor(drawer: MemberDrawer) {
    this.#drawer = drawer;
  }

  /** Asks what a press means before it is done. */
  async ask(place: string, question: Question): Promise<void> {
    const act: Act = { place, question };
    this.#show(act);
    try {
      act.meaning = await question.means();
    } catch (error) {
      act.error = error;
      this.#drawer.report(error);
    }
    this.#drawer.requestUpdate();
    await this.#drawer.updateComplete;
    if (this.#shown === act) this.#asked?.querySelector<HTMLElement>('button')?.focus();
  }

  /** Does something, and says at its place why it could not be done. */
  async run(place: string, run: () => Promise<unknown>): Promise<void> {
    const act: Act = { place };
    this.#show(act);
    await this.#try(act, run);
  }

  /** What is asked or was refused at a place. */
  render(place: string): unknown {
    const { words } = this.#drawer;
    if (place !== this.#shown?.place) return nothing;
    const { question, meaning, error, busy } = this.#shown;
    const failure =
      error === undefined ? nothing : html`<p class="note bad" role="alert">${icon('warn')}<span>${errorMessage(words, error)}</span></p>`;
    if (!question) return failure;
    return html`<div class="asked" role="group" aria-labelledby="asked">
      <h4 id="asked">${question.title}</h4>
      ${meaning ?? (error === undefined ? html`<div role="status" aria-label=${words.loading} class="bones"><span class="bone"></span><span class="bone"></span></div>` : nothing)}
      ${failure}
      <div class="buttons">
        <button class="button" type="button" @click=${this.#end}>${words.cancel}</button>
        ${
          meaning === undefined
            ? nothing
            : html`<button class="button ${question.destroys ? 'destroy' : ''}" type="button" aria-disabled=${busy ?? false} @click=${this.#confirm}>${question.button}</button>`
        }
      </div>
    </div>`;
  }

  get #asked(): Element | null {
    return this.#drawer.renderRoot.querySelector('.asked');
  }

  #show(act: Act | undefined): void {
    this.#shown = act;
    this.#drawer.requestUpdate();
  }

  /** The focus goes back to the part of the drawer in which it was asked, because the buttons go away. */
  readonly #end = () => {
    const section = this.#asked?.closest('section');
    this.#show(undefined);
    (section?.querySelector<HTMLElement>('h3') ?? section)?.focus();
  };

  readonly #confirm = async () => {
    const act = this.#shown;
    if (!act?.question || act.busy) return;
    if ((await this.#try(act, act.question.confirm)) && this.#shown === act) this.#end();
  };

  async #try(act: Act, run: () => Promise<unknown>): Promise<boolean> {
    act.busy = true;
    act.error = undefined;
    this.#drawer.requestUpdate();
    try {
      await run();
      return true;
    } catch (error) {
      act.error = error;
      if (this.#shown === act) this.#drawer.report(error);
      else this.#drawer.sayLate(error);
      return false;
    } finally {
      act.busy = false;
      this.#drawer.requestUpdate();
    }
  }
}
