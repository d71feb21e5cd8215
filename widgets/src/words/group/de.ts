import type { Formats } from '../formats.ts';
import type { en } from './en.ts';

/** German, formal. Soft hyphens stand in long words, so that narrow columns break them well. */
export const de = (_f: Formats): ReturnType<typeof en> => ({
  groupName: 'Name der Gruppe',
  groupNameNeeded: 'Geben Sie der Gruppe einen Namen.',
  createGroup: 'Gruppe anlegen',
  rename: 'Umbenennen',
  renameGroup: (name) => `${name} umbenennen`,
  deleteGroup: 'Gruppe entfernen',
  deleteGroupTitle: (name) => `Gruppe ${name} entfernen?`,
  deleteGroupNote: 'Ihre Personen bleiben Mitglieder der Organisation. Eine Gruppe, deren Plätze noch laufen, lässt sich nicht entfernen.',
  groupCreated: (name) => `${name} ist angelegt`,
  groupRenamed: (name) => `Die Gruppe heißt jetzt ${name}`,
  groupDeleted: (name) => `${name} ist entfernt`,
  allGroups: 'Alle Gruppen',
  addPeople: 'Nach Name oder Adresse hinzufügen',
  addAs: 'Hinzufügen als',
  addPerson: (name) => `${name} hinzufügen`,
  alreadyIn: 'Schon in dieser Gruppe',
  noMatch: 'Niemand gefunden. Versuchen Sie die genaue E-Mail-Adresse, oder laden Sie die Person ein.',
  noFreeInGroup: (pool) =>
    `In ${pool} ist kein Platz frei, daher kann kein Mitglied hinzukommen. Betreuende und Verantwortliche brauchen keinen.`,
  addedTo: (name, group) => `${name} ist jetzt in ${group}`,
  removedFrom: (name, group) => `${name} ist nicht mehr in ${group}`,
  relationSet: (name) => `Gespeichert für ${name}`,
  make: { member: 'Zum Mitglied machen', coach: 'Zur Betreuung machen', manager: 'Verantwortung geben' },
  notManager: 'Verantwortung entziehen',
  mayManagePeople: 'Darf Personen verwalten',
  mayManagePeopleOn: 'Lädt ein, deaktiviert, reaktiviert',
  mayManagePeopleOff: 'Fügt bekannte Personen hinzu und entfernt sie',
  mayManagePeopleOf: (name) => `${name} darf Personen verwalten`,
  removeFromGroup: 'Aus der Gruppe entfernen',
  nobodyInRelation: { manager: 'Niemand verantwortlich', coach: 'Niemand betreut', member: 'Kein Mitglied' },
});
