import type { Group, Member, MemberName, Pool, Relation, SeatkitClient } from '@seatkit/sdk';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { looksLikeAddress } from '../invite-dialog/addresses.ts';
import { Loader } from '../loader.ts';
import { icon } from '../parts/icon.ts';
import { nameOf, renderPerson } from '../parts/person.ts';
import { isOpen } from '../parts/pool-meter.ts';
import { errorMessage } from '../problem-message.ts';
import type { GroupDetail } from './group-detail.ts';

/** Adds people to the chosen group: found by name, or by exact address also outside the caller's groups. */
export class GroupAdder implements ReactiveController {
  readonly #host: GroupDetail;
  readonly #found: Loader<readonly [SeatkitClient, string, string, number], readonly (Member | MemberName)[]>;
  #query = '';
  #relation: Relation = 'member';
  #busy = '';
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor(host: GroupDetail) {
    this.#host = host;
    host.addController(this);
    this.#found = new Loader(
      host,
      () => {
        const { standing, api, changes } = host.host;
        return standing && this.#query ? ([api, standing.organizationId, this.#query, changes] as const) : null;
      },
      async ([api, organizationId, q], signal) => {
        const exact = looksLikeAddress(q) ? await api.members.find(organizationId, q, { signal }) : [];
        if (exact.length > 0) return exact;
        const page = await api.members.list(organizationId, { q, limit: 6 }, { signal });
        return page.items.filter(({ status }) => status !== 'deactivated' && status !== 'anonymized');
      },
    );
  }

  hostDisconnected(): void {
    clearTimeout(this.#typing);
  }

  render(group: Group, pools: readonly Pool[], admin: boolean, inside: readonly Member[]): TemplateResult {
    const { words } = this.#host;
    const choices: Relation[] = admin ? ['member', 'coach', 'manager'] : ['member', 'coach'];
    const full =
      this.#relation === 'member' ? pools.find((pool) => pool.assignment === 'required' && isOpen(pool) && pool.free === 0) : undefined;
    return html`<div class="adder">
      <label class="search">
        ${icon('people')}
        <input class="field" type="search" placeholder=${words.addPeople} aria-label=${words.addPeople} autocomplete="off" maxlength="200" @input=${this.#typed} />
      </label>
      <select
        class="field"
        aria-label=${words.addAs}
        @change=${(event: Event) => {
          this.#relation = (event.currentTarget as HTMLSelectElement).value as Relation;
          this.#host.requestUpdate();
        }}
      >
        ${choices.map((relation) => html`<option value=${relation} ?selected=${relation === this.#relation}>${words.relation[relation]}</option>`)}
      </select>
      ${full ? html`<p class="small warn" role="status">${words.noFreeInGroup(full.name || full.product)}</p>` : nothing}
      ${this.#query ? this.#renderFound(group, full !== undefined, inside) : nothing}
    </div>`;
  }

  #renderFound(group: Group, full: boolean, inside: readonly Member[]): TemplateResult {
    const { words } = this.#host;
    const { value, state, error } = this.#found;
    if (state === 'failed') return html`<p class="small danger found" role="alert">${errorMessage(words, error)}</p>`;
    const within = (person: Member | MemberName) =>
      inside.some(({ id }) => id === person.id) || ('groups' in person && person.groups.some(({ id }) => id === group.id));
    return html`<div class="found" role="status" aria-busy=${state === 'loading'}>
      ${value?.length === 0 && state === 'ready' ? html`<p class="small">${words.noMatch}</p>` : nothing}
      ${(value ?? []).map(
        (person) => html`<div class="person">
          ${renderPerson(words, person)}
          ${
            within(person)
              ? html`<span class="small">${words.alreadyIn}</span>`
              : html`<button class="button" type="button" aria-label=${words.addPerson(nameOf(person))} aria-disabled=${full || this.#busy !== ''} @click=${() => full || this.#add(group, person)}>
                  ${words.add}
                </button>`
          }
        </div>`,
      )}
    </div>`;
  }

  readonly #typed = (event: Event) => {
    const { value } = event.currentTarget as HTMLInputElement;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      this.#query = value.trim();
      this.#host.requestUpdate();
    }, 200);
  };

  async #add(group: Group, person: Member | MemberName): Promise<void> {
    const detail = this.#host;
    const { host, words } = detail;
    if (this.#busy) return;
    this.#busy = person.id;
    detail.requestUpdate();
    const name = nameOf(person);
    try {
      await host.api.groups.putPerson(host.standing?.organizationId ?? '', group.id, person.id, { relations: [this.#relation] });
      this.#query = '';
      const field = detail.renderRoot.querySelector<HTMLInputElement>('.adder input');
      if (field) field.value = '';
      field?.focus();
      host.saved('people', group.id, words.addedTo(name, group.name));
    } catch (error) {
      host.fail(error);
    }
    this.#busy = '';
    detail.requestUpdate();
  }
}
