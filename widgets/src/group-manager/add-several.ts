import type { Group, Relation } from '@seatkit/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { SeatkitGetSeatsEvent } from '../events.ts';
import { looksLikeAddress } from '../invite-dialog/addresses.ts';
import { Modal } from '../parts/modal.ts';
import { icon } from '../parts/more-icons.ts';
import { nameOf } from '../parts/person.ts';
import { errorMessage } from '../problem-message.ts';
import { controls } from '../styles/controls.styles.ts';
import { dialogs } from '../styles/dialog.styles.ts';
import { people } from '../styles/people.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { type GroupWords, group } from '../words/group.ts';
import { styles } from './add-several.styles.ts';
import type { GroupDetail } from './group-detail.ts';
import type { SeatkitGroupManager } from './group-manager.ts';
import { type Lookup, lookUpAddresses, lookUpName, type Pasted } from './pasted-people.ts';
import { neededPool } from './person-changes.ts';

/** More are not taken at once: each is looked up and added by itself. */
const most = 200;
/** How many names are looked up at a time. */
const atOnce = 4;

/** One of the pasted people, and what is known of them so far. */
interface Row extends Pasted {
  lookup?: Lookup | undefined;
  /** Why looking up or adding failed. */
  error?: unknown;
  added?: true;
}

/** Says of several people pasted at once who would come into the group and who cannot, adds them, and says what became of each. */
export class AddSeveral extends Modal<GroupWords, SeatkitGroupManager> {
  static override styles = [tokens, controls, people, dialogs, styles];
  protected override readonly dictionary = group;

  @state() private step: 'looking' | 'ready' | 'adding' | 'done' = 'looking';
  @state() private rows: Row[] = [];
  @state() private left = 0;
  #detail!: GroupDetail;
  #group!: Group;
  #relation: Relation = 'member';
  /** Changes with every opening, so that what an earlier one began comes to its end without a trace. */
  #run = 0;

  /** Opens the dialog and looks everybody up. */
  async ask(detail: GroupDetail, group: Group, pasted: readonly Pasted[], relation: Relation): Promise<void> {
    this.#detail = detail;
    this.#group = group;
    this.#relation = relation;
    this.rows = pasted.slice(0, most).map((person) => ({ ...person }));
    this.left = pasted.length - this.rows.length;
    await this.openModal();
    await this.#lookUp();
  }

  protected override closed(): void {
    this.#run++;
  }

