import type { Formats } from '../formats.ts';
import type { en } from './en.ts';

export const de = (f: Formats): ReturnType<typeof en> => ({
  invitePeople: 'Personen einladen',
  held: (n) => f.count(n, '# Person zurückgehalten', '# Personen zurückgehalten'),
  email: 'E-Mail-Adresse',
  firstName: 'Vorname',
  lastName: 'Nachname',
  groups: 'Gruppen',
  roleProfiles: 'Rollenprofile',
});
