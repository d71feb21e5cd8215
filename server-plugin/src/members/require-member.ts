import { visibleGroups } from '../access.ts';
import type { OrgContext } from '../context.ts';
import { fail, failNotFound } from '../errors.ts';
import { findGroupPeopleOf, findPeopleAmong } from '../groups/group-people.table.ts';
import { findMemberRow, lockMember, type MemberRow } from './members.table.ts';

/** A member of this organization, or 404. */
export async function requireMember(ctx: OrgContext, memberId: string): Promise<MemberRow> {
  return (await findMemberRow(ctx, { organizationId: ctx.organization.id, id: memberId })) ?? failNotFound('member');
}

/** A member of this organization whose row is this transaction's from now on, or 404. */
export async function requireLockedMember(ctx: OrgContext, memberId: string): Promise<MemberRow> {
  return (await lockMember(ctx, memberId)) ?? failNotFound('member');
}

/** Whether the caller sees this person: admins everybody, coaches and group admins the people of their groups, and everybody themself. */
export async function maySee(ctx: OrgContext, memberId: string): Promise<boolean> {
  const scope = visibleGroups(ctx.caller);
  if (scope === null || ctx.caller.member?.id === memberId) return true;
  return (await findGroupPeopleOf(ctx, memberId)).some((row) => scope.includes(row.groupId));
}

/** Whom of these people the caller sees. */
export async function whomMaySee(ctx: OrgContext, memberIds: readonly string[]): Promise<ReadonlySet<string>> {
  const scope = visibleGroups(ctx.caller);
  if (scope === null) return new Set(memberIds);
  const seen = await findPeopleAmong(ctx, scope, memberIds);
  return new Set(memberIds.filter((id) => id === ctx.caller.member?.id || seen.has(id)));
}

export async function requireVisibleMember(ctx: OrgContext, memberId: string): Promise<MemberRow> {
  const member = await requireMember(ctx, memberId);
  if (!(await maySee(ctx, memberId))) fail('not_allowed', 'This person is in none of your groups.');
  return member;
}

/** Whether a group admin may send to, revoke, deactivate and reactivate this person: all of the person's groups are managed with that grant, at least one, never an admin. */
export async function managesAllOf(ctx: OrgContext, member: MemberRow): Promise<boolean> {
  if (visibleGroups(ctx.caller) === null) return true;
  if (member.role === 'admin') return false;
  const rows = await findGroupPeopleOf(ctx, member.id);
  return rows.length > 0 && rows.every((row) => ctx.caller.managed.get(row.groupId)?.mayManagePeople === true);
}

export async function requireManagesAllOf(ctx: OrgContext, member: MemberRow): Promise<void> {
  if (!(await managesAllOf(ctx, member))) fail('not_allowed', 'You can do this only for people all of whose groups you manage.');
}
