import { asSystem } from '../access.ts';
import type { Context } from '../context.ts';
import { addAudit } from '../effects.ts';
import { findOrganization } from '../organizations/organizations.table.ts';

interface OpenSeat {
  readonly seatId: string;
  readonly organizationId: string;
  readonly firstUsedAt: string | null;
}

/** The assigned seats that open a product for a host account now, in all organizations or in the one the host's session is limited to. */
export async function findOpenSeats(ctx: Context, userId: string, product: string, organizationKey?: string): Promise<OpenSeat[]> {
  const { db, tables } = ctx;
  const query = db({ m: tables.members, s: tables.seats, p: tables.pools })
    .select({ seatId: 's.id', organizationId: 's.organizationId', firstUsedAt: 's.firstUsedAt' })
    .where('m.userId', userId)
    .where('m.status', 'active')
    .where('s.memberId', db.ref('m.id'))
    .where({ 's.live': 1, 's.status': 'assigned' })
    .where('p.id', db.ref('s.poolId'))
    .where('p.product', product)
    .where((open) => void open.whereNull('p.startsAt').orWhere('p.startsAt', '<=', ctx.now))
    .where((open) => void open.whereNull('p.endsAt').orWhere('p.endsAt', '>', ctx.now));
  if (organizationKey !== undefined)
    query.whereIn('m.organizationId', db(tables.organizations).select('id').where({ key: organizationKey }));
  return (await query) as OpenSeat[];
}

/** Stamps the first use of seats that have none yet. */
export async function stampFirstUse(ctx: Context, seats: readonly OpenSeat[]): Promise<void> {
  for (const seat of seats) {
    const changed = await ctx
      .db(ctx.tables.seats)
      .where({ id: seat.seatId, status: 'assigned' })
      .whereNull('firstUsedAt')
      .update({ firstUsedAt: ctx.now });
    const organization = changed === 1 ? await findOrganization(ctx, { id: seat.organizationId }) : null;
    if (organization) addAudit(asSystem(ctx, organization), 'seat.used', seat.seatId);
  }
}
