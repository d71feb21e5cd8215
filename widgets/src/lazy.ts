import { SeatkitError } from '@seatkit/sdk';
import { nothing, type ReactiveController } from 'lit';
import { define } from './define.ts';
import type { SeatkitElement } from './seatkit-element.ts';
import type { Surface } from './surface.ts';

/** Holds a surface of a widget: loaded by the first use, drawn wherever the widget's template says, updated with the widget. */
export class Lazy<Opened extends Surface<object>> implements ReactiveController {
  readonly #host: SeatkitElement;
  readonly #tag: string;
  readonly #fetch: () => Promise<new () => Opened>;
  /** The parts inside that a page may style. */
  readonly #parts: string;
  /** The surface, once it has been used. */
  element: Opened | undefined;
  #whose: object | undefined;

  constructor(host: Opened['host'], tag: string, parts: string, load: () => Promise<new () => Opened>) {
    this.#host = host;
    this.#tag = tag;
    this.#parts = parts;
    this.#fetch = lazily(load);
    host.addController(this);
  }

  hostUpdate(): void {
    if (this.#whose !== this.#host.whose) this.element = undefined;
  }

  hostUpdated(): void {
    this.element?.requestUpdate();
  }

  /** Its place in the widget's template. */
  render(): Opened | typeof nothing {
    return this.element ?? nothing;
  }

  /** Begins to load, when a pointer or the focus comes near the button that will open it. */
  readonly warm = (): void => {
    void this.#fetch().catch(() => {}); // said by the use that follows
  };

  /** Lets go of the surface: the next use makes a new one, so that an answer the old one still waits for is not shown in it. */
  renew(): this {
    this.element = undefined;
    return this;
  }

  /**
   * Does something with the surface, loading it first; nothing when the widget is about somebody else by then. That it cannot be loaded is said
   * by the widget.
   */
  async use(action: (surface: Opened) => unknown): Promise<void> {
    const { whose } = this.#host;
    try {
      const Class = await this.#fetch();
      if (this.#host.whose !== whose) return;
      if (!this.element) {
        define(this.#tag, Class);
        const element = document.createElement(this.#tag) as Opened;
        element.host = this.#host;
        element.setAttribute('exportparts', this.#parts);
        this.element = element;
        this.#whose = whose;
        this.#host.requestUpdate();
      }
      await this.#host.updateComplete;
      await this.element?.updateComplete;
    } catch (error) {
      this.#host.fail(error);
      return;
    }
    if (this.element?.isConnected) action(this.element);
  }
}

/** Loads a file of the widgets at the first call; what could not be loaded is tried again by the next. */
export function lazily<Loaded>(load: () => Promise<Loaded>): () => Promise<Loaded> {
  let loading: Promise<Loaded> | undefined;
  return () => {
    loading ??= load().catch(() => {
      loading = undefined;
      const title = 'A file of the widget could not be loaded';
      throw new SeatkitError({ type: 'about:blank', title, status: 0, code: 'unreachable', detail: title });
    });
    return loading;
  };
}
