import type { Member } from '@seatkit/sdk';
import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { vars } from '../parts/vars.ts';
import type { FirstRows } from './rows.ts';

/** Until rows have been measured. */
export const usualHeight = 56;

/** The rows of the first page, or only as many as a window has room for, and a gap for the rest. */
export function renderFirst(rows: FirstRows, whole: boolean, row: (member: Member, index: number) => TemplateResult): unknown {
  const items = whole ? rows.page.items : rows.page.items.slice(0, Math.ceil(innerHeight / usualHeight));
  const rest = rows.size - items.length;
  return repeat(
    rest > 0 ? [...items, undefined] : items,
    (member) => member?.id ?? 'end',
    (member, index) => (member ? row(member, index) : renderGap(rest * usualHeight)),
  );
}

/** Room for rows that are not drawn. */
export const renderGap = (height: number): TemplateResult =>
  html`<div class="gap" aria-hidden="true" ${vars({ '--_high': height })}></div>`;
