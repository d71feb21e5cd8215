import { type Features, features as featureNames, type Organization, type OrganizationQuery, type Settings } from '@seatkit/sdk/contract';
import type { Context, OrganizationRow } from '../context.ts';
import { type Page, readPage } from '../db/paging.ts';
import { versioned } from '../versions.ts';

export interface StoredOrganization extends Omit<OrganizationRow, 'features' | 'settings'> {
  readonly features: string;
  readonly settings: string;
}

const defaultSettings: Settings = { invitationDays: 14, attachKnown: false };
const defaultFeatures = Object.fromEntries(featureNames.map((name) => [name, true])) as Features;

/** What is stored overrides the defaults, so that a setting added later has its default in old rows too. */
export function toOrganizationRow(row: StoredOrganization): OrganizationRow {
  const { id, key, name, locale, version, createdAt } = row;
  return {
    id,
    key,
    name,
    locale,
    features: { ...defaultFeatures, ...(JSON.parse(row.features) as Partial<Features>) },
    settings: { ...defaultSettings, ...(JSON.parse(row.settings) as Partial<Settings>) },
    version: Number(version),
    createdAt,
  };
}

export function toOrganization({ version, ...organization }: OrganizationRow): Organization {
  return versioned(organization, version);
}

export async function findOrganization(ctx: Context, by: { id: string } | { key: string }): Promise<OrganizationRow | null> {
  const row = (await ctx.db(ctx.tables.organizations).where(by).first()) as StoredOrganization | undefined;
  return row ? toOrganizationRow(row) : null;
}

export async function listOrganizationRows(ctx: Context, query: OrganizationQuery): Promise<Page<OrganizationRow>> {
  const rows = ctx.db(ctx.tables.organizations).where(query.key === undefined ? {} : { key: query.key });
  const page = await readPage<StoredOrganization>(ctx, rows, { order: { column: 'id', direction: 'asc' }, ...query });
  return { ...page, items: page.items.map(toOrganizationRow) };
}

export async function tryInsertOrganization(ctx: Context, row: OrganizationRow): Promise<boolean> {
  return ctx.dialect.tryInsert(ctx.db, ctx.tables.organizations, {
    ...row,
    features: JSON.stringify(row.features),
    settings: JSON.stringify(row.settings),
    adminCount: 0,
  });
}

/** Writes the changes if the row still has the version that was read; answers whether it had. */
export async function tryUpdateOrganization(
  ctx: Context,
  row: OrganizationRow,
  changes: Partial<Pick<OrganizationRow, 'name' | 'locale' | 'features' | 'settings'>>,
): Promise<boolean> {
  const { features, settings, ...rest } = changes;
  const changed = await ctx
    .db(ctx.tables.organizations)
    .where({ id: row.id, version: row.version })
    .update({
      ...rest,
      ...(features ? { features: JSON.stringify(features) } : {}),
      ...(settings ? { settings: JSON.stringify(settings) } : {}),
      version: row.version + 1,
    });
  return changed === 1;
}

/** One admin more. */
export async function addAdmin(ctx: Context, organizationId: string): Promise<void> {
  await ctx.db(ctx.tables.organizations).where({ id: organizationId }).increment('adminCount', 1);
}

/** One active admin less, unless it is the last one: the condition is part of the update, so two admins cannot demote each other. */
export async function tryRemoveAdmin(ctx: Context, organizationId: string): Promise<boolean> {
  const changed = await ctx
    .db(ctx.tables.organizations)
    .where({ id: organizationId })
    .where('adminCount', '>', 1)
    .decrement('adminCount', 1);
  return changed === 1;
}
