import type { LitElement, ReactiveController } from 'lit';

/** The list whose rows are walked. */
export interface Grid extends LitElement {
  readonly rows: { readonly size: number } | undefined;
}

/** How many rows there are. */
export const countOf = ({ rows }: Grid): number => rows?.size ?? 0;

/**
 * The keyboard of the grid pattern: one cell, or the button in it, is in the order of tabs; arrows, Home, End and Page keys go to the
 * others, also to rows that are not drawn yet. The focus is never lost to a row that goes away.
 */
export class GridKeys implements ReactiveController {
  /** The row in which the focus is, or was last; -1 is that of the heads. */
  row = 0;
  readonly #host: Grid;
  readonly #step: () => number;
  #column = 0;
  #within = false;
  #had = false;
  #going = false;

  /** `step` is how many rows the Page keys go. */
  constructor(host: Grid, step: () => number) {
    this.#host = host;
    this.#step = step;
    host.addController(this);
  }

  /** The row that has to stay, because the focus is in it; -1 for none. */
  get focused(): number {
    return this.#within ? this.row : -1;
  }

  hostUpdate(): void {
    this.#had = this.#active !== null;
  }

  hostUpdated(): void {
    const rowCount = countOf(this.#host);
    if (rowCount > 0) this.row = Math.min(this.row, rowCount - 1);
    const target = this.#target(this.row);
    if (target && (this.#going || (this.#had && !this.#active))) this.#focus(target);
    this.#stopAt(target ?? this.#target(Number(this.#grid?.querySelector('.rows .row')?.getAttribute('aria-rowindex') ?? 1) - 2));
  }

  /** The focus comes into the grid, or goes from cell to cell. */
  readonly entered = (event: FocusEvent): void => this.enter(event.target as HTMLElement);

  /** The focus is here. */
  enter(target: HTMLElement): void {
    const row = target.closest('.row');
    if (!row) return;
    this.#within = true;
    this.row = Number(row.getAttribute('aria-rowindex')) - 2;
    const column = cellsOf(row).findIndex((cell) => cell.contains(target));
    // A row on its way has only one cell yet.
    if (column >= 0 && !row.matches('.bones')) this.#column = column;
    this.#stopAt(target);
  }

  /** The row has got another place. */
  follow(row: number): void {
    if (row < 0 || row === this.row) return;
    this.row = row;
    this.#going = this.#within;
  }

  readonly left = (event: FocusEvent): void => {
    this.#within = this.#grid?.contains(event.relatedTarget as Node | null) ?? false;
  };

  readonly pressed = (event: KeyboardEvent): void => {
    const { key, ctrlKey, shiftKey } = event;
    const host = this.#host;
    const { row } = this;
    const last = cellsOf(this.#rowAt(row)).length - 1;
    const ahead = getComputedStyle(host).direction === 'rtl' ? -1 : 1;
    const isButton = this.#active?.matches('button');
    if (event.altKey || event.metaKey) return;
    if (key === 'ArrowDown') this.#go(row + 1);
    else if (key === 'ArrowUp') this.#go(row - 1);
    else if (key === 'PageDown') this.#go(row + Math.max(1, this.#step()));
    else if (key === 'PageUp') this.#go(Math.max(0, row - Math.max(1, this.#step())));
    else if (key === 'ArrowRight') this.#go(row, Math.min(last, this.#column + ahead));
    else if (key === 'ArrowLeft') this.#go(row, Math.min(last, this.#column - ahead));
    else if (key === 'Home') this.#go(ctrlKey ? 0 : row, 0);
    else if (key === 'End') this.#go(ctrlKey ? countOf(host) : row, last);
    else if (row >= 0 && (key === 'ContextMenu' || (key === 'F10' && shiftKey)))
      this.#rowAt(row)?.querySelector<HTMLElement>('.icon-button')?.click();
    else if (row >= 0 && key === 'Enter' && !isButton && !event.repeat) this.#rowAt(row)?.click();
    else return;
    event.preventDefault();
  };

  get #grid(): HTMLElement | null {
    return this.#host.renderRoot?.querySelector<HTMLElement>('[role=grid]') ?? null;
  }

  /** What has the focus inside the grid. */
  get #active(): Element | null {
    const active = (this.#host.renderRoot as ShadowRoot | undefined)?.activeElement ?? null;
    return this.#grid?.contains(active) ? active : null;
  }

  #go(row: number, column = this.#column): void {
    this.row = Math.max(-1, Math.min(row, countOf(this.#host) - 1));
    this.#column = Math.max(0, column);
    const target = this.#target(this.row);
    if (target) this.#focus(target);
    else {
      // Not drawn yet: it will be, because the focus is to be in it.
      this.#going = true;
      this.#host.requestUpdate();
    }
  }

  #focus(target: HTMLElement): void {
    this.#going = false;
    target.focus({ preventScroll: true });
    target.closest('.row')?.scrollIntoView({ block: 'nearest' });
  }

  #rowAt(row: number): HTMLElement | null {
    return this.#grid?.querySelector(`[aria-rowindex='${row + 2}']`) ?? null;
  }

  /** What takes the focus in a row: the button in the cell, else the cell. */
  #target(row: number): HTMLElement | null {
    const cells = cellsOf(this.#rowAt(row));
    const cell = cells[Math.min(this.#column, cells.length - 1)];
    return cell?.querySelector<HTMLElement>('button') ?? cell ?? null;
  }

  /** What Tab comes to. */
  #stopAt(target: HTMLElement | null): void {
    for (const other of this.#grid?.querySelectorAll("[tabindex='0']") ?? []) other.setAttribute('tabindex', '-1');
    target?.setAttribute('tabindex', '0');
  }
}

/** The cells of a row that are shown: a narrow list leaves empty ones out. */
function cellsOf(row: Element | null): HTMLElement[] {
  return ([...(row?.children ?? [])] as HTMLElement[]).filter((cell) => cell.getClientRects().length > 0);
}
