import type { LitElement, ReactiveController } from 'lit';

/** Tells of every element that matches a selector whether it is in the window or near it, as often as that changes or the host updates. */
export class Near implements ReactiveController {
  readonly #host: LitElement;
  readonly #selector: string;
  readonly #tell: (element: HTMLElement, near: boolean, height: number) => void;
  #observer: IntersectionObserver | undefined;

  constructor(host: LitElement, selector: string, tell: (element: HTMLElement, near: boolean, height: number) => void) {
    this.#host = host;
    this.#selector = selector;
    this.#tell = tell;
    host.addController(this);
  }

  hostUpdated(): void {
    this.#observer?.disconnect();
    // `scrollMargin` is the same for boxes that scroll inside the window; TypeScript does not know it yet.
    const margins: IntersectionObserverInit & { scrollMargin: string } = { rootMargin: '50%', scrollMargin: '50%' };
    this.#observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting, boundingClientRect } of entries)
        this.#tell(target as HTMLElement, isIntersecting, boundingClientRect.height);
    }, margins);
    for (const element of this.#host.renderRoot.querySelectorAll(this.#selector)) this.#observer.observe(element);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }
}
