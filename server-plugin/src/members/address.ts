import type { Knex } from 'knex';
import type { OrgContext } from '../context.ts';
import { addAudit, callHook } from '../effects.ts';
import { fail } from '../errors.ts';
import { queueMail } from '../outbox/queue-mail.ts';
import { queueSignOut } from '../outbox/queue-sign-out.ts';
import { poolFacts } from '../pools/pool-facts.ts';
import { findLiveSeats } from '../seats/seats.table.ts';
import { parseAddress } from '../text.ts';
import { ownsAccount } from './account.ts';
import { derivedColumns, findMemberRow, type MemberRow, updateMemberRow } from './members.table.ts';

/**
 * Changes the address under the same member id. Of somebody who has joined it is the sign-in address, so it needs the right to the account and
 * both addresses are told; of somebody pending, `rotate` makes a new link and sends it to the new address.
 */
export async function changeAddress(
  ctx: OrgContext,
  member: MemberRow,
  text: string,
  rotate: (ctx: OrgContext, member: MemberRow) => Promise<void>,
): Promise<MemberRow> {
  const address = parseAddress(text);
  if (!address)
    return fail('invalid_email', `“${text}” is not an e-mail address.`, {
      fields: [{ path: 'email', message: 'is not an e-mail address' }],
    });
  if (address.email === member.email) return member;
  const rival = await findMemberRow(ctx, { organizationId: ctx.organization.id, emailKey: address.key });
  if (rival && rival.id !== member.id) failTaken();
  if (member.userId !== null) await moveSignIn(ctx, member, address.email);
  else await requireUnboundSeats(ctx, member);
  const { email } = address;
  const next = await updateMemberRow(ctx, member, { email, ...derivedColumns({ ...member, email }) });
  addAudit(ctx, 'member.address_changed', member.id);
  if (member.userId === null) await rotate(ctx, next);
  else {
    // With what the mail needs of the person, who may be removed before it leaves: the owner of the old address has to hear of it all the same.
    const { firstName, lastName, locale } = member;
    const data = { oldEmail: member.email, newEmail: address.email, firstName, lastName, ...(locale ? { locale } : {}) };
    for (const to of [member.email, address.email])
      queueMail(ctx, { template: 'address_changed', memberId: member.id, email: to, to, data, unlimited: to === member.email });
    // Whoever is signed in to the account was there under the old address.
    queueSignOut(ctx, member.id, member.userId);
  }
  return next;
}

/** Only the new address signs in afterwards: the host's own row changes in this transaction. */
async function moveSignIn(ctx: OrgContext, member: MemberRow, email: string): Promise<void> {
  const { updateUser } = ctx.host.options;
  if (!updateUser || !(await ownsAccount(ctx, member))) {
    fail('account_not_yours', 'The sign-in address belongs to the person, who changes it in their own account.');
  }
  const key = parseAddress(email)!.key;
  const accounts = (await ctx.host.findUsersByAddress(ctx.db, [key])).get(key) ?? [];
  if (accounts.some((user) => user.id !== member.userId)) failTaken();
  await callHook('updateUser', () => updateUser(member.userId!, { email, verified: false }, { trx: ctx.db as Knex.Transaction }));
}

/** A consumed seat is bound to its person; under another address it would be handed on to somebody else for nothing. */
async function requireUnboundSeats(ctx: OrgContext, member: MemberRow): Promise<void> {
  const bound = (await findLiveSeats(ctx, member.id)).find(({ seat }) => seat.status === 'consumed' || seat.consumedBefore === 1);
  if (bound)
    fail(
      'seat_bound',
      `A seat of ${bound.pool.name} is bound to this person. Revoke the invitation and invite the other address instead.`,
      poolFacts(bound.pool),
    );
}

function failTaken(): never {
  return fail('address_taken', 'This address is already used by somebody else.', {
    fields: [{ path: 'email', message: 'is already used' }],
  });
}
