import { createHmac } from 'node:crypto';
import type { Context, OrgContext } from '../context.ts';
import { outboxRow } from '../effects.ts';
import { later, SECOND } from '../ids.ts';
import { addressKey } from '../text.ts';

/** Every mail Seatkit sends. What it says is made when it leaves, from what the database then holds. */
export type MailTemplate =
  /** The link to join; to somebody known to the host it says what they get instead of asking them to make an account. */
  | 'invitation'
  /** Told to somebody who was joined at once: what they now have. */
  | 'joined'
  /** Told to the old and to the new address. `data`: `{ oldEmail, newEmail, firstName, lastName, locale? }`. */
  | 'address_changed'
  /** Told to a new admin of the organization. */
  | 'admin_granted';

/** The payload of a mail in the outbox. */
export interface MailPayload {
  readonly template: MailTemplate;
  readonly memberId: string;
  /** The address it goes to, when that is not the member's at the time of sending. */
  readonly to?: string;
  readonly data?: Readonly<Record<string, string>>;
}

/** Writes a mail into the outbox. It leaves after the commit, and not before `delaySeconds` have passed. */
export function queueMail(
  ctx: OrgContext,
  mail: MailPayload & {
    readonly email: string;
    readonly invitation?: { readonly id: string; readonly version: number };
    readonly delaySeconds?: number;
    /** A warning that no limit on mails to strangers may hold back. */
    readonly unlimited?: boolean;
  },
): void {
  const { email, invitation, delaySeconds = 0, unlimited = false, ...payload } = mail;
  ctx.effects.outbox.push(
    outboxRow(ctx, {
      kind: 'mail',
      orderKey: `mail:${mail.memberId}`,
      organizationId: ctx.organization.id,
      payload,
      availableAt: later(ctx.now, delaySeconds * SECOND),
      ...(unlimited ? {} : { recipientHash: recipientHash(ctx, email) }),
      ...(invitation ? { invitationId: invitation.id, version: invitation.version } : {}),
    }),
  );
}

/** Counts mails per mailbox, whatever stands behind a `+`, without keeping the address. */
export function recipientHash(ctx: Context, email: string): string {
  return createHmac('sha256', ctx.host.secrets[0])
    .update(`recipient:${addressKey(email).replace(/\+[^@]*@/, '@')}`)
    .digest('hex');
}
