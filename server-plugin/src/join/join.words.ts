import type { MailLanguage } from '../outbox/mails/words.ts';
import { de, deInformal } from './words.de.ts';
import { en } from './words.en.ts';

/** What the pages speak of. */
export interface PageFacts {
  readonly site: string;
  readonly organization: string;
  readonly inviter: string | null;
  /** The address of the signed-in account. */
  readonly email: string;
}

/** One page: a heading, paragraphs, and the label of its one button, if it has any. */
export interface PageWords {
  readonly title: (facts: PageFacts) => string;
  readonly lines: (facts: PageFacts) => readonly string[];
  readonly button?: string;
}

/** Every page an invitee can meet. */
export type PageName =
  | 'offer'
  | 'offerSignedIn'
  | 'signIn'
  | 'joined'
  | 'closed'
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

export interface JoinWords extends Readonly<Record<PageName, PageWords>> {
  /** Above the names of the products. */
  readonly products: string;
  readonly home: string;
}

/** The words of the join pages. A page that knows nobody speaks formally. */
export const joinWords: Readonly<Record<MailLanguage, JoinWords>> = { en, de, 'de-informal': deInformal };
