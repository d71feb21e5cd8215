import { z } from 'zod';
import { HostId, Id, multiLine, nameText, PageQuery, pageOf, Timestamp, TimestampInput } from './common.ts';

/** Who gets a seat: every member must, everybody while they last, or by hand. */
export const AssignmentPolicy = z.enum(['required', 'automatic', 'manual']);
export type AssignmentPolicy = z.infer<typeof AssignmentPolicy>;
/** What becomes of a leaver's seat: freed, freed if the product was never opened, or never freed. */
export const ReleasePolicy = z.enum(['always', 'unused', 'never']);
export type ReleasePolicy = z.infer<typeof ReleasePolicy>;

/** Bought licences of one product. `free` is `quantity − reserved − assigned − consumed` and never below 0. */
export const Pool = z
  .object({
    id: Id,
    organizationId: Id,
    groupId: Id.nullable(),
    /** The name of that group. */
    groupName: z.string().nullable(),
    product: z.string(),
    name: z.string(),
    assignment: AssignmentPolicy,
    release: ReleasePolicy,
    /** Id of the pool of which a member must already hold an assigned seat. */
    needs: Id.nullable(),
    quantity: z.int(),
    reserved: z.int(),
    assigned: z.int(),
    consumed: z.int(),
    free: z.int(),
    startsAt: Timestamp.nullable(),
    endsAt: Timestamp.nullable(),
    createdAt: Timestamp,
  })
  .meta({ id: 'Pool' });
export type Pool = z.infer<typeof Pool>;

const quantity = z.int().min(0).max(10_000_000);

export const NewPool = z
  .strictObject({
    product: HostId,
    name: nameText(200).optional(),
    groupId: Id.nullable().optional(),
    assignment: AssignmentPolicy.default('manual'),
    release: ReleasePolicy.default('always'),
    needs: Id.nullable().optional(),
    quantity,
    startsAt: TimestampInput.nullable().optional(),
    endsAt: TimestampInput.nullable().optional(),
  })
  .meta({ id: 'NewPool' });
export type NewPool = z.infer<typeof NewPool>;

export const PoolChanges = z
  .strictObject({
    name: nameText(200).optional(),
    assignment: AssignmentPolicy.optional(),
    release: ReleasePolicy.optional(),
    needs: Id.nullable().optional(),
    quantity: quantity.optional(),
    startsAt: TimestampInput.nullable().optional(),
    endsAt: TimestampInput.nullable().optional(),
  })
  .meta({ id: 'PoolChanges' });
export type PoolChanges = z.infer<typeof PoolChanges>;

export const PoolQuery = z.strictObject({ groupId: Id.optional(), ...PageQuery });
export type PoolQuery = z.infer<typeof PoolQuery>;
export const PoolPage = pageOf(Pool).meta({ id: 'PoolPage' });
export type PoolPage = z.infer<typeof PoolPage>;

/** `carried` stands in two pools at once: a seat that ended in one because its holder was moved to another group, and the one taken there instead. */
export const LedgerType = z.enum([
  'bought',
  'resized',
  'reserved',
  'assigned',
  'released',
  'consumed',
  'returned',
  'expired',
  'refunded',
  'carried',
]);
export type LedgerType = z.infer<typeof LedgerType>;

/** One thing that ever changed a pool, with its effect on each figure. Never updated, never deleted. */
export const LedgerEntry = z
  .object({
    id: Id,
    type: LedgerType,
    seatId: Id.nullable(),
    memberId: Id.nullable(),
    quantity: z.int(),
    reserved: z.int(),
    assigned: z.int(),
    consumed: z.int(),
    reason: z.string().nullable(),
    at: Timestamp,
  })
  .meta({ id: 'LedgerEntry' });
export type LedgerEntry = z.infer<typeof LedgerEntry>;

/** `at` asks for the figures and holders as of an instant; without it, as of now. */
export const LedgerQuery = z.strictObject({ at: TimestampInput.optional(), ...PageQuery });
export type LedgerQuery = z.infer<typeof LedgerQuery>;

/**
 * The figures of a pool at an instant, who held its seats then, and the entries up to then, newest first. `holders` stand on the first page only, in
 * the order of their seats, and stop at 10,000; the figures count all of them.
 */
export const Ledger = z
  .object({
    at: Timestamp,
    quantity: z.int(),
    reserved: z.int(),
    assigned: z.int(),
    consumed: z.int(),
    free: z.int(),
    holders: z.array(z.object({ memberId: Id, seatId: Id, status: z.enum(['reserved', 'assigned', 'consumed']) })),
    items: z.array(LedgerEntry),
    next: z.string().nullable(),
    total: pageOf(LedgerEntry).shape.total,
  })
  .meta({ id: 'Ledger' });
export type Ledger = z.infer<typeof Ledger>;

export const Refund = z.strictObject({ reason: multiLine(500).refine((text) => text.trim() !== '', 'is empty') }).meta({ id: 'Refund' });
export type Refund = z.infer<typeof Refund>;
