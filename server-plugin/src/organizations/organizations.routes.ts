import type { Handlers } from '../run.ts';
import { createOrganization, createToken, getMe, getOrganization, listOrganizations, updateOrganization } from './organizations.service.ts';

export const organizationRoutes = {
  getMe: ({ ctx, query }) => getMe(ctx, query),
  createToken: ({ ctx, body }) => createToken(ctx, body),
  listOrganizations: ({ ctx, query }) => listOrganizations(ctx, query),
  createOrganization: ({ ctx, body }) => createOrganization(ctx, body),
  getOrganization: ({ ctx }) => getOrganization(ctx),
  updateOrganization: ({ ctx, body }) => updateOrganization(ctx, body),
} satisfies Partial<Handlers>;
