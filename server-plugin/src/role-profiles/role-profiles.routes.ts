import type { Handlers } from '../run.ts';
import { createRoleProfile, deleteRoleProfile, listRoleProfiles, updateRoleProfile } from './role-profiles.service.ts';

export const roleProfileRoutes = {
  listRoleProfiles: ({ ctx, query }) => listRoleProfiles(ctx, query),
  createRoleProfile: ({ ctx, body }) => createRoleProfile(ctx, body),
  updateRoleProfile: ({ ctx, params, body }) => updateRoleProfile(ctx, params.roleProfileId, body),
  deleteRoleProfile: ({ ctx, params }) => deleteRoleProfile(ctx, params.roleProfileId),
} satisfies Partial<Handlers>;
