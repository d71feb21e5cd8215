import type { Group, Member, Pool, Relation } from '@seatkit/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Standing } from '../clients.ts';
import type { Menu, MenuItem } from '../parts/menu.ts';
import { nameOf, renderPerson } from '../parts/person.ts';
import { mayChangeIn, mayTakeOut } from '../parts/rights.ts';
import type { GroupWords } from '../words/group.ts';
import { mayManagePeople, type PersonChanges, relationsOf } from './person-changes.ts';

/** What the rows of a group need to know. */
export interface GroupRows {
  readonly words: GroupWords;
  readonly group: Group;
  readonly pools: readonly Pool[];
  readonly standing: Standing;
  /** An admin also appoints and dismisses managers. */
  readonly admin: boolean;
  readonly menu: Menu;
  readonly changes: PersonChanges;
}

/** Somebody as member, coach or manager of the group: of a manager the grant, of the others the seat. */
export function renderGroupPerson(rows: GroupRows, member: Member, relation: Relation): TemplateResult {
  return html`${renderPerson(rows.words, member)}
    <div class="fact">${relation === 'manager' ? renderGrant(rows, member) : renderSeats(rows, member, relation)}</div>
    ${renderMenu(rows, member)}`;
}

/** The button of what can be done to somebody in the group; nothing where that is nothing. */
export function renderMenu(rows: GroupRows, member: Member): unknown {
  return rows.menu.renderButton(rows.words.moreFor(nameOf(member)), itemsOf(rows, member));
}

function renderGrant({ words, group, admin, changes }: GroupRows, member: Member): TemplateResult {
  const on = mayManagePeople(member, group);
  const note = on ? words.mayManagePeopleOn : words.mayManagePeopleOff;
  // In an archived group the right can be taken, but nobody gets it; of somebody deactivated nothing can be changed.
  if (!admin || (group.archivedAt !== null && !on) || member.status === 'deactivated') return html`<span class="small">${note}</span>`;
  const grant = async ({ currentTarget }: Event) => {
    const box = currentTarget as HTMLInputElement;
    if (!(await changes.set(group, member, relationsOf(member, group), !on))) box.checked = on;
  };
  return html`<label class="grant">
    <input
      class="switch"
      type="checkbox"
      role="switch"
      aria-label=${words.mayManagePeopleOf(nameOf(member))}
      .checked=${live(on)}
      @change=${grant}
    />
    <span>${words.mayManagePeople}<span class="small">${note}</span></span>
  </label>`;
}

function renderSeats({ words, pools }: GroupRows, member: Member, relation: Relation): unknown {
  const status = member.status === 'active' ? '' : words.status[member.status];
  const expires = member.status === 'invited' && member.invitation ? words.expires(words.when(member.invitation.expiresAt)) : '';
  const pending = [status, expires].filter(Boolean).join(' · ');
  const held = member.seats.filter(({ poolId }) => pools.some(({ id }) => id === poolId));
  const seats = held.map((seat) => {
    const mark = seat.status as 'assigned' | 'reserved' | 'consumed';
    const used = mark !== 'assigned' ? '' : seat.firstUsedAt ? words.firstUsed(words.date(seat.firstUsedAt)) : words.notUsedYet;
    const note = [held.length > 1 ? seat.name : '', pending || used].filter(Boolean).join(' · ');
    return html`<span class="state"><i class="seat ${mark}"></i><span>${words.seat[mark]}</span></span>${note ? html`<span class="small">${note}</span>` : nothing}`;
  });
  if (seats.length > 0) return seats;
  const without = pools.length > 0 ? (relation === 'member' ? words.noSeat : words.holdsNoSeat) : '';
  const note = [without, pending].filter(Boolean).join(' · ');
  return note ? html`<span class="small">${note}</span>` : nothing;
}

function itemsOf({ words, group, standing, admin, changes }: GroupRows, member: Member): (MenuItem | null)[] {
  const held = relationsOf(member, group);
  const manages = held.filter((relation) => relation === 'manager');
  if (!mayTakeOut(standing, member, group)) return [];
  const removal: MenuItem = { label: words.removeFromGroup, icon: 'bin', danger: true, run: () => changes.remove(group, member) };
  if (!mayChangeIn(standing, member, group)) return [removal];
  const open = group.archivedAt === null;
  const set = (next: readonly Relation[]) => () => void changes.set(group, member, next);
  const items: (MenuItem | null)[] = [];
  if (open && !held.includes('member')) items.push({ label: words.make.member, icon: 'people', run: set([...manages, 'member']) });
  if (open && !held.includes('coach')) items.push({ label: words.make.coach, icon: 'people', run: set([...manages, 'coach']) });
  if (open && admin && manages.length === 0) items.push({ label: words.make.manager, icon: 'key', run: set([...held, 'manager']) });
  if (manages.length > 0 && held.length > 1) {
    items.push({ label: words.notManager, icon: 'key', run: set(held.filter((relation) => relation !== 'manager')) });
  }
  if (held.includes('member')) items.push({ label: words.moveToGroup, icon: 'move', run: () => changes.move(group, member) });
  return [...items, null, removal];
}
