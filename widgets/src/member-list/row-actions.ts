import { html, type TemplateResult } from 'lit';
import { Lazy } from '../lazy.ts';
import type { MemberDrawer } from '../member-drawer/member-drawer.ts';
import { Menu } from '../parts/menu.ts';
import { nameOf } from '../parts/person.ts';
import type { QuestionDialog } from '../parts/question-dialog.ts';
import { menus } from '../styles/menu.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { Surface } from '../surface.ts';
import { type MemberWords, member } from '../words/member.ts';
import { MemberChanges } from './member-changes.ts';
import type { SeatkitMemberList } from './member-list.ts';
import { menuOf } from './member-menu.ts';
import type { MemberRow } from './member-row.ts';

/** What opens from a row: its menu, the questions that the menu asks, and the details of the member. */
export class RowActions extends Surface<MemberWords, SeatkitMemberList> {
  static override styles = [tokens, menus];
  protected override readonly dictionary = member;
  readonly #menu = new Menu(this);
  readonly #changes = new MemberChanges(this);
  #question: Lazy<QuestionDialog> | undefined;
  #drawer: Lazy<MemberDrawer> | undefined;

  get question(): Lazy<QuestionDialog> {
    this.#question ??= new Lazy<QuestionDialog>(
      this.host,
      'seatkit-question',
      'dialog',
      async () => (await import('../parts/question-dialog.ts')).QuestionDialog,
    );
    return this.#question;
  }

  /** The details of a member, new ones each time: what is still on its way for somebody shown before is not told of the next. */
  details(show: (drawer: MemberDrawer) => unknown): void {
    void this.drawer.renew().use(show);
  }

  get drawer(): Lazy<MemberDrawer> {
    this.#drawer ??= new Lazy<MemberDrawer>(
      this.host,
      'seatkit-member-drawer',
      'drawer',
      async () => (await import('../member-drawer/member-drawer.ts')).MemberDrawer,
    );
    return this.#drawer;
  }

  /**
   * A row was clicked, also by a key: its menu has a button, everything else opens the details, if there are any to be seen. It is about the
   * member whose row it is, wherever the row is by now.
   */
  clicked(target: HTMLElement): void {
    const { words, host } = this;
    const row = target.closest<MemberRow>('.row');
    const person = row?.member;
    if (!person || !host.standing) return;
    const button = target.closest<HTMLElement>('.icon-button');
    if (button) {
      if (!button.isConnected) return; // its row went away meanwhile
      void this.#menu.open(button, words.moreFor(nameOf(person)), menuOf(words, person, host.standing, this.#changes));
      this.drawer.warm();
    }
    // Whoever selects a text to copy it wants to stay.
    else if (person.status !== 'anonymized' && !`${getSelection()}`) {
      // It comes back to where it was: a click beside the cells would have put it nowhere.
      if (!row.querySelector(':focus')) row.querySelector<HTMLElement>('.open')?.focus();
      this.#changes.open(person);
    }
  }

  override render(): TemplateResult {
    return html`${this.#menu.render()} ${this.question.render()} ${this.drawer.render()}`;
  }
}
