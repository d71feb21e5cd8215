import type { Member, Pool, SeatkitClient } from '@seatkit/sdk';
import { html } from 'lit';
import type { MemberChange } from '../events.ts';
import type { DepartureKind, Leaving } from '../parts/departure.ts';
import { nameOf } from '../parts/person.ts';
import { changeMember } from './change-member.ts';
import type { SeatkitMemberList } from './member-list.ts';
import type { MemberActs } from './member-menu.ts';
import type { RowActions } from './row-actions.ts';

type Run = (client: SeatkitClient, organizationId: string) => Promise<unknown>;

/** Does what the row menu offers, and says what was done or why it was not. */
export class MemberChanges implements MemberActs {
  readonly #actions: RowActions;

  constructor(actions: RowActions) {
    this.#actions = actions;
  }

  get #host(): SeatkitMemberList {
    return this.#actions.host;
  }

  open(member: Member): void {
    this.#actions.details((drawer) => drawer.show(member));
  }

  copyLink(member: Member): void {
    this.#actions.details((drawer) => drawer.showLink(member));
  }

  /** Asks first: it is a right over everybody else, and the person hears of it. */
  setRole(member: Member, role: Member['role']): void {
    const { question } = this.#actions;
    const said = this.#actions.words;
    const name = nameOf(member);
    void question.renew().use((dialog) =>
      dialog.ask((words) => {
        const { title, means, mail, mailLater } = words.roleQuestion[role];
        return {
          title: title(name),
          means: () => [means, member.status === 'active' ? mail(member.email) : mailLater].map((sentence) => html`<p>${sentence}</p>`),
          button: role === 'admin' ? said.makeAdmin : said.makeMember,
          confirm: () =>
            this.#do('role', member, role === 'admin' ? said.isAdmin(name) : said.isMember(name), (client, organizationId) =>
              client.members.update(organizationId, member.id, { role }),
            ),
        };
      }),
    );
  }

  reactivate(member: Member): void {
    const said = this.#actions.words.reactivated(nameOf(member));
    void this.#try('reactivated', member, said, (client, organizationId) => client.members.reactivate(organizationId, member.id));
  }

  send(member: Member, invitationId: string): void {
    const said = this.#actions.words.sentAgain(member.email);
    void this.#try('sent', member, said, (client, organizationId) => client.invitations.send(organizationId, invitationId));
  }

  /** Asks first, and says what it does to the seats. */
  leave(member: Member, kind: Exclude<DepartureKind, 'group'>): void {
    const { standing, api: client } = this.#host;
    const { question } = this.#actions;
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
    const pools: Pool[] = [];
    const leaving: Leaving = {
      kind,
      name,
      from: organizationName,
      seats: member.seats,
      pools,
      preview: async () => {
        const preview = client.members.previewDeparture(organizationId, id, { by: kind === 'remove' ? 'remove' : 'deactivate' });
        // Only for the figures: whoever may not see the pools is told the rest.
        if (standing.may('manageSeats')) pools.push(...(await client.pools.list(organizationId, { limit: 200 })).items);
        return preview;
      },
      confirm: () => this.#do(change, member, said, run),
    };
    void question.renew().use((dialog) => dialog.leave(leaving));
  }

  async #do(change: MemberChange, member: Member, said: string, run: Run): Promise<void> {
    if (await changeMember(this.#host, change, member, run)) this.#host.toast.say(said);
  }

  async #try(change: MemberChange, member: Member, said: string, run: Run): Promise<void> {
    try {
      await this.#do(change, member, said, run);
    } catch (error) {
      this.#host.fail(error);
    }
  }
}
