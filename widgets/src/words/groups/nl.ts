import type { Formats } from '../formats.ts';
import type { en } from './en.ts';

export const nl = (f: Formats): ReturnType<typeof en> => ({
  noGroupFound: 'Geen groep heet zo.',
  groupList: 'Groepen',
  newGroup: 'Nieuwe groep',
  findGroup: 'Groep zoeken',
  noGroups: 'Nog geen groep',
  noGroupsNote: 'Deel personen per team, afdeling of cursus in groepen in. Verantwoordelijken kunnen dan voor ze zorgen.',
  noManagedGroups: 'Je bent nog voor geen enkele groep verantwoordelijk',
  noManagedGroupsNote: 'Een beheerder van je organisatie kan je een groep geven. De personen en licenties ervan verschijnen dan hier.',
  groupCount: (n) => f.count(n, '# groep', '# groepen'),
  archivedGroups: 'Gearchiveerde groepen',
  noArchived: 'Er is geen groep gearchiveerd.',
  chooseGroup: 'Kies een groep',
  chooseGroupNote: 'De personen en licenties ervan verschijnen hier.',
  groupCounts: (members, coaches, managers) =>
    [
      f.count(members, '# lid', '# leden'),
      coaches ? f.count(coaches, '# coach', '# coaches') : '',
      managers ? f.count(managers, '# verantwoordelijke', '# verantwoordelijken') : '',
    ]
      .filter(Boolean)
      .join(' · '),
});
