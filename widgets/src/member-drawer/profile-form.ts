import type { Member, Role } from '@seatkit/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { mailLanguages } from '../invite-dialog/mail-languages.ts';
import { Finder } from '../parts/finder.ts';
import { icon } from '../parts/more-icons.ts';
import { type Fields, lengths } from './draft.ts';
import type { MemberDrawer } from './member-drawer.ts';

/** Everything an invitation may have set of a person, to be edited: admins type, others read. What a directory owns is locked. */
export class ProfileForm {
  readonly #drawer: MemberDrawer;
  readonly #finder: Finder<{ id: string; name: string }>;

  constructor(drawer: MemberDrawer) {
    this.#drawer = drawer;
    this.#finder = new Finder(drawer, async (q, signal) => {
      const { api, standing } = drawer.host;
      if (!standing) return [];
      const page = await api.roleProfiles.list(standing.organizationId, { limit: 20, ...(q ? { q } : {}) }, { signal });
      return page.items;
    });
  }

  render(member: Member, fields: Fields, owned: boolean): TemplateResult {
    const { words, admin } = this.#drawer;
    const joined = member.userId !== null;
    const gone = member.status === 'anonymized';
    const text = (name: 'firstName' | 'lastName' | 'salutation' | 'email' | 'externalId' | 'lmsUserId', label: string, locked: boolean) =>
      this.#renderText(name, label, fields[name], locked || !admin || gone);
    return html`<section aria-labelledby="profile-title">
      <h3 id="profile-title" tabindex="-1">${words.profile}</h3>
      <form id="profile" novalidate @submit=${this.#drawer.save}>
        <div class="pair">${text('firstName', words.firstName, owned)} ${text('lastName', words.lastName, owned)}</div>
        ${text('email', words.email, owned)}
        ${
          fields.email.trim() !== member.email
            ? html`<p class="small" role="status">${joined ? words.addressMoves : words.addressPending}</p>`
            : nothing
        }
        <div class="pair">${this.#renderRole(member, fields, !admin || gone)} ${this.#renderLanguage(fields, !admin || gone)}</div>
        <div class="pair">
          ${text('salutation', words.salutation, owned)} ${text('externalId', words.columns.externalId, owned)}
          ${joined ? text('lmsUserId', words.columns.lmsUserId, owned) : nothing}
        </div>
        ${this.#renderProfiles(fields, !admin || gone)}
      </form>
    </section>`;
  }

  #renderText(name: keyof Fields, label: string, value: string, locked: boolean): TemplateResult {
    return html`<div class="labelled">
      <label for=${name}>${label}</label>
      <span class="locked">
        <input
          id=${name}
          class="field"
          autocomplete="off"
          dir=${name === 'email' ? 'ltr' : 'auto'}
          type=${name === 'email' ? 'email' : 'text'}
          maxlength=${lengths[name] ?? nothing}
          ?readonly=${locked}
          .value=${live(value)}
          @input=${(event: Event) => this.#drawer.type({ [name]: (event.currentTarget as HTMLInputElement).value })}
        />
        ${locked ? icon('lock') : nothing}
      </span>
    </div>`;
  }

  #renderRole(member: Member, { role }: Fields, locked: boolean): TemplateResult {
    const { words, questions } = this.#drawer;
    if (locked) return this.#renderText('role', words.columns.role, words.role[role], true);
    const { means, mail, mailLater } = questions.roleQuestion[role];
    return html`<div class="labelled">
      <label for="role">${words.columns.role}</label>
      <select id="role" class="field" @change=${(event: Event) => this.#drawer.type({ role: (event.currentTarget as HTMLSelectElement).value as Role })}>
        ${(['member', 'admin'] as const).map((one) => html`<option value=${one} .selected=${live(one === role)}>${words.role[one]}</option>`)}
      </select>
      ${role === member.role ? nothing : html`<p class="small" role="status">${means} ${member.status === 'active' ? mail(member.email) : mailLater}</p>`}
    </div>`;
  }

  #renderLanguage({ locale }: Fields, locked: boolean): TemplateResult {
    const { words } = this.#drawer;
    const names = new Intl.DisplayNames(words.language, { type: 'language' });
    const nameOf = (tag: string) => (tag ? (names.of(tag) ?? tag) : words.organizationLanguage);
    if (locked) return this.#renderText('locale', words.languageOfMails, nameOf(locale), true);
    // Somebody's own language may be one in which no mail is written; it stays until another is chosen.
    const tags = [...new Set(['', locale, ...mailLanguages])];
    return html`<div class="labelled">
      <label for="locale">${words.languageOfMails}</label>
      <select id="locale" class="field" @change=${(event: Event) => this.#drawer.type({ locale: (event.currentTarget as HTMLSelectElement).value })}>
        ${tags.map((tag) => html`<option value=${tag} .selected=${live(tag === locale)}>${nameOf(tag)}</option>`)}
      </select>
    </div>`;
  }

  #renderProfiles({ profiles }: Fields, locked: boolean): TemplateResult {
    const { words } = this.#drawer;
    const set = (next: Fields['profiles']) => this.#drawer.type({ profiles: next });
    return html`<fieldset>
      <legend>${words.roleProfiles}</legend>
      ${profiles.length === 0 ? html`<p class="small">${words.noProfile}</p>` : nothing}
      <ul class="facts">
        ${profiles.map(
          ({ id, name, ambition }) =>
            html`<li>
              <bdi>${name}</bdi>
              <label class="small">
                <input
                  type="checkbox"
                  ?disabled=${locked}
                  .checked=${live(ambition)}
                  @change=${() => set(profiles.map((one) => ({ ...one, ambition: one.id === id && !ambition })))}
                /><span>${words.columns.ambition}</span>
              </label>
              ${
                locked
                  ? nothing
                  : html`<button
                      class="icon-button"
                      type="button"
                      aria-label=${words.removeProfile(name)}
                      @click=${(event: Event) => {
                        (event.currentTarget as HTMLElement).closest('fieldset')?.querySelector<HTMLElement>('.finder input')?.focus();
                        this.#finder.close();
                        set(profiles.filter((one) => one.id !== id));
                      }}
                    >
                      ${icon('close')}
                    </button>`
              }
            </li>`,
        )}
      </ul>
      ${
        locked
          ? nothing
          : this.#finder.render(
              words.addProfile,
              words.noMoreProfiles,
              profiles.map(({ id }) => id),
              ({ id, name }) => set([...profiles, { id, name, ambition: false }]),
            )
      }
    </fieldset>`;
  }
}
