import type { Me } from '@seatkit/sdk/contract';
import type { Account } from './accounts.ts';
import { seatkit } from './seatkit.ts';

/** A customer whose people the account may look after. */
export interface AdminOf {
  readonly id: string;
  readonly key?: string;
  readonly name: string;
  readonly may: Me['organizations'][number]['may'];
}

/** The customers on the account's administration page: all for the vendor's own staff, else those in which it has something to do. */
export async function administers(account: Account): Promise<readonly AdminOf[]> {
  if (account.is_staff) {
    const { items } = await seatkit.run(null, { operator: `host:${account.id}` }, 'listOrganizations', {
      params: {},
      query: { limit: 200 },
    });
    return items.map(({ id, key, name }) => ({ id, key, name, may: ['seeMembers', 'manageGroups', 'invite', 'operate'] }));
  }
  const me = await seatkit.run(null, { userId: String(account.id) }, 'getMe', { params: {} });
  return me.organizations.filter((organization) => organization.may.includes('seeMembers'));
}

/** Whether the administration page has anything for the account. */
export async function looksAfterOthers(account: Account): Promise<boolean> {
  return Boolean(account.is_staff) || (await administers(account)).length > 0;
}

/** Where somebody starts after signing in. */
export async function homeOf(account: Account): Promise<'/admin' | '/courses'> {
  return (await administers(account)).length > 0 ? '/admin' : '/courses';
}
