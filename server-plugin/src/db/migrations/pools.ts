import { createTable } from './create-table.ts';

/** The four figures are counters of the seats; the condition that no more seats go out than were bought is part of their UPDATE. */
export const pools = createTable('010-pools', 'pools', ({ primary, id, text, count, time, index }) => {
  id('id').notNullable();
  primary('id');
  id('organizationId').notNullable();
  id('groupId');
  text('product', 190).notNullable();
  text('name', 200).notNullable();
  text('nameSort', 160).notNullable();
  text('assignment', 10).notNullable();
  text('release', 8).notNullable();
  id('needs');
  count('quantity').notNullable();
  count('reserved').notNullable();
  count('assigned').notNullable();
  count('consumed').notNullable();
  time('startsAt');
  time('endsAt');
  time('begunAt');
  time('closedAt');
  count('version').notNullable();
  time('createdAt').notNullable();
  index('organizationId', 'nameSort');
  index('organizationId', 'groupId', 'nameSort');
  index('begunAt', 'startsAt');
  index('closedAt', 'endsAt');
});

/** `live` is 1 while the seat counts and NULL afterwards: the unique key allows one live seat per member and pool, on every database.
 * Status, role and sort keys are the member's, copied while the seat is live and its holder is here, and empty otherwise. */
export const seats = createTable('011-seats', 'seats', ({ primary, id, text, flag, time, unique, index }) => {
  id('id').notNullable();
  primary('id');
  id('organizationId').notNullable();
  id('poolId').notNullable();
  id('memberId').notNullable();
  text('status', 10).notNullable();
  flag('live');
  flag('consumedBefore').notNullable();
  text('nameSort', 160).notNullable();
  text('emailKey', 254).notNullable();
  text('seenSort', 64).notNullable();
  text('memberStatus', 12).notNullable();
  text('memberRole', 8).notNullable();
  time('firstUsedAt');
  time('createdAt').notNullable();
  time('endedAt');
  unique('poolId', 'memberId', 'live');
  index('poolId', 'live', 'id');
  for (const sort of ['nameSort', 'emailKey', 'seenSort', 'memberId']) index('poolId', 'live', 'memberStatus', 'memberRole', sort);
  index('memberId', 'live');
});

/** Append-only. `quantity`, `reserved`, `assigned`, `consumed` are the changes that an entry made to the figures. */
export const ledger = createTable('012-ledger', 'ledger', ({ primary, id, text, count, time, index }) => {
  id('id').notNullable();
  primary('id');
  id('organizationId').notNullable();
  id('poolId').notNullable();
  id('seatId');
  id('memberId');
  text('type', 10).notNullable();
  count('quantity').notNullable();
  count('reserved').notNullable();
  count('assigned').notNullable();
  count('consumed').notNullable();
  text('reason', 500);
  text('actor', 210).notNullable();
  time('at').notNullable();
  index('poolId', 'at', 'id');
});
