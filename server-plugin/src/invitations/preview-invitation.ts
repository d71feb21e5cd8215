import type { MailPreview, PreviewInvitation } from '@seatkit/sdk/contract';
import { actorName, type OrgContext } from '../context.ts';
import { callHook } from '../effects.ts';
import { layOutMail, writeMail } from '../outbox/mails/compose.ts';
import { findInviterName } from '../outbox/mails/load-content.ts';
import { findPolicyPools } from '../pools/pools.table.ts';
import { concernsMembersOf, isOpen } from '../seats/seat-changes.ts';
import { choosePromises } from '../seats/seats.rules.ts';
import { chooseLanguage } from '../words/language.ts';
import { requireName } from './invitee.ts';
import { expiryOf } from './issue-invitation.ts';
import { findNamed, requireWanted } from './wanted.ts';

/**
 * Writes the mail that an invitation would send, to somebody of whom nothing is known: whether the platform has an account of an address, and in
 * which language, is nothing that whoever invites may learn. Nothing is written, and the link leads nowhere.
 */
export async function previewInvitation(ctx: OrgContext, { person, message, locale }: PreviewInvitation): Promise<MailPreview> {
  const { host, organization } = ctx;
  const wanted = requireWanted(ctx, await findNamed(ctx, [person]), person);
  const memberOf = wanted.groups.filter(({ standing }) => standing.isMember).map(({ group }) => group.id);
  const concerns = concernsMembersOf(memberOf);
  const pools = new Map([...(await findPolicyPools(ctx)).filter(concerns), ...wanted.pools].map((pool) => [pool.id, pool]));
  const promised = choosePromises(
    [...pools.values()].filter((pool) => isOpen(ctx, pool)),
    new Set(wanted.pools.map(({ id }) => id)),
  );
  const body = writeMail(host, {
    template: 'invitation',
    language: chooseLanguage([person.locale, locale, organization.locale, host.defaultLocale]),
    site: host.siteName,
    organization: organization.name,
    inviter: await findInviterName(ctx, actorName(ctx), organization.id),
    firstName: requireName(person.firstName, 'first name'),
    lastName: requireName(person.lastName, 'last name'),
    knownAccount: false,
    products: [...new Set(promised.sort((a, b) => (a.nameSort < b.nameSort ? -1 : 1)).map(({ name }) => name))],
    message: message ?? null,
    url: `${host.baseUrl}/join/…`,
    expiresAt: expiryOf(ctx),
    oldEmail: '',
    newEmail: '',
  });
  return { ...(await callHook('mailLayout', () => layOutMail(host, body))), body };
}
