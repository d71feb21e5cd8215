import type { Formats } from '../formats.ts';
import type { en } from './en.ts';

export const fr = (f: Formats): ReturnType<typeof en> => ({
  noGroupFound: 'Aucun groupe ne porte ce nom.',
  groupList: 'Groupes',
  newGroup: 'Nouveau groupe',
  findGroup: 'Rechercher un groupe',
  noGroups: 'Aucun groupe pour le moment',
  noGroupsNote: 'Répartissez les personnes en groupes par équipe, service ou cours. Des responsables pourront alors s’en occuper.',
  noManagedGroups: 'Vous n’êtes encore responsable d’aucun groupe',
  noManagedGroupsNote:
    'L’administration de votre organisation peut vous en confier un. Ses membres et ses licences apparaîtront alors ici.',
  groupCount: (n) => f.count(n, '# groupe', '# groupes'),
  archivedGroups: 'Groupes archivés',
  noArchived: 'Aucun groupe n’est archivé.',
  chooseGroup: 'Choisissez un groupe',
  chooseGroupNote: 'Ses personnes et ses licences apparaissent ici.',
  groupCounts: (members, coaches, managers) =>
    [
      f.count(members, '# membre', '# membres'),
      coaches ? f.count(coaches, '# coach', '# coachs') : '',
      managers ? f.count(managers, '# responsable', '# responsables') : '',
    ]
      .filter(Boolean)
      .join(' · '),
});
