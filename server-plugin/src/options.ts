import type { Request, Response } from 'express';
import type { Knex } from 'knex';
import type { Transport, Transporter, TransportOptions } from 'nodemailer';
import type { MailLayout } from './outbox/mails/layout.ts';
import type { WordsOption } from './words/words.ts';

/** What the host's session says of a request. Seatkit has no session of its own. */
export interface HostSession {
  /** The host's id of the person, as text. */
  readonly userId: string;
  /** Limits the session to one organization, by the host's key for it. Left out: all in which the person is a member. */
  readonly organizationKey?: string | undefined;
  /** The vendor's own staff: acts as operator, in every organization whatever `organizationKey` says. */
  readonly hostAdmin?: boolean | undefined;
}

/** One of the host's people, as read through `users`. */
export interface HostUser {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  /** Whether the host has proof that the address is the person's. Without a mapping: false. */
  readonly verified: boolean;
  /** False: the host itself keeps this person out. */
  readonly active: boolean;
  readonly locale: string | null;
  /** ISO 8601 in UTC, or null if never seen. */
  readonly lastSeenAt: string | null;
}

/** A column that says yes or no: its name alone (true, 1, or any time stamp mean yes), or a name and the value that means yes. */
export type Flag = string | { readonly column: string; readonly is: string | number | boolean };

/** The host's people in one table. Columns are the table's own names. */
export interface UserColumns {
  readonly table: string;
  readonly id: string;
  readonly email: string;
  /** Without it no address counts as verified, and people join only through the mailed link. */
  readonly verified?: Flag;
  /** One column with the whole name, or one for each part. */
  readonly name: string | { readonly first: string; readonly last: string };
  /** Who may sign in at the host. Without it: everybody. `inactive` wins over `active`. */
  readonly state?: { readonly active?: Flag; readonly inactive?: Flag };
  /** Without it nothing is shown of when people were last there. */
  readonly lastSeen?: { readonly column: string; readonly unit: 'datetime' | 'seconds' | 'milliseconds' };
  readonly locale?: string;
  /** Rows that are people at all, e.g. `{ kind: 'person' }`, and rows that are not, e.g. `{ deleted: 1 }`. */
  readonly only?: Readonly<Record<string, string | number | boolean>>;
  readonly except?: Readonly<Record<string, string | number | boolean>>;
}

/** A row of a `UserQuery`: `name`, or `firstName` and `lastName`; a missing `active` means active, a missing `verified` means not. */
export interface HostUserRow {
  readonly id: string | number | bigint;
  readonly email: string | null;
  readonly name?: string | null;
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  readonly verified?: unknown;
  readonly active?: unknown;
  readonly locale?: string | null;
  /** A Date, ISO text, or milliseconds since 1970. */
  readonly lastSeenAt?: Date | string | number | null;
}

/** The host's people by any SELECT. Both run on the given connection, which may be a transaction, and are indexed on the host's side. */
export interface UserQuery {
  /** Whether rows hold `lastSeenAt`. Without it: no, and nothing is shown of when people were last there. */
  readonly lastSeen?: boolean;
  byId(db: Knex, ids: readonly string[]): Promise<readonly HostUserRow[]>;
  /** Finds candidates by address; `keys` are trimmed, lower-case addresses. May find too many: Seatkit compares again. */
  byEmail(db: Knex, keys: readonly string[]): Promise<readonly HostUserRow[]>;
}

/** The person that `createUser` is to make an account for. The address is proven: the person came through the mailed link. */
export interface NewHostUser {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly locale: string;
  readonly organizationId: string;
  readonly organizationKey: string;
}

/**
 * A seat that opens or closes a product for a person with an account. `id` is stable over repetitions. Somebody who is moved to another group with a
 * seat gets two in one operation, for one product: `revoked` with the old `seatId`, then `granted` with the new one.
 */
export interface AccessEvent {
  readonly id: string;
  readonly type: 'granted' | 'revoked';
  readonly organizationId: string;
  readonly organizationKey: string;
  readonly memberId: string;
  readonly userId: string;
  readonly seatId: string;
  readonly poolId: string;
  readonly groupId: string | null;
  readonly product: string;
  readonly at: string;
}

/** A person before the invitation is written, for `vetInvite`. */
export interface VetPerson {
  readonly email: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly organizationId: string;
  readonly organizationKey: string;
}

