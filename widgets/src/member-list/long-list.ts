import type { Member } from '@seatkit/sdk';
import type { TemplateResult } from 'lit';
import { GridKeys } from './grid-keys.ts';
import type { SeatkitMemberList } from './member-list.ts';
import { MemberPages } from './member-pages.ts';
import { RowWindow } from './row-window.ts';
import type { FirstRows, Source } from './rows.ts';
import { renderTrouble, renderWindow } from './window-rows.ts';

/** So many rows are read ahead of those in the window. */
const ahead = 60;

/** What the list needs as soon as somebody scrolls on or walks it by keyboard. */
export class LongList {
  readonly keys: GridKeys;
  readonly window: RowWindow;
  readonly #host: SeatkitMemberList;

  constructor(host: SeatkitMemberList) {
    this.#host = host;
    this.keys = new GridKeys(host, () => (this.window.end - this.window.first) >> 1);
    this.window = new RowWindow(host, () => this.#want());
    const { activeElement } = host.renderRoot as ShadowRoot;
    if (activeElement) this.keys.enter(activeElement as HTMLElement);
  }

  /** Goes on from the first page. */
  after(first: FirstRows): MemberPages {
    return MemberPages.after(first, this.#changed);
  }

  /** Begins with the answer to another question, from its first row. */
  begin(first: FirstRows): MemberPages {
    this.window.first = 0;
    this.window.end = 0;
    const { renderRoot } = this.#host;
    const top = (part: string) => renderRoot.querySelector(part)?.getBoundingClientRect();
    // Under heads that stay in view nobody else sees that there is another list now.
    if ((top('.rows')?.top ?? 0) < Math.max(0, top('.heads')?.bottom ?? 0) - 1)
      renderRoot.querySelector('.table')?.scrollIntoView({ block: 'start' });
    return this.after(first);
  }

  /** The list as it is after a change: where it was, and the focus with the same person. */
  async again(before: MemberPages, source: Source): Promise<MemberPages> {
    const person = before.at(this.keys.row);
    const pages = await before.again(source);
    if (person) this.keys.follow(pages.indexOf(person.id));
    return pages;
  }

  /** The rows near the window, and gaps for the others. */
  render(rows: MemberPages, row: (member: Member, index: number) => TemplateResult): unknown {
    return renderWindow(this.#host.words, rows, this.window.drawn(this.keys.focused), row, this.window.heightOf);
  }

  /** Why rows are missing, below them. */
  renderTrouble(rows: MemberPages): unknown {
    return renderTrouble(this.#host.words, rows);
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
