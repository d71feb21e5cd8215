import type { Formats } from '../formats.ts';
import type { en } from './en.ts';

/** Dutch, which says *je*. */
export const nl = (_f: Formats): ReturnType<typeof en> => ({
  groupName: 'Naam van de groep',
  groupNameNeeded: 'Geef de groep een naam.',
  createGroup: 'Groep aanmaken',
  rename: 'Naam wijzigen',
  renameGroup: (name) => `Naam van ${name} wijzigen`,
  deleteGroup: 'Groep verwijderen',
  deleteGroupTitle: (name) => `Groep ${name} verwijderen?`,
  deleteGroupNote: 'De personen blijven lid van de organisatie. Een groep met licenties die nog lopen, kan niet worden verwijderd.',
  groupCreated: (name) => `${name} is aangemaakt`,
  groupRenamed: (name) => `De groep heet nu ${name}`,
  groupDeleted: (name) => `${name} is verwijderd`,
  allGroups: 'Alle groepen',
  addPeople: 'Op naam of adres toevoegen',
  addAs: 'Toevoegen als',
  addPerson: (name) => `${name} toevoegen`,
  alreadyIn: 'Al in deze groep',
  noMatch: 'Niemand gevonden. Probeer het volledige e-mailadres, of nodig de persoon uit.',
  noFreeInGroup: (pool) =>
    `In ${pool} is geen licentie beschikbaar, dus er kan geen lid bij. Coaches en verantwoordelijken hebben er geen nodig.`,
  addedTo: (name, group) => `${name} zit nu in ${group}`,
  removedFrom: (name, group) => `${name} zit niet meer in ${group}`,
  relationSet: (name) => `Opgeslagen voor ${name}`,
  make: { member: 'Lid maken', coach: 'Coach maken', manager: 'Verantwoordelijk maken' },
  notManager: 'Niet meer verantwoordelijk',
  mayManagePeople: 'Mag personen beheren',
  mayManagePeopleOn: 'Nodigt uit, deactiveert, activeert opnieuw',
  mayManagePeopleOff: 'Voegt bekende personen toe en verwijdert ze',
  mayManagePeopleOf: (name) => `${name} mag personen beheren`,
  removeFromGroup: 'Uit de groep verwijderen',
  nobodyInRelation: { manager: 'Niemand verantwoordelijk', coach: 'Geen coach', member: 'Geen lid' },
});
