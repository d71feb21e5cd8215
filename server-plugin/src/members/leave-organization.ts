import type { SeatOutcome } from '@seatkit/sdk/contract';
import type { OrgContext } from '../context.ts';
import { leaveAllGroups } from '../groups/groups.service.ts';
import { closeInvitation } from '../invitations/close-invitation.ts';
import { findNewestInvitation, isSendable } from '../invitations/invitations.table.ts';
import { endSeats } from '../seats/seat-endings.ts';
import { keepConsumedSeats } from './former-members.table.ts';
import { deleteMemberRow, type MemberRow } from './members.table.ts';

/** Takes somebody out of the organization with all that hangs on them. The host account stays; a consumed seat waits in case they come back. */
export async function leaveOrganization(ctx: OrgContext, member: MemberRow): Promise<SeatOutcome[]> {
  const invitation = await findNewestInvitation(ctx, member.id);
  if (invitation && isSendable(invitation)) await closeInvitation(ctx, invitation, 'revoked');
  const seats = await endSeats(ctx, member, 'left');
  await leaveAllGroups(ctx, member.id);
  await keepConsumedSeats(ctx, member);
  await deleteMemberRow(ctx, member.id);
  return seats;
}
