import type { OperationName, ResponseOf, Token } from '@seatkit/sdk/contract';
import type { Request, RequestHandler, Router } from 'express';
import knexModule, { type Knex } from 'knex';
import type { Actor, Base } from './context.ts';
import { insertOperatorKey, revokeOperatorKeys } from './credentials.ts';
import { dialectOf } from './db/dialect.ts';
import { migrate, uninstall } from './db/migrate.ts';
import { requirePrefix, tablesOf } from './db/tables.ts';
import { type DoctorFinding, doctor } from './doctor/doctor.ts';
import { type Difference, verify } from './doctor/verify.ts';
import { fail } from './errors.ts';
import { hostOf } from './host/host.ts';
import { hostId } from './host/host-id.ts';
import { compileColumns } from './host/user-columns.ts';
import { problem, sendProblem, toProblem } from './http/problem.ts';
import { createRouter } from './http/router.ts';
import { closeEndedPools, expireInvitations, forgetOldRows, openBegunPools } from './jobs.ts';
import { maySignIn } from './members/account.ts';
import { userChanged } from './members/user-changed.ts';
import { readMeta, writeMetaOnce } from './meta.table.ts';
import type { SeatkitOptions } from './options.ts';
import { mayMessage } from './outbox/may-message.ts';
import { type Dispatcher, startDispatcher } from './outbox/outbox.dispatcher.ts';
import { type DeadLetter, listDead, retryDead } from './outbox/outbox.service.ts';
import { type RunInput, type RunRequest, run } from './run.ts';
import { findOpenSeats, stampFirstUse } from './seats/access-check.ts';
import { addressKey } from './text.ts';
import { contextOf, inTransaction, systemContext } from './transact.ts';

/** On whose behalf the host runs an operation. */
export type RunActor = { readonly operator: string } | { readonly userId: string; readonly organizationKey?: string };

/** How somebody with this address can sign in, from the mail domain alone. */
export interface SignInWays {
  readonly password: boolean;
}

/** A Seatkit on the host's database. */
export interface Seatkit {
  /** Mount it once, at the path of `baseUrl`, before a handler that answers 404. */
  readonly router: Router;
  /** Lets only people through who hold a seat of the product, and stamps the first use. `refused` answers instead of a 403 problem. */
  requireSeat(product: string | ((req: Request) => string), refused?: RequestHandler): RequestHandler;
  /** A short-lived token with which a page acts as one active member of one organization. */
  issueToken(request: {
    readonly organizationId: string;
    readonly userId?: string;
    readonly memberId?: string;
    readonly ttlSeconds?: number;
  }): Promise<Token>;
  /** Runs an operation of the API inside the host's own transaction, or in one of its own when `trx` is null. */
  run<Name extends OperationName>(
    trx: Knex.Transaction | null,
    actor: RunActor,
    operation: Name,
    input: RunInput<Name>,
  ): Promise<ResponseOf<Name>>;
  /** Stamps the first use of a person's seats of a product, for hosts that do not use `requireSeat`. */
  used(userId: string, product: string): Promise<void>;
  /** Tells Seatkit that an account was made, verified or changed: refreshes its copies and completes open invitations of a verified address. */
  userChanged(userId: string): Promise<void>;
  signInWays(email: string): Promise<SignInWays>;
  /** Whether the host's login may let this person in. Deactivated people whose account is the organization's are kept out. */
  maySignIn(userId: string, method: 'password' | 'saml'): Promise<boolean>;
  /** Whether the host may write to this person; not before their invitation has left. */
  mayMessage(userId: string): Promise<boolean>;
  /** Starts sending mail and events and sweeping, in this process. Any number of processes may do so. */
  start(): Promise<void>;
  /** Ends what `start` began, after what is under way; closes the pool if it is Seatkit's own. */
  stop(): Promise<void>;
  /** Brings the own tables up to date; safe when many processes start at once. */
  migrate(): Promise<string[]>;
  /** Drops the own tables and nothing else. */
  uninstall(): Promise<void>;
  /** Checks the mount and says how to put right what is wrong. */
  doctor(): Promise<DoctorFinding[]>;
  /** Compares every figure with what it counts. An empty list: they agree. */
  verify(): Promise<Difference[]>;
  /** What the outbox has given up, oldest first, at most a thousand. Without names, addresses or contents. */
  deadLetters(): Promise<DeadLetter[]>;
  /** Tries again what was given up: all of it, or the given ids. What no longer holds is dropped. Answers how many rows are tried again. */
  retryDead(ids?: readonly string[]): Promise<number>;
  /** Makes an operator key; shown once. Refused while the option `operatorKey` is given, because that one is then the only one. */
  createOperatorKey(label: string): Promise<string>;
  /** Shuts every operator key of that label; answers how many there were. */
  revokeOperatorKeys(label: string): Promise<number>;
}

