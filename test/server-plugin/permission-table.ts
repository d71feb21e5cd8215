/** The callers of the matrix. Those up to `deactivated` have no place in the organization. */
export const callers = [
  'anonymous',
  'outsider',
  'otherAdmin',
  'invited',
  'deactivated',
  'member',
  'memberToken',
  'coach',
  'groupAdmin',
  'peopleAdmin',
  'admin',
  'adminToken',
  'operatorKey',
  'hostAdmin',
] as const;
export type CallerName = (typeof callers)[number];
export type Expected = 'ok' | 401 | 403 | 404;

/**
 * Who may do what, copied by hand from the design's table. It knows nothing of what the operations declare of themselves. “One's group” is
 * coached by the coach, managed by the group admin, and managed with the right to manage people by `peopleAdmin`.
 */
const table = `
                                                        | anonymous | outsider | otherAdmin | invited | deactivated | member | memberToken | coach | groupAdmin | peopleAdmin | admin | adminToken | operatorKey | hostAdmin
getMe                                                   | 401       | ok       | ok         | ok      | ok          | ok     | ok          | ok    | ok         | ok          | ok    | ok         | ok          | ok
createToken                                             | 401       | 403      | 403        | 403     | 403         | 403    | 403         | 403   | 403        | 403         | 403   | 403        | ok          | ok
reportMailStatus                                        | 401       | 403      | 403        | 403     | 403         | 403    | 403         | 403   | 403        | 403         | 403   | 403        | ok          | ok

listOrganizations                                       | 401       | 403      | 403        | 403     | 403         | 403    | 403         | 403   | 403        | 403         | 403   | 403        | ok          | ok
createOrganization                                      | 401       | 403      | 403        | 403     | 403         | 403    | 403         | 403   | 403        | 403         | 403   | 403        | ok          | ok
getOrganization                                         | 401       | 404      | 404        | 404     | 404         | ok     | ok          | ok    | ok         | ok          | ok    | ok         | ok          | ok
updateOrganization                                      | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | 403   | 403        | ok          | ok

listMembers                                             | 401       | 404      | 404        | 404     | 404         | 403    | 403         | ok    | ok         | ok          | ok    | ok         | ok          | ok
findMembers                                             | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | ok         | ok          | ok    | ok         | ok          | ok
getMember: oneself                                      | 401       | 404      | 404        | 404     | 404         | ok     | ok          | ok    | ok         | ok          | ok    | ok         | ok          | ok
getMember: somebody of one's group                      | 401       | 404      | 404        | 404     | 404         | 403    | 403         | ok    | ok         | ok          | ok    | ok         | ok          | ok
getMember: somebody of another group                    | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok
updateMember: one's own language                        | 401       | 404      | 404        | 404     | 404         | ok     | ok          | ok    | ok         | ok          | ok    | ok         | ok          | ok
updateMember: one's own ambition                        | 401       | 404      | 404        | 404     | 404         | ok     | ok          | ok    | ok         | ok          | ok    | ok         | ok          | ok
updateMember: one's own role profiles                   | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok
updateMember: one's own name                            | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok
updateMember: one's own role                            | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok
updateMember: the name of somebody of one's group       | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok
updateMember: the language of somebody of one's group   | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok
updateMember: the external id of somebody               | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok
removeMember                                            | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok
previewDeparture: from one's group                      | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | ok         | ok          | ok    | ok         | ok          | ok
previewDeparture: from another group                    | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok
previewDeparture: from one's group into another         | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok
deactivateMember: all of whose groups one manages       | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | ok          | ok    | ok         | ok          | ok
deactivateMember: who is in another group, too          | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok
deactivateMember: who is in no group                    | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok
deactivateMember: an admin in one's group               | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok
reactivateMember: all of whose groups one manages       | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | ok          | ok    | ok         | ok          | ok
reactivateMember: who is in another group, too          | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok

listInvitations                                         | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | ok          | ok    | ok         | ok          | ok
createInvitations: into one's group                     | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | ok          | ok    | ok         | ok          | ok
createInvitations: into another group                   | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok
createInvitations: into no group                        | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok
createInvitations: as manager of one's group            | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok
createInvitations: as admin                             | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok
previewInvitation: into one's group                     | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | ok          | ok    | ok         | ok          | ok
previewInvitation: into another group                   | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok
previewInvitation: into no group                        | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok
sendInvitation: into one's group                        | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | ok          | ok    | ok         | ok          | ok
sendInvitation: into another group                      | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok
revokeInvitation: into one's group                      | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | ok          | ok    | ok         | ok          | ok
revokeInvitation: into another group                    | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok
copyInvitationLink                                      | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok

listGroups                                              | 401       | 404      | 404        | 404     | 404         | 403    | 403         | ok    | ok         | ok          | ok    | ok         | ok          | ok
createGroup                                             | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok
getGroup: one's group                                   | 401       | 404      | 404        | 404     | 404         | 403    | 403         | ok    | ok         | ok          | ok    | ok         | ok          | ok
getGroup: another group                                 | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok
updateGroup                                             | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok
deleteGroup                                             | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok
putGroupPerson: into one's group                        | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | ok         | ok          | ok    | ok         | ok          | ok
putGroupPerson: into another group                      | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok
putGroupPerson: as manager of one's group               | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok
putGroupPerson: from another group into one's           | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok
putGroupPerson: from one's group into another           | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok
removeGroupPerson: from one's group                     | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | ok         | ok          | ok    | ok         | ok          | ok
removeGroupPerson: from another group                   | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok
removeGroupPerson: a manager of one's group             | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok

listRoleProfiles                                        | 401       | 404      | 404        | 404     | 404         | ok     | ok          | ok    | ok         | ok          | ok    | ok         | ok          | ok
createRoleProfile                                       | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok
updateRoleProfile                                       | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok
deleteRoleProfile                                       | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok

listPools                                               | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | ok         | ok          | ok    | ok         | ok          | ok
createPool                                              | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | 403   | 403        | ok          | ok
getPool: of one's group                                 | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | ok         | ok          | ok    | ok         | ok          | ok
getPool: of another group                               | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok
getPool: of the organization                            | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok
updatePool: its quantity                                | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | 403   | 403        | ok          | ok
updatePool: what becomes of a leaver's seat             | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | 403   | 403        | ok          | ok
getLedger                                               | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok

createSeats: of one's group                             | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | ok         | ok          | ok    | ok         | ok          | ok
createSeats: of another group                           | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok
createSeats: of the organization                        | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok
releaseSeat: of one's group                             | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | ok         | ok          | ok    | ok         | ok          | ok
releaseSeat: of another group                           | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok
releaseSeat: of the organization                        | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok
useSeat: one's own                                      | 401       | 404      | 404        | 404     | 404         | ok     | ok          | ok    | ok         | ok          | ok    | ok         | ok          | ok
useSeat: somebody else's                                | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | ok    | ok         | ok          | ok
refundSeat                                              | 401       | 404      | 404        | 404     | 404         | 403    | 403         | 403   | 403        | 403         | 403   | 403        | ok          | ok
`;

/** One line: what is tried, and what each caller is told. */
export interface PermissionRow {
  readonly title: string;
  readonly operation: string;
  readonly expected: Readonly<Record<CallerName, Expected>>;
}

const [head, ...lines] = table
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => line.split('|').map((cell) => cell.trim()));

/** The table, line by line. */
export const permissions: readonly PermissionRow[] = lines.map(([title = '', ...cells]) => ({
  title,
  operation: title.split(':')[0]!,
  expected: Object.fromEntries(
    callers.map((caller) => [caller, expectedOf(title, cells[head!.indexOf(caller) - 1])]),
  ) as PermissionRow['expected'],
}));

function expectedOf(title: string, cell: string | undefined): Expected {
  if (cell === 'ok') return cell;
  if (cell === '401' || cell === '403' || cell === '404') return Number(cell) as Expected;
  throw new Error(`${title}: “${cell}” is no expectation`);
}
