import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Loads what an element shows whenever the arguments change, and cancels the load before. What was loaded stays while
 * the next load runs (`loading` with a value), so that nothing jumps. Arguments of `null` mean: nothing to load now.
 */
export class Loader<Args extends readonly unknown[], Value> implements ReactiveController {
  state: 'loading' | 'failed' | 'ready' = 'loading';
  value: Value | undefined;
  error: unknown;
  readonly #host: ReactiveControllerHost;
  readonly #args: () => Args | null;
  readonly #load: (args: Args, signal: AbortSignal) => Promise<Value>;
  readonly #failed: (error: unknown) => void;
  #last: Args | null = null;
  #running: AbortController | undefined;

  constructor(
    host: ReactiveControllerHost & { report(error: unknown): void },
    args: () => Args | null,
    load: (args: Args, signal: AbortSignal) => Promise<Value>,
  ) {
    this.#host = host;
    this.#args = args;
    this.#load = load;
    this.#failed = (error) => host.report(error);
    host.addController(this);
  }

  hostUpdate(): void {
    const args = this.#args();
    if (args && this.#last && args.length === this.#last.length && args.every((arg, i) => Object.is(arg, this.#last?.[i]))) return;
    this.#last = args;
    if (args) void this.#run(args);
    else this.#running?.abort();
  }

  hostDisconnected(): void {
    this.#running?.abort();
    this.#last = null;
  }

  /** Loads again with the same arguments. */
  reload(): void {
    if (this.#last) void this.#run(this.#last);
  }

  async #run(args: Args): Promise<void> {
    this.#running?.abort();
    this.#running = new AbortController();
    const { signal } = this.#running;
    this.state = 'loading';
    this.#host.requestUpdate();
    try {
      const value = await this.#load(args, signal);
      if (signal.aborted) return;
      this.value = value;
      this.state = 'ready';
    } catch (error) {
      if (signal.aborted) return;
      this.error = error;
      this.state = 'failed';
      this.#failed(error);
    }
    this.#host.requestUpdate();
  }
}
