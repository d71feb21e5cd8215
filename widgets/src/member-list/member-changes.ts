import type { Member, SeatkitClient } from '@seatkit/sdk';
import { html } from 'lit';
import { type MemberChange, SeatkitBeforeMemberChangeEvent, SeatkitMemberChangedEvent } from '../events.ts';
import type { DepartureKind, Leaving } from '../parts/departure.ts';
import { nameOf } from '../parts/person.ts';
import type { SeatkitMemberList } from './member-list.ts';
import type { MemberActs } from './member-menu.ts';
import type { RowActions } from './row-actions.ts';

/** Does what the row menu offers, and says what was done or why it was not. */
export class MemberChanges implements MemberActs {
  readonly #actions: RowActions;

  constructor(actions: RowActions) {
    this.#actions = actions;
  }

  get #host(): SeatkitMemberList {
    return this.#actions.host;
  }

  /** Asks first: it is a right over everybody else, and the person hears of it. */
  setRole(member: Member, role: Member['role']): void {
    const { api, standing, question } = this.#host;
    const said = this.#actions.words;
    if (!standing) return;
    const name = nameOf(member);
    void question.use((dialog) =>
      dialog.ask((words) => {
        const { title, means, mail, mailLater } = words.roleQuestion[role];
        return {
          title: title(name),
          means: () => [means, member.status === 'active' ? mail(member.email) : mailLater].map((sentence) => html`<p>${sentence}</p>`),
          button: role === 'admin' ? said.makeAdmin : said.makeMember,
          confirm: async () => {
            if (!this.#mayGoOn('role', member)) return;
            await api.members.update(standing.organizationId, member.id, { role });
            this.#done('role', member, role === 'admin' ? said.isAdmin(name) : said.isMember(name));
          },
        };
      }),
    );
  }

  reactivate(member: Member): void {
    const said = this.#actions.words.reactivated(nameOf(member));
    void this.#do('reactivated', member, said, (client, organizationId) => client.members.reactivate(organizationId, member.id));
  }

  send(member: Member, invitationId: string): void {
    const said = this.#actions.words.sentAgain(member.email);
    void this.#do('sent', member, said, (client, organizationId) => client.invitations.send(organizationId, invitationId));
  }

  /** Asks first, and says what it does to the seats. */
  leave(member: Member, kind: Exclude<DepartureKind, 'group'>): void {
    const { standing, api: client, pools, question } = this.#host;
    const { words } = this.#actions;
    if (!standing) return;
    const { organizationId, organizationName } = standing;
    const name = nameOf(member);
    const { id } = member;
    const ways = {
      deactivate: { run: () => client.members.deactivate(organizationId, id), change: 'deactivated', said: words.deactivated(name) },
      revoke: {
        run: () => client.invitations.revoke(organizationId, member.invitation?.id ?? ''),
        change: 'revoked',
        said: words.revoked(name),
      },
      remove: { run: () => client.members.remove(organizationId, id), change: 'removed', said: words.removed(name) },
    } as const;
    const { run, change, said } = ways[kind];
    const leaving: Leaving = {
      kind,
      name,
      from: organizationName,
      seats: member.seats,
      pools,
      preview: () => client.members.previewDeparture(organizationId, id, { by: kind === 'remove' ? 'remove' : 'deactivate' }),
      confirm: async () => {
        if (!this.#mayGoOn(change, member)) return;
        await run();
        this.#done(change, member, said);
      },
    };
    void question.use((dialog) => dialog.leave(leaving));
  }

  async #do(
    change: MemberChange,
    member: Member,
    said: string,
    run: (client: SeatkitClient, organizationId: string) => Promise<unknown>,
  ): Promise<void> {
    const host = this.#host;
    if (!host.standing || !this.#mayGoOn(change, member)) return;
    try {
      await run(host.api, host.standing.organizationId);
      this.#done(change, member, said);
    } catch (error) {
      host.fail(error);
    }
  }

  /** The page may keep a change from happening. */
  #mayGoOn(change: MemberChange, member: Member): boolean {
    return this.#host.dispatchEvent(new SeatkitBeforeMemberChangeEvent(change, member));
  }

  #done(change: MemberChange, member: Member, said: string): void {
    this.#host.toast.say(said);
    this.#host.dispatchEvent(new SeatkitMemberChangedEvent(change, member));
  }
}
