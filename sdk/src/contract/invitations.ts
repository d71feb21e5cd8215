import { z } from 'zod';
import { HostId, Id, Locale, multiLine, PageQuery, pageOf, Timestamp } from './common.ts';

export const InvitationStatus = z.enum(['held', 'pending', 'accepted', 'revoked', 'expired']);
export type InvitationStatus = z.infer<typeof InvitationStatus>;
/** How far the mail got: waiting, handed to the mail server, given up, or reported as bounced. */
export const Delivery = z.enum(['queued', 'sent', 'failed', 'bounced']);
export type Delivery = z.infer<typeof Delivery>;

/** The newest invitation of a member, as the member list shows it. */
export const InvitationSummary = z
  .object({ id: Id, status: InvitationStatus, expiresAt: Timestamp, delivery: Delivery.nullable() })
  .meta({ id: 'InvitationSummary' });
export type InvitationSummary = z.infer<typeof InvitationSummary>;

/** The offer sent to one address. It holds the seats it promises until accepted, revoked or expired. */
export const Invitation = z
  .object({ id: Id, memberId: Id, email: z.string(), status: InvitationStatus, expiresAt: Timestamp, delivery: Delivery.nullable() })
  .meta({ id: 'Invitation' });
export type Invitation = z.infer<typeof Invitation>;

/**
 * One person to invite. Only the shape is checked here; what a value means (the address, the names, the group,
 * the pool) is checked per row, so that one bad row spoils no other.
 */
export const NewInvitation = z
  .strictObject({
    email: z.string().max(1000),
    firstName: z.string().max(1000).optional(),
    lastName: z.string().max(1000).optional(),
    role: z.enum(['admin', 'member']).optional(),
    groups: z
      .array(
        z.strictObject({
          groupId: Id,
          relations: z
            .array(z.enum(['member', 'coach', 'manager']))
            .min(1)
            .max(3),
          mayManagePeople: z.boolean().optional(),
        }),
      )
      .max(50)
      .optional(),
    roleProfileIds: z.array(Id).max(50).optional(),
    poolIds: z.array(Id).max(20).optional(),
    locale: Locale.optional(),
    externalId: HostId.optional(),
  })
  .meta({ id: 'NewInvitation' });
export type NewInvitation = z.infer<typeof NewInvitation>;

export const NewInvitations = z
  .strictObject({
    people: z.array(NewInvitation).min(1).max(1000),
    message: multiLine(2000).optional(),
    locale: Locale.optional(),
    delivery: z.enum(['now', 'hold']).default('now'),
    /** How long the mail waits before it leaves, so that it can be undone: 0 to 3,600 seconds. */
    delaySeconds: z.int().min(0).max(3600).default(0),
  })
  .meta({ id: 'NewInvitations' });
export type NewInvitations = z.infer<typeof NewInvitations>;

/** Asks how the mail of an invitation would read: the person as in `NewInvitations`, only that the address is not needed. */
export const PreviewInvitation = z
  .strictObject({
    person: NewInvitation.omit({ email: true, externalId: true }),
    message: multiLine(2000).optional(),
    locale: Locale.optional(),
  })
  .meta({ id: 'PreviewInvitation' });
export type PreviewInvitation = z.infer<typeof PreviewInvitation>;

const lines = z.array(z.string()).readonly();
/** The parts of a mail, all of them plain text. */
export const MailBody = z
  .object({
    /** The language as a tag. */
    lang: z.string(),
    subject: z.string(),
    title: z.string(),
    greeting: z.string(),
    lines,
    /** The names of the products that the recipient gets. */
    list: z.object({ title: z.string(), items: lines }).nullable(),
    /** The personal message, as typed. */
    quote: z.object({ title: z.string(), text: z.string() }).nullable(),
    /** `copyLink` stands above the address itself, for whom the button does not work. */
    button: z.object({ label: z.string(), url: z.string(), copyLink: z.string() }).nullable(),
    /** Below the button. */
    after: lines,
    footer: lines,
  })
  .meta({ id: 'MailBody' });
export type MailBody = z.infer<typeof MailBody>;

/** A mail as it would be sent: subject, text and HTML, and its parts, for pages that cannot show HTML. The link in it is none. */
export const MailPreview = z
  .object({ subject: z.string(), text: z.string(), html: z.string(), body: MailBody })
  .meta({ id: 'MailPreview' });
export type MailPreview = z.infer<typeof MailPreview>;

export const InvitationOutcome = z.enum(['invited', 'joined', 'staged', 'updated', 'already_member', 'refused']);
export type InvitationOutcome = z.infer<typeof InvitationOutcome>;

export const InvitationQuery = z.strictObject({ status: InvitationStatus.optional(), ...PageQuery });
export type InvitationQuery = z.infer<typeof InvitationQuery>;
export const InvitationPage = pageOf(Invitation).meta({ id: 'InvitationPage' });
export type InvitationPage = z.infer<typeof InvitationPage>;

/** Sends an invitation, or sends it again: the link is new, the old one is dead. */
export const SendInvitation = z
  .strictObject({ message: multiLine(2000).optional(), delaySeconds: z.int().min(0).max(3600).default(0) })
  .meta({ id: 'SendInvitation' });
export type SendInvitation = z.infer<typeof SendInvitation>;

/** A link to hand over oneself. It proves no address: it joins only a verified account of the invited address. */
export const InvitationLink = z.object({ url: z.string(), invitation: Invitation }).meta({ id: 'InvitationLink' });
export type InvitationLink = z.infer<typeof InvitationLink>;

/** What a mail provider reports of a mail that was sent: only bounces change anything. */
export const MailStatus = z.strictObject({ messageId: HostId, status: z.enum(['bounced', 'delivered']) }).meta({ id: 'MailStatus' });
export type MailStatus = z.infer<typeof MailStatus>;
