import type { Member, SeatkitClient } from '@seatkit/sdk';
import { type MemberChange, SeatkitMemberChangedEvent } from '../events.ts';
import type { DepartureDialog, DepartureKind } from '../parts/departure-dialog.ts';
import { nameOf } from '../parts/person.ts';
import type { QuestionDialog } from '../parts/question-dialog.ts';
import type { Toast } from '../parts/toast.ts';
import { errorMessage } from '../problem-message.ts';
import type { SeatkitMemberList } from './member-list.ts';
import type { MemberActs } from './member-menu.ts';

/** Does what the row menu offers, and says what was done or why it was not. */
export class MemberChanges implements MemberActs {
  readonly #host: SeatkitMemberList;
  readonly #toast: Toast;
  readonly #departure: DepartureDialog;
  readonly #question: QuestionDialog;

  constructor(host: SeatkitMemberList, toast: Toast, departure: DepartureDialog, question: QuestionDialog) {
    this.#host = host;
    this.#toast = toast;
    this.#departure = departure;
    this.#question = question;
  }

  /** Asks first: it is a right over everybody else, and the person hears of it. */
  setRole(member: Member, role: Member['role']): void {
    const { words, client, standing } = this.#host;
    if (!standing) return;
    const name = nameOf(member);
    const { title, means, mail, mailLater } = words.roleQuestion[role];
    void this.#question.ask({
      title: title(name),
      means: [means, member.status === 'active' ? mail(member.email) : mailLater],
      button: role === 'admin' ? words.makeAdmin : words.makeMember,
      confirm: async () => {
        await client.members.update(standing.organizationId, member.id, { role });
        this.#done('role', member, role === 'admin' ? words.isAdmin(name) : words.isMember(name));
      },
    });
  }

  reactivate(member: Member): void {
    const said = this.#host.words.reactivated(nameOf(member));
    void this.#do('reactivated', member, said, (client, organizationId) => client.members.reactivate(organizationId, member.id));
  }

  send(member: Member, invitationId: string): void {
    const said = this.#host.words.sentAgain(member.email);
    void this.#do('sent', member, said, (client, organizationId) => client.invitations.send(organizationId, invitationId));
  }

  /** Asks first, and says what it does to the seats. */
  leave(member: Member, kind: Exclude<DepartureKind, 'group'>): void {
    const { standing, client, words, pools } = this.#host;
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
    void this.#departure.ask({
      kind,
      name,
      from: organizationName,
      seats: member.seats,
      pools,
      preview: () => client.members.previewDeparture(organizationId, id, { by: kind === 'remove' ? 'remove' : 'deactivate' }),
      confirm: async () => {
        await run();
        this.#done(change, member, said);
      },
    });
  }

  async #do(
    change: MemberChange,
    member: Member,
    said: string,
    run: (client: SeatkitClient, organizationId: string) => Promise<unknown>,
  ): Promise<void> {
    const host = this.#host;
    if (!host.standing) return;
    try {
      await run(host.client, host.standing.organizationId);
      this.#done(change, member, said);
    } catch (error) {
      host.report(error);
      const poolName = (id: string) => host.pools.find((pool) => pool.id === id)?.name;
      this.#toast.say(errorMessage(host.words, error, poolName), true);
    }
  }

  #done(change: MemberChange, member: Member, said: string): void {
    this.#toast.say(said);
    this.#host.dispatchEvent(new SeatkitMemberChangedEvent(change, member));
  }
}
