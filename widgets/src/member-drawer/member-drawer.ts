import type { Member, MemberChanges, Pool, SeatkitClient } from '@seatkit/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { MemberChange } from '../events.ts';
import { Loader } from '../loader.ts';
import { renderStatus } from '../member-list/cells.ts';
import { changeMember } from '../member-list/change-member.ts';
import type { SeatkitMemberList } from '../member-list/member-list.ts';
import { Modal } from '../parts/modal.ts';
import { icon } from '../parts/more-icons.ts';
import { nameOf, renderAvatar } from '../parts/person.ts';
import { errorMessage } from '../problem-message.ts';
import { controls } from '../styles/controls.styles.ts';
import { dialogs } from '../styles/dialog.styles.ts';
import { finder } from '../styles/finder.styles.ts';
import { forms } from '../styles/forms.styles.ts';
import { people } from '../styles/people.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { type DepartureWords, departure } from '../words/departure.ts';
import { type DrawerWords, drawer } from '../words/drawer.ts';
import { changesOf, differing, type Fields, fieldsOf, rebased } from './draft.ts';
import { InlineActs } from './inline-acts.ts';
import { styles } from './member-drawer.styles.ts';
import { MemberGroups } from './member-groups.ts';
import { MemberInvitation } from './member-invitation.ts';
import { MemberSeats } from './member-seats.ts';
import { ProfileForm } from './profile-form.ts';

/** Everything about one member, and what the caller may change of it: the profile by a form, the rest at once. Each opening has a new one. */
export class MemberDrawer extends Modal<DrawerWords, SeatkitMemberList> {
  static override styles = [tokens, controls, forms, people, dialogs, finder, styles];
  protected override readonly dictionary = drawer;

  /** The profile as it stands in the form. */
  @state() fields: Fields | undefined;
  @state() private row: Member | undefined;
  @state() private note = '';
  @state() private busy = false;
  @state() private leaving = false;
  /** The profile as it was read last. */
  #before: Fields | undefined;

  /** The change made last. */
  #changing: Promise<unknown> = Promise.resolve();

