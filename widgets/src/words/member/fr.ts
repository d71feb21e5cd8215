import type { Formats } from '../formats.ts';
import type { en } from './en.ts';

/** French, which says *vous*. What is said of a named person is turned so that no word has to agree with them. */
export const fr = (_f: Formats): ReturnType<typeof en> => ({
  details: 'Détails',
  makeAdmin: 'Donner les droits d’administration',
  makeMember: 'Retirer les droits d’administration',
  sendAgain: 'Renvoyer',
  sendNow: 'Envoyer maintenant',
  copyLink: 'Copier le lien',
  revoke: 'Révoquer l’invitation',
  deactivate: 'Désactiver',
  reactivate: 'Réactiver',
  removeFromOrganization: 'Retirer de l’organisation',
  isAdmin: (name) => `${name} a maintenant les droits d’administration`,
  isMember: (name) => `${name} n’a plus les droits d’administration`,
  sentAgain: (email) => `Un nouvel e-mail est en route vers ${email}. L’ancien lien ne fonctionne plus.`,
  revoked: (name) => `L’invitation de ${name} est révoquée`,
  deactivated: (name) => `Le membre ${name} est désactivé`,
  reactivated: (name) => `Le membre ${name} est de nouveau actif`,
  removed: (name) => `${name} ne fait plus partie de l’organisation`,
});
