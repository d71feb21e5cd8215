import type { Formats } from '../formats.ts';
import type { en } from './en.ts';

/** German, formal. Soft hyphens stand in long words, so that narrow columns break them well. */
export const de = (_f: Formats): ReturnType<typeof en> => ({
  details: 'Einzelheiten',
  makeAdmin: 'Verwaltungsrechte geben',
  makeMember: 'Verwaltungsrechte entziehen',
  sendAgain: 'Erneut senden',
  sendNow: 'Jetzt senden',
  copyLink: 'Link kopieren',
  revoke: 'Einladung zurückziehen',
  deactivate: 'Deaktivieren',
  reactivate: 'Reaktivieren',
  removeFromOrganization: 'Aus der Organisation entfernen',
  isAdmin: (name) => `${name} hat jetzt Verwaltungsrechte`,
  isMember: (name) => `${name} hat keine Verwaltungsrechte mehr`,
  sentAgain: (email) => `Eine neue E-Mail an ${email} ist unterwegs. Der alte Link gilt nicht mehr.`,
  revoked: (name) => `Die Einladung von ${name} ist zurückgezogen`,
  deactivated: (name) => `${name} ist deaktiviert`,
  reactivated: (name) => `${name} ist wieder aktiv`,
  removed: (name) => `${name} wurde entfernt`,
});
