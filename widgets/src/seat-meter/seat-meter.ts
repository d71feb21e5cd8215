import type { Pool } from '@seatkit/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { standingIn } from '../clients.ts';
import { SeatkitGetSeatsEvent } from '../events.ts';
import { Loader } from '../loader.ts';
import { hasEnded, renderPool } from '../parts/pool-meter.ts';
import { errorMessage } from '../problem-message.ts';
import { SeatkitElement } from '../seatkit-element.ts';
import { controls } from '../styles/controls.styles.ts';
import { meter } from '../styles/meter.styles.ts';
import { people } from '../styles/people.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { type PoolWords, pools } from '../words/pools.ts';
import { styles } from './seat-meter.styles.ts';

const atOnce = 200;

/**
 * Shows what was bought and what became of it, pool by pool: bought = assigned + reserved + consumed + free. A term that ends within 30 days
 * stands out; pools whose term is over are folded away below the others.
 *
 * @tag seatkit-seat-meter
 * @fires {SeatkitGetSeatsEvent} seatkit-get-seats - "Get more seats" was pressed.
 * @slot empty - In place of the sentence that nothing was bought yet.
 * @csspart card - The frame around all pools.
 * @csspart pool - One pool.
 * @csspart bar - Its bar.
 * @csspart sum - Its figures.
 * @csspart get-seats - Its "Get more seats".
 */
export class SeatkitSeatMeter extends SeatkitElement {
  static override styles = [tokens, controls, people, meter, styles];
  protected override readonly dictionary = pools;

  /** @internal */
  override get words(): PoolWords {
    return pools.for(this.language);
  }

  /** Shows only this pool. */
  @property({ attribute: 'pool-id' }) poolId = '';
  /** Shows only the pools of this group. */
  @property({ attribute: 'group-id' }) groupId = '';
  /** Shows "Get more seats", which fires `seatkit-get-seats`: only where the page listens. */
  @property({ type: Boolean, attribute: 'get-seats' }) getSeats = false;

  /** How many pools are shown at most. */
  @state() private most = atOnce;

  readonly #pools = new Loader(
    this,
    () => [this.api, this.organizationId, this.groupId, this.poolId, this.most, this.changes] as const,
    async ([api, organizationId, groupId, poolId, most], signal) => {
      const standing = await standingIn(api, organizationId);
      if (poolId) return [await api.pools.get(standing.organizationId, poolId, { signal })];
      const pools: Pool[] = [];
      const list = api.pools.list(standing.organizationId, { ...(groupId ? { groupId } : {}), limit: atOnce }, { signal });
      // One more than is shown tells that there are more.
      for await (const pool of list) if (pools.push(pool) > most) break;
      return pools;
    },
  );

  override render() {
    const { words } = this;
    const { value, state, error } = this.#pools;
    if (state === 'failed' && !value) return this.renderFailure(error, this.#pools.reload);
    if (!value) return html`<div class="card">${this.renderBones(1)}</div>`;
    if (value.length === 0) {
      return html`<div class="card blank">
        <slot name="empty"><h2>${words.noPools}</h2><p>${words.noPoolsNote}</p></slot>
      </div>`;
    }
    const shown = value.slice(0, this.most);
    const past = shown.filter(hasEnded);
    return html`<div class="card" part="card" aria-busy=${state === 'loading'}>
      ${shown.filter((pool) => !hasEnded(pool)).map((pool) => this.#renderPool(pool))}
      ${
        past.length === 0
          ? nothing
          : html`<details ?open=${past.length === shown.length}>
              <summary class="small">${words.endedPools(past.length)}</summary>
              ${past.map((pool) => this.#renderPool(pool))}
            </details>`
      }
      ${value.length > this.most ? html`<p class="foot"><button class="button quiet" type="button" @click=${this.#more}>${words.showMore}</button></p>` : nothing}
      ${state === 'failed' ? html`<p class="foot small" role="alert">${errorMessage(words, error)}</p>` : nothing}
    </div>`;
  }

  #renderPool(pool: Pool): TemplateResult {
    const getSeats = () => this.dispatchEvent(new SeatkitGetSeatsEvent(pool.id, pool.product));
    return renderPool(this.words, pool, (!this.groupId && pool.groupName) || '', 'h2', this.getSeats ? getSeats : undefined);
  }

  readonly #more = () => {
    this.most += atOnce;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'seatkit-seat-meter': SeatkitSeatMeter;
  }
}
