import type { MemberRow } from './members.table.ts';

/** One of the organizations in which somebody with a host account stands. */
export type Membership = Pick<MemberRow, 'organizationId' | 'status' | 'createdAccount'>;

/** Nobody takes a person over: the account answers to the organization through which it was made, as long as the person is in no other. */
export function ownsAccountBy(memberships: readonly Membership[], organizationId: string): boolean {
  const own = memberships.find((row) => row.organizationId === organizationId);
  const others = memberships.filter((row) => row !== own && row.status !== 'anonymized');
  return own?.createdAccount === 1 && others.length === 0;
}

/** Kept out of the host: whom the organization that made the account has deactivated, and who is active nowhere else. */
export function isBlocked(memberships: readonly Membership[]): boolean {
  const shut = memberships.some((row) => row.status === 'deactivated' && row.createdAccount === 1);
  return shut && memberships.every((row) => row.status === 'deactivated' || row.status === 'anonymized');
}
