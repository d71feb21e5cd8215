import type { Formats } from '../formats.ts';
import type { en } from './en.ts';

/** French, which says *vous*. What is said of a named person is turned so that no word has to agree with them. */
export const fr = (f: Formats): ReturnType<typeof en> => ({
  roleQuestion: {
    admin: {
      title: (name) => `Donner les droits d’administration à ${name}\u00a0?`,
      means: 'L’administration invite des personnes, les retire, attribue des licences et peut donner ces droits à d’autres.',
      mail: (email) => `Un e-mail à ${email} l’annonce.`,
      mailLater: 'Les droits commencent quand la personne rejoint l’organisation.',
    },
    member: {
      title: (name) => `Retirer les droits d’administration à ${name}\u00a0?`,
      means: 'L’appartenance à l’organisation, les groupes et les licences restent. L’administration des autres personnes prend fin.',
      mail: () => 'Aucun e-mail n’est envoyé.',
      mailLater: 'Aucun e-mail n’est envoyé.',
    },
  },
  departure: {
    deactivate: { title: (name) => `Désactiver ${name}\u00a0?`, button: 'Désactiver' },
    remove: { title: (name, from) => `Retirer ${name} de ${from}\u00a0?`, button: 'Retirer' },
    group: { title: (name, from) => `Retirer ${name} de ${from}\u00a0?`, button: 'Retirer' },
    revoke: { title: (name) => `Révoquer l’invitation de ${name}\u00a0?`, button: 'Révoquer l’invitation' },
  },
  seatFate: {
    released: 'La licence redevient disponible',
    consumed: 'La licence reste consommée',
    carried: 'La licence suit',
    other: 'La licence prend fin',
  },
  seatRule: {
    reservation: (name, pool) =>
      `${name} n’a pas encore rejoint l’organisation\u00a0: la licence réservée dans ${pool} redevient donc disponible.`,
    release_always: (_name, pool) => `Dans ${pool}, une licence redevient toujours disponible quand la personne part.`,
    never_opened: (name, pool) => `${name} n’a jamais ouvert ${pool}, et les licences inutilisées redeviennent disponibles.`,
    opened: (name, pool, date) =>
      `${name} a ouvert ${pool}${date ? ` le ${date}` : ''}. Une licence utilisée ne redevient pas disponible. Un retour n’en prend pas de nouvelle.`,
    release_never: (_name, pool) => `Dans ${pool}, les licences ne redeviennent jamais disponibles. Un retour n’en prend pas de nouvelle.`,
    carried: (name, pool) => `${name} reçoit, au lieu de cette licence dans ${pool}, une licence de l’autre groupe.`,
    refund: (_name, pool) => `La licence dans ${pool} est recréditée.`,
    expired: (_name, pool) => `La durée de ${pool} est écoulée.`,
  },
  freeGoes: (from, to) => `Disponibles\u00a0: ${f.number(from)} jusqu’ici, puis ${f.number(to)}.`,
  freeStays: (free) => `Disponibles\u00a0: toujours ${f.number(free)}.`,
  noSeatTouched: 'Aucune licence ne change',
  noSeatTouchedNote: (name) => `${name} n’a aucune licence concernée.`,
  signIn: {
    blocked: {
      title: 'La connexion est bloquée',
      note: (name) => `Toutes les sessions de ${name} sont fermées, et la connexion n’est plus possible.`,
    },
    kept: {
      title: 'La connexion reste possible',
      note: () => 'Le compte sur la plateforme reste. Seule l’appartenance à l’organisation prend fin.',
      rests: 'Le compte sur la plateforme reste. L’appartenance à l’organisation est suspendue.',
    },
    none: {
      title: 'Aucun compte n’est concerné',
      note: (name) => `${name} n’a pas encore rejoint l’organisation. Le lien de l’e-mail ne fonctionnera plus.`,
    },
  },
  dataKept: 'Tout est conservé',
  dataKeptNote: 'Rôle, groupes et droits reviennent quand vous réactivez la personne.',
  groupsEnd: 'Groupes et droits prennent fin',
  groupsEndNote: 'Pour revenir, la personne doit être invitée de nouveau.',
  accessEnds: 'L’accès prend fin maintenant',
  accessEndsNote: (name) => `Les cours qui dépendent d’une de ces licences se ferment pour ${name}.`,
  staysMember: (name) => `${name} reste membre`,
  staysMemberNote: 'Les autres groupes et les licences de l’organisation ne changent pas.',
});
