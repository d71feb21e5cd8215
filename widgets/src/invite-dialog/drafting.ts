import type { NewInvitations } from '@seatkit/sdk';
import type { ReactiveController } from 'lit';
import { Loader } from '../loader.ts';
import type { Surface } from '../surface.ts';
import type { InviteWords } from '../words/invite.ts';
import { looksLikeAddress, parsePeople } from './addresses.ts';
import { loadChoices } from './choices.ts';
import type { SeatkitInviteDialog } from './invite-dialog.ts';
import { type Kept, KeptDraft, type Typed } from './kept-draft.ts';
import { KnownPeople, type Place } from './known-people.ts';
import { addsSomething, atMost, bodyOf, type Delivery, emptyOffer, longestMessage, type Offer, placeIn } from './offer.ts';
import { personOf } from './person.ts';
import { type Plan, planOf } from './plan.ts';
import type { Row } from './rows.ts';
import { TypedPeople } from './typed-people.ts';

/** What is being put together: whom to invite, what they get, and what that would do. Kept over a reload. */
export class Drafting implements ReactiveController {
  readonly people: TypedPeople;
  readonly known: KnownPeople;
  readonly choices;
  offer: Offer = emptyOffer();
  /** What was typed before a reload, until somebody says what is to become of it. */
  found: Kept | undefined;
  readonly #surface: Surface<InviteWords, SeatkitInviteDialog>;
  readonly #changed: () => void;
  #kept: KeptDraft | undefined;
  #worked: { readonly on: readonly unknown[]; readonly plan: Plan } | undefined;
  #preset: string | undefined;
  /** Something beside the message was chosen by hand. */
  #chosen = false;

  /** `place` is null while the dialog is shut; `changed` is called when the person has changed something. */
  constructor(surface: Surface<InviteWords, SeatkitInviteDialog>, place: () => Place | null, changed: () => void) {
    this.#surface = surface;
    this.#changed = changed;
    this.people = new TypedPeople(surface, changed);
    this.known = new KnownPeople(surface, place, () => this.people.all.map(({ email }) => email.trim()).filter(looksLikeAddress));
    this.choices = new Loader(
      surface,
      () => {
        const { standing } = surface.host;
        const at = place();
        return at && standing ? ([at.api, standing, at.changes] as const) : null;
      },
      async ([api, standing], signal) => {
        const choices = await loadChoices(api, standing, signal);
        this.#preselect(choices.admin, choices.groups);
        return choices;
      },
    );
    surface.addController(this);
  }

