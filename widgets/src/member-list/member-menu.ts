import type { Member } from '@seatkit/sdk';
import type { Standing } from '../clients.ts';
import type { DepartureKind } from '../parts/departure.ts';
import type { MenuItem } from '../parts/menu.ts';
import { mayActOn } from '../parts/rights.ts';
import type { MemberWords } from '../words/member.ts';

/** What the row menu can do. */
export interface MemberActs {
  open(member: Member): void;
  copyLink(member: Member): void;
  setRole(member: Member, role: Member['role']): void;
  reactivate(member: Member): void;
  send(member: Member, invitationId: string): void;
  leave(member: Member, kind: Exclude<DepartureKind, 'group'>): void;
}

/** The lines of one member's menu: only what is possible in this status and allowed to this caller. */
export function menuOf(words: MemberWords, member: Member, standing: Standing, acts: MemberActs): (MenuItem | null)[] {
  const admin = standing.may('manageMembers');
  const owns = mayActOn(standing, member);
  const { status, invitation } = member;
  const items: (MenuItem | null)[] = [{ label: words.details, icon: 'pen', run: () => acts.open(member) }, null];

  if ((status === 'invited' || status === 'staged') && invitation && standing.may('invite') && owns) {
    const label = status === 'staged' ? words.sendNow : words.sendAgain;
    items.push({ label, icon: 'mail', run: () => acts.send(member, invitation.id) });
    if (admin && status === 'invited') items.push({ label: words.copyLink, icon: 'copy', run: () => acts.copyLink(member) });
    items.push({ label: words.revoke, icon: 'undo', danger: true, run: () => acts.leave(member, 'revoke') });
  }
  if (status === 'deactivated' && standing.may('deactivate') && owns) {
    items.push({ label: words.reactivate, icon: 'check', run: () => acts.reactivate(member) });
  }
  if (admin && status !== 'deactivated' && status !== 'anonymized') {
    const other = member.role === 'admin' ? 'member' : 'admin';
    items.push(null, {
      label: other === 'admin' ? words.makeAdmin : words.makeMember,
      icon: 'key',
      run: () => acts.setRole(member, other),
    });
  }
  if (status === 'active' && standing.may('deactivate') && owns) {
    items.push(null, { label: words.deactivate, icon: 'off', danger: true, run: () => acts.leave(member, 'deactivate') });
  }
  // Whoever has not joined is taken out by revoking the invitation.
  if (admin && (status === 'active' || status === 'deactivated')) {
    items.push({ label: words.removeFromOrganization, icon: 'bin', danger: true, run: () => acts.leave(member, 'remove') });
  }
  return items;
}
