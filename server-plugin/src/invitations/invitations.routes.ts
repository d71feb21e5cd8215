import type { Handlers } from '../run.ts';
import { readHost } from './host-readings.ts';
import { copyInvitationLink, createInvitations, listInvitations, revokeInvitation, sendInvitation } from './invitations.service.ts';
import { previewInvitation } from './preview-invitation.ts';

export const invitationRoutes = {
  listInvitations: ({ ctx, query }) => listInvitations(ctx, query),
  createInvitations: {
    before: ({ ctx, body }) => readHost(ctx, body),
    handle: ({ ctx, body, before }) => createInvitations(ctx, body, before),
  },
  previewInvitation: ({ ctx, body }) => previewInvitation(ctx, body),
  sendInvitation: ({ ctx, params, body }) => sendInvitation(ctx, params.invitationId, body),
  revokeInvitation: ({ ctx, params }) => revokeInvitation(ctx, params.invitationId),
  copyInvitationLink: ({ ctx, params }) => copyInvitationLink(ctx, params.invitationId),
} satisfies Partial<Handlers>;
