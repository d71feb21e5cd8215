import { type NewInvitation, nameText } from '@seatkit/sdk/contract';
import type { OrgContext } from '../context.ts';
import { addAudit } from '../effects.ts';
import { fail } from '../errors.ts';
import { newId } from '../ids.ts';
import { findFormerId, welcomeBack } from '../members/former-members.table.ts';
import {
  copyOf,
  derivedColumns,
  findMemberRow,
  lockMember,
  type MemberRow,
  seenSortOf,
  tryInsertMember,
  updateMemberRow,
} from '../members/members.table.ts';
import type { HostUser } from '../options.ts';
import { addAdmin } from '../organizations/organizations.table.ts';
import { queueMail } from '../outbox/queue-mail.ts';
import type { Address } from '../text.ts';
import type { HostReadings } from './host-readings.ts';
import { groupIdsOf, type Wanted } from './wanted.ts';

/** Whom a row is about: as it was typed, and the account that the host has of this address. */
export interface Invitee {
  readonly person: NewInvitation;
  readonly address: Address;
  readonly names: { readonly firstName: string; readonly lastName: string };
  readonly account: HostUser | null;
}

/** A first or last name as it is kept; empty when there is none. */
export function requireName(text: string | undefined, what: string): string {
  if (text === undefined || text.trim() === '') return '';
  const parsed = nameText(100).safeParse(text);
  return parsed.success ? parsed.data : fail('invalid_name', `The ${what} ${parsed.error.issues[0]!.message}.`);
}

/** The one account of an address, if there is any. */
export function accountOf({ accounts }: HostReadings, address: Address): HostUser | null {
  const found = accounts.get(address.key) ?? [];
  if (found.length > 1)
    fail('several_accounts', 'Several accounts of the platform use this address. Ask its support to put that right first.');
  return found[0] ?? null;
}

/** Somebody invited, whose row is this transaction's from now on. */
export interface Found {
  readonly member: MemberRow;
  readonly isNew: boolean;
  /** New, and not back under a former id: nothing of theirs is here from earlier. */
  readonly isStranger: boolean;
}

/** The member of this address or host account, or a new one. The row is written either way, so everything else about this person waits. */
export async function findOrInsert(ctx: OrgContext, invitee: Invitee, wanted: Wanted, delivery: 'now' | 'hold'): Promise<Found> {
  const { person, address, account } = invitee;
  const organizationId = ctx.organization.id;
  const known = account === null ? null : await findMemberRow(ctx, { organizationId, userId: account.id });
  if (!known) {
    if (person.externalId !== undefined) await requireFreeExternalId(ctx, person.externalId, address);
    // Whoever is held gets no mail and no access before somebody sends it.
    const joinsAtOnce = delivery === 'now' && account?.verified === true && account.active && ctx.organization.settings.attachKnown;
    const formerId = await findFormerId(ctx, organizationId, address.key, account?.id ?? null);
    const isStranger = formerId === null;
    const row = newMemberRow(ctx, formerId ?? newId(), invitee, delivery);
    const member = joinsAtOnce ? { ...row, ...copyOf(account, row), status: 'active' as const, userId: account.id } : row;
    if (await tryInsertMember(ctx, member, isStranger ? groupIdsOf(wanted) : [])) {
      if (!isStranger) await welcomeBack(ctx, member);
      if (joinsAtOnce && member.role === 'admin') await addAdmin(ctx, organizationId);
      addAudit(ctx, joinsAtOnce ? 'member.joined' : 'member.invited', member.id, { role: member.role });
      return { member, isNew: true, isStranger };
    }
  }
  const present = known ?? (await findMemberRow(ctx, { organizationId, emailKey: address.key }));
  if (!present) return fail('conflict', 'The person was added or removed at this moment. Send it again.', { retry: true });
  const member = await lockMember(ctx, present.id);
  const same = member !== null && (member.emailKey === address.key || (account !== null && member.userId === account.id));
  if (!same) fail('conflict', 'The person was changed or removed at this moment. Send it again.', { retry: true });
  return { member, isNew: false, isStranger: false };
}

async function requireFreeExternalId(ctx: OrgContext, externalId: string, address: Address): Promise<void> {
  const holder = await findMemberRow(ctx, { organizationId: ctx.organization.id, externalId });
  if (holder && holder.emailKey !== address.key) fail('external_id_taken', 'Another member already has this external id.');
}

function newMemberRow(ctx: OrgContext, id: string, { person, address, names }: Invitee, delivery: 'now' | 'hold'): MemberRow {
  const who = { id, email: address.email, ...names };
  return {
    ...who,
    ...derivedColumns(who),
    organizationId: ctx.organization.id,
    userId: null,
    salutation: null,
    seenSort: seenSortOf(null, id),
    status: delivery === 'hold' ? 'staged' : 'invited',
    role: person.role ?? 'member',
    locale: person.locale ?? null,
    externalId: person.externalId ?? null,
    lmsUserId: null,
    lastSeenAt: null,
    createdAccount: 0,
    collision: 0,
    ownName: 0,
    managedBy: 'manual',
    version: 1,
    createdAt: ctx.now,
    deactivatedAt: null,
    messagedAt: null,
  };
}

/** What an invitation adds to somebody who is already here: more rights and what was missing, never less. Answers the same row when nothing was. */
export async function addToPresent(ctx: OrgContext, member: MemberRow, { person, names }: Invitee): Promise<MemberRow> {
  const admin = person.role === 'admin' && member.role !== 'admin';
  const pending = member.userId === null;
  const fill = {
    ...(admin ? { role: 'admin' as const } : {}),
    ...(person.locale !== undefined && member.locale === null ? { locale: person.locale } : {}),
    ...(person.externalId !== undefined && member.externalId === null ? { externalId: person.externalId } : {}),
    ...(pending && member.firstName === '' && names.firstName !== '' ? { firstName: names.firstName } : {}),
    ...(pending && member.lastName === '' && names.lastName !== '' ? { lastName: names.lastName } : {}),
  };
  if (Object.keys(fill).length === 0) return member;
  if (fill.externalId !== undefined) await requireFreeExternalId(ctx, fill.externalId, { email: member.email, key: member.emailKey });
  const renamed = fill.firstName !== undefined || fill.lastName !== undefined;
  const changes = renamed ? { ...fill, nameSort: derivedColumns({ ...member, ...fill }).nameSort } : fill;
  const next = await updateMemberRow(ctx, member, changes);
  addAudit(ctx, 'member.changed', member.id, { fields: Object.keys(fill) });
  if (admin && member.status === 'active') {
    await addAdmin(ctx, ctx.organization.id);
    queueMail(ctx, { template: 'admin_granted', memberId: member.id, email: member.email });
  }
  return next;
}
