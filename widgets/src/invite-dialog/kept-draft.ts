import { emptyOffer, type Offer } from './offer.ts';
import { type Person, personOf } from './person.ts';

/** What somebody has typed and chosen. */
export interface Typed {
  readonly people: readonly Person[];
  /** What still stands in the field. */
  readonly text: string;
  readonly offer: Offer;
}

/** What was typed before the page went away. */
export interface Kept extends Typed {
  /** When it was last changed, ISO 8601. */
  readonly at: string;
}

/**
 * Keeps what is typed over a reload or a crash: in this tab only, for one organization and one caller, and not longer than it is needed. Where the
 * browser denies storage nothing is kept, and everything else works.
 */
export class KeptDraft {
  readonly name: string;
  #written = '';

  constructor(baseUrl: string, organizationId: string, callerId: string) {
    this.name = `seatkit:invite:${new URL(baseUrl, document.baseURI).href}:${organizationId}:${callerId}`;
  }

  /** What was kept, if anything. */
  read(): Kept | undefined {
    return attempt(() => {
      const { at, people, text, offer } = JSON.parse(sessionStorage.getItem(this.name) ?? 'null') as Kept;
      // Whatever else has come to lie there, from an older version or somebody's hand, is not taken.
      if (Number.isNaN(Date.parse(at)) || !isLike(example, offer)) return undefined;
      return { at: String(at), people: people.map(personOf), text: String(text), offer };
    });
  }

  /** Keeps what is typed now. Null: nothing is, so what was kept from here goes. */
  keep(typed: Typed | null): void {
    if (!typed) {
      if (this.#written) this.remove();
      return;
    }
    const { people, text, offer } = typed;
    const stored: Omit<Kept, 'at'> = { people: people.map(personOf), text, offer };
    const written = JSON.stringify(stored);
    if (written === this.#written) return;
    this.#written = written;
    attempt(() => sessionStorage.setItem(this.name, JSON.stringify({ at: new Date().toISOString(), ...stored })));
  }

  remove(): void {
    this.#written = '';
    attempt(() => sessionStorage.removeItem(this.name));
  }
}

/** An offer with one of everything that can be in it. */
const example: Offer = {
  ...emptyOffer(),
  groups: [{ groupId: '', relation: 'member', mayManagePeople: false }],
  profileIds: [''],
  poolIds: [''],
};

/** Whether a value is made as the example is: the items of a list as its only one, an object with the same fields. */
function isLike(example: unknown, value: unknown): boolean {
  if (Array.isArray(example)) return Array.isArray(value) && value.every((item) => isLike(example[0], item));
  if (typeof example !== 'object') return typeof value === typeof example;
  return Object.entries(example as object).every(([field, one]) => isLike(one, (value as Record<string, unknown> | null)?.[field]));
}

/** Storage may be denied or full, and what it holds may be anybody's: either way there is no draft, and that is all. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
