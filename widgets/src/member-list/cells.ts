import type { Member } from '@seatkit/sdk';
import { html, nothing } from 'lit';
import { icon } from '../parts/icon.ts';
import type { Words } from '../words/core.ts';

const live = ['assigned', 'reserved', 'consumed'] as const;

/** What somebody is in the organization, in a word. */
export function roleOf(words: Words, { role, groups }: Member): string {
  const manages = groups.some((group) => group.relations.includes('manager'));
  return role === 'member' && manages ? words.groupAdmin : words.role[role];
}

/** Two names, and how many more; a screen reader is told all. */
export function renderTags(words: Words, names: readonly string[]): unknown {
  if (names.length === 0) return '';
  return html`<span class="tags"
    >${names.slice(0, 2).map((name) => html`<span class="tag"><bdi class="clip">${name}</bdi></span>`)}${
      names.length > 2
        ? html`<span class="small">+${words.number(names.length - 2)}<span class="hush">${names.slice(2).join(', ')}</span></span>`
        : nothing
    }</span
  >`;
}

/** The seats somebody holds, by their marks. */
export function renderSeats(words: Words, { seats, status }: Member): unknown {
  const shown = live.flatMap((mark) => {
    const held = seats.filter((seat) => seat.status === mark);
    if (held.length === 0) return [];
    return html`<span class="state"><i class="seat ${mark}"></i><span>${words.seat[mark]}</span></span>
      <span class="small">${held.map(({ name, product }) => name || product).join(', ')}</span>`;
  });
  if (shown.length > 0) return shown;
  const missing = status === 'active' || status === 'invited';
  return html`<span class="state"><i class="seat ${missing ? 'missing' : 'free'}"></i><span>${words.noSeat}</span></span>`;
}

/** Where somebody stands, and why or until when. */
export function renderStatus(words: Words, { status, invitation }: Member): unknown {
  const name = words.status[status];
  const line = (mark: unknown, note = '', kind = '') =>
    html`<span class="state">${mark}<span>${name}</span></span>${note ? html`<span class="small ${kind}">${note}</span>` : nothing}`;
  switch (status) {
    case 'active':
      return line(html`<i class="dot full good"></i>`);
    case 'staged':
      return line(html`<i class="dot dotted"></i>`, words.heldNote);
    case 'invited': {
      const warn = icon('warn', 'warn');
      if (!invitation) return line(html`<i class="dot"></i>`);
      const past = invitation.status === 'expired' || Date.parse(invitation.expiresAt) < Date.now();
      if (invitation.delivery === 'failed' || invitation.delivery === 'bounced')
        return line(icon('warn', 'danger'), words.delivery[invitation.delivery], 'danger');
      if (past) return line(warn, words.expired(words.when(invitation.expiresAt)), 'warn');
      // The dot stays with the words before it when the line is too short for both.
      const mail = invitation.delivery ? `${words.delivery[invitation.delivery]}\u00a0· ` : '';
      return line(html`<i class="dot"></i>`, mail + words.expires(words.when(invitation.expiresAt)));
    }
    default:
      return line(html`<i class="dot dash"></i>`);
  }
}
