import type { Pool } from '@seatkit/sdk';
import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { standingIn } from '../clients.ts';
import { SeatkitGetSeatsEvent } from '../events.ts';
import { Loader } from '../loader.ts';
import { renderPool } from '../parts/pool-meter.ts';
import { errorMessage } from '../problem-message.ts';
import { SeatkitElement } from '../seatkit-element.ts';
import { controls } from '../styles/controls.styles.ts';
import { meter } from '../styles/meter.styles.ts';
import { people } from '../styles/people.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { groupNames } from './group-names.ts';
import { styles } from './seat-meter.styles.ts';

/**
 * Shows what was bought and what became of it, pool by pool: bought = assigned + reserved + consumed + free.
 *
 * @tag seatkit-seat-meter
 * @fires {SeatkitGetSeatsEvent} seatkit-get-seats - "Get more seats" was pressed.
 * @csspart pool - One pool.
 * @csspart bar - Its bar.
 * @csspart get-seats - Its "Get more seats".
 */
export class SeatkitSeatMeter extends SeatkitElement {
  static override styles = [tokens, controls, people, meter, styles];

  /** Shows only this pool. */
  @property({ attribute: 'pool-id' }) poolId = '';
  /** Shows only the pools of this group. */
  @property({ attribute: 'group-id' }) groupId = '';
  /** Shows "Get more seats", which fires `seatkit-get-seats`: only where the page listens. */
  @property({ type: Boolean, attribute: 'get-seats' }) getSeats = false;

  readonly #pools = new Loader(
    this,
    () => [this.api, this.organizationId, this.groupId, this.changes] as const,
    async ([api, organizationId, groupId], signal) => {
      const standing = await standingIn(api, organizationId);
      const pools: Pool[] = [];
      for await (const pool of api.pools.list(standing.organizationId, groupId ? { groupId } : {}, { signal })) pools.push(pool);
      return { pools, groups: await groupNames(api, standing, pools, signal) };
    },
  );

  override render() {
    const { words } = this;
    const loaded = this.#pools.value;
    if (this.#pools.state === 'failed' && !loaded) return this.renderFailure(this.#pools.error, () => this.#pools.reload());
    if (!loaded) return html`<div class="card">${this.renderBones(1)}</div>`;
    const pools = loaded.pools.filter(({ id }) => !this.poolId || id === this.poolId);
    if (pools.length === 0) {
      return html`<div class="card blank">
        <h2>${words.noPools}</h2>
        <p>${words.noPoolsNote}</p>
      </div>`;
    }
    return html`<div class="card" part="card" aria-busy=${this.#pools.state === 'loading'}>
      ${pools.map((pool) => {
        const note = pool.groupId && !this.groupId ? (loaded.groups.get(pool.groupId) ?? words.seatsOfAGroup) : '';
        return renderPool(
          words,
          pool,
          note,
          'h2',
          this.getSeats ? () => this.dispatchEvent(new SeatkitGetSeatsEvent(pool.id, pool.product)) : undefined,
        );
      })}
      ${this.#pools.state === 'failed' ? html`<p class="stale small" role="alert">${errorMessage(words, this.#pools.error)}</p>` : nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'seatkit-seat-meter': SeatkitSeatMeter;
  }
}
