import type { Pool, SeatSum } from '@seatkit/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { PoolWords } from '../words/pools.ts';
import { icon } from './icon.ts';
import { vars } from './vars.ts';

const marks = ['assigned', 'reserved', 'consumed', 'free'] as const;
/** A term that ends within so many days is said in the colour of what somebody must act on. */
const soon = 30;

/** Whether the term of the pool is over. */
export function hasEnded({ endsAt }: Pool): boolean {
  return endsAt !== null && Date.parse(endsAt) <= Date.now();
}

/** Whether seats of the pool can be given out today. */
export function isOpen(pool: Pool): boolean {
  return !hasEnded(pool) && (pool.startsAt === null || Date.parse(pool.startsAt) <= Date.now());
}

/** When a pool's seats can be used; nothing when they always can. */
function renderTerm(words: PoolWords, pool: Pool): unknown {
  const { startsAt, endsAt } = pool;
  const end = endsAt && words.date(endsAt);
  if (end && hasEnded(pool)) return words.ended(end);
  const until = end ? words.until(end) : '';
  if (startsAt && !isOpen(pool)) return `${words.from(words.date(startsAt))} ${until}`;
  const days = endsAt ? daysTo(endsAt) : soon + 1;
  return end && days <= soon ? html`<span class="warn">${icon('warn')}${words.endsSoon(days, end)}</span>` : until;
}

/** Days by the calendar, so that what ends tonight ends today. */
function daysTo(iso: string): number {
  const [then, now] = [new Date(iso).setHours(0, 0, 0, 0), new Date().setHours(0, 0, 0, 0)];
  return Math.round((then - now) / 86_400_000);
}

/** The bar of four marks. */
export function renderBar(words: PoolWords, seats: SeatSum, thin = false): TemplateResult {
  return html`<div class="bar ${thin ? 'thin' : ''}" part="bar" role="img" aria-label=${words.sum(seats)}>
    ${marks.map((mark) => (seats[mark] > 0 || (mark === 'free' && seats.quantity === 0) ? html`<i class=${mark} ${vars({ '--_n': seats[mark] || 1 })}></i>` : nothing))}
  </div>`;
}

/** A pool: its name and term, the bar, and the sum bought = assigned + reserved + consumed + free. */
export function renderPool(words: PoolWords, pool: Pool, note: string, heading: 'h2' | 'h3', getSeats?: () => void): TemplateResult {
  const term = renderTerm(words, pool);
  const name = pool.name || pool.product;
  return html`<section class="meter ${isOpen(pool) ? '' : 'shut'}" part="pool">
    <div class="meter-head">
      ${heading === 'h2' ? html`<h2>${name}</h2>` : html`<h3>${name}</h3>`}
      ${note || term ? html`<span class="small">${note}${note && term ? ' · ' : ''}${term}</span>` : nothing}
      ${getSeats ? html`<button class="link" part="get-seats" type="button" @click=${getSeats}>${words.getMoreSeats}</button>` : nothing}
    </div>
    ${renderBar(words, pool)}
    <dl class="sum" part="sum">
      <div data-sign="="><dt>${words.bought}</dt><dd>${words.number(pool.quantity)}</dd></div>
      ${marks.map(
        (mark) =>
          html`<div data-sign=${mark === 'free' ? '' : '+'}><dt><i class="seat ${mark}"></i>${words.seat[mark]}</dt><dd>${words.number(pool[mark])}</dd></div>`,
      )}
    </dl>
  </section>`;
}
