import type { Member, Page, Total } from '@seatkit/sdk';
import type { Standing } from '../clients.ts';
import type { MemberPages } from './member-pages.ts';

/** Where the rows of one question come from, until `signal` says that something else is asked. */
export interface Source {
  readonly standing: Standing;
  readonly signal: AbortSignal;
  /** Reads the rows after a place; null is the beginning. */
  read(cursor: string | null, limit: number): Promise<Page<Member>>;
}

/** The rows of the list, as far as they are known. */
export type Rows = FirstRows | MemberPages;

export const firstRead = 50;

/** The first page, which is all there is until somebody scrolls or walks on. */
export class FirstRows {
  readonly source: Source;
  readonly page: Page<Member>;

  constructor(source: Source, page: Page<Member>) {
    this.source = source;
    this.page = page;
  }

  get total(): Total {
    return this.page.total;
  }

  /** How many rows to make room for. */
  get size(): number {
    return sizeOf(this.page.items.length, this.page.next, this.total);
  }

  /** The row at a place, if it is held. */
  at(index: number): Member | undefined {
    return this.page.items[index];
  }
}

/** All rows when their number is known, else at least one more than have been read. */
export function sizeOf(known: number, next: string | null, total: Total): number {
  return next === null ? known : Math.max(known + 1, typeof total === 'number' ? total : total.atLeast);
}
