import type { Pool } from '@seatkit/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../parts/icon.ts';
import type { InviteWords as Words } from '../words/invite.ts';
import { renderArithmetic } from './arithmetic-view.ts';
import type { Plan } from './plan.ts';

/** What the bottom of the form knows. */
export interface FootState {
  readonly plan: Plan;
  /** Said when no pool is concerned. */
  readonly noSeats: string;
  readonly reason: string;
  readonly busy: 'now' | 'hold' | undefined;
  readonly ready: boolean;
}

/** The arithmetic, and the two ways to carry it out. */
export function renderFoot(
  words: Words,
  { plan, noSeats, reason, busy, ready }: FootState,
  hold: () => void,
  getSeats: ((pool: Pool) => void) | undefined,
): TemplateResult {
  const { shares, wanted, invited, sorted, full } = plan;
  const off = busy !== undefined || full !== undefined || !ready;
  const label =
    wanted > 0
      ? invited > 0 && invited < wanted
        ? words.inviteSome(invited, wanted)
        : words.invite(wanted)
      : sorted.sent.length > 0
        ? words.updateMembers(sorted.sent.length)
        : words.invitePeople;
  return html`<footer>
    ${renderArithmetic(words, shares, sorted.sent.length, getSeats, noSeats)}
    <div class="go">
      ${reason ? html`<p class="danger" role="alert">${icon('warn')}<span>${reason}</span></p>` : nothing}
      ${
        wanted > 0 || sorted.sent.length === 0
          ? html`<button class="button" part="hold" type="button" aria-disabled=${off} @click=${hold}>${busy === 'hold' ? words.holding : words.holdMails}</button>`
          : nothing
      }
      <button class="button primary" part="submit" type="submit" aria-disabled=${off}>${busy === 'now' ? words.inviting : label}</button>
    </div>
  </footer>`;
}
