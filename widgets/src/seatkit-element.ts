import { type SeatkitClient, SeatkitError } from '@seatkit/sdk';
import { html, LitElement, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { clientFor, type GetToken, onChange } from './clients.ts';
import { SeatkitErrorEvent } from './events.ts';
import { Toast } from './parts/toast.ts';
import { errorMessage } from './problem-message.ts';
import { core, type Words } from './words/core.ts';
import { onReplaced } from './words/set-words.ts';

/** What every widget has: where its server is, which organization it shows, in which language, and as whom it calls. */
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
  /** Counts the writes of all widgets on the page: loaders that name it in their arguments load again. */
  @state() changes = 0;
  #source: SeatkitClient | string = '';
  #api: SeatkitClient | undefined;
  #endChanges: (() => void) | undefined;
  #endWords: (() => void) | undefined;
  #soon: ReturnType<typeof setTimeout> | undefined;

  /** Says what was done, and what was refused. */
  readonly toast = new Toast(this);

  /** The client through which the widget calls: the page's own, else one of the server at `base-url`. */
  get api(): SeatkitClient {
    const source = this.client ?? `${this.getToken ? 'token' : 'cookie'} ${this.baseUrl}`;
    if (!this.#api || source !== this.#source) {
      this.#endChanges?.();
      this.#source = source;
      this.#api = this.client ?? clientFor(this.baseUrl, this);
      this.#endChanges = onChange(this.#api, this.#changed);
    }
    return this.#api;
  }

  /** The words of the language shown. */
  get words(): Words {
    return core.for(this.language);
  }

  /** The BCP 47 tag of the language to show: the widget's own, else that of the page around, else the browser's. */
  get language(): string {
    return this.locale || this.closest<HTMLElement>('[lang]')?.lang || document.documentElement.lang || navigator.language;
  }

  /** The first update waits for the words, so that nobody sees another language flash by. */
  protected override async scheduleUpdate(): Promise<void> {
    await core.load(this.language)?.catch((error) => this.report(error));
    await super.scheduleUpdate();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#endWords = onReplaced(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#endWords?.();
    this.#endChanges?.();
    this.#api = undefined;
    clearTimeout(this.#soon);
  }

  /** Tells the page of a failure that the widget has put into words itself. */
  report(error: unknown): void {
    this.dispatchEvent(new SeatkitErrorEvent(error));
  }

  /** Tells person and page that something did not work. */
  fail(error: unknown): void {
    this.report(error);
    this.toast.say(errorMessage(this.words, error), true);
  }

  /** One sentence in place of the widget, and a way on. */
  renderFailure(error: unknown, retry: () => void): TemplateResult {
    const { words } = this;
    const hidden = error instanceof SeatkitError && (error.code === 'not_allowed' || error.code === 'not_found');
    return html`<div class="card blank" part="failure" role="alert">
      <p>${hidden ? words.forbidden : errorMessage(words, error)}</p>
      <button class="button" type="button" @click=${retry}>${words.retry}</button>
    </div>`;
  }

  /** Rows of the height of what will come. */
  renderBones(rows: number): TemplateResult {
    return html`<div class="bones" role="status" aria-label=${this.words.loading}>
      ${Array.from({ length: rows }, () => html`<div class="bone-row"><span class="bone"></span><span class="bone"></span></div>`)}
    </div>`;
  }

  // Several writes in a row (an undo of a whole invitation) cause one reload.
  readonly #changed = () => {
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => {
      this.changes += 1;
    }, 60);
  };
}
