import type { Member } from '@seatkit/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../parts/icon.ts';
import { nameOf, renderPerson } from '../parts/person.ts';
import type { Words } from '../words/core.ts';
import type { ColumnId } from './columns.ts';

const live = ['assigned', 'reserved', 'consumed'] as const;

/** One row of the list: columns when there is room, a card with labels when there is not. */
export function renderMember(words: Words, member: Member, index: number, shown: readonly ColumnId[], acts: boolean): TemplateResult {
  const off = member.status === 'deactivated' || member.status === 'anonymized';
  return html`<div role="row" class="row ${off ? 'off' : ''}" part="row" aria-rowindex=${index + 2}>
    <div role="rowheader" class="c-name" tabindex="-1">${renderPerson(words, member)}</div>
    ${shown.map((id) => {
      const value = cells[id](words, member);
      return html`<div role="gridcell" class="c-${id} ${value ? '' : 'none'}" tabindex="-1">
        <span class="label" aria-hidden="true">${words.columns[id]}</span><span>${value || (id === 'seen' ? words.never : nothing)}</span>
      </div>`;
    })}
    <div role="gridcell" class="c-menu" tabindex="-1">
      ${
        acts
          ? html`<button class="icon-button" part="menu-button" type="button" tabindex="-1" aria-haspopup="menu" aria-expanded="false" aria-label=${words.moreFor(nameOf(member))}>
              ${icon('dots', 'bold')}
            </button>`
          : nothing
      }
    </div>
  </div>`;
}

/** The place of a row that is on its way. */
export function renderBone(words: Words, index: number): TemplateResult {
  return html`<div role="row" class="row bones" aria-rowindex=${index + 2}>
    <div role="gridcell" tabindex="-1"><span class="hush">${words.loading}</span><span class="bone"></span><span class="bone"></span></div>
  </div>`;
}

/** What stands in each column; an empty text where there is nothing to say. */
const cells: Record<ColumnId, (words: Words, member: Member) => unknown> = {
  role: roleOf,
  profiles: (words, { roleProfiles }) =>
    tags(
      words,
      roleProfiles.map(({ name }) => name),
    ),
  ambition: (_words, { roleProfiles }) => roleProfiles.find(({ ambition }) => ambition)?.name,
  groups: (words, { groups }) =>
    tags(
      words,
      groups.map(({ name, relations }) => (relations.includes('coach') ? `${name} · ${words.relation.coach}` : name)),
    ),
  coaches: (words, { groups }) =>
    tags(
      words,
      groups.filter(({ relations }) => relations.includes('coach')).map(({ name }) => name),
    ),
  seat: renderSeats,
  status: renderStatus,
  seen: (words, { lastSeenAt }) => lastSeenAt && words.when(lastSeenAt),
  externalId: (_words, { externalId }) => externalId,
  lmsUserId: (_words, { lmsUserId }) => lmsUserId,
  created: (words, { createdAt }) => words.date(createdAt),
};

function roleOf(words: Words, { role, groups }: Member): string {
  const manages = groups.some((group) => group.relations.includes('manager'));
  return role === 'member' && manages ? words.groupAdmin : words.role[role];
}

/** Two names, and how many more; a screen reader is told all. */
function tags(words: Words, names: readonly string[]): unknown {
  if (names.length === 0) return '';
  return html`<span class="tags"
    >${names.slice(0, 2).map((name) => html`<span class="tag"><bdi class="clip">${name}</bdi></span>`)}${
      names.length > 2
        ? html`<span class="small">+${words.number(names.length - 2)}<span class="hush">${names.slice(2).join(', ')}</span></span>`
        : nothing
    }</span
  >`;
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
