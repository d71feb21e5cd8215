import type { Member } from '@seatkit/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { errorMessage } from '../problem-message.ts';
import type { Words } from '../words/core.ts';
import type { MemberPages } from './member-pages.ts';
import { renderGap } from './rows-view.ts';

/** The rows in the window, in order, and gaps as high as those left out between. */
export function renderWindow(
  words: Words,
  rows: MemberPages,
  drawn: readonly number[],
  row: (member: Member, index: number) => TemplateResult,
  heightOf: (from: number, to: number) => number,
): unknown {
  const parts: (number | readonly [from: number, to: number])[] = [];
  let done = 0;
  for (const index of [...drawn, rows.size]) {
    if (index > done) parts.push([done, index]);
    if (index < rows.size) parts.push(index);
    done = index + 1;
  }
  const keys = new Set<unknown>();
  return repeat(
    parts,
    (part) => {
      if (typeof part !== 'number') return part[0] === 0 ? 'start' : part[1] === rows.size ? 'end' : 'between';
      // Somebody who moved between two readings of the list may stand in it twice.
      const id = rows.at(part)?.id ?? part;
      return keys.size < keys.add(id).size ? id : part;
    },
    (part) => {
      if (typeof part !== 'number') return renderGap(heightOf(...part));
      const member = rows.at(part);
      return member ? row(member, part) : renderBone(words, part);
    },
  );
}

/** Why rows that are looked at are missing, and a way on. */
export function renderTrouble(words: Words, rows: MemberPages): unknown {
  if (rows.error === undefined) return nothing;
  return html`<span class="danger" role="alert">${errorMessage(words, rows.error)}</span>
    <button class="button" type="button" @click=${() => rows.retry()}>${words.retry}</button>`;
}

/** The place of a row that is on its way. */
function renderBone(words: Words, index: number): TemplateResult {
  return html`<div role="row" class="row bones" aria-rowindex=${index + 2}>
    <div role="gridcell" tabindex="-1"><span class="hush">${words.loading}</span><span class="bone"></span><span class="bone"></span></div>
  </div>`;
}
