import type { Call, CallOptions } from './call.ts';
import type { OperationName } from './contract/endpoints.ts';
import type { Me, Token } from './contract/organizations.ts';
import { createCall, type SeatkitClientOptions } from './http.ts';
import type { MailStatus, MeQuery, NewToken } from './inputs.ts';
import { Groups } from './resources/groups.ts';
import { Invitations } from './resources/invitations.ts';
import { Members } from './resources/members.ts';
import { Organizations } from './resources/organizations.ts';
import { Pools } from './resources/pools.ts';
import { RoleProfiles } from './resources/role-profiles.ts';
import { Seats } from './resources/seats.ts';

/** Fired as `change` after every write that succeeded, so that whoever shows data can load it again. */
export class SeatkitChangeEvent extends Event {
  readonly operation: OperationName;
  /** Null for a write that belongs to no organization yet, such as creating one. */
  readonly organizationId: string | null;

  constructor(operation: OperationName, organizationId: string | null) {
    super('change');
    this.operation = operation;
    this.organizationId = organizationId;
  }
}

type ChangeListener = ((event: SeatkitChangeEvent) => void) | { handleEvent(event: SeatkitChangeEvent): void };

/** Everything the JSON API can do, with the types of its contract. One client serves a whole page or process. */
export class SeatkitClient extends EventTarget {
  readonly #call: Call;
  readonly organizations: Organizations;
  readonly members: Members;
  readonly invitations: Invitations;
  readonly groups: Groups;
  readonly roleProfiles: RoleProfiles;
  readonly pools: Pools;
  readonly seats: Seats;

  constructor(options: SeatkitClientOptions) {
    super();
    const call = createCall(options, (operation, organizationId) => this.dispatchEvent(new SeatkitChangeEvent(operation, organizationId)));
    this.#call = call;
    this.organizations = new Organizations(call);
    this.members = new Members(call);
    this.invitations = new Invitations(call);
    this.groups = new Groups(call);
    this.roleProfiles = new RoleProfiles(call);
    this.pools = new Pools(call);
    this.seats = new Seats(call);
  }

  /** Who is calling, and what they may do in which organization. An operator, who may see all, names the one to look at. */
  me(query: MeQuery = {}, options?: CallOptions): Promise<Me> {
    return this.#call('getMe', { query, ...options });
  }

  /** Operator: mints a short-lived token with which one person's widgets call. */
  createToken(body: NewToken, options?: CallOptions): Promise<Token> {
    return this.#call('createToken', { body, ...options });
  }

  /** Operator: passes on what the mail provider says of a mail. */
  reportMailStatus(body: MailStatus, options?: CallOptions): Promise<void> {
    return this.#call('reportMailStatus', { body, ...options });
  }

  override addEventListener(type: 'change', listener: ChangeListener | null, options?: AddEventListenerOptions | boolean): void {
    super.addEventListener(type, listener as EventListenerOrEventListenerObject | null, options);
  }

  override removeEventListener(type: 'change', listener: ChangeListener | null, options?: EventListenerOptions | boolean): void {
    super.removeEventListener(type, listener as EventListenerOrEventListenerObject | null, options);
  }
}
