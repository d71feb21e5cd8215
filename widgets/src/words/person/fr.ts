import type { Formats } from '../formats.ts';
import type { en } from './en.ts';

export const fr = (f: Formats): ReturnType<typeof en> => ({
  invitePeople: 'Inviter des personnes',
  held: (n) => f.count(n, '# personne en attente d’envoi', '# personnes en attente d’envoi'),
  email: 'Adresse e-mail',
  firstName: 'Prénom',
  lastName: 'Nom',
  groups: 'Groupes',
  roleProfiles: 'Profils de poste',
});
