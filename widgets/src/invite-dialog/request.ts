import type { NewInvitations, Pool } from '@seatkit/sdk';
import type { Person } from './addresses.ts';
import type { Offer } from './offer-view.ts';

/** How long the mail waits, so that it can be undone. */
export const delaySeconds = 20;
/** How many people the server takes in one request. */
export const atMost = 1000;

/** What everybody gets before anything was chosen: nothing beyond being a member. */
export function emptyOffer(): Offer {
  return { role: 'member', groups: new Map(), profileIds: new Set(), poolIds: new Set(), message: '' };
}

/** The request for these people. Only pools that are in sight count as chosen: a group left out takes its pools along. */
export function bodyOf(people: readonly Person[], offer: Offer, pools: readonly Pool[]): NewInvitations {
  const groups = [...offer.groups].map(([groupId, relation]) => ({ groupId, relations: [relation] }));
  const poolIds = pools.filter(({ id, assignment }) => assignment === 'manual' && offer.poolIds.has(id)).map(({ id }) => id);
  const shared = {
    ...(offer.role === 'admin' ? { role: offer.role } : {}),
    ...(groups.length ? { groups } : {}),
    ...(offer.profileIds.size ? { roleProfileIds: [...offer.profileIds] } : {}),
    ...(poolIds.length ? { poolIds } : {}),
  };
  return {
    people: people.map(({ email, firstName, lastName }) => ({
      email: email.trim(),
      ...(firstName.trim() ? { firstName: firstName.trim() } : {}),
      ...(lastName.trim() ? { lastName: lastName.trim() } : {}),
      ...shared,
    })),
    ...(offer.message.trim() ? { message: offer.message } : {}),
    delaySeconds,
  };
}
