/** Every operation of the JSON API: its name, method and path below `/v1`. No imports, so that browsers load only this. */
export const endpoints = {
  getMe: 'GET /me',
  createToken: 'POST /tokens',
  reportMailStatus: 'POST /mail-status',

  listOrganizations: 'GET /organizations',
  createOrganization: 'POST /organizations',
  getOrganization: 'GET /organizations/:organizationId',
  updateOrganization: 'PATCH /organizations/:organizationId',

  listMembers: 'GET /organizations/:organizationId/members',
  getMember: 'GET /organizations/:organizationId/members/:memberId',
  findMembers: 'POST /organizations/:organizationId/members/find',
  updateMember: 'PATCH /organizations/:organizationId/members/:memberId',
  removeMember: 'DELETE /organizations/:organizationId/members/:memberId',
  previewDeparture: 'GET /organizations/:organizationId/members/:memberId/departure',
  deactivateMember: 'POST /organizations/:organizationId/members/:memberId/deactivate',
  reactivateMember: 'POST /organizations/:organizationId/members/:memberId/reactivate',

  listInvitations: 'GET /organizations/:organizationId/invitations',
  createInvitations: 'POST /organizations/:organizationId/invitations',
  previewInvitation: 'POST /organizations/:organizationId/invitations/preview',
  sendInvitation: 'POST /organizations/:organizationId/invitations/:invitationId/send',
  revokeInvitation: 'POST /organizations/:organizationId/invitations/:invitationId/revoke',
  copyInvitationLink: 'POST /organizations/:organizationId/invitations/:invitationId/link',

  listGroups: 'GET /organizations/:organizationId/groups',
  createGroup: 'POST /organizations/:organizationId/groups',
  getGroup: 'GET /organizations/:organizationId/groups/:groupId',
  updateGroup: 'PATCH /organizations/:organizationId/groups/:groupId',
  deleteGroup: 'DELETE /organizations/:organizationId/groups/:groupId',
  putGroupPerson: 'PUT /organizations/:organizationId/groups/:groupId/people/:memberId',
  removeGroupPerson: 'DELETE /organizations/:organizationId/groups/:groupId/people/:memberId',

  listRoleProfiles: 'GET /organizations/:organizationId/role-profiles',
  createRoleProfile: 'POST /organizations/:organizationId/role-profiles',
  updateRoleProfile: 'PATCH /organizations/:organizationId/role-profiles/:roleProfileId',
  deleteRoleProfile: 'DELETE /organizations/:organizationId/role-profiles/:roleProfileId',

  listPools: 'GET /organizations/:organizationId/pools',
  createPool: 'POST /organizations/:organizationId/pools',
  getPool: 'GET /organizations/:organizationId/pools/:poolId',
  updatePool: 'PATCH /organizations/:organizationId/pools/:poolId',
  getLedger: 'GET /organizations/:organizationId/pools/:poolId/ledger',

  createSeats: 'POST /organizations/:organizationId/pools/:poolId/seats',
  releaseSeat: 'DELETE /organizations/:organizationId/seats/:seatId',
  useSeat: 'POST /organizations/:organizationId/seats/:seatId/use',
  refundSeat: 'POST /organizations/:organizationId/seats/:seatId/refund',
} as const satisfies Record<string, `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`>;

export type OperationName = keyof typeof endpoints;

/** They only read, and are sent by POST because what they ask with is long, or should stand in no log of addresses. */
const asked: readonly OperationName[] = ['findMembers', 'previewInvitation'];

/** Whether an operation changes anything. */
export function isWrite(name: OperationName): boolean {
  return !endpoints[name].startsWith('GET ') && !asked.includes(name);
}
