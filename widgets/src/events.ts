import type { Invitation, InvitationResult, Member, NewInvitations, Relation } from '@seatkit/sdk';

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

/** People are about to be invited: whom, what they get, the message, and whether the mail is held. */
export class SeatkitBeforeInviteEvent extends SeatkitBeforeEvent {
  /** What will be sent to the server. */
  readonly request: NewInvitations;
  constructor(request: NewInvitations) {
    super('seatkit-before-invite');
    this.request = request;
  }
}

/** People were invited: the server has answered, and these are the rows it did not refuse. */
export class SeatkitInvitedEvent extends Event {
  /** What became of each person; without those whom the server refused. */
  readonly results: readonly InvitationResult[];
  constructor(results: readonly InvitationResult[]) {
    super('seatkit-invited', passes);
    this.results = results;
  }
}

/** What the invite dialog does to invitations that are there: sends their held mail, or takes back those it has just made. */
export type InvitationsChange = 'sent' | 'revoked';

/** Invitations are about to be sent or taken back together. */
export class SeatkitBeforeInvitationsChangeEvent extends SeatkitBeforeEvent {
  /** What is about to be done. */
  readonly change: InvitationsChange;
  /** The invitations as they are. */
  readonly invitations: readonly Invitation[];
  constructor(change: InvitationsChange, invitations: readonly Invitation[]) {
    super('seatkit-before-invitations-change');
    this.change = change;
    this.invitations = invitations;
  }
}

/** Invitations were sent or taken back together. */
export class SeatkitInvitationsChangedEvent extends Event {
  /** What was done. */
  readonly change: InvitationsChange;
  /** The invitations as they were before; without those with which it failed. */
  readonly invitations: readonly Invitation[];
  constructor(change: InvitationsChange, invitations: readonly Invitation[]) {
    super('seatkit-invitations-changed', passes);
    this.change = change;
    this.invitations = invitations;
  }
}

/** What the member list can do to somebody. */
export type MemberChange =
  | 'deactivated'
  | 'reactivated'
  | 'removed'
  | 'sent'
  | 'revoked'
  | 'link'
  | 'role'
  | 'profile'
  | 'groups'
  | 'seats';

/** A member is about to be changed; `change` says to what. */
export class SeatkitBeforeMemberChangeEvent extends SeatkitBeforeEvent {
  /** What is about to be done. */
  readonly change: MemberChange;
  /** The member as they are. */
  readonly member: Member;
  constructor(change: MemberChange, member: Member) {
    super('seatkit-before-member-change');
    this.change = change;
    this.member = member;
  }
}

/** A member was changed in the list. */
export class SeatkitMemberChangedEvent extends Event {
  /** What was done. */
  readonly change: MemberChange;
  /** The member as they were before. */
  readonly member: Member;
  constructor(change: MemberChange, member: Member) {
    super('seatkit-member-changed', passes);
    this.change = change;
    this.member = member;
  }
}

/** What the group manager can do to a group; `people`: to somebody in it. */
export type GroupSaved = 'created' | 'renamed' | 'archived' | 'restored' | 'removed' | 'people';

/** How somebody stands in a group from now on; without relations, not any more. */
export interface GroupPersonSaved {
  readonly memberId: string;
  readonly relations: readonly Relation[];
  readonly mayManagePeople: boolean;
  /** The group that the person leaves for this one. */
  readonly movedFrom?: string;
}

/** A group, or who is in it, is about to be changed. */
export class SeatkitBeforeGroupSaveEvent extends SeatkitBeforeEvent {
  /** What is about to be done. */
  readonly change: GroupSaved;
  /** The group; empty when it is to be created. */
  readonly groupId: string;
  /** The name that the group gets or has. */
  readonly name: string;
  /** When `change` is `people`: who, and how they stand from now on. */
  readonly person: GroupPersonSaved | null;
  constructor(change: GroupSaved, groupId: string, name: string, person: GroupPersonSaved | null = null) {
    super('seatkit-before-group-save');
    this.change = change;
    this.groupId = groupId;
    this.name = name;
    this.person = person;
  }
}

/** A group, or who is in it, was changed. */
export class SeatkitGroupSavedEvent extends Event {
  /** What was done. */
  readonly change: GroupSaved;
  /** The group. */
  readonly groupId: string;
  /** When `change` is `people`: who, and how they stand from now on. */
  readonly person: GroupPersonSaved | null;
  constructor(change: GroupSaved, groupId: string, person: GroupPersonSaved | null = null) {
    super('seatkit-group-saved', passes);
    this.change = change;
    this.groupId = groupId;
    this.person = person;
  }
}

/** Somebody pressed "Get more seats". The page opens its shop; the widgets do nothing else. */
export class SeatkitGetSeatsEvent extends Event {
  /** The pool that more is wanted of. */
  readonly poolId: string;
  /** What it holds seats of, by the host's own name. */
  readonly product: string;
  constructor(poolId: string, product: string) {
    super('seatkit-get-seats', passes);
    this.poolId = poolId;
    this.product = product;
  }
}

/** A call failed. The widget has already said so in a sentence; this is for the page's own log. */
export class SeatkitErrorEvent extends Event {
  /** A `SeatkitError`, whose `code` says what was wrong, or whatever else was thrown. */
  readonly error: unknown;
  constructor(error: unknown) {
    super('seatkit-error', passes);
    this.error = error;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'seatkit-before-invite': SeatkitBeforeInviteEvent;
    'seatkit-invited': SeatkitInvitedEvent;
    'seatkit-before-invitations-change': SeatkitBeforeInvitationsChangeEvent;
    'seatkit-invitations-changed': SeatkitInvitationsChangedEvent;
    'seatkit-before-member-change': SeatkitBeforeMemberChangeEvent;
    'seatkit-member-changed': SeatkitMemberChangedEvent;
    'seatkit-before-group-save': SeatkitBeforeGroupSaveEvent;
    'seatkit-group-saved': SeatkitGroupSavedEvent;
    'seatkit-get-seats': SeatkitGetSeatsEvent;
    'seatkit-error': SeatkitErrorEvent;
  }
}
