import type { Handlers } from '../run.ts';
import { createGroup, deleteGroup, getGroup, listGroups, putGroupPerson, removeGroupPerson, updateGroup } from './groups.service.ts';

export const groupRoutes = {
  listGroups: ({ ctx, query }) => listGroups(ctx, query),
  createGroup: ({ ctx, body }) => createGroup(ctx, body),
  getGroup: ({ ctx, params }) => getGroup(ctx, params.groupId),
  updateGroup: ({ ctx, params, body }) => updateGroup(ctx, params.groupId, body),
  deleteGroup: ({ ctx, params }) => deleteGroup(ctx, params.groupId),
  putGroupPerson: ({ ctx, params, body }) => putGroupPerson(ctx, params.groupId, params.memberId, body),
  removeGroupPerson: ({ ctx, params }) => removeGroupPerson(ctx, params.groupId, params.memberId),
} satisfies Partial<Handlers>;
