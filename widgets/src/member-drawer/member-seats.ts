import { type Member, type Pool, SeatkitError } from '@seatkit/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { renderSeats } from '../parts/departure.ts';
import { Finder, type Found } from '../parts/finder.ts';
import { nameOf } from '../parts/person.ts';
import { isOpen } from '../parts/pool-meter.ts';
import type { MemberDrawer } from './member-drawer.ts';

type Held = Member['seats'][number];

/** The seats of a member with their pools, and those they may be given. */
export class MemberSeats {
  readonly #drawer: MemberDrawer;
  readonly #finder: Finder<Found>;

  constructor(drawer: MemberDrawer) {
    this.#drawer = drawer;
    this.#finder = new Finder(drawer, async (q) =>
      drawer.pools
        .filter((pool) => isOpen(pool) && pool.free > 0 && this.#mayChange(pool))
        .map(({ id, name, product, groupName, free }) => ({
          id,
          name: [name || product, groupName].filter(Boolean).join(' · '),
          note: drawer.words.freeSeats(free),
        }))
        .filter(({ name }) => name.toLowerCase().includes(q.toLowerCase())),
    );
  }

  render(member: Member): TemplateResult {
    const { words, acts, host } = this.#drawer;
    const gives = host.standing?.may('manageSeats') && member.status !== 'deactivated' && member.status !== 'anonymized';
    const held = member.seats.filter(({ status }) => status === 'assigned' || status === 'reserved' || status === 'consumed');
    return html`<section aria-labelledby="seats-title">
      <h3 id="seats-title" tabindex="-1">${words.seats}</h3>
      ${held.length === 0 ? html`<p class="small">${words.noSeat}</p>` : nothing}
      <ul class="facts">
        ${held.map((seat) => html`<li>${this.#renderSeat(member, seat)}${acts.render(seat.id)}</li>`)}
      </ul>
      ${
        gives
          ? this.#finder.render(
              words.assignSeat,
              words.noSeatToGive,
              // By the groups as they are now, which may have changed since the seats were found.
              this.#drawer.pools.filter((pool) => !fits(pool, member) || held.some(({ poolId }) => poolId === pool.id)).map(({ id }) => id),
              ({ id, name }) => this.#assign(id, name),
            )
          : nothing
      }
      ${acts.render('seats')}
    </section>`;
  }

  #renderSeat(member: Member, seat: Held): TemplateResult {
    const { words, pools } = this.#drawer;
    const pool = pools.find(({ id }) => id === seat.poolId);
    const name = seat.name || seat.product;
    const used = seat.status === 'reserved' ? '' : seat.firstUsedAt ? words.firstOpened(words.date(seat.firstUsedAt)) : words.neverOpened;
    return html`<i class="seat ${seat.status}"></i>
      <div>
        <bdi>${name}</bdi>
        <span class="small">${[words.seat[seat.status as 'assigned'], used, pool?.groupName].filter(Boolean).join(' · ')}</span>
        ${pool?.endsAt ? html`<span class="small">${words.until(words.date(pool.endsAt))}</span>` : nothing}
      </div>
      ${
        pool && seat.status !== 'consumed' && this.#mayChange(pool)
          ? html`<button class="link" type="button" aria-label=${words.releaseOf(name)} @click=${() => this.#release(member, seat)}>${words.release}</button>`
          : nothing
      }`;
  }

  /** Seats of the whole organization are given by its admins, those of a group also by whoever manages it. */
  #mayChange({ groupId }: Pool): boolean {
    return this.#drawer.admin || (this.#drawer.host.standing?.managedGroups.some(({ id }) => id === groupId) ?? false);
  }

  #assign(poolId: string, name: string): void {
    const { acts, words, member } = this.#drawer;
    if (!member) return;
    void acts.run('seats', () =>
      this.#drawer.change('seats', words.hasSeat(nameOf(member), name), async (api, organizationId, id) => {
        const { results } = await api.seats.create(organizationId, poolId, { memberIds: [id] });
        const problem = results[0]?.problem;
        if (problem) throw new SeatkitError(problem);
      }),
    );
  }

  /** The rule that decides over the seat is that of leaving. */
  #release(member: Member, seat: Held): void {
    const { acts, words, questions, pools, host } = this.#drawer;
    const pool = seat.name || seat.product;
    void acts.ask(seat.id, {
      title: words.releaseTitle(pool),
      button: words.release,
      destroys: true,
      means: async () => {
        const departure = await host.api.members.previewDeparture(member.organizationId, member.id, { by: 'deactivate' });
        const seats = departure.seats.filter(({ seatId }) => seatId === seat.id);
        if (seats.length === 0) return nothing;
        return html`<ul class="happens">
          ${renderSeats(questions, { name: nameOf(member), seats: member.seats, pools }, { ...departure, seats })}
        </ul>`;
      },
      confirm: async () => {
        await this.#drawer.change('seats', words.seatReleased(pool), (api, organizationId) => api.seats.release(organizationId, seat.id));
      },
    });
  }
}

/** A seat of a group is for its members. */
function fits({ groupId }: Pool, member: Member): boolean {
  return groupId === null || member.groups.some(({ id, relations }) => id === groupId && relations.includes('member'));
}
