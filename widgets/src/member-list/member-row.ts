import type { Member } from '@seatkit/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../parts/icon.ts';
import { nameOf, renderPerson } from '../parts/person.ts';
import type { Words } from '../words/core.ts';
import type { Column } from './columns.ts';

/** The element of a row. It is drawn for one member and never for another. */
export interface MemberRow extends HTMLElement {
  readonly member?: Member;
}

/** One row of the list: columns when there is room, a card with labels when there is not. */
export function renderMember(words: Words, member: Member, index: number, shown: readonly Column[]): TemplateResult {
  const known = member.status !== 'anonymized';
  const off = !known || member.status === 'deactivated';
  return html`<div role="row" class="row ${off ? 'off' : ''}" part="row" aria-rowindex=${index + 2} .member=${member}>
    <div role="rowheader" class="c-name" tabindex="-1">${renderPerson(words, member, known)}</div>
    ${shown.map(({ id, cell }) => {
      const value = cell(words, member);
      return html`<div role="gridcell" class="c-${id} ${value ? '' : 'none'}" tabindex="-1">
        <span class="label" aria-hidden="true">${words.columns[id]}</span><span>${value || nothing}</span>
      </div>`;
    })}
    <div role="gridcell" class="c-menu" tabindex="-1">
      ${
        known
          ? html`<button class="icon-button" part="menu-button" type="button" tabindex="-1" aria-haspopup="menu" aria-expanded="false" aria-label=${words.moreFor(nameOf(member))}>
              ${icon('dots', 'bold')}
            </button>`
          : nothing
      }
    </div>
  </div>`;
}
