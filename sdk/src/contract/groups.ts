import { z } from 'zod';
import { Id, nameText, PageQuery, pageOf, QueryFlag, Timestamp } from './common.ts';

export const Relation = z.enum(['member', 'coach', 'manager']);
export type Relation = z.infer<typeof Relation>;

/** How somebody stands in a group: a set of relations in which member and coach exclude each other. */
export const Relations = z
  .array(Relation)
  .min(1)
  .max(3)
  .transform((relations) => [...new Set(relations)])
  .meta({ id: 'Relations' });

/** Seats of several pools together: bought = assigned + reserved + consumed + free. */
export const SeatSum = z
  .object({ quantity: z.int(), reserved: z.int(), assigned: z.int(), consumed: z.int(), free: z.int() })
  .meta({ id: 'SeatSum' });
export type SeatSum = z.infer<typeof SeatSum>;

/**
 * A team, department or course class, with its counts. An archived one keeps its people, with their seats and rights, and everything that ever happened
 * in it; nobody comes into it, nobody gets more in it, no seats are sold for it, and lists leave it out unless they are asked for archived groups.
 */
export const Group = z
  .object({
    id: Id,
    organizationId: Id,
    name: z.string(),
    description: z.string().nullable(),
    memberCount: z.int(),
    coachCount: z.int(),
    managerCount: z.int(),
    /** The seats of its pools that are in term. Null: it has none, or the caller does not manage the group. */
    seats: SeatSum.nullable(),
    /** Null: it is not archived. */
    archivedAt: Timestamp.nullable(),
    managedBy: z.string(),
    createdAt: Timestamp,
  })
  .meta({ id: 'Group' });
export type Group = z.infer<typeof Group>;

export const NewGroup = z.strictObject({ name: nameText(200), description: nameText(500).nullable().optional() }).meta({ id: 'NewGroup' });
export type NewGroup = z.infer<typeof NewGroup>;
export const GroupChanges = z
  .strictObject({
    name: nameText(200).optional(),
    description: nameText(500).nullable().optional(),
    /** True archives the group, false brings it back as it was. */
    archived: z.boolean().optional(),
  })
  .meta({ id: 'GroupChanges' });
export type GroupChanges = z.infer<typeof GroupChanges>;

/** `q` finds beginnings of group names, `archived` the archived groups instead of the others. A group admin sees the groups they manage or coach. */
export const GroupQuery = z.strictObject({ q: z.string().max(200).optional(), archived: QueryFlag, ...PageQuery });
export type GroupQuery = z.infer<typeof GroupQuery>;
export const GroupPage = pageOf(Group).meta({ id: 'GroupPage' });
export type GroupPage = z.infer<typeof GroupPage>;

/**
 * Where somebody is to stand in a group from now on; what is not named ends. `movedFrom` names another group that the person leaves for this one in
 * the same step: every relation to it ends, and whoever becomes a member here takes seats along, of each product of which this group has a pool too.
 */
export const GroupPerson = z
  .strictObject({ relations: Relations, mayManagePeople: z.boolean().optional(), movedFrom: Id.optional() })
  .meta({ id: 'GroupPerson' });
export type GroupPerson = z.infer<typeof GroupPerson>;
