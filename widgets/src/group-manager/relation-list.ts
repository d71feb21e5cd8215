import type { Group, Member, Relation, SeatkitClient } from '@seatkit/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { Chunks } from '../parts/chunks.ts';
import { Pages } from '../parts/pages.ts';
import { errorMessage } from '../problem-message.ts';
import type { GroupDetail } from './group-detail.ts';

const countOf = { member: 'memberCount', coach: 'coachCount', manager: 'managerCount' } as const;

/** Those who stand in the chosen group in one relation, read on as one scrolls. */
export class RelationList {
  readonly relation: Relation;
  readonly pages: Pages<readonly [SeatkitClient, string, string], Member>;
  readonly #host: GroupDetail;
  readonly #chunks: Chunks;

  constructor(host: GroupDetail, relation: Relation, chunks: Chunks) {
    this.#host = host;
    this.#chunks = chunks;
    this.relation = relation;
    this.pages = new Pages(
      host,
      () => host.host.changes,
      () => {
        const { standing, group, api } = host.host;
        return standing && group && group[countOf[relation]] > 0 ? ([api, standing.organizationId, group.id] as const) : null;
      },
      ([api, organizationId, groupId], page, signal) => api.members.list(organizationId, { groupId, relation, ...page }, { signal }),
    );
  }

  /** Whether its people could not be read. */
  get failed(): boolean {
    return this.pages.state === 'failed';
  }

  /** `retry` reads again what could not be read; without it another list has said so. */
  render(group: Group, row: (member: Member, relation: Relation) => TemplateResult, retry: (() => void) | undefined): TemplateResult {
    const { words } = this.#host;
    const count = group[countOf[this.relation]];
    return html`<div class="people-block" data-relation=${this.relation}>
      <h3 id=${this.relation}>${words.relations[this.relation]} <span class="num small">${words.number(count)}</span></h3>
      ${count === 0 ? html`<p class="small">${words.nobodyInRelation[this.relation]}</p>` : this.#renderPeople(group, count, row, retry)}
    </div>`;
  }

  #renderPeople(
    group: Group,
    count: number,
    row: (member: Member, relation: Relation) => TemplateResult,
    retry: (() => void) | undefined,
  ): unknown {
    const { words } = this.#host;
    const { value, state, error } = this.pages;
    // Those of the group chosen before say nothing about this one.
    const shown = value?.scope[2] === group.id ? value : undefined;
    const failed =
      this.failed && retry
        ? html`<p class="small danger end" role="alert">
            ${errorMessage(words, error)} <button class="button" type="button" @click=${retry}>${words.retry}</button>
          </p>`
        : nothing;
    if (!shown) {
      return this.failed
        ? failed
        : html`<div role="status" aria-label=${words.loading} class="bones"><span class="bone"></span><span class="bone"></span></div>`;
    }
    return html`${failed}
      <div role="list" aria-labelledby=${this.relation} aria-busy=${state === 'loading'}>
        ${this.#chunks.render(
          `${group.id} ${this.relation}`,
          shown.items,
          ({ id }) => id,
          (member, at) =>
            html`<div class="person" part="person" role="listitem" aria-setsize=${count} aria-posinset=${at + 1}>${row(member, this.relation)}</div>`,
        )}
      </div>
      ${this.pages.renderEnd(words)}`;
  }
}
