import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { vars } from '../parts/vars.ts';
import type { Rows } from './rows.ts';

/** Rows by their places, in order, and gaps as high as those left out between. */
export function renderRows(
  rows: Rows,
  drawn: readonly number[],
  row: (index: number) => TemplateResult,
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
    (part) =>
      typeof part === 'number' ? row(part) : html`<div class="gap" aria-hidden="true" ${vars({ '--_high': heightOf(...part) })}></div>`,
  );
}
