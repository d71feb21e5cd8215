import type { Group, NewInvitation, NewPool, Organization, Pool, SeatkitClient } from '@seatkit/sdk';
import { type DatabaseSetup, databaseSetup, usualSetup } from './database.ts';
import type { SetupName } from './knex-setups.ts';
import { type ReceivedMail, type SmtpSink, startSmtp } from './smtp.ts';
import { type HostSettings, startTestHost, type TestHost } from './test-host.ts';

/** A host with one customer, its admin signed in, and a mail server that keeps what it gets. Filled before the suite's tests. */
export interface Customer {
  readonly host: TestHost;
  readonly smtp: SmtpSink;
  readonly organization: Organization;
  /** The operator's client. */
  readonly operator: SeatkitClient;
  /** The client of the customer's admin, whose session is the host's. */
  readonly admin: SeatkitClient;
  readonly adminId: string;
  /** Invites people as the operator and lets them join at once with verified host accounts. Answers their member ids and clients by first name. */
  join(people: readonly NewInvitation[]): Promise<Record<string, Joined>>;
  pool(pool: NewPool): Promise<Pool>;
  group(name: string): Promise<Group>;
  /** Opens the join page of a mail and presses its button, as a browser without a session would. */
  pressJoin(mail: ReceivedMail, headers?: Record<string, string>): Promise<Response>;
}

export interface Joined {
  readonly memberId: string;
  readonly userId: string;
  readonly client: SeatkitClient;
}

/** Starts a host and a customer for a suite, on the given set-up or the usual one, and stops them after it. */
export function useCustomer(settings: HostSettings & { on?: DatabaseSetup | SetupName } = {}): Customer {
  const customer = {} as { -readonly [K in keyof Customer]: Customer[K] };
  const own = typeof settings.on === 'object' ? null : databaseSetup(settings.on ?? usualSetup);
  const setup = typeof settings.on === 'object' ? settings.on : own!.setup;
  before(async function () {
    this.timeout(60_000);
    customer.smtp = await startSmtp();
    customer.host = await startTestHost(await setup.create(), {
      ...settings,
      options: { mail: customer.smtp.url, mailFrom: 'no-reply@lms.test', ...settings.options },
    });
    Object.assign(customer, await startCustomer(customer.host, customer.smtp, 'acme'));
  });
  after(async () => {
    await customer.host?.stop();
    await customer.smtp?.stop();
    await own?.release();
  });
  return customer;
}

/** Another customer of the same host. */
export async function startCustomer(host: TestHost, smtp: SmtpSink, key: string): Promise<Customer> {
  const { operator } = host;
  const organization = await operator.organizations.create({ name: `${key[0]!.toUpperCase()}${key.slice(1)}`, key });
  const join = async (people: readonly NewInvitation[]): Promise<Record<string, Joined>> => {
    const userIds: string[] = [];
    for (const { email, firstName = '', lastName = '' } of people)
      userIds.push((await host.userByEmail(email))?.id ?? (await host.addUser({ email, firstName, lastName })));
    await operator.organizations.update(organization.id, { settings: { attachKnown: true } });
    const { results } = await operator.invitations.create(organization.id, { people: [...people] });
    await operator.organizations.update(organization.id, { settings: { attachKnown: false } });
    return Object.fromEntries(
      results.map((result, row) => {
        if (!result.member) throw new Error(`${result.email} was refused: ${result.problem?.detail}`);
        const userId = userIds[row]!;
        return [people[row]!.email.split('@')[0]!, { memberId: result.member.id, userId, client: host.as(userId) }];
      }),
    );
  };
  const { admin } = await join([{ email: `admin@${key}.test`, firstName: 'Amara', lastName: 'Okafor', role: 'admin' }]);
  return {
    host,
    smtp,
    organization,
    operator,
    admin: admin!.client,
    adminId: admin!.memberId,
    join,
    pool: (pool) => operator.pools.create(organization.id, pool),
    group: (name) => operator.groups.create(organization.id, { name }),
    pressJoin: (mail, headers = {}) =>
      fetch(linkIn(mail), {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: host.origin, 'content-type': 'application/x-www-form-urlencoded', ...headers },
      }),
  };
}

/** The link to join that stands in a mail. */
export function linkIn(mail: ReceivedMail): string {
  return /https?:\/\/\S+\/join\/[\w-]+/.exec(mail.text)?.[0] ?? '';
}

/** Waits until `question` answers something other than undefined, null or false. */
export async function eventually<T>(question: () => T | Promise<T>, ms = 8000): Promise<NonNullable<T>> {
  const end = Date.now() + ms;
  for (;;) {
    const answer = await question();
    if (answer !== undefined && answer !== null && answer !== false) return answer as NonNullable<T>;
    if (Date.now() > end) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}
