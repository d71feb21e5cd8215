import type { Formats } from '../formats.ts';

/** English, and the pattern of every other language. The form that invites people, and what became of each. */
export const en = (f: Formats) => ({
  addresses: 'Addresses',
  addressesHint: 'Paste from a mail, a sheet or a list; names are kept. Enter adds to the list.',
  added: (n: number) => f.count(n, '# person added to the list', '# people added to the list'),
  duplicates: (n: number) => f.count(n, '# address was there twice and is kept once', '# addresses were there twice and are kept once'),
  toInvite: (n: number) => f.count(n, '# person', '# people'),
  emailOf: (row: number) => `E-mail, row ${row}`,
  firstNameOf: (row: number) => `First name, row ${row}`,
  lastNameOf: (row: number) => `Last name, row ${row}`,
  removeRow: (email: string) => `Remove ${email} from the list`,
  unreadable: 'An address needs an @ and a domain, such as name@example.com',
  seatsEndHere: (n: number) => f.count(n, 'Seats end here. The person below misses out.', 'Seats end here. The # people below miss out.'),
  seatsOfPoolEndHere: (pool: string, n: number) =>
    f.count(
      n,
      `Seats end here in ${pool}. The person below is invited without one.`,
      `Seats end here in ${pool}. The # people below are invited without one.`,
    ),
  everyoneGets: 'Everyone gets',
  addGroup: 'Add a group',
  addRoleProfile: 'Add a role profile',
  relationIn: (group: string) => `Relation in ${group}`,
  removeGroup: (group: string) => `Leave out ${group}`,
  groupNeeded: 'Choose at least one of your groups.',
  poolRequired: 'Every member needs one',
  poolRequiredInGroup: 'Every member of the group needs one',
  poolAutomatic: 'Everybody gets one while they last',
  messageHint: 'Sent as you type it, never translated.',
  arithmetic: (free: number, takes: number) => `${f.number(free)} free, this takes ${f.number(takes)}`,
  left: (n: number) => f.count(n, '# stays free', '# stay free'),
  missOut: (n: number) => f.count(n, '# misses out', '# miss out'),
  noSeatNeeded: 'No seat is taken',
  noGroupSeatNeeded: (groups: number): string => (groups === 1 ? 'No seat of this group is taken' : 'No seat of these groups is taken'),
  noFreeSeat: (pool: string) => `No seat in ${pool} is free.`,
  nobodyListed: 'Enter at least one address.',
  mendFirst: (n: number) =>
    f.count(n, '# address cannot be read. Mend it or take it out.', '# addresses cannot be read. Mend them or take them out.'),
  tooMany: 'At most 1,000 people at once.',
  invite: (n: number) => f.count(n, 'Invite # person', 'Invite # people'),
  inviteSome: (n: number, of: number) => `Invite ${f.number(n)} of ${f.number(of)} people`,
  inviting: 'Inviting …',
  inviteMore: 'Invite more people',
  resultTitle: (invited: number, refused: number) =>
    [
      invited ? f.count(invited, '# person is invited', '# people are invited') : '',
      refused ? f.count(refused, '# was refused', '# were refused') : '',
    ]
      .filter(Boolean)
      .join(', ') || 'Nobody new was invited',
  refusedHint: 'Mend what is wrong below and invite again. Nothing else was lost.',
  outcome: {
    invited: 'Invited. The mail leaves in a moment.',
    joined: 'Joined at once: the account was already known here.',
    staged: 'Held. No mail is sent until you send it.',
    updated: 'Already here. What you added was set.',
    already_member: 'Already a member with all of this. Nothing was sent.',
    refused: 'Refused',
  },
  invitedWithout: (pools: string) => `Invited, without a seat in ${pools}. The mail leaves in a moment.`,
  withoutSeat: (pools: string) => `Without a seat in ${pools}.`,
  mailLeaves: (n: number, seconds: number) => `${f.count(n, 'Mail to # person', 'Mail to # people')} leaves in ${f.number(seconds)} s`,
  undoing: 'Taking back …',
  undone: (n: number) =>
    f.count(
      n,
      'Taken back. # invitation is revoked and its seats are free again.',
      'Taken back. # invitations are revoked and their seats are free again.',
    ),
  undoFailed: (n: number) =>
    f.count(
      n,
      '# invitation could not be taken back. Revoke it in the member list.',
      '# invitations could not be taken back. Revoke them in the member list.',
    ),
});