  override render(): TemplateResult {
    const { words, rows, step } = this;
    const name = this.#group?.name ?? '';
    const done = rows.filter(({ lookup, error }) => lookup || error !== undefined).length;
    const added = rows.filter((row) => row.added).length;
    return html`<dialog part="dialog" aria-labelledby="title">
      <header><h2 id="title">${step === 'done' ? words.addedOf(added, name) : words.addSeveralTo(name)}</h2></header>
      <div class="body">
        ${this.left > 0 ? html`<p class="note">${icon('warn')}<span>${words.onlyFirst(rows.length, this.left)}</span></p>` : nothing}
        <p role="status" class=${step === 'ready' ? '' : 'hush'}>${step === 'ready' ? words.mayBeAdded(this.#addable.length, rows.length) : ''}</p>
        ${step === 'ready' ? this.#renderSeats() : nothing}
        <ul class="rows" aria-busy=${step === 'looking' || step === 'adding'}>
          ${this.#sorted.map((row) => this.#renderRow(row))}
        </ul>
      </div>
      <footer>
        ${step === 'looking' ? html`<span class="small num start">${words.lookedUp(done, rows.length)}</span>` : nothing}
        ${step === 'adding' ? html`<span class="small num start">${words.addedSoFar(added, this.#addable.length)}</span>` : nothing}
        ${step === 'ready' || step === 'done' ? this.#renderInvite() : nothing}
        <button class="button" type="button" @click=${this.shut}>${step === 'done' ? words.done : words.cancel}</button>
        ${step === 'ready' && this.#addable.length > 0 ? html`<button class="button primary" type="button" @click=${this.#add}>${words.addCount(this.#addable.length)}</button>` : nothing}
      </footer>
    </dialog>`;
  }

  get #addable(): Row[] {
    return this.rows.filter(({ lookup }) => lookup?.is === 'new');
  }

  /** Whoever needs somebody's eye comes first; while everybody is looked up, all stay as they were pasted. */
  get #sorted(): readonly Row[] {
    if (this.step === 'looking' || this.step === 'adding') return this.rows;
    const rank = ({ lookup, error, added }: Row) =>
      error !== undefined ? 0 : added || lookup?.is === 'new' ? 2 : lookup?.is === 'inside' ? 3 : 1;
    return this.rows.toSorted((a, b) => rank(a) - rank(b));
  }

  #renderRow({ text, lookup, error, added }: Row): TemplateResult {
    const { words } = this;
    const person = lookup && 'person' in lookup ? nameOf(lookup.person) || text : text;
    const bad = error !== undefined || (lookup && lookup.is !== 'new' && lookup.is !== 'inside');
    const found = {
      new: '',
      inside: words.alreadyIn,
      unknown: words.unknownHere,
      unreadable: words.notAnAddress,
      several: words.severalSo,
      shut: words.status.deactivated,
    };
    const said = error !== undefined ? errorMessage(words, error) : added ? words.isAdded : lookup ? found[lookup.is] : '';
    return html`<li>
      <span class="who-text"><bdi>${person}</bdi>${person === text ? nothing : html`<span class="small" dir="auto">${text}</span>`}</span>
      <span class="small said ${bad ? 'warn' : ''}">${bad ? icon('warn') : added ? icon('check') : nothing}<span>${said}</span></span>
    </li>`;
  }

  /** What the new members take of the seats they need, and who misses out. */
  #renderSeats(): unknown {
    const { words, host } = this;
    const pool = this.#relation === 'member' ? neededPool(this.#detail.pools) : undefined;
    const takes = this.#addable.length;
    if (!pool || takes === 0) return nothing;
    const missing = Math.max(0, takes - pool.free);
    const getSeats = () => host.dispatchEvent(new SeatkitGetSeatsEvent(pool.id, pool.product));
    return html`<p class="note ${missing > 0 ? 'bad' : ''}">
      ${missing > 0 ? icon('warn') : html`<i class="seat free"></i>`}
      <span>
        ${words.takesSeats(takes, pool.free, pool.name || pool.product)} ${missing > 0 ? words.lastMissOut(missing) : nothing}
        ${missing > 0 && host.getSeats ? html`<button class="link" part="get-seats" type="button" @click=${getSeats}>${words.getMoreSeats}</button>` : nothing}
      </span>
    </p>`;
  }

  #renderInvite(): unknown {
    const unknown = this.rows.filter(({ text, lookup }) => lookup?.is === 'unknown' && looksLikeAddress(text)).map(({ whole }) => whole);
    if (unknown.length === 0 || !this.#detail.mayInvite) return nothing;
    const invite = () => {
      this.dialog.close();
      this.#detail.invite(unknown.join('\n'));
    };
    return html`<button class="button quiet start" type="button" @click=${invite}>${icon('mail')}<span>${this.words.inviteUnknown(unknown.length)}</span></button>`;
  }

  async #lookUp(): Promise<void> {
    const run = ++this.#run;
    this.step = 'looking';
    const names = this.rows.filter(({ text }) => !looksLikeAddress(text));
    await Promise.all([
      this.#lookUpAddresses(this.rows.filter(({ text }) => looksLikeAddress(text))),
      ...Array.from({ length: atOnce }, async () => {
        for (let row = names.shift(); row && run === this.#run; row = names.shift()) await this.#lookUpName(row);
      }),
    ]);
    if (run === this.#run) this.step = 'ready';
  }

  async #lookUpAddresses(rows: readonly Row[]): Promise<void> {
    try {
      const found = await lookUpAddresses(
        this.host.api,
        this.#group,
        rows.map(({ text }) => text),
      );
      for (const row of rows) row.lookup = found.get(row.text);
    } catch (error) {
      for (const row of rows) row.error = error;
      this.report(error);
    }
    this.requestUpdate();
  }

  async #lookUpName(row: Row): Promise<void> {
    try {
      row.lookup = await lookUpName(this.host.api, this.#group, row.text);
    } catch (error) {
      row.error = error;
      this.report(error);
    }
    this.requestUpdate();
  }

  /** One after the other, in the order in which they were pasted: the seats go to the first. */
  readonly #add = async (): Promise<void> => {
    const run = ++this.#run;
    this.step = 'adding';
    for (const row of this.#addable) {
      if (run !== this.#run) return;
      try {
        if (row.lookup && 'person' in row.lookup && (await this.#detail.changes.add(this.#group, row.lookup.person, this.#relation)))
          row.added = true;
      } catch (error) {
        row.error = error;
        this.report(error);
      }
      this.requestUpdate();
    }
    this.step = 'done';
  };
}
