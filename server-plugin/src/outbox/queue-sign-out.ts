import type { OrgContext } from '../context.ts';
import { outboxRow } from '../effects.ts';
import { newId } from '../ids.ts';

/** Ends the host's sessions of somebody, after the commit; nothing where the host cannot. */
export function queueSignOut(ctx: OrgContext, memberId: string, userId: string): void {
  if (!ctx.host.options.signOut) return;
  ctx.effects.outbox.push(
    outboxRow(ctx, { kind: 'signOut', orderKey: memberId, organizationId: ctx.organization.id, payload: { id: newId(), userId } }),
  );
}
