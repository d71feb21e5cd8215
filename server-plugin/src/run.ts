import { createHash } from 'node:crypto';
import {
  type BodyInput,
  type BodyOf,
  endpoints,
  isWrite,
  type Operation,
  type OperationName,
  operations,
  type ParamsOf,
  paramsOf,
  type QueryInput,
  type QueryOf,
  type ResponseOf,
} from '@seatkit/sdk/contract';
import type { z } from 'zod';
import { enterOrganization } from './access.ts';
import type { Context, OrgContext } from './context.ts';
import { isUnavailable } from './db/dialect.ts';
import { DomainError, fail } from './errors.ts';
import { fieldWords } from './field-words.ts';
import { handlers } from './handlers.ts';
import { claimKey, inTurn, keepAnswer } from './idempotency.ts';
import { inTransaction } from './transact.ts';
import { versioned, versionOf } from './versions.ts';

/** What every handler gets: the context (of an organization, when the path names one) and the parsed request. */
export interface HandlerInput<Name extends OperationName, Before = unknown> {
  readonly ctx: ParamsOf<Name> extends { organizationId: string } ? OrgContext : Context;
  readonly params: ParamsOf<Name>;
  readonly query: QueryOf<Name>;
  readonly body: BodyOf<Name>;
  /** What `before` found. */
  readonly before: Before;
}

/** A function, or two when something of the host has to be read before the transaction begins. */
export type Handler<Name extends OperationName> = ((input: HandlerInput<Name>) => Promise<ResponseOf<Name>>) | TwoStep<Name>;

export interface TwoStep<Name extends OperationName> {
  before(input: Omit<HandlerInput<Name>, 'before'>): Promise<unknown>;
  // biome-ignore lint/suspicious/noExplicitAny: the two steps of one handler agree between themselves on what is handed over
  handle(input: HandlerInput<Name, any>): Promise<ResponseOf<Name>>;
}

export type Handlers = { [Name in OperationName]: Handler<Name> };

export interface RunRequest {
  readonly params?: object;
  readonly query?: object;
  readonly body?: unknown;
  readonly ifMatch?: number | null;
  readonly idempotencyKey?: string | null;
}

export type RunInput<Name extends OperationName> = {
  readonly params: ParamsOf<Name>;
  readonly query?: QueryInput<Name>;
  readonly body?: BodyInput<Name>;
};

/** An answer and its status; `replayed` when it is that of an earlier request with the same idempotency key. */
export interface RunAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly replayed: boolean;
}

/** Parses, checks who may, opens the one transaction and calls the handler. The only way into the services, for HTTP and for the host alike. */
export async function run(caller: Context, name: OperationName, request: RunRequest): Promise<RunAnswer> {
  const operation: Operation = operations[name];
  const input = parseRequest(name, operation, request);
  const handler = handlers[name] as TwoStep<OperationName> | ((input: unknown) => Promise<unknown>);
  const ctx: Context = { ...caller, ifMatch: request.ifMatch ?? null };
  const success = operation.response === null ? 204 : (operation.status ?? 200);
  const organizationId = (input.params as { organizationId?: string }).organizationId;
  const enter = async (context: Context) => {
    if (organizationId !== undefined) return enterOrganization(context, organizationId, operation.who);
    if (operation.who === 'operator' && context.actor.kind === 'person') fail('not_allowed', 'This is for the operator of the platform.');
    return context;
  };
  try {
    const before =
      typeof handler === 'function' ? undefined : await handler.before({ ctx: (await enter(ctx)) as OrgContext, ...input } as never);
    const handle = typeof handler === 'function' ? handler : handler.handle;
    if (!isWrite(name))
      return { status: success, body: await handle({ ctx: await enter(ctx), ...input, before } as never), replayed: false };
    const key = operation.secret ? null : (request.idempotencyKey ?? null);
    const write = () =>
      inTransaction(ctx, async (inner) => {
        const claim = key === null ? null : await claimKey(inner, key, fingerprint(name, request));
        const entered = await enter(inner);
        if (claim?.answer) return { status: claim.answer.status, body: fromKept(claim.answer.body as Kept), replayed: true };
        const body = await handle({ ctx: entered, ...input, before } as never);
        if (claim) await keepAnswer(inner, claim.key, success, toKept(body));
        return { status: success, body, replayed: false };
      });
    return await (key === null ? write() : inTurn(ctx, key, write));
  } catch (error) {
    if (error instanceof DomainError && error.code !== 'host_failed') throw error;
    const cause = error instanceof DomainError ? error.cause : error;
    if (isUnavailable(cause))
      throw new DomainError(
        'unavailable',
        'The database cannot be reached at the moment. Nothing was changed; try again shortly.',
        { retry: true },
        cause,
      );
    throw error;
  }
}

function parseRequest(name: OperationName, operation: Operation, request: RunRequest) {
  const path = endpoints[name].split(' ')[1]!;
  const params = paramsOf(path).safeParse(request.params ?? {});
  // An id that cannot be one of ours does not exist.
  if (!params.success) fail('not_found', 'There is nothing here.');
  return { params: params.data, query: parse(operation.query, request.query ?? {}), body: parse(operation.body, request.body ?? {}) };
}

function parse(schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value, { error: fieldWords });
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), message: 'is not a field of this request' }))
      : [{ path: issue.path.join('.'), message: issue.message }],
  );
  const first = fields[0]!;
  return fail('invalid', `${first.path === '' ? 'The request' : `"${first.path}"`} ${first.message}.`, { fields: fields.slice(0, 50) });
}

function fingerprint(name: string, request: RunRequest): string {
  return createHash('sha256')
    .update(JSON.stringify([name, request.params, request.query, request.body]))
    .digest('hex');
}

/** An answer as it is kept for a repetition, with the version that its ETag shows. */
interface Kept {
  readonly body: unknown;
  readonly version: number | null;
}

const toKept = (body: unknown): Kept => ({ body: body ?? null, version: versionOf(body) ?? null });

function fromKept({ body, version }: Kept): unknown {
  return typeof body === 'object' && body !== null && version !== null ? versioned(body, version) : body;
}
