import type { Token } from '@seatkit/sdk/contract';
import type { Actor, Context } from './context.ts';
import { addAudit } from './effects.ts';
import { fail } from './errors.ts';
import { hashOf, later, newId, newSecret, SECOND, sameText } from './ids.ts';

/** Makes an operator key. It is returned once; only its hash is kept. */
export async function insertOperatorKey(ctx: Context, label: string): Promise<string> {
  if (ctx.host.options.operatorKey !== undefined)
    fail('invalid', 'The option operatorKey is given, so no other key is accepted. Take it out first.');
  if (label.length > 100) fail('invalid', 'The label is longer than 100 characters.');
  const key = newSecret('sk_operator');
  addAudit(ctx, 'operator_key.created', 'operator', { label });
  await insert(ctx, { kind: 'operator', secret: key, label, organizationId: null, memberId: null, expiresAt: null });
  return key;
}

/** Shuts every operator key of a label; answers how many there were. */
export async function revokeOperatorKeys(ctx: Context, label: string): Promise<number> {
  const shut = await ctx
    .db(ctx.tables.credentials)
    .where({ kind: 'operator', label })
    .whereNull('revokedAt')
    .update({ revokedAt: ctx.now });
  if (shut > 0) addAudit(ctx, 'operator_key.shut', 'operator', { label, keys: shut });
  return shut;
}

/** Makes a widget token for one member of one organization. */
export async function insertWidgetToken(
  ctx: Context,
  { organizationId, memberId, ttlSeconds }: { organizationId: string; memberId: string; ttlSeconds: number },
): Promise<Token> {
  const token = newSecret('sk_widget');
  const expiresAt = later(ctx.now, ttlSeconds * SECOND);
  await insert(ctx, { kind: 'widget', secret: token, label: null, organizationId, memberId, expiresAt });
  return { token, expiresAt };
}

/** Who a bearer secret belongs to, or null. What the member may do is read anew with every request, so deactivation shuts a token out at once. */
export async function findBearer(ctx: Context, secret: string): Promise<Actor | null> {
  const { operatorKey } = ctx.host.options;
  if (operatorKey !== undefined && sameText(secret, operatorKey)) return { kind: 'operator', label: 'configured key' };
  const row = (await ctx
    .db(ctx.tables.credentials)
    .where({ hash: hashOf(secret) })
    .whereNull('revokedAt')
    .first()) as Credential | undefined;
  if (!row || (row.expiresAt !== null && row.expiresAt <= ctx.now)) return null;
  if (row.kind === 'operator') return operatorKey === undefined ? { kind: 'operator', label: row.label } : null;
  return { kind: 'person', userId: null, memberId: row.memberId, organizationId: row.organizationId };
}

/** Forgets widget tokens that ran out. */
export async function deleteExpiredTokens(ctx: Context): Promise<void> {
  await ctx.db(ctx.tables.credentials).where({ kind: 'widget' }).where('expiresAt', '<', ctx.now).delete();
}

/** Whom a secret belongs to: the operator, by a label, or one member of one organization. */
type Credential = { readonly expiresAt: string | null } & (
  | { readonly kind: 'operator'; readonly label: string; readonly organizationId: null; readonly memberId: null }
  | { readonly kind: 'widget'; readonly label: null; readonly organizationId: string; readonly memberId: string }
);

async function insert(ctx: Context, credential: Credential & { readonly secret: string }): Promise<void> {
  const { secret, ...rest } = credential;
  await ctx.db(ctx.tables.credentials).insert({ id: newId(), ...rest, hash: hashOf(secret), createdAt: ctx.now, revokedAt: null });
}
