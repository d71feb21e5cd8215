import type { Context } from '../context.ts';
import { verifyCopies } from './verify-copies.ts';

/** A figure that does not agree with what it counts. */
export interface Difference {
  readonly what: string;
  readonly id: string;
  readonly kept: number;
  readonly counted: number;
}

/**
 * Compares the figures of every pool with its seats and its ledger, the counters of organizations and groups with what they count, and the copies from
 * which lists are read with what they are copies of.
 */
export async function verify(ctx: Context): Promise<Difference[]> {
  return [...(await comparePools(ctx)), ...(await compareAdmins(ctx)), ...(await compareGroups(ctx)), ...(await verifyCopies(ctx))];
}

type Sums = Record<string, number | string | null>;

async function comparePools(ctx: Context): Promise<Difference[]> {
  const { db, tables } = ctx;
  const differences: Difference[] = [];
  const seats = await sumsBy(
    db(tables.seats).select('poolId', 'status').count({ n: '*' }).where({ live: 1 }).groupBy('poolId', 'status'),
    (row) => `${row.poolId}:${row.status}`,
  );
  const ledger = new Map(
    (
      (await db(tables.ledger)
        .select('poolId')
        .sum({ quantity: 'quantity', reserved: 'reserved', assigned: 'assigned', consumed: 'consumed' })
        .groupBy('poolId')) as Sums[]
    ).map((row) => [row.poolId, row]),
  );
  for (const pool of (await db(tables.pools).select('id', 'quantity', 'reserved', 'assigned', 'consumed')) as Sums[]) {
    const id = String(pool.id);
    for (const column of ['reserved', 'assigned', 'consumed'])
      differences.push(...compare(`pool.${column} and its seats`, id, pool[column], seats.get(`${id}:${column}`)));
    for (const column of ['quantity', 'reserved', 'assigned', 'consumed'])
      differences.push(...compare(`pool.${column} and its ledger`, id, pool[column], ledger.get(id)?.[column]));
    const free = Number(pool.quantity) - Number(pool.reserved) - Number(pool.assigned) - Number(pool.consumed);
    if (free < 0) differences.push({ what: 'pool.free', id, kept: free, counted: 0 });
  }
  return differences;
}

async function compareAdmins(ctx: Context): Promise<Difference[]> {
  const { db, tables } = ctx;
  const admins = await sumsBy(
    db(tables.members).select('organizationId').count({ n: '*' }).where({ role: 'admin', status: 'active' }).groupBy('organizationId'),
    (row) => String(row.organizationId),
  );
  const rows = (await db(tables.organizations).select('id', 'adminCount')) as Sums[];
  return rows.flatMap((row) =>
    compare('organization.adminCount and its active admins', String(row.id), row.adminCount, admins.get(String(row.id))),
  );
}

async function compareGroups(ctx: Context): Promise<Difference[]> {
  const { db, tables } = ctx;
  const people = new Map(
    (
      (await db(tables.groupPeople)
        .select('groupId')
        .sum({ memberCount: 'isMember', coachCount: 'isCoach', managerCount: 'isManager' })
        .groupBy('groupId')) as Sums[]
    ).map((row) => [row.groupId, row]),
  );
  const rows = (await db(tables.groups).select('id', 'memberCount', 'coachCount', 'managerCount')) as Sums[];
  return rows.flatMap((row) =>
    ['memberCount', 'coachCount', 'managerCount'].flatMap((column) =>
      compare(`group.${column} and its people`, String(row.id), row[column], people.get(row.id)?.[column]),
    ),
  );
}

async function sumsBy(query: PromiseLike<unknown>, key: (row: Sums) => string): Promise<Map<string, number>> {
  return new Map(((await query) as Sums[]).map((row) => [key(row), Number(row.n)]));
}

function compare(
  what: string,
  id: string,
  kept: number | string | null | undefined,
  counted: number | string | null | undefined,
): Difference[] {
  return Number(kept ?? 0) === Number(counted ?? 0) ? [] : [{ what, id, kept: Number(kept ?? 0), counted: Number(counted ?? 0) }];
}
