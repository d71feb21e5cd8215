import type { SeatkitClient } from '@seatkit/sdk';
import type { Filter } from './list-state.ts';

/** Something to narrow the list to. */
export interface Choice {
  readonly id: string;
  readonly name: string;
}

interface Kind {
  list(
    api: SeatkitClient,
    organizationId: string,
    q: string,
    signal: AbortSignal,
  ): Promise<{ items: readonly Choice[]; next: string | null }>;
  name(api: SeatkitClient, organizationId: string, id: string): Promise<string | undefined>;
}

const limit = 50;
const query = (q: string) => ({ limit, ...(q ? { q } : {}) });

/** The filters whose values are the organization's own. */
export const choicesOf: { readonly [Key in Filter]?: Kind } = {
  groupId: {
    list: (api, organizationId, q, signal) => api.groups.list(organizationId, query(q), { signal }),
    name: async (api, organizationId, id) => (await api.groups.get(organizationId, id)).name,
  },
  poolId: {
    // Nobody has so many pools that the server would have to search them.
    list: async (api, organizationId, q, signal) => {
      const { items, next } = await api.pools.list(organizationId, { limit: 200 }, { signal });
      const named = items.map(({ id, name, product }) => ({ id, name: name || product }));
      return { items: named.filter(({ name }) => name.toLowerCase().includes(q.toLowerCase())), next };
    },
    name: async (api, organizationId, id) => {
      const { name, product } = await api.pools.get(organizationId, id);
      return name || product;
    },
  },
  roleProfileId: {
    list: (api, organizationId, q, signal) => api.roleProfiles.list(organizationId, query(q), { signal }),
    name: async (api, organizationId, id) => {
      for await (const profile of api.roleProfiles.list(organizationId, { limit: 200 })) if (profile.id === id) return profile.name;
      return undefined;
    },
  },
};

/** What of them is called so; `more` when there are others. */
export async function findChoices(
  api: SeatkitClient,
  organizationId: string,
  filter: Filter,
  q: string,
  signal: AbortSignal,
): Promise<{ readonly choices: readonly Choice[]; readonly more: boolean }> {
  const page = await choicesOf[filter]?.list(api, organizationId, q, signal);
  return { choices: page?.items ?? [], more: page?.next != null };
}
