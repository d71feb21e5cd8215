import type { Ledger, LedgerQuery, NewPool, Pool, PoolChanges, PoolPage, PoolQuery } from '@seatkit/sdk/contract';
import { requireFeature, requireManages, requireVersion } from '../access.ts';
import type { OrgContext } from '../context.ts';
import { addAudit } from '../effects.ts';
import { fail } from '../errors.ts';
import { findGroups, requireGroup, requireManagedGroup, requireOpenGroupRow, requireUnarchivedGroup } from '../groups/groups.table.ts';
import { newId } from '../ids.ts';
import { seatPresentMembers } from '../seats/present-members.ts';
import { isOpen } from '../seats/seat-changes.ts';
import { sortKey } from '../text.ts';
import { addLedgerEntry, figuresAt, holdersAt, listEntries } from './ledger.table.ts';
import { poolFacts } from './pool-facts.ts';
import {
  findDependant,
  findPool,
  insertPool,
  listPoolRows,
  type PoolRow,
  requirePool,
  takenOf,
  toPool,
  tryChangeFigures,
  tryUpdatePool,
} from './pools.table.ts';

export async function listPools(ctx: OrgContext, query: PoolQuery): Promise<PoolPage> {
  if (query.groupId !== undefined) await requireManagedGroup(ctx, query.groupId);
  const page = await listPoolRows(ctx, query);
  return { ...page, items: await toPools(ctx, page.items) };
}

export async function getPool(ctx: OrgContext, poolId: string): Promise<Pool> {
  const pool = await requirePool(ctx, poolId);
  if (pool.groupId !== null) requireManages(ctx, pool.groupId, false);
  else if (ctx.caller.level !== 'admin' && ctx.caller.level !== 'operator')
    fail('not_allowed', "The organization's own seats are seen by its admins.");
  return toOnePool(ctx, pool);
}

/** Pools as the API shows them; the names of their groups come by one query. */
async function toPools(ctx: OrgContext, rows: readonly PoolRow[]): Promise<Pool[]> {
  const groups = await findGroups(ctx, [...new Set(rows.flatMap(({ groupId }) => groupId ?? []))]);
  return rows.map((row) => toPool(row, groups.get(row.groupId ?? '')?.name ?? null));
}

async function toOnePool(ctx: OrgContext, row: PoolRow): Promise<Pool> {
  const [pool] = await toPools(ctx, [row]);
  return pool!;
}

/** Sells seats. A pool that is `required` or `automatic` seats the people who are there, in the same transaction. */
export async function createPool(ctx: OrgContext, body: NewPool): Promise<Pool> {
  const id = newId();
  const name = body.name ?? body.product;
  const row: PoolRow = {
    id,
    organizationId: ctx.organization.id,
    groupId: body.groupId ?? null,
    product: body.product,
    name,
    nameSort: sortKey(name, id),
    assignment: body.assignment,
    release: body.release,
    needs: body.needs ?? null,
    quantity: body.quantity,
    reserved: 0,
    assigned: 0,
    consumed: 0,
    startsAt: body.startsAt ?? null,
    endsAt: body.endsAt ?? null,
    begunAt: hasBegun(ctx, body.startsAt ?? null) ? ctx.now : null,
    closedAt: null,
    version: 1,
    createdAt: ctx.now,
  };
  if (row.groupId !== null) {
    requireFeature(ctx, 'groups');
    await requireGroup(ctx, row.groupId);
    await requireOpenGroupRow(ctx, row.groupId);
  }
  await requireSound(ctx, row, null);
  await insertPool(ctx, row);
  addLedgerEntry(ctx, {
    poolId: id,
    type: 'bought',
    seatId: null,
    memberId: null,
    change: { quantity: body.quantity, reserved: 0, assigned: 0, consumed: 0 },
  });
  addAudit(ctx, 'pool.created', id, {
    product: body.product,
    quantity: body.quantity,
    assignment: body.assignment,
    release: body.release,
    groupId: row.groupId,
  });
  await seatPresentMembers(ctx, row);
  return toOnePool(ctx, (await findPool(ctx, id)) ?? row);
}

