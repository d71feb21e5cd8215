import type { InvitationResult, Pool } from '@seatkit/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../parts/icon.ts';
import { nameOf } from '../parts/person.ts';
import type { InviteWords as Words } from '../words/invite.ts';

/** An outcome, with the pools of which everybody gets a seat while they last and this person got none. */
export interface Told extends InvitationResult {
  readonly without: readonly string[];
}

/** Compares what somebody holds now with the automatic pools that concerned the invitation. */
export function tell(result: InvitationResult, pools: readonly Pool[]): Told {
  const { outcome, member } = result;
  const came = member && outcome !== 'already_member' && outcome !== 'refused';
  const missed = pools.filter(
    ({ id, assignment, needs }) =>
      came && assignment === 'automatic' && needs === null && !member.seats.some(({ poolId }) => poolId === id),
  );
  return { ...result, without: missed.map(({ name, product }) => name || product) };
}

/** What became of each person, in a plain sentence. */
export function renderResult(words: Words, results: readonly Told[]): TemplateResult {
  return html`<ul class="outcomes" part="results">
    ${results.map((result) => {
      const { email, outcome, member, without } = result;
      const quiet = outcome === 'already_member';
      const name = (member && nameOf(member)) || email;
      return html`<li>
        ${without.length > 0 ? icon('warn', 'warn') : icon(outcome === 'invited' ? 'mail' : 'check', quiet ? '' : 'good')}
        <div>
          <bdi>${name}</bdi>
          ${name === email ? nothing : html`<span class="small address" dir="ltr">${email}</span>`}
          <p class="small">${sentence(words, result)}</p>
        </div>
      </li>`;
    })}
  </ul>`;
}

function sentence(words: Words, { outcome, without }: Told): string {
  if (without.length === 0) return words.outcome[outcome];
  const pools = without.join(', ');
  return outcome === 'invited' ? words.invitedWithout(pools) : `${words.outcome[outcome]} ${words.withoutSeat(pools)}`;
}
