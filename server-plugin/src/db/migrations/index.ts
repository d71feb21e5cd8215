import type { Migration } from '../migrate.ts';
import { groupPeople, groups, memberRoleProfiles, roleProfiles } from './groups.ts';
import { audit, credentials, groupInvitations, idempotency, invitations, meta, outbox } from './invitations.ts';
import { formerMembers, members, memberWords, organizations } from './members.ts';
import { ledger, pools, seats } from './pools.ts';

/** Every step of our schema in its order. A name that has shipped never changes. */
export const migrations: readonly Migration[] = [
  meta,
  organizations,
  members,
  memberWords,
  formerMembers,
  groups,
  groupPeople,
  roleProfiles,
  memberRoleProfiles,
  pools,
  seats,
  ledger,
  invitations,
  outbox,
  credentials,
  audit,
  idempotency,
  groupInvitations,
];
