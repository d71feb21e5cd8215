/** The wire and nothing else: schemas, operations and problems. Needs `zod`; browsers import the client instead. */
export * from './common.ts';
export * from './endpoints.ts';
export * from './groups.ts';
export * from './invitation-results.ts';
export * from './invitations.ts';
export * from './members.ts';
export { openapi } from './openapi.ts';
export * from './operations.ts';
export * from './organizations.ts';
export * from './pools.ts';
export * from './problems.ts';
export * from './role-profiles.ts';
export * from './seats.ts';
