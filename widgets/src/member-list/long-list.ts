import type { TemplateResult } from 'lit';
import { GridKeys } from './grid-keys.ts';
import type { SeatkitMemberList } from './member-list.ts';
import { MemberPages } from './member-pages.ts';
import { RowWindow } from './row-window.ts';
import type { FirstRows, Rows, Source } from './rows.ts';
import { renderRows } from './rows-view.ts';

/** So many rows are read ahead of those in the window. */
const ahead = 60;

/** What the list needs as soon as somebody scrolls on or walks it by keyboard. */
export class LongList {
  readonly keys: GridKeys;
  readonly window: RowWindow;
  readonly #host: SeatkitMemberList;

  constructor(host: SeatkitMemberList) {
    this.#host = host;
    this.keys = new GridKeys(host);
    this.window = new RowWindow(host, () => this.#want());
    const { activeElement } = host.renderRoot as ShadowRoot;
    if (activeElement) this.keys.enter(activeElement as HTMLElement);
  }

  /** Goes on from the first page. */
  after(first: FirstRows): MemberPages {
    return MemberPages.after(first, this.#changed);
  }

  /** The list as it is after a change: where it was, and the focus with the same person. */
  async again(before: MemberPages, source: Source): Promise<MemberPages> {
    const person = before.at(this.keys.row);
    const pages = await before.again(source);
    if (person) this.keys.follow(pages.indexOf(person.id));
    return pages;
  }

  /** The rows near the window, and gaps for the others. */
  render(rows: Rows, row: (index: number) => TemplateResult): unknown {
    return renderRows(rows, this.window.drawn(this.keys.focused), row, this.window.heightOf);
  }

  #want(): void {
    const { rows } = this.#host;
    if (rows instanceof MemberPages) rows.want(this.window.first - ahead, this.window.end + ahead);
  }

  readonly #changed = (error?: unknown) => {
    if (error !== undefined) this.#host.report(error);
    this.#host.requestUpdate();
  };
}
