import type { MemberStatus, Role } from '@seatkit/sdk/contract';
import type { Context } from '../context.ts';
import { defined } from '../defined.ts';
import { rewriteWords } from './member-words.table.ts';
import type { MemberRow } from './members.table.ts';

/** What every table that narrows the member list holds a copy of: the member's own sort keys, and what lists are filtered by. */
export interface ListKeys {
  readonly nameSort: string;
  readonly emailKey: string;
  readonly seenSort: string;
  readonly memberStatus: MemberStatus | '';
  readonly memberRole: Role | '';
}

/** Somebody as far as lists care. */
export type Listed = Pick<MemberRow, 'nameSort' | 'emailKey' | 'seenSort' | 'status' | 'role'>;

export function listKeysOf({ nameSort, emailKey, seenSort, status, role }: Listed): ListKeys {
  return { nameSort, emailKey, seenSort, memberStatus: status, memberRole: role };
}

/** The keys of a seat that is in no list, because it has ended or its holder is gone. */
export const UNLISTED: ListKeys = { nameSort: '', emailKey: '', seenSort: '', memberStatus: '', memberRole: '' };

/** Carries changes of a member's row, which is as given now, to the copies and the search words. */
export async function copyChanges(ctx: Context, member: MemberRow, changes: Partial<MemberRow>): Promise<void> {
  const { db, tables } = ctx;
  const memberId = member.id;
  const { nameSort, emailKey, seenSort, status: memberStatus, role: memberRole } = changes;
  const standing = defined({ memberStatus, memberRole });
  const keys = { ...defined({ nameSort, emailKey, seenSort }), ...standing };
  if (Object.keys(keys).length > 0) {
    for (const table of [tables.groupPeople, tables.memberRoleProfiles]) await db(table).where({ memberId }).update(keys);
    await db(tables.seats).where({ memberId, live: 1 }).update(keys);
  }
  const { firstName, lastName, email } = changes;
  if ([firstName, lastName, email].some((text) => text !== undefined)) await rewriteWords(ctx, member);
  else if (Object.keys(standing).length > 0) await db(tables.memberWords).where({ memberId }).update(standing);
}
