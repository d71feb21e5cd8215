import type { InvitationResult, SeatkitClient } from '@seatkit/sdk';

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
