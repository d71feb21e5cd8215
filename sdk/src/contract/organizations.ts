import { z } from 'zod';
import { HostId, Id, Locale, nameText, PageQuery, pageOf, Timestamp } from './common.ts';

/** What an operator's plan switches on or off for one organization. Everything is on unless said otherwise. */
export const features = ['groups', 'groupAdmins', 'tiers', 'assignments', 'adoption', 'sso', 'scim'] as const;
export type Feature = (typeof features)[number];

const featureFlags = z.strictObject({
  groups: z.boolean(),
  groupAdmins: z.boolean(),
  tiers: z.boolean(),
  assignments: z.boolean(),
  adoption: z.boolean(),
  sso: z.boolean(),
  scim: z.boolean(),
});
export const Features = featureFlags.meta({ id: 'Features' });
export type Features = z.infer<typeof Features>;

const settings = z.strictObject({
  /** Days until an invitation's link expires, 1 to 90. */
  invitationDays: z.int().min(1).max(90),
  /** Whether people who have a host account join at once when invited, without a click of theirs. */
  attachKnown: z.boolean(),
});
export const Settings = settings.meta({ id: 'Settings' });
export type Settings = z.infer<typeof Settings>;

/** A customer of the host: the tenant. `key` is the host's own name for it. */
export const Organization = z
  .object({
    id: Id,
    key: z.string(),
    name: z.string(),
    locale: z.string(),
    features: Features,
    settings: Settings,
    createdAt: Timestamp,
  })
  .meta({ id: 'Organization' });
export type Organization = z.infer<typeof Organization>;

export const NewOrganization = z
  .strictObject({
    name: nameText(200),
    key: HostId,
    locale: Locale.optional(),
    features: featureFlags.partial().optional(),
    settings: settings.partial().optional(),
  })
  .meta({ id: 'NewOrganization' });
export type NewOrganization = z.infer<typeof NewOrganization>;

export const OrganizationChanges = z
  .strictObject({
    name: nameText(200).optional(),
    locale: Locale.optional(),
    features: featureFlags.partial().optional(),
    settings: settings.partial().optional(),
  })
  .meta({ id: 'OrganizationChanges' });
export type OrganizationChanges = z.infer<typeof OrganizationChanges>;

export const OrganizationQuery = z.strictObject({ key: HostId.optional(), ...PageQuery });
export type OrganizationQuery = z.infer<typeof OrganizationQuery>;
export const OrganizationPage = pageOf(Organization).meta({ id: 'OrganizationPage' });
export type OrganizationPage = z.infer<typeof OrganizationPage>;

/** What a caller may do in an organization, as words a page can switch its controls on. */
export const capabilities = [
  'seeMembers',
  'manageGroups',
  'addToGroups',
  'manageSeats',
  'invite',
  'deactivate',
  'manageMembers',
  'managePools',
  'operate',
] as const;
export const Capability = z.enum(capabilities);
export type Capability = z.infer<typeof Capability>;

/** `organizationId` narrows the answer to one organization; an operator names the one to look at. */
export const MeQuery = z.strictObject({ organizationId: Id.optional() });
export type MeQuery = z.infer<typeof MeQuery>;

/** Who is calling, and what they may do where. */
export const Me = z
  .object({
    /** The host's id of whoever is signed in, its own staff included; null for a key or token of Seatkit's. */
    userId: z.string().nullable(),
    organizations: z.array(
      z.object({
        id: Id,
        name: z.string(),
        member: z
          .object({ id: Id, role: z.enum(['admin', 'member']), firstName: z.string(), lastName: z.string(), locale: z.string().nullable() })
          .nullable(),
        managedGroups: z.array(z.object({ id: Id, name: z.string(), mayManagePeople: z.boolean(), archived: z.boolean() })),
        may: z.array(Capability),
        /** False: the host's login has never called `maySignIn`, so deactivated people can still sign in there. */
        signInEnforced: z.boolean(),
        /** False: the host does not say when people were last there (`users.lastSeen`), so `lastSeenAt` is null of everybody. */
        lastSeenKnown: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof Me>;

/** Asks for a short-lived widget token for one person in one organization. */
export const NewToken = z
  .strictObject({
    organizationId: Id,
    userId: HostId.optional(),
    memberId: Id.optional(),
    ttlSeconds: z.int().min(1).max(3600).default(900),
  })
  .refine((body) => (body.userId === undefined) !== (body.memberId === undefined), 'name either userId or memberId')
  .meta({ id: 'NewToken' });
export type NewToken = z.infer<typeof NewToken>;

/** A secret that is shown once; only its hash is kept. */
export const Token = z.object({ token: z.string(), expiresAt: Timestamp }).meta({ id: 'Token' });
export type Token = z.infer<typeof Token>;
