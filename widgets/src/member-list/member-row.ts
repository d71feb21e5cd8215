import type { Member } from '@seatkit/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../parts/icon.ts';
import { renderPerson } from '../parts/person.ts';
import type { Words } from '../words/core.ts';

const live = ['assigned', 'reserved', 'consumed'] as const;

/** One row of the table: columns when there is room, a card with labels when there is not. */
export function renderMember(words: Words, member: Member, menu: unknown): TemplateResult {
  const { columns } = words;
  const off = member.status === 'deactivated' || member.status === 'anonymized';
  return html`<div role="row" class="row ${off ? 'off' : ''}" part="row">
    <div role="cell" class="c-who">${renderPerson(words, member)}</div>
    <div role="cell" class="c-role"><span class="label" aria-hidden="true">${columns.role}</span><span>${roleOf(words, member)}</span></div>
    <div role="cell" class="c-groups ${member.groups.length ? '' : 'none'}">
      <span class="label" aria-hidden="true">${columns.groups}</span><span class="tags">${renderGroups(words, member)}</span>
    </div>
    <div role="cell" class="c-seat"><span class="label" aria-hidden="true">${columns.seat}</span><span>${renderSeats(words, member)}</span></div>
    <div role="cell" class="c-status"><span class="label" aria-hidden="true">${columns.status}</span><span>${renderStatus(words, member)}</span></div>
    <div role="cell" class="c-seen ${member.lastSeenAt ? '' : 'none'}">
      <span class="label" aria-hidden="true">${columns.seen}</span><span>${member.lastSeenAt ? words.when(member.lastSeenAt) : words.never}</span>
    </div>
    <div role="cell" class="c-menu">${menu}</div>
  </div>`;
}

function roleOf(words: Words, { role, groups }: Member): string {
  const manages = groups.some((group) => group.relations.includes('manager'));
  return role === 'member' && manages ? words.groupAdmin : words.role[role];
}

function renderGroups(words: Words, { groups }: Member): unknown {
  return html`${groups.slice(0, 2).map(({ name, relations }) => {
    const coach = relations.includes('coach') ? ` · ${words.relation.coach}` : '';
    return html`<span class="tag"><span class="clip"><bdi>${name}</bdi>${coach}</span></span>`;
  })}${
    groups.length > 2
      ? html`<span class="small">${words.moreGroups(groups.length - 2)}<span class="hush">${groups.slice(2).map(({ name }) => ` ${name}`)}</span></span>`
      : nothing
  }`;
}

function renderSeats(words: Words, { seats, status }: Member): unknown {
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

function renderStatus(words: Words, { status, invitation }: Member): unknown {
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
