import type { ClientProblemCode, ProblemCode, Total } from '@seatkit/sdk';
import type { Formats } from '../formats.ts';

/** English, and the pattern of every other language. What the widgets say before anything is opened. */
export const en = (f: Formats) => ({
  number: f.number,
  date: f.date,
  when: f.when,

  // Common
  cancel: 'Cancel',
  close: 'Close',
  done: 'Done',
  save: 'Save',
  add: 'Add',
  undo: 'Undo',
  retry: 'Try again',
  loading: 'Loading',
  showMore: 'Show more',
  moreFor: (name: string) => `More for ${name}`,
  members: (n: number | Total) => f.count(n, '# member', '# members'),
  people: (n: number) => f.count(n, '# person', '# people'),
  getMoreSeats: 'Get more seats',

  // Roles, relations, statuses
  role: { admin: 'Admin', member: 'Member' },
  groupAdmin: 'Group admin',
  relation: { member: 'Member', coach: 'Coach', manager: 'Manager' },
  relations: { manager: 'Managers', coach: 'Coaches', member: 'Members' },
  status: { staged: 'Held', invited: 'Invited', active: 'Active', deactivated: 'Deactivated', anonymized: 'Anonymized' },
  heldNote: 'No mail sent yet',
  expired: (date: string) => `Expired ${date}`,
  expires: (date: string) => `Expires ${date}`,
  delivery: { queued: 'Mail is waiting', sent: 'Mail sent', failed: 'Mail could not be sent', bounced: 'Mail could not be delivered' },
  managedElsewhere: (owner: string) => `Managed by ${owner}`,

  // Seats
  seats: 'Seats',
  seat: { assigned: 'Assigned', reserved: 'Reserved', consumed: 'Consumed', free: 'Free' },
  bought: 'Bought',
  noSeat: 'No seat',
  noPools: 'No seats have been bought yet',
  noPoolsNote: 'As soon as your provider has booked seats, they appear here.',
  until: (date: string) => `until ${date}`,
  from: (date: string) => `from ${date}`,
  ended: (date: string) => `ended ${date}`,
  seatsOfGroup: 'seats of this group',
  endsSoon: (days: number, date: string) => (days === 0 ? 'ends today' : `ends ${f.count(days, 'tomorrow', 'in # days')}, on ${date}`),
  endedPools: (n: number) => f.count(n, '# pool has ended', '# pools have ended'),
  freeSeats: (n: number) => (n === 0 ? 'none free' : `${f.number(n)} free`),
  sum: (pool: { quantity: number; assigned: number; reserved: number; consumed: number; free: number }) =>
    `${f.number(pool.quantity)} bought: ${f.number(pool.assigned)} assigned, ${f.number(pool.reserved)} reserved, ${f.number(pool.consumed)} consumed, ${f.number(pool.free)} free`,

  // Member list
  memberList: 'Members',
  searchMembers: 'Search name or e-mail',
  all: 'All',
  byStatus: 'Show by status',
  columns: {
    name: 'Name',
    role: 'Role',
    profiles: 'Role profiles',
    ambition: 'Ambition',
    groups: 'Groups',
    coaches: 'Coach of',
    seat: 'Seat',
    status: 'Status',
    seen: 'Last seen',
    externalId: 'External ID',
    lmsUserId: 'LMS user ID',
    created: 'Added',
    actions: 'Actions',
  },
  never: 'Never',
  nobody: 'Nobody here yet',
  nobodyNote: 'People you invite appear here, with their seats and how far their invitation got.',
  nobodyFound: 'Nobody found',
  nobodyFoundNote: 'No member matches the search and the status chosen above.',
  showEverybody: 'Show everybody',
  signInNotEnforced: "Deactivated people can still sign in: the platform's login does not ask Seatkit yet.",

  // Invite dialog
  invitePeople: 'Invite people',
  inviteInto: (group: string) => `Invite into ${group}`,
  email: 'E-mail',
  firstName: 'First name',
  lastName: 'Last name',
  roleLabel: 'Role',
  groups: 'Groups',
  roleProfiles: 'Role profiles',
  message: 'Personal message',

  // Group manager
  groupList: 'Groups',
  newGroup: 'New group',
  findGroup: 'Find a group',
  noGroups: 'No group yet',
  noGroupsNote: 'Put people into groups by team, department or course class. Managers can then look after them.',
  noManagedGroups: 'You manage no group yet',
  noManagedGroupsNote: 'An admin of the organization can make you manager of one. Its people and seats then appear here.',
  noGroupFound: 'No group has that name.',
  chooseGroup: 'Choose a group',
  chooseGroupNote: 'Its people and its seats appear here.',
  groupCounts: (members: number, coaches: number, managers: number) =>
    [
      f.count(members, '# member', '# members'),
      coaches ? f.count(coaches, '# coach', '# coaches') : '',
      managers ? f.count(managers, '# manager', '# managers') : '',
    ]
      .filter(Boolean)
      .join(' · '),

  // Refusals, by code. What is missing here the server's own sentence says best: it is English already and knows the details.
  problems: {
    not_signed_in: 'You are not signed in. Sign in and try again.',
    not_allowed: 'You do not have the right to do this. Ask an admin of your organization.',
    not_in_plan: 'This is not part of your plan.',
    not_found: 'This is not here, or not for you to see.',
    no_free_seat: 'No seat is free.',
    pools_in_the_way: 'The group still has seats. Your provider has to end them first.',
    last_admin: 'This is the last admin. Make somebody else admin first.',
    name_taken: 'The name is already used.',
    too_many_requests: 'Too many requests. Wait a moment and try again.',
    internal: 'Something went wrong on the server. Nothing was changed.',
    unavailable: 'The server is not available at the moment. Nothing was lost; try again.',
    unreachable: 'The server cannot be reached. Nothing was lost; try again.',
    timeout: 'The server took too long. Try again.',
    unexpected_answer: 'The answer could not be understood. Try again.',
  } as Readonly<Partial<Record<ProblemCode | ClientProblemCode, string>>>,
  noFreeSeatIn: (pool: string) => `No seat in ${pool} is free.`,
  unknownProblem: 'Something went wrong. Try again.',
  forbidden: 'You may not see this. Ask an admin of your organization.',
});
