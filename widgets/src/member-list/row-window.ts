import type { ReactiveController } from 'lit';
import { countOf, type Grid } from './grid-keys.ts';

/** Rows whose heights are summed up together. */
const bundle = 64;
/** Even a window of any height gets no more rows at once. */
const most = 200;

/**
 * Keeps of a long list only those rows in the page that are in the window or near it, whatever scrolls them: the page, a box around
 * the list, or a box around that. Gaps stand for the others, as high as these were or are likely to be.
 */
export class RowWindow implements ReactiveController {
  /** The rows drawn: from `first` up to `end`, which is not drawn any more. */
  first = 0;
  end = 0;
  /** How high a row usually is; 0 while none has been drawn. */
  usual = 0;
  readonly #host: Grid;
  readonly #looked: () => void;
  #measured = false;
  #heights: number[] = [];
  /** For each bundle, how much higher than usual its rows were in all. */
  #more: number[] = [];
  #roots: readonly Node[] = [];
  #soon = 0;
  /** Where the first row began at the last look, in the window. */
  #top = 0;

  /** `looked` hears whenever it was found which rows are in view. */
  constructor(host: Grid, looked: () => void) {
    this.#host = host;
    this.#looked = looked;
    host.addController(this);
    this.#measure();
    this.look();
  }

  hostConnected(): void {
    this.#roots = treesAround(this.#host);
    for (const root of this.#roots) root.addEventListener('scroll', this.look, { capture: true, passive: true });
    addEventListener('resize', this.look);
  }

  hostDisconnected(): void {
    for (const root of this.#roots) root.removeEventListener('scroll', this.look, { capture: true });
    removeEventListener('resize', this.look);
    cancelAnimationFrame(this.#soon);
  }

  /** The next look waits until the browser has put the new rows where they belong, and with them what is in view. */
  hostUpdated(): void {
    this.#measure();
    cancelAnimationFrame(this.#soon);
    this.#soon = requestAnimationFrame(this.look);
  }

  /** Forgets every height, because the rows are laid out otherwise now. */
  forget(): void {
    this.#measured = false;
    this.#heights = [];
    this.#more = [];
  }

  /** The rows in view and the one that has the focus, by their places. */
  drawn(focused: number): number[] {
    const count = countOf(this.#host);
    // A list that was shorter until now has left room for more rows than were counted then.
    const room = Math.min(most, Math.ceil((innerHeight * 1.5) / (this.usual || 1)));
    const first = Math.max(0, Math.min(this.first, count - room));
    const drawn = new Set(focused < count && focused >= 0 ? [focused] : []);
    for (let index = first; index < Math.min(Math.max(this.end, first + room), count); index++) drawn.add(index);
    return [...drawn].sort((a, b) => a - b);
  }

  /** How high the rows from one place up to another are together. */
  readonly heightOf = (from: number, to: number): number => this.#topOf(to) - this.#topOf(from);

  /** Looks which rows are in view, and draws others when those drawn do not reach beyond them any more. */
  readonly look = (): void => {
    const body = this.#body;
    if (!body || !this.usual) return;
    const box = body.getBoundingClientRect();
    const scale = box.height / body.offsetHeight || 1;
    const rushes = Math.abs(box.top - this.#top) > innerHeight;
    this.#top = box.top;
    // Nobody reads what flies by faster than a window in a frame: rows are drawn, and read, where it slows down.
    if (rushes) {
      cancelAnimationFrame(this.#soon);
      // A frame asked for by a scroll is the one that shows it; the next one tells whether it goes on.
      this.#soon = requestAnimationFrame(() => {
        this.#soon = requestAnimationFrame(this.look);
      });
      return;
    }
    const [first, end] = this.#between(-box.top / scale, (innerHeight - box.top) / scale);
    if (first < this.first || end > this.end || this.end - this.first > 3 * (end - first)) {
      const reach = innerHeight / 4 / scale;
      [this.first, this.end] = this.#between(-box.top / scale - reach, (innerHeight - box.top) / scale + reach);
      this.#host.requestUpdate();
    }
    this.#looked();
  };

  /** The rows between two distances below the first: from one up to, not including, the other. */
  #between(top: number, bottom: number): [first: number, end: number] {
    const first = this.#indexAt(top);
    return [first, Math.min(this.#indexAt(bottom) + 1, first + most, countOf(this.#host))];
  }

  #measure(): void {
    const rows = [...(this.#body?.querySelectorAll<HTMLElement>('.row:not(.bones)') ?? [])];
    if (!this.#measured && rows[0]?.offsetHeight) {
      this.#measured = true;
      this.usual = rows.reduce((sum, row) => sum + row.offsetHeight, 0) / rows.length;
      this.#host.requestUpdate();
    }
    for (const row of rows) this.#note(row);
  }

  get #body(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('.rows');
  }

  #note(row: HTMLElement): void {
    const index = Number(row.getAttribute('aria-rowindex')) - 2;
    const height = row.offsetHeight;
    if (!height || this.#heights[index] === height) return;
    const at = Math.floor(index / bundle);
    this.#more[at] = (this.#more[at] ?? 0) + height - (this.#heights[index] ?? this.usual);
    this.#heights[index] = height;
  }

  /** How far below the first row a row begins. */
  #topOf(index: number): number {
    const at = Math.floor(index / bundle);
    let top = index * this.usual;
    for (let i = 0; i < at; i++) top += this.#more[i] ?? 0;
    for (let i = at * bundle; i < index; i++) top += (this.#heights[i] ?? this.usual) - this.usual;
    return top;
  }

  /** The row at a distance below the first. */
  #indexAt(distance: number): number {
    let low = 0;
    let high = countOf(this.#host);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#topOf(middle) <= distance) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** Every tree in which something may scroll that contains the element. A scroll is not told beyond the tree in which it happens. */
function treesAround(element: Element): Node[] {
  const trees: Node[] = [];
  let node: Node | null | undefined = element;
  while (node) {
    if (node instanceof Document || node instanceof ShadowRoot) trees.push(node);
    node = (node as Element).assignedSlot ?? node.parentNode ?? (node as ShadowRoot).host;
  }
  return trees;
}
