import { type SeatkitClient, SeatkitError } from '@seatkit/sdk';
import { html, LitElement, render, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { clientFor, type GetToken, onChange } from './clients.ts';
import { SeatkitErrorEvent } from './events.ts';
import { LazyToast } from './parts/lazy-toast.ts';
import { errorMessage } from './problem-message.ts';
import { core, type Words } from './words/core.ts';
import type { Dictionary } from './words/dictionary.ts';
import { onReplaced } from './words/set-words.ts';

/**
 * What every widget has: where its server is, which organization it shows, in which language, and as whom it calls.
 *
 * @fires {SeatkitErrorEvent} seatkit-error - A call failed. The widget has already said so in a sentence; this is for the page's own log.
 * @csspart failure - The sentence in place of a widget that could not load, with its button.
 * @cssprop [--seatkit-accent=light-dark(#2456c4, #9ab6ff)] - The main button, seats, selection; links, at a lightness that can be read.
 * @cssprop [--seatkit-surface=light-dark(#fff, #17191e)] - Cards, dialogs, fields.
 * @cssprop [--seatkit-text=light-dark(#1b1f27, #e9ebef)] - Names, figures, labels.
 * @cssprop [--seatkit-muted=light-dark(#596170, #a3abb9)] - Second lines, column heads, borders of fields, consumed seats.
 * @cssprop [--seatkit-border=light-dark(#e1e4e9, #2d323b)] - The frame of cards, hairlines; buttons a shade stronger.
 * @cssprop [--seatkit-danger=light-dark(#b3261e, #ff9a90)] - Refusals, removals, people who miss out.
 * @cssprop [--seatkit-radius=6px] - Corners of fields and buttons; cards take 1.5 of it, dialogs 2, tags two thirds.
 * @cssprop [--seatkit-font=400 14px/20px system-ui, sans-serif] - A whole `font` value, or `inherit` for that of the page; every size is relative to it.
 * @cssprop [--seatkit-density=1] - Height of rows and controls, 0.75 to 1.25; never the size of letters.
 * @cssprop [--seatkit-focus=var(--seatkit-accent)] - The focus ring; without it the accent, as links have it.
 */
export class SeatkitElement extends LitElement {
  /** Where the plugin is mounted. */
  @property({ attribute: 'base-url' }) baseUrl = '/seatkit';
  /** The organization to show. Without it, the only one the caller is in. */
  @property({ attribute: 'organization-id' }) organizationId = '';
  /** Language of the words: `en`, `de`, `de-informal`, `fr` or `nl`, with a region for dates if wanted. Without it, that of the page around. */
  @property() locale = '';
  /** Gets a widget token for pages of another origin. Without it the host's session cookie is used. */
  @property({ attribute: false }) getToken: GetToken | undefined;
  /** A client of the page's own, with a `fetch` or headers of its own. Without it one is made for `base-url`. */
  @property({ attribute: false }) client: SeatkitClient | undefined;
  /** `inherit` takes colours, corners and font from the page's own buttons, fields and links; the ten properties still win. */
  @property() appearance: '' | 'inherit' = '';
  /** Counts the writes of all widgets on the page: loaders that name it in their arguments load again. */
  @state() changes = 0;
  #source: SeatkitClient | string = '';
  #api: SeatkitClient | undefined;
  #endChanges: (() => void) | undefined;
  #endWords: (() => void) | undefined;
  #inherited: object | undefined;
  #whose: readonly unknown[] = [];
  #soon: ReturnType<typeof setTimeout> | undefined;

  /** @internal Says what was done, and what was refused. */
  readonly toast = new LazyToast(this);

  constructor() {
    super();
    // A key that is held presses a button once: what it does goes to people and is counted. Buttons of the page inside are the page's.
    this.addEventListener('keydown', (event) => {
      const [pressed] = event.composedPath();
      if (event.repeat && event.key === 'Enter' && event.target === this && (pressed as Element).matches('button')) event.preventDefault();
    });
  }

  /** @internal The client through which the widget calls: the page's own, else one of the server at `base-url`. */
  get api(): SeatkitClient {
    const baseUrl = this.baseUrl || '/seatkit'; // an attribute that was taken away is null
    const source = this.client ?? (this.getToken ? `token ${baseUrl}` : baseUrl);
    if (!this.#api || source !== this.#source) {
      this.#source = source;
      this.#api = this.client ?? clientFor(baseUrl, this);
      this.#listen();
    }
    return this.#api;
  }

  /** @internal Another one as soon as another organization is shown or somebody else calls: nothing that was loaded or typed before counts then. */
  get whose(): object {
    const now = [this.api, this.organizationId, this.getToken];
    this.#whose = now.some((part, i) => part !== this.#whose[i]) ? now : this.#whose;
    return this.#whose;
  }

  /** The words it shows from the beginning. */
  protected readonly dictionary: Dictionary<Words> = core;

  /** @internal The words of the language shown. */
  get words(): Words {
    return this.dictionary.for(this.language);
  }

  /** @internal The BCP 47 tag of the language to show: the widget's own, else that of the page around, else the browser's. */
  get language(): string {
    return this.locale || this.closest<HTMLElement>('[lang]')?.lang || document.documentElement.lang || navigator.language;
  }

  /** The first update waits for the words and the look, so that nobody sees others flash by. */
  protected override async scheduleUpdate(): Promise<void> {
    const waiting = this.isConnected ? [this.dictionary.load(this.language), this.appearance ? this.#inherit() : undefined] : [];
    await Promise.all(waiting.map((part) => part?.catch((error) => this.report(error))));
    try {
      await super.scheduleUpdate();
    } catch (error) {
      this.giveUp(this, error);
    }
  }

  /** Nothing is loaded for a widget that is not in the page. Once it is there again it loads whatever it shows anew. */
  protected override shouldUpdate(): boolean {
    return this.isConnected;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listen();
    this.#endWords = onReplaced(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#endWords?.();
    this.#listen();
    clearTimeout(this.#soon);
  }

  /** @internal Tells the page of a failure that the widget has put into words itself. */
  report(error: unknown): void {
    this.dispatchEvent(new SeatkitErrorEvent(error));
  }

  /** @internal Tells the page that something did not work, and the person who is still where it was asked for. */
  fail(error: unknown, whose = this.whose): void {
    this.report(error);
    if (whose === this.whose) this.toast.say(errorMessage(this.words, error), true);
  }

  /** @internal Nothing can be drawn of an answer that is not as it should be: says so in the place of an element, until there is another answer. */
  giveUp(element: LitElement, error: unknown): void {
    this.report(error);
    const again = () => {
      this.changes += 1;
    };
    render(this.renderFailure(error, again), element.renderRoot, element.renderOptions);
  }

  /** @internal One sentence in place of the widget, and a way on. */
  renderFailure(error: unknown, retry: () => void): TemplateResult {
    const { words } = this;
    const hidden = error instanceof SeatkitError && (error.code === 'not_allowed' || error.code === 'not_found');
    return html`<div class="card blank" part="failure" role="alert">
      <p>${hidden ? words.forbidden : errorMessage(words, error)}</p>
      <button class="button" type="button" @click=${retry}>${words.retry}</button>
    </div>`;
  }

  /** @internal Rows of the height of what will come. */
  renderBones(rows: number): TemplateResult {
    return html`<div role="status" aria-label=${this.words.loading}>
      <div class="bones">
        ${Array.from({ length: rows }, () => html`<div class="bone-row"><span class="bone"></span><span class="bone"></span></div>`)}
      </div>
      <p class="small slow">${this.words.slow}</p>
    </div>`;
  }

  /** Hears of changes of the server it shows while it is in the page. */
  #listen(): void {
    this.#endChanges?.();
    this.#endChanges = this.isConnected && this.#api ? onChange(this.#api, this.#changed) : undefined;
  }

  #inherit(): Promise<unknown> | undefined {
    if (this.#inherited) return undefined;
    return import('./appearance/inherited.ts').then(({ Inherited }) => {
      this.#inherited ??= new Inherited(this);
    });
  }

  // Several writes in a row (an undo of a whole invitation) cause one reload.
  readonly #changed = () => {
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => {
      this.changes += 1;
    }, 60);
  };
}
