import { type InvitationResult, type NewInvitations, type SeatkitClient, SeatkitError } from '@seatkit/sdk';
import { delaySeconds } from './offer.ts';
import type { Told } from './outcome.ts';
import { sideBySide } from './side-by-side.ts';

/** Sends an invitation so that pressing again after an answer that never came repeats the same request, and invites nobody twice. */
export class Sending {
  #body = '';
  #key = '';
  /** When it was sent for the first time: that one may have arrived, and its mail leaves by it. */
  #started = 0;

  /** Answers the results, and for how many seconds the mail can surely still be kept back. */
  async send(
    api: SeatkitClient,
    organizationId: string,
    body: NewInvitations,
  ): Promise<{ readonly results: readonly InvitationResult[]; readonly secondsLeft: number }> {
    const text = JSON.stringify(body);
    if (this.#body !== text) {
      this.#body = text;
      this.#started = Date.now();
      this.#key = `${this.#started}-${Math.random()}`;
    }
    const { results } = await api.invitations.create(organizationId, body, { idempotencyKey: this.#key }).catch((error: unknown) => {
      // What was refused never began, so the next press is a first one again. A conflict may be with the press before.
      if (error instanceof SeatkitError && error.status >= 400 && error.status < 500 && error.status !== 409) this.#body = '';
      throw error;
    });
    this.#body = '';
    return { results, secondsLeft: Math.max(0, delaySeconds - Math.ceil((Date.now() - this.#started) / 1000)) };
  }
}

/** Revokes new invitations, and answers with those that were. */
export async function takeBack(
  api: SeatkitClient,
  organizationId: string,
  fresh: readonly Told[],
  report: (error: unknown) => void,
): Promise<readonly Told[]> {
  const failed = await sideBySide(fresh, ({ invitation }) => api.invitations.revoke(organizationId, invitation?.id ?? ''));
  for (const { error } of failed) report(error);
  return fresh.filter((told) => !failed.some(({ item }) => item === told));
}
