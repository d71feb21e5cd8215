import type { Member } from '@seatkit/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { departureQuestion } from '../parts/departure.ts';
import { icon } from '../parts/more-icons.ts';
import { nameOf } from '../parts/person.ts';
import { mayActOn } from '../parts/rights.ts';
import type { MemberDrawer } from './member-drawer.ts';

/** How far the invitation of somebody got who has not joined, and what can be done about it. */
export class MemberInvitation {
  readonly #drawer: MemberDrawer;
  #link = '';
  #copied = false;
  #sending = false;

  constructor(drawer: MemberDrawer) {
    this.#drawer = drawer;
  }

  /** A link that was made is shown once. */
  forget(): void {
    this.#link = '';
    this.#copied = false;
  }

  render(member: Member): TemplateResult | typeof nothing {
    const { words, acts, host, admin } = this.#drawer;
    const { invitation, status } = member;
    if (!invitation || (status !== 'invited' && status !== 'staged')) return nothing;
    const past = invitation.status === 'expired' || Date.parse(invitation.expiresAt) < Date.now();
    const when = words.date(invitation.expiresAt);
    return html`<section aria-labelledby="invitation-title">
      <h3 id="invitation-title" tabindex="-1">${words.invitation}</h3>
      <dl class="pairs">
        <dt>${words.mail}</dt>
        <dd>${status === 'staged' ? words.heldNote : invitation.delivery ? words.delivery[invitation.delivery] : words.handedOver}</dd>
        <dt>${words.link}</dt>
        <dd>${past ? words.expired(when) : words.expires(when)}</dd>
      </dl>
      ${
        host.standing?.may('invite') && mayActOn(host.standing, member)
          ? html`<div class="buttons">
              <button class="button" type="button" @click=${() => this.#send(member, invitation.id)}>
                ${icon('mail')}<span>${status === 'staged' ? words.sendNow : words.sendAgain}</span>
              </button>
              ${
                admin && status === 'invited'
                  ? html`<button class="button" type="button" @click=${() => this.askForLink(member)}>${icon('copy')}<span>${words.copyLink}</span></button>`
                  : nothing
              }
              <button class="button" type="button" @click=${() => this.#revoke(member, invitation.id)}>${icon('undo', 'flip')}<span>${words.revoke}</span></button>
            </div>`
          : nothing
      }
      ${acts.render('invitation')} ${this.#link ? this.#renderLink(member) : nothing}
    </section>`;
  }

  /** Says what a copied link does, and what it does not prove, before it is made. */
  async askForLink(member: Member): Promise<void> {
    const { acts, words } = this.#drawer;
    this.forget();
    await acts.ask('invitation', {
      title: words.linkTitle(nameOf(member)),
      button: words.makeLink,
      means: () => words.linkMeans(member.email).map((sentence) => html`<p class="small">${sentence}</p>`),
      confirm: async () => {
        const made = await this.#drawer.change('link', words.linkMade, (api, organizationId) =>
          api.invitations.copyLink(organizationId, member.invitation?.id ?? ''),
        );
        this.#link = made?.url ?? '';
        if (!made) return;
        // The press that made it counts for the clipboard too, where the browser lets it; else the field is ready to be copied.
        this.#drawer.requestUpdate();
        await this.#drawer.updateComplete;
        await this.#copy();
      },
    });
  }

  #renderLink(member: Member): TemplateResult {
    const { words } = this.#drawer;
    return html`<div class="labelled">
      <label for="link">${words.linkFor(nameOf(member))}</label>
      <div class="link-row">
        <input id="link" class="field" dir="ltr" readonly .value=${this.#link} @focus=${(event: Event) => (event.currentTarget as HTMLInputElement).select()} />
        <button class="button" type="button" @click=${this.#copy}>${icon(this.#copied ? 'check' : 'copy')}<span>${this.#copied ? words.copied : words.copy}</span></button>
      </div>
      <p class="small">${words.linkProves(member.email)}</p>
    </div>`;
  }

  /** Where the page may not write to the clipboard, the link is selected to be copied by hand. */
  readonly #copy = async () => {
    const field = this.#drawer.renderRoot.querySelector<HTMLInputElement>('#link');
    field?.select();
    try {
      await navigator.clipboard.writeText(this.#link);
      this.#copied = true;
    } catch {
      this.#copied = false;
      field?.focus();
    }
    this.#drawer.requestUpdate();
  };

  /** A double press means one mail. */
  async #send(member: Member, invitationId: string): Promise<void> {
    const { acts, words } = this.#drawer;
    if (this.#sending) return;
    this.#sending = true;
    this.forget();
    await acts.run('invitation', () =>
      this.#drawer.change('sent', words.sentAgain(member.email), (api, organizationId) =>
        api.invitations.send(organizationId, invitationId),
      ),
    );
    this.#sending = false;
  }

  #revoke(member: Member, invitationId: string): void {
    const { acts, words, questions, pools, host } = this.#drawer;
    const name = nameOf(member);
    const question = departureQuestion(questions, {
      kind: 'revoke',
      name,
      from: host.standing?.organizationName ?? '',
      seats: member.seats,
      pools,
      preview: () => host.api.members.previewDeparture(member.organizationId, member.id, { by: 'deactivate' }),
      confirm: async () => {
        const done = await this.#drawer.change('revoked', '', (api, organizationId) =>
          api.invitations.revoke(organizationId, invitationId),
        );
        if (done) this.#drawer.leave(words.revoked(name));
      },
    });
    void acts.ask('invitation', question);
  }
}