  readonly acts = new InlineActs(this);
  readonly #read = new Loader(
    this,
    () => {
      const { api, standing, changes } = this.host;
      return standing && this.row ? ([api, standing.organizationId, this.row.id, changes] as const) : null;
    },
    async ([api, organizationId, id], signal) => {
      const seesPools = this.host.standing?.may('manageSeats');
      const [member, pools] = await Promise.all([
        api.members.get(organizationId, id, { signal }),
        seesPools ? api.pools.list(organizationId, { limit: 200 }, { signal }).then(({ items }) => items) : [],
      ]);
      this.#take(member);
      return { member, pools };
    },
  );
  readonly #form = new ProfileForm(this);
  readonly #invitation = new MemberInvitation(this);
  readonly #groups = new MemberGroups(this);
  readonly #seats = new MemberSeats(this);

  /** Opens with a member, as the list knows them until they have been read. */
  async show(member: Member): Promise<void> {
    await departure.load(this.host.language)?.catch((error) => this.report(error));
    this.row = member;
    this.#before = fieldsOf(member);
    this.fields = this.#before;
    await this.openModal();
  }

  /** Opens where a new link for the member is made. */
  async showLink(member: Member): Promise<void> {
    await this.show(member);
    await this.#invitation.askForLink(member);
  }

  /** Who is shown. */
  get member(): Member | undefined {
    return this.row && (this.#read.value?.member ?? this.row);
  }

  get pools(): readonly Pool[] {
    return this.#read.value?.pools ?? [];
  }

  /** The sentences that say what a change means. */
  get questions(): DepartureWords {
    return departure.for(this.host.language);
  }

  /** Whether the caller looks after everybody here. */
  get admin(): boolean {
    return this.host.standing?.may('manageMembers') ?? false;
  }

  /** Something was typed into the form. */
  type(changes: Partial<Fields>): void {
    if (this.fields) this.fields = { ...this.fields, ...changes };
    this.note = '';
    this.error = undefined;
  }

  /**
   * Does something to the member, after whatever was pressed before, unless the page prevents it, and says it. Answers what the server answered.
   * What fails after the details were closed is said by the list.
   */
  async change<Answer>(
    change: MemberChange,
    said: string,
    run: (api: SeatkitClient, organizationId: string, id: string) => Promise<Answer>,
  ): Promise<Answer | undefined> {
    const { member, host, whose } = this;
    if (!member) return undefined;
    const changing = this.#changing.then(() => {
      if (whose === host.whose) return changeMember(host, change, member, (api, organizationId) => run(api, organizationId, member.id));
    });
    this.#changing = changing.catch(() => {}); // said below
    try {
      const done = await changing;
      if (done) this.note = said;
      return done?.answer;
    } catch (error) {
      if (this.dialog.open) throw error;
      this.sayLate(error, member, whose);
      return undefined;
    }
  }

  /** Says a failure with the name, where something else is shown by now: another question, or somebody else. */
  sayLate(error: unknown, member = this.member, whose = this.whose): void {
    this.report(error);
    if (member && whose === this.host.whose) this.host.toast.say(`${nameOf(member)}: ${errorMessage(this.words, error)}`, true);
  }

  /** The server has answered how the member stands now. */
  know(member: Member): void {
    if (this.#read.value) this.#read.value = { ...this.#read.value, member };
    this.#take(member);
    this.requestUpdate();
  }

  /** Closes; the person is not here any more. */
  leave(said: string): void {
    this.dialog.close();
    this.host.toast.say(said);
  }

  override render(): TemplateResult {
    const { words, member } = this;
    return html`<dialog closedby="any" part="drawer" aria-labelledby="title">
      <header>
        <span class="small">${words.details}</span>
        <button class="icon-button" type="button" aria-label=${words.close} @click=${this.shut}>${icon('close')}</button>
      </header>
      ${member ? this.#renderMember(member) : nothing}
    </dialog>`;
  }

  #renderMember(member: Member): TemplateResult {
    const { words } = this;
    const { state, error } = this.#read;
    const owner = member.managedBy === 'manual' ? '' : member.managedBy;
    return html`<div class="identity">
        ${renderAvatar(member)}
        <div>
          <h2 id="title" tabindex="-1" autofocus><bdi>${nameOf(member)}</bdi></h2>
          <div class="now">${renderStatus(words, member)}</div>
          <span class="small">${member.lastSeenAt ? `${words.columns.seen} ${words.when(member.lastSeenAt)}` : `${words.columns.created} ${words.date(member.createdAt)}`}</span>
        </div>
      </div>
      <div class="body" tabindex="0" role="region" aria-label=${words.details}>
        ${owner ? html`<p class="note">${icon('link')}<span>${words.owned(owner)}</span></p>` : nothing}
        ${state === 'failed' ? html`<p class="note bad" role="alert">${icon('warn')}<span>${errorMessage(words, error)}</span></p>` : nothing}
        ${this.#invitation.render(member)} ${this.fields ? this.#form.render(member, this.fields, Boolean(owner)) : nothing}
        ${this.#groups.render(member)} ${this.#seats.render(member)}
      </div>
      ${this.#renderFoot()}`;
  }

  #renderFoot(): TemplateResult {
    const { words } = this;
    if (this.leaving) {
      return html`<footer>
        <span class="small start" role="alert">${words.notSaved}</span>
        <button class="button" type="button" @click=${this.#stay}>${words.keepEditing}</button>
        <button class="button destroy" type="button" @click=${() => this.dialog.close()}>${words.discardChanges}</button>
      </footer>`;
    }
    const changed = this.#changed;
    return html`<footer>
      <span class="small start" role="status">${this.note || (this.admin ? (changed ? words.changed(changed) : words.nothingChanged) : '')}</span>
      ${
        this.error === undefined
          ? nothing
          : html`<p class="note bad" role="alert">${icon('warn')}<span>${errorMessage(words, this.error)}</span></p>`
      }
      <button class="button" type="button" @click=${this.shut}>${changed ? words.cancel : words.close}</button>
      ${this.admin ? html`<button class="button primary" type="submit" form="profile" aria-disabled=${this.busy || !changed}>${words.saveChanges}</button>` : nothing}
    </footer>`;
  }

  get #changed(): number {
    return this.#before && this.fields ? differing(this.#before, this.fields).length : 0;
  }

  /** What others changed meanwhile is shown; what was typed here stays. */
  #take(member: Member): void {
    const theirs = fieldsOf(member);
    if (this.#before && this.fields) this.fields = rebased(this.#before, this.fields, theirs);
    this.#before = theirs;
  }

  /** The form was sent. */
  readonly save = async (event: Event) => {
    event.preventDefault();
    if (this.busy || !this.#changed || !this.#before || !this.fields) return;
    this.busy = true;
    this.error = undefined;
    const changes: MemberChanges = changesOf(this.#before, this.fields);
    try {
      const kind = Object.keys(changes).join() === 'role' ? 'role' : 'profile';
      const saved = await this.change(kind, this.words.saved, (api, organizationId, id) => api.members.update(organizationId, id, changes));
      if (saved) this.know(saved);
    } catch (error) {
      this.fail(error);
    }
    this.busy = false;
  };

  /** What was typed and not saved is not lost unasked. Escape in a field that finds things closes only what it found. */
  protected override mayClose(): boolean {
    if (this.#changed) void this.#askFirst();
    return !this.#changed;
  }

  protected override closed(): void {
    this.row = undefined;
  }

  async #askFirst(): Promise<void> {
    this.leaving = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('footer button')?.focus();
  }

  readonly #stay = async () => {
    this.leaving = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('footer button')?.focus();
  };
}
