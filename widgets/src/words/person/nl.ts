import type { Formats } from '../formats.ts';
import type { en } from './en.ts';

export const nl = (f: Formats): ReturnType<typeof en> => ({
  invitePeople: 'Personen uitnodigen',
  held: (n) => f.count(n, '# persoon klaargezet', '# personen klaargezet'),
  email: 'E-mailadres',
  firstName: 'Voornaam',
  lastName: 'Achternaam',
  groups: 'Groepen',
  roleProfiles: 'Functieprofielen',
});
