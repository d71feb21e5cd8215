import { z } from 'zod';
import { Id, multiLine, nameText, PageQuery, pageOf, Timestamp } from './common.ts';

/** A job that the organization defines; members have any number of them. */
export const RoleProfile = z
  .object({ id: Id, organizationId: Id, name: z.string(), description: z.string().nullable(), createdAt: Timestamp })
  .meta({ id: 'RoleProfile' });
export type RoleProfile = z.infer<typeof RoleProfile>;

export const NewRoleProfile = z
  .strictObject({ name: nameText(200), description: multiLine(2000).nullable().optional() })
  .meta({ id: 'NewRoleProfile' });
export type NewRoleProfile = z.infer<typeof NewRoleProfile>;
export const RoleProfileChanges = z
  .strictObject({ name: nameText(200).optional(), description: multiLine(2000).nullable().optional() })
  .meta({ id: 'RoleProfileChanges' });
export type RoleProfileChanges = z.infer<typeof RoleProfileChanges>;

export const RoleProfileQuery = z.strictObject({ q: z.string().max(200).optional(), ...PageQuery });
export type RoleProfileQuery = z.infer<typeof RoleProfileQuery>;
export const RoleProfilePage = pageOf(RoleProfile).meta({ id: 'RoleProfilePage' });
export type RoleProfilePage = z.infer<typeof RoleProfilePage>;
