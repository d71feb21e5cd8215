import type { Departure, Group, Member, Pool, Relation } from '@seatkit/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { GroupPersonSaved } from '../events.ts';
import { Loader } from '../loader.ts';
import { renderSeats } from '../parts/departure.ts';
import { Modal } from '../parts/modal.ts';
import { icon } from '../parts/more-icons.ts';
import { nameOf } from '../parts/person.ts';
import { renderLine } from '../parts/question.ts';
import { manages } from '../parts/rights.ts';
import { whenTyped } from '../parts/typing.ts';
import { errorMessage } from '../problem-message.ts';
import { controls } from '../styles/controls.styles.ts';
import { dialogs } from '../styles/dialog.styles.ts';
import { forms } from '../styles/forms.styles.ts';
import { people } from '../styles/people.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { type DepartureWords, departure } from '../words/departure.ts';
import type { Dictionary } from '../words/dictionary.ts';
import { type GroupWords, group } from '../words/group.ts';
import { type Arrival, arrivalIn } from './arrival.ts';
import type { SeatkitGroupManager } from './group-manager.ts';
import { styles } from './move-dialog.styles.ts';
import { mayManagePeople, relationsOf } from './person-changes.ts';

type MoveWords = DepartureWords & GroupWords;

const both: Dictionary<MoveWords> = {
  load: (locale) => Promise.all([group.load(locale), departure.load(locale)]),
  for: (locale) => ({ ...departure.for(locale), ...group.for(locale) }),
};

/** How many groups are offered at once; a search narrows them. */
const offered = 20;

interface Moving {
  readonly from: Group;
  readonly member: Member;
  /** The pools of the group that is left. */
  readonly pools: readonly Pool[];
}

/** Asks into which other group somebody is moved, and says what that does to each seat before the button that does it. Each move has a new one. */
export class MoveDialog extends Modal<MoveWords, SeatkitGroupManager> {
  static override styles = [tokens, controls, forms, people, dialogs, styles];
  protected override readonly dictionary = both;

  @state() private moving: Moving | undefined;
  @state() private search = '';
  @state() private to: Group | undefined;
  @state() private busy = false;

