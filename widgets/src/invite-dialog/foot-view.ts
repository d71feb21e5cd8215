import type { Pool } from '@seatkit/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../parts/icon.ts';
import type { InviteWords as Words } from '../words/invite.ts';
import { renderArithmetic } from './arithmetic-view.ts';
import type { Delivery } from './offer.ts';
import type { Plan } from './plan.ts';

/** Why nothing was sent. */
export interface Refusal {
  readonly text: string;
  /** How many rows are to blame without which it can be sent, and how that was to be. */
  readonly leaveOut?: { readonly rows: number; readonly delivery: Delivery };
}

/** What the bottom of the form knows. */
export interface FootState {
  readonly plan: Plan;
  /** Said when no pool is concerned. */
  readonly noSeats: string;
  readonly refusal: Refusal | undefined;
  readonly busy: Delivery | undefined;
  readonly ready: boolean;
}

/** What the bottom of the form can do. */
export interface FootActs {
  hold(): void;
  /** Goes on without the rows that cannot be read. */
  leaveOut(delivery: Delivery): void;
  /** Where the page has a shop. */
  readonly getSeats?: ((pool: Pool) => void) | undefined;
}

/** The arithmetic, and the two ways to carry it out. */
export function renderFoot(
  words: Words,
  { plan, noSeats, refusal, busy, ready }: FootState,
  { hold, leaveOut, getSeats }: FootActs,
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
      ${refusal ? renderRefusal(words, refusal, label, leaveOut) : nothing}
      ${
        wanted > 0 || sorted.sent.length === 0
          ? html`<button class="button" part="hold" type="button" aria-disabled=${off} @click=${hold}>${busy === 'hold' ? words.holding : words.holdMails}</button>`
          : nothing
      }
      <button class="button primary" part="submit" type="submit" aria-disabled=${off}>${busy === 'now' ? words.inviting : label}</button>
    </div>
  </footer>`;
}

/** Why nothing was sent, with the way on that needs no mending: its button says what it does beside leaving rows out. */
function renderRefusal(words: Words, { text, leaveOut }: Refusal, label: string, run: FootActs['leaveOut']): TemplateResult {
  return html`<p class="danger" role="alert">
    ${icon('warn')}<span>${text}
    ${
      leaveOut
        ? html`<button class="link" type="button" @click=${() => run(leaveOut.delivery)}>${words.leaveOut(leaveOut.rows, leaveOut.delivery === 'hold' ? words.holdMails : label)}</button>`
        : nothing
    }</span>
  </p>`;
}
