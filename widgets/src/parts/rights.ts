import type { Group, Member } from '@seatkit/sdk';
import type { Standing } from '../clients.ts';

/** Whether the caller decides who is in a group: admins in each, managers in theirs. */
export function manages(standing: Standing, { id }: Pick<Group, 'id'>): boolean {
  return standing.may('manageGroups') || standing.managedGroups.some((group) => group.id === id);
}

/**
 * Whether the caller may send to somebody, revoke, deactivate and reactivate, as far as the person is concerned. A group admin acts only on
 * people for whom nobody else is responsible: all of their groups, at least one, and never an admin.
 */
export function mayActOn(standing: Standing, { role, groups }: Member): boolean {
  if (standing.may('manageMembers')) return true;
  const runs = standing.managedGroups.filter((group) => group.mayManagePeople).map(({ id }) => id);
  return role !== 'admin' && groups.length > 0 && groups.every(({ id }) => runs.includes(id));
}

/** Whether the caller may take somebody out of a group: a group admin may not touch who manages it. */
export function mayTakeOut(standing: Standing, member: Member, group: Pick<Group, 'id'>): boolean {
  const relations = member.groups.find(({ id }) => id === group.id)?.relations ?? [];
  return standing.may('manageGroups') || (manages(standing, group) && !relations.includes('manager'));
}

/** Whether the caller may set how somebody stands in a group: of somebody deactivated nothing can be changed, they can only be taken out. */
export function mayChangeIn(standing: Standing, member: Member, group: Pick<Group, 'id'>): boolean {
  return member.status !== 'deactivated' && mayTakeOut(standing, member, group);
}
