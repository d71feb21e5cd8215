import type { MemberQuery } from '@seatkit/sdk';
import type { Standing } from '../clients.ts';

/** What is asked of the list: search, filters and order. What is left out is not asked. */
export type ListState = Pick<MemberQuery, 'q' | 'status' | 'role' | 'groupId' | 'poolId' | 'roleProfileId' | 'sort'>;
/** A change of it: what is undefined is asked no longer. */
export type ListChange = { readonly [Key in keyof ListState]: ListState[Key] | undefined };
export type Sort = NonNullable<ListState['sort']>;
/** What the list can be narrowed to, beside the status that has chips of its own. */
export type Filter = Exclude<keyof ListState, 'q' | 'sort'>;

export const statuses = ['active', 'invited', 'staged', 'deactivated'] as const satisfies ListState['status'][];
const filters = ['status', 'role', 'groupId', 'poolId', 'roleProfileId'] as const satisfies Filter[];
/** Takes all of them away. */
export const noFilters: ListChange = Object.fromEntries(filters.map((filter) => [filter, undefined]));

/** Whether anything narrows the list beside search. */
export const isFiltered = (asked: ListState): boolean => filters.some((filter) => asked[filter]);

/** The orders, each with the column that it is the order of. */
export const sorts = { name: 'name', email: 'email', '-lastSeenAt': 'seen', createdAt: 'created' } as const satisfies Record<Sort, string>;

/** The filters of a caller: by seats only for who may see the pools. */
export function filtersFor(standing: Standing | undefined): Filter[] {
  return filters.filter((filter) => filter !== 'poolId' || standing?.may('manageSeats'));
}
