/** A set of relations of one person to one group, and the grant that goes with managing it. */
export interface Standing {
  readonly isMember: boolean;
  readonly isCoach: boolean;
  readonly isManager: boolean;
  readonly mayManagePeople: boolean;
}

export const NOWHERE: Standing = { isMember: false, isCoach: false, isManager: false, mayManagePeople: false };

type Relations = readonly ('member' | 'coach' | 'manager')[];

/** The standing that a request names, as a whole. */
export function standingOf(relations: Relations, mayManagePeople: boolean | undefined): Standing {
  const isManager = relations.includes('manager');
  return {
    isMember: relations.includes('member'),
    isCoach: relations.includes('coach'),
    isManager,
    mayManagePeople: isManager && mayManagePeople === true,
  };
}

/** What an invitation adds to a standing: never less than before. Null: the two exclude each other, as nobody is member and coach of one group. */
export function addStanding(before: Standing, added: Standing): Standing | null {
  const sum = {
    isMember: before.isMember || added.isMember,
    isCoach: before.isCoach || added.isCoach,
    isManager: before.isManager || added.isManager,
    mayManagePeople: before.mayManagePeople || added.mayManagePeople,
  };
  return excludes(sum) ? null : sum;
}

/** Whether somebody gets more than they had: another relation or the grant. */
export function adds(before: Standing, wanted: Standing): boolean {
  return (['isMember', 'isCoach', 'isManager', 'mayManagePeople'] as const).some((right) => wanted[right] && !before[right]);
}

export function excludes(standing: Standing): boolean {
  return standing.isMember && standing.isCoach;
}

export function sameStanding(a: Standing, b: Standing): boolean {
  return a.isMember === b.isMember && a.isCoach === b.isCoach && a.isManager === b.isManager && a.mayManagePeople === b.mayManagePeople;
}
