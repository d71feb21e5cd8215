import { z } from 'zod';
import { Id } from './common.ts';
import type { OperationName } from './endpoints.ts';
import { Group, GroupChanges, GroupPage, GroupPerson, GroupQuery, NewGroup } from './groups.ts';
import { InvitationResults } from './invitation-results.ts';
import {
  Invitation,
  InvitationLink,
  InvitationPage,
  InvitationQuery,
  MailPreview,
  MailStatus,
  NewInvitations,
  PreviewInvitation,
  SendInvitation,
} from './invitations.ts';
import {
  Departure,
  DepartureQuery,
  FindMembers,
  FoundMembers,
  Member,
  MemberChanges,
  MemberPage,
  MemberQuery,
  PlacedMember,
  SeatOutcome,
} from './members.ts';
import {
  Me,
  MeQuery,
  NewOrganization,
  NewToken,
  Organization,
  OrganizationChanges,
  OrganizationPage,
  OrganizationQuery,
  Token,
} from './organizations.ts';
import { Ledger, LedgerQuery, NewPool, Pool, PoolChanges, PoolPage, PoolQuery, Refund } from './pools.ts';
import type { ProblemCode } from './problems.ts';
import { NewRoleProfile, RoleProfile, RoleProfileChanges, RoleProfilePage, RoleProfileQuery } from './role-profiles.ts';
import { NewSeats, Seat, SeatResults } from './seats.ts';

/**
 * The least a caller must be. `signedIn`: anybody with a session, token or key. Then, in rising order: an active member of the
 * organization, a coach, a group admin, a group admin who may manage people, an admin, the operator. The service narrows further
 * (own profile, managed groups). Whoever is not even a member is told 404.
 */
export type Who = 'signedIn' | 'member' | 'coach' | 'groupAdmin' | 'mayManagePeople' | 'admin' | 'operator';

export interface Operation {
  readonly summary: string;
  readonly who: Who;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** Null: the answer is 204 without a body. */
  readonly response: z.ZodType | null;
  /** 200 unless said otherwise. */
  readonly status?: 200 | 201;
  /** The codes beyond those that every operation can answer. */
  readonly problems?: readonly ProblemCode[];
  /** The answer holds a secret and is never stored for an idempotency key. */
  readonly secret?: true;
  /** `If-Match` with the `ETag` of the object is honoured. */
  readonly ifMatch?: true;
}

const empty = z.strictObject({});

