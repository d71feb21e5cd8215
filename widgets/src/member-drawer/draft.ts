import type { Member, MemberChanges, Role } from '@seatkit/sdk';

/** A role profile of a member, as the form shows it. */
export interface HeldProfile {
  readonly id: string;
  readonly name: string;
  readonly ambition: boolean;
}

/** What the form shows of a member; an empty text stands for nothing. */
export interface Fields {
  readonly firstName: string;
  readonly lastName: string;
  readonly salutation: string;
  readonly email: string;
  readonly locale: string;
  readonly externalId: string;
  readonly lmsUserId: string;
  readonly role: Role;
  readonly profiles: readonly HeldProfile[];
}
export type Field = keyof Fields;

/** How many characters may be typed, as the contract says. */
export const lengths: Readonly<Partial<Record<Field, number>>> = {
  firstName: 100,
  lastName: 100,
  salutation: 50,
  email: 320,
  externalId: 190,
  lmsUserId: 190,
};

export function fieldsOf(member: Member): Fields {
  const { firstName, lastName, email, role, roleProfiles } = member;
  return {
    firstName,
    lastName,
    salutation: member.salutation ?? '',
    email,
    locale: member.locale ?? '',
    externalId: member.externalId ?? '',
    lmsUserId: member.lmsUserId ?? '',
    role,
    profiles: roleProfiles,
  };
}

/** The fields in which two differ. */
export function differing(one: Fields, other: Fields): Field[] {
  return (Object.keys(one) as Field[]).filter((field) => textOf(one, field) !== textOf(other, field));
}

/** What has to be sent so that `before` becomes `now`. */
export function changesOf(before: Fields, now: Fields): MemberChanges {
  const changes: Record<string, unknown> = {};
  for (const field of differing(before, now)) {
    if (field === 'profiles') changes.roleProfiles = now.profiles.map(({ id, ambition }) => ({ id, ambition }));
    else if (field === 'role' || field === 'email' || field === 'firstName' || field === 'lastName') changes[field] = now[field];
    else changes[field] = now[field].trim() || null;
  }
  return changes;
}

/** What somebody typed, put over what was changed elsewhere meanwhile: fields nobody touched here follow. */
export function rebased(before: Fields, now: Fields, theirs: Fields): Fields {
  const mine = Object.fromEntries(differing(before, now).map((field) => [field, now[field]]));
  return { ...theirs, ...mine };
}

/** Two fields are the same when they read the same; white space around what was typed is none. */
function textOf(fields: Fields, field: Field): string {
  if (field !== 'profiles') return fields[field].trim();
  return fields.profiles
    .map(({ id, ambition }) => `${id} ${ambition}`)
    .sort()
    .join();
}
