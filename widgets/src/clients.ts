import { type Capability, type Me, SeatkitClient, SeatkitError } from '@seatkit/sdk';

/** Gives the widget token of each request. */
export type GetToken = (how?: { readonly refresh: true }) => string | Promise<string>;

interface Shared {
  readonly client: SeatkitClient;
  getToken: GetToken | undefined;
  /** What the server said of the caller, by the `getToken` that says who that is (the client itself stands for the cookie). */
  asked: WeakMap<GetToken | SeatkitClient, Map<string, Promise<Me>>>;
}

const shared = new Map<string, Shared>();
const sharedOf = new WeakMap<SeatkitClient, Shared>();

/** One client per server and page, so that every widget hears of every change. Of several `getToken` the latest counts. */
export function clientFor(baseUrl: string, getToken: GetToken | undefined): SeatkitClient {
  const url = new URL(baseUrl, document.baseURI).href;
  const key = `${getToken ? 'token' : 'cookie'} ${url}`;
  let entry = shared.get(key);
  if (!entry) {
    const made: Shared = {
      getToken,
      client: new SeatkitClient(getToken ? { baseUrl: url, getToken: (how) => (made.getToken as GetToken)(how) } : { baseUrl: url }),
      asked: new WeakMap(),
    };
    shared.set(key, made);
    sharedOf.set(made.client, made);
    made.client.addEventListener('change', () => {
      made.asked = new WeakMap();
    });
    entry = made;
  }
  entry.getToken = getToken;
  return entry.client;
}

/** What the caller is and may do in the organization that a widget shows. */
export interface Standing {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly memberId: string | null;
  readonly managedGroups: readonly { readonly id: string; readonly name: string; readonly mayManagePeople: boolean }[];
  /** False: the platform's login has never asked Seatkit, so being deactivated keeps nobody out. */
  readonly signInEnforced: boolean;
  may(capability: Capability): boolean;
}

/** Reads the caller's standing; widgets that ask at once share one request. Without an id, the caller's only organization is meant. */
export async function standingIn(client: SeatkitClient, organizationId: string): Promise<Standing> {
  const { organizations } = await askOnce(client, organizationId);
  const mine = organizationId
    ? organizations.find(({ id }) => id === organizationId)
    : organizations.length === 1
      ? organizations[0]
      : undefined;
  if (mine) {
    return {
      organizationId: mine.id,
      organizationName: mine.name,
      memberId: mine.member?.id ?? null,
      managedGroups: mine.managedGroups,
      signInEnforced: mine.signInEnforced ?? true,
      may: (capability) => mine.may.includes(capability),
    };
  }
  throw notHere();
}

function askOnce(client: SeatkitClient, organizationId: string): Promise<Me> {
  const { asked, getToken } = sharedOf.get(client)!;
  const caller = getToken ?? client;
  const answers = asked.get(caller) ?? new Map<string, Promise<Me>>();
  asked.set(caller, answers);
  let answer = answers.get(organizationId);
  if (!answer) {
    answer = client.me(organizationId ? { organizationId } : {});
    answers.set(organizationId, answer);
    answer.catch(() => answers.delete(organizationId));
  }
  return answer;
}

function notHere(): SeatkitError {
  const title = 'No organization';
  return new SeatkitError({ type: 'about:blank', title, status: 404, code: 'not_found', detail: title });
}
