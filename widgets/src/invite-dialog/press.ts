/**
 * Waits until the pointer is up again. What leaving a field changes would otherwise move the button that is being pressed away from under the
 * pointer, and the press would be lost.
 */
export class Press {
  #over: Promise<void> = Promise.resolve();

  readonly down = (): void => {
    this.#over = new Promise((resolve) => {
      const up = () => setTimeout(resolve);
      addEventListener('pointerup', up, { once: true });
      addEventListener('pointercancel', up, { once: true });
    });
  };

  async afterwards(work: () => void): Promise<void> {
    await this.#over;
    work();
  }
}