  readonly #groups = new Loader(
    this,
    () => (this.moving ? ([this.host.api, this.moving, this.search] as const) : null),
    async ([api, { from }, q], signal) => {
      const { items, total } = await api.groups.list(from.organizationId, { ...(q ? { q } : {}), limit: offered + 1 }, { signal });
      const { standing } = this.host;
      return {
        groups: items.filter((group) => standing && group.id !== from.id && manages(standing, group)).slice(0, offered),
        more: items.length > offered,
        total,
      };
    },
  );
  readonly #preview = new Loader(
    this,
    () => (this.moving && this.to ? ([this.host.api, this.moving, this.to] as const) : null),
    async ([api, { from, member }, to], signal) => {
      const { organizationId } = from;
      const [departure, { items }] = await Promise.all([
        api.members.previewDeparture(organizationId, member.id, { groupId: from.id, toGroupId: to.id }, { signal }),
        api.pools.list(organizationId, { groupId: to.id, limit: 200 }, { signal }),
      ]);
      return { to, departure, arrival: arrivalIn(to, items, member, departure) };
    },
  );

  /** Opens the dialog. */
  async ask(from: Group, member: Member, pools: readonly Pool[]): Promise<void> {
    this.moving = { from, member, pools };
    await this.openModal();
  }

  override render(): TemplateResult {
    const { words, moving, to } = this;
    const name = moving ? nameOf(moving.member) : '';
    const { value, state, error: unread } = this.#preview;
    const known = to && state === 'ready' && value?.to === to ? value : undefined;
    const full = known?.arrival.full;
    const refused = this.error ?? (to && state === 'failed' ? unread : undefined);
    const why = full ? words.noFreeSeatIn(full.name || full.product) : refused === undefined ? '' : errorMessage(words, refused);
    return html`<dialog closedby="any" part="dialog" aria-labelledby="title">
      <header><h2 id="title">${words.moveTitle(name)}</h2></header>
      <div class="body">
        <label class="search">
          ${icon('search')}
          <input class="field" type="search" placeholder=${words.findGroup} aria-label=${words.findGroup} autocomplete="off" maxlength="200" .value=${this.search} @input=${this.#typed} />
        </label>
        ${this.#renderGroups()}
        <div role="status" aria-busy=${to !== undefined && state === 'loading'}>${known && !full && moving ? this.#renderMeaning(moving, known) : nothing}</div>
        ${why ? html`<p class="note bad" role="alert">${icon('warn')}<span>${why}</span></p>` : nothing}
      </div>
      <footer>
        <button class="button" type="button" @click=${this.shut}>${words.cancel}</button>
        ${to && known && !full ? html`<button class="button primary" type="button" aria-disabled=${this.busy} @click=${() => moving && this.#move(moving, to)}>${words.moveInto(to.name)}</button>` : nothing}
      </footer>
    </dialog>`;
  }

  #renderGroups(): TemplateResult {
    const { words } = this;
    const { value, state, error } = this.#groups;
    if (state === 'failed') {
      return html`<p class="small danger" role="alert">
        ${errorMessage(words, error)} <button class="button" type="button" @click=${this.#groups.reload}>${words.retry}</button>
      </p>`;
    }
    if (!value)
      return html`<div role="status" aria-label=${words.loading} class="bones"><span class="bone"></span><span class="bone"></span></div>`;
    if (value.groups.length === 0) return html`<p class="small" role="status">${this.search ? words.noGroupFound : words.noOtherGroup}</p>`;
    return html`<fieldset class="groups" aria-busy=${state === 'loading'}>
      <legend class="hush">${words.groupList}</legend>
      ${value.groups.map(
        (group) => html`<label>
          <input type="radio" name="group" value=${group.id} .checked=${group.id === this.to?.id} @change=${() => this.#choose(group)} />
          <bdi>${group.name}</bdi>
          <span class="small num">${group.seats ? words.freeSeats(group.seats.free) : ''}</span>
        </label>`,
      )}
      ${value.more ? html`<p class="small">${words.moreByName}</p>` : nothing}
    </fieldset>`;
  }

  #renderMeaning({ from, member, pools }: Moving, { departure, arrival }: { departure: Departure; arrival: Arrival }): TemplateResult {
    const { words } = this;
    const name = nameOf(member);
    const ends = departure.seats.some(({ rule }) => rule !== 'carried');
    const mark = html`<i class="seat ${member.status === 'active' ? 'assigned' : 'reserved'}"></i>`;
    return html`<ul class="happens">
      ${departure.seats.length > 0 || arrival.taken.length === 0 ? renderSeats(words, { name, seats: member.seats, pools }, departure) : nothing}
      ${arrival.taken.map((pool) => renderLine(mark, words.seatTakenIn(pool.name || pool.product), words.freeGoes(pool.free, pool.free - 1)))}
      ${ends ? renderLine(icon('lock'), words.accessEnds, words.accessEndsNote(name)) : nothing}
      ${renderLine(icon('move', 'flip'), words.leavesGroup(name, from.name), words.leavesGroupNote)}
    </ul>`;
  }

  #choose(group: Group): void {
    this.to = group;
    this.error = undefined;
  }

  async #move({ from, member }: Moving, to: Group): Promise<void> {
    const { host, words, whose } = this;
    if (this.busy) return;
    // Whoever manages the other group goes on doing so; member and coach exclude each other.
    const relations: Relation[] = ['member', ...relationsOf(member, to).filter((relation) => relation === 'manager')];
    const saved: GroupPersonSaved = { memberId: member.id, relations, mayManagePeople: mayManagePeople(member, to), movedFrom: from.id };
    this.busy = true;
    this.error = undefined;
    try {
      if (host.mayGoOn('people', to.id, to.name, saved)) {
        await host.api.groups.putPerson(to.organizationId, to.id, member.id, { relations, movedFrom: from.id });
        host.saved(whose, 'people', to.id, words.movedTo(nameOf(member), to.name), saved);
      }
      this.dialog.close();
    } catch (error) {
      this.fail(error);
    }
    this.busy = false;
  }

  readonly #typed = whenTyped((text) => {
    this.search = text;
  });
}
