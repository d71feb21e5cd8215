import type { Group, Member, MemberName, Pool, Relation } from '@seatkit/sdk';
import type { GroupPersonSaved } from '../events.ts';
import { Lazy } from '../lazy.ts';
import type { Leaving } from '../parts/departure.ts';
import { nameOf } from '../parts/person.ts';
import { isOpen } from '../parts/pool-meter.ts';
import type { GroupDetail } from './group-detail.ts';
import type { MoveDialog } from './move-dialog.ts';

/** How a member stands in a group. */
export function relationsOf(member: Member, group: Group): readonly Relation[] {
  return member.groups.find(({ id }) => id === group.id)?.relations ?? [];
}

/** Whether somebody is in a group already, as far as the caller sees it. */
export function isIn(group: Group, person: Member | MemberName): person is Member {
  return 'groups' in person && person.groups.some(({ id }) => id === group.id);
}

/** The pool without a seat of which nobody becomes a member of its group: of several the one with the fewest free. */
export function neededPool(pools: readonly Pool[]): Pool | undefined {
  return pools.filter((pool) => pool.assignment === 'required' && isOpen(pool)).sort((a, b) => a.free - b.free)[0];
}

/** Whether a member manages a group with the right to manage its people. */
export function mayManagePeople(member: Member, group: Group): boolean {
  return member.groups.find(({ id }) => id === group.id)?.mayManagePeople ?? false;
}

/** What can be done to the people of the chosen group. The page is asked before each, and told after it. */
export class PersonChanges {
  readonly #detail: GroupDetail;
  #mover: Lazy<MoveDialog> | undefined;

  constructor(detail: GroupDetail) {
    this.#detail = detail;
  }

  /** The dialog that moves somebody, once it was opened. */
  get mover(): Lazy<MoveDialog> {
    this.#mover ??= new Lazy(this.#detail.host, 'seatkit-move-dialog', 'dialog', async () => (await import('./move-dialog.ts')).MoveDialog);
    return this.#mover;
  }

  /** Puts somebody into the group; answers no when the page has kept that from happening. */
  async add(group: Group, person: Member | MemberName, relation: Relation): Promise<boolean> {
    const { host, words, whose } = this.#detail;
    const saved: GroupPersonSaved = { memberId: person.id, relations: [relation], mayManagePeople: false };
    if (!host.mayGoOn('people', group.id, group.name, saved)) return false;
    await host.api.groups.putPerson(group.organizationId, group.id, person.id, { relations: [relation] });
    host.saved(whose, 'people', group.id, words.addedTo(nameOf(person), group.name), saved);
    return true;
  }

  /** Sets how somebody stands in the group; answers whether it was done, and says it when it failed. */
  async set(group: Group, member: Member, relations: readonly Relation[], grant = mayManagePeople(member, group)): Promise<boolean> {
    const { host, words, whose } = this.#detail;
    const manages = relations.includes('manager');
    const saved: GroupPersonSaved = { memberId: member.id, relations, mayManagePeople: manages && grant };
    if (!host.mayGoOn('people', group.id, group.name, saved)) return false;
    const body = { relations: [...relations], ...(manages ? { mayManagePeople: grant } : {}) };
    try {
      await host.api.groups.putPerson(group.organizationId, group.id, member.id, body);
      host.saved(whose, 'people', group.id, words.relationSet(nameOf(member)), saved);
      return true;
    } catch (error) {
      host.fail(error, whose);
      return false;
    }
  }

  /** Asks about taking somebody out, with what it does to the seats and the way round. */
  remove(group: Group, member: Member): void {
    const { host, words } = this.#detail;
    const name = nameOf(member);
    const { organizationId } = group;
    const leaving: Leaving = {
      kind: 'group',
      name,
      from: group.name,
      seats: member.seats,
      pools: this.#detail.pools,
      preview: () => host.api.members.previewDeparture(organizationId, member.id, { groupId: group.id }),
      confirm: async () => {
        const { whose } = host;
        const saved: GroupPersonSaved = { memberId: member.id, relations: [], mayManagePeople: false };
        if (!host.mayGoOn('people', group.id, group.name, saved)) return;
        await host.api.groups.removePerson(organizationId, group.id, member.id);
        host.saved(whose, 'people', group.id, words.removedFrom(name, group.name), saved);
      },
      ...(relationsOf(member, group).includes('member')
        ? { instead: { label: words.moveToGroup, icon: 'move' as const, run: () => this.move(group, member) } }
        : {}),
    };
    void host.question.renew().use((dialog) => dialog.leave(leaving));
  }

  /** Asks into which other group somebody is moved, and says what that does to the seats. */
  move(group: Group, member: Member): void {
    const { mover } = this;
    this.#detail.requestUpdate();
    void mover.renew().use((dialog) => dialog.ask(group, member, this.#detail.pools));
  }
}
