import type { Context } from '../context.ts';
import { insertChunks } from '../db/insert-chunks.ts';
import { searchKeys } from '../text.ts';
import type { MemberRow } from './members.table.ts';

type Searched = Pick<MemberRow, 'id' | 'organizationId' | 'firstName' | 'lastName' | 'email' | 'status' | 'role'>;

/** Lets somebody be found in these places: the organization or groups. */
export async function insertWords({ db, tables }: Context, member: Searched, placeIds: readonly string[]): Promise<void> {
  const { id: memberId, status: memberStatus, role: memberRole } = member;
  const rows = placeIds.flatMap((placeId) => searchKeys(member).map((word) => ({ memberId, placeId, word, memberStatus, memberRole })));
  await insertChunks(db, tables.memberWords, rows);
}

/** Rewrites the search words of somebody whose name or address has changed. */
export async function rewriteWords(ctx: Context, member: Searched): Promise<void> {
  const { db, tables } = ctx;
  // Locked, so that a group that is removed at this moment is removed after this, with the words that are written here.
  const groups = (await db(tables.groupPeople).select('groupId').where({ memberId: member.id }).forUpdate()) as { groupId: string }[];
  await db(tables.memberWords).where({ memberId: member.id }).delete();
  await insertWords(ctx, member, [member.organizationId, ...groups.map(({ groupId }) => groupId)]);
}

/** Lets somebody be found in a group no more. */
export async function deleteWords({ db, tables }: Context, memberId: string, groupId: string): Promise<void> {
  await db(tables.memberWords).where({ memberId, placeId: groupId }).delete();
}
