import type { Formats } from '../formats.ts';
import type { en } from './en.ts';

export const de = (f: Formats): ReturnType<typeof en> => ({
  noGroupFound: 'Keine Gruppe heißt so.',
  groupList: 'Gruppen',
  newGroup: 'Neue Gruppe',
  findGroup: 'Gruppe suchen',
  noGroups: 'Noch keine Gruppe',
  noGroupsNote: 'Ordnen Sie Personen nach Team, Abteilung oder Kurs in Gruppen. Verantwortliche können sich dann um sie kümmern.',
  noManagedGroups: 'Sie sind noch für keine Gruppe verantwortlich',
  noManagedGroupsNote: 'Die Verwaltung Ihrer Organisation kann Ihnen eine übertragen. Ihre Personen und Plätze erscheinen dann hier.',
  groupCount: (n) => f.count(n, '# Gruppe', '# Gruppen'),
  archivedGroups: 'Archivierte Gruppen',
  noArchived: 'Keine Gruppe ist archiviert.',
  chooseGroup: 'Wählen Sie eine Gruppe',
  chooseGroupNote: 'Ihre Personen und Plätze erscheinen hier.',
  groupCounts: (members, coaches, managers) =>
    [
      f.count(members, '# Mitglied', '# Mitglieder'),
      coaches ? f.count(coaches, '# Betreuung', '# Betreuende') : '',
      managers ? f.count(managers, '# verantwortliche Person', '# Verantwortliche') : '',
    ]
      .filter(Boolean)
      .join(' · '),
});
