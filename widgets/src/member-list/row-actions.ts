import type { Member } from '@seatkit/sdk';
import type { TemplateResult } from 'lit';
import { Menu } from '../parts/menu.ts';
import { nameOf } from '../parts/person.ts';
import { menus } from '../styles/menu.styles.ts';
import { tokens } from '../styles/tokens.styles.ts';
import { Surface } from '../surface.ts';
import { type MemberWords, member } from '../words/member.ts';
import { MemberChanges } from './member-changes.ts';
import type { SeatkitMemberList } from './member-list.ts';
import { menuOf } from './member-menu.ts';

/** The menu of a row, and what its lines do. */
export class RowActions extends Surface<MemberWords, SeatkitMemberList> {
  static override styles = [tokens, menus];
  protected override readonly dictionary = member;
  readonly #menu = new Menu(this);
  readonly #changes = new MemberChanges(this);

  /** Opens the menu of a member at the button of the row. */
  open(button: HTMLElement, person: Member): void {
    const { words, host } = this;
    if (host.standing) this.#menu.open(button, words.moreFor(nameOf(person)), menuOf(words, person, host.standing, this.#changes));
  }

  override render(): TemplateResult {
    return this.#menu.render();
  }
}