export const operations = {
  getMe: { summary: 'Who is calling, and what they may do where', who: 'signedIn', query: MeQuery, response: Me },
  createToken: {
    summary: 'Mint a short-lived widget token for one person',
    who: 'operator',
    body: NewToken,
    response: Token,
    status: 201,
    secret: true,
  },
  reportMailStatus: { summary: 'Report what a mail provider says of a mail', who: 'operator', body: MailStatus, response: null },

  listOrganizations: { summary: 'List organizations', who: 'operator', query: OrganizationQuery, response: OrganizationPage },
  createOrganization: {
    summary: 'Create an organization',
    who: 'operator',
    body: NewOrganization,
    response: Organization,
    status: 201,
    problems: ['key_taken'],
  },
  getOrganization: { summary: 'Read an organization', who: 'member', response: Organization },
  updateOrganization: {
    summary: 'Change an organization, its features and settings',
    ifMatch: true,
    who: 'operator',
    body: OrganizationChanges,
    response: Organization,
  },

  listMembers: { summary: 'List the members the caller may see', who: 'coach', query: MemberQuery, response: MemberPage },
  findMembers: {
    summary: 'Find people by exact address, many at once; those outside the groups of a group admin by name only',
    who: 'groupAdmin',
    body: FindMembers,
    response: FoundMembers,
  },
  getMember: { summary: 'Read a member', who: 'member', response: Member },
  updateMember: {
    summary: 'Change a member',
    ifMatch: true,
    who: 'member',
    body: MemberChanges,
    response: Member,
    problems: [
      'last_admin',
      'account_not_yours',
      'address_taken',
      'external_id_taken',
      'invalid_email',
      'unknown_role_profile',
      'no_free_seat',
      'seat_needs_another',
      'host_failed',
      'seat_bound',
      'not_active',
    ],
  },
  removeMember: {
    summary: 'Take a person out of the organization',
    ifMatch: true,
    who: 'admin',
    response: Departure,
    problems: ['last_admin', 'host_failed'],
  },
  previewDeparture: {
    summary: 'Say what would happen to the seats and the sign-in of somebody who leaves or is moved',
    who: 'groupAdmin',
    query: DepartureQuery,
    response: Departure,
    problems: ['group_archived', 'no_free_seat', 'seat_needs_another'],
  },
  deactivateMember: {
    summary: 'Deactivate a member: data kept, sign-in blocked, seats by policy',
    who: 'mayManagePeople',
    body: empty,
    response: Member,
    problems: ['last_admin', 'not_active', 'deactivated', 'host_failed'],
  },
  reactivateMember: {
    summary: 'Reactivate a deactivated member with the former role, groups and rights',
    who: 'mayManagePeople',
    body: empty,
    response: Member,
    problems: ['not_deactivated', 'no_free_seat', 'seat_needs_another', 'host_failed'],
  },

  listInvitations: { summary: 'List invitations', who: 'mayManagePeople', query: InvitationQuery, response: InvitationPage },
  createInvitations: {
    summary: 'Invite people by e-mail and hold their seats',
    who: 'mayManagePeople',
    body: NewInvitations,
    response: InvitationResults,
    problems: ['host_failed'],
  },
  previewInvitation: {
    summary: 'Say how the mail of an invitation would read to somebody whom the platform does not know',
    who: 'mayManagePeople',
    body: PreviewInvitation,
    response: MailPreview,
    problems: [
      'invalid_name',
      'unknown_group',
      'unknown_pool',
      'unknown_role_profile',
      'pool_wrong_group',
      'member_and_coach',
      'not_in_plan',
      'host_failed',
    ],
  },
  sendInvitation: {
    summary: 'Send an invitation, or send it again with a new link',
    who: 'mayManagePeople',
    body: SendInvitation,
    response: Invitation,
    problems: ['not_pending', 'no_free_seat', 'seat_needs_another'],
  },
  revokeInvitation: {
    summary: 'Revoke an invitation',
    who: 'mayManagePeople',
    body: empty,
    response: Invitation,
    problems: ['not_pending'],
  },
  copyInvitationLink: {
    summary: 'Make a new link to hand over oneself; it proves no address',
    who: 'admin',
    body: empty,
    response: InvitationLink,
    problems: ['not_pending', 'no_free_seat', 'seat_needs_another'],
    secret: true,
  },

  listGroups: {
    summary: 'List the groups the caller may see',
    who: 'coach',
    query: GroupQuery,
    response: GroupPage,
    problems: ['not_in_plan'],
  },
  createGroup: {
    summary: 'Create a group',
    who: 'admin',
    body: NewGroup,
    response: Group,
    status: 201,
    problems: ['name_taken', 'not_in_plan'],
  },
  getGroup: { summary: 'Read a group', who: 'coach', response: Group, problems: ['not_in_plan'] },
  updateGroup: {
    ifMatch: true,
    summary: 'Change a group, archive it or bring it back',
    who: 'admin',
    body: GroupChanges,
    response: Group,
    problems: ['name_taken', 'not_in_plan'],
  },
  deleteGroup: {
    ifMatch: true,
    summary: 'Remove a group; its people stay',
    who: 'admin',
    response: null,
    problems: ['pools_in_the_way', 'not_in_plan'],
  },
  putGroupPerson: {
    summary: 'Set how somebody stands in a group, or move them there from another one with their seats',
    who: 'groupAdmin',
    body: GroupPerson,
    response: PlacedMember,
    problems: ['member_and_coach', 'no_free_seat', 'seat_needs_another', 'deactivated', 'group_archived', 'not_in_plan', 'host_failed'],
  },
  removeGroupPerson: {
    summary: 'Take somebody out of a group',
    who: 'groupAdmin',
    response: Departure,
    problems: ['not_in_plan', 'host_failed'],
  },

  listRoleProfiles: { summary: 'List role profiles', who: 'member', query: RoleProfileQuery, response: RoleProfilePage },
  createRoleProfile: {
    summary: 'Create a role profile',
    who: 'admin',
    body: NewRoleProfile,
    response: RoleProfile,
    status: 201,
    problems: ['name_taken'],
  },
  updateRoleProfile: {
    summary: 'Change a role profile',
    ifMatch: true,
    who: 'admin',
    body: RoleProfileChanges,
    response: RoleProfile,
    problems: ['name_taken'],
  },
  deleteRoleProfile: {
    ifMatch: true,
    summary: 'Remove a role profile from the organization and its members',
    who: 'admin',
    response: null,
  },

  listPools: { summary: 'List the seat pools the caller may see', who: 'groupAdmin', query: PoolQuery, response: PoolPage },
  createPool: {
    summary: 'Create a seat pool',
    who: 'operator',
    body: NewPool,
    response: Pool,
    status: 201,
    problems: ['no_free_seat', 'seat_needs_another', 'group_archived', 'not_in_plan', 'host_failed'],
  },
  getPool: { summary: 'Read a seat pool', who: 'groupAdmin', response: Pool },
  updatePool: {
    summary: 'Resize a seat pool or change its rules',
    ifMatch: true,
    who: 'operator',
    body: PoolChanges,
    response: Pool,
    problems: ['quantity_below_taken', 'no_free_seat', 'seat_needs_another', 'not_in_plan', 'host_failed'],
  },
  getLedger: {
    summary: 'Read what ever changed a pool, with figures and holders as of an instant',
    who: 'admin',
    query: LedgerQuery,
    response: Ledger,
  },

  createSeats: {
    summary: 'Give seats of a pool to members',
    who: 'groupAdmin',
    body: NewSeats,
    response: SeatResults,
    problems: ['not_in_plan', 'host_failed'],
  },
  releaseSeat: {
    summary: 'Take a seat away; the answer names the rule that decided what became of it',
    who: 'groupAdmin',
    response: SeatOutcome,
    problems: ['seat_not_live', 'seat_needed_by_another', 'host_failed'],
  },
  useSeat: {
    summary: 'Stamp the first use of a seat, which decides later whether it comes back',
    who: 'member',
    body: empty,
    response: Seat,
    problems: ['seat_not_live'],
  },
  refundSeat: { summary: 'Refund a consumed seat', who: 'operator', body: Refund, response: SeatOutcome, problems: ['seat_not_consumed'] },
} as const satisfies Record<OperationName, Operation>;

