import type { InvitationResult, Member } from '@seatkit/sdk';

const passes = { bubbles: true, composed: true };

/**
 * Right before a change is sent to the server, after the widget has asked what it asks. `preventDefault()` keeps it from happening:
 * nothing is sent or said, a question is closed, and what was typed in a form stays. Each kind of change has a class of its own.
 */
export abstract class SeatkitBeforeEvent extends Event {
  constructor(type: `seatkit-before-${string}`) {
    super(type, { ...passes, cancelable: true });
  }
}

/** People were invited: the server has answered, and these are the rows it did not refuse. */
export class SeatkitInvitedEvent extends Event {
  readonly results: readonly InvitationResult[];
  constructor(results: readonly InvitationResult[]) {
    super('seatkit-invited', passes);
    this.results = results;
  }
}

/** What the member list can do to somebody. */
export type MemberChange = 'deactivated' | 'reactivated' | 'sent' | 'revoked' | 'role' | 'removed';

/** A member is about to be changed; `change` says to what. */
export class SeatkitBeforeMemberChangeEvent extends SeatkitBeforeEvent {
  readonly change: MemberChange;
  readonly member: Member;
  constructor(change: MemberChange, member: Member) {
    super('seatkit-before-member-change');
    this.change = change;
    this.member = member;
  }
}

/** A member was changed from the row menu. The member is as it was before. */
export class SeatkitMemberChangedEvent extends Event {
  readonly change: MemberChange;
  readonly member: Member;
  constructor(change: MemberChange, member: Member) {
    super('seatkit-member-changed', passes);
    this.change = change;
    this.member = member;
  }
}

/** What the group manager can do to a group. */
export type GroupSaved = 'created' | 'renamed' | 'removed' | 'people';

/** A group, or who is in it, was changed. */
export class SeatkitGroupSavedEvent extends Event {
  readonly change: GroupSaved;
  readonly groupId: string;
  constructor(change: GroupSaved, groupId: string) {
    super('seatkit-group-saved', passes);
    this.change = change;
    this.groupId = groupId;
  }
}

/** Somebody pressed "Get more seats". The page opens its shop; the widgets do nothing else. */
export class SeatkitGetSeatsEvent extends Event {
  readonly poolId: string;
  readonly product: string;
  constructor(poolId: string, product: string) {
    super('seatkit-get-seats', passes);
    this.poolId = poolId;
    this.product = product;
  }
}

/** A call failed. The widget has already said so in a sentence; this is for the page's own log. */
export class SeatkitErrorEvent extends Event {
  readonly error: unknown;
  constructor(error: unknown) {
    super('seatkit-error', passes);
    this.error = error;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'seatkit-invited': SeatkitInvitedEvent;
    'seatkit-before-member-change': SeatkitBeforeMemberChangeEvent;
    'seatkit-member-changed': SeatkitMemberChangedEvent;
    'seatkit-group-saved': SeatkitGroupSavedEvent;
    'seatkit-get-seats': SeatkitGetSeatsEvent;
    'seatkit-error': SeatkitErrorEvent;
  }
}
