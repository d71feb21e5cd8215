import { groupRoutes } from './groups/groups.routes.ts';
import { invitationRoutes } from './invitations/invitations.routes.ts';
import { memberRoutes } from './members/members.routes.ts';
import { organizationRoutes } from './organizations/organizations.routes.ts';
import { outboxRoutes } from './outbox/outbox.routes.ts';
import { poolRoutes } from './pools/pools.routes.ts';
import { roleProfileRoutes } from './role-profiles/role-profiles.routes.ts';
import type { Handlers } from './run.ts';
import { seatRoutes } from './seats/seats.routes.ts';

/** Every operation of the contract and the function that answers it; a missing one is a type error. */
export const handlers: Handlers = {
  ...organizationRoutes,
  ...memberRoutes,
  ...groupRoutes,
  ...roleProfileRoutes,
  ...poolRoutes,
  ...seatRoutes,
  ...invitationRoutes,
  ...outboxRoutes,
};