/** A mail ready to leave. `messageId` stays the same when it is tried again. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  readonly replyTo?: string;
}

export interface SeatkitOptions {
  /** The host's Knex instance, with whatever mappers it has, or a Knex configuration for a pool of our own. */
  readonly db: Knex | Knex.Config;
  /** Public address of the mount, e.g. `https://lms.example/seatkit`. Never taken from request headers. */
  readonly baseUrl: string;
  /** The host's own pages, as absolute URLs or paths of the origin of `baseUrl`. They receive `returnTo`. */
  readonly pages: { readonly signIn: string; readonly signUp?: string; readonly home: string };
  readonly users: UserColumns | UserQuery;
  /** Reads the host's session. Null: nobody is signed in. */
  authenticate(req: Request): HostSession | null | Promise<HostSession | null>;
  /** Starts the host's session, with a new session id, for somebody who has just joined through the mailed link. Sends nothing. */
  signIn(
    req: Request,
    res: Response,
    user: HostUser,
    how: { readonly method: 'invitation' | 'saml'; readonly organizationKey: string },
  ): void | Promise<void>;
  /** Ends this person's sessions everywhere. Called after commit, at least once. */
  signOut?(user: { readonly userId: string }): void | Promise<void>;
  /** Makes an account in the given transaction and returns its id. Without it people sign up on the host's own page. */
  createUser?(person: NewHostUser, how: { readonly trx: Knex.Transaction }): Promise<string>;
  /**
   * Changes an account of the host in the given transaction. A new address comes with `verified: false`: an admin typed it, nobody has proven it, and
   * the host must hold it as unproven until its owner does.
   */
  updateUser?(
    userId: string,
    changes: { readonly email?: string; readonly verified?: false; readonly firstName?: string; readonly lastName?: string },
    how: { readonly trx: Knex.Transaction },
  ): Promise<void>;
  /** Within one operation `revoke` is called before `grant`, and `committed` gets the events in that order: what is changed for another seat stays open. */
  readonly access?: {
    /** Opens products (the host's enrolment rows) in the given transaction; throwing undoes everything. */
    grant?(events: readonly AccessEvent[], how: { readonly trx: Knex.Transaction }): Promise<void>;
    revoke?(events: readonly AccessEvent[], how: { readonly trx: Knex.Transaction }): Promise<void>;
    /** After commit, at least once, in order per member. The place for network calls. */
    committed?(event: AccessEvent): void | Promise<void>;
  };
  /** A reason to refuse an invitation, as a sentence, or null. */
  vetInvite?(person: VetPerson): string | null | Promise<string | null>;
  /** How mail leaves: a nodemailer transport, its options, or a function. Rejecting means: try again later. Without it mail waits. */
  readonly mail?: Transporter | Transport | TransportOptions | string | ((mail: Mail) => Promise<void>) | undefined;
  /** The sender, e.g. `Fernhill Learning <no-reply@lms.example>`. Mail and join page call the platform by its name. */
  readonly mailFrom?: string | undefined;
  /** Words of the host's own in mail and on the join pages, by language; what is left out stays. A word that there is not is refused at once. */
  readonly words?: WordsOption | undefined;
  /** Makes the HTML part of every mail in the host's own layout. Throwing or rejecting means: try again later. */
  readonly mailLayout?: MailLayout | undefined;
  /** At least 32 characters, from which invitation links and cookies derive. A list rotates: the first makes, all are accepted. */
  readonly secret: string | readonly string[];
  /** The host's own CSRF check for cookie callers: throws, rejects or returns false to refuse. */
  csrf?(req: Request): unknown;
  /** One operator key of at least 32 characters, kept by the host's configuration. When given, it is the only one that is accepted. */
  readonly operatorKey?: string | undefined;
  /** Origins of other sites that may embed the widgets and call the API with a token. */
  readonly allowedOrigins?: readonly string[];
  /** `seatkit_` unless said otherwise. */
  readonly tablePrefix?: string | undefined;
  /** `en` unless said otherwise. */
  readonly defaultLocale?: string | undefined;
  /** Called with what went wrong in the background and with unexpected errors. `console.error` unless said otherwise. Holds no personal data. */
  onError?(error: unknown): void;
}
