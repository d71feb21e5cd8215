/**
 * Waits until the pointer is up again. What leaving a field changes would otherwise move the button that is being pressed away from under the
 * pointer, and the press would be lost.
 */
export class Press {
  #over: Promise<void> = Promise.resolve();

  readonly down = (): void => {
    this.#over = new Promise((resolve) => {
      const listening = new AbortController();
      const up = () => {
        listening.abort();
        setTimeout(resolve);
      };
      for (const type of ['pointerup', 'pointercancel']) addEventListener(type, up, { signal: listening.signal });
    });
  };

  async afterwards(work: () => void): Promise<void> {
    await this.#over;
    work();
  }
}
