import type { FindMembers, FoundMembers, Member, MemberName } from '@seatkit/sdk/contract';
import type { OrgContext } from '../context.ts';
import { parseAddress } from '../text.ts';
import { findMemberRowsByAddress, toMemberName, toMembers } from './members.table.ts';
import { whomMaySee } from './require-member.ts';

/** Who is behind these addresses: whom the caller sees, as a whole; anybody else of the organization by name. */
export async function findMembers(ctx: OrgContext, { emails }: FindMembers): Promise<FoundMembers> {
  const asked = emails.flatMap((email) => {
    const key = parseAddress(email)?.key;
    return key === undefined ? [] : [{ email, key }];
  });
  const rows = await findMemberRowsByAddress(ctx, [...new Set(asked.map(({ key }) => key))]);
  const visible = await whomMaySee(
    ctx,
    rows.map(({ id }) => id),
  );
  const members = await toMembers(
    ctx,
    rows.filter(({ id }) => visible.has(id)),
  );
  const whole = new Map(members.map((member) => [member.id, member]));
  const byKey = new Map<string, Member | MemberName>(rows.map((row) => [row.emailKey, whole.get(row.id) ?? toMemberName(row)]));
  return {
    results: asked.flatMap(({ email, key }) => {
      const member = byKey.get(key);
      return member ? [{ email, member }] : [];
    }),
  };
}
