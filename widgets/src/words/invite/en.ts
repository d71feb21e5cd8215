import type { Total } from '@seatkit/sdk';
import type { Tally } from '../../invite-dialog/outcome.ts';
import type { Formats } from '../formats.ts';

/** English, and the pattern of every other language. The form that invites people, and what became of each. */
export const en = (f: Formats) => ({
  addresses: 'Addresses',
  addressesHint: 'Paste from a mail, a sheet or a list; names are kept. Enter adds to the list.',
  added: (n: number) => f.count(n, '# person added to the list', '# people added to the list'),
  duplicates: (n: number) => f.count(n, '# address was there twice and is kept once', '# addresses were there twice and are kept once'),
  toInvite: (n: number) => f.count(n, '# person', '# people'),
  fieldOfRow: (field: string, row: number) => `${field}, row ${row}`,
  removeRow: (email: string) => `Remove ${email} from the list`,
  unreadable: 'An address needs an @ and a domain, such as name@example.com',
  seatsEndHere: (n: number) => f.count(n, 'Seats end here. The person below misses out.', 'Seats end here. The # people below miss out.'),
  seatsOfPoolEndHere: (pool: string, n: number) =>
    `Seats end here in ${pool}. ${f.count(n, 'The person below is invited without one.', 'The # people below are invited without one.')}`,
  everyoneGets: 'Everyone gets',
  roleLabel: 'Role',
  addGroup: 'Add a group',
  addRoleProfile: 'Add a role profile',
  relationIn: (group: string) => `Relation in ${group}`,
  removeGroup: (group: string) => `Leave out ${group}`,
  groupNeeded: 'Choose at least one of your groups.',
  poolRequired: 'Every member needs one',
  poolRequiredInGroup: 'Every member of the group needs one',
  poolAutomatic: 'Everybody gets one while they last',
  message: 'Personal message',
  messageHint: 'Sent as you type it, never translated.',
  arithmetic: (free: number, of: number, takes: number) => `${f.number(free)} of ${f.number(of)} free, this takes ${f.number(takes)}`,
  left: (n: number) => f.count(n, '# stays free', '# stay free'),
  missOut: (n: number) => f.count(n, '# misses out', '# miss out'),
  noSeatNeeded: 'No seat is taken',
  noGroupSeatNeeded: (groups: number): string => (groups === 1 ? 'No seat of this group is taken' : 'No seat of these groups is taken'),
  noFreeSeat: (pool: string) => `No seat in ${pool} is free.`,
  nobodyListed: 'Enter at least one address.',
  mendFirst: (n: number) =>
    f.count(n, '# address cannot be read. Mend it or take it out.', '# addresses cannot be read. Mend them or take them out.'),
  leaveOut: (n: number, act: string) => `${f.count(n, 'Leave it out', 'Leave the # out')}: ${act}`,
  tooMany: 'At most 1,000 people at once.',
  invite: (n: number) => f.count(n, 'Invite # person', 'Invite # people'),
  inviteSome: (n: number, of: number) => `Invite ${f.number(n)} of ${f.number(of)} people`,
  inviting: 'Inviting …',
  inviteMore: 'Invite more people',
  outcome: {
    invited: 'Invited.',
    joined: 'Joined at once: the account was already known here.',
    staged: 'Held. No mail is sent until you send it.',
    updated: 'Already here. What you added was set.',
    already_member: 'Already a member with all of this. Nothing was sent.',
    refused: 'Refused',
  },
  mailIs: { waiting: 'The mail leaves in a moment.', left: 'The mail is on its way.' },
  invitedWithout: (pools: string) => `Invited, without a seat in ${pools}.`,
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
  mailHasLeft: (n: number) =>
    f.count(
      n,
      'The mail has left already. Revoke the invitation in the member list.',
      'The mails have left already. Revoke the invitations in the member list.',
    ),

  // The list
  addToList: 'Add to the list',
  cannotStay: (n: number) => f.count(n, '# has to be mended', '# have to be mended'),
  ready: (n: number) => f.count(n, '# ready', '# ready'),
  alreadyHere: (n: number) => f.count(n, '# already here', '# already here'),
  twice: (n: number) => f.count(n, '# duplicate, kept once', '# duplicates, kept once'),
  here: {
    active: 'Member already: gets no mail',
    activeAdds: 'Member already: gets what is chosen, no mail',
    invited: 'Invited, not joined yet: a new mail ends the old link',
    staged: 'Held until now',
    deactivated: 'Deactivated: will be refused. Reactivate in the member list.',
    elsewhere: 'Already here, in groups that you do not manage',
  },
  editRow: (name: string) => `Edit ${name}`,
  lookupFailed: 'Who is already here could not be looked up. Inviting finds out.',
  discard: 'Discard the list',
  discarded: 'The list is discarded',
  draftFound: (n: number, when: string) =>
    n === 0
      ? `Not sent yet: a message, written ${when}.`
      : f.count(n, `Not invited yet: # person, typed ${when}.`, `Not invited yet: # people, typed ${when}.`),
  bringBack: 'Bring back',
  discardDraft: 'Discard',
  mailLanguage: 'Language of the mail',
  ownLanguageElse: (language: string) => `Their own, else ${language}`,
  managesPeople: 'May manage people',
  messageCount: (n: number, of: number) => `${f.number(n)} of ${f.number(of)}`,
  messageTooLong: (n: number) => f.count(n, 'The message is # character too long.', 'The message is # characters too long.'),
  preview: 'Preview of the mail',
  mailTo: 'To',
  subject: 'Subject',
  nothingToDo: 'All of them are members already, and nothing is chosen for them.',
  updateMembers: (n: number) => f.count(n, 'Update # member', 'Update # members'),

  // Mail that is held
  holdMails: 'Hold mails',
  holding: 'Holding …',
  heldNotice: (n: number | Total) => f.count(n, '# person is held: no mail yet.', '# people are held: no mail yet.'),
  reviewAndSend: 'Review and send',
  heldTitle: (n: number | Total) => f.count(n, '# person is held', '# people are held'),
  heldLead: 'No mail has been sent to them. The seats they get are reserved.',
  heldNobody: 'Nobody is held.',
  sendMails: (n: number | Total) => f.count(n, 'Send # mail', 'Send # mails'),
  sendingMails: (sent: number, of: number) => `Sending ${f.number(sent)} of ${f.number(of)} …`,
  mailsSent: (n: number) => f.count(n, '# mail is on its way', '# mails are on their way'),

  // The result
  resultTitle: ({ invited, held, missed, refused, updated }: Tally) =>
    [
      held ? f.count(held, '# person is held', '# people are held') : '',
      invited ? f.count(invited, '# person is invited', '# people are invited') : '',
      missed ? f.count(missed, '# misses out', '# miss out') : '',
      refused ? f.count(refused, '# was refused', '# were refused') : '',
    ]
      .filter(Boolean)
      .join(', ') || (updated ? f.count(updated, '# member is updated', '# members are updated') : 'Nobody new was invited'),
  tally: { invited: 'Invited', held: 'Held', missed: 'Miss out', here: 'Already here', refused: 'Refused' },
  seatsReservedUntil: (date: string) => `Seats are reserved until ${date}.`,
  keptOnList: (n: number) => f.count(n, '# stays on the list, to be invited later.', '# stay on the list, to be invited later.'),
  linkStays: 'Invited before: the link still works, nothing was sent.',
  andMore: (name: string, n: number) => `${name} and ${f.number(n)} more`,
  mend: 'Edit',
  mendRow: (email: string) => `Edit ${email}`,
  backToList: (n: number) => f.count(n, 'Back to the list (#)', 'Back to the list (#)'),
});
