import { setTimeout as sleep } from 'node:timers/promises';
import { SeatkitError } from '@seatkit/sdk';
import type { Knex } from 'knex';
import { connectTo } from '../support/database.ts';
import type { SetupName } from '../support/knex-setups.ts';
import { OPERATOR_KEY, startTestHost } from '../support/test-host.ts';

/** What one of several server processes on one database is to do. */
export interface Orders {
  readonly setup: SetupName;
  readonly url: string;
  readonly organizationId: string;
  /** Addresses to invite, one request each, all at once. */
  readonly invite?: readonly string[];
  /** The same with a count and then an insert, as it is often written. */
  readonly naive?: readonly string[];
  /** Tokens of mailed links whose button is pressed. */
  readonly join?: readonly string[];
  readonly release?: readonly string[];
  readonly assign?: { readonly poolId: string; readonly memberIds: readonly string[] };
  readonly resize?: { readonly poolId: string; readonly quantities: readonly number[] };
}

/** `invited`, `released`, `joined` … or the code of the refusal, with the status when it is none of the domain. */
export type Outcomes = string[];

export async function prepare(orders: Orders) {
  const db = connectTo(orders.setup, orders.url);
  const host = await startTestHost(db, { fresh: false, dispatch: false });
  // Without retries, so that every conflict that reaches a caller is seen.
  const client = host.withToken(OPERATOR_KEY);
  const { organizationId } = orders;

  const invite = (email: string) => {
    const request = client.invitations.create(organizationId, { people: [{ email }] });
    return told(request.then(({ results }) => results[0]!.problem?.code ?? results[0]!.outcome));
  };
  const assign = (poolId: string, memberId: string) =>
    told(
      client.seats
        .create(organizationId, poolId, { memberIds: [memberId] })
        .then(({ results }) => results[0]!.problem?.code ?? results[0]!.outcome),
    );
  const join = async (token: string) => {
    const answer = await fetch(`${host.origin}/seatkit/join/${token}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: host.origin },
    });
    return answer.status === 303 ? 'joined' : `join answered ${answer.status}`;
  };

  // Connections take a while to open; the race is about what comes after.
  await Promise.all(Array.from({ length: 10 }, () => db.raw('select 1')));

  return async () => {
    const work = [
      ...(orders.invite ?? []).map(invite),
      ...(orders.naive ?? []).map((person) => naive(db, orders.setup, person)),
      ...(orders.join ?? []).map(join),
      ...(orders.release ?? []).map((seatId) => told(client.seats.release(organizationId, seatId).then(() => 'released'))),
      ...(orders.assign?.memberIds ?? []).map((memberId) => assign(orders.assign!.poolId, memberId)),
      ...(orders.resize?.quantities ?? []).map((quantity) =>
        told(client.pools.update(organizationId, orders.resize!.poolId, { quantity }).then(() => 'resized')),
      ),
    ];
    const outcomes: Outcomes = await Promise.all(work);
    await host.stop();
    await db.destroy();
    return { outcomes, errors: host.errors.map(String) };
  };
}

/** On SQLite transactions run one after the other, so there the two statements stand alone. */
function naive(db: Knex, setup: SetupName, person: string): Promise<string> {
  const take = async (on: Knex) => {
    const [row] = (await on('naiveSeats').count({ n: '*' })) as { n: number | string }[];
    if (Number(row!.n) >= 50) return 'naively refused';
    // What a handler does in between: without it the race is now and then too short to be lost.
    await sleep(300);
    await on('naiveSeats').insert({ person });
    return 'naively invited';
  };
  return setup.startsWith('sqlite') ? take(db) : db.transaction((trx) => take(trx));
}

function told(work: Promise<string>): Promise<string> {
  return work.catch((error: unknown) => {
    if (error instanceof SeatkitError) return error.status === 409 ? error.code : `${error.status} ${error.code}`;
    throw error;
  });
}
