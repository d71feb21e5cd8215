import type { Total } from './contract/common.ts';

/** One page of a list; `next` is the cursor of the following page, null on the last one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
  readonly total: Total;
}

/** A list that was asked for: `await` it for one page, or `for await` over it for every item, page after page as they are needed. */
export class PagePromise<T, P extends Page<T> = Page<T>> extends Promise<P> implements AsyncIterable<T> {
  /** What `then` returns is an ordinary promise: only the list itself can be iterated. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  readonly #load: (cursor: string) => Promise<P>;

  constructor(load: (cursor?: string) => Promise<P>) {
    super((resolve) => resolve(load()));
    this.#load = load;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    let page: P = await this;
    yield* page.items;
    while (page.next !== null) {
      page = await this.#load(page.next);
      yield* page.items;
    }
  }
}
