import type { OperationName } from './contract/endpoints.ts';
import type { BodyInput, operations, ParamsOf, ResponseOf } from './contract/operations.ts';
import type { Query } from './inputs.ts';

/** What every method takes last. */
export interface CallOptions {
  /** Cancels the call, waits and repetitions included. */
  readonly signal?: AbortSignal | undefined;
  /** How long the whole call may take, repetitions included. */
  readonly timeoutMs?: number | undefined;
  /** Of a POST: two requests with the same key and body are carried out once. Without it the client makes one for each call. */
  readonly idempotencyKey?: string | undefined;
}

/** What a method takes last that changes or removes one object. */
export interface ChangeOptions extends CallOptions {
  /** Refuses the change (`changed_meanwhile`) unless the object is still the one with this tag; see `etagOf`. */
  readonly ifMatch?: string | undefined;
}

type OptionsOf<Name extends OperationName> = (typeof operations)[Name] extends { readonly ifMatch: true }
  ? ChangeOptions
  : CallOptions & { readonly ifMatch?: never };

type Params<Name extends OperationName> =
  unknown extends ParamsOf<Name> ? { readonly params?: never } : { readonly params: ParamsOf<Name> };

/** The parts of a request, checked against the contract. */
export type CallRequest<Name extends OperationName> = OptionsOf<Name> &
  Params<Name> & { readonly query?: Query<Name>; readonly body?: BodyInput<Name> };

/** Sends one operation of the contract and answers with its parsed response, or throws a `SeatkitError`. */
export type Call = <Name extends OperationName>(name: Name, request: CallRequest<Name>) => Promise<ResponseOf<Name>>;
