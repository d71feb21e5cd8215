/** The names of our tables, all behind one prefix. */
export function tablesOf(prefix: string) {
  return {
    meta: `${prefix}meta`,
    organizations: `${prefix}organizations`,
    members: `${prefix}members`,
    memberWords: `${prefix}member_words`,
    formerMembers: `${prefix}former_members`,
    groups: `${prefix}groups`,
    groupPeople: `${prefix}group_people`,
    roleProfiles: `${prefix}role_profiles`,
    memberRoleProfiles: `${prefix}member_role_profiles`,
    pools: `${prefix}pools`,
    seats: `${prefix}seats`,
    ledger: `${prefix}ledger`,
    invitations: `${prefix}invitations`,
    groupInvitations: `${prefix}group_invitations`,
    outbox: `${prefix}outbox`,
    credentials: `${prefix}credentials`,
    audit: `${prefix}audit`,
    idempotency: `${prefix}idempotency`,
  } as const;
}

export type Tables = ReturnType<typeof tablesOf>;

/** The prefix must leave room for index names and be a plain identifier, because it stands in DDL. */
export function requirePrefix(prefix: string): string {
  if (!/^[a-z][a-z0-9_]{0,19}$/.test(prefix)) throw new Error('tablePrefix: lower-case letters, digits and "_", at most 20 characters');
  return prefix;
}
