import type { Member, Page, Total } from '@seatkit/sdk';
import { type FirstRows, type Source, sizeOf } from './rows.ts';

/** Rows that were read together. `items` are forgotten when they are far from what is looked at: their place is enough to read them again. */
interface Block {
  readonly cursor: string | null;
  readonly items: readonly Member[] | null;
  readonly count: number;
  /** Shown until they have been read again. */
  readonly stale?: boolean;
}

const nextReads = 100;
const most = 200;
/** How many rows before and after those looked at are kept. */
const kept = 1000;

/** A list of any length, read page by page in its order as it is looked at; only what is near is held. */
export class MemberPages {
  readonly source: Source;
  total: Total;
  /** Why rows that are looked at are missing. */
  error: unknown;
  readonly #changed: (error?: unknown) => void;
  #blocks: Block[] = [];
  /** Where the rows not read yet begin; null when there are none. */
  #next: string | null = null;
  #first = 0;
  #end = 0;
  #reading = false;

  /** `changed` hears when rows have come, or why they have not. */
  private constructor(source: Source, total: Total, changed: (error?: unknown) => void) {
    this.source = source;
    this.total = total;
    this.#changed = changed;
  }

  /** Goes on from the first page. */
  static after({ source, page }: FirstRows, changed: (error?: unknown) => void): MemberPages {
    const pages = new MemberPages(source, page.total, changed);
    pages.#blocks = [{ cursor: null, items: page.items, count: page.items.length }];
    pages.#next = page.next;
    return pages;
  }

  /** The same list read again, from the first row in view on, so that nobody loses their place. */
  async again(source: Source): Promise<MemberPages> {
    const pages = new MemberPages(source, this.total, this.#changed);
    const blocks = this.#blocks;
    let start = 0;
    let i = 0;
    for (; i < blocks.length - 1 && start + blocks[i]!.count <= this.#first; i++) start += blocks[i]!.count;
    // Those before stay as they are until they are looked at.
    pages.#blocks = blocks.slice(0, i).map((block) => ({ ...block, stale: true }));
    pages.#next = blocks[i]!.cursor;
    pages.#first = this.#first;
    pages.#end = this.#end;
    do await pages.#readBlock(pages.#blocks.length, most);
    while (pages.#known < pages.#end && pages.#next !== null);
    return pages;
  }

  /** How many rows have a place already. */
  get #known(): number {
    return this.#blocks.reduce((sum, { count }) => sum + count, 0);
  }

  /** How many rows to make room for. */
  get size(): number {
    return sizeOf(this.#known, this.#next, this.total);
  }

  /** The row at a place, if it is held. */
  at(index: number): Member | undefined {
    let start = 0;
    for (const { count, items } of this.#blocks) {
      if (index < start + count) return items?.[index - start];
      start += count;
    }
    return undefined;
  }

  /** The place of a member among the rows that are held, or -1. */
  indexOf(id: string): number {
    let start = 0;
    for (const { count, items } of this.#blocks) {
      const within = items?.findIndex((member) => member.id === id) ?? -1;
      if (within >= 0) return start + within;
      start += count;
    }
    return -1;
  }

  /** Sees to it that these rows come, and lets go of those far from them. */
  want(first: number, end: number): void {
    this.#first = Math.max(0, first);
    this.#end = Math.min(end, this.size);
    if (this.error === undefined) void this.#fill();
  }

  /** Tries again what failed. */
  retry(): void {
    this.error = undefined;
    void this.#fill();
  }

  async #fill(): Promise<void> {
    if (this.#reading) return;
    this.#reading = true;
    try {
      for (let block = this.#missing(); block >= 0; block = this.#missing()) {
        // On the way to rows far below, as many as there may be.
        await this.#readBlock(block, this.#known + nextReads < this.#first ? most : nextReads);
        this.#forget();
        this.#changed();
      }
    } catch (error) {
      if (!this.source.signal.aborted) {
        this.error = error;
        this.#changed(error);
      }
    }
    this.#reading = false;
  }

  /** The block to read next, in order; -1 when all that is wanted is there. */
  #missing(): number {
    if (this.source.signal.aborted) return -1;
    let start = 0;
    for (const [i, { count, items, stale }] of this.#blocks.entries()) {
      if (start < this.#end && start + count > this.#first && (items === null || stale)) return i;
      start += count;
    }
    return start < this.#end && this.#next !== null ? this.#blocks.length : -1;
  }

  async #readBlock(i: number, limit: number): Promise<void> {
    const block = this.#blocks[i];
    const cursor = block ? block.cursor : this.#next;
    const page: Page<Member> = await this.source.read(cursor, block?.count || limit);
    const after = i + 1 < this.#blocks.length ? this.#blocks[i + 1]!.cursor : this.#next;
    this.#blocks[i] = { cursor, items: page.items, count: page.items.length };
    this.total = page.total;
    if (block && page.next === after) return;
    // The rows after it have moved, or were never read: they are read from here on.
    this.#blocks.length = i + 1;
    this.#next = page.next;
  }

  #forget(): void {
    let start = 0;
    this.#blocks = this.#blocks.map((block) => {
      const far = start + block.count < this.#first - kept || start > this.#end + kept;
      start += block.count;
      return far && block.items ? { ...block, items: null } : block;
    });
  }
}
