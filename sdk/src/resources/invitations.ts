import type { Call, CallOptions } from '../call.ts';
import type { InvitationResults } from '../contract/invitation-results.ts';
import type { Invitation, InvitationLink, MailPreview } from '../contract/invitations.ts';
import type { InvitationQuery, NewInvitations, PreviewInvitation, SendInvitation } from '../inputs.ts';
import { PagePromise } from '../pages.ts';

/** Offers sent to addresses; each holds its seats until it is accepted, revoked or expires. */
export class Invitations {
  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

  /** The invitations the caller may see. */
  list(organizationId: string, query: InvitationQuery = {}, options?: CallOptions): PagePromise<Invitation> {
    return new PagePromise((cursor) =>
      this.#call('listInvitations', { params: { organizationId }, query: cursor === undefined ? query : { ...query, cursor }, ...options }),
    );
  }

  /** Invites up to 1,000 people and tells for each what came of it: one refused row spoils no other. */
  create(organizationId: string, body: NewInvitations, options?: CallOptions): Promise<InvitationResults> {
    return this.#call('createInvitations', { params: { organizationId }, body, ...options });
  }

  /** How the mail of an invitation would read to somebody whom the platform does not know. Nothing is sent. */
  preview(organizationId: string, body: PreviewInvitation, options?: CallOptions): Promise<MailPreview> {
    return this.#call('previewInvitation', { params: { organizationId }, body, ...options });
  }

  /** Sends an invitation, or sends it again with a new link; the old link is dead then. */
  send(organizationId: string, invitationId: string, body: SendInvitation = {}, options?: CallOptions): Promise<Invitation> {
    return this.#call('sendInvitation', { params: { organizationId, invitationId }, body, ...options });
  }

  /** Withdraws an open invitation and frees its seats. */
  revoke(organizationId: string, invitationId: string, options?: CallOptions): Promise<Invitation> {
    return this.#call('revokeInvitation', { params: { organizationId, invitationId }, body: {}, ...options });
  }

  /** Makes a new link to hand over oneself. It proves no address, and the mailed link is dead then. */
  copyLink(organizationId: string, invitationId: string, options?: CallOptions): Promise<InvitationLink> {
    return this.#call('copyInvitationLink', { params: { organizationId, invitationId }, body: {}, ...options });
  }
}
