import { z } from 'zod';

/** A field of the request that was refused: where (`people.0.email`) and why, as a sentence fragment. */
export const FieldProblem = z.object({ path: z.string(), message: z.string() }).meta({ id: 'FieldProblem' });
export type FieldProblem = z.infer<typeof FieldProblem>;

/**
 * Everything a request, or one row of it, can fail with: the code, its HTTP status, its title and the facts that go with it.
 * The server fills `detail` with a sentence for people; programs read `code` and the facts.
 */
export const problemCodes = {
  invalid: [400, 'The request is not valid'],
  not_signed_in: [401, 'Nobody is signed in'],
  not_allowed: [403, 'You may not do this'],
  not_in_plan: [403, 'Not part of the plan'],
  not_found: [404, 'Not found'],
  no_free_seat: [409, 'Every seat is taken'],
  quantity_below_taken: [409, 'More seats are taken than would remain'],
  seat_needs_another: [409, 'Another seat is needed first'],
  seat_needed_by_another: [409, 'Another seat depends on this one'],
  seat_not_live: [409, 'This seat has already ended'],
  seat_bound: [409, 'A seat is bound to this person'],
  seat_not_consumed: [409, 'Only a consumed seat can be refunded'],
  pool_not_open: [409, 'The seats are not available at this time'],
  pool_wrong_group: [409, 'The seats belong to a group'],
  group_archived: [409, 'The group is archived'],
  pools_in_the_way: [409, 'The group still has seats'],
  last_admin: [409, 'The organization needs an admin'],
  member_and_coach: [409, 'Nobody is member and coach of one group'],
  deactivated: [409, 'This person is deactivated'],
  not_deactivated: [409, 'This person is not deactivated'],
  not_active: [409, 'This person has not joined'],
  not_pending: [409, 'The invitation is no longer open'],
  account_not_yours: [409, 'The account belongs to the person'],
  address_taken: [409, 'The address is already used'],
  key_taken: [409, 'The key is already used'],
  name_taken: [409, 'The name is already used'],
  external_id_taken: [409, 'The identifier is already used'],
  several_accounts: [409, 'Several accounts use this address'],
  person_refused: [409, 'The person was refused'],
  invalid_email: [409, 'Not an e-mail address'],
  invalid_name: [409, 'Not a name'],
  unknown_group: [409, 'No such group'],
  unknown_pool: [409, 'No such seats'],
  unknown_role_profile: [409, 'No such role profile'],
  conflict: [409, 'Somebody else was faster'],
  request_in_progress: [409, 'The same request is still running'],
  changed_meanwhile: [412, 'Changed in the meantime'],
  too_large: [413, 'The request is too large'],
  idempotency_key_reused: [422, 'The idempotency key was used before'],
  too_many_requests: [429, 'Too many requests'],
  internal: [500, 'Something went wrong'],
  host_failed: [502, 'The learning platform refused the change'],
  unavailable: [503, 'Not available at the moment'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

export type ProblemCode = keyof typeof problemCodes;
const codes = Object.keys(problemCodes) as [ProblemCode, ...ProblemCode[]];

/**
 * The facts that some codes carry, for programs that word a refusal themselves: every name and number of `detail` that the caller did not send.
 * All optional on the wire; the code says which are there.
 */
const facts = {
  /** invalid: the refused fields. */
  fields: z.array(FieldProblem).optional(),
  /** Whatever is about a pool: which one. `seat_needed_by_another` names the one whose seat is in the way. */
  poolId: z.string().optional(),
  product: z.string().optional(),
  poolName: z.string().optional(),
  /** seat_needs_another: the pool whose seat is needed first. */
  neededPoolName: z.string().optional(),
  /** pool_not_open: its term; either end may be open. */
  startsAt: z.string().optional(),
  endsAt: z.string().optional(),
  /** member_and_coach, group_archived: the group. */
  groupId: z.string().optional(),
  groupName: z.string().optional(),
  /** no_free_seat, quantity_below_taken: the figures of the pool. */
  quantity: z.int().optional(),
  taken: z.int().optional(),
  /** quantity_below_taken, no_free_seat of a pool that becomes required: how many are missing. */
  missing: z.int().optional(),
  /** not_in_plan: the feature. */
  feature: z.string().optional(),
  /** conflict, unavailable, request_in_progress: the same request may succeed when sent again. */
  retry: z.boolean().optional(),
};

/** A refusal as RFC 9457 `application/problem+json`. */
export const Problem = z
  .object({ type: z.string(), title: z.string(), status: z.int(), code: z.enum(codes), detail: z.string(), ...facts })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
export type ProblemFacts = Pick<Problem, Exclude<keyof typeof facts, never>>;
