import type { PreviewInvitation } from '@seatkit/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../parts/more-icons.ts';
import { nameOf } from '../parts/person.ts';
import { errorMessage } from '../problem-message.ts';
import type { Surface } from '../surface.ts';
import type { InviteWords } from '../words/invite.ts';
import { renderAddresses, renderNote } from './address-view.ts';
import { Drafting } from './drafting.ts';
import type { SeatkitInviteDialog } from './invite-dialog.ts';
import type { Place } from './known-people.ts';
import { MailPreviewer } from './mail-preview.ts';
import { renderMessage, renderPreview } from './message-view.ts';
import type { Offer } from './offer.ts';
import { renderOffer } from './offer-view.ts';
import { type PeopleActs, renderPeople } from './people-view.ts';
import { personOf } from './person.ts';
import { Press } from './press.ts';
import { rowBeside } from './row-keys.ts';
import { onList, partOf } from './rows.ts';

/** What the pane asks of the dialog around it. */
export interface Around {
  /** Where to ask the server; null while the dialog is shut. */
  readonly place: () => Place | null;
  /** The person has changed something. */
  readonly changed: () => void;
  readonly showHeld: () => void;
  /** The list was discarded; `back` brings it back. */
  readonly discarded: (back: () => void) => void;
}

/** The two panes of the form: whom, and what they get. */
export class FormPane {
  readonly drafting: Drafting;
  /** Told of every press on the dialog. */
  readonly press = new Press();
  readonly #surface: Surface<InviteWords, SeatkitInviteDialog>;
  readonly #around: Around;
  readonly #preview: MailPreviewer;
  #previewing = false;
  /** The row that had the focus last. */
  #current: number | undefined;

  constructor(surface: Surface<InviteWords, SeatkitInviteDialog>, around: Around) {
    this.#surface = surface;
    this.#around = around;
    this.drafting = new Drafting(surface, around.place, around.changed);
    this.#preview = new MailPreviewer(surface, () => {
      const place = this.#previewing ? around.place() : null;
      const request = place && this.#previewRequest;
      return place && request && { ...place, request };
    });
  }

  render(): TemplateResult {
    const { words, host } = this.#surface;
    const { people, known, offer, plan, choices, adds } = this.drafting;
    const { rows, editing } = people;
    const { cuts } = plan;
    const state = { rows, sorted: onList(plan.sorted), cuts, editing, current: this.#current, adds, lookupFailed: known.failed };
    return html`<div class="body panes">
      <div class="pane">${this.#renderNotes()} ${renderAddresses(words, people)} ${renderPeople(words, state, this.#acts)}</div>
      <div class="pane offer">
        ${
          choices.value
            ? html`${renderOffer(words, choices.value, plan.pools, offer, this.#change)} ${renderMessage(words, offer.message, this.#change)}
                ${this.#renderPreview()}`
            : choices.state === 'failed'
              ? host.renderFailure(choices.error, () => choices.reload())
              : (host.renderUnknown() ?? host.renderBones(4))
        }
      </div>
    </div>`;
  }

  /** Puts the focus on an element that the next update brings, or on the field for addresses when it is not there. */
  async focus(selector: string): Promise<void> {
    await this.#surface.updateComplete;
    const { renderRoot } = this.#surface;
    const element = renderRoot.querySelector<HTMLElement>(selector) ?? renderRoot.querySelector<HTMLElement>('.draft');
    const part = element?.closest('details');
    if (part) part.open = true;
    element?.focus();
  }

  /** What was typed before a reload, and who waits for a mail. */
  #renderNotes(): TemplateResult {
    const { words, host } = this.#surface;
    const { found, foundCount } = this.drafting;
    const { held } = host;
    return html`${
      found
        ? renderNote(icon('undo', 'flip'), words.draftFound(foundCount, words.when(found.at)), [
            [words.bringBack, this.drafting.bringBack],
            [words.discardDraft, this.drafting.forget],
          ])
        : nothing
    }
    ${
      held !== 0
        ? renderNote(html`<span class="dot dotted"></span>`, words.heldNotice(held), [[words.reviewAndSend, this.#around.showHeld]])
        : nothing
    }`;
  }

  #renderPreview(): TemplateResult {
    const { words, host } = this.#surface;
    const { value, state, error } = this.#preview.loader;
    const first = this.drafting.plan.sorted.sent[0]?.row;
    const to = first ? nameOf(first) : '';
    const failed = state === 'failed' ? html`<p class="small danger" role="alert">${errorMessage(words, error)}</p>` : nothing;
    const waiting = value ? nothing : host.renderBones(2);
    const blank = !this.#previewRequest ? html`<p class="small">${words.groupNeeded}</p>` : failed === nothing ? waiting : failed;
    return renderPreview(words, value, to, blank, (open) => {
      this.#previewing = open;
      this.#surface.requestUpdate();
    });
  }

  /** The mail to the first on the list. A group admin's is not known before a group is chosen. */
  get #previewRequest(): PreviewInvitation | null {
    const { choices, offer, plan } = this.drafting;
    if (!choices.value || (!choices.value.admin && offer.groups.length === 0)) return null;
    const first = plan.sorted.sent[0]?.row ?? personOf({});
    const { people, message, locale } = this.drafting.body([first], 'now');
    const [{ email: _, ...person } = { email: '' }] = people;
    return { person, ...(message ? { message } : {}), ...(locale ? { locale } : {}) };
  }

  readonly #change = (changes: Partial<Offer>) => this.drafting.change(changes);

  readonly #acts: PeopleActs = {
    open: (key) => {
      this.drafting.people.open(key, partOf(this.drafting.plan.sorted, key));
      void this.focus(`#email-${key}`);
    },
    edit: (key, changes) => this.drafting.people.edit(key, changes),
    read: (key) => this.drafting.people.read(key),
    settle: (key) => void this.press.afterwards(() => this.drafting.people.settle(key)),
    reach: (key) => {
      this.#current = key;
      this.#surface.requestUpdate();
    },
    remove: (key) => {
      const beside = rowBeside(this.#surface.renderRoot, key);
      this.drafting.people.remove(key);
      void this.focus(beside === undefined ? '.draft' : `[data-key='${beside}'] .icon-button`);
    },
    leave: (key) => {
      const { people } = this.drafting;
      const inList = people.editing === key;
      const beside = rowBeside(this.#surface.renderRoot, key);
      people.settle(key);
      void this.focus(inList ? `[data-key='${key}'] .person` : beside === undefined ? '.draft' : `#email-${beside}`);
    },
    retryLookup: () => this.drafting.known.retry(),
    discard: () => this.#around.discarded(this.drafting.clear()),
  };
}
