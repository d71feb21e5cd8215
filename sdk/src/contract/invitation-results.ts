import { z } from 'zod';
import { Invitation, InvitationOutcome } from './invitations.ts';
import { Member } from './members.ts';
import { Problem } from './problems.ts';

/** What became of each row of an invitation request, in the order of the request. */
export const InvitationResult = z
  .object({
    row: z.int(),
    email: z.string(),
    outcome: InvitationOutcome,
    /** `invited` and `staged`: the person was pending before, and nobody new came in. */
    again: z.boolean().optional(),
    member: Member.optional(),
    invitation: Invitation.optional(),
    problem: Problem.optional(),
  })
  .meta({ id: 'InvitationResult' });
export type InvitationResult = z.infer<typeof InvitationResult>;
export const InvitationResults = z.object({ results: z.array(InvitationResult) }).meta({ id: 'InvitationResults' });
export type InvitationResults = z.infer<typeof InvitationResults>;