/** Puts Seatkit on the host's database. Nothing is read or written until it is used. */
export function createSeatkit(options: SeatkitOptions): Seatkit {
  const prefix = requirePrefix(options.tablePrefix ?? 'seatkit_');
  const ownsPool = !isKnex(options.db);
  const db = isKnex(options.db) ? options.db : knexModule.default(options.db);
  requireOperatorKey(options.operatorKey);
  const host = hostOf(options, 'table' in options.users ? compileColumns(options.users) : options.users);
  let dispatcher: Dispatcher | null = null;
  const base: Base = { db, prefix, tables: tablesOf(prefix), dialect: dialectOf(db), host, wake: () => dispatcher?.wake() };
  let enforced = false;

  const seatkit: Seatkit = {
    router: createRouter(base),
    requireSeat: (product, refused) => (req, res, next) => {
      const admit = async () => {
        const session = await host.findSession(req);
        if (!session) return fail('not_signed_in', 'Nobody is signed in.');
        const name = typeof product === 'function' ? product(req) : product;
        const seats = await findOpenSeats(systemContext(base, 'access'), session.userId, name, session.organizationKey);
        if (seats.length === 0) return false;
        const unused = seats.filter((seat) => seat.firstUsedAt === null);
        if (unused.length > 0) await inTransaction(systemContext(base, 'access'), (ctx) => stampFirstUse(ctx, unused));
        return true;
      };
      admit().then(
        (admitted) => {
          if (admitted) next();
          else if (refused) refused(req, res, next);
          else sendProblem(res, problem('not_allowed', 'You hold no seat for this.'));
        },
        (error: unknown) => sendProblem(res, toProblem(error, host)),
      );
    },
    async issueToken({ organizationId, userId, memberId, ttlSeconds }) {
      const body = {
        organizationId,
        ...(userId === undefined ? {} : { userId }),
        ...(memberId === undefined ? {} : { memberId }),
        ...(ttlSeconds === undefined ? {} : { ttlSeconds }),
      };
      return seatkit.run(null, { operator: 'issueToken' }, 'createToken', { params: {}, body });
    },
    async run(trx, actor, operation, input) {
      const who: Actor =
        'operator' in actor
          ? { kind: 'operator', label: actor.operator }
          : {
              kind: 'person',
              userId: hostId(actor.userId, 'run'),
              ...(actor.organizationKey === undefined ? {} : { organizationKey: actor.organizationKey }),
            };
      const { body } = await run(contextOf(base, who, trx ?? db), operation, input as RunRequest);
      return body as never;
    },
    async used(userId, product) {
      const seats = await findOpenSeats(systemContext(base, 'used'), hostId(userId, 'used'), product);
      const unused = seats.filter((seat) => seat.firstUsedAt === null);
      if (unused.length > 0) await inTransaction(systemContext(base, 'used'), (ctx) => stampFirstUse(ctx, unused));
    },
    async userChanged(changed) {
      const userId = hostId(changed, 'userChanged');
      const user = (await host.findUsers(db, [userId])).get(userId);
      if (!user) return;
      const key = addressKey(user.email);
      const namesakes = key === '' ? [] : ((await host.findUsersByAddress(db, [key])).get(key) ?? []);
      await inTransaction(systemContext(base, 'userChanged'), (ctx) => userChanged(ctx, user, namesakes.length === 1));
    },
    async signInWays() {
      return { password: true };
    },
    async maySignIn(userId, method) {
      if (!enforced && method === 'password') {
        await writeMetaOnce(base, 'maySignIn', new Date().toISOString());
        enforced = true;
      }
      return maySignIn(systemContext(base, 'maySignIn'), hostId(userId, 'maySignIn'));
    },
    mayMessage: async (userId) => mayMessage(systemContext(base, 'mayMessage'), hostId(userId, 'mayMessage')),
    async start() {
      dispatcher ??= startDispatcher(base, [
        { name: 'expireInvitations', everySeconds: 15, run: async () => void (await expireInvitations(base)) },
        { name: 'openBegunPools', everySeconds: 30, run: () => openBegunPools(base) },
        { name: 'closeEndedPools', everySeconds: 30, run: () => closeEndedPools(base) },
        { name: 'forgetOldRows', everySeconds: 600, run: () => forgetOldRows(base) },
      ]);
    },
    async stop() {
      await dispatcher?.stop();
      dispatcher = null;
      if (ownsPool) await db.destroy();
    },
    migrate: () => migrate(db, base.tables, prefix),
    uninstall: () => uninstall(db, base.tables, prefix),
    doctor: async () => doctor(base, { enforced: (await readMeta(base, 'maySignIn').catch(() => null)) !== null }),
    verify: () => verify(systemContext(base, 'verify')),
    revokeOperatorKeys: (label) => inTransaction(systemContext(base, 'operator-key'), (ctx) => revokeOperatorKeys(ctx, label)),
    createOperatorKey: (label) => inTransaction(systemContext(base, 'operator-key'), (ctx) => insertOperatorKey(ctx, label)),
    deadLetters: () => listDead(systemContext(base, 'outbox')),
    retryDead: (ids) => retryDead(systemContext(base, 'outbox'), ids),
  };
  return seatkit;
}

function isKnex(db: Knex | Knex.Config): db is Knex {
  return typeof db === 'function';
}

function requireOperatorKey(key: string | undefined): void {
  if (key !== undefined && key.length < 32) throw new Error('operatorKey: give at least 32 characters');
}
