import type { Pool, Relation, RoleProfile } from '@seatkit/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from '../parts/icon.ts';
import type { InviteWords as Words } from '../words/invite.ts';
import { renderAdder } from './adder.ts';
import { mailLanguageOf, mailLanguages } from './mail-languages.ts';
import { type Choices, type GroupPlace, type Offer, placeIn } from './offer.ts';

export type Change = (changes: Partial<Offer>) => void;

/** Role, language of the mail, groups, role profiles and seats. Only what this caller may give away. */
export function renderOffer(words: Words, choices: Choices, pools: readonly Pool[], offer: Offer, change: Change): TemplateResult {
  return html`<h3>${words.everyoneGets}</h3>
    <div class="pair">${choices.admin ? renderRole(words, offer, change) : nothing} ${renderLanguage(words, choices, offer, change)}</div>
    ${choices.groups.length > 0 ? renderGroups(words, choices, offer, change) : nothing}
    ${choices.profiles.length > 0 ? renderProfiles(words, choices.profiles, offer, change) : nothing}
    ${pools.length > 0 ? renderPools(words, pools, offer, change) : nothing}`;
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

function renderLanguage(words: Words, { locale }: Choices, offer: Offer, change: Change): TemplateResult {
  const names = new Intl.DisplayNames(words.language, { type: 'language' });
  const usual = mailLanguageOf(locale);
  const others = mailLanguages.filter((tag) => tag !== usual);
  return html`<div class="labelled">
    <label for="language">${words.mailLanguage}</label>
    <select id="language" class="field" @change=${(event: Event) => change({ locale: (event.currentTarget as HTMLSelectElement).value })}>
      ${[usual, ...others].map((tag) => {
        const value = tag === usual ? '' : tag;
        return html`<option value=${value} .selected=${offer.locale === value}>${words.ownLanguageElse(names.of(tag) ?? tag)}</option>`;
      })}
    </select>
  </div>`;
}

function renderGroups(words: Words, { groups, admin }: Choices, offer: Offer, change: Change): TemplateResult {
  const others = (id: string) => offer.groups.filter(({ groupId }) => groupId !== id);
  const set = (place: GroupPlace) => change({ groups: [...others(place.groupId), place] });
  const relations: Relation[] = admin ? ['member', 'coach', 'manager'] : ['member', 'coach'];
  return html`<fieldset class="picks">
    <legend>${words.groups}</legend>
    ${groups.map(({ id, name }) => {
      const place = placeIn(offer, id);
      if (!place) return nothing;
      const relate = (event: Event) => set({ ...place, relation: (event.currentTarget as HTMLSelectElement).value as Relation });
      const grant = (event: Event) => set({ ...place, mayManagePeople: (event.currentTarget as HTMLInputElement).checked });
      return html`<div class="pick">
        <bdi class="clip">${name}</bdi>
        <select class="field" aria-label=${words.relationIn(name)} @change=${relate}>
          ${relations.map((relation) => html`<option value=${relation} .selected=${place.relation === relation}>${words.relation[relation]}</option>`)}
        </select>
        <button class="icon-button" type="button" aria-label=${words.removeGroup(name)} @click=${() => change({ groups: others(id) })}>${icon('close')}</button>
        ${
          place.relation === 'manager'
            ? html`<label class="grant small"><input type="checkbox" .checked=${live(place.mayManagePeople)} @change=${grant} /><span>${words.managesPeople}</span></label>`
            : nothing
        }
      </div>`;
    })}
    ${renderAdder(
      words.addGroup,
      groups.filter(({ id }) => !placeIn(offer, id)),
      (id) => set({ groupId: id, relation: 'member', mayManagePeople: false }),
    )}
  </fieldset>`;
}

function renderProfiles(words: Words, profiles: readonly RoleProfile[], offer: Offer, change: Change): TemplateResult {
  const toggle = (id: string) => change({ profileIds: toggled(offer.profileIds, id) });
  return html`<fieldset class="picks">
    <legend>${words.roleProfiles}</legend>
    ${profiles
      .filter(({ id }) => offer.profileIds.includes(id))
      .map(
        ({ id, name }) => html`<div class="pick">
          <bdi class="clip">${name}</bdi>
          <button class="icon-button" type="button" aria-label=${words.removeGroup(name)} @click=${() => toggle(id)}>${icon('close')}</button>
        </div>`,
      )}
    ${renderAdder(
      words.addRoleProfile,
      profiles.filter(({ id }) => !offer.profileIds.includes(id)),
      toggle,
    )}
  </fieldset>`;
}

function renderPools(words: Words, pools: readonly Pool[], offer: Offer, change: Change): TemplateResult {
  const nameOf = (pool: Pool) => pool.name || pool.product;
  const toggle = (id: string) => change({ poolIds: toggled(offer.poolIds, id) });
  return html`<fieldset>
    <legend>${words.seats}</legend>
    <div class="pools">
      ${pools.map((pool) => {
        const fixed = pool.assignment !== 'manual';
        const everyone = pool.groupId ? words.poolRequiredInGroup : words.poolRequired;
        const note = { required: everyone, automatic: words.poolAutomatic, manual: '' }[pool.assignment];
        return html`<label class="pool">
          <input type="checkbox" .checked=${live(fixed || offer.poolIds.includes(pool.id))} ?disabled=${fixed} @change=${() => toggle(pool.id)} />
          <span><span>${nameOf(pool)}</span>${note ? html`<span class="small">${note}</span>` : nothing}</span>
          <span class="small num">${words.freeSeats(pool.free)}</span>
        </label>`;
      })}
    </div>
  </fieldset>`;
}

function toggled(ids: readonly string[], id: string): string[] {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
}
