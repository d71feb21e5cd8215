import type { InvitationStatus } from '@seatkit/sdk/contract';
import type { Knex } from 'knex';
import type { Context } from '../context.ts';

/** Shows a new invitation to the groups in which its person stands. */
export async function showToGroups(ctx: Context, invitation: { id: string; memberId: string; status: InvitationStatus }): Promise<void> {
  const { db, tables } = ctx;
  const { id, memberId, status } = invitation;
  // Locked, so that a group that is removed at this moment is removed after this, with what is written here.
  const groups = db(tables.groupPeople).where({ memberId }).forShare();
  await copy(ctx, groups.select('groupId', 'memberId', db.raw('?', [id]), db.raw('?', [status])));
}

/** Shows the invitations of somebody who comes into a group to that group. */
export async function showInvitationsOf(ctx: Context, memberId: string, groupId: string): Promise<void> {
  const { db, tables } = ctx;
  await copy(
    ctx,
    db(tables.invitations)
      .where({ memberId })
      .select(db.raw('?', [groupId]), 'memberId', 'id', 'status'),
  );
}

/** Hides the invitations of somebody who leaves a group from that group. */
export async function hideInvitationsOf({ db, tables }: Context, memberId: string, groupId: string): Promise<void> {
  await db(tables.groupInvitations).where({ memberId, groupId }).delete();
}

/** Keeps the copies of an invitation's status as the invitation is. */
export async function copyStatus(
  { db, tables }: Context,
  { id, memberId }: { id: string; memberId: string },
  status: InvitationStatus,
): Promise<void> {
  await db(tables.groupInvitations).where({ memberId, invitationId: id }).update({ status });
}

async function copy({ db, tables }: Context, rows: Knex.QueryBuilder): Promise<void> {
  const columns = ['groupId', 'memberId', 'invitationId', 'status'];
  await db(db.raw('?? (??, ??, ??, ??)', [tables.groupInvitations, ...columns])).insert(rows);
}
