import type { Pool, Relation, Role, RoleProfile } from '@seatkit/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from '../parts/icon.ts';
import type { InviteWords as Words } from '../words/invite.ts';

/** What everybody on the list gets. */
export interface Offer {
  readonly role: Role;
  readonly groups: ReadonlyMap<string, Relation>;
  readonly profileIds: ReadonlySet<string>;
  /** Pools chosen by hand. */
  readonly poolIds: ReadonlySet<string>;
  readonly message: string;
}

/** What the caller can choose from. */
export interface Choices {
  readonly admin: boolean;
  readonly pools: readonly Pool[];
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly profiles: readonly RoleProfile[];
}

type Change = (changes: Partial<Offer>) => void;

/** Role, groups, role profiles, seats and the message. Only what this caller may give away. */
export function renderOffer(words: Words, choices: Choices, pools: readonly Pool[], offer: Offer, change: Change): TemplateResult {
  return html`<h3>${words.everyoneGets}</h3>
    ${choices.admin ? renderRole(words, offer, change) : nothing}
    ${choices.groups.length > 0 ? renderGroups(words, choices, offer, change) : nothing}
    ${choices.profiles.length > 0 ? renderProfiles(words, choices.profiles, offer, change) : nothing}
    ${pools.length > 0 ? renderPools(words, pools, offer, change) : nothing}
    <div class="labelled">
      <label for="message">${words.message}</label>
      <textarea
        id="message"
        class="field"
        rows="3"
        maxlength="2000"
        dir="auto"
        aria-describedby="message-hint"
        .value=${live(offer.message)}
        @input=${(event: Event) => change({ message: (event.currentTarget as HTMLTextAreaElement).value })}
      ></textarea>
      <span id="message-hint" class="small">${words.messageHint}</span>
    </div>`;
}

function renderRole(words: Words, offer: Offer, change: Change): TemplateResult {
  return html`<fieldset>
    <legend>${words.roleLabel}</legend>
    <div class="segments">
      ${(['member', 'admin'] as const).map(
        (role) =>
          html`<label><input type="radio" name="role" value=${role} .checked=${live(offer.role === role)} @change=${() => change({ role })} />${words.role[role]}</label>`,
      )}
    </div>
  </fieldset>`;
}

function renderGroups(words: Words, { groups, admin }: Choices, offer: Offer, change: Change): TemplateResult {
  const set = (id: string, relation: Relation | null) => {
    const next = new Map(offer.groups);
    if (relation) next.set(id, relation);
    else next.delete(id);
    change({ groups: next });
  };
  const relations: Relation[] = admin ? ['member', 'coach', 'manager'] : ['member', 'coach'];
  return html`<fieldset class="picks">
    <legend>${words.groups}</legend>
    ${groups
      .filter(({ id }) => offer.groups.has(id))
      .map(
        ({ id, name }) => html`<div class="pick">
          <bdi class="clip">${name}</bdi>
          <select class="field" aria-label=${words.relationIn(name)} @change=${(event: Event) => set(id, (event.currentTarget as HTMLSelectElement).value as Relation)}>
            ${relations.map((relation) => html`<option value=${relation} .selected=${offer.groups.get(id) === relation}>${words.relation[relation]}</option>`)}
          </select>
          <button class="icon-button" type="button" aria-label=${words.removeGroup(name)} @click=${() => set(id, null)}>${icon('close')}</button>
        </div>`,
      )}
    ${renderAdder(
      words.addGroup,
      groups.filter(({ id }) => !offer.groups.has(id)),
      (id) => set(id, 'member'),
    )}
  </fieldset>`;
}

function renderProfiles(words: Words, profiles: readonly RoleProfile[], offer: Offer, change: Change): TemplateResult {
  const set = (id: string, on: boolean) => {
    const next = new Set(offer.profileIds);
    if (on) next.add(id);
    else next.delete(id);
    change({ profileIds: next });
  };
  return html`<fieldset class="picks">
    <legend>${words.roleProfiles}</legend>
    ${profiles
      .filter(({ id }) => offer.profileIds.has(id))
      .map(
        ({ id, name }) => html`<div class="pick">
          <bdi class="clip">${name}</bdi>
          <button class="icon-button" type="button" aria-label=${words.removeGroup(name)} @click=${() => set(id, false)}>${icon('close')}</button>
        </div>`,
      )}
    ${renderAdder(
      words.addRoleProfile,
      profiles.filter(({ id }) => !offer.profileIds.has(id)),
      (id) => set(id, true),
    )}
  </fieldset>`;
}

/** A native select that adds what is chosen and goes back to its label. */
function renderAdder(
  label: string,
  options: readonly { readonly id: string; readonly name: string }[],
  add: (id: string) => void,
): TemplateResult | typeof nothing {
  if (options.length === 0) return nothing;
  return html`<select
    class="field adder"
    aria-label=${label}
    @change=${(event: Event) => {
      const select = event.currentTarget as HTMLSelectElement;
      if (select.value) add(select.value);
      select.value = '';
    }}
  >
    <option value="">${label}</option>
    ${options.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
  </select>`;
}

function renderPools(words: Words, pools: readonly Pool[], offer: Offer, change: Change): TemplateResult {
  const nameOf = (pool: Pool) => pool.name || pool.product;
  const toggle = (id: string) => {
    const next = new Set(offer.poolIds);
    if (!next.delete(id)) next.add(id);
    change({ poolIds: next });
  };
  return html`<fieldset>
    <legend>${words.seats}</legend>
    <div class="pools">
      ${pools.map((pool) => {
        const fixed = pool.assignment !== 'manual';
        const everyone = pool.groupId ? words.poolRequiredInGroup : words.poolRequired;
        const note = { required: everyone, automatic: words.poolAutomatic, manual: '' }[pool.assignment];
        return html`<label class="pool">
          <input type="checkbox" .checked=${live(fixed || offer.poolIds.has(pool.id))} ?disabled=${fixed} @change=${() => toggle(pool.id)} />
          <span><span>${nameOf(pool)}</span>${note ? html`<span class="small">${note}</span>` : nothing}</span>
          <span class="small num">${words.freeSeats(pool.free)}</span>
        </label>`;
      })}
    </div>
  </fieldset>`;
}
