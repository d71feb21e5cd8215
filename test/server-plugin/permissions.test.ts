import { endpoints, isWrite, type OperationName } from '@seatkit/sdk/contract';
import { expect } from 'chai';
import { watchCommits } from '../support/commits.ts';
import { useCustomer } from '../support/customer.ts';
import { dumpTables } from '../support/dump.ts';
import { send, type WireAnswer, type WireRequest } from '../support/wire.ts';
import { attempts } from './permission-attempts.ts';
import { type CallerName, callers, type Expected, type PermissionRow, permissions } from './permission-table.ts';
import { buildWorld, type World } from './permission-world.ts';

const codes = { 401: 'not_signed_in', 403: 'not_allowed', 404: 'not_found' } as const;

describe('permissions', () => {
  const customer = useCustomer({ on: 'sqlite', dispatch: false });
  let world: World;
  let commits: Awaited<ReturnType<typeof watchCommits>>;
  let cells = 0;
  before(async () => {
    world = await buildWorld(customer);
    commits = await watchCommits(customer.host.db);
  });
  after(async () => {
    await commits?.close();
    console.log(`permissions: ${cells} cells of ${permissions.length} lines and ${callers.length} callers were tried`);
  });

  it('are written down for every operation', () => {
    expect([...new Set(permissions.map((row) => row.operation))]).to.have.members(Object.keys(endpoints));
    expect(permissions.map((row) => row.title)).to.have.members(Object.keys(attempts));
  });

  for (const row of permissions) {
    it(`hold for ${row.title}`, async () => {
      const found = await tryAll(row);
      expect(found).to.deep.equal(row.expected);
    });
  }

  /** Refusals come first, so that they are tried on what is still as it was; whoever is permitted gets something fresh. */
  async function tryAll(row: PermissionRow): Promise<Record<string, Expected | string>> {
    const found: Record<string, Expected | string> = {};
    const refused = callers.filter((caller) => row.expected[caller] !== 'ok');
    const attempt = async (caller: CallerName, request: WireRequest) => {
      cells += 1;
      const before = await commits.read();
      found[caller] = outcomeOf(await send(customer.host, world.headers[caller], row.operation as OperationName, request));
      return (await commits.read()) !== before;
    };
    if (refused.length > 0) {
      const shared = isOwn(row) ? null : await attempts[row.title]!(world, refused[0]!);
      let before = await dumpTables(customer.host.db);
      for (const caller of refused) {
        const request = shared ?? (await attempts[row.title]!(world, caller));
        if (!shared) before = await dumpTables(customer.host.db);
        const committed = await attempt(caller, request);
        if (committed) expect(await dumpTables(customer.host.db), `what ${caller} was refused has changed something`).to.deep.equal(before);
      }
    }
    for (const caller of callers.filter((name) => !refused.includes(name))) {
      const committed = await attempt(caller, await attempts[row.title]!(world, caller));
      expect(committed, `${caller} is permitted`).to.equal(isWrite(row.operation as OperationName));
    }
    return Object.fromEntries(callers.map((caller) => [caller, found[caller]!]));
  }
});

const isOwn = (row: PermissionRow) => /one's own|oneself/.test(row.title);

/** A refused row counts like a refused request; anything but the expected kinds of answer is shown as it is. */
function outcomeOf({ status, body }: WireAnswer): Expected | string {
  const problem = status >= 400 ? body : body?.results?.[0]?.problem;
  if (problem === undefined) return status < 300 ? 'ok' : `${status}`;
  const code = codes[problem.status as keyof typeof codes];
  return problem.code === code && code !== undefined
    ? (problem.status as Expected)
    : `${problem.status} ${problem.code}: ${problem.detail}`;
}
