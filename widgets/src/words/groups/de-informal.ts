import type { SomeWords } from '../dictionary.ts';
import type { en } from './en.ts';

/** German for organizations that say *du*: what differs from the formal German below it. */
export const deInformal = (): SomeWords<ReturnType<typeof en>> => ({
  noGroupsNote: 'Ordne Personen nach Team, Abteilung oder Kurs in Gruppen. Verantwortliche können sich dann um sie kümmern.',
  noManagedGroups: 'Du bist noch für keine Gruppe verantwortlich',
  noManagedGroupsNote: 'Die Verwaltung deiner Organisation kann dir eine übertragen. Ihre Personen und Plätze erscheinen dann hier.',
  chooseGroup: 'Wähle eine Gruppe',
});
