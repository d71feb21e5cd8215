import type { ReactiveController } from 'lit';
import { isFiltered, type ListState, sorts, statuses } from './list-state.ts';
import type { SeatkitMemberList } from './member-list.ts';

const id = /^[\w-]{1,64}$/;
/** What may stand in an address, which anybody can write. */
const allowed: Record<keyof ListState, RegExp> = {
  q: /^.{1,200}$/,
  status: among(statuses),
  role: among(['admin', 'member']),
  groupId: id,
  poolId: id,
  roleProfileId: id,
  sort: among(Object.keys(sorts)),
};

/** Keeps what a list is asked in its part of the page's fragment (`#m.q=ada&m.role=admin`); the parts of others are left alone. */
export class ListHash implements ReactiveController {
  readonly #list: SeatkitMemberList;

  constructor(list: SeatkitMemberList) {
    this.#list = list;
    list.addController(this);
    this.#read();
    list.requestUpdate(); // it has waited to know what is asked
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#read);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#read);
  }

  /** Writes it there; `replace` makes no new step for the Back button. */
  write(state: ListState, replace: boolean): void {
    const own = Object.entries(state).map(([key, value]) => `${this.#list.hash}.${key}=${encodeURIComponent(value ?? '')}`);
    const others = parts().filter((part) => !this.#own(part));
    const hash = [...others, ...own].join('&');
    if (hash === location.hash.slice(1)) return;
    // In full: a page may have a <base> elsewhere.
    const url = location.href.replace(/#.*/, '') + (hash && `#${hash}`);
    history[replace ? 'replaceState' : 'pushState'](history.state, '', url);
  }

  /** The key and value of a part of this list: `m.x.q=ada` is one of the list `m.x`, not of `m`. */
  #own(part: string): [key: string, text: string] | undefined {
    const [name = '', text = ''] = part.split('=');
    const dot = name.lastIndexOf('.');
    return name.slice(0, dot) === this.#list.hash ? [name.slice(dot + 1), text] : undefined;
  }

  /** The address is read for the first time, or has changed by the Back button. */
  readonly #read = () => {
    const state: Record<string, string> = {};
    for (const part of parts()) {
      const [key, text] = this.#own(part) ?? ['', ''];
      const value = decoded(text);
      if (Object.hasOwn(allowed, key) && allowed[key as keyof ListState].test(value)) state[key] = value;
    }
    if (JSON.stringify(state) !== JSON.stringify(this.#list.asked)) this.#list.asked = state;
    // What is set shows in the toolbar, by its name.
    if (isFiltered(state)) void this.#list.options.use(() => {});
    const field = this.#list.renderRoot.querySelector<HTMLInputElement>('.search .field');
    if (field) field.value = state.q ?? '';
  };
}

function among(values: readonly string[]): RegExp {
  return new RegExp(`^(${values.join('|')})$`);
}

function parts(): string[] {
  return location.hash.slice(1).split('&').filter(Boolean);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return ''; // not written by us
  }
}
