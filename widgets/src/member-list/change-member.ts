import type { Member, SeatkitClient } from '@seatkit/sdk';
import { type MemberChange, SeatkitBeforeMemberChangeEvent, SeatkitMemberChangedEvent } from '../events.ts';
import type { SeatkitMemberList } from './member-list.ts';

/**
 * Does something to a member, unless the page keeps it from happening, and tells the page when it is done. Undefined: the page did, and
 * nothing is to be said.
 */
export async function changeMember<Answer>(
  list: SeatkitMemberList,
  change: MemberChange,
  member: Member,
  run: (api: SeatkitClient, organizationId: string) => Promise<Answer>,
): Promise<{ readonly answer: Answer } | undefined> {
  const { api, standing } = list;
  if (!standing || !list.dispatchEvent(new SeatkitBeforeMemberChangeEvent(change, member))) return undefined;
  const answer = await run(api, standing.organizationId);
  list.dispatchEvent(new SeatkitMemberChangedEvent(change, member));
  return { answer };
}
