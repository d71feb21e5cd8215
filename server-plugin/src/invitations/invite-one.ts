import type { NewInvitation, NewInvitations } from '@seatkit/sdk/contract';
import { actorName, type OrgContext } from '../context.ts';
import { fail } from '../errors.ts';
import { managesAllOf } from '../members/require-member.ts';
import { queueMail } from '../outbox/queue-mail.ts';
import type { PoolRow } from '../pools/pools.table.ts';
import { parseAddress } from '../text.ts';
import type { HostReadings } from './host-readings.ts';
import { findLiveInvitation, type InvitationRow } from './invitations.table.ts';
import { accountOf, addToPresent, type Found, findOrInsert, type Invitee, requireName } from './invitee.ts';
import { issueInvitation } from './issue-invitation.ts';
import { giveWanted, type Named, requireWanted } from './wanted.ts';

/** What all rows of a request share, read once. */
export interface InvitePlan extends Named, HostReadings {
  readonly request: NewInvitations;
  readonly policyPools: readonly PoolRow[];
}

export interface Invited {
  readonly outcome: 'invited' | 'joined' | 'staged' | 'updated' | 'already_member';
  readonly memberId: string;
  readonly invitation: InvitationRow | null;
  /** The person was pending before. */
  readonly again: boolean;
}

/** Invites one person, or adds what is named to somebody who is already here. Throws to refuse the row. */
export async function inviteOne(ctx: OrgContext, plan: InvitePlan, person: NewInvitation, row: number): Promise<Invited> {
  const address = parseAddress(person.email) ?? fail('invalid_email', `“${person.email.slice(0, 100)}” is not an e-mail address.`);
  const names = { firstName: requireName(person.firstName, 'first name'), lastName: requireName(person.lastName, 'last name') };
  const wanted = requireWanted(ctx, plan, person);
  const refusal = plan.refusals.get(row);
  if (refusal !== undefined) fail('person_refused', refusal);
  const account = accountOf(plan, address);
  const invitee: Invitee = { person, address, names, account };
  const found = await findOrInsert(ctx, invitee, wanted, plan.request.delivery);
  const before = found.member;
  // Asked before anything is added: whoever may not send this invitation may not send it by inviting again either, and learns and changes nothing.
  const mine = found.isNew || (await managesAllOf(ctx, before));
  const maySend = mine || before.status === 'active';
  if (!maySend && (await findLiveInvitation(ctx, before.id)) === null)
    fail('not_allowed', 'Others are responsible for this person, who has no open invitation. Ask an admin.');
  if (before.status === 'deactivated') fail('deactivated', `${address.email} is deactivated here. Reactivate the person instead.`);
  if (person.externalId !== undefined && before.externalId !== null && before.externalId !== person.externalId)
    fail('external_id_taken', 'This person has another external id.');
  const member = mine && !found.isNew ? await addToPresent(ctx, before, invitee) : before;
  const added = member !== before;
  const changed = await giveWanted(ctx, { ...found, member }, wanted, plan.policyPools);
  if (!maySend) return { outcome: added || changed ? 'updated' : 'already_member', memberId: member.id, invitation: null, again: false };
  if (member.status === 'active') return arrive(ctx, plan, found, added || changed);
  const again = !found.isNew;
  const held = plan.request.delivery === 'hold';
  // Holding keeps mail back; it takes nobody's working link away.
  const live = held && member.status === 'invited' ? await findLiveInvitation(ctx, member.id) : null;
  if (live) return { outcome: 'invited', memberId: member.id, invitation: live, again };
  const invitation = await issueInvitation(ctx, member, {
    held,
    known: account !== null,
    message: plan.request.message ?? null,
    locale: plan.request.locale ?? null,
    delaySeconds: plan.request.delaySeconds,
  });
  return { outcome: held ? 'staged' : 'invited', memberId: member.id, invitation, again };
}

async function arrive(ctx: OrgContext, plan: InvitePlan, found: Found, changed: boolean): Promise<Invited> {
  const { member, isNew } = found;
  if (isNew) {
    const data = { invitedBy: actorName(ctx), ...(plan.request.message === undefined ? {} : { message: plan.request.message }) };
    queueMail(ctx, { template: 'joined', memberId: member.id, email: member.email, data });
  }
  if (isNew && member.role === 'admin') queueMail(ctx, { template: 'admin_granted', memberId: member.id, email: member.email });
  return { outcome: isNew ? 'joined' : changed ? 'updated' : 'already_member', memberId: member.id, invitation: null, again: false };
}
