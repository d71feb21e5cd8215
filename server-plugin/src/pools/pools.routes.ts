import type { Handlers } from '../run.ts';
import { createPool, getLedger, getPool, listPools, updatePool } from './pools.service.ts';

export const poolRoutes = {
  listPools: ({ ctx, query }) => listPools(ctx, query),
  createPool: ({ ctx, body }) => createPool(ctx, body),
  getPool: ({ ctx, params }) => getPool(ctx, params.poolId),
  updatePool: ({ ctx, params, body }) => updatePool(ctx, params.poolId, body),
  getLedger: ({ ctx, params, query }) => getLedger(ctx, params.poolId, query),
} satisfies Partial<Handlers>;
