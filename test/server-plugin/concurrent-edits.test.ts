import { etagOf, type SeatkitClient, SeatkitError } from '@seatkit/sdk';
import { expect } from 'chai';
import { useCustomer } from '../support/customer.ts';
import { expectProblem } from '../support/problems.ts';
import { OPERATOR_KEY } from '../support/test-host.ts';
import { bearer, send } from '../support/wire.ts';

/** One kind of object, as two people edit it. `read` is left out where the API has no way to read a single one. */
interface Edited {
  make(): Promise<object & { id: string }>;
  read?(id: string): Promise<object>;
  change(id: string, name: string, how?: { ifMatch?: string }): Promise<object>;
  remove?(id: string, how: { ifMatch: string }): Promise<unknown>;
  nameOf(object: object): string;
}

describe('concurrent edits', () => {
  const customer = useCustomer({ dispatch: false });
  const organizationId = () => customer.organization.id;
  const api = (): SeatkitClient => customer.operator;
  let count = 0;
  const nameOf = (object: object) => (object as { name: string }).name;

  const kinds: Record<string, Edited> = {
    organization: {
      make: () => api().organizations.create({ name: 'New', key: `edited-${++count}` }),
      read: (id) => api().organizations.get(id),
      change: (id, name, how) => api().organizations.update(id, { name }, how),
      nameOf,
    },
    member: {
      make: async () => {
        const { results } = await api().invitations.create(organizationId(), { people: [{ email: `edited${++count}@new.test` }] });
        return api().members.get(organizationId(), results[0]!.member!.id);
      },
      read: (id) => api().members.get(organizationId(), id),
      change: (id, name, how) => api().members.update(organizationId(), id, { firstName: name }, how),
      remove: (id, how) => api().members.remove(organizationId(), id, how),
      nameOf: (object) => (object as { firstName: string }).firstName,
    },
    group: {
      make: () => customer.group(`Group ${++count}`),
      read: (id) => api().groups.get(organizationId(), id),
      change: (id, name, how) => api().groups.update(organizationId(), id, { name }, how),
      remove: (id, how) => api().groups.delete(organizationId(), id, how),
      nameOf,
    },
    'seat pool': {
      make: () => customer.pool({ product: 'course-1', quantity: 1 }),
      read: (id) => api().pools.get(organizationId(), id),
      change: (id, name, how) => api().pools.update(organizationId(), id, { name }, how),
      nameOf,
    },
    'role profile': {
      make: () => api().roleProfiles.create(organizationId(), { name: `Profile ${++count}` }),
      change: (id, name, how) => api().roleProfiles.update(organizationId(), id, { name }, how),
      remove: (id, how) => api().roleProfiles.delete(organizationId(), id, how),
      nameOf,
    },
  };

  for (const [kind, edited] of Object.entries(kinds)) {
    it(`do not overwrite what somebody else has changed: ${kind}`, async () => {
      const { make, read, change } = edited;
      const unique = `${kind} ${++count}`;
      const made = await make();
      const first = etagOf(read ? await read(made.id) : made)!;
      expect(first).to.match(/^"\d+"$/);
      expect(etagOf(made)).to.equal(first);

      const changed = await change(made.id, `${unique} a`, { ifMatch: first });
      const second = etagOf(changed)!;
      expect(second)
        .to.match(/^"\d+"$/)
        .and.not.equal(first);
      if (read) expect(etagOf(await read(made.id))).to.equal(second);

      for (const stale of [first, '"999"', '"x"', 'x', '""'])
        expect(await codeOf(change(made.id, `${unique} b`, { ifMatch: stale })), stale).to.equal('changed_meanwhile');
      if (read) expect(edited.nameOf(await read(made.id))).to.equal(`${unique} a`);

      const third = etagOf(await change(made.id, `${unique} c`, { ifMatch: `W/${second}` }))!;
      await change(made.id, `${unique} d`, { ifMatch: '*' });
      const last = etagOf(await change(made.id, `${unique} e`))!;
      expect(new Set([first, second, third, last]).size).to.equal(4);

      if (!edited.remove) return;
      expect(await codeOf(edited.remove(made.id, { ifMatch: third }))).to.equal('changed_meanwhile');
      await edited.remove(made.id, { ifMatch: last });
    });

    it(`with the same tag let only one through: ${kind}`, async () => {
      const made = await edited.make();
      const ifMatch = etagOf(edited.read ? await edited.read(made.id) : made)!;
      const unique = ++count;
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, (_, at) => codeOf(edited.change(made.id, `Race ${unique} ${at}`, { ifMatch }))),
      );
      expect(outcomes.sort()).to.deep.equal([...Array(7).fill('changed_meanwhile'), 'done']);
    });
  }

  it('are told as a problem', async () => {
    const params = { organizationId: organizationId() };
    const answer = await send(customer.host, bearer(OPERATOR_KEY), 'updateOrganization', {
      params,
      body: { name: 'X' },
      headers: { 'If-Match': '"77"' },
    });
    expectProblem(answer, 'changed_meanwhile');
  });
});

async function codeOf(answer: Promise<unknown>): Promise<string> {
  try {
    await answer;
    return 'done';
  } catch (error) {
    if (error instanceof SeatkitError) return error.code;
    throw error;
  }
}
