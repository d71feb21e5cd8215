import { isAtLeast } from '../access.ts';
import type { OrgContext } from '../context.ts';
import { addAudit } from '../effects.ts';
import { fail } from '../errors.ts';
import { findProfilesOf, tryHoldRoleProfiles, writeProfilesOf } from '../role-profiles/role-profiles.table.ts';
import type { MemberRow } from './members.table.ts';

export interface ProfileMark {
  readonly id: string;
  readonly ambition: boolean;
}

/** Sets somebody's role profiles as a whole. People themselves only choose which of theirs is the ambition. */
export async function changeProfiles(ctx: OrgContext, member: MemberRow, wanted: readonly ProfileMark[]): Promise<void> {
  const unique = [...new Map(wanted.map((profile) => [profile.id, profile])).values()];
  const ids = unique.map((profile) => profile.id);
  const before = await findProfilesOf(ctx, member.id);
  if (
    !isAtLeast(ctx.caller, 'admin') &&
    !sameSet(
      ids,
      before.map((profile) => profile.id),
    )
  )
    fail('not_allowed', 'You can choose your ambition among your role profiles; admins give them.');
  await write(ctx, member, unique);
  addAudit(ctx, 'member.role_profiles_changed', member.id, { before, after: unique });
}

/** Adds role profiles and takes none away: what an invitation does. Answers whether anything was new. */
export async function addProfiles(ctx: OrgContext, member: MemberRow, ids: readonly string[]): Promise<boolean> {
  const before = await findProfilesOf(ctx, member.id);
  const added = [...new Set(ids)].filter((id) => !before.some((profile) => profile.id === id));
  if (added.length === 0) return false;
  await write(ctx, member, [...before, ...added.map((id) => ({ id, ambition: false }))]);
  addAudit(ctx, 'member.role_profiles_changed', member.id, { added });
  return true;
}

/** The profiles are held first, so that none of them is removed from the organization at this moment and stays with the person. */
async function write(ctx: OrgContext, member: MemberRow, profiles: readonly ProfileMark[]): Promise<void> {
  const ids = profiles.map((profile) => profile.id);
  if (!(await tryHoldRoleProfiles(ctx, ids))) fail('unknown_role_profile', 'There is no such role profile in this organization.');
  await writeProfilesOf(ctx, member, profiles);
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return new Set(a).size === new Set(b).size && a.every((id) => b.includes(id));
}
