import { SeatkitError } from '@seatkit/sdk';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A widget, or an element inside one. */
export type Owner = ReactiveControllerHost & {
  /** Another one as soon as what was loaded is no longer to be shown to whoever is there. */
  readonly whose: unknown;
  report(error: unknown): void;
};

/**
 * Loads what an element shows whenever the arguments change, and cancels the load before. What was loaded stays while
 * the next load runs (`loading` with a value), so that nothing jumps. Arguments of `null` mean: nothing to load now.
 */
export class Loader<Args extends readonly unknown[], Value> implements ReactiveController {
  state: 'loading' | 'failed' | 'ready' = 'loading';
  value: Value | undefined;
  error: unknown;
  readonly #host: Owner;
  #whose: unknown;
  readonly #args: () => Args | null;
  readonly #load: (args: Args, signal: AbortSignal) => Promise<Value>;
  #last: Args | null | undefined;
  #running: AbortController | undefined;

  constructor(host: Owner, args: () => Args | null, load: (args: Args, signal: AbortSignal) => Promise<Value>) {
    this.#host = host;
    this.#args = args;
    this.#load = load;
    host.addController(this);
  }

  hostUpdate(): void {
    const { whose } = this.#host;
    if (this.#whose !== whose) {
      this.#last = this.value = this.error = undefined;
      this.state = 'loading';
    }
    this.#whose = whose;
    const args = this.#args();
    if (args && this.#last && args.length === this.#last.length && args.every((arg, i) => Object.is(arg, this.#last?.[i]))) return;
    this.#last = args;
    if (args) void this.#run(args);
    else this.#running?.abort();
  }

  /** Also after it was moved to another place of the page. */
  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#running?.abort();
    this.#last = undefined;
  }

  /** Loads again with the same arguments. */
  readonly reload = (): void => {
    if (this.#last) void this.#run(this.#last);
  };

  /** With a `wait`, the time until the next one, a try is made unasked: what is shown stays until there is something else to show. */
  async #run(args: Args, wait = 0): Promise<void> {
    this.#running?.abort();
    this.#running = new AbortController();
    const { signal } = this.#running;
    if (!wait) {
      this.state = 'loading';
      this.#host.requestUpdate();
    }
    try {
      const value = await this.#load(args, signal);
      if (signal.aborted) return;
      this.value = value;
      this.state = 'ready';
    } catch (error) {
      if (signal.aborted) return;
      this.error = error;
      this.state = 'failed';
      if (!wait) this.#host.report(error);
      this.#tryAgain(args, wait || 10_000, error, signal);
    }
    this.#host.requestUpdate();
  }

  /**
   * What failed recovers by itself: when the network is back, when somebody comes back to the page (having signed in elsewhere, say), and, where
   * no answer came or the server could not give one, after some time: twice as long each time, up to a minute.
   */
  #tryAgain(args: Args, wait: number, error: unknown, signal: AbortSignal): void {
    const again = (next: number) => {
      if (!signal.aborted) void this.#run(args, next);
    };
    for (const type of ['online', 'focus']) addEventListener(type, () => again(wait), { signal });
    const status = error instanceof SeatkitError ? error.status : 400;
    if (status > 0 && status < 500 && status !== 429) return;
    setTimeout(again, wait, Math.min(2 * wait, 60_000));
  }
}
