import type { Call, CallOptions, ChangeOptions } from '../call.ts';
import type { Group } from '../contract/groups.ts';
import type { Departure, PlacedMember } from '../contract/members.ts';
import type { GroupChanges, GroupPerson, GroupQuery, NewGroup } from '../inputs.ts';
import { PagePromise } from '../pages.ts';

/** Teams, departments and course classes. */
export class Groups {
  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

  /** The groups the caller may see. */
  list(organizationId: string, query: GroupQuery = {}, options?: CallOptions): PagePromise<Group> {
    return new PagePromise((cursor) =>
      this.#call('listGroups', { params: { organizationId }, query: cursor === undefined ? query : { ...query, cursor }, ...options }),
    );
  }

  /** Reads a group with its counts. */
  get(organizationId: string, groupId: string, options?: CallOptions): Promise<Group> {
    return this.#call('getGroup', { params: { organizationId, groupId }, ...options });
  }

  /** Creates a group. */
  create(organizationId: string, body: NewGroup, options?: CallOptions): Promise<Group> {
    return this.#call('createGroup', { params: { organizationId }, body, ...options });
  }

  /** Changes a group; what is left out stays. */
  update(organizationId: string, groupId: string, body: GroupChanges, options?: ChangeOptions): Promise<Group> {
    return this.#call('updateGroup', { params: { organizationId, groupId }, body, ...options });
  }

  /** Removes a group; its people stay in the organization. */
  delete(organizationId: string, groupId: string, options?: ChangeOptions): Promise<void> {
    return this.#call('deleteGroup', { params: { organizationId, groupId }, ...options });
  }

  /**
   * Sets how somebody stands in a group from now on; relations that are not named end. With `movedFrom` the person leaves that group for this one, and
   * seats go along where this group has a pool of the same product; `departure` tells what became of each. Throws `no_free_seat` when a seat cannot go
   * along, and then nothing has changed; `members.previewDeparture` says so before.
   */
  putPerson(organizationId: string, groupId: string, memberId: string, body: GroupPerson, options?: CallOptions): Promise<PlacedMember> {
    return this.#call('putGroupPerson', { params: { organizationId, groupId, memberId }, body, ...options });
  }

  /** Takes somebody out of a group and tells what became of the seats of that group's pools. */
  removePerson(organizationId: string, groupId: string, memberId: string, options?: CallOptions): Promise<Departure> {
    return this.#call('removeGroupPerson', { params: { organizationId, groupId, memberId }, ...options });
  }
}
