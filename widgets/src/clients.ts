import { type Capability, type Me, SeatkitClient, SeatkitError } from '@seatkit/sdk';

/** Gives the widget token of each request. */
export type GetToken = (how?: { readonly refresh: true }) => string | Promise<string>;

/** Whoever calls: a widget, whose `getToken` may be another one tomorrow. */
export interface Caller {
  readonly getToken: GetToken | undefined;
}

/** What is known of a client that was made here. */
interface Made {
  readonly url: string;
  readonly caller: Caller;
}

const made = new WeakMap<SeatkitClient, Made>();
/** By the address of their server: where widgets hear of each other's changes, and the client of all that call with the cookie. */
const servers = new Map<string, { readonly changes: EventTarget; cookie?: SeatkitClient }>();
/** What a server said of the caller, by the `getToken` that says who that is (the client itself stands for the cookie). */
let asked = new WeakMap<GetToken | SeatkitClient, Map<string, Promise<Me>>>();
const forget = () => {
  asked = new WeakMap();
};

/** The client of a caller: one for all that call a server with its cookie, one for each that has tokens of its own. */
export function clientFor(baseUrl: string, caller: Caller): SeatkitClient {
  const url = new URL(baseUrl, document.baseURI).href;
  const server = servers.get(url) ?? { changes: new EventTarget() };
  servers.set(url, server);
  if (!caller.getToken && server.cookie) return server.cookie;
  const client = new SeatkitClient(caller.getToken ? { baseUrl: url, getToken: (how) => caller.getToken?.(how) ?? '' } : { baseUrl: url });
  if (!caller.getToken) server.cookie = client;
  made.set(client, { url, caller });
  client.addEventListener('change', () => server.changes.dispatchEvent(new Event('change')));
  return client;
}

/** Calls back after every write through this client, or another one of its server, until what it answers is called. */
export function onChange(client: SeatkitClient, listener: () => void): () => void {
  const source = servers.get(made.get(client)?.url ?? '')?.changes ?? client;
  source.addEventListener('change', forget);
  source.addEventListener('change', listener);
  return () => source.removeEventListener('change', listener);
}

/** What the caller is and may do in the organization that a widget shows. */
export interface Standing {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly memberId: string | null;
  readonly userId: string | null;
  readonly managedGroups: readonly {
    readonly id: string;
    readonly name: string;
    readonly mayManagePeople: boolean;
    readonly archived: boolean;
  }[];
  /** False: the platform's login has never asked Seatkit, so being deactivated keeps nobody out. */
  readonly signInEnforced: boolean;
  /** False: the platform does not say when people were last there. */
  readonly lastSeenKnown: boolean;
  may(capability: Capability): boolean;
}

/** Reads the caller's standing; widgets that ask at once share one request. Without an id, the caller's only organization is meant. */
export async function standingIn(client: SeatkitClient, organizationId: string): Promise<Standing> {
  const { organizations, userId } = await askOnce(client, organizationId);
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
      userId,
      managedGroups: mine.managedGroups,
      signInEnforced: mine.signInEnforced,
      lastSeenKnown: mine.lastSeenKnown,
      may: (capability) => mine.may.includes(capability),
    };
  }
  throw notHere();
}

function askOnce(client: SeatkitClient, organizationId: string): Promise<Me> {
  const { url, caller } = made.get(client) ?? {};
  const who = caller?.getToken ?? client;
  const answers = asked.get(who) ?? new Map<string, Promise<Me>>();
  asked.set(who, answers);
  const question = `${url} ${organizationId}`;
  let answer = answers.get(question);
  if (!answer) {
    answer = client.me(organizationId ? { organizationId } : {});
    answers.set(question, answer);
    // For widgets that ask at once; whoever asks later may be somebody else, and an answer of another version is of no use to anybody.
    const over = () => answers.delete(question);
    answer.then(({ organizations }) => setTimeout(over, organizations ? 1000 : 0), over);
  }
  return answer;
}

function notHere(): SeatkitError {
  const title = 'No organization';
  return new SeatkitError({ type: 'about:blank', title, status: 404, code: 'not_found', detail: title });
}
