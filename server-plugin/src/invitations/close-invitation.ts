import type { OrgContext } from '../context.ts';
import { fail } from '../errors.ts';
import { type InvitationRow, tryUpdateInvitation } from './invitations.table.ts';

/** Ends an invitation: its link is dead, and mail that still waits is dropped. */
export async function closeInvitation(ctx: OrgContext, invitation: InvitationRow, status: 'revoked' | 'expired'): Promise<void> {
  const delivery = invitation.delivery === 'queued' ? null : invitation.delivery;
  if (!(await tryUpdateInvitation(ctx, invitation, { status, live: null, delivery }))) {
    fail('conflict', 'The invitation changed at this moment. Send it again.', { retry: true });
  }
}
