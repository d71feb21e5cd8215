import { createTable } from './create-table.ts';

/** `adminCount` counts active admins: the last one is held by a condition on it, not by looking. */
export const organizations = createTable(
  '002-organizations',
  'organizations',
  ({ primary, id, text, long, count, time, unique, index }) => {
    id('id').notNullable();
    primary('id');
    text('key', 190).notNullable();
    text('name', 200).notNullable();
    text('locale', 35).notNullable();
    long('features').notNullable();
    long('settings').notNullable();
    count('adminCount').notNullable();
    count('version').notNullable();
    time('createdAt').notNullable();
    unique('key');
    index('name', 'id');
  },
);

/** `nameSort` and `seenSort` end in the id, so that one column is a whole sort order; `emailKey` and `id` are the other two. */
export const members = createTable('003-members', 'members', ({ primary, id, text, flag, count, time, unique, index }) => {
  id('id').notNullable();
  primary('id');
  id('organizationId').notNullable();
  text('userId', 190);
  text('email', 254).notNullable();
  text('emailKey', 254).notNullable();
  text('firstName', 100).notNullable();
  text('lastName', 100).notNullable();
  text('salutation', 50);
  text('nameSort', 160).notNullable();
  text('seenSort', 64).notNullable();
  text('status', 12).notNullable();
  text('role', 8).notNullable();
  text('locale', 35);
  text('externalId', 190);
  text('lmsUserId', 190);
  time('lastSeenAt');
  flag('createdAccount').notNullable();
  flag('collision').notNullable();
  flag('ownName').notNullable();
  text('managedBy', 64).notNullable();
  count('version').notNullable();
  time('createdAt').notNullable();
  time('deactivatedAt');
  time('messagedAt');
  unique('organizationId', 'emailKey');
  unique('organizationId', 'userId');
  unique('organizationId', 'externalId');
  unique('organizationId', 'lmsUserId');
  index('organizationId', 'nameSort');
  index('organizationId', 'seenSort');
  index('organizationId', 'id');
  for (const sort of ['nameSort', 'emailKey', 'seenSort', 'id']) index('organizationId', 'status', 'role', sort);
  index('userId');
  index('emailKey');
});

/**
 * The search keys of every member, once for the organization and once for each group in which they stand: `placeId` is the id of either. Each place has
 * its own, so that a search reads one index whoever asks.
 */
export const memberWords = createTable('004-member-words', 'memberWords', ({ primary, id, text, index }) => {
  id('memberId').notNullable();
  id('placeId').notNullable();
  text('word', 160).notNullable();
  text('memberStatus', 12).notNullable();
  text('memberRole', 8).notNullable();
  primary('memberId', 'placeId', 'word');
  index('placeId', 'word');
  index('placeId', 'memberStatus', 'memberRole', 'word');
});

/** Who left while a consumed seat stays bound to them: coming back gives them their id, and so that seat, again. */
export const formerMembers = createTable('005-former-members', 'formerMembers', ({ primary, id, text, time, unique }) => {
  id('memberId').notNullable();
  primary('memberId');
  id('organizationId').notNullable();
  text('emailKey', 254).notNullable();
  text('userId', 190);
  time('leftAt').notNullable();
  unique('organizationId', 'emailKey');
});
