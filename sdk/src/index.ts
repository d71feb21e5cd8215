/** The typed client of Seatkit's API, for browsers and Node. Brings types of the contract along, and no schema. */
export { etagOf } from './answer.ts';
export type { CallOptions, ChangeOptions } from './call.ts';
export { SeatkitChangeEvent, SeatkitClient } from './client.ts';
export type { Total } from './contract/common.ts';
export type { OperationName } from './contract/endpoints.ts';
export type { Group, GroupPage, Relation, SeatSum } from './contract/groups.ts';
export type { InvitationResult, InvitationResults } from './contract/invitation-results.ts';
export type {
  Delivery,
  Invitation,
  InvitationLink,
  InvitationOutcome,
  InvitationPage,
  InvitationStatus,
  InvitationSummary,
  MailBody,
  MailPreview,
} from './contract/invitations.ts';
export type {
  Departure,
  FoundMembers,
  Member,
  MemberName,
  MemberPage,
  MemberStatus,
  PlacedMember,
  Role,
  SeatOutcome,
} from './contract/members.ts';
export type { Capability, Feature, Features, Me, Organization, OrganizationPage, Settings, Token } from './contract/organizations.ts';
export type { AssignmentPolicy, Ledger, LedgerEntry, LedgerType, Pool, PoolPage, ReleasePolicy } from './contract/pools.ts';
export type { FieldProblem, Problem, ProblemCode, ProblemFacts } from './contract/problems.ts';
export type { RoleProfile, RoleProfilePage } from './contract/role-profiles.ts';
export type { Seat, SeatResults, SeatStatus } from './contract/seats.ts';
export { type ClientProblemCode, SeatkitError, type SeatkitProblem } from './error.ts';
export type { SeatkitClientOptions } from './http.ts';
export type {
  DepartureQuery,
  GroupChanges,
  GroupPerson,
  GroupQuery,
  InvitationQuery,
  LedgerQuery,
  MailStatus,
  MemberChanges,
  MemberQuery,
  NewGroup,
  NewInvitation,
  NewInvitations,
  NewOrganization,
  NewPool,
  NewRoleProfile,
  NewSeats,
  NewToken,
  OrganizationChanges,
  OrganizationQuery,
  PoolChanges,
  PoolQuery,
  PreviewInvitation,
  Refund,
  RoleProfileChanges,
  RoleProfileQuery,
  SendInvitation,
} from './inputs.ts';
export type { Page, PagePromise } from './pages.ts';
