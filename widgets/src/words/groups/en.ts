import type { Total } from '@seatkit/sdk';
import type { Formats } from '../formats.ts';

/** English, and the pattern of every other language. */
export const en = (f: Formats) => ({
  noGroupFound: 'No group has that name.',
  groupList: 'Groups',
  newGroup: 'New group',
  findGroup: 'Find a group',
  noGroups: 'No group yet',
  noGroupsNote: 'Put people into groups by team, department or course class. Managers can then look after them.',
  noManagedGroups: 'You manage no group yet',
  noManagedGroupsNote: 'An admin of the organization can make you manager of one. Its people and seats then appear here.',
  groupCount: (n: number | Total) => f.count(n, '# group', '# groups'),
  archivedGroups: 'Archived groups',
  noArchived: 'No group is archived.',
  chooseGroup: 'Choose a group',
  chooseGroupNote: 'Its people and its seats appear here.',
  groupCounts: (members: number, coaches: number, managers: number) =>
    [
      f.count(members, '# member', '# members'),
      coaches ? f.count(coaches, '# coach', '# coaches') : '',
      managers ? f.count(managers, '# manager', '# managers') : '',
    ]
      .filter(Boolean)
      .join(' · '),
});
