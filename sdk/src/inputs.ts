import type { OperationName } from './contract/endpoints.ts';
import type { BodyInput, QueryInput } from './contract/operations.ts';

/**
 * A query as callers write it: what has a default on the server may be left out. The schema reads `limit` from text,
 * so its own input type would let anything pass.
 */
export type Query<Name extends OperationName> = Omit<QueryInput<Name>, 'limit'> & { limit?: number | undefined };

export type MeQuery = QueryInput<'getMe'>;
export type NewToken = BodyInput<'createToken'>;
export type NewOrganization = BodyInput<'createOrganization'>;
export type OrganizationChanges = BodyInput<'updateOrganization'>;
export type OrganizationQuery = Query<'listOrganizations'>;
/** Filters of the member list. One exact address is found by `members.find`, which may answer with less. */
export type MemberQuery = Omit<Query<'listMembers'>, 'email'>;
export type MemberChanges = BodyInput<'updateMember'>;
export type DepartureQuery = QueryInput<'previewDeparture'>;
export type NewInvitations = BodyInput<'createInvitations'>;
/** One person of `NewInvitations`. */
export type NewInvitation = NewInvitations['people'][number];
export type PreviewInvitation = BodyInput<'previewInvitation'>;
export type SendInvitation = BodyInput<'sendInvitation'>;
export type InvitationQuery = Query<'listInvitations'>;
export type NewGroup = BodyInput<'createGroup'>;
export type GroupChanges = BodyInput<'updateGroup'>;
export type GroupQuery = Query<'listGroups'>;
export type GroupPerson = BodyInput<'putGroupPerson'>;
export type NewRoleProfile = BodyInput<'createRoleProfile'>;
export type RoleProfileChanges = BodyInput<'updateRoleProfile'>;
export type RoleProfileQuery = Query<'listRoleProfiles'>;
export type NewPool = BodyInput<'createPool'>;
export type PoolChanges = BodyInput<'updatePool'>;
export type PoolQuery = Query<'listPools'>;
export type LedgerQuery = Query<'getLedger'>;
export type NewSeats = BodyInput<'createSeats'>;
export type Refund = BodyInput<'refundSeat'>;
export type MailStatus = BodyInput<'reportMailStatus'>;
