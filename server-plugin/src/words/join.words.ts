/** What the pages speak of. */
export interface PageFacts {
  readonly site: string;
  /** Empty on pages that know of no invitation. */
  readonly organization: string;
  /** Who invited; null when it was the operator or a program. */
  readonly inviter: string | null;
  /** The address of the signed-in account. */
  readonly email: string;
}

/** One page: a heading and paragraphs. */
export interface PageWords {
  title(facts: PageFacts): string;
  lines(facts: PageFacts): readonly string[];
}

/** A page with a button of its own. */
export interface ButtonPageWords extends PageWords {
  readonly button: string;
}

type ButtonPageName = 'offer' | 'offerSignedIn' | 'signIn' | 'joined' | 'closed';
type PlainPageName =
  | 'claimGone'
  | 'newLink'
  | 'otherAccount'
  | 'unverified'
  | 'severalAccounts'
  | 'alreadyMember'
  | 'refused'
  | 'busy'
  | 'foreign'
  | 'hostFailed'
  | 'unavailable'
  | 'failed';

/** Every page an invitee can meet. */
export type PageName = ButtonPageName | PlainPageName;

/** Everything that the join pages say in one language. */
export interface JoinWords extends Readonly<Record<ButtonPageName, ButtonPageWords>>, Readonly<Record<PlainPageName, PageWords>> {
  /** Above the names of the products. */
  readonly products: string;
  /** The link to the host's home page. */
  readonly home: string;
}
