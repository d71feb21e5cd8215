import { createTable } from './create-table.ts';

/** A few values that all processes share, such as whether the host has ever asked `maySignIn`. */
export const meta = createTable('001-meta', 'meta', ({ primary, text, long }) => {
  text('name', 60).notNullable();
  primary('name');
  long('value').notNullable();
});

/** `live` is 1 while the link can be used: one live link per member by the unique key. `copied`: handed over by hand, so it proves no address. `visitHash`: the browser whose press made the account. */
export const invitations = createTable(
  '013-invitations',
  'invitations',
  ({ primary, id, text, long, flag, count, time, unique, index }) => {
    id('id').notNullable();
    primary('id');
    id('organizationId').notNullable();
    id('memberId').notNullable();
    text('email', 254).notNullable();
    text('status', 10).notNullable();
    flag('live');
    count('version').notNullable();
    text('tokenHash', 64).notNullable();
    flag('copied').notNullable();
    flag('knownAccount').notNullable();
    text('delivery', 8);
    long('message');
    text('locale', 35);
    text('invitedBy', 210);
    text('replyTo', 254);
    time('expiresAt').notNullable();
    time('newLinkAt');
    time('acceptedAt');
    text('visitHash', 64);
    time('createdAt').notNullable();
    unique('tokenHash');
    unique('memberId', 'live');
    index('memberId', 'id');
    index('organizationId', 'id');
    index('organizationId', 'status', 'id');
    index('status', 'expiresAt');
  },
);

/** Mail to send and events to hand to the host, written in the transaction that caused them. `orderKey` keeps the events of one member in order. */
export const outbox = createTable('014-outbox', 'outbox', ({ primary, id, text, long, count, time, index }) => {
  id('id').notNullable();
  primary('id');
  id('organizationId');
  text('kind', 20).notNullable();
  text('orderKey', 64).notNullable();
  id('invitationId');
  count('version');
  text('recipientHash', 64);
  long('payload').notNullable();
  text('status', 8).notNullable();
  count('attempts').notNullable();
  time('availableAt').notNullable();
  time('leaseUntil');
  id('leasedBy');
  text('error', 300);
  time('createdAt').notNullable();
  time('doneAt');
  index('status', 'availableAt', 'id');
  index('orderKey', 'status', 'id');
  index('recipientHash', 'doneAt');
  index('invitationId');
});

/** Operator keys have a `label`, widget tokens an organization and one of its members. */
export const credentials = createTable('015-credentials', 'credentials', ({ primary, id, text, time, unique, index }) => {
  id('id').notNullable();
  primary('id');
  text('kind', 20).notNullable();
  text('hash', 64).notNullable();
  text('label', 100);
  id('organizationId');
  id('memberId');
  time('expiresAt');
  time('createdAt').notNullable();
  time('revokedAt');
  unique('hash');
  index('kind', 'expiresAt');
});

export const audit = createTable('016-audit', 'audit', ({ primary, id, text, long, time, index }) => {
  id('id').notNullable();
  primary('id');
  id('organizationId');
  text('actor', 210).notNullable();
  text('action', 60).notNullable();
  text('subject', 64).notNullable();
  long('changes').notNullable();
  time('at').notNullable();
  index('organizationId', 'id');
});

export const idempotency = createTable('017-idempotency', 'idempotency', ({ primary, text, long, count, time, index }) => {
  text('key', 64).notNullable();
  primary('key');
  text('requestHash', 64).notNullable();
  count('status');
  long('answer');
  time('createdAt').notNullable();
  index('createdAt');
});

/** The invitations of the people of each group, with a copy of their status: group admins see those of their groups, and read them from one index. */
export const groupInvitations = createTable('018-group-invitations', 'groupInvitations', ({ primary, id, text, index }) => {
  id('memberId').notNullable();
  id('groupId').notNullable();
  id('invitationId').notNullable();
  text('status', 10).notNullable();
  primary('memberId', 'groupId', 'invitationId');
  index('groupId', 'invitationId');
  index('groupId', 'status', 'invitationId');
});
