import { z } from 'zod';
import { Id, Locale, nameText, PageQuery, pageOf, singleLine, Timestamp } from './common.ts';
import { Relation } from './groups.ts';
import { InvitationSummary } from './invitations.ts';
import { SeatStatus } from './seats.ts';

export const MemberStatus = z.enum(['staged', 'invited', 'active', 'deactivated', 'anonymized']);
export type MemberStatus = z.infer<typeof MemberStatus>;
export const Role = z.enum(['admin', 'member']);
export type Role = z.infer<typeof Role>;

/** One person in one organization. Exists before the person has a host account; until joined, `userId`, `lmsUserId` and `lastSeenAt` are null. */
export const Member = z
  .object({
    id: Id,
    organizationId: Id,
    userId: z.string().nullable(),
    email: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    salutation: z.string().nullable(),
    status: MemberStatus,
    role: Role,
    locale: z.string().nullable(),
    externalId: z.string().nullable(),
    lmsUserId: z.string().nullable(),
    roleProfiles: z.array(z.object({ id: Id, name: z.string(), ambition: z.boolean() })),
    groups: z.array(z.object({ id: Id, name: z.string(), relations: z.array(Relation), mayManagePeople: z.boolean() })),
    /** `name` is that of the pool, which the caller may not be able to read otherwise. */
    seats: z.array(
      z.object({ id: Id, poolId: Id, product: z.string(), name: z.string(), status: SeatStatus, firstUsedAt: Timestamp.nullable() }),
    ),
    invitation: InvitationSummary.nullable(),
    lastSeenAt: Timestamp.nullable(),
    /** Who owns the record: always `manual` until a directory does. */
    managedBy: z.string(),
    createdAt: Timestamp,
  })
  .meta({ id: 'Member' });
export type Member = z.infer<typeof Member>;

/** All that a group admin learns of somebody outside the own groups, found by exact address. */
export const MemberName = z
  .object({ id: Id, organizationId: Id, firstName: z.string(), lastName: z.string(), outsideYourGroups: z.literal(true) })
  .meta({ id: 'MemberName' });
export type MemberName = z.infer<typeof MemberName>;

export const memberSorts = ['name', '-lastSeenAt', 'email', 'createdAt'] as const;

/**
 * Filters of the member list. `q` finds beginnings of words in names and of addresses and orders by what it found;
 * `email` finds one exact address. `relation` narrows the people of the group `groupId` to those who stand in it so, by name and without other filters.
 */
export const MemberQuery = z
  .strictObject({
    q: z.string().max(200).optional(),
    email: z.string().max(320).optional(),
    status: MemberStatus.optional(),
    role: Role.optional(),
    groupId: Id.optional(),
    relation: Relation.optional(),
    poolId: Id.optional(),
    roleProfileId: Id.optional(),
    sort: z.enum(memberSorts).default('name'),
    ...PageQuery,
  })
  .refine(
    ({ relation, groupId, sort, cursor: _, limit: __, ...others }) =>
      relation === undefined || (groupId !== undefined && sort === 'name' && Object.values(others).every((filter) => filter === undefined)),
    { path: ['relation'], message: 'needs "groupId", and goes with no other filter and no other order than by name' },
  );
export type MemberQuery = z.infer<typeof MemberQuery>;
export const MemberPage = pageOf(z.union([Member, MemberName])).meta({ id: 'MemberPage' });
export type MemberPage = z.infer<typeof MemberPage>;

/** Exact addresses to look up, as people type them. */
export const FindMembers = z.strictObject({ emails: z.array(z.string().max(1000)).min(1).max(200) }).meta({ id: 'FindMembers' });
export type FindMembers = z.infer<typeof FindMembers>;

/** Who is behind which address, as it was asked for. Addresses of nobody in the organization, and what is no address, are left out. */
export const FoundMembers = z
  .object({ results: z.array(z.object({ email: z.string(), member: z.union([Member, MemberName]) })) })
  .meta({ id: 'FoundMembers' });
export type FoundMembers = z.infer<typeof FoundMembers>;

/** What can be changed of a member. Leaving a field out leaves it as it is; `null` empties it. */
export const MemberChanges = z
  .strictObject({
    email: singleLine(320).optional(),
    firstName: nameText(100).optional(),
    lastName: nameText(100).optional(),
    salutation: nameText(50).nullable().optional(),
    role: Role.optional(),
    locale: Locale.nullable().optional(),
    externalId: singleLine(190).nullable().optional(),
    lmsUserId: singleLine(190).nullable().optional(),
    /** The whole set of role profiles; at most one is the ambition. */
    roleProfiles: z
      .array(z.strictObject({ id: Id, ambition: z.boolean().default(false) }))
      .max(50)
      .refine((profiles) => profiles.filter((profile) => profile.ambition).length <= 1, 'only one role profile can be the ambition')
      .optional(),
  })
  .meta({ id: 'MemberChanges' });
export type MemberChanges = z.infer<typeof MemberChanges>;

/**
 * What happened to one seat of somebody who left, and the rule that decided it. By the rule `carried` the person goes on holding the product: this
 * seat is freed whatever its pool says of leavers, and one of the pool `carriedTo`, which belongs to the other group, is theirs instead.
 */
export const SeatOutcome = z
  .object({
    seatId: Id,
    poolId: Id,
    product: z.string(),
    status: SeatStatus,
    rule: z.enum(['reservation', 'release_always', 'never_opened', 'opened', 'release_never', 'refund', 'expired', 'carried']),
    carriedTo: Id.optional(),
  })
  .meta({ id: 'SeatOutcome' });
export type SeatOutcome = z.infer<typeof SeatOutcome>;

/** The consequence of leaving, before it happens (`preview`) or as it happened. */
export const Departure = z
  .object({
    seats: z.array(SeatOutcome),
    /** Whether the host sign-in is blocked too, or only the membership ends because the account is not this organization's. */
    signIn: z.enum(['blocked', 'kept', 'none']),
  })
  .meta({ id: 'Departure' });
export type Departure = z.infer<typeof Departure>;

/** Somebody who was put into a group. `departure` tells, after a move, what became of the seats of the group that was left. */
export const PlacedMember = Member.extend({ departure: Departure.optional() }).meta({ id: 'PlacedMember' });
export type PlacedMember = z.infer<typeof PlacedMember>;

/**
 * Asks for the consequence of being deactivated (unless said otherwise), of being removed, of leaving the group `groupId`, or of being moved from it
 * to the group `toGroupId` as a member.
 */
export const DepartureQuery = z
  .strictObject({ by: z.enum(['deactivate', 'remove']).default('deactivate'), groupId: Id.optional(), toGroupId: Id.optional() })
  .refine(({ groupId, toGroupId }) => toGroupId === undefined || (groupId !== undefined && groupId !== toGroupId), {
    path: ['toGroupId'],
    message: 'needs "groupId", the other group that is left',
  });
export type DepartureQuery = z.infer<typeof DepartureQuery>;
