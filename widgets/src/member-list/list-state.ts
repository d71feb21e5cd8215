import type { MemberQuery } from '@seatkit/sdk';

/** What is asked of the list: search, filters and order. What is left out is not asked. */
export type ListState = Pick<MemberQuery, 'q' | 'status' | 'role' | 'groupId' | 'poolId' | 'roleProfileId' | 'sort'>;
/** What the list can be narrowed to. */
export type Filter = Exclude<keyof ListState, 'q' | 'sort'>;

export const statuses = ['active', 'invited', 'staged', 'deactivated'] as const satisfies ListState['status'][];
