import type { Formats } from '../formats.ts';
import type { en } from './en.ts';

/** French, which says *vous*. What is said of a named person is turned so that no word has to agree with them. */
export const fr = (_f: Formats): ReturnType<typeof en> => ({
  groupName: 'Nom du groupe',
  groupNameNeeded: 'Donnez un nom au groupe.',
  createGroup: 'Créer le groupe',
  rename: 'Renommer',
  renameGroup: (name) => `Renommer ${name}`,
  deleteGroup: 'Supprimer le groupe',
  deleteGroupTitle: (name) => `Supprimer le groupe ${name}\u00a0?`,
  deleteGroupNote:
    'Ses personnes restent membres de l’organisation. Un groupe dont les licences sont encore en cours ne peut pas être supprimé.',
  groupCreated: (name) => `Le groupe ${name} est créé`,
  groupRenamed: (name) => `Le groupe s’appelle maintenant ${name}`,
  groupDeleted: (name) => `Le groupe ${name} est supprimé`,
  allGroups: 'Tous les groupes',
  addPeople: 'Ajouter par nom ou adresse',
  addAs: 'Ajouter comme',
  addPerson: (name) => `Ajouter ${name}`,
  alreadyIn: 'Déjà dans ce groupe',
  noMatch: 'Personne ne correspond. Essayez l’adresse e-mail exacte, ou invitez la personne.',
  noFreeInGroup: (pool) =>
    `Aucune licence n’est disponible dans ${pool}\u00a0: aucun membre ne peut donc être ajouté. Les coachs et les responsables n’en ont pas besoin.`,
  addedTo: (name, group) => `${name} fait maintenant partie de ${group}`,
  removedFrom: (name, group) => `${name} ne fait plus partie de ${group}`,
  relationSet: (name) => `Enregistré pour ${name}`,
  make: { member: 'Nommer membre', coach: 'Nommer coach', manager: 'Nommer responsable' },
  notManager: 'Retirer la responsabilité',
  mayManagePeople: 'Peut gérer les personnes',
  mayManagePeopleOn: 'Invite, désactive, réactive',
  mayManagePeopleOff: 'Ajoute et retire des personnes connues',
  mayManagePeopleOf: (name) => `${name} peut gérer les personnes`,
  removeFromGroup: 'Retirer du groupe',
  nobodyInRelation: { manager: 'Aucun responsable', coach: 'Aucun coach', member: 'Aucun membre' },
});
