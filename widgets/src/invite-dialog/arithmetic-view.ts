import type { Pool } from '@seatkit/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { vars } from '../parts/vars.ts';
import type { InviteWords as Words } from '../words/invite.ts';
import type { PoolShare } from './arithmetic.ts';

/** For each pool what is free, what this takes, and who misses out. */
export function renderArithmetic(
  words: Words,
  shares: readonly PoolShare[],
  people: number,
  getSeats?: (pool: Pool) => void,
  none = words.noSeatNeeded,
): TemplateResult {
  if (shares.length === 0) return html`<p class="arith small">${none}</p>`;
  return html`<ul class="arith" part="arithmetic" aria-live="polite">
    ${shares.map(({ pool, takes, missing, blocks }) => {
      const parts = { reserved: takes, free: pool.free - takes, missing };
      return html`<li>
        ${
          people > 0
            ? html`<div class="bar thin" aria-hidden="true">
                ${Object.entries(parts).map(([mark, n]) => (n > 0 ? html`<i class=${mark} ${vars({ '--_n': n })}></i>` : nothing))}
              </div>`
            : nothing
        }
        <p class="num">
          <span class="pool-name">${pool.name || pool.product}</span>
          <span>${people > 0 ? words.arithmetic(pool.free, pool.quantity, takes + missing) : words.freeSeats(pool.free)}</span>
          ${
            missing > 0
              ? html`<b class=${blocks ? 'danger' : 'warn'}>${words.missOut(missing)}</b>
                  ${getSeats ? html`<button class="link" part="get-seats" type="button" @click=${() => getSeats(pool)}>${words.getMoreSeats}</button>` : nothing}`
              : people > 0
                ? html`<span class="left">${words.left(pool.free - takes)}</span>`
                : nothing
          }
        </p>
      </li>`;
    })}
  </ul>`;
}
