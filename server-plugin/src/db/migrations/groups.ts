import { createTable } from './create-table.ts';

export const groups = createTable('006-groups', 'groups', ({ primary, id, text, flag, count, time, unique, index }) => {
  id('id').notNullable();
  primary('id');
  id('organizationId').notNullable();
  text('name', 200).notNullable();
  text('nameKey', 200).notNullable();
  text('nameSort', 160).notNullable();
  text('description', 500);
  count('memberCount').notNullable();
  count('coachCount').notNullable();
  count('managerCount').notNullable();
  count('touched').notNullable();
  text('managedBy', 64).notNullable();
  flag('archived').notNullable();
  time('archivedAt');
  count('version').notNullable();
  time('createdAt').notNullable();
  unique('organizationId', 'nameKey');
  index('organizationId', 'archived', 'nameSort');
});

/**
 * Status, role and sort keys are the member's, copied, so that the people of a group are read by every filter and in every order from one index, and those
 * of each relation by name.
 */
export const groupPeople = createTable('007-group-people', 'groupPeople', ({ primary, id, text, flag, index }) => {
  id('groupId').notNullable();
  id('memberId').notNullable();
  id('organizationId').notNullable();
  flag('isMember').notNullable();
  flag('isCoach').notNullable();
  flag('isManager').notNullable();
  flag('mayManagePeople').notNullable();
  text('nameSort', 160).notNullable();
  text('emailKey', 254).notNullable();
  text('seenSort', 64).notNullable();
  text('memberStatus', 12).notNullable();
  text('memberRole', 8).notNullable();
  primary('groupId', 'memberId');
  for (const sort of ['nameSort', 'emailKey', 'seenSort']) index('groupId', sort);
  for (const sort of ['nameSort', 'emailKey', 'seenSort', 'memberId']) index('groupId', 'memberStatus', 'memberRole', sort);
  for (const relation of ['isMember', 'isCoach', 'isManager']) index('groupId', relation, 'nameSort');
  index('memberId');
});

export const roleProfiles = createTable('008-role-profiles', 'roleProfiles', ({ primary, id, text, long, count, time, unique, index }) => {
  id('id').notNullable();
  primary('id');
  id('organizationId').notNullable();
  text('name', 200).notNullable();
  text('nameKey', 200).notNullable();
  text('nameSort', 160).notNullable();
  long('description');
  count('touched').notNullable();
  count('version').notNullable();
  time('createdAt').notNullable();
  unique('organizationId', 'nameKey');
  index('organizationId', 'nameSort');
});

export const memberRoleProfiles = createTable('009-member-role-profiles', 'memberRoleProfiles', ({ primary, id, text, flag, index }) => {
  id('roleProfileId').notNullable();
  id('memberId').notNullable();
  id('organizationId').notNullable();
  flag('ambition').notNullable();
  text('nameSort', 160).notNullable();
  text('emailKey', 254).notNullable();
  text('seenSort', 64).notNullable();
  text('memberStatus', 12).notNullable();
  text('memberRole', 8).notNullable();
  primary('roleProfileId', 'memberId');
  for (const sort of ['nameSort', 'emailKey', 'seenSort']) index('roleProfileId', sort);
  for (const sort of ['nameSort', 'emailKey', 'seenSort', 'memberId']) index('roleProfileId', 'memberStatus', 'memberRole', sort);
  index('memberId');
});
