import type { LitElement, ReactiveController } from 'lit';

/** Somebody with the focus leaves a list of people: the focus goes to whoever stands there now, else to the name of the group. */
export class KeptFocus implements ReactiveController {
  readonly #host: LitElement;
  #had: Element | null = null;
  #block: Element | null = null;
  #place = 0;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#had = this.#host.shadowRoot?.activeElement ?? null;
    const person = this.#had?.closest('.person') ?? null;
    this.#block = person?.closest('.people-block') ?? null;
    this.#place = [...(this.#block?.querySelectorAll('.person') ?? [])].indexOf(person as Element);
  }

  hostUpdated(): void {
    const root = this.#host.shadowRoot;
    if (!this.#had || this.#had.isConnected || root?.activeElement) return;
    const people = [...(this.#block?.querySelectorAll<HTMLElement>('.person [part=menu-button]') ?? [])];
    const next = people[this.#place] ?? people.at(-1) ?? root?.querySelector<HTMLElement>('#group-title');
    next?.focus();
  }
}