/** Resizes a pool and changes its rules. Never below what is taken; a pool that becomes `required` seats all present members or refuses. */
export async function updatePool(ctx: OrgContext, poolId: string, changes: PoolChanges): Promise<Pool> {
  const before = await requirePool(ctx, poolId);
  requireVersion(ctx, before.version);
  const { quantity, ...rules } = changes;
  if (before.groupId !== null && quantity !== undefined && quantity > before.quantity) await requireUnarchivedGroup(ctx, before.groupId);
  const name = rules.name ?? before.name;
  const after: PoolRow = {
    ...before,
    name,
    nameSort: sortKey(name, poolId),
    assignment: rules.assignment ?? before.assignment,
    release: rules.release ?? before.release,
    needs: rules.needs === undefined ? before.needs : rules.needs,
    startsAt: rules.startsAt === undefined ? before.startsAt : rules.startsAt,
    endsAt: rules.endsAt === undefined ? before.endsAt : rules.endsAt,
  };
  const reopened = before.closedAt !== null && (after.endsAt === null || after.endsAt > ctx.now);
  await requireSound(ctx, after, before.needs);
  const { nameSort, assignment, release, needs, startsAt, endsAt } = after;
  const written = await tryUpdatePool(ctx, before, {
    name,
    nameSort,
    assignment,
    release,
    needs,
    startsAt,
    endsAt,
    begunAt: hasBegun(ctx, startsAt) ? (before.begunAt ?? ctx.now) : null,
    closedAt: reopened ? null : before.closedAt,
  });
  if (!written) fail('conflict', 'The pool changed at the same moment. Send it again.', { retry: true });
  if (quantity !== undefined && quantity !== before.quantity) await resize(ctx, before, quantity);
  addAudit(ctx, 'pool.changed', poolId, { before: rulesOf(before), after: { ...rulesOf(after), quantity: quantity ?? before.quantity } });
  const current = (await findPool(ctx, poolId)) ?? after;
  const grew = quantity !== undefined && quantity > before.quantity;
  const opened = !isOpen(ctx, before) && isOpen(ctx, current);
  if (current.assignment !== before.assignment || grew || opened) await seatPresentMembers(ctx, current);
  return toOnePool(ctx, (await findPool(ctx, poolId)) ?? current);
}

function hasBegun(ctx: OrgContext, startsAt: string | null): boolean {
  return startsAt === null || startsAt <= ctx.now;
}

function rulesOf({ name, assignment, release, needs, quantity, startsAt, endsAt }: PoolRow) {
  return { name, assignment, release, needs, quantity, startsAt, endsAt };
}

async function resize(ctx: OrgContext, before: PoolRow, quantity: number): Promise<void> {
  const change = { quantity: quantity - before.quantity, reserved: 0, assigned: 0, consumed: 0 };
  if (!(await tryChangeFigures(ctx, before.id, change))) {
    const now = (await findPool(ctx, before.id)) ?? before;
    const missing = takenOf(now) - quantity;
    fail('quantity_below_taken', `${takenOf(now)} seats are taken; ${missing} of them must become free before ${quantity} can remain.`, {
      ...poolFacts(now),
      quantity,
      taken: takenOf(now),
      missing,
    });
  }
  addLedgerEntry(ctx, { poolId: before.id, type: 'resized', seatId: null, memberId: null, change });
}

/** A term must end after it begins, and a pool that another one needs must need none itself. `needed` is what the pool needs until now. */
async function requireSound(ctx: OrgContext, pool: PoolRow, needed: string | null): Promise<void> {
  if (pool.startsAt !== null && pool.endsAt !== null && pool.endsAt <= pool.startsAt) {
    fail('invalid', '"endsAt" must be after "startsAt".', { fields: [{ path: 'endsAt', message: 'must be after startsAt' }] });
  }
  if (pool.needs === null || pool.needs === needed) return;
  requireFeature(ctx, 'tiers');
  const base = await requirePool(ctx, pool.needs);
  if (base.groupId !== null && base.groupId !== pool.groupId) {
    fail('invalid', '"needs" must name a pool of the whole organization or of the same group.', {
      fields: [{ path: 'needs', message: 'must name a pool of the whole organization or of the same group' }],
    });
  }
  if (base.id === pool.id || base.needs !== null) {
    fail('invalid', '"needs" must name another pool that itself needs none.', {
      fields: [{ path: 'needs', message: 'must name another pool that itself needs none' }],
    });
  }
  const dependant = await findDependant(ctx, pool.id);
  if (dependant) {
    fail('invalid', `"needs" cannot be set: ${dependant.name} already needs this pool.`, {
      fields: [{ path: 'needs', message: `cannot be set: ${dependant.name} already needs this pool` }],
    });
  }
  // The needed pool is written, so that of two changes that together would make a chain the second one has to look again.
  if (!(await tryUpdatePool(ctx, base, {})))
    fail('conflict', 'The needed pool changed at the same moment. Send it again.', { retry: true });
}

/** The figures, the holders and the entries of a pool as of an instant. */
export async function getLedger(ctx: OrgContext, poolId: string, query: LedgerQuery): Promise<Ledger> {
  await requirePool(ctx, poolId);
  const at = query.at ?? ctx.now;
  const figures = await figuresAt(ctx, poolId, at);
  const holders = query.cursor === undefined ? await holdersAt(ctx, poolId, at) : [];
  const page = await listEntries(ctx, poolId, { at, cursor: query.cursor, limit: query.limit });
  return { at, ...figures, free: figures.quantity - figures.reserved - figures.assigned - figures.consumed, holders, ...page };
}
