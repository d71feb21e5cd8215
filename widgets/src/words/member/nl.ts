import type { Formats } from '../formats.ts';
import type { en } from './en.ts';

/** Dutch, which says *je*. */
export const nl = (_f: Formats): ReturnType<typeof en> => ({
  details: 'Details',
  makeAdmin: 'Beheerdersrechten geven',
  makeMember: 'Beheerdersrechten intrekken',
  sendAgain: 'Opnieuw verzenden',
  sendNow: 'Nu verzenden',
  copyLink: 'Link kopiëren',
  revoke: 'Uitnodiging intrekken',
  deactivate: 'Deactiveren',
  reactivate: 'Opnieuw activeren',
  removeFromOrganization: 'Uit de organisatie verwijderen',
  isAdmin: (name) => `${name} heeft nu beheerdersrechten`,
  isMember: (name) => `${name} heeft geen beheerdersrechten meer`,
  sentAgain: (email) => `Er is een nieuwe e-mail onderweg naar ${email}. De oude link werkt niet meer.`,
  revoked: (name) => `De uitnodiging van ${name} is ingetrokken`,
  deactivated: (name) => `${name} is gedeactiveerd`,
  reactivated: (name) => `${name} is weer actief`,
  removed: (name) => `${name} is verwijderd`,
});
