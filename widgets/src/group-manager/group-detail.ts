import type { Group, Pool, Relation } from '@seatkit/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { SeatkitGetSeatsEvent } from '../events.ts';
import type { SeatkitInviteDialog } from '../invite-dialog/invite-dialog.ts';
import { Loader } from '../loader.ts';
import { Chunks } from '../parts/chunks.ts';
import { Menu, type MenuItem } from '../parts/menu.ts';
import { icon } from '../parts/more-icons.ts';
import { Near } from '../parts/near.ts';
import { renderPool } from '../parts/pool-meter.ts';
import { manages } from '../parts/rights.ts';
import { errorMessage } from '../problem-message.ts';
import { controls } from '../styles/controls.styles.ts';
import { forms } from '../styles/forms.styles.ts';
import { menus } from '../styles/menu.styles.ts';
import { meter } from '../styles/meter.styles.ts';
import { people } from '../styles/people.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { Surface } from '../surface.ts';
import { type GroupWords, group } from '../words/group.ts';
import { GroupAdder } from './group-adder.ts';
import { styles } from './group-detail.styles.ts';
import { peopleIn } from './group-list.ts';
import type { SeatkitGroupManager } from './group-manager.ts';
import { type GroupRows, renderGroupPerson } from './group-person.ts';
import { archiveQuestion, removalQuestion, restoreGroup } from './group-questions.ts';
import { KeptFocus } from './kept-focus.ts';
import { PersonChanges } from './person-changes.ts';
import { RelationList } from './relation-list.ts';

const relations = ['manager', 'coach', 'member'] as const satisfies Relation[];

/** The chosen group: its seats, whom to add, and its people in their three relations. */
export class GroupDetail extends Surface<GroupWords, SeatkitGroupManager> {
  static override styles = [tokens, controls, forms, people, meter, menus, styles];
  protected override readonly dictionary = group;

  readonly changes = new PersonChanges(this);
  readonly #menu = new Menu(this);
  readonly #adder = new GroupAdder(this);
  readonly #chunks = new Chunks(this);
  readonly #lists = relations.map((relation) => new RelationList(this, relation, this.#chunks));
  readonly #pools = new Loader(
    this,
    () => {
      const { api, group, standing, changes } = this.host;
      return group && standing && manages(standing, group) ? ([api, group.organizationId, group.id, changes] as const) : null;
    },
    async ([api, organizationId, groupId], signal) => ({
      groupId,
      pools: (await api.pools.list(organizationId, { groupId, limit: 200 }, { signal })).items,
    }),
  );

  constructor() {
    super();
    new KeptFocus(this);
    new Near(this, '.people-block .more', (end, near) => {
      const block = end.closest<HTMLElement>('.people-block');
      if (near) void this.#lists.find(({ relation }) => relation === block?.dataset.relation)?.pages.more();
    });
  }

  /** The seats of the chosen group. */
  get pools(): readonly Pool[] {
    const { value } = this.#pools;
    return value && value.groupId === this.host.group?.id ? value.pools : [];
  }

  override render(): TemplateResult | typeof nothing {
    const { words, pools, host } = this;
    const { group, standing } = host;
    if (!group || !standing) return nothing;
    const admin = standing.may('manageGroups');
    const open = group.archivedAt === null;
    // What one list could not read the others mostly could not either: it is said once.
    const failed = this.#lists.filter((list) => list.failed);
    const retry = () => {
      for (const { pages } of failed) pages.reload();
    };
    const rows: GroupRows = { words, group, pools, standing, admin, menu: this.#menu, changes: this.changes };
    return html`<section aria-labelledby="group-title">
      <header>
        <button class="button quiet back" type="button" @click=${() => host.choose('')}>${icon('back', 'flip')}<span>${words.allGroups}</span></button>
        <div>
          <h2 id="group-title" tabindex="-1"><bdi>${group.name}</bdi></h2>
          <span class="small num">${peopleIn(words, group)}</span>
        </div>
        ${this.mayInvite ? html`<button class="button primary" type="button" aria-haspopup="dialog" @click=${() => this.invite()}>${icon('plus')}<span class="clip">${words.inviteInto(group.name)}</span></button>` : nothing}
        ${admin && !open ? html`<button class="button" type="button" @click=${() => restoreGroup(host, words, group)}>${icon('undo', 'flip')}<span>${words.restoreGroup}</span></button>` : nothing}
        ${admin ? this.#menu.renderButton(words.moreFor(group.name), this.#itemsOf(group)) : nothing}
      </header>
      ${group.archivedAt ? html`<p class="note">${icon('archive')}<span>${words.archivedSince(words.date(group.archivedAt))}</span></p>` : nothing}
      ${pools.map((pool) => {
        const getSeats = () => host.dispatchEvent(new SeatkitGetSeatsEvent(pool.id, pool.product));
        return renderPool(words, pool, words.seatsOfGroup, 'h3', host.getSeats ? getSeats : undefined);
      })}
      ${this.#pools.state === 'failed' ? html`<p class="small danger end" role="alert">${errorMessage(words, this.#pools.error)}</p>` : nothing}
      ${open && manages(standing, group) ? this.#adder.render(rows) : nothing}
      ${this.#lists.map((list) => list.render(group, (member, relation) => renderGroupPerson(rows, member, relation), list === failed[0] ? retry : undefined))}
      ${
        standing.may('invite')
          ? html`<seatkit-invite-dialog
              no-trigger
              exportparts="dialog"
              .baseUrl=${host.baseUrl}
              .organizationId=${standing.organizationId}
              .groupId=${group.id}
              .locale=${host.language}
              .getToken=${host.getToken}
              .client=${host.client}
              .getSeats=${host.getSeats}
            ></seatkit-invite-dialog>`
          : nothing
      }
      ${this.#menu.render()} ${this.changes.mover.render()} ${this.#adder.several.render()}
    </section>`;
  }

  /** Puts the focus on the name of the group that was just chosen. */
  focusTitle(): void {
    this.renderRoot.querySelector<HTMLElement>('#group-title')?.focus();
  }

  /** Whether the caller may invite into the chosen group. */
  get mayInvite(): boolean {
    const { standing, group } = this.host;
    if (!standing?.may('invite') || !group || group.archivedAt !== null) return false;
    return standing.may('manageGroups') || standing.managedGroups.some(({ id, mayManagePeople }) => id === group.id && mayManagePeople);
  }

  /** Opens the dialog that invites into the group, with these people on its list. */
  invite(people = ''): void {
    this.renderRoot.querySelector<SeatkitInviteDialog>('seatkit-invite-dialog')?.show(people);
  }

  #itemsOf(group: Group): (MenuItem | null)[] {
    const { words, host } = this;
    const ask = (question: typeof archiveQuestion) => () =>
      void host.question.renew().use((dialog) => dialog.ask(() => question(host, words, group)));
    return [
      { label: words.rename, icon: 'pen', run: () => host.dialog.renew().use((dialog) => dialog.rename(group)) },
      ...(group.archivedAt === null ? [{ label: words.archiveGroup, icon: 'archive' as const, run: ask(archiveQuestion) }] : []),
      null,
      { label: words.deleteGroup, icon: 'bin', danger: true, run: ask(removalQuestion) },
    ];
  }
}
