import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../parts/icon.ts';
import { isFiltered, noFilters, statuses } from './list-state.ts';
import type { SeatkitMemberList } from './member-list.ts';

/** Search, statuses, the filters that are set, and the ways to others. */
export function renderToolbar(list: SeatkitMemberList, typed: (event: Event) => void): TemplateResult {
  const { words, asked, options } = list;
  const opener = (topic: 'all' | 'columns', name: 'filter' | 'columns', label: string) =>
    html`<button
      class="chip opens ${topic}"
      type="button"
      aria-haspopup="dialog"
      aria-expanded="false"
      @click=${(event: Event) => list.openOptions(event.currentTarget as HTMLElement, topic)}
    >
      ${icon(name)}${label}
    </button>`;
  return html`<div class="toolbar" part="toolbar">
    <div class="toolbar-row">
      <label class="search">
        ${icon('search')}
        <input
          class="field"
          type="search"
          placeholder=${words.searchMembers}
          aria-label=${words.searchMembers}
          maxlength="200"
          autocomplete="off"
          @input=${typed}
        />
      </label>
      <div class="end"><slot name="actions"></slot></div>
    </div>
    <div class="chips" @pointerover=${options.warm}>
      <div class="chips" role="group" aria-label=${words.byStatus}>
        ${[undefined, ...statuses].map(
          (status) =>
            html`<button class="chip" type="button" aria-pressed=${asked.status === status} @click=${() => list.ask({ status })}>
              ${status ? words.status[status] : words.all}
            </button>`,
        )}
      </div>
      ${opener('all', 'filter', words.filter)} ${options.element?.renderSet()}
      ${isFiltered(asked) ? html`<button class="link" type="button" @click=${() => list.drop(noFilters)}>${words.clearFilters}</button>` : nothing}
      ${opener('columns', 'columns', words.chooseColumns)}
    </div>
  </div>`;
}
