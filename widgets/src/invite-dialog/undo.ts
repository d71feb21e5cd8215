import type { InvitationResult, SeatkitClient } from '@seatkit/sdk';

const aMinute = 60_000;

/**
 * The rows that an undo may revoke: only people who were not there before. Inviting somebody again who is already pending
 * also says `invited`, but to revoke that would throw out a person whom this request did not bring in.
 */
export function newlyInvited(results: readonly InvitationResult[]): InvitationResult[] {
  const createdAt = ({ member }: InvitationResult) => (member ? Date.parse(member.createdAt) : Date.now());
  const newest = Math.max(...results.map(createdAt));
  // The server's clock may differ from ours by minutes, but it is the same for all rows.
  if (newest < Date.now() - 60 * aMinute) return [];
  return results.filter((result) => result.outcome === 'invited' && result.invitation && createdAt(result) >= newest - aMinute);
}

/** Revokes new invitations, four at a time, and answers with those that could not be revoked. */
export async function takeBack(
  api: SeatkitClient,
  organizationId: string,
  results: readonly InvitationResult[],
  failed: (error: unknown) => void,
): Promise<InvitationResult[]> {
  const waiting = [...results];
  const left: InvitationResult[] = [];
  const work = async () => {
    for (let result = waiting.shift(); result; result = waiting.shift()) {
      try {
        await api.invitations.revoke(organizationId, result.invitation?.id ?? '');
      } catch (error) {
        failed(error);
        left.push(result);
      }
    }
  };
  await Promise.all([work(), work(), work(), work()]);
  return left;
}
