import type { Handlers } from '../run.ts';
import { findMembers } from './find-members.ts';
import {
  deactivateMember,
  getMember,
  listMembers,
  previewDeparture,
  reactivateMember,
  removeMember,
  updateMember,
} from './members.service.ts';

export const memberRoutes = {
  listMembers: ({ ctx, query }) => listMembers(ctx, query),
  findMembers: ({ ctx, body }) => findMembers(ctx, body),
  getMember: ({ ctx, params }) => getMember(ctx, params.memberId),
  updateMember: ({ ctx, params, body }) => updateMember(ctx, params.memberId, body),
  removeMember: ({ ctx, params }) => removeMember(ctx, params.memberId),
  previewDeparture: ({ ctx, params, query }) => previewDeparture(ctx, params.memberId, query),
  deactivateMember: ({ ctx, params }) => deactivateMember(ctx, params.memberId),
  reactivateMember: ({ ctx, params }) => reactivateMember(ctx, params.memberId),
} satisfies Partial<Handlers>;
