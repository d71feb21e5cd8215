import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { InviteWords as Words } from '../words/invite.ts';
import { type Person, parsePeople } from './addresses.ts';
import type { Row } from './rows-view.ts';

let rowCount = 0;

/** The people typed or pasted so far: what still stands in the field, and the list in which everything can be mended. */
export class TypedPeople implements ReactiveController {
  rows: readonly Row[] = [];
  draft = '';
  /** What a screen reader is told of the last addition. */
  said = '';
  readonly #host: ReactiveControllerHost & { readonly words: Words };
  readonly #changed: () => void;

  /** `changed` is called when the person has changed something. */
  constructor(host: ReactiveControllerHost & { readonly words: Words }, changed: () => void) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
  }

  hostConnected(): void {}

  /** Everybody, also those not moved into the list yet. */
  get all(): readonly Person[] {
    return [...this.rows, ...parsePeople(this.draft)];
  }

  get isEmpty(): boolean {
    return this.rows.length === 0 && this.draft.trim() === '';
  }

  /** Puts these rows in the place of the list. */
  set(rows: readonly Row[]): void {
    this.rows = rows;
    this.#host.requestUpdate();
  }

  clear(): void {
    this.draft = '';
    this.said = '';
    this.set([]);
  }

  type(text: string): void {
    this.draft = text;
    this.#touched();
  }

  edit(key: number, changes: Partial<Person>): void {
    this.rows = this.rows.map((row) => (row.key === key ? { ...row, ...changes, problem: undefined } : row));
    this.#touched();
  }

  remove(key: number): void {
    this.rows = this.rows.filter((row) => row.key !== key);
    this.#touched();
  }

  /** Moves what stands in the field into the list; the same address stays once. */
  absorb(): void {
    const found = parsePeople(this.draft);
    const known = new Set(this.rows.map(({ email }) => email.trim().toLowerCase()));
    const fresh = found.filter(({ email }) => {
      const key = email.toLowerCase();
      return !known.has(key) && known.add(key);
    });
    const { words } = this.#host;
    const twice = found.length - fresh.length;
    this.draft = '';
    this.said = [fresh.length ? words.added(fresh.length) : '', twice ? words.duplicates(twice) : ''].filter(Boolean).join('. ');
    this.set([...this.rows, ...fresh.map((person) => ({ ...person, key: ++rowCount }))]);
  }

  /** Enter in the field moves what stands there into the list. */
  readonly keyed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || this.draft.trim() === '') return;
    event.preventDefault();
    this.absorb();
  };

  /** Several people go into the list at once; one address, or a part of it, is pasted as text. */
  readonly pasted = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (parsePeople(text).length < 2) return;
    event.preventDefault();
    this.draft = [this.draft, text].filter((part) => part.trim()).join('\n');
    this.absorb();
  };

  #touched(): void {
    this.#changed();
    this.#host.requestUpdate();
  }
}
