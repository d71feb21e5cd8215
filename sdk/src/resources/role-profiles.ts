import type { Call, CallOptions, ChangeOptions } from '../call.ts';
import type { RoleProfile } from '../contract/role-profiles.ts';
import type { NewRoleProfile, RoleProfileChanges, RoleProfileQuery } from '../inputs.ts';
import { PagePromise } from '../pages.ts';

/** The jobs that an organization defines. */
export class RoleProfiles {
  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

  /** The organization's role profiles. */
  list(organizationId: string, query: RoleProfileQuery = {}, options?: CallOptions): PagePromise<RoleProfile> {
    return new PagePromise((cursor) =>
      this.#call('listRoleProfiles', {
        params: { organizationId },
        query: cursor === undefined ? query : { ...query, cursor },
        ...options,
      }),
    );
  }

  /** Creates a role profile. */
  create(organizationId: string, body: NewRoleProfile, options?: CallOptions): Promise<RoleProfile> {
    return this.#call('createRoleProfile', { params: { organizationId }, body, ...options });
  }

  /** Changes a role profile; what is left out stays. */
  update(organizationId: string, roleProfileId: string, body: RoleProfileChanges, options?: ChangeOptions): Promise<RoleProfile> {
    return this.#call('updateRoleProfile', { params: { organizationId, roleProfileId }, body, ...options });
  }

  /** Removes a role profile from the organization and its members. */
  delete(organizationId: string, roleProfileId: string, options?: ChangeOptions): Promise<void> {
    return this.#call('deleteRoleProfile', { params: { organizationId, roleProfileId }, ...options });
  }
}
