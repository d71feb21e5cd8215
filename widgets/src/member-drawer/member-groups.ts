import type { Member, Relation } from '@seatkit/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { departureQuestion } from '../parts/departure.ts';
import { Finder, type Found } from '../parts/finder.ts';
import { icon } from '../parts/more-icons.ts';
import { nameOf } from '../parts/person.ts';
import { manages, mayChangeIn, mayTakeOut } from '../parts/rights.ts';
import type { MemberDrawer } from './member-drawer.ts';

type Held = Member['groups'][number];

/** Nobody is member and coach of one group. */
const ways: readonly (readonly Relation[])[] = [['member'], ['coach'], ['manager'], ['member', 'manager'], ['coach', 'manager']];

/** The groups of a member and how they stand in each; changed at once. */
export class MemberGroups {
  readonly #drawer: MemberDrawer;
  readonly #finder: Finder<Found>;
  /** What was chosen, by the group's id, until the server has answered. */
  readonly #wanted = new Map<string, Held>();

  constructor(drawer: MemberDrawer) {
    this.#drawer = drawer;
    this.#finder = new Finder(drawer, async (q, signal) => {
      const { api, standing } = drawer.host;
      if (!standing) return [];
      const page = await api.groups.list(standing.organizationId, { limit: 20, ...(q ? { q } : {}) }, { signal });
      return page.items.filter((group) => manages(standing, group));
    });
  }

  render(member: Member): TemplateResult {
    const { words, acts, host } = this.#drawer;
    const adds =
      (this.#drawer.admin || host.standing?.may('addToGroups')) && member.status !== 'deactivated' && member.status !== 'anonymized';
    return html`<section aria-labelledby="groups-title">
      <h3 id="groups-title" tabindex="-1">${words.groups}</h3>
      ${member.groups.length === 0 ? html`<p class="small">${words.inNoGroup}</p>` : nothing}
      <ul class="facts">
        ${member.groups.map(
          (group) => html`<li>${this.#renderGroup(member, this.#wanted.get(group.id) ?? group)}${acts.render(group.id)}</li>`,
        )}
      </ul>
      ${
        adds
          ? this.#finder.render(
              words.addToGroup,
              words.noSuchGroup,
              member.groups.map(({ id }) => id),
              ({ id, name }) =>
                this.#set({ id, name, relations: ['member'], mayManagePeople: false }, words.isInGroup(nameOf(member), name), 'groups'),
            )
          : nothing
      }
      ${acts.render('groups')}
    </section>`;
  }

  #renderGroup(member: Member, group: Held): TemplateResult {
    const { words, host } = this.#drawer;
    const { standing } = host;
    const { id, name, relations } = group;
    const label = (relation: readonly Relation[]) => relation.map((one) => words.relation[one]).join(' · ');
    const remove =
      standing && mayTakeOut(standing, member, group)
        ? html`<button class="icon-button" type="button" aria-label=${words.leaveGroup(name)} @click=${() => this.#remove(member, group)}>${icon('close')}</button>`
        : nothing;
    // Whoever is in a group that was archived can only be taken out of it.
    const archived = standing?.managedGroups.some((one) => one.id === id && one.archived);
    if (!standing || archived || !mayChangeIn(standing, member, group)) {
      return html`<div><bdi>${name}</bdi><span class="small">${label(relations)}</span></div>${remove}`;
    }
    const admin = standing.may('manageGroups');
    const said = words.savedIn(name);
    const now = ways.findIndex((way) => way.length === relations.length && way.every((one) => relations.includes(one)));
    const leads = relations.includes('manager');
    return html`<div>
        <bdi>${name}</bdi>
        ${
          leads && admin
            ? html`<label class="small"
                ><input
                  type="checkbox"
                  .checked=${live(group.mayManagePeople)}
                  @change=${() => this.#set({ ...group, mayManagePeople: !group.mayManagePeople }, said)}
                /><span>${words.looksAfter}</span></label
              >`
            : nothing
        }
      </div>
      <select
        class="field"
        aria-label=${words.relationTo(name)}
        @change=${(event: Event) => this.#set({ ...group, relations: [...ways[(event.currentTarget as HTMLSelectElement).selectedIndex]!] }, said)}
      >
        ${ways.map(
          (way, i) =>
            html`<option .selected=${live(i === now)} ?disabled=${!admin && way.includes('manager') !== leads}>${label(way)}</option>`,
        )}
      </select>
      ${remove}`;
  }

  #set({ id: groupId, name, relations, mayManagePeople }: Held, said: string, place = groupId): void {
    const body = { relations: [...relations], ...(relations.includes('manager') ? { mayManagePeople } : {}) };
    const wanted: Held = { id: groupId, name, relations, mayManagePeople };
    this.#wanted.set(groupId, wanted);
    void this.#drawer.acts.run(place, async () => {
      try {
        const placed = await this.#drawer.change('groups', said, (api, organizationId, id) =>
          api.groups.putPerson(organizationId, groupId, id, body),
        );
        if (placed) this.#drawer.know(placed);
      } finally {
        if (this.#wanted.get(groupId) === wanted) this.#wanted.delete(groupId);
      }
    });
  }

  #remove(member: Member, { id: groupId, name }: Held): void {
    const { acts, questions, words, pools, host } = this.#drawer;
    const question = departureQuestion(questions, {
      kind: 'group',
      name: nameOf(member),
      from: name,
      seats: member.seats,
      pools,
      preview: () => host.api.members.previewDeparture(member.organizationId, member.id, { groupId }),
      confirm: async () => {
        await this.#drawer.change('groups', words.isOutOfGroup(nameOf(member), name), (api, organizationId, id) =>
          api.groups.removePerson(organizationId, groupId, id),
        );
      },
    });
    void acts.ask(groupId, question);
  }
}