  /** Looks for what was kept as soon as it is known for whom, and keeps what has changed. */
  hostUpdated(): void {
    const { standing, baseUrl } = this.#surface.host;
    if (!standing || !this.choices.value) return;
    const kept = new KeptDraft(baseUrl, standing.organizationId, standing.memberId ?? standing.userId ?? '');
    if (this.#kept?.name !== kept.name) {
      // What somebody else has typed is theirs, and kept under their name.
      if (this.#kept) this.clear();
      this.#kept = kept;
      this.found = kept.read();
      if (this.found) this.#surface.requestUpdate();
    }
    const { rows: people, draft: text, isEmpty } = this.people;
    const typed: Typed | null = isEmpty && !this.offer.message ? null : { people, text, offer: this.offer };
    this.#kept.keep(typed && this.found ? this.#withFound(this.found) : typed);
  }

  change(changes: Partial<Offer>): void {
    if (!('message' in changes)) this.#chosen = true;
    this.offer = { ...this.offer, ...changes };
    this.#changed();
    this.#surface.requestUpdate();
  }

  /** What inviting the people on the list would do; worked out anew when something it rests on has changed. */
  get plan(): Plan {
    const { people, known, choices, offer } = this;
    const on = [people.rows, people.draft, known.answers, choices.value, offer];
    if (!this.#worked || on.some((value, at) => value !== this.#worked?.on[at]))
      this.#worked = { on, plan: planOf(people.all, known.find, choices.value?.pools ?? [], offer) };
    return this.#worked.plan;
  }

  /** Whether people who are members already get anything. */
  get adds(): boolean {
    return addsSomething(this.body([personOf({})], 'now'));
  }

  /** The request for these people, as everything is chosen now. */
  body(people: Parameters<typeof bodyOf>[0], delivery: Delivery): NewInvitations {
    const choices = this.choices.value;
    return choices ? bodyOf(people, this.offer, choices, this.plan.pools, delivery) : { people: [] };
  }

  /** The rows on the list that cannot be read. */
  get unreadable(): readonly Row[] {
    return this.people.rows.filter(({ email }) => !looksLikeAddress(email));
  }

  /** Why the others cannot be sent, as a sentence; empty when they can. */
  obstacle({ sorted, wanted }: Plan): string {
    const { words } = this.#surface;
    if (sorted.sent.length === 0) return words.nobodyListed;
    if (sorted.sent.length > atMost) return words.tooMany;
    if (this.offer.message.length > longestMessage) return words.messageTooLong(this.offer.message.length - longestMessage);
    if (!this.choices.value?.admin && this.offer.groups.length === 0) return words.groupNeeded;
    return wanted === 0 && !this.adds ? words.nothingToDo : '';
  }

  /** Puts people back on the list, before the others; with what they were to get, unless a new list was begun since. */
  putBack(rows: readonly Row[], offer: Offer): void {
    if (this.people.isEmpty && !this.offer.message) this.offer = offer;
    this.people.set([...rows, ...this.people.rows]);
  }

  /** How many people were found, also in what still stood in the field. */
  get foundCount(): number {
    return this.found ? this.found.people.length + parsePeople(this.found.text).length : 0;
  }

  /** Puts what was found on the list. */
  readonly bringBack = (): void => {
    const { found, people } = this;
    if (!found) return;
    const { text, offer } = this.#withFound(found);
    const since = people.rows;
    this.found = undefined;
    this.offer = offer;
    people.draft = text;
    people.set([]);
    people.set([...people.add(found.people), ...since]);
  };

  /** What was found and what was typed since, together. A choice made since counts more than the one found. */
  #withFound(found: Kept): Typed {
    const { people, offer } = this;
    const chosen = this.#chosen
      ? offer
      : { ...found.offer, groups: [...found.offer.groups.filter(({ groupId }) => !placeIn(offer, groupId)), ...offer.groups] };
    return {
      people: [...found.people, ...people.rows],
      text: [found.text, people.draft].filter((text) => text.trim()).join('\n'),
      offer: { ...chosen, message: offer.message || found.offer.message },
    };
  }

  /** Lets go of what was found. */
  readonly forget = (): void => {
    this.found = undefined;
    this.#kept?.remove();
    this.#surface.requestUpdate();
  };

  /** Begins anew. Answers a way back. */
  clear(): () => void {
    const { people, offer } = this;
    const { rows, draft } = people;
    people.clear();
    this.offer = emptyOffer();
    this.#chosen = false;
    this.#preset = undefined;
    const choices = this.choices.value;
    if (choices) this.#preselect(choices.admin, choices.groups);
    return () => {
      people.draft = draft;
      this.putBack(rows, offer);
    };
  }

  /** Chooses the group of `group-id`, or a group admin's only one; once, so that leaving it out again stays possible. */
  #preselect(admin: boolean, groups: readonly { readonly id: string }[]): void {
    const { groupId } = this.#surface.host;
    if (this.#preset === groupId) return;
    this.#preset = groupId;
    const chosen = groups.find(({ id }) => id === groupId) ?? (!admin && groups.length === 1 ? groups[0] : undefined);
    if (chosen) this.offer = { ...this.offer, groups: [{ groupId: chosen.id, relation: 'member', mayManagePeople: false }] };
  }
}
