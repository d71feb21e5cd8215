import type { Group, Member, Relation } from '@seatkit/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { SeatkitGetSeatsEvent } from '../events.ts';
import type { SeatkitInviteDialog } from '../invite-dialog/invite-dialog.ts';
import { Loader } from '../loader.ts';
import type { Leaving } from '../parts/departure.ts';
import { icon } from '../parts/icon.ts';
import { Menu, type MenuItem } from '../parts/menu.ts';
import { nameOf, renderPerson } from '../parts/person.ts';
import { renderPool } from '../parts/pool-meter.ts';
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
import type { SeatkitGroupManager } from './group-manager.ts';

const relations = ['manager', 'coach', 'member'] as const satisfies Relation[];
const atOnce = 200;

/** The chosen group: its seats, whom to add, and its people in their three relations. */
export class GroupDetail extends Surface<GroupWords, SeatkitGroupManager> {
  static override styles = [tokens, controls, forms, people, meter, menus, styles];
  protected override readonly dictionary = group;

  readonly #menu = new Menu(this);
  readonly #adder = new GroupAdder(this);
  readonly #people = new Loader(
    this,
    () => {
      const { standing, group, changes } = this.host;
      return standing && group ? ([this.host.api, standing.organizationId, group.id, changes] as const) : null;
    },
    async ([api, organizationId, groupId], signal) => {
      const { items, next } = await api.members.list(organizationId, { groupId, limit: atOnce }, { signal });
      return { groupId, members: items as readonly Member[], next };
    },
  );

  override render(): TemplateResult | typeof nothing {
    const { words } = this;
    const { group, standing, pools } = this.host;
    if (!group || !standing) return nothing;
    const admin = standing.may('manageGroups');
    const grant = standing.managedGroups.find(({ id }) => id === group.id);
    const mayAdd = admin || grant !== undefined;
    return html`<section aria-labelledby="group-title">
      <header>
        <button class="button quiet back" type="button" @click=${() => this.host.choose('')}>${icon('back', 'flip')}<span>${words.allGroups}</span></button>
        <div>
          <h2 id="group-title" tabindex="-1"><bdi>${group.name}</bdi></h2>
          <span class="small num">${words.groupCounts(group.memberCount, group.coachCount, group.managerCount)}</span>
        </div>
        ${
          standing.may('invite') && (admin || grant?.mayManagePeople)
            ? html`<button class="button primary" type="button" aria-haspopup="dialog" @click=${this.#invite}>${icon('plus')}<span class="clip">${words.inviteInto(group.name)}</span></button>`
            : nothing
        }
        ${admin ? this.#renderGroupMenu(group) : nothing}
      </header>
      ${pools.map((pool) =>
        renderPool(
          words,
          pool,
          words.seatsOfGroup,
          'h3',
          this.host.getSeats ? () => this.host.dispatchEvent(new SeatkitGetSeatsEvent(pool.id, pool.product)) : undefined,
        ),
      )}
      ${mayAdd ? this.#adder.render(group, pools, admin, this.#shown(group)?.members ?? []) : nothing}
      ${this.#renderPeople(group, admin, mayAdd)}
      ${
        standing.may('invite')
          ? html`<seatkit-invite-dialog
              no-trigger
              .baseUrl=${this.host.baseUrl}
              .organizationId=${standing.organizationId}
              .groupId=${group.id}
              .locale=${this.host.language}
              .getToken=${this.host.getToken}
              .client=${this.host.client}
              .getSeats=${this.host.getSeats}
            ></seatkit-invite-dialog>`
          : nothing
      }
      ${this.#menu.render()}
    </section>`;
  }

  /** Puts the focus on the name of the group that was just chosen. */
  focusTitle(): void {
    this.renderRoot.querySelector<HTMLElement>('#group-title')?.focus();
  }

  /** The button and menu line that change a group, for those who may. */
  #renderGroupMenu(group: Group): unknown {
    const { words, host } = this;
    return this.#menu.renderButton(words.moreFor(group.name), [
      { label: words.rename, icon: 'pen', run: () => host.dialog.use((dialog) => dialog.rename(group)) },
      null,
      { label: words.deleteGroup, icon: 'bin', danger: true, run: () => host.dialog.use((dialog) => dialog.delete(group)) },
    ]);
  }

  /** What was loaded of this group; that of the group chosen before says nothing about it. */
  #shown(group: Group) {
    const { value } = this.#people;
    return value?.groupId === group.id ? value : undefined;
  }

  #renderPeople(group: Group, admin: boolean, mayChange: boolean): unknown {
    const { words } = this;
    const { state, error } = this.#people;
    if (state === 'failed') {
      return html`<div class="blank" role="alert">
        <p>${errorMessage(words, error)}</p>
        <button class="button" type="button" @click=${() => this.#people.reload()}>${words.retry}</button>
      </div>`;
    }
    const shown = this.#shown(group);
    if (!shown) {
      return html`<div role="status" aria-label=${words.loading} class="bones"><span class="bone"></span><span class="bone"></span></div>`;
    }
    const counts = { manager: group.managerCount, coach: group.coachCount, member: group.memberCount };
    return html`${relations.map((relation) => {
      const here = shown.members.filter((member) => relationsOf(member, group).includes(relation));
      return html`<div class="people-block">
        <h3>${words.relations[relation]} <span class="num small">${words.number(counts[relation])}</span></h3>
        ${
          here.length > 0
            ? html`<ul aria-busy=${state === 'loading'}>
                ${repeat(
                  here,
                  ({ id }) => id,
                  (member) => this.#renderRow(group, member, relation, admin, mayChange),
                )}
              </ul>`
            : html`<p class="small">${words.nobodyInRelation[relation]}</p>`
        }
      </div>`;
    })}
    ${shown.next ? html`<div class="people-block"><button class="button quiet" type="button" @click=${this.#more}>${words.showMore}</button></div>` : nothing}`;
  }

  #renderRow(group: Group, member: Member, relation: Relation, admin: boolean, mayChange: boolean): TemplateResult {
    const { words } = this;
    const name = nameOf(member);
    return html`<li class="person" part="person">
      ${renderPerson(words, member)}
      <div class="fact">${relation === 'manager' ? this.#renderGrant(group, member, admin) : this.#renderSeat(member)}</div>
      ${mayChange ? this.#menu.renderButton(words.moreFor(name), this.#itemsOf(group, member, admin)) : nothing}
    </li>`;
  }

  #renderGrant(group: Group, member: Member, admin: boolean): TemplateResult {
    const { words } = this;
    const on = member.groups.find(({ id }) => id === group.id)?.mayManagePeople ?? false;
    const note = on ? words.mayManagePeopleOn : words.mayManagePeopleOff;
    if (!admin) return html`<span class="small">${note}</span>`;
    return html`<label class="grant">
      <input
        class="switch"
        type="checkbox"
        role="switch"
        aria-label=${words.mayManagePeopleOf(nameOf(member))}
        .checked=${live(on)}
        @change=${(event: Event) => this.#grant(group, member, event.currentTarget as HTMLInputElement)}
      />
      <span>${words.mayManagePeople}<span class="small">${note}</span></span>
    </label>`;
  }

  #renderSeat(member: Member): unknown {
    const { words } = this;
    const { pools } = this.host;
    const seat = member.seats.find(({ poolId, status }) => pools.some(({ id }) => id === poolId) && status in words.seat);
    const status = member.status === 'active' ? '' : words.status[member.status];
    const expires = member.status === 'invited' && member.invitation ? words.expires(words.when(member.invitation.expiresAt)) : '';
    const note = [status, expires].filter(Boolean).join(' · ');
    if (!seat) return note ? html`<span class="small">${note}</span>` : nothing;
    const mark = seat.status as 'assigned' | 'reserved' | 'consumed';
    return html`<span class="state"><i class="seat ${mark}"></i><span>${words.seat[mark]}</span></span>${note ? html`<span class="small">${note}</span>` : nothing}`;
  }

  #itemsOf(group: Group, member: Member, admin: boolean): (MenuItem | null)[] {
    const { words } = this;
    const held = relationsOf(member, group);
    const set = (next: readonly Relation[]) => () => void this.#put(group, member, next);
    const manages = held.filter((relation) => relation === 'manager');
    const items: (MenuItem | null)[] = [];
    // A group admin may not touch who manages: their rows only change between member and coach.
    if (admin || manages.length === 0) {
      if (!held.includes('member')) items.push({ label: words.make.member, icon: 'people', run: set([...manages, 'member']) });
      if (!held.includes('coach')) items.push({ label: words.make.coach, icon: 'people', run: set([...manages, 'coach']) });
    }
    if (admin && manages.length === 0) items.push({ label: words.make.manager, icon: 'key', run: set([...held, 'manager']) });
    if (admin && manages.length > 0 && held.length > 1) {
      items.push({ label: words.notManager, icon: 'key', run: set(held.filter((relation) => relation !== 'manager')) });
    }
    if (admin || manages.length === 0) {
      items.push(null, { label: words.removeFromGroup, icon: 'bin', danger: true, run: () => this.#remove(group, member) });
    }
    return items;
  }

  readonly #invite = () => this.host.renderRoot.querySelector<SeatkitInviteDialog>('seatkit-invite-dialog')?.show();

  async #put(group: Group, member: Member, next: readonly Relation[], mayManagePeople?: boolean): Promise<boolean> {
    const { host } = this;
    const kept = mayManagePeople ?? member.groups.find(({ id }) => id === group.id)?.mayManagePeople ?? false;
    const body = { relations: [...next], ...(next.includes('manager') ? { mayManagePeople: kept } : {}) };
    try {
      await host.api.groups.putPerson(host.standing?.organizationId ?? '', group.id, member.id, body);
      host.saved('people', group.id, this.words.relationSet(nameOf(member)));
      return true;
    } catch (error) {
      host.report(error);
      host.toast.say(errorMessage(host.words, error), true);
      return false;
    }
  }

  async #grant(group: Group, member: Member, box: HTMLInputElement): Promise<void> {
    const on = box.checked;
    if (!(await this.#put(group, member, relationsOf(member, group), on))) box.checked = !on;
  }

  #remove(group: Group, member: Member): void {
    const { host } = this;
    const name = nameOf(member);
    const organizationId = host.standing?.organizationId ?? '';
    const leaving: Leaving = {
      kind: 'group',
      name,
      from: group.name,
      seats: member.seats,
      pools: host.pools,
      preview: () => host.api.members.previewDeparture(organizationId, member.id, { groupId: group.id }),
      confirm: async () => {
        await host.api.groups.removePerson(organizationId, group.id, member.id);
        host.saved('people', group.id, this.words.removedFrom(name, group.name));
      },
    };
    void host.question.use((dialog) => dialog.leave(leaving));
  }

  readonly #more = async () => {
    const { host } = this;
    const shown = this.#people.value;
    const groupId = host.group?.id;
    if (!shown?.next || !groupId) return;
    try {
      const { items, next } = await host.api.members.list(host.standing?.organizationId ?? '', {
        groupId,
        limit: atOnce,
        cursor: shown.next,
      });
      if (this.#people.value === shown) this.#people.value = { groupId, members: [...shown.members, ...items], next };
      this.requestUpdate();
    } catch (error) {
      host.report(error);
      host.toast.say(errorMessage(host.words, error), true);
    }
  };
}

/** How a member stands in a group. */
function relationsOf(member: Member, group: Group): readonly Relation[] {
  return member.groups.find(({ id }) => id === group.id)?.relations ?? [];
}
