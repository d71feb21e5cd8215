import type { Call, CallOptions, ChangeOptions } from '../call.ts';
import type { Departure, FoundMembers, Member, MemberName } from '../contract/members.ts';
import type { DepartureQuery, MemberChanges, MemberQuery } from '../inputs.ts';
import { type Page, PagePromise } from '../pages.ts';

/** The people of an organization. */
export class Members {
  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

  /** The members the caller may see, filtered and sorted. */
  list(organizationId: string, query: MemberQuery = {}, options?: CallOptions): PagePromise<Member> {
    // Only a search by exact address, which `find` does, answers with mere names.
    return new PagePromise(
      (cursor) =>
        this.#call('listMembers', {
          params: { organizationId },
          query: cursor === undefined ? query : { ...query, cursor },
          ...options,
        }) as Promise<Page<Member>>,
    );
  }

  /** Finds a person by exact address. Somebody outside the caller's groups comes as id and name only. */
  async find(organizationId: string, email: string, options?: CallOptions): Promise<(Member | MemberName)[]> {
    const page = await this.#call('listMembers', { params: { organizationId }, query: { email }, ...options });
    return page.items;
  }

  /**
   * Finds up to 200 people by exact address in one request, each with the address asked for. Somebody outside the caller's groups comes as id and
   * name only; whoever is not in the organization does not come at all.
   */
  async findMany(organizationId: string, emails: readonly string[], options?: CallOptions): Promise<FoundMembers['results']> {
    const { results } = await this.#call('findMembers', { params: { organizationId }, body: { emails: [...emails] }, ...options });
    return results;
  }

  /** Reads a member. */
  get(organizationId: string, memberId: string, options?: CallOptions): Promise<Member> {
    return this.#call('getMember', { params: { organizationId, memberId }, ...options });
  }

  /** Changes a member; what is left out stays, null empties. */
  update(organizationId: string, memberId: string, body: MemberChanges, options?: ChangeOptions): Promise<Member> {
    return this.#call('updateMember', { params: { organizationId, memberId }, body, ...options });
  }

  /** Takes a person out of the organization and tells what became of the seats. */
  remove(organizationId: string, memberId: string, options?: ChangeOptions): Promise<Departure> {
    return this.#call('removeMember', { params: { organizationId, memberId }, ...options });
  }

  /** Tells, changing nothing, what leaving the organization or one group, or being moved to another one, would do to seats and sign-in. */
  previewDeparture(organizationId: string, memberId: string, query: DepartureQuery = {}, options?: CallOptions): Promise<Departure> {
    return this.#call('previewDeparture', { params: { organizationId, memberId }, query, ...options });
  }

  /** Blocks the sign-in, keeps the data and gives the seats back as their pools say. */
  deactivate(organizationId: string, memberId: string, options?: CallOptions): Promise<Member> {
    return this.#call('deactivateMember', { params: { organizationId, memberId }, body: {}, ...options });
  }

  /** Brings a deactivated member back with the former role, groups and rights. */
  reactivate(organizationId: string, memberId: string, options?: CallOptions): Promise<Member> {
    return this.#call('reactivateMember', { params: { organizationId, memberId }, body: {}, ...options });
  }
}
