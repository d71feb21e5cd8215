import type { Pool } from '@seatkit/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../words/core.ts';
import { vars } from './vars.ts';

const marks = ['assigned', 'reserved', 'consumed', 'free'] as const;

/** When a pool's seats can be used, as a word; nothing when they always can. */
export function termOf(words: Words, pool: Pool): string {
  const now = Date.now();
  if (pool.startsAt && Date.parse(pool.startsAt) > now) return words.from(words.date(pool.startsAt));
  if (pool.endsAt) return (Date.parse(pool.endsAt) > now ? words.until : words.ended)(words.date(pool.endsAt));
  return '';
}

/** Whether seats of the pool can be given out today. */
export function isOpen(pool: Pool): boolean {
  const now = Date.now();
  return (!pool.startsAt || Date.parse(pool.startsAt) <= now) && (!pool.endsAt || Date.parse(pool.endsAt) > now);
}

/** The bar of four marks. */
export function renderBar(words: Words, pool: Pool, thin = false): TemplateResult {
  return html`<div class="bar ${thin ? 'thin' : ''}" part="bar" role="img" aria-label=${words.sum(pool)}>
    ${marks.map((mark) => (pool[mark] > 0 || (mark === 'free' && pool.quantity === 0) ? html`<i class=${mark} ${vars({ '--_n': pool[mark] })}></i>` : nothing))}
  </div>`;
}

/** A pool: its name and term, the bar, and the sum bought = assigned + reserved + consumed + free. */
export function renderPool(words: Words, pool: Pool, note: string, heading: 'h2' | 'h3', getSeats?: () => void): TemplateResult {
  const term = [note, termOf(words, pool)].filter(Boolean).join(' · ');
  const name = pool.name || pool.product;
  return html`<section class="meter" part="pool">
    <div class="meter-head">
      ${heading === 'h2' ? html`<h2>${name}</h2>` : html`<h3>${name}</h3>`}
      ${term ? html`<span class="small">${term}</span>` : nothing}
      ${getSeats ? html`<button class="link" part="get-seats" type="button" @click=${getSeats}>${words.getMoreSeats}</button>` : nothing}
    </div>
    ${renderBar(words, pool)}
    <dl class="sum">
      <div data-sign="="><dt>${words.bought}</dt><dd>${words.number(pool.quantity)}</dd></div>
      ${marks.map(
        (mark) =>
          html`<div data-sign=${mark === 'free' ? '' : '+'}><dt><i class="seat ${mark}"></i>${words.seat[mark]}</dt><dd>${words.number(pool[mark])}</dd></div>`,
      )}
    </dl>
  </section>`;
}
