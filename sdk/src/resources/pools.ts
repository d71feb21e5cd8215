import type { Call, CallOptions, ChangeOptions } from '../call.ts';
import type { Ledger, LedgerEntry, Pool } from '../contract/pools.ts';
import type { LedgerQuery, NewPool, PoolChanges, PoolQuery } from '../inputs.ts';
import { PagePromise } from '../pages.ts';

/** Bought licences and their record. */
export class Pools {
  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

  /** The pools the caller may see, with their figures. */
  list(organizationId: string, query: PoolQuery = {}, options?: CallOptions): PagePromise<Pool> {
    return new PagePromise((cursor) =>
      this.#call('listPools', { params: { organizationId }, query: cursor === undefined ? query : { ...query, cursor }, ...options }),
    );
  }

  /** Reads a pool with its figures. */
  get(organizationId: string, poolId: string, options?: CallOptions): Promise<Pool> {
    return this.#call('getPool', { params: { organizationId, poolId }, ...options });
  }

  /** Operator: creates a pool of bought seats. */
  create(organizationId: string, body: NewPool, options?: CallOptions): Promise<Pool> {
    return this.#call('createPool', { params: { organizationId }, body, ...options });
  }

  /** Operator: resizes a pool or changes its rules; what is left out stays. */
  update(organizationId: string, poolId: string, body: PoolChanges, options?: ChangeOptions): Promise<Pool> {
    return this.#call('updatePool', { params: { organizationId, poolId }, body, ...options });
  }

  /** Everything that ever changed a pool, newest first, with figures and holders as of an instant. */
  ledger(organizationId: string, poolId: string, query: LedgerQuery = {}, options?: CallOptions): PagePromise<LedgerEntry, Ledger> {
    return new PagePromise((cursor) =>
      this.#call('getLedger', {
        params: { organizationId, poolId },
        query: cursor === undefined ? query : { ...query, cursor },
        ...options,
      }),
    );
  }
}
