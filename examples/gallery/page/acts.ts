/** What somebody would do to bring a widget into a state: look for a thing in it, press it, type into it. */
export class Acts {
  readonly #widget: HTMLElement;

  constructor(widget: HTMLElement) {
    this.#widget = widget;
  }

  /** The first element of the selector in the widget, waited for; elements inside the widget count too. */
  async find(selector: string): Promise<HTMLElement> {
    for (const end = performance.now() + 5000; performance.now() < end; ) {
      const found = findDeep(this.#widget, selector);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    throw new Error(`The widget shows no ${selector}`);
  }

  async press(selector: string): Promise<void> {
    (await this.find(`:is(${selector}):not([aria-disabled="true"])`)).click();
  }

  async type(selector: string, text: string): Promise<void> {
    const field = (await this.find(selector)) as HTMLInputElement;
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  }

  async key(selector: string, key: string): Promise<void> {
    (await this.find(selector)).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
  }
}

function findDeep(root: Element, selector: string): HTMLElement | null {
  const tree = root.shadowRoot;
  if (!tree) return null;
  const here = tree.querySelector<HTMLElement>(selector);
  if (here) return here;
  for (const inner of tree.querySelectorAll('*')) {
    const found = findDeep(inner, selector);
    if (found) return found;
  }
  return null;
}
