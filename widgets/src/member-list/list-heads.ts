import { html, type TemplateResult } from 'lit';
import { icon } from '../parts/icon.ts';
import { filtersFor, type Sort, sorts } from './list-state.ts';
import type { SeatkitMemberList } from './member-list.ts';

/** The heads of the columns: each sorts, opens its filter, or is only its name. */
export function renderHeads(list: SeatkitMemberList): TemplateResult {
  const { asked, words, standing } = list;
  const filters = filtersFor(standing);
  return html`<div role="row" class="row" aria-rowindex="1">
    ${[{ id: 'name', filter: undefined } as const, ...list.chosen].map(({ id, filter: narrows }) => {
      const sort = (Object.keys(sorts) as Sort[]).find((key) => sorts[key] === id);
      const filter = filters.find((key) => key === narrows);
      const topic = filter ?? (id === 'name' ? 'sort' : undefined);
      // A search orders by what it finds.
      const on = sort && !asked.q && sort === (asked.sort ?? 'name');
      const down = sort?.startsWith('-');
      return html`<div role="columnheader" tabindex="-1" aria-sort=${on ? (down ? 'descending' : 'ascending') : 'none'}>
        ${
          topic || sort
            ? html`<button
                class="head ${filter && asked[filter] ? 'on' : ''}"
                type="button"
                tabindex="-1"
                aria-haspopup=${topic ? 'dialog' : 'false'}
                @click=${(event: Event) => (topic ? list.openOptions(event.currentTarget as HTMLElement, topic) : list.ask({ sort: on ? 'name' : sort }))}
                @pointerover=${list.options.warm}
              >
                ${words.columns[id]}<span aria-hidden="true">${on ? (down ? '↓' : '↑') : ''}</span>${topic ? icon(filter && asked[filter] ? 'filter' : 'down') : ''}
              </button>`
            : words.columns[id]
        }
      </div>`;
    })}
    <div role="columnheader" tabindex="-1"><span class="hush">${words.columns.actions}</span></div>
  </div>`;
}
