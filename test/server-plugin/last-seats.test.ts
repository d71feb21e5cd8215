import { expect } from 'chai';
import { eventually, linkIn, useCustomer } from '../support/customer.ts';
import { withDatabases } from '../support/database.ts';
import { runProcesses } from '../support/processes.ts';
import { rounds } from '../support/soak.ts';
import type { Orders, Outcomes } from './last-seats.fixture.ts';

const script = new URL('./last-seats.fixture.ts', import.meta.url);
const PROCESSES = 4;

withDatabases('main', (setup) => {
  describe('the last seats', () => {
    let url: string;
    const create = async () => {
      url = await setup.createUrl();
      return setup.connect(url);
    };
    const customer = useCustomer({ on: { ...setup, create } });

    /** Hands each process every fourth piece of the work and starts all of it at once. */
    const race = async (work: Omit<Orders, 'setup' | 'url' | 'organizationId'>, organizationId: string) => {
      const share = <T>(list: readonly T[] | undefined, index: number) => (list ?? []).filter((_, at) => at % PROCESSES === index);
      const orders = Array.from({ length: PROCESSES }, (_, index): Orders => {
        const { invite, naive, join, release, assign, resize } = work;
        return {
          setup: setup.name,
          url,
          organizationId,
          invite: share(invite, index),
          naive: share(naive, index),
          join: share(join, index),
          release: share(release, index),
          ...(assign ? { assign: { ...assign, memberIds: share(assign.memberIds, index) } } : {}),
          ...(resize ? { resize: { ...resize, quantities: share(resize.quantities, index) } } : {}),
        };
      });
      const answers = await runProcesses<{ outcomes: Outcomes; errors: string[] }>(script, orders, 120_000);
      expect(answers.flatMap(({ errors }) => errors)).to.deep.equal([]);
      return tally(answers.flatMap(({ outcomes }) => outcomes));
    };
    const addresses = (name: string, count: number) => Array.from({ length: count }, (_, at) => `${name}${at}@race.test`);

    let sold: { poolId: string; organizationId: string; outcomes: Record<string, number> }[];
    before('200 people are invited at once by four processes', async function () {
      this.timeout(rounds(90_000, 1_200_000));
      await customer.host.db.schema.createTable('naiveSeats', (t) => void t.string('person'));
      sold = [];
      for (let round = 0; round < rounds(1, 20); round += 1) {
        const organization = await customer.operator.organizations.create({ name: 'Race', key: `race-${round}` });
        const pool = await customer.operator.pools.create(organization.id, { product: 'course-1', quantity: 50, assignment: 'required' });
        await customer.host.db('naiveSeats').delete();
        const people = addresses(`person${round}-`, 200);
        const outcomes = await race({ invite: people, naive: people }, organization.id);
        sold.push({ poolId: pool.id, organizationId: organization.id, outcomes });
      }
    });

    it('go to exactly 50 of 200 people who are invited at once by four processes', async () => {
      const { db, seatkit } = customer.host;
      for (const { poolId, organizationId, outcomes } of sold) {
        const { 'naively invited': _, 'naively refused': __, ...ours } = outcomes;
        expect(ours).to.deep.equal({ invited: 50, no_free_seat: 150 });
        expect(await customer.operator.pools.get(organizationId, poolId)).to.include({ quantity: 50, reserved: 50, free: 0 });
        const seats = (await db('seatkit_seats').where({ poolId, live: 1 })) as { memberId: string }[];
        expect([seats.length, new Set(seats.map(({ memberId }) => memberId)).size]).to.deep.equal([50, 50]);
        expect(await db('seatkit_outbox').where({ organizationId })).to.have.length(50);
      }
      expect(await seatkit.verify()).to.deep.equal([]);
    });

    it('would be sold more than once in the very same race if they were counted first and then taken', async () => {
      const oversold = sold.filter(({ outcomes }) => outcomes['naively invited']! > 50);
      expect(oversold).to.have.length(sold.length);
      const last = sold.at(-1)!.outcomes['naively invited'];
      expect(await customer.host.db('naiveSeats')).to.have.length(last!);
    });

    it('stay in balance while people join, are given seats and lose them and the pool is resized, all at once', async function () {
      this.timeout(rounds(90_000, 1_200_000));
      const { operator, organization, host, smtp } = customer;
      for (let round = 0; round < rounds(1, 5); round += 1) {
        const pool = await customer.pool({ product: `mixed-${round}`, quantity: 60 });
        const present = await customer.join(addresses(`present${round}-`, 40).map((email) => ({ email })));
        const ids = Object.values(present).map(({ memberId }) => memberId);
        const given = await operator.seats.create(organization.id, pool.id, { memberIds: ids.slice(0, 20) });
        const invited = addresses(`joiner${round}-`, 20);
        await operator.invitations.create(organization.id, { people: invited.map((email) => ({ email, poolIds: [pool.id] })) });
        const mailed = () => smtp.mails.filter((mail) => invited.includes(mail.to[0]!));
        await eventually(() => mailed().length === invited.length, 20_000);

        const outcomes = await race(
          {
            join: mailed().map((mail) => linkIn(mail).split('/').at(-1)!),
            release: given.results.map(({ seat }) => seat!.id),
            assign: { poolId: pool.id, memberIds: ids.slice(20) },
            resize: { poolId: pool.id, quantities: [25, 61, 42, 55, 44, 65, 41, 50] },
          },
          organization.id,
        );
        const { quantity_below_taken: tooLow = 0, no_free_seat: taken = 0, resized = 0, assigned = 0, ...others } = outcomes;
        expect(others).to.deep.equal({ joined: 20, released: 20 });
        expect([resized + tooLow, assigned + taken]).to.deep.equal([8, 20]);
        const after = await operator.pools.get(organization.id, pool.id);
        expect(after).to.include({ reserved: 0, assigned: 20 + assigned, consumed: 0 });
        expect(after.free).to.be.at.least(0);
        expect(await host.seatkit.verify()).to.deep.equal([]);
      }
    });
  });
});

function tally(outcomes: Outcomes): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
