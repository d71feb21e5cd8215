import type { Call, CallOptions, ChangeOptions } from '../call.ts';
import type { Organization } from '../contract/organizations.ts';
import type { NewOrganization, OrganizationChanges, OrganizationQuery } from '../inputs.ts';
import { PagePromise } from '../pages.ts';

/** The customers of the host: the tenants. */
export class Organizations {
  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

  /** Operator: all organizations, or the one with a `key` of the host. */
  list(query: OrganizationQuery = {}, options?: CallOptions): PagePromise<Organization> {
    return new PagePromise((cursor) =>
      this.#call('listOrganizations', { query: cursor === undefined ? query : { ...query, cursor }, ...options }),
    );
  }

  /** Reads an organization with its features and settings. */
  get(organizationId: string, options?: CallOptions): Promise<Organization> {
    return this.#call('getOrganization', { params: { organizationId }, ...options });
  }

  /** Operator: creates an organization under the host's own key for it. */
  create(body: NewOrganization, options?: CallOptions): Promise<Organization> {
    return this.#call('createOrganization', { body, ...options });
  }

  /** Operator: changes name, language, features or settings; what is left out stays. */
  update(organizationId: string, body: OrganizationChanges, options?: ChangeOptions): Promise<Organization> {
    return this.#call('updateOrganization', { params: { organizationId }, body, ...options });
  }
}