/** The path parameters of an operation, all of them ids of ours. */
export function paramsOf(path: string): z.ZodObject<Record<string, typeof Id>> {
  const names = [...path.matchAll(/:(\w+)/g)].map((match) => match[1]!);
  return z.object(Object.fromEntries(names.map((name) => [name, Id])));
}

type Schema<Name extends OperationName, Key extends string> = (typeof operations)[Name] extends { readonly [K in Key]: infer S }
  ? S
  : never;
type Params<Path extends string> = Path extends `${string}:${infer Rest}`
  ? Rest extends `${infer Name}/${infer Tail}`
    ? { [K in Name]: string } & Params<Tail>
    : { [K in Rest]: string }
  : unknown;

export type ParamsOf<Name extends OperationName> = Params<typeof import('./endpoints.ts').endpoints[Name]>;
/** The body or query as the caller writes it, before defaults. */
export type BodyInput<Name extends OperationName> = z.input<Schema<Name, 'body'> & z.ZodType>;
export type QueryInput<Name extends OperationName> = z.input<Schema<Name, 'query'> & z.ZodType>;
/** The body or query as the service receives it, parsed. */
export type BodyOf<Name extends OperationName> = z.output<Schema<Name, 'body'> & z.ZodType>;
export type QueryOf<Name extends OperationName> = z.output<Schema<Name, 'query'> & z.ZodType>;
export type ResponseOf<Name extends OperationName> = (typeof operations)[Name] extends { response: infer S extends z.ZodType }
  ? z.output<S>
  : // biome-ignore lint/suspicious/noConfusingVoidType: a method that answers nothing is written as one
    void;
