import type { NewPool, Pool } from '@seatkit/sdk';
import { expect } from 'chai';
import { type Customer, startCustomer, useCustomer } from '../support/customer.ts';
import type { HostSettings } from '../support/test-host.ts';

/**
 * A host with a new customer, the firm, for every test: required and automatic pools concern everybody in an organization. After every test
 * all figures agree and the host was told of no error.
 */
export function useFirm(settings: HostSettings = {}) {
  const suite = useCustomer(settings);
  const firm = {} as Customer;
  let count = 0;

  beforeEach(async () => {
    count += 1;
    Object.assign(firm, await startCustomer(suite.host, suite.smtp, `firm${count}`));
  });
  afterEach(async () => {
    expect(await suite.host.seatkit.verify()).to.deep.equal([]);
    expect(suite.host.errors).to.deep.equal([]);
  });

  const address = (name: string) => `${name}@firm${count}.test`;
  const give = async ({ id }: Pool, ...memberIds: string[]) =>
    (await firm.admin.seats.create(firm.organization.id, id, { memberIds })).results;
  return {
    /** The customer with whom the host began. */
    suite,
    firm,
    address,
    give,
    joined: async (name: string) => (await firm.join([{ email: address(name), firstName: name }]))[name]!,
    async figures({ id }: Pool) {
      const { quantity, reserved, assigned, consumed, free } = await firm.admin.pools.get(firm.organization.id, id);
      return { quantity, reserved, assigned, consumed, free };
    },
    outcomes: async (pool: Pool, ...memberIds: string[]) =>
      (await give(pool, ...memberIds)).map(({ outcome, problem }) => problem?.code ?? outcome),
    seatOf: async ({ id }: Pool, { memberId }: { memberId: string }) =>
      (await firm.admin.members.get(firm.organization.id, memberId)).seats.find(({ poolId }) => poolId === id),
    invite: async (name: string, more: object = {}) =>
      (await firm.admin.invitations.create(firm.organization.id, { people: [{ email: address(name), ...more }] })).results[0]!,
    enrolled: async (userId: string) =>
      (await suite.host.enrolments()).filter((row) => row.userId === userId).map(({ product }) => product),
    change: (pool: Pool, changes: Partial<NewPool>) => firm.operator.pools.update(firm.organization.id, pool.id, changes),
    /** The sweeper comes by soon after a start, and then every half minute. */
    async sweep() {
      await suite.host.seatkit.stop();
      await suite.host.seatkit.start();
    },
  };
}
