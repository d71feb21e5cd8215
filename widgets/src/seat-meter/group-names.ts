import { type Pool, type SeatkitClient, SeatkitError } from '@seatkit/sdk';
import type { Standing } from '../clients.ts';

/** The names of the groups to which pools belong. Most callers know them from their standing; only an admin has to ask. */
export async function groupNames(
  api: SeatkitClient,
  standing: Standing,
  pools: readonly Pool[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map(standing.managedGroups.map(({ id, name }) => [id, name]));
  const missing = new Set(pools.flatMap(({ groupId }) => (groupId && !names.has(groupId) ? groupId : [])));
  if (missing.size === 0) return names;
  try {
    for await (const { id, name } of api.groups.list(standing.organizationId, { limit: 200 }, { signal })) {
      names.set(id, name);
      missing.delete(id);
      if (missing.size === 0) break;
    }
  } catch (error) {
    // Outside the plan there are no groups to read; the seats are still there.
    if (!(error instanceof SeatkitError && error.code === 'not_in_plan')) throw error;
  }
  return names;
}
