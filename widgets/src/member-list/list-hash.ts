import type { ReactiveController } from 'lit';
import { type ListState, sorts, statuses } from './list-state.ts';
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
    const others = parts().filter((part) => !part.startsWith(`${this.#list.hash}.`));
    const hash = [...others, ...own].join('&');
    const url = location.pathname + location.search + (hash && `#${hash}`);
    if (url === location.pathname + location.search + location.hash) return;
    history[replace ? 'replaceState' : 'pushState'](history.state, '', url);
  }

  /** The address is read for the first time, or has changed by the Back button. */
  readonly #read = () => {
    const { hash } = this.#list;
    const state: Record<string, string> = {};
    for (const part of parts()) {
      const [key = '', text = ''] = part.startsWith(`${hash}.`) ? part.slice(hash.length + 1).split('=') : [];
      const value = decoded(text);
      if (Object.hasOwn(allowed, key) && allowed[key as keyof ListState].test(value)) state[key] = value;
    }
    if (JSON.stringify(state) !== JSON.stringify(this.#list.asked)) this.#list.asked = state;
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
