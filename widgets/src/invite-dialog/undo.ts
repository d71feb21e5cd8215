import type { InvitationResult, SeatkitClient } from '@seatkit/sdk';

/** The rows that an undo may revoke: only people who were not there before this request. */
export function newlyInvited(results: readonly InvitationResult[]): InvitationResult[] {
  return results.filter((result) => result.outcome === 'invited' && result.invitation && !result.again);
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
