import type { ReactiveController } from 'lit';
import { layoutIn } from './columns.ts';
import type { SeatkitMemberList } from './member-list.ts';

/** How much room the list has, and how it is laid out there. */
export class ListRoom implements ReactiveController {
  readonly #list: SeatkitMemberList;
  readonly #extras: () => Promise<typeof import('./list-extras.ts')>;
  #width = 0;
  #card: Element | undefined;
  /** The layouts for little room are there, or cannot be had. */
  #narrow = false;
  #shown = false;
  readonly #observer: ResizeObserver;

  /** `changed` hears when rows are about to be laid out otherwise. */
  constructor(list: SeatkitMemberList, extras: () => Promise<typeof import('./list-extras.ts')>, changed: () => void) {
    this.#list = list;
    this.#extras = extras;
    this.#observer = new ResizeObserver(([entry]) => {
      const width = entry?.contentRect.width;
      if (!width || width === this.#width) return; // without any it is out of the page, or hidden
      // Not now: what changes the height while sizes are being told is not told itself.
      requestAnimationFrame(() => {
        changed();
        this.#width = width;
        list.requestUpdate();
      });
    });
    list.addController(this);
  }

  get layout() {
    return layoutIn(this.#width, this.#list.chosen);
  }

  /** Whether there is a layout for the room there is. Rows that are shown stay when the room changes. */
  get isLaidOut(): boolean {
    this.#shown ||= this.#width > 0 && (this.#narrow || this.layout === 'wide');
    return this.#shown;
  }

  /** Watches the room inside: the element itself has no width on a page that makes it inline (`* { all: unset }`). */
  hostUpdated(): void {
    const card = this.#list.renderRoot.querySelector('.card')!;
    if (card !== this.#card) {
      this.#card = card;
      this.#observer.disconnect();
      this.#observer.observe(card);
    }
    if (this.#width && !this.#narrow && this.layout !== 'wide') void this.#fit();
  }

  /** Gets the layouts for little room; rows without them are better than none. */
  async #fit(): Promise<void> {
    try {
      (await this.#extras()).fit(this.#list);
    } catch (error) {
      this.#list.fail(error);
    }
    this.#narrow = true;
    this.#list.requestUpdate();
  }
}
