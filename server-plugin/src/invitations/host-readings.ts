import type { NewInvitations } from '@seatkit/sdk/contract';
import type { OrgContext } from '../context.ts';
import { callHook } from '../effects.ts';
import type { HostUser } from '../options.ts';
import { parseAddress } from '../text.ts';

/** What the host says of the people to invite, read before the transaction begins. */
export interface HostReadings {
  readonly accounts: ReadonlyMap<string, readonly HostUser[]>;
  /** The reasons of `vetInvite`, by row. */
  readonly refusals: ReadonlyMap<number, string>;
}

/** Looks all addresses up at once and asks the host about each person. */
export async function readHost(ctx: OrgContext, request: NewInvitations): Promise<HostReadings> {
  const addresses = request.people.map((person) => parseAddress(person.email));
  const keys = [...new Set(addresses.flatMap((address) => address?.key ?? []))];
  const accounts = await ctx.host.findUsersByAddress(ctx.db, keys);
  const refusals = new Map<number, string>();
  const { vetInvite } = ctx.host.options;
  if (vetInvite) {
    for (const [row, address] of addresses.entries()) {
      if (!address) continue;
      const { firstName, lastName } = request.people[row]!;
      const person = {
        email: address.email,
        firstName: firstName ?? null,
        lastName: lastName ?? null,
        organizationId: ctx.organization.id,
        organizationKey: ctx.organization.key,
      };
      const reason = await callHook('vetInvite', () => vetInvite(person));
      if (reason) refusals.set(row, reason);
    }
  }
  return { accounts, refusals };
}
