import type { Features, Settings } from '@seatkit/sdk/contract';
import type { Knex } from 'knex';
import type { Dialect } from './db/dialect.ts';
import type { Tables } from './db/tables.ts';
import type { Effects } from './effects.ts';
import type { Host } from './host/host.ts';

/** Who is calling, before any organization is looked at. */
export type Actor =
  /** With a `userId` it is one of the host's staff, signed in there. */
  | { readonly kind: 'operator'; readonly label: string; readonly userId?: string }
  | {
      readonly kind: 'person';
      readonly userId: string | null;
      /** Set by a widget token for somebody who may have no host account. */
      readonly memberId?: string;
      /** Limits the caller to one organization, by our id or by the host's key. */
      readonly organizationId?: string;
      readonly organizationKey?: string;
    }
  /** Seatkit itself: joining, expiry, `userChanged`. */
  | { readonly kind: 'system'; readonly label: string };

/** What one mounted Seatkit has for its whole life. */
export interface Base {
  readonly db: Knex;
  /** Before every table name. */
  readonly prefix: string;
  readonly tables: Tables;
  readonly dialect: Dialect;
  readonly host: Host;
  /** Tells this process's dispatcher that something was committed to the outbox. */
  readonly wake: () => void;
}

/** What every function of the server gets. `db` is the transaction of a write. */
export interface Context extends Base {
  readonly actor: Actor;
  /** The host began the transaction, at a level of its own: an ordinary read may answer what was there when it began. */
  readonly inHostTransaction: boolean;
  /** One instant per operation, ISO 8601 in UTC. */
  readonly now: string;
  readonly effects: Effects;
  /** The version the caller expects (`If-Match`), or null. */
  readonly ifMatch: number | null;
}

/** The organization an operation is about, as it is stored. */
export interface OrganizationRow {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly locale: string;
  readonly features: Features;
  readonly settings: Settings;
  readonly version: number;
  readonly createdAt: string;
}

/** Who the caller is within one organization. */
export interface Caller {
  readonly level: 'member' | 'coach' | 'groupAdmin' | 'mayManagePeople' | 'admin' | 'operator';
  /** Null for operators and for Seatkit itself. */
  readonly member: CallerMember | null;
  /** Managed groups by id. Empty when the plan has no group admins. */
  readonly managed: ReadonlyMap<string, Grant>;
  readonly coached: ReadonlySet<string>;
}

/** What somebody may do as manager of a group. */
export interface Grant {
  readonly name: string;
  readonly mayManagePeople: boolean;
  /** The group takes nobody, whatever its managers may do otherwise. */
  readonly archived: boolean;
}

export interface CallerMember {
  readonly id: string;
  readonly userId: string | null;
  readonly role: 'admin' | 'member';
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly locale: string | null;
}

/** The context of everything that happens inside one organization. */
export interface OrgContext extends Context {
  readonly organization: OrganizationRow;
  readonly caller: Caller;
}

/** How ledger and audit name the caller; ids only, never a name or an address. */
export function actorName(ctx: Context & { readonly caller?: Caller }): string {
  if (ctx.caller?.member) return `member:${ctx.caller.member.id}`;
  if (ctx.actor.kind === 'person') return ctx.actor.userId === null ? 'token' : `user:${ctx.actor.userId}`;
  return `${ctx.actor.kind}:${ctx.actor.label}`.slice(0, 200);
}
