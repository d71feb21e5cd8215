import { asSystem } from '../access.ts';
import type { Context, OrgContext } from '../context.ts';
import { isUnavailable } from '../db/dialect.ts';
import { DomainError } from '../errors.ts';
import { acceptInvitation, createAndAccept, type Joinable, requestNewLink } from '../invitations/joining.service.ts';
import type { HostUser } from '../options.ts';
import { report } from '../report.ts';
import { addressKey } from '../text.ts';
import { inTransaction } from '../transact.ts';
import type { PageName } from '../words/join.words.ts';

/** How an attempt to join ends. */
export type JoinOutcome =
  | { readonly kind: 'joined' }
  /** An account was made: its owner is to be signed in. */
  | { readonly kind: 'created'; readonly user: HostUser }
  /** The person goes to the host first and comes back with a claim. */
  | { readonly kind: 'away'; readonly to: 'signIn' | 'signUp' }
  | { readonly kind: 'refused'; readonly page: PageName; readonly status: number };

/** What may be said to a signed-in person before anything is done. Null: they may join. */
export async function refusalFor(ctx: Context, joinable: Joinable, user: HostUser, copied: boolean): Promise<JoinOutcome | null> {
  const key = addressKey(joinable.invitation.email);
  if (addressKey(user.email) !== key) return refused('otherAccount', 403);
  const accounts = (await ctx.host.findUsersByAddress(ctx.db, [key])).get(key) ?? [];
  if (accounts.length > 1) return refused('severalAccounts', 409);
  // A link that was mailed proves the address; one that was handed over does not.
  if (!user.verified && (copied || joinable.invitation.copied === 1)) return refused('unverified', 403);
  return null;
}

/** Lets a signed-in person in. */
export async function joinAs(ctx: Context, joinable: Joinable, user: HostUser, copied: boolean): Promise<JoinOutcome> {
  const refusal = await refusalFor(ctx, joinable, user, copied);
  if (refusal) return refusal;
  return orRefusal(ctx, async () => {
    await inside(ctx, joinable, (inner) => acceptInvitation(inner, joinable.invitation, user, { createdAccount: false }));
    return { kind: 'joined' };
  });
}

/**
 * The button of the link, pressed by somebody who is not signed in. Whoever has an account proves it by signing in; whoever has none gets one, when
 * the host makes accounts and the link came by mail, and else signs up at the host. `visit`: which browser it is.
 */
export async function joinAnonymously(ctx: Context, joinable: Joinable, visit: string | undefined): Promise<JoinOutcome> {
  const { invitation } = joinable;
  const key = addressKey(invitation.email);
  const accounts = (await ctx.host.findUsersByAddress(ctx.db, [key])).get(key) ?? [];
  if (accounts.length > 1) return refused('severalAccounts', 409);
  if (accounts.length === 1) return { kind: 'away', to: 'signIn' };
  if (!ctx.host.options.createUser || invitation.copied === 1) return { kind: 'away', to: 'signUp' };
  return orRefusal(ctx, async () => {
    const user = await inside(ctx, joinable, (inner) => createAndAccept(inner, invitation, visit));
    return user ? { kind: 'created', user } : { kind: 'away', to: 'signIn' };
  });
}

/** Mails a new link if there is one to mail. Whoever asked learns nothing, so a refusal is not an error here. */
export async function askForNewLink(ctx: Context, joinable: Joinable): Promise<void> {
  try {
    await inside(ctx, joinable, (inner) => requestNewLink(inner, joinable.invitation));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    report(ctx.host, 'new link', error);
  }
}

function inside<T>(ctx: Context, { organization }: Joinable, work: (ctx: OrgContext) => Promise<T>): Promise<T> {
  return inTransaction(ctx, (inner) => work(asSystem(inner, organization)));
}

const pages: Partial<Record<DomainError['code'], readonly [PageName, number]>> = {
  not_pending: ['closed', 404],
  not_found: ['closed', 404],
  several_accounts: ['severalAccounts', 409],
  address_taken: ['alreadyMember', 409],
  conflict: ['busy', 409],
  host_failed: ['hostFailed', 502],
};

async function orRefusal(ctx: Context, work: () => Promise<JoinOutcome>): Promise<JoinOutcome> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === 'unavailable' || isUnavailable(error.cause)) throw error;
    if (error.cause !== undefined) report(ctx.host, 'join', error.cause, error.code === 'host_failed');
    const [page, status] = pages[error.code] ?? (['refused', 409] as const);
    return refused(page, status);
  }
}

function refused(page: PageName, status: number): JoinOutcome {
  return { kind: 'refused', page, status };
}
