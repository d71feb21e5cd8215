import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { InviteWords as Words } from '../words/invite.ts';
import { looksLikeAddress, parsePeople } from './addresses.ts';
import type { Person } from './person.ts';
import { addressKey, type Part, type Row } from './rows.ts';

let rowCount = 0;

/** The people typed or pasted so far: what still stands in the field, and the list in which everything can be mended. */
export class TypedPeople implements ReactiveController {
  rows: readonly Row[] = [];
  draft = '';
  /** The row whose fields are open. */
  editing: number | undefined;
  /** What a screen reader is told of the last addition. */
  said = '';
  readonly #host: ReactiveControllerHost & { readonly words: Words };
  readonly #changed: () => void;
  #read: { readonly draft: string; readonly rows: readonly Row[] } = { draft: '', rows: [] };

  /** `changed` is called when the person has changed something. */
  constructor(host: ReactiveControllerHost & { readonly words: Words }, changed: () => void) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
  }

  hostConnected(): void {}

  /** Everybody, also those not moved into the list yet. */
  get all(): readonly Row[] {
    if (this.#read.draft !== this.draft) {
      const rows = parsePeople(this.draft).map((person, at) => ({ ...person, key: -1 - at }));
      this.#read = { draft: this.draft, rows };
    }
    return [...this.rows, ...this.#read.rows];
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
    this.editing = undefined;
    this.set([]);
  }

  type(text: string): void {
    this.draft = text;
    this.#touched();
  }

  edit(key: number, changes: Partial<Person>): void {
    this.#change(key, (row) => [{ ...row, ...changes, problem: undefined }]);
    this.#touched();
  }

  /** Something was pasted into the place of the address. */
  read(key: number): void {
    this.#change(key, readAgain);
  }

  /** Opens the fields of a row, which stays in its part of the list meanwhile. */
  open(key: number, stays: Part | undefined): void {
    this.editing = key;
    this.#change(key, (row) => [{ ...row, stays }]);
  }

  /** The person has left the fields of a row: it goes where it now belongs. */
  settle(key: number): void {
    this.editing = undefined;
    this.#change(key, (row) => readAgain({ ...row, stays: undefined }).map((read) => ({ ...read, stays: placeOf(read) })));
  }

  /** Nothing is left in a field unread: whoever presses a button by the pointer has not left it yet. */
  readAll(): void {
    if (this.draft.trim()) this.absorb();
    this.set(this.rows.flatMap(readAgain));
  }

  remove(key: number): void {
    this.rows = this.rows.filter((row) => row.key !== key);
    this.#touched();
  }

  /** Moves what stands in the field into the list. */
  absorb(): void {
    const known = new Set(this.rows.map(({ email }) => addressKey(email)));
    const added = this.add(parsePeople(this.draft));
    const twice = added.filter(({ email }) => known.has(addressKey(email)) || !known.add(addressKey(email))).length;
    const { words } = this.#host;
    const once = added.length - twice;
    this.draft = '';
    this.said = [once ? words.added(once) : '', twice ? words.duplicates(twice) : ''].filter(Boolean).join('. ');
    this.#touched();
  }

  /** Puts people at the end of the list. */
  add(people: readonly Person[]): readonly Row[] {
    const rows = people.map(newRow);
    this.set([...this.rows, ...rows]);
    return rows;
  }

  /** Puts people into the list, in any form that can be pasted. */
  take(text: string): void {
    this.draft = [this.draft, text].filter((part) => part.trim()).join('\n');
    this.absorb();
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
    this.take(text);
  };

  #change(key: number, change: (row: Row) => readonly Row[]): void {
    this.set(this.rows.flatMap((row) => (row.key === key ? change(row) : [row])));
  }

  #touched(): void {
    this.#changed();
    this.#host.requestUpdate();
  }
}

function newRow(person: Person): Row {
  return { ...person, key: ++rowCount, stays: placeOf(person) };
}

/** What is wrong stays where it can be mended, until it was left in order. */
function placeOf({ email, problem }: Person & Pick<Row, 'problem'>): Part | undefined {
  return problem === undefined && looksLikeAddress(email) ? undefined : 'mend';
}

/** Reads the place of an address as the field above the list is read: a name may stand there beside the address, or several people. */
function readAgain(row: Row): readonly Row[] {
  const [first, ...others] = parsePeople(row.email);
  if (!first || ![first, ...others].some(({ email }) => looksLikeAddress(email))) return [row];
  return [{ ...row, ...(first.firstName ? first : { email: first.email }) }, ...others.map(newRow)];
}
