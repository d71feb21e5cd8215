import type { NewRoleProfile, RoleProfile, RoleProfileChanges, RoleProfilePage, RoleProfileQuery } from '@seatkit/sdk/contract';
import { requireVersion } from '../access.ts';
import type { OrgContext } from '../context.ts';
import { addAudit } from '../effects.ts';
import { fail, failNotFound } from '../errors.ts';
import { newId } from '../ids.ts';
import { changedColumns, nameColumns } from '../named.ts';
import {
  findRoleProfiles,
  isNameTaken,
  listRoleProfileRows,
  type RoleProfileRow,
  toRoleProfile,
  tryDeleteRoleProfile,
  tryInsertRoleProfile,
  tryUpdateRoleProfile,
} from './role-profiles.table.ts';

export async function listRoleProfiles(ctx: OrgContext, query: RoleProfileQuery): Promise<RoleProfilePage> {
  const page = await listRoleProfileRows(ctx, query);
  return { ...page, items: page.items.map(toRoleProfile) };
}

export async function createRoleProfile(ctx: OrgContext, body: NewRoleProfile): Promise<RoleProfile> {
  const id = newId();
  const row: RoleProfileRow = {
    id,
    organizationId: ctx.organization.id,
    ...nameColumns(id, body),
    touched: 0,
    version: 1,
    createdAt: ctx.now,
  };
  if (!(await tryInsertRoleProfile(ctx, row))) failNameTaken(body.name);
  addAudit(ctx, 'role_profile.created', id, { name: body.name });
  return toRoleProfile(row);
}

export async function updateRoleProfile(ctx: OrgContext, id: string, changes: RoleProfileChanges): Promise<RoleProfile> {
  const before = await requireRoleProfile(ctx, id);
  requireVersion(ctx, before.version);
  const next = changedColumns(before, changes);
  if (next.nameKey !== before.nameKey && (await isNameTaken(ctx, next.nameKey))) failNameTaken(next.name);
  if (!(await tryUpdateRoleProfile(ctx, before, next))) failChanged();
  addAudit(ctx, 'role_profile.changed', id, {
    before: { name: before.name, description: before.description },
    after: { name: next.name, description: next.description },
  });
  return toRoleProfile({ ...before, ...next, version: before.version + 1 });
}

export async function deleteRoleProfile(ctx: OrgContext, id: string): Promise<void> {
  const profile = await requireRoleProfile(ctx, id);
  requireVersion(ctx, profile.version);
  if (!(await tryDeleteRoleProfile(ctx, profile))) failChanged();
  addAudit(ctx, 'role_profile.removed', id, { name: profile.name });
}

async function requireRoleProfile(ctx: OrgContext, id: string): Promise<RoleProfileRow> {
  return (await findRoleProfiles(ctx, [id])).get(id) ?? failNotFound('role profile');
}

function failChanged(): never {
  return fail('conflict', 'Somebody else changed the role profile at the same time. Send it again.', { retry: true });
}

function failNameTaken(name: string): never {
  return fail('name_taken', `There is already a role profile called “${name}”.`);
}
