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
  fieldOfRow: (field, row) => `${field}, ligne ${row}`,
  removeRow: (email) => `Retirer ${email} de la liste`,
  unreadable: 'Une adresse a besoin d’un @ et d’un domaine, par exemple nom@example.com',
  seatsEndHere: (n) =>
    f.count(
      n,
      'Les licences s’arrêtent ici. La personne ci-dessous n’en obtient pas.',
      'Les licences s’arrêtent ici. Les # personnes ci-dessous n’en obtiennent pas.',
    ),
  seatsOfPoolEndHere: (pool, n) =>
    `Les licences de ${pool} s’arrêtent ici. ${f.count(n, 'La personne ci-dessous est invitée sans licence.', 'Les # personnes ci-dessous sont invitées sans licence.')}`,
  everyoneGets: 'Chaque personne obtient',
  roleLabel: 'Rôle',
  addGroup: 'Ajouter un groupe',
  addRoleProfile: 'Ajouter un profil de poste',
  relationIn: (group) => `Rôle dans ${group}`,
  removeGroup: (group) => `Laisser ${group} de côté`,
  groupNeeded: 'Choisissez au moins un de vos groupes.',
  poolRequired: 'Chaque membre en a besoin',
  poolRequiredInGroup: 'Chaque membre du groupe en a besoin',
  poolAutomatic: 'Chaque personne en obtient une tant qu’il en reste',
  message: 'Message personnel',
  messageHint: 'Envoyé tel que vous l’écrivez, jamais traduit.',
  arithmetic: (free, of, takes) =>
    `${f.count(free, '# disponible', '# disponibles')} sur ${f.number(of)}, cette invitation en prend ${f.number(takes)}`,
  left: (n) => f.count(n, '# reste disponible', '# restent disponibles'),
  missOut: (n) => f.count(n, '# personne n’en obtient pas', '# personnes n’en obtiennent pas'),
  noSeatNeeded: 'Aucune licence n’est nécessaire',
  noGroupSeatNeeded: (groups) =>
    groups === 1 ? 'Aucune licence de ce groupe n’est nécessaire' : 'Aucune licence de ces groupes n’est nécessaire',
  noFreeSeat: (pool) => `Aucune licence n’est disponible dans ${pool}.`,
  nobodyListed: 'Saisissez au moins une adresse.',
  mendFirst: (n) =>
    f.count(n, '# adresse est illisible. Corrigez-la ou retirez-la.', '# adresses sont illisibles. Corrigez-les ou retirez-les.'),
  leaveOut: (n, act) => `${f.count(n, 'Sans cette adresse', 'Sans ces # adresses')}\u00a0: ${act}`,
  tooMany: 'Au plus 1\u202f000 personnes à la fois.',
  invite: (n) => f.count(n, 'Inviter # personne', 'Inviter # personnes'),
  inviteSome: (n, of) => `Inviter ${f.number(n)} personnes sur ${f.number(of)}`,
  inviting: 'Invitation en cours…',
  inviteMore: 'Inviter d’autres personnes',
  outcome: {
    invited: 'Invitation créée.',
    joined: 'A rejoint l’organisation aussitôt\u00a0: le compte était déjà connu ici.',
    staged: 'En attente d’envoi. Aucun e-mail avant que vous ne l’envoyiez.',
    updated: 'Déjà ici. Vos ajouts sont enregistrés.',
    already_member: 'Déjà membre avec tout cela. Rien n’a été envoyé.',
    refused: 'Refus',
  },
  mailIs: { waiting: 'L’e-mail part dans un instant.', left: 'L’e-mail est en route.' },
  invitedWithout: (pools) => `Invitation créée, sans licence dans ${pools}.`,
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
  mailHasLeft: (n) =>
    f.count(
      n,
      'L’e-mail est déjà parti. Révoquez l’invitation dans la liste des membres.',
      'Les e-mails sont déjà partis. Révoquez les invitations dans la liste des membres.',
    ),
  addToList: 'Ajouter à la liste',
  cannotStay: (n) => f.count(n, '# à corriger', '# à corriger'),
  ready: (n) => f.count(n, '# prête', '# prêtes'),
  alreadyHere: (n) => f.count(n, '# déjà ici', '# déjà ici'),
  twice: (n) => f.count(n, '# en double, conservée une fois', '# en double, conservées une fois'),
  here: {
    active: 'Déjà membre\u00a0: ne reçoit pas d’e-mail',
    activeAdds: 'Déjà membre\u00a0: obtient ce qui est choisi, sans e-mail',
    invited: 'Invitation sans réponse\u00a0: un nouvel e-mail met fin à l’ancien lien',
    staged: 'En attente d’envoi jusqu’ici',
    deactivated: 'Compte désactivé ici\u00a0: refus. Réactivez cette personne dans la liste des membres.',
    elsewhere: 'Déjà ici, dans des groupes dont vous n’êtes pas responsable',
  },
  editRow: (name) => `Modifier ${name}`,
  lookupFailed: 'Impossible de vérifier qui est déjà ici. L’invitation le dira.',
  discard: 'Abandonner la liste',
  discarded: 'La liste est abandonnée',
  draftFound: (n, when) =>
    n === 0
      ? `Pas encore envoyé\u00a0: un message, écrit ${when}.`
      : f.count(n, `Pas encore invitée\u00a0: # personne, saisie ${when}.`, `Pas encore invitées\u00a0: # personnes, saisies ${when}.`),
  bringBack: 'Reprendre',
  discardDraft: 'Abandonner',
  mailLanguage: 'Langue de l’e-mail',
  ownLanguageElse: (language) => `La leur, sinon\u00a0: ${language}`,
  managesPeople: 'Peut gérer les personnes',
  messageCount: (n, of) => `${f.number(n)} sur ${f.number(of)}`,
  messageTooLong: (n) => f.count(n, 'Le message dépasse de # caractère.', 'Le message dépasse de # caractères.'),
  preview: 'Aperçu de l’e-mail',
  mailTo: 'À',
  subject: 'Objet',
  nothingToDo: 'Toutes ces personnes sont déjà membres, et rien n’est choisi pour elles.',
  updateMembers: (n) => f.count(n, 'Compléter # membre', 'Compléter # membres'),
  holdMails: 'Différer l’envoi',
  holding: 'Mise en attente…',
  heldNotice: (n) =>
    f.count(n, '# personne en attente d’envoi\u00a0: pas encore d’e-mail.', '# personnes en attente d’envoi\u00a0: pas encore d’e-mail.'),
  reviewAndSend: 'Vérifier et envoyer',
  heldTitle: (n) => f.count(n, '# personne en attente d’envoi', '# personnes en attente d’envoi'),
  heldLead: 'Aucun e-mail ne leur a été envoyé. Les licences qu’elles obtiennent sont réservées.',
  heldNobody: 'Personne n’est en attente d’envoi.',
  sendMails: (n) => f.count(n, 'Envoyer # e-mail', 'Envoyer # e-mails'),
  sendingMails: (sent, of) => `Envoi\u00a0: ${f.number(sent)} sur ${f.number(of)}…`,
  mailsSent: (n) => f.count(n, '# e-mail est en route', '# e-mails sont en route'),
  resultTitle: ({ invited, held, missed, refused, updated }) =>
    [
      held ? f.count(held, '# personne est en attente d’envoi', '# personnes sont en attente d’envoi') : '',
      invited ? f.count(invited, '# personne est invitée', '# personnes sont invitées') : '',
      missed ? f.count(missed, '# n’obtient pas de licence', '# n’obtiennent pas de licence') : '',
      refused ? f.count(refused, '# a été refusée', '# ont été refusées') : '',
    ]
      .filter(Boolean)
      .join(', ') ||
    (updated ? f.count(updated, '# membre est complété', '# membres sont complétés') : 'Aucune nouvelle personne n’a été invitée'),
  tally: { invited: 'Invitées', held: 'En attente d’envoi', missed: 'Sans licence', here: 'Déjà ici', refused: 'Refusées' },
  seatsReservedUntil: (date) => `Jusqu’au ${date}, les licences sont réservées.`,
  keptOnList: (n) => f.count(n, '# reste sur la liste, à inviter plus tard.', '# restent sur la liste, à inviter plus tard.'),
  linkStays: 'Invitation déjà envoyée\u00a0: le lien reste valable, rien n’a été envoyé.',
  andMore: (name, n) => `${name} et ${f.count(n, '# autre', '# autres')}`,
  mend: 'Modifier',
  mendRow: (email) => `Modifier ${email}`,
  backToList: (n) => f.count(n, 'Revenir à la liste (#)', 'Revenir à la liste (#)'),
});
