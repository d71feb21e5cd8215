import type { Group, Member, MemberName, Pool, Relation, SeatkitClient } from '@seatkit/sdk';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { looksLikeAddress } from '../invite-dialog/addresses.ts';
import { Lazy } from '../lazy.ts';
import { Loader } from '../loader.ts';
import { icon } from '../parts/more-icons.ts';
import { nameOf, renderPerson } from '../parts/person.ts';
import { errorMessage } from '../problem-message.ts';
import type { AddSeveral } from './add-several.ts';
import type { GroupDetail } from './group-detail.ts';
import { type GroupRows, renderMenu } from './group-person.ts';
import { severalIn } from './pasted-people.ts';
import { isIn, neededPool } from './person-changes.ts';

/** How many people are offered at once; more of the name narrows them. */
const offered = 6;

/**
 * Adds people to the chosen group: found by name, or by exact address also outside the caller's groups. Whoever is in it already is found with
 * what can be done to them; several people pasted at once go to a dialog of their own.
 */
export class GroupAdder implements ReactiveController {
  readonly #host: GroupDetail;
  readonly #found: Loader<readonly [SeatkitClient, string, string, number], readonly (Member | MemberName)[]>;
  #several: Lazy<AddSeveral> | undefined;
  #groupId = '';
  #query = '';
  #relation: Relation = 'member';
  #busy = '';
  #typing: ReturnType<typeof setTimeout> | undefined;
  /** Enter was pressed, and who was found for what stands there is not known yet. */
  #entered = false;

  constructor(host: GroupDetail) {
    this.#host = host;
    host.addController(this);
    this.#found = new Loader(
      host,
      () => {
        const { group, api, changes } = host.host;
        return group && this.#query ? ([api, group.organizationId, this.#query, changes] as const) : null;
      },
      async ([api, organizationId, q], signal) => {
        const exact = looksLikeAddress(q) ? await api.members.find(organizationId, q, { signal }) : [];
        if (exact.length > 0) return exact;
        const page = await api.members.list(organizationId, { q, limit: offered + 1 }, { signal });
        return page.items.filter(({ status }) => status !== 'deactivated' && status !== 'anonymized');
      },
    );
  }

  /** The dialog that adds several people. */
  get several(): Lazy<AddSeveral> {
    this.#several ??= new Lazy(this.#host.host, 'seatkit-add-several', 'dialog', async () => (await import('./add-several.ts')).AddSeveral);
    return this.#several;
  }

  hostUpdate(): void {
    const { group } = this.#host.host;
    if (!group || group.id === this.#groupId) return;
    // What was looked for in another group says nothing about this one.
    this.#groupId = group.id;
    this.#clear();
  }

  /** What Enter asked for is there: the only one found is added, of several the first is offered. */
  hostUpdated(): void {
    if (!this.#entered || this.#found.state === 'loading') return;
    this.#entered = false;
    const [first] = this.#host.renderRoot.querySelectorAll<HTMLElement>('.adder .found .button');
    if (this.#found.value?.length === 1) first?.click();
    else first?.focus();
  }

  hostDisconnected(): void {
    clearTimeout(this.#typing);
  }

  render(rows: GroupRows): TemplateResult {
    const { words, admin, pools } = rows;
    const choices: Relation[] = admin ? ['member', 'coach', 'manager'] : ['member', 'coach'];
    const needed = this.#relation === 'member' ? neededPool(pools) : undefined;
    const full = needed?.free === 0 ? needed : undefined;
    return html`<div class="adder">
      <label class="search">
        ${icon('people')}
        <input
          class="field"
          type="search"
          placeholder=${words.addPeopleHint}
          aria-label=${words.addPeople}
          autocomplete="off"
          maxlength="200"
          @input=${this.#typed}
          @paste=${this.#pasted}
          @keydown=${this.#key}
          @blur=${this.#left}
        />
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
      ${this.#query ? this.#renderFound(rows, needed) : nothing}
    </div>`;
  }

  #renderFound(rows: GroupRows, needed: Pool | undefined): TemplateResult {
    const { words, group } = rows;
    const { value, state, error } = this.#found;
    const full = needed?.free === 0;
    if (state === 'failed') return html`<p class="small danger found" role="alert">${errorMessage(words, error)}</p>`;
    return html`<div class="found" role="status" aria-busy=${state === 'loading'}>
      ${value?.length === 0 && state === 'ready' ? html`<p class="small">${words.noMatch}</p>` : nothing}
      ${needed && !full && value?.some((person) => !isIn(group, person)) ? html`<p class="small">${words.takesSeats(1, needed.free, needed.name || needed.product)}</p>` : nothing}
      ${(value ?? []).slice(0, offered).map(
        (person) => html`<div class="person">
          ${renderPerson(words, person)}
          ${
            isIn(group, person)
              ? html`<span class="small">${words.alreadyIn}</span>${renderMenu(rows, person)}`
              : html`<button class="button" type="button" aria-label=${words.addPerson(nameOf(person))} aria-disabled=${full || this.#busy !== ''} @click=${() => full || this.#add(group, person)}>
                  ${words.add}
                </button>`
          }
        </div>`,
      )}
      ${(value?.length ?? 0) > offered ? html`<p class="small">${words.moreByName}</p>` : nothing}
    </div>`;
  }

  get #field(): HTMLInputElement | null {
    return this.#host.renderRoot?.querySelector<HTMLInputElement>('.adder input') ?? null;
  }

  #clear(): void {
    clearTimeout(this.#typing);
    this.#query = '';
    if (this.#field) this.#field.value = '';
  }

  readonly #typed = (event: Event) => {
    const { value } = event.currentTarget as HTMLInputElement;
    this.#entered = false;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#ask(value), 200);
  };

  #ask(value: string): void {
    clearTimeout(this.#typing);
    this.#query = value.trim();
    this.#host.requestUpdate();
  }

  readonly #left = () => {
    this.#entered = false;
  };

  readonly #pasted = (event: ClipboardEvent) => {
    if (this.#addSeveral(event.clipboardData?.getData('text') ?? '')) event.preventDefault();
  };

  readonly #key = (event: KeyboardEvent) => {
    const { value } = event.currentTarget as HTMLInputElement;
    if (event.key !== 'Enter' || event.isComposing || !value.trim()) return;
    if (this.#addSeveral(value)) this.#clear();
    else {
      // What is shown may still be what was found before the last letters.
      this.#entered = true;
      this.#ask(value);
    }
  };

  #addSeveral(text: string): boolean {
    const { group } = this.#host.host;
    const people = severalIn(text);
    if (!group || people.length < 2) return false;
    void this.several.use((dialog) => dialog.ask(this.#host, group, people, this.#relation));
    return true;
  }

  async #add(group: Group, person: Member | MemberName): Promise<void> {
    if (this.#busy) return;
    const { whose } = this.#host;
    const typed = this.#field?.value;
    this.#busy = person.id;
    this.#host.requestUpdate();
    try {
      const added = await this.#host.changes.add(group, person, this.#relation);
      // Whatever was typed meanwhile stays.
      if (added && this.#groupId === group.id && this.#field?.value === typed) {
        this.#clear();
        this.#field?.focus();
      }
    } catch (error) {
      this.#host.host.fail(error, whose);
    }
    this.#busy = '';
    this.#host.requestUpdate();
  }
}
