import type { ProblemFacts } from '@seatkit/sdk/contract';
import type { PoolRow } from './pools.table.ts';

/** What a refusal says of the pool it is about, for programs that word it themselves. */
export function poolFacts({ id, product, name }: PoolRow): Partial<ProblemFacts> {
  return { poolId: id, product, poolName: name };
}
