import type {
  Me,
  MeQuery,
  NewOrganization,
  NewToken,
  Organization,
  OrganizationChanges,
  OrganizationPage,
  OrganizationQuery,
  Token,
} from '@seatkit/sdk/contract';
import { capabilitiesOf, enterOrganization, findEntries, requireVersion } from '../access.ts';
import type { Caller, Context, OrganizationRow, OrgContext } from '../context.ts';
import { insertWidgetToken } from '../credentials.ts';
import { defined } from '../defined.ts';
import { addAudit } from '../effects.ts';
import { fail, failNotFound } from '../errors.ts';
import { newId } from '../ids.ts';
import { findMemberRow } from '../members/members.table.ts';
import { readMeta } from '../meta.table.ts';
import { policiesName } from '../pools/pools.table.ts';
import {
  findOrganization,
  listOrganizationRows,
  toOrganization,
  toOrganizationRow,
  tryInsertOrganization,
  tryUpdateOrganization,
} from './organizations.table.ts';

export async function listOrganizations(ctx: Context, query: OrganizationQuery): Promise<OrganizationPage> {
  const page = await listOrganizationRows(ctx, query);
  return { ...page, items: page.items.map(toOrganization) };
}

/** Makes an organization; the host's key for it is unique. */
export async function createOrganization(ctx: Context, body: NewOrganization): Promise<Organization> {
  const id = newId();
  const row = toOrganizationRow({
    id,
    key: body.key,
    name: body.name,
    locale: body.locale ?? ctx.host.defaultLocale,
    features: JSON.stringify(body.features ?? {}),
    settings: JSON.stringify(body.settings ?? {}),
    version: 1,
    createdAt: ctx.now,
  });
  if (!(await tryInsertOrganization(ctx, row))) fail('key_taken', 'Another organization already has this key.');
  await ctx.db(ctx.tables.meta).insert({ name: policiesName(id), value: '' });
  addAudit({ ...ctx, organization: row }, 'organization.created', id, { key: row.key });
  return toOrganization(row);
}

export async function getOrganization(ctx: OrgContext): Promise<Organization> {
  return toOrganization(ctx.organization);
}

export async function updateOrganization(ctx: OrgContext, changes: OrganizationChanges): Promise<Organization> {
  const before = ctx.organization;
  requireVersion(ctx, before.version);
  const after: OrganizationRow = {
    ...before,
    name: changes.name ?? before.name,
    locale: changes.locale ?? before.locale,
    features: { ...before.features, ...defined(changes.features ?? {}) },
    settings: { ...before.settings, ...defined(changes.settings ?? {}) },
  };
  if (!(await tryUpdateOrganization(ctx, before, after)))
    fail('conflict', 'Somebody else changed the organization at the same time. Send it again.', { retry: true });
  addAudit(ctx, 'organization.changed', before.id, { before: pick(before), after: pick(after) });
  return toOrganization({ ...after, version: before.version + 1 });
}

function pick({ name, locale, features, settings }: OrganizationRow) {
  return { name, locale, features, settings };
}

/** Who is calling, and what they may do where. An operator may see every organization and so names the one to look at. */
export async function getMe(ctx: Context, query: MeQuery): Promise<Me> {
  const userId = ctx.actor.kind === 'system' ? null : (ctx.actor.userId ?? null);
  const entries =
    ctx.actor.kind === 'person'
      ? await findEntries(ctx, ctx.actor, query.organizationId)
      : query.organizationId === undefined
        ? []
        : [await enterOrganization(ctx, query.organizationId, 'operator')];
  const signInEnforced = (await readMeta(ctx, 'maySignIn')) !== null;
  return {
    userId,
    organizations: entries.map(({ organization, caller }) => ({
      id: organization.id,
      name: organization.name,
      member: caller.member && memberOf(caller.member),
      managedGroups: [...caller.managed].map(([id, grant]) => ({ id, ...grant })),
      may: capabilitiesOf(caller, organization.features),
      signInEnforced,
      lastSeenKnown: ctx.host.lastSeenKnown,
    })),
  };
}

function memberOf({ id, role, firstName, lastName, locale }: NonNullable<Caller['member']>) {
  return { id, role, firstName, lastName, locale };
}

/** A token that lets a page act as one active member of one organization for at most an hour. Shown once. */
export async function createToken(ctx: Context, body: NewToken): Promise<Token> {
  const organization = await findOrganization(ctx, { id: body.organizationId });
  if (!organization) return failNotFound('organization');
  const by = body.memberId !== undefined ? { id: body.memberId } : { userId: body.userId! };
  const member = await findMemberRow(ctx, { organizationId: organization.id, ...by });
  if (member?.status !== 'active') return failNotFound('active member');
  const token = await insertWidgetToken(ctx, { organizationId: organization.id, memberId: member.id, ttlSeconds: body.ttlSeconds });
  addAudit({ ...ctx, organization }, 'token.created', member.id, { expiresAt: token.expiresAt });
  return token;
}
