import type { OrgContext } from '../context.ts';
import { fail } from '../errors.ts';
import { type InvitationRow, tryUpdateInvitation } from './invitations.table.ts';

/** Ends an invitation: its link is dead, and mail that still waits is dropped. */
export async function closeInvitation(ctx: OrgContext, invitation: InvitationRow, status: 'revoked' | 'expired'): Promise<void> {
  if (!(await tryCloseInvitation(ctx, invitation, status)))
    fail('conflict', 'The invitation changed at this moment. Send it again.', { retry: true });
}

/** The same; answers whether the invitation was still as it was read. */
export function tryCloseInvitation(ctx: OrgContext, invitation: InvitationRow, status: 'revoked' | 'expired'): Promise<boolean> {
  return tryUpdateInvitation(ctx, invitation, {
    status,
    live: null,
    delivery: invitation.delivery === 'queued' ? null : invitation.delivery,
  });
}
