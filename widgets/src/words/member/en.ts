import type { Formats } from '../formats.ts';

/** English, and the pattern of every other language. What can be done to one member. */
export const en = (_f: Formats) => ({
  details: 'Details',
  makeAdmin: 'Make admin',
  makeMember: 'Make member',
  sendAgain: 'Send again',
  sendNow: 'Send now',
  copyLink: 'Copy link',
  revoke: 'Revoke invitation',
  deactivate: 'Deactivate',
  reactivate: 'Reactivate',
  removeFromOrganization: 'Remove from organization',
  isAdmin: (name: string) => `${name} is an admin now`,
  isMember: (name: string) => `${name} is a member without admin rights now`,
  sentAgain: (email: string) => `A new mail to ${email} is on its way. The old link no longer works.`,
  revoked: (name: string) => `The invitation of ${name} is revoked`,
  deactivated: (name: string) => `${name} is deactivated`,
  reactivated: (name: string) => `${name} is active again`,
  removed: (name: string) => `${name} was removed`,
});
