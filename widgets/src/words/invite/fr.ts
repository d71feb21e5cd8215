import type { Formats } from '../formats.ts';
import type { en } from './en.ts';

/** French, which says *vous*. What is said of a named person is turned so that no word has to agree with them. */
export const fr = (f: Formats): ReturnType<typeof en> => ({
  addresses: 'Adresses',
  addressesHint: 'Collez depuis un e-mail, un tableau ou une liste\u00a0; les noms sont conservés. Entrée ajoute à la liste.',
  added: (n) => f.count(n, '# personne ajoutée à la liste', '# personnes ajoutées à la liste'),
  duplicates: (n) =>
    f.count(n, '# adresse était en double et n’y figure qu’une fois', '# adresses étaient en double et n’y figurent qu’une fois'),
  toInvite: (n) => f.count(n, '# personne', '# personnes'),
  emailOf: (row) => `Adresse e-mail, ligne ${row}`,
  firstNameOf: (row) => `Prénom, ligne ${row}`,
  lastNameOf: (row) => `Nom, ligne ${row}`,
  removeRow: (email) => `Retirer ${email} de la liste`,
  unreadable: 'Une adresse a besoin d’un @ et d’un domaine, par exemple nom@example.com',
  seatsEndHere: (n) =>
    f.count(
      n,
      'Les licences s’arrêtent ici. La personne ci-dessous n’en obtient pas.',
      'Les licences s’arrêtent ici. Les # personnes ci-dessous n’en obtiennent pas.',
    ),
  seatsOfPoolEndHere: (pool, n) =>
    f.count(
      n,
      `Les licences de ${pool} s’arrêtent ici. La personne ci-dessous est invitée sans licence.`,
      `Les licences de ${pool} s’arrêtent ici. Les # personnes ci-dessous sont invitées sans licence.`,
    ),
  everyoneGets: 'Chaque personne obtient',
  addGroup: 'Ajouter un groupe',
  addRoleProfile: 'Ajouter un profil de poste',
  relationIn: (group) => `Rôle dans ${group}`,
  removeGroup: (group) => `Laisser ${group} de côté`,
  groupNeeded: 'Choisissez au moins un de vos groupes.',
  poolRequired: 'Chaque membre en a besoin',
  poolRequiredInGroup: 'Chaque membre du groupe en a besoin',
  poolAutomatic: 'Chaque personne en obtient une tant qu’il en reste',
  messageHint: 'Envoyé tel que vous l’écrivez, jamais traduit.',
  arithmetic: (free, takes) => `${f.count(free, '# disponible', '# disponibles')}, cette invitation en prend ${f.number(takes)}`,
  left: (n) => f.count(n, '# reste disponible', '# restent disponibles'),
  missOut: (n) => f.count(n, '# personne n’en obtient pas', '# personnes n’en obtiennent pas'),
  noSeatNeeded: 'Aucune licence n’est nécessaire',
  noGroupSeatNeeded: (groups) =>
    groups === 1 ? 'Aucune licence de ce groupe n’est nécessaire' : 'Aucune licence de ces groupes n’est nécessaire',
  noFreeSeat: (pool) => `Aucune licence n’est disponible dans ${pool}.`,
  nobodyListed: 'Saisissez au moins une adresse.',
  mendFirst: (n) =>
    f.count(n, '# adresse est illisible. Corrigez-la ou retirez-la.', '# adresses sont illisibles. Corrigez-les ou retirez-les.'),
  tooMany: 'Au plus 1\u202f000 personnes à la fois.',
  invite: (n) => f.count(n, 'Inviter # personne', 'Inviter # personnes'),
  inviteSome: (n, of) => `Inviter ${f.number(n)} personnes sur ${f.number(of)}`,
  inviting: 'Invitation en cours…',
  inviteMore: 'Inviter d’autres personnes',
  resultTitle: (invited, refused) =>
    [
      invited ? f.count(invited, '# personne est invitée', '# personnes sont invitées') : '',
      refused ? f.count(refused, '# a été refusée', '# ont été refusées') : '',
    ]
      .filter(Boolean)
      .join(', ') || 'Aucune nouvelle personne n’a été invitée',
  refusedHint: 'Corrigez ci-dessous ce qui ne va pas et invitez de nouveau. Rien d’autre n’est perdu.',
  outcome: {
    invited: 'Invitation créée. L’e-mail part dans un instant.',
    joined: 'A rejoint l’organisation aussitôt\u00a0: le compte était déjà connu ici.',
    staged: 'En attente d’envoi. Aucun e-mail avant que vous ne l’envoyiez.',
    updated: 'Déjà ici. Vos ajouts sont enregistrés.',
    already_member: 'Déjà membre avec tout cela. Rien n’a été envoyé.',
    refused: 'Refus',
  },
  invitedWithout: (pools) => `Invitation créée, sans licence dans ${pools}. L’e-mail part dans un instant.`,
  withoutSeat: (pools) => `Sans licence dans ${pools}.`,
  mailLeaves: (n, seconds) => `${f.count(n, 'L’e-mail à # personne', 'L’e-mail à # personnes')} part dans ${f.number(seconds)}\u00a0s`,
  undoing: 'Annulation en cours…',
  undone: (n) =>
    f.count(
      n,
      'Envoi annulé. # invitation est révoquée, ses licences sont de nouveau disponibles.',
      'Envoi annulé. # invitations sont révoquées, leurs licences sont de nouveau disponibles.',
    ),
  undoFailed: (n) =>
    f.count(
      n,
      '# invitation n’a pas pu être annulée. Révoquez-la dans la liste des membres.',
      '# invitations n’ont pas pu être annulées. Révoquez-les dans la liste des membres.',
    ),
});
