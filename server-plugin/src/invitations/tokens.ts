import { createHmac } from 'node:crypto';
import type { Host } from '../host/host.ts';
import { hashOf } from '../ids.ts';

/** The secret of an invitation's link: derived when it is needed, never stored. A new version makes a new link and kills the old one. */
export function invitationToken(
  host: Host,
  invitation: { readonly id: string; readonly version: number },
  secret: string = host.secrets[0],
): string {
  return createHmac('sha256', secret).update(`invitation:${invitation.id}:${invitation.version}`).digest('base64url');
}

/** What is stored of it, with the newest secret; the link in a mail must be made with the same one, or a rotation in between would break it. */
export function invitationTokenHash(host: Host, invitation: { readonly id: string; readonly version: number }): string {
  return hashOf(invitationToken(host, invitation));
}

/** The token whose hash was stored, whichever of the rotating secrets made it. Null: that secret is gone. */
export function tokenForHash(
  host: Host,
  invitation: { readonly id: string; readonly version: number; readonly tokenHash: string },
): string | null {
  for (const secret of host.secrets) {
    const token = invitationToken(host, invitation, secret);
    if (hashOf(token) === invitation.tokenHash) return token;
  }
  return null;
}
