import type { Group, SeatkitClient, Total } from '@seatkit/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { standingIn } from '../clients.ts';
import { icon } from '../parts/icon.ts';
import { Near } from '../parts/near.ts';
import { Pages } from '../parts/pages.ts';
import { renderBar } from '../parts/pool-meter.ts';
import { whenTyped } from '../parts/typing.ts';
import { errorMessage } from '../problem-message.ts';
import type { GroupsWords } from '../words/groups.ts';
import type { SeatkitGroupManager } from './group-manager.ts';

/** The groups to choose from: those in use or the archived ones, found by name, read on as one scrolls, walked by arrow keys. */
export class GroupList {
  readonly pages: Pages<readonly [SeatkitClient, string, string, boolean], Group>;
  archived = false;
  readonly #host: SeatkitGroupManager;
  #search = '';
  /** The group on which the list was left, which the Tab key comes back to. */
  #left = '';

  constructor(host: SeatkitGroupManager) {
    this.#host = host;
    this.pages = new Pages(
      host,
      () => host.changes,
      () => [host.api, host.organizationId, this.#search, this.archived] as const,
      async ([api, organizationId, q, archived], page, signal) => {
        const standing = await standingIn(api, organizationId);
        signal?.throwIfAborted();
        host.standing = standing;
        return api.groups.list(standing.organizationId, { ...(q ? { q } : {}), ...(archived ? { archived } : {}), ...page }, { signal });
      },
    );
    new Near(host, '.list .more', (_end, near) => near && void this.pages.more());
  }

  /** There is nothing to choose from at all, which needs more than a list without lines. */
  get none(): boolean {
    const { value } = this.pages;
    return value?.items.length === 0 && !this.archived && !this.#search && !value.scope[2] && !value.scope[3];
  }

  /** Shows the other groups: the archived ones, or those in use. */
  readonly turn = async (): Promise<void> => {
    this.archived = !this.archived;
    this.#search = '';
    this.#host.groupId = '';
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>('.list .turn')?.focus();
  };

  /** Gives the focus to the group on which it was, else to the first. */
  focus(): void {
    (this.#host.renderRoot.querySelector<HTMLElement>(".entry[tabindex='0']") ?? this.#entries[0])?.focus();
  }

  render(): TemplateResult {
    const { words, standing } = this.#host;
    const { value, state, error } = this.pages;
    const { items = [], total = 0 } = value ?? {};
    const tabbable = [this.#left, this.#host.group?.id].find((wanted) => items.some(({ id }) => id === wanted)) ?? items[0]?.id;
    const title = this.archived ? words.archivedGroups : words.groupList;
    return html`<nav class="list" part="list" aria-label=${title}>
      <div class="pane">
        <header>
          <h2>${title} <span class="num small">${countOf(words.number, total)}</span></h2>
          ${this.archived ? nothing : this.#host.renderNew('button quiet')}
          <label class="search">
            ${icon('search')}
            <input class="field" type="search" placeholder=${words.findGroup} aria-label=${words.findGroup} autocomplete="off" maxlength="200" .value=${this.#search} @input=${this.#typed} @keydown=${this.#key} />
          </label>
          <slot name="actions"></slot>
        </header>
        <div class="scroll" @keydown=${this.#key} @focusin=${this.#entered}>
          <ul aria-busy=${state === 'loading'}>
            ${repeat(
              items,
              ({ id }) => id,
              (group) => this.#renderEntry(group, group.id === tabbable),
            )}
          </ul>
          ${items.length === 0 && state === 'ready' ? html`<p class="small nothing">${this.archived && !this.#search ? words.noArchived : words.noGroupFound}</p>` : nothing}
          ${state === 'failed' ? html`<p class="small danger nothing" role="alert">${errorMessage(words, error)}</p>` : nothing}
          ${this.pages.renderEnd(words)}
        </div>
        ${
          standing
            ? html`<button class="button quiet turn" type="button" @click=${this.turn}>${this.archived ? html`${icon('back', 'flip')}<span>${words.groupList}</span>` : words.archivedGroups}</button>`
            : nothing
        }
        <p class="hush" role="status">${state === 'ready' && (this.#search || this.archived) ? words.groupCount(total) : ''}</p>
      </div>
    </nav>`;
  }

  #renderEntry(group: Group, tabbable: boolean): TemplateResult {
    const { words } = this.#host;
    const { id, name, seats } = group;
    return html`<li>
      <button type="button" class="entry" data-id=${id} tabindex=${tabbable ? 0 : -1} aria-current=${id === this.#host.group?.id ? 'true' : nothing} @click=${() => this.#host.choose(id)}>
        <bdi class="clip">${name}</bdi>
        <span class="small num">${seats && !this.archived ? words.freeSeats(seats.free) : ''}</span>
        ${seats ? renderBar(words, seats, true) : nothing}
        <span class="small num counts">${peopleIn(words, group)}</span>
      </button>
    </li>`;
  }

  get #entries(): HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>('.entry')];
  }

  readonly #entered = ({ target }: Event) => {
    this.#left = (target as HTMLElement).dataset.id ?? this.#left;
    this.#host.requestUpdate();
  };

  /** Up and down from line to line, down from the search into the list. */
  readonly #key = (event: KeyboardEvent) => {
    const entries = this.#entries;
    const target = event.target as HTMLElement;
    const at = entries.indexOf(target);
    const inSearch = target.matches('.field');
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[event.key];
    if (next === undefined || (inSearch ? event.key !== 'ArrowDown' : at < 0)) return;
    event.preventDefault();
    if (next < 0) this.#host.renderRoot.querySelector<HTMLElement>('.list .field')?.focus();
    else entries[next]?.focus();
  };

  readonly #typed = whenTyped((text) => {
    this.#search = text;
    this.#host.requestUpdate();
  });
}

/** How many people are in a group. A number and its noun stay in one line. */
export function peopleIn(words: GroupsWords, { memberCount, coachCount, managerCount }: Group): string {
  return words.groupCounts(memberCount, coachCount, managerCount).replace(/(\d) /g, '$1\u00a0');
}

function countOf(number: (n: number) => string, total: Total): string {
  return typeof total === 'number' ? number(total) : `${number(total.atLeast)}+`;
}
