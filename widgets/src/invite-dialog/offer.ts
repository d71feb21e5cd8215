import type { NewInvitations, Pool, Relation, Role, RoleProfile } from '@seatkit/sdk';
import { type Person, typedOf } from './person.ts';

/** How long the mail waits, so that it can be undone. */
export const delaySeconds = 20;
/** How many people the server takes in one request. */
export const atMost = 1000;
/** How long a personal message may be, in UTF-16 units, as the server counts. */
export const longestMessage = 2000;

/** Whether the mail leaves by itself, `delaySeconds` later, or when somebody sends it. */
export type Delivery = 'now' | 'hold';

/** How people are to stand in a group. */
export interface GroupPlace {
  readonly groupId: string;
  readonly relation: Relation;
  /** Of a manager. */
  readonly mayManagePeople: boolean;
}

/** What everybody on the list gets; as JSON knows it, because it is kept as that. */
export interface Offer {
  readonly role: Role;
  readonly groups: readonly GroupPlace[];
  readonly profileIds: readonly string[];
  /** Pools chosen by hand. */
  readonly poolIds: readonly string[];
  /** Of the mail, for people whose own language is not known. Empty: the organization's. */
  readonly locale: string;
  readonly message: string;
}

/** What the caller can choose from. */
export interface Choices {
  readonly admin: boolean;
  readonly pools: readonly Pool[];
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly profiles: readonly RoleProfile[];
  /** The language of the organization. */
  readonly locale: string;
}

/** What everybody gets before anything was chosen: nothing beyond being a member. */
export function emptyOffer(): Offer {
  return { role: 'member', groups: [], profileIds: [], poolIds: [], locale: '', message: '' };
}

/** How people are to stand in this group, if they are to come into it. */
export function placeIn({ groups }: Pick<Offer, 'groups'>, groupId: string): GroupPlace | undefined {
  return groups.find((place) => place.groupId === groupId);
}

/** The request for these people. Only what is in sight counts as chosen: a group left out takes its pools along. */
export function bodyOf(
  people: readonly Person[],
  offer: Offer,
  choices: Choices,
  pools: readonly Pool[],
  delivery: Delivery,
): NewInvitations {
  const { role, locale, message } = offer;
  const groups = choices.groups.flatMap(({ id }) => {
    const place = placeIn(offer, id);
    if (!place) return [];
    const { relation, mayManagePeople } = place;
    return { groupId: id, relations: [relation], ...(relation === 'manager' && mayManagePeople ? { mayManagePeople } : {}) };
  });
  const roleProfileIds = choices.profiles.map(({ id }) => id).filter((id) => offer.profileIds.includes(id));
  const poolIds = pools.filter(({ id, assignment }) => assignment === 'manual' && offer.poolIds.includes(id)).map(({ id }) => id);
  const shared = {
    ...(role === 'admin' ? { role } : {}),
    ...(groups.length ? { groups } : {}),
    ...(roleProfileIds.length ? { roleProfileIds } : {}),
    ...(poolIds.length ? { poolIds } : {}),
  };
  return {
    people: people.map((person) => ({ email: '', ...typedOf(person), ...shared })),
    ...(message.trim() ? { message } : {}),
    ...(locale ? { locale } : {}),
    ...(delivery === 'hold' ? { delivery } : { delaySeconds }),
  };
}

/** Whether an invitation with this offer gives anything to somebody who is a member already. */
export function addsSomething(body: NewInvitations): boolean {
  const [{ role, groups, roleProfileIds, poolIds } = {}] = body.people as Partial<NewInvitations['people'][number]>[];
  return [role, groups, roleProfileIds, poolIds].some((given) => given !== undefined);
}
