import { type Group, type Pool, type RoleProfile, type SeatkitClient, SeatkitError } from '@seatkit/sdk';
import type { Standing } from '../clients.ts';
import type { Choices } from './offer.ts';

/** Reads what this caller may give away: admins everything, group admins the groups whose people they manage. */
export async function loadChoices(api: SeatkitClient, standing: Standing, signal: AbortSignal): Promise<Choices> {
  const id = standing.organizationId;
  const admin = standing.may('manageMembers');
  const mine = standing.managedGroups.filter((group) => group.mayManagePeople && !group.archived);
  const [{ locale }, pools, groups, profiles] = await Promise.all([
    api.organizations.get(id, { signal }),
    standing.may('manageSeats') ? all<Pool>(api.pools.list(id, { limit: 200 }, { signal })) : [],
    admin ? all<Group>(api.groups.list(id, { limit: 200 }, { signal })).catch(noneIfNotInPlan) : mine,
    admin ? all<RoleProfile>(api.roleProfiles.list(id, { limit: 200 }, { signal })) : [],
  ]);
  return { admin, pools, groups, profiles, locale };
}

async function all<T>(list: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of list) items.push(item);
  return items;
}

function noneIfNotInPlan(error: unknown): never[] {
  if (error instanceof SeatkitError && error.code === 'not_in_plan') return [];
  throw error;
}
