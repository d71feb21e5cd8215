import { asSystem } from '../access.ts';
import type { Context, OrgContext } from '../context.ts';
import { DomainError } from '../errors.ts';
import { findOrganization } from '../organizations/organizations.table.ts';
import { useSeat } from './seats.service.ts';

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

/** Stamps the first use of seats that have none yet, as `useSeat` does. */
export async function stampFirstUse(ctx: Context, seats: readonly OpenSeat[]): Promise<void> {
  for (const { seatId, organizationId } of seats) {
    const organization = await findOrganization(ctx, { id: organizationId });
    if (organization) await useOpenSeat(asSystem(ctx, organization), seatId);
  }
}

/** A seat that ended at this very moment is nothing to stamp. */
async function useOpenSeat(ctx: OrgContext, seatId: string): Promise<void> {
  try {
    await useSeat(ctx, seatId);
  } catch (error) {
    if (!(error instanceof DomainError && (error.code === 'seat_not_live' || error.code === 'not_found'))) throw error;
  }
}
