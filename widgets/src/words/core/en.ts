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
  undo: 'Undo',
  retry: 'Try again',
  loading: 'Loading',
  slow: 'This takes longer than usual.',
  showMore: 'Show more',
  moreFor: (name: string) => `More for ${name}`,
  members: (n: number | Total) => f.count(n, '# member', '# members'),

  // Roles, relations, statuses
  role: { admin: 'Admin', member: 'Member' },
  groupAdmin: 'Group admin',
  relation: { member: 'Member', coach: 'Coach', manager: 'Manager' },
  status: { staged: 'Held', invited: 'Invited', active: 'Active', deactivated: 'Deactivated', anonymized: 'Anonymized' },
  heldNote: 'No mail sent yet',
  expired: (date: string) => `Expired ${date}`,
  expires: (date: string) => `Expires ${date}`,
  delivery: { queued: 'Mail is waiting', sent: 'Mail sent', failed: 'Mail could not be sent', bounced: 'Mail could not be delivered' },
  managedElsewhere: (owner: string) => `Managed by ${owner}`,

  // Seats
  seats: 'Seats',
  seat: { assigned: 'Assigned', reserved: 'Reserved', consumed: 'Consumed', free: 'Free' },
  noSeat: 'No seat',

  // Member list
  memberList: 'Members',
  searchMembers: 'Search name or e-mail',
  all: 'All',
  byStatus: 'Show by status',
  filter: 'Filter',
  clearFilters: 'Clear filters',
  chooseColumns: 'Columns',
  sortedBy: (members: string, column: string) => `${members}, sorted by ${column}`,
  columns: {
    name: 'Name',
    email: 'E-mail',
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
  nobodyFoundNote: 'No member matches the search and the filters above.',
  showEverybody: 'Show everybody',
  signInNotEnforced: "Deactivated people can still sign in: the platform's login does not ask Seatkit yet.",

  // Refusals, by code. What is missing here the server's own sentence says best: it is English already and knows the details.
  problems: {
    not_signed_in: 'You are not signed in. Sign in, if you like in another tab, and try again here.',
    not_allowed: 'You do not have the right to do this. Ask an admin of your organization.',
    pools_in_the_way: 'The group still has seats. Your provider has to end them first.',
    conflict: 'Somebody else was faster. Try again.',
    too_many_requests: 'Too many requests. Wait a moment and try again.',
    internal: 'Something went wrong on the server. Nothing was changed.',
    unavailable: 'The server is not available at the moment. Nothing was lost; try again.',
    unreachable: 'The server cannot be reached. Nothing was lost; try again.',
    offline: 'You are offline. Nothing was lost; try again as soon as you are connected.',
    timeout: 'The server took too long. Nothing was lost; try again.',
    unexpected_answer: 'The answer could not be understood. The platform may have been updated: reload the page.',
  } as Readonly<Partial<Record<ProblemCode | ClientProblemCode | 'offline', string>>>,
  noFreeSeatIn: (pool: string) => `No seat in ${pool} is free.`,
  unknownProblem: 'Something went wrong. Try again.',
  forbidden: 'You may not see this. Ask an admin of your organization.',
});
